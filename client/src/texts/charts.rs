//! What charts say: labels, and what stands where there is nothing to draw. What the results of one
//! kind come to, its own folder says.

use crate::language::Language;
use crate::messages::results::{self as say, ResultsTexts};
pub use crate::messages::results::{and_more, per_dot, skipped, votes_word};
use crate::messages::{MessageArgument, ShownNumber, write};

mod compared;
pub mod split;

pub use compared::{moved, now, then, was};

/// A count with its thousands apart: `10.412`, `10,412`.
pub fn grouped(language: Language, count: u64) -> String {
    write(language, count)
}

/// One decimal, with the language's sign.
pub fn decimal(language: Language, value: f64) -> String {
    write(language, ShownNumber::fixed(value, 1))
}

/// What stands where there is nothing to draw yet.
pub fn nothing_yet(language: Language) -> &'static str {
    ResultsTexts::of(language).nothing_yet
}

/// The same as a whole sentence.
pub(crate) fn nothing_yet_sentence(language: Language) -> &'static str {
    ResultsTexts::of(language).nothing_yet_sentence
}

/// Under the mean.
pub fn mean_label(language: Language, mean: f64) -> String {
    say::mean_label(language, ShownNumber::fixed(mean, 0))
}

/// Under the median.
pub fn median_label(language: Language, median: f64) -> String {
    say::median_label(language, ShownNumber::fixed(median, 0))
}

/// Above answers that stand under no heading.
pub fn no_heading(language: Language) -> &'static str {
    ResultsTexts::of(language).no_heading
}

/// A list of pieces, each put behind what came before it.
pub(crate) fn listed(
    pieces: impl Iterator<Item = String>,
    behind: impl Fn(MessageArgument<'_>, MessageArgument<'_>) -> String,
) -> String {
    pieces
        .reduce(|rest, next| {
            behind(
                MessageArgument::Phrase(&rest),
                MessageArgument::Phrase(&next),
            )
        })
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::known::{En, Nl};

    #[test]
    fn thousands_stand_apart() {
        for (count, nl, en) in [
            (0, "0", "0"),
            (999, "999", "999"),
            (1000, "1.000", "1,000"),
            (1_234_567, "1.234.567", "1,234,567"),
        ] {
            assert_eq!(
                (grouped(Nl, count).as_str(), grouped(En, count).as_str()),
                (nl, en)
            );
        }
    }
}
