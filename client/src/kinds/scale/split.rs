//! A group's values, in its row: of one statement how many gave each step, and the mean; of several
//! their means.

use shared::question::scale::StatementResults;

use super::ScaleFigure;
use crate::charts::share::percent;
use crate::charts::split_rows::{RowFigure, SplitHead, placed};
use crate::language::Language;
use crate::messages::results::ResultsTexts;
use crate::texts::charts::decimal;

/// The steps with what their ends mean and the mean behind them, or the statements.
pub fn head(language: Language, scale: &ScaleFigure<'_>) -> SplitHead {
    let [statement] = scale.results.statements.as_slice() else {
        let statements = scale.results.statements.iter();
        return SplitHead::Columns(statements.map(|each| each.label.clone()).collect());
    };
    let last = statement.counts.len().saturating_sub(1);
    let step = |place: usize| {
        let value = scale.results.from + place as i32;
        let means = match place {
            0 => scale.input.low.as_ref(),
            place if place == last => scale.input.high.as_ref(),
            _ => None,
        };
        means.map_or_else(|| value.to_string(), |means| format!("{value} {means}"))
    };
    let mean = ResultsTexts::of(language).head_mean.to_owned();
    SplitHead::Columns((0..=last).map(step).chain([mean]).collect())
}

/// The row, with percents of the group and its mean, or its means.
pub fn row(language: Language, scale: &ScaleFigure<'_>) -> (RowFigure, Vec<String>) {
    let from = f64::from(scale.results.from);
    let mean = |statement: &StatementResults| {
        let to = from + statement.counts.len().saturating_sub(1) as f64;
        match statement.mean {
            Some(mean) => (placed(mean, (from, to)) / 100.0, decimal(language, mean)),
            None => (0.0, "–".to_owned()),
        }
    };
    let statements = &scale.results.statements;
    let cells: Vec<(f64, String)> = match statements.as_slice() {
        [statement] => {
            let given: u64 = statement.counts.iter().sum();
            let step = |count: &u64| {
                let share = *count as f64 / given.max(1) as f64;
                (share, format!("{}%", percent(*count, given).unwrap_or(0)))
            };
            let steps = statement.counts.iter().map(step);
            steps.chain([mean(statement)]).collect()
        }
        several => several.iter().map(mean).collect(),
    };
    let (shares, said) = cells.into_iter().unzip();
    (RowFigure::Cells(shares), said)
}
