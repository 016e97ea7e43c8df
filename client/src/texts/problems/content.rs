//! A slide's Markdown: heading, list, markers, pictures.

use shared::deck::grammar::Content;

use super::{STEPS_MAX, STEPS_MIN, one_of, things, typed};
use crate::language::Language;
use crate::messages::deck_problems::{self as say, DeckProblems};

pub(super) fn said(language: Language, wrong: &Content) -> String {
    let texts = DeckProblems::of(language);
    match wrong {
        Content::NoHeading { kind } => say::no_heading(language, typed(kind)),
        Content::TooFew { thing, min, found } => say::too_few(
            language,
            *found,
            *min,
            typed(&things(language, *thing, *found)),
        ),
        Content::TooMany { thing, max, found } => say::too_many(
            language,
            *found,
            *max,
            typed(&things(language, *thing, *found)),
        ),
        Content::TooLong { thing, max } => {
            say::too_long(language, *max, typed(&things(language, *thing, 1)))
        }
        Content::ItemEmpty => texts.item_empty.to_owned(),
        Content::ItemPictureSilent { source } => say::item_picture_silent(language, typed(source)),
        Content::ItemNotPlain {
            instead: Some(instead),
        } => say::item_not_plain_instead(language, typed(instead)),
        Content::ItemNotPlain { instead: None } => texts.item_not_plain.to_owned(),
        Content::ItemPictures => texts.item_pictures.to_owned(),
        Content::ItemPicture { kind } => say::item_picture(language, typed(kind)),
        Content::UnknownMarker { found, known: [] } => say::no_markers(language, typed(found)),
        Content::UnknownMarker { found, known } => {
            say::unknown_marker(language, typed(found), typed(&one_of(language, known)))
        }
        Content::MarkerTwice { found } => say::marker_twice(language, typed(found)),
        Content::Rating { found } => say::rating(language, typed(found), STEPS_MIN, STEPS_MAX),
        Content::Area { found } => say::area(language, typed(found)),
        Content::ListTwice => texts.list_twice.to_owned(),
        Content::UnknownLanguage { found, known } => {
            say::language_unknown(language, typed(found), typed(&one_of(language, known)))
        }
        Content::LanguageTwice { found } => say::language_twice(language, typed(found)),
        Content::Differs {
            thing,
            found,
            wanted,
        } => {
            let things = things(language, *thing, *found);
            say::translation_differs(language, *found, typed(&things), *wanted)
        }
        Content::MarkTwice { found } => say::translation_mark(language, typed(found)),
        Content::NotNumber { found } => say::not_number(language, typed(found)),
        Content::NoPicture => texts.no_picture.to_owned(),
    }
}
