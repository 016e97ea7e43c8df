//! What the page of one room says of when people joined, and of who was removed.

use crate::language::Language;
use crate::messages::MessageArgument;
use crate::messages::removing as say;
pub use crate::messages::removing::{RemovingTexts, again, ago, of_them};

/// A minute to choose: when, how long ago, how many.
pub fn choice(language: Language, time: &str, minutes_ago: u64, count: u64) -> String {
    say::choice(
        language,
        MessageArgument::Phrase(&ago(language, minutes_ago)),
        count,
        time,
    )
}

/// Who would go, with what.
pub fn asked(language: Language, (from, to): (&str, &str), count: u64, given: u64) -> String {
    say::asked(language, count, from, given, to)
}

/// Who went, with what.
pub fn gone(language: Language, (from, to): (&str, &str), count: u64, given: u64) -> String {
    say::gone(language, count, from, given, to)
}
