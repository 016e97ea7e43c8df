//! A group's places between the poles, in its row.

use super::SpectrumFigure;
use crate::charts::split_rows::{LineEnd, RowFigure, SplitHead};
use crate::language::Language;
use crate::messages::results::ResultsTexts;
use crate::messages::{ShownNumber, write};

/// The poles below, the mean beside.
pub fn head(language: Language, spectrum: &SpectrumFigure<'_>) -> SplitHead {
    let input = spectrum.input;
    SplitHead::Line {
        ends: [&input.left, &input.right].map(|pole| LineEnd {
            name: pole.label.clone(),
            picture: pole.image.clone(),
        }),
        mean: ResultsTexts::of(language).head_mean.to_owned(),
        poles: true,
    }
}

/// The row, and its mean.
pub fn row(language: Language, spectrum: &SpectrumFigure<'_>) -> (RowFigure, Vec<String>) {
    let results = spectrum.results;
    let said = results.mean;
    let said = said.map(|mean| write(language, ShownNumber::fixed(mean, 0)));
    let (fine, mean) = (results.fine.clone(), results.mean);
    (RowFigure::Line { fine, mean }, said.into_iter().collect())
}
