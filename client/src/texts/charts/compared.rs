//! What charts say where an earlier question is compared with.

use crate::language::Language;
use crate::messages::ShownNumber;
pub use crate::messages::results::moved;
use crate::messages::results::{self as say, ResultsTexts};

/// The earlier question, at its own line.
pub fn then(language: Language) -> &'static str {
    ResultsTexts::of(language).then
}

/// This question, at its own line.
pub fn now(language: Language) -> &'static str {
    ResultsTexts::of(language).now
}

/// A mean as it was.
pub fn was(language: Language, mean: f64) -> String {
    say::was(language, ShownNumber::fixed(mean, 1))
}
