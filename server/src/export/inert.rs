//! Text that stays text in a spreadsheet: an apostrophe stands before whatever it would run or take
//! for something else.
//!
//! A file is not always read with the separator that it was written with: a Dutch Excel cuts at
//! semicolons, an English one at commas, and neither heeds a quote in the middle of what it takes
//! for a cell. So a formula may begin behind any separator within a text too (OWASP, "CSV
//! Injection").

use super::characters::{is_unseen, narrow};
use super::guessed;

/// What somebody's spreadsheet may cut at; ` | ` is what joins several texts in one cell of ours.
const SEPARATORS: [char; 6] = [',', ';', '\t', '|', '\n', '\r'];

/// The text with an apostrophe at its start, and behind each separator, where one is needed.
pub fn inert(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 1);
    if text.starts_with(['\t', '\r', '\n']) || begins_formula(text) || guessed::is_guessed(text) {
        out.push('\'');
    }
    for (at, c) in text.char_indices() {
        out.push(c);
        let after = &text[at + c.len_utf8()..];
        if SEPARATORS.contains(&c) && begins_formula(after) {
            out.push('\'');
        }
    }
    out
}

/// Whether it is a formula to a program that passes over blanks, quotes and what can't be seen.
fn begins_formula(text: &str) -> bool {
    let passed = |c: &char| !SEPARATORS.contains(c) && (*c == '"' || is_unseen(*c));
    text.chars()
        .find(|c| !passed(c))
        .is_some_and(|c| matches!(narrow(c), '=' | '+' | '-' | '@'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_formula_is_left_at_the_start_or_behind_any_separator() {
        for (text, expected) in [
            ("=1+1", "'=1+1"),
            ("+31 6", "'+31 6"),
            ("-zoiets", "'-zoiets"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("\t=1+1", "'\t'=1+1"),
            ("\r=1", "'\r'=1"),
            ("  =1", "'  =1"),
            ("\u{feff}=1", "'\u{feff}=1"),
            ("\u{200b}=1", "'\u{200b}=1"),
            ("\"=1\"", "'\"=1\""),
            ("＝1+2", "'＝1+2"),
            ("＋31", "'＋31"),
            ("－x", "'－x"),
            ("＠SUM(A1)", "'＠SUM(A1)"),
            ("﹦1", "'﹦1"),
            (";=cmd|' /C calc'!A0", ";'=cmd|' /C calc'!A0"),
            ("hoi,=1+2", "hoi,'=1+2"),
            ("hoi;＝1+2", "hoi;'＝1+2"),
            ("hoi\t+1", "hoi\t'+1"),
            ("hoi\n-1", "hoi\n'-1"),
            ("hoi\r\n@x", "hoi\r\n'@x"),
            ("hoi | =1", "hoi |' =1"),
            ("hoi,\"=1\"", "hoi,'\"=1\""),
            ("a,,=1;;@x", "a,,'=1;;'@x"),
            ("a;\n=1", "a;\n'=1"),
        ] {
            assert_eq!(inert(text), expected, "{text:?}");
        }
    }

    #[test]
    fn what_no_spreadsheet_runs_is_left_as_it_is() {
        for text in [
            "",
            "hond",
            "a=b",
            "1 + 1 = 2",
            "poes-hond",
            "ik@peil.nl",
            "ja, nee; misschien",
            "ＡＢＣ",
            "，＝",
            "'s avonds",
            "Leesclub \"De Bladzij\"; iedere week",
            "eerste regel\ntweede regel",
            "ｆｕｌｌ－ｗｉｄｔｈ",
            "—",
            "•",
            "₌",
        ] {
            assert_eq!(inert(text), text);
        }
    }
}
