//! What a scale adds up to: for each statement its mean and how many gave each value.

use super::{ScaleResults, StatementResults};
use crate::question::sums::{Measure, SumLabel, SumRow, SumSubject, SumTable};

impl ScaleResults {
    /// All of it as numbers.
    pub fn sums(&self) -> SumTable {
        let steps = self
            .statements
            .first()
            .map_or(0, |first| first.counts.len());
        let steps = (self.from..).take(steps).map(Measure::Step);
        let heads = [Measure::Mean, Measure::Skipped].into_iter().chain(steps);
        let heads: Vec<Measure> = heads.collect();
        let mut table = SumTable::of(self.voters, SumSubject::Statement, &heads)
            .and(Measure::Skipped, Some(self.skipped as f64));
        table.rows.extend(self.statements.iter().map(row));
        table
    }
}

fn row(statement: &StatementResults) -> SumRow {
    let counts = statement.counts.iter().map(|count| Some(*count as f64));
    let first = [statement.mean, Some(statement.skipped as f64)];
    SumRow {
        label: SumLabel::Text(statement.label.clone()),
        values: first.into_iter().chain(counts).collect(),
    }
}
