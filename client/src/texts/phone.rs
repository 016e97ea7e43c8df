//! What participants read, on the phone and on the start page.

pub mod message;
pub mod plurals;

use crate::language::Language;
pub use crate::messages::phone::{PhoneTexts, ready_planned};

/// The sentences in one language.
pub fn phone(language: Language) -> &'static PhoneTexts {
    PhoneTexts::of(language)
}

/// The word for a reaction that has one.
pub fn reaction(language: Language, emoji: &str) -> Option<&'static str> {
    let say = phone(language);
    Some(match emoji.trim_end_matches('\u{fe0f}') {
        "❤" => say.reaction_heart,
        "👍" => say.reaction_agree,
        "☀" => say.reaction_sun,
        "👌" => say.reaction_okay,
        _ => return None,
    })
}
