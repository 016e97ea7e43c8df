//! What hosts see of the evaluation.

use serde::{Deserialize, Serialize};

use crate::protocol::view::HostView;

/// What stays open after the end of a room, and how far it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EvaluationView {
    /// Whether it takes answers.
    pub open: bool,
    /// How many have given theirs; of the form that most did, where there are several.
    pub voters: u64,
}

impl HostView {
    /// Whether there is something to join for: the room, or what is open of it after its end.
    pub fn can_be_joined(&self) -> bool {
        !self.has_ended() || self.evaluation.is_some_and(|evaluation| evaluation.open)
    }
}
