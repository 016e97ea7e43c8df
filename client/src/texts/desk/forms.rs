//! What the page with what people filled into a form says.

use crate::language::Language;
use crate::messages::MessageArgument;
use crate::messages::forms as say;
pub use crate::messages::forms::{FormsTexts, filled_in, round};

/// A form in a list, with how often it was filled in.
pub fn link(language: Language, prompt: &str, count: u64) -> String {
    say::link(
        language,
        MessageArgument::Phrase(&filled_in(language, count)),
        prompt,
    )
}
