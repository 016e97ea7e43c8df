//! What open answers add up to: the votes of those that have any.

use super::OpenResults;
use crate::question::sums::{Measure, SumLabel, SumRow, SumSubject, SumTable};

impl OpenResults {
    /// All of it as numbers.
    pub fn sums(&self) -> SumTable {
        let mut table = SumTable::of(self.voters, SumSubject::Answer, &[Measure::Votes])
            .and(Measure::Given, Some(self.total as f64))
            .and(
                Measure::Votes,
                (self.votes > 0).then_some(self.votes as f64),
            );
        let voted = self.answers.iter().filter(|answer| answer.votes > 0);
        let row = voted.map(|answer| SumRow {
            label: SumLabel::Text(answer.text.clone()),
            values: vec![Some(answer.votes as f64)],
        });
        table.rows.extend(row);
        table
    }
}
