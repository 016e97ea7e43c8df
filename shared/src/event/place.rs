//! Where an answer belongs, and an event without the content of one.

use super::Event;
use crate::ids::{Key, ParticipantId, Revision, Round, SlideId};

/// Where an answer belongs: what its events have in common.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnswerPlace {
    /// Whose.
    pub participant: ParticipantId,
    /// To what.
    pub question: SlideId,
    /// In which round.
    pub round: Round,
    /// Set for something that was added.
    pub key: Option<Key>,
}

impl AnswerPlace {
    /// Whether that is where a value, or something added, belongs.
    pub(crate) fn is(&self, participant: ParticipantId, question: &SlideId, round: Round) -> bool {
        self.participant == participant && self.question == *question && self.round == round
    }
}

impl Event {
    /// The same event with nothing of its content left, if it is about that place. Who, where and
    /// when stay, and the turn is the one it was stored under, so that a fold comes to the same
    /// ids.
    pub fn redacted(self, place: &AnswerPlace, stored_turn: Option<Revision>) -> Self {
        match self {
            Self::Answered {
                participant,
                question,
                round,
                ..
            } if place.key.is_none() && place.is(participant, &question, round) => Self::Answered {
                participant,
                question,
                round,
                turn: stored_turn,
                answer: None,
                held: Vec::new(),
            },
            Self::Added {
                participant,
                question,
                round,
                key,
                held,
                ..
            } if place.key.as_ref() == Some(&key) && place.is(participant, &question, round) => {
                Self::Added {
                    participant,
                    question,
                    round,
                    key,
                    turn: stored_turn,
                    text: None,
                    held,
                }
            }
            // Of another place, or nothing that anybody typed.
            other @ (Self::Created { .. }
            | Self::DeckChanged { .. }
            | Self::Joined { .. }
            | Self::JoinedAgain { .. }
            | Self::Removed { .. }
            | Self::Returned { .. }
            | Self::DoorSet { .. }
            | Self::PhonesSet { .. }
            | Self::Answered { .. }
            | Self::Added { .. }
            | Self::Upvoted { .. }
            | Self::Moved { .. }
            | Self::Opened { .. }
            | Self::Closed { .. }
            | Self::Shown { .. }
            | Self::VotingStarted { .. }
            | Self::Reset { .. }
            | Self::Skipped { .. }
            | Self::Extended { .. }
            | Self::Begun { .. }
            | Self::EvaluationOpened { .. }
            | Self::Ended { .. }
            | Self::Resumed { .. }
            | Self::Undone { .. }
            | Self::Erased { .. }
            | Self::WordHidden { .. }
            | Self::WordMerged { .. }
            | Self::WordApproved { .. }
            | Self::AnswerHidden { .. }
            | Self::AnswerMerged { .. }
            | Self::AnswerApproved { .. }
            | Self::HoldSet { .. }) => other,
        }
    }
}
