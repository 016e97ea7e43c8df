//! An answer that a host entered for somebody without a phone.

use serde::{Deserialize, Serialize};

use crate::ids::ParticipantId;
use crate::question::Answer;

/// One of the answers that a host entered.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TypedAnswer {
    /// Whose: people without a phone have numbers within a round, from 1. Whoever has that number
    /// in another round is somebody else.
    pub hand: u32,
    /// What, of a question that is answered once; nothing once it has been erased.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer: Option<Answer>,
    /// What, of a question to which texts are added; nothing once it has been erased.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
}

impl TypedAnswer {
    /// The same with nothing of its content left.
    pub(crate) fn redacted(self) -> Self {
        Self {
            hand: self.hand,
            answer: None,
            text: None,
        }
    }

    /// Who that is in the rounds of questions.
    pub fn participant(&self) -> ParticipantId {
        ParticipantId::by_hand(self.hand)
    }
}
