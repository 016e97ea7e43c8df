//! What numbers add up to: how many gave each, or are in each column where the values are gone.

use super::NumberResults;
use crate::question::sums::{Measure, SumLabel, SumRow, SumSubject, SumTable};

impl NumberResults {
    /// All of it as numbers.
    pub fn sums(&self) -> SumTable {
        let (lower, upper) = self.quartiles.unzip();
        let mut table = SumTable::of(self.voters, SumSubject::Number, &[Measure::Votes])
            .and(Measure::Mean, self.mean)
            .and(Measure::Median, self.median)
            .and(Measure::LowerQuartile, lower)
            .and(Measure::UpperQuartile, upper)
            .each(&self.values);
        if self.values.is_empty() {
            table.rows = self.columns().collect();
        }
        table
    }

    fn columns(&self) -> impl Iterator<Item = SumRow> {
        let columns = &self.columns;
        let row = |(place, count): (usize, &u64)| {
            let from = columns.from + columns.step * place as f64;
            let label = if columns.single {
                SumLabel::Number(from)
            } else {
                SumLabel::Text(format!("{from} – {}", from + columns.step))
            };
            let values = vec![Some(*count as f64)];
            SumRow { label, values }
        };
        columns.counts.iter().enumerate().map(row)
    }
}
