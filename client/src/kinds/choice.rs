//! `choice`: one or several of some options. All that a page shows and says of it.

use shared::question::choice::{ChoiceInput, ChoiceLayout, ChoiceResults, Pick};

use crate::kinds::figure_context::FigureData;
use crate::kinds::{AnswerMode, Moderates};

pub mod donut;
pub mod figure;
pub mod form;
pub mod picture;
pub mod places;
pub mod reading;
pub mod results;
pub mod sent;
pub mod sentences;
pub mod split;

/// What was asked, and what it came to.
pub type ChoiceFigure<'a> = FigureData<'a, ChoiceInput, ChoiceResults>;

/// What people give.
pub const ANSWER_MODE: AnswerMode = AnswerMode::Answer;

/// What can be hidden and merged.
pub const MODERATES: Moderates = Moderates::Nothing;

/// How results are shown where what is asked now is of another kind.
pub static PLAIN: ChoiceInput = ChoiceInput {
    options: Vec::new(),
    pick: Pick { min: 1, max: 1 },
    shuffle: false,
    layout: ChoiceLayout::Bars,
};

#[cfg(test)]
mod tests;
