//! What a choice adds up to: votes of each option, and of each text behind `{other}`.

use super::ChoiceResults;
use crate::question::sums::{Measure, SumSubject, SumTable};

impl ChoiceResults {
    /// All of it as numbers.
    pub fn sums(&self) -> SumTable {
        let heads = [Measure::Votes, Measure::Share];
        let options = self.options.iter().map(|it| (it.label.as_str(), it.votes));
        let others = self.others.iter().flatten();
        let others = others.map(|it| (it.text.as_str(), it.votes));
        SumTable::of(self.voters, SumSubject::Answer, &heads).counting(options.chain(others))
    }
}
