//! What a group chose, in its row: each option's share of it.

use super::ChoiceFigure;
use crate::charts::share::percent;
use crate::charts::split_rows::{RowFigure, SplitHead};

/// The options in the order of the deck.
pub fn head(choice: &ChoiceFigure<'_>) -> SplitHead {
    let options = choice.results.options.iter();
    SplitHead::Columns(options.map(|option| option.label.clone()).collect())
}

/// The row, with percents of the group.
pub fn row(choice: &ChoiceFigure<'_>) -> (RowFigure, Vec<String>) {
    let voters = choice.results.voters;
    let options = &choice.results.options;
    let shares = options
        .iter()
        .map(|option| option.votes as f64 / voters.max(1) as f64);
    let said = options
        .iter()
        .map(|option| format!("{}%", percent(option.votes, voters).unwrap_or(0)));
    (RowFigure::Cells(shares.collect()), said.collect())
}
