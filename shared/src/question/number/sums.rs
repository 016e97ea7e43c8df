//! What numbers add up to: how many gave each.

use super::NumberResults;
use crate::question::sums::{Measure, SumSubject, SumTable};

impl NumberResults {
    /// All of it as numbers.
    pub fn sums(&self) -> SumTable {
        let (lower, upper) = self.quartiles.unzip();
        SumTable::of(self.voters, SumSubject::Number, &[Measure::Votes])
            .and(Measure::Mean, self.mean)
            .and(Measure::Median, self.median)
            .and(Measure::LowerQuartile, lower)
            .and(Measure::UpperQuartile, upper)
            .each(&self.values)
    }
}
