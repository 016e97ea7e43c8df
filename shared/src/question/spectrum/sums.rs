//! What places between two poles add up to: how many took each.

use super::SpectrumResults;
use crate::question::sums::{Measure, SumLabel, SumRow, SumSubject, SumTable};

impl SpectrumResults {
    /// All of it as numbers; each whole place that somebody took.
    pub fn sums(&self) -> SumTable {
        let mut table = SumTable::of(self.voters, SumSubject::Place, &[Measure::Votes])
            .and(Measure::Mean, self.mean)
            .and(Measure::Median, self.median);
        let places = self
            .fine
            .iter()
            .enumerate()
            .filter(|(_, votes)| **votes > 0);
        table.rows.extend(places.map(|(place, votes)| SumRow {
            label: SumLabel::Number(place as f64),
            values: vec![Some(*votes as f64)],
        }));
        table
    }
}
