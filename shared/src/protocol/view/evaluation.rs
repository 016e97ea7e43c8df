//! What hosts see of the evaluation.

use serde::{Deserialize, Serialize};

/// What stays open after the end of a room, and how far it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EvaluationView {
    /// Whether it takes answers.
    pub open: bool,
    /// How many have given theirs; of the form that most did, where there are several.
    pub voters: u64,
}
