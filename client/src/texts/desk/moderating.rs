//! What stands where words and answers are approved, hidden and merged.

use crate::language::Language;
use crate::messages::moderating as say;
pub use crate::messages::moderating::would_count_as;
pub use crate::messages::moderating::{
    ModeratingTexts, came, counted_word, suggested_more, times, waiting, waits,
};
pub use crate::messages::phone::votes;

/// What is merged into what, on the button.
pub fn merge(language: Language, count: usize, into: &str) -> String {
    say::merge_as(language, count, into)
}
