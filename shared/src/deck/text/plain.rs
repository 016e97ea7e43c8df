//! Plain text of one line: what headings, labels and values become.

use unicode_segmentation::UnicodeSegmentation;

/// One line: control characters and line ends are blanks, blanks stand alone, none at the ends.
pub(crate) fn tidy(text: &str) -> String {
    let mut tidied = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            c if c == ' ' || c.is_control() => {
                if !tidied.ends_with(' ') {
                    tidied.push(' ');
                }
            }
            c => tidied.push(c),
        }
    }
    tidied.trim().to_owned()
}

/// As much of a text as a sentence about it needs.
pub(crate) fn quote(text: &str) -> String {
    const LONGEST: usize = 40;
    let tidied = tidy(text);
    match tidied.grapheme_indices(true).nth(LONGEST) {
        Some((end, _)) if end < 4 * LONGEST => format!("{}…", &tidied[..end]),
        _ if tidied.len() > 4 * LONGEST => tidied.chars().take(LONGEST).chain(['…']).collect(),
        _ => tidied,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_has_no_line_ends_tabs_or_double_blanks() {
        assert_eq!(tidy(" a\t\n  b\u{0}c \u{a0}"), "a b c");
        assert_eq!(tidy("👨‍👩‍👧 één"), "👨‍👩‍👧 één");
        assert_eq!(tidy(" \n "), "");
    }

    #[test]
    fn a_quote_is_short_however_long_the_text() {
        assert_eq!(quote("kort"), "kort");
        assert_eq!(quote(&"é".repeat(100)), format!("{}…", "é".repeat(40)));
        assert!(quote(&"e\u{301}".repeat(100_000)).chars().count() <= 81);
        assert!(quote(&format!("e{}", "\u{301}".repeat(100_000))).len() < 200);
    }
}
