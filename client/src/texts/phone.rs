//! What participants read, on the phone and on the start page.

pub mod counted;
pub mod message;

use crate::language::Language;
pub use crate::messages::phone::Phone;

/// The sentences in one language.
pub fn phone(language: Language) -> &'static Phone {
    Phone::of(language)
}
