//! What words add up to: how many people gave each.

use super::WordsResults;
use crate::question::sums::{Measure, SumSubject, SumTable};

impl WordsResults {
    /// All of it as numbers.
    pub fn sums(&self) -> SumTable {
        let heads = [Measure::Votes, Measure::Share];
        SumTable::of(self.voters, SumSubject::Answer, &heads)
            .and(Measure::Given, Some(self.given as f64))
            .and(Measure::Distinct, Some(self.distinct as f64))
            .counting(self.entries.iter().map(|it| (it.text.as_str(), it.count)))
    }
}
