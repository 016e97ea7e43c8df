//! What a report says, and the page on which it is made.

use crate::language::Language;
use crate::messages::report as say;
pub use crate::messages::report::{
    ReportTexts, answers, changed_row, changed_since, page_of, people, questions_asked, saved_at,
};

/// Under the mean of a rating: `cijfer, gemiddeld van 74`.
pub fn mean_label(language: Language, label: &str, count: u64) -> String {
    say::mean_of(language, count, label)
}
