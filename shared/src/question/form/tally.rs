//! What forms add up to: how many there are. What is in them adds up elsewhere, through the gate.

use serde::{Deserialize, Serialize};

use super::FieldTotals;
use crate::question::Answer;
use crate::question::kind::Sum;
use crate::question::word_counts::WordCounts;

/// How many people filled it in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FormTally {
    voters: u64,
}

impl FormTally {
    /// Counts one form.
    pub fn add(&mut self) {
        self.voters += 1;
    }

    /// Takes back one form.
    pub fn remove(&mut self) {
        self.voters = self.voters.saturating_sub(1);
    }

    /// What it comes to.
    pub fn results(self) -> FormResults {
        FormResults {
            voters: self.voters,
            fields: None,
        }
    }
}

impl Sum for FormTally {
    fn add_answer(&mut self, answer: &Answer) {
        if answer.is_kept_apart() {
            self.add();
        }
    }

    fn remove_answer(&mut self, answer: &Answer) {
        if answer.is_kept_apart() {
            self.remove();
        }
    }

    fn voters(&self) -> u64 {
        self.voters
    }

    fn word_counts(&self) -> Option<&WordCounts> {
        None
    }

    fn word_counts_mut(&mut self) -> Option<&mut WordCounts> {
        None
    }
}

/// What a form adds up to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FormResults {
    /// People who filled it in.
    pub voters: u64,
    /// Totals of ratings and choices, for organisers alone and from 5 forms on.
    pub fields: Option<Vec<FieldTotals>>,
}
