//! Whether a spreadsheet would take a text for a number, a date, a time, a truth value or an error,
//! and lose what was written: `007` becomes 7, `1-2` the first of February, `0612345678` a number
//! without its zero.
//!
//! What they guess differs by product, language and version, so this errs on one side: a text of
//! digits, their punctuation and nothing but words that stand in dates and amounts is taken for
//! one. Read in the documentation of Excel and LibreOffice and tried with the latter.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use super::characters::{is_unseen, narrow};

/// What spreadsheets read, by language.
const TABLE: &str = include_str!("guessed.txt");

/// Words that may stand beside digits in a date, a time, a number or an amount.
static WORDS: LazyLock<BTreeSet<&str>> = LazyLock::new(|| of_the_table("date"));

/// Truth values and errors, as whole texts.
static VALUES: LazyLock<BTreeSet<&str>> = LazyLock::new(|| of_the_table("value"));

fn of_the_table(what: &str) -> BTreeSet<&'static str> {
    let lines = TABLE.lines().filter(|line| !line.starts_with('#'));
    let words = lines.filter_map(|line| {
        let mut words = line.split(' ').skip(1);
        (words.next() == Some(what)).then_some(words)
    });
    words.flatten().collect()
}

const PUNCTUATION: &str = ".,:/-+'’%()$€£¥";

/// Whether it would.
pub fn is_guessed(text: &str) -> bool {
    let folded: String = text
        .trim_matches(is_unseen)
        .chars()
        .map(narrow)
        .flat_map(char::to_lowercase)
        .collect();
    if VALUES.contains(folded.as_str()) {
        return true;
    }
    // Whoever wrote an apostrophe first has done it already.
    let digits = folded.contains(|c: char| c.is_ascii_digit()) && !folded.starts_with('\'');
    // A letter before the digits is no hour and no exponent.
    let letter_first = folded.chars().next().is_some_and(char::is_alphabetic)
        && !folded.chars().nth(1).is_some_and(char::is_alphabetic);
    let is_known = |word: &str| word.is_empty() || WORDS.contains(word);
    digits
        && !letter_first
        && folded.split(|c: char| !c.is_alphabetic()).all(is_known)
        && folded.chars().all(may_stand)
}

fn may_stand(c: char) -> bool {
    c.is_ascii_digit() || c.is_alphabetic() || is_unseen(c) || PUNCTUATION.contains(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_become_a_number_a_date_a_time_a_truth_value_or_an_error_is_known() {
        for text in [
            "1-2",
            "007",
            "0612345678",
            "06-12345678",
            "06 12 34 56 78",
            "7",
            "1.000",
            "3,5",
            "1e5",
            "2E13",
            "1/2",
            "1 1/2",
            "50%",
            "€ 5",
            "5 EUR",
            "(5)",
            "12:30",
            "12.30",
            "3 a",
            "10 pm",
            "1-2-2026",
            "2026-01-02",
            "1 mei",
            "1-mei",
            "mei-5",
            "mei 2026",
            "May 5",
            "5 MAY 2026",
            "MARCH1",
            "sept2",
            "Dec-1",
            "3. März",
            "zo 3 mei",
            "WAAR",
            "onwaar",
            "True",
            "#N/A",
            "#NAAM?",
            "００７",
            "１－２",
            "−5",
            " 007 ",
            "007\u{200b}",
            "18-25",
            "4111 1111 1111 1111",
            "1'000",
            "2:1",
        ] {
            assert!(is_guessed(text), "{text:?}");
        }
    }

    #[test]
    fn what_people_write_is_left_alone() {
        for text in [
            "",
            "hond",
            "mei",
            "mei en juni",
            "10 jaar",
            "18-25 jaar",
            "3x",
            "1 hond",
            "A4",
            "4 pm?",
            "B12",
            "E5",
            "P 3",
            "om 12:30",
            "5!",
            "nr. 7",
            "waar?",
            "waarheid",
            "#hond",
            "#1",
            "'007",
            "P1",
            "2026-11-28T14:03:05.678Z",
            "1 en 2",
            "½",
            "٧",
            "3 & 4",
            "-",
            "...",
            "5 | 6",
        ] {
            assert!(!is_guessed(text), "{text:?}");
        }
    }
}
