//! What the console says.

use crate::language::Language;
pub use crate::messages::console::{ConsoleTexts, next_named};

/// The number of a slide.
pub fn slide(language: Language, number: u64) -> String {
    crate::messages::console::slide(language, number)
}
