//! What participants read, on the phone and on the start page.

pub mod message;
pub mod plurals;

use crate::language::Language;
pub use crate::messages::phone::{PhoneTexts, ready_planned};

/// The sentences in one language.
pub fn phone(language: Language) -> &'static PhoneTexts {
    PhoneTexts::of(language)
}
