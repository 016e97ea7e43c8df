//! `words`: short entries, as a cloud or a list. All that a page shows and says of it.

use shared::question::words::{WordsInput, WordsLayout, WordsResults};

use crate::kinds::figure_context::FigureData;
use crate::kinds::{AnswerMode, Moderates};

pub mod cloud;
pub mod figure;
pub mod form;
pub mod reading;
pub mod results;
pub mod sent;
pub mod sentences;
pub mod split;

/// What was asked, and what it came to.
pub type WordsFigure<'a> = FigureData<'a, WordsInput, WordsResults>;

/// What people give.
pub const ANSWER_MODE: AnswerMode = AnswerMode::Answer;

/// What can be hidden and merged.
pub const MODERATES: Moderates = Moderates::Words;

/// How many characters a word has at most that can be hidden before anybody gives it.
pub fn hidden_ahead(input: &WordsInput) -> Option<u32> {
    Some(input.length)
}

/// How results are shown where what is asked now is of another kind.
pub static PLAIN: WordsInput = WordsInput {
    entries: 1,
    length: 0,
    layout: WordsLayout::List,
};
