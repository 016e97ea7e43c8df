//! `scale`: a value for each statement. All that a page shows and says of it.

use shared::question::scale::{ScaleInput, ScaleResults};

use crate::kinds::figure_context::FigureData;
use crate::kinds::{AnswerMode, Moderates};

pub mod columns;
pub mod figure;
pub mod form;
pub mod means;
pub mod reading;
pub mod results;
pub mod sent;
pub mod sentences;
pub mod split;

/// What was asked, and what it came to.
pub type ScaleFigure<'a> = FigureData<'a, ScaleInput, ScaleResults>;

/// What people give.
pub const ANSWER_MODE: AnswerMode = AnswerMode::Answer;

/// What can be hidden and merged.
pub const MODERATES: Moderates = Moderates::Nothing;

/// How results are shown where what is asked now is of another kind.
pub static PLAIN: ScaleInput = ScaleInput {
    statements: Vec::new(),
    from: 0,
    to: 0,
    low: None,
    high: None,
};
