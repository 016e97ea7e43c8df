//! What people type: cleaning it, counting it as people count, and the key by which words match.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;
use unicode_segmentation::UnicodeSegmentation;

use crate::limits::{BYTES_PER_CHAR, MARKS_PER_CHAR};
use crate::refusal::Refusal;

/// Characters as people count them: extended grapheme clusters (Unicode Standard Annex 29).
pub fn count(text: &str) -> usize {
    text.graphemes(true).count()
}

/// A text's characters as people count them.
pub fn characters(text: &str) -> impl Iterator<Item = &str> {
    text.graphemes(true)
}

/// One line of text as it is stored: NFC, without control and direction-override characters, blanks
/// collapsed, trimmed. What shows nothing is empty.
pub fn line(text: &str) -> String {
    // What is hidden goes first: what stood around it may compose, and a text cleaned twice is the same.
    let seen = text.chars().filter_map(|c| visible(if c.is_whitespace() { ' ' } else { c }));
    let cleaned: String = seen.nfc().collect();
    let words: Vec<&str> = cleaned.split(' ').filter(|word| !word.is_empty()).collect();
    shown(words.join(" "))
}

/// Several lines of text as they are stored: like [`line`], but line breaks stay, at most two together.
pub fn lines(text: &str) -> String {
    let mut kept: Vec<String> = Vec::new();
    for each in text.replace("\r\n", "\n").split(['\n', '\r']) {
        let each = line(each);
        if !each.is_empty() || kept.last().is_some_and(|last| !last.is_empty()) {
            kept.push(each);
        }
    }
    kept.join("\n").trim_end().to_owned()
}

/// Refuses a text of more than `limit` characters as people count them, of more bytes than that many characters may take,
/// or with towers of combining marks.
pub fn within(text: String, limit: usize) -> Result<String, Refusal> {
    if fits(&text, limit) { Ok(text) } else { Err(Refusal::TooLong { limit }) }
}

/// Whether a text has at most so many characters as people count them, none of them a tower of marks.
pub fn fits(text: &str, limit: usize) -> bool {
    // The byte count first: counting the clusters of a megabyte is work that a stranger could ask for.
    text.len() <= limit.saturating_mul(BYTES_PER_CHAR) && !is_piled_up(text) && count(text) <= limit
}

/// A text with no more combining marks on a character than it may have.
pub fn without_towers(text: &str) -> String {
    let mut marks = 0;
    let kept = text.chars().filter(|c| {
        marks = if is_combining_mark(*c) { marks + 1 } else { 0 };
        marks <= MARKS_PER_CHAR
    });
    kept.collect()
}

fn is_piled_up(text: &str) -> bool {
    without_towers(text).len() < text.len()
}

/// The key by which entries are the same word: NFKC, case-folded, trimmed of outer punctuation.
/// An entry of punctuation alone is its own key.
pub fn word_key(text: &str) -> String {
    let folded = caseless::default_case_fold_str(&text.nfkc().collect::<String>());
    let normal = line(&folded.nfkc().collect::<String>());
    let trimmed = normal.trim_matches(|c: char| is_punctuation(c) || c == ' ');
    if trimmed.is_empty() { normal } else { trimmed.to_owned() }
}

fn visible(c: char) -> Option<char> {
    let hides = c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}');
    (!hides).then_some(c)
}

/// Text of joiners, fillers and variation selectors alone shows nothing, so it is nothing.
fn shown(text: String) -> String {
    if text.chars().all(is_blank) { String::new() } else { text }
}

fn is_blank(c: char) -> bool {
    let filler =
        matches!(c, ' ' | '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{180e}' | '\u{2800}');
    let joiner = matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{ffa0}');
    filler || joiner || matches!(c, '\u{fe00}'..='\u{fe0f}' | '\u{e0000}'..='\u{e0fff}')
}

/// The characters of the Unicode categories P* that stand around words in practice.
fn is_punctuation(c: char) -> bool {
    match c {
        '$' | '+' | '<' | '=' | '>' | '^' | '`' | '|' | '~' => false,
        '¡' | '¿' | '«' | '»' | '·' | '¶' | '§' | '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205e}' => true,
        '\u{3001}'..='\u{3003}' | '\u{3008}'..='\u{3011}' | '\u{ff01}' | '\u{ff0c}' | '\u{ff1f}' | '،' | '؟' | '؛' => {
            true
        }
        c => c.is_ascii_punctuation(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_match_as_people_would_say() {
        for (a, b) in [
            ("Vertrouwen", "vertrouwen!"),
            ("  'samen' ", "Samen"),
            ("eigen  regie", "Eigen regie…"),
            ("STRASSE", "straße"),
            ("ﬁets", "fiets"),
            ("cafe\u{301}", "café"),
        ] {
            assert_eq!(word_key(a), word_key(b), "{a} and {b}");
        }
        for (a, b) in [("c", "c+"), ("❤️", "❤️❤️"), ("!", "?"), ("hoop", "hoop doet leven")] {
            assert_ne!(word_key(a), word_key(b), "{a} and {b}");
        }
    }

    #[test]
    fn people_count_what_they_see() {
        for (text, characters) in [("noaberschap", 11), ("👩‍👩‍👧", 1), ("e\u{301}", 1), ("🇳🇱🇧🇪", 2), ("", 0)]
        {
            assert_eq!(count(text), characters, "{text}");
        }
    }

    #[test]
    fn what_shows_nothing_is_empty() {
        for text in ["", "   ", "\u{200b}\u{200d}", "\n\t", "\u{202e}", "\u{3164}", "\u{2800} \u{115f}", "\u{e0041}"] {
            assert_eq!(line(text), "", "{text:?}");
        }
    }

    #[test]
    fn a_text_that_was_cleaned_is_clean() {
        for (typed, cleaned) in [("e\u{202e}\u{301}", "é"), ("e\u{0}\u{301}", "é"), (" a\u{a0} \u{2003}b ", "a b")] {
            assert_eq!(line(typed), cleaned, "{typed:?}");
        }
    }

    proptest::proptest! {
        #[test]
        fn cleaning_twice_is_cleaning_once(text in "[\\PC\\pM\\pC]{0,20}") {
            let once = line(&text);
            proptest::prop_assert_eq!(line(&once), once.clone());
            let several = lines(&text);
            proptest::prop_assert_eq!(lines(&several), several.clone());
            proptest::prop_assert!(once.is_empty() || !word_key(&once).is_empty());
        }
    }

    #[test]
    fn line_breaks_stay_but_do_not_pile_up() {
        assert_eq!(lines("a\r\n\r\n\r\n\r\nb  c\n\n"), "a\n\nb c");
        assert_eq!(line("a\nb\u{0}c"), "a bc");
    }

    #[test]
    fn what_people_write_in_any_script_is_counted_as_they_count_it() {
        for (character, times) in [("🇳🇱", 25), ("👍🏽", 25), ("क्षि", 25), ("👩‍👩‍👦", 25), ("ก็", 25), ("❤️", 25), ("é", 25)]
        {
            assert!(fits(&character.repeat(times), times), "{character}");
            assert!(!fits(&character.repeat(times + 1), times), "{character}");
        }
    }

    #[test]
    fn piled_up_marks_are_too_long() {
        let zalgo = format!("a{}", "\u{301}\u{302}".repeat(60));
        assert_eq!(within(zalgo, 25), Err(Refusal::TooLong { limit: 25 }));
        assert!(within("x".repeat(25), 25).is_ok());
        assert_eq!(within("x".repeat(26), 25), Err(Refusal::TooLong { limit: 25 }));
    }
}
