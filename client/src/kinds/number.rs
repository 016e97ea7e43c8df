//! `number`: a number that people type. All that a page shows and says of it.

use shared::question::number::decimal::DecimalMark;
use shared::question::number::{NumberInput, NumberResults};

use crate::kinds::figure_context::FigureData;
use crate::kinds::{AnswerMode, Moderates};

pub mod axis;
pub mod columns;
pub mod figure;
pub mod form;
mod middle;
pub mod reading;
pub mod results;
pub mod sent;
pub mod sentences;
pub mod split;

/// What was asked, and what it came to.
pub type NumberFigure<'a> = FigureData<'a, NumberInput, NumberResults>;

/// What people give.
pub const ANSWER_MODE: AnswerMode = AnswerMode::Answer;

/// What can be hidden and merged.
pub const MODERATES: Moderates = Moderates::Nothing;

/// How results are shown where what is asked now is of another kind.
pub static PLAIN: NumberInput = NumberInput {
    from: None,
    to: None,
    low: None,
    high: None,
    unit: None,
    mark: DecimalMark::Comma,
};

#[cfg(test)]
mod tests;
