//! `spectrum`: a place on the line between two poles. All that a page shows and says of it.

use shared::question::spectrum::{Pole, SpectrumInput, SpectrumLayout, SpectrumResults};

use crate::kinds::figure_context::FigureData;
use crate::kinds::{AnswerMode, Moderates};

pub mod figure;
pub mod form;
pub mod line;
pub mod pole;
pub mod poles;
pub mod reading;
pub mod results;
pub mod sent;
pub mod sentences;
pub mod slope_chart;
pub mod split;

/// What was asked, and what it came to.
pub type SpectrumFigure<'a> = FigureData<'a, SpectrumInput, SpectrumResults>;

/// What people give.
pub const ANSWER_MODE: AnswerMode = AnswerMode::Answer;

/// What can be hidden and merged.
pub const MODERATES: Moderates = Moderates::Nothing;

/// How results are shown where what is asked now is of another kind. Its poles have no names.
pub static PLAIN: SpectrumInput = SpectrumInput {
    left: Pole {
        label: String::new(),
        note: None,
        image: None,
    },
    right: Pole {
        label: String::new(),
        note: None,
        image: None,
    },
    stops: Vec::new(),
    layout: SpectrumLayout::Dots,
};

#[cfg(test)]
mod tests;
