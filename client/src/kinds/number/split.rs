//! A group's numbers, in its row: on one axis for all groups.

use super::NumberFigure;
use super::sentences::{mean_of, short};
use crate::charts::split_rows::{LineEnd, RowFigure, SplitHead, fine, placed};
use crate::language::Language;
use crate::messages::results::{self as say, ResultsTexts};
use crate::messages::{MessageArgument, write};

/// From which to which number its columns reach.
pub fn span(number: &NumberFigure<'_>) -> Option<(f64, f64)> {
    let columns = &number.results.columns;
    let last = columns.counts.len().checked_sub(1)? as f64;
    let wide = if columns.single { last } else { last + 1.0 };
    Some((columns.from, columns.from + wide * columns.step))
}

/// The ends of the axis with the unit, the mean beside.
pub fn head(language: Language, number: &NumberFigure<'_>, span: (f64, f64)) -> SplitHead {
    let end = |value: f64| {
        let value = write(language, short(value));
        match &number.input.unit {
            Some(unit) => say::with_unit(language, unit, MessageArgument::Phrase(&value)),
            None => value,
        }
    };
    SplitHead::Line {
        ends: [span.0, span.1].map(|value| LineEnd {
            name: end(value),
            picture: None,
        }),
        mean: ResultsTexts::of(language).head_mean.to_owned(),
        poles: false,
    }
}

/// The row, and its mean. What lies far outside counts in the mean and has no dot.
pub fn row(
    language: Language,
    number: &NumberFigure<'_>,
    span: (f64, f64),
) -> (RowFigure, Vec<String>) {
    let (results, columns) = (number.results, &number.results.columns);
    let middle = if columns.single { 0.0 } else { 0.5 };
    let at = |(column, count): (usize, &u64)| {
        let value = columns.from + (column as f64 + middle) * columns.step;
        (placed(value, span), *count)
    };
    let figure = RowFigure::Line {
        fine: fine(columns.counts.iter().enumerate().map(at)),
        mean: results.mean.map(|mean| placed(mean, span)),
    };
    let said = results
        .mean
        .map(|mean| write(language, mean_of(results, mean)));
    (figure, said.into_iter().collect())
}
