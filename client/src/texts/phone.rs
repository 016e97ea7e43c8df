//! What participants read, on the phone and on the start page.

pub mod message;
pub mod plurals;

use crate::language::Language;
use crate::messages::phone as say;
pub use crate::messages::phone::{
    PhoneTexts, ended_page, group_change_to, group_for, own_progress, ready_planned,
};

/// The sentences in one language.
pub fn phone(language: Language) -> &'static PhoneTexts {
    PhoneTexts::of(language)
}

/// What a group is called: by the deck, else by its number.
pub fn group_name(language: Language, number: u16, name: Option<&str>) -> String {
    name.map_or_else(|| say::group(language, u64::from(number)), str::to_owned)
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
