//! How a file is cut into slides.

use shared::deck::grammar::{Format, Structure};
use shared::limits::{DECK_BYTES, DECK_SLIDES};

use super::typed;
use crate::language::Language;
use crate::messages::deck_problems::{self as say, DeckProblems};

pub(super) fn said(language: Language, wrong: &Structure) -> String {
    let texts = DeckProblems::of(language);
    let whole = match wrong {
        Structure::TooLarge { bytes } => {
            return say::too_large(language, kib(DECK_BYTES), kib(*bytes));
        }
        Structure::TooManySlides => return say::too_many_slides(language, DECK_SLIDES),
        Structure::OutsideBlock { key } => return say::outside_block(language, typed(key)),
        Structure::NotSeparator { found } => return say::not_separator(language, typed(found)),
        Structure::OtherProgram { program } => return say::other_program(language, typed(program)),
        Structure::NoText { format } => {
            return say::no_text(language, typed(called(texts, *format)));
        }
        Structure::NoSlides => texts.no_slides,
        Structure::FrontOpen => texts.front_open,
        Structure::FrontWithoutKeys => texts.front_without_keys,
        Structure::BlockOpen => texts.block_open,
        Structure::FenceOpen => texts.fence_open,
        Structure::TooDeep => texts.too_deep,
        Structure::CommentOpen => texts.comment_open,
    };
    whole.to_owned()
}

fn called(texts: &DeckProblems, format: Format) -> &'static str {
    match format {
        Format::Word => texts.format_word,
        Format::Rtf => texts.format_rtf,
        Format::Pdf => texts.format_pdf,
    }
}

fn kib(bytes: usize) -> usize {
    bytes.div_ceil(1024)
}
