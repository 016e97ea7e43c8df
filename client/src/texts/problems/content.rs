//! A slide's Markdown: heading, list, markers, pictures.

use shared::deck::problem::ContentProblem;

use super::{STEPS_MAX, STEPS_MIN, one_of, things, typed};
use crate::language::Language;
use crate::messages::deck_problems::{self as say, DeckProblemsTexts};

pub(super) fn said(language: Language, wrong: &ContentProblem) -> String {
    let texts = DeckProblemsTexts::of(language);
    match wrong {
        ContentProblem::NoHeading { kind } => say::no_heading(language, typed(kind)),
        ContentProblem::TooFew { part, min, found } => say::too_few(
            language,
            *found,
            *min,
            typed(&things(language, *part, *found)),
        ),
        ContentProblem::TooMany { part, max, found } => say::too_many(
            language,
            *found,
            *max,
            typed(&things(language, *part, *found)),
        ),
        ContentProblem::TooLong { part, max } => {
            say::too_long(language, *max, typed(&things(language, *part, 1)))
        }
        ContentProblem::ItemEmpty => texts.item_empty.to_owned(),
        ContentProblem::ItemPictureSilent { source } => {
            say::item_picture_silent(language, typed(source))
        }
        ContentProblem::ItemNotPlain {
            instead: Some(instead),
        } => say::item_not_plain_instead(language, typed(instead)),
        ContentProblem::ItemNotPlain { instead: None } => texts.item_not_plain.to_owned(),
        ContentProblem::ItemPictures => texts.item_pictures.to_owned(),
        ContentProblem::ItemPicture { kind } => say::item_picture(language, typed(kind)),
        ContentProblem::UnknownMarker { found, known: [] } => {
            say::no_markers(language, typed(found))
        }
        ContentProblem::UnknownMarker { found, known } => {
            say::unknown_marker(language, typed(found), typed(&one_of(language, known)))
        }
        ContentProblem::MarkerTwice { found } => say::marker_twice(language, typed(found)),
        ContentProblem::Rating { found } => {
            say::rating(language, typed(found), STEPS_MIN, STEPS_MAX)
        }
        ContentProblem::Area { found } => say::area(language, typed(found)),
        ContentProblem::ListTwice => texts.list_twice.to_owned(),
        ContentProblem::UnknownLanguage { found, known } => {
            say::language_unknown(language, typed(found), typed(&one_of(language, known)))
        }
        ContentProblem::LanguageTwice { found } => say::language_twice(language, typed(found)),
        ContentProblem::Differs {
            part,
            found,
            wanted,
        } => {
            let things = things(language, *part, *found);
            say::translation_differs(language, *found, typed(&things), *wanted)
        }
        ContentProblem::MarkTwice { found } => say::translation_mark(language, typed(found)),
        ContentProblem::NotNumber { found } => say::not_number(language, typed(found)),
        ContentProblem::NoPicture => texts.no_picture.to_owned(),
    }
}
