//! `spectrum`: a place on the line between two poles. All that a page shows and says of it.

use std::sync::LazyLock;

use shared::question::spectrum::{Pole, Results, SpectrumInput, SpectrumLayout};

use crate::kinds::figure_context::FigureData;

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

/// What was asked, and what it came to.
pub type SpectrumFigure<'a> = FigureData<'a, SpectrumInput, Results>;

/// How results are told where what is asked now is of another kind. Its poles
/// are called by their places.
pub static PLAIN: LazyLock<SpectrumInput> = LazyLock::new(|| {
    let pole = |label: &str| Pole {
        label: label.to_owned(),
        note: None,
        image: None,
    };
    SpectrumInput {
        left: pole("0"),
        right: pole("100"),
        stops: Vec::new(),
        layout: SpectrumLayout::Dots,
    }
});

#[cfg(test)]
mod tests;
