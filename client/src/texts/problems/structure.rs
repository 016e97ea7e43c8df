//! How a file is cut into slides.

use shared::deck::problem::{FileFormat, StructureProblem};
use shared::limits::{DECK_BYTES, DECK_SLIDES};

use super::typed;
use crate::language::Language;
use crate::messages::deck_problems::{self as say, DeckProblemsTexts};

pub(super) fn said(language: Language, wrong: &StructureProblem) -> String {
    let texts = DeckProblemsTexts::of(language);
    let whole = match wrong {
        StructureProblem::TooLarge { bytes } => {
            return say::too_large(language, kib(DECK_BYTES), kib(*bytes));
        }
        StructureProblem::TooManySlides => return say::too_many_slides(language, DECK_SLIDES),
        StructureProblem::OutsideBlock { key } => return say::outside_block(language, typed(key)),
        StructureProblem::NotSeparator { found } => {
            return say::not_separator(language, typed(found));
        }
        StructureProblem::OtherProgram { program } => {
            return say::other_program(language, typed(program));
        }
        StructureProblem::NoText { format } => {
            return say::no_text(language, typed(called(texts, *format)));
        }
        StructureProblem::NoSlides => texts.no_slides,
        StructureProblem::FrontOpen => texts.front_open,
        StructureProblem::FrontWithoutKeys => texts.front_without_keys,
        StructureProblem::BlockOpen => texts.block_open,
        StructureProblem::FenceOpen => texts.fence_open,
        StructureProblem::TooDeep => texts.too_deep,
        StructureProblem::CommentOpen => texts.comment_open,
    };
    whole.to_owned()
}

fn called(texts: &DeckProblemsTexts, format: FileFormat) -> &'static str {
    match format {
        FileFormat::Word => texts.format_word,
        FileFormat::Rtf => texts.format_rtf,
        FileFormat::Pdf => texts.format_pdf,
    }
}

fn kib(bytes: usize) -> usize {
    bytes.div_ceil(1024)
}
