//! What of a form is in a table of all questions: how many filled it in, and nothing of what.

use super::FormResults;
use crate::question::sums::{SumSubject, SumTable};

impl FormResults {
    /// All of it as numbers.
    pub fn sums(&self) -> SumTable {
        SumTable::of(self.voters, SumSubject::Answer, &[])
    }
}
