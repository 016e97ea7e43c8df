//! What is written behind a setting.

use shared::deck::problem::{ValueProblem, Wanted};
use shared::limits::SLIDE_ID_BYTES;

use super::{STEPS_MAX, STEPS_MIN, one_of, typed};
use crate::language::Language;
use crate::messages::deck_problems::{self as say, DeckProblemsTexts};

pub(super) fn said(language: Language, wrong: &ValueProblem) -> String {
    match wrong {
        ValueProblem::Empty { key } => say::empty(language, typed(key)),
        ValueProblem::NotText { key } => say::not_text(language, typed(key)),
        ValueProblem::NotA {
            key,
            wanted,
            found,
            instead,
        } => {
            let wanted = called(language, *wanted);
            let (found, key, wanted) = (typed(found), typed(key), typed(&wanted));
            match instead {
                Some(instead) => say::not_a_instead(language, found, typed(instead), key, wanted),
                None => say::not_a(language, found, key, wanted),
            }
        }
        ValueProblem::NotOneOf {
            key,
            found,
            near: Some(near),
            ..
        } => say::not_one_of_near(language, typed(found), typed(key), typed(near)),
        ValueProblem::NotOneOf {
            key,
            found,
            words,
            near: None,
        } => say::not_one_of(
            language,
            typed(found),
            typed(key),
            typed(&one_of(language, words)),
        ),
        ValueProblem::Range {
            key,
            found,
            min,
            max,
        } => {
            // To be typed, so as programs write them.
            let [found, min, max] = [found, min, max].map(|number| number.to_string());
            say::range(
                language,
                typed(&found),
                typed(key),
                typed(&max),
                typed(&min),
            )
        }
        ValueProblem::PickOptions { pick, options } => say::pick_options(language, *options, *pick),
        ValueProblem::Order => DeckProblemsTexts::of(language).order.to_owned(),
        ValueProblem::Steps { steps } => say::steps(language, STEPS_MIN, STEPS_MAX, *steps),
        ValueProblem::Quadrants => DeckProblemsTexts::of(language).quadrants_wrong.to_owned(),
        ValueProblem::Bytes { key, max } => say::too_many_bytes(language, typed(key), *max),
        ValueProblem::Pair { key } => say::pair(language, typed(key)),
    }
}

fn called(language: Language, wanted: Wanted) -> String {
    let texts = DeckProblemsTexts::of(language);
    let whole = match wanted {
        Wanted::Whole => texts.wanted_whole,
        Wanted::Number => texts.wanted_number,
        Wanted::YesNo => texts.wanted_yes_no,
        Wanted::List => texts.wanted_list,
        Wanted::Pole => texts.wanted_pole,
        Wanted::Id => return say::wanted_id(language, SLIDE_ID_BYTES),
        Wanted::Pick => texts.wanted_pick,
        Wanted::Time => texts.wanted_time,
        Wanted::Language => texts.wanted_language,
        Wanted::Emoji => texts.wanted_emoji,
        Wanted::Groups => texts.wanted_groups,
        Wanted::Baskets => texts.wanted_baskets,
        Wanted::Wifi => texts.wanted_wifi,
        Wanted::Room => texts.wanted_room,
    };
    whole.to_owned()
}
