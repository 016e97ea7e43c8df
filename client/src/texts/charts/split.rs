//! What results by groups say.

use shared::groups::GroupName;
use shared::protocol::view::SplitName;

use crate::language::Language;
use crate::messages::results::{self as say, ResultsTexts};

/// What a group is called.
pub fn group(language: Language, name: &SplitName) -> String {
    let texts = ResultsTexts::of(language);
    match name {
        SplitName::Answer { label } => label.clone(),
        SplitName::Unanswered => texts.unanswered.to_owned(),
        SplitName::Group(GroupName { number, name }) => {
            let numbered = || say::numbered_group(language, u64::from(number.0));
            name.clone().unwrap_or_else(numbered)
        }
        SplitName::NoGroup => texts.no_group.to_owned(),
        SplitName::Others { .. } => texts.others.to_owned(),
    }
}

/// How many are in a group, and of a fold of how many groups it is.
pub fn people(language: Language, name: &SplitName, voters: u64) -> String {
    match name {
        SplitName::Others { groups } => say::folded_people(language, *groups, voters),
        SplitName::Answer { .. }
        | SplitName::Unanswered
        | SplitName::Group(_)
        | SplitName::NoGroup => say::group_people(language, voters),
    }
}

/// By which question it is, or by the groups of the deck.
pub fn divided(language: Language, prompt: &str) -> String {
    say::divided(language, by(language, prompt))
}

/// Groups of the deck have no prompt.
fn by(language: Language, prompt: &str) -> &str {
    match prompt {
        "" => ResultsTexts::of(language).head_group,
        prompt => prompt,
    }
}

/// Which groups stand furthest apart on a line: at its higher end, or at the pole there, and at its
/// lower one.
pub fn furthest(
    language: Language,
    (high, low): (&str, &str),
    pole: Option<&str>,
    prompt: &str,
) -> String {
    let prompt = by(language, prompt);
    match pole {
        Some(pole) => say::nearest(language, high, low, pole, prompt),
        None => say::highest(language, high, low, prompt),
    }
}

/// That there are too few people.
pub fn too_few(language: Language) -> &'static str {
    ResultsTexts::of(language).too_few_to_split
}
