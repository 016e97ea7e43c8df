//! Where an answer belongs, and an event without the content of one.

use super::{Event, QaChange, TypedAnswer};
use crate::ids::{AnswerId, Key, ParticipantId, Revision, Round, SlideId};

/// The id under which a room's questions to the speakers are asked for, in place of a slide's.
pub const QA: &str = "qa";

/// Where an answer belongs: what its events have in common.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnswerPlace {
    /// Whose; nobody's where a host typed it in.
    pub participant: Option<ParticipantId>,
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
        self.participant == Some(participant) && self.question == *question && self.round == round
    }
}

impl AnswerPlace {
    /// Of a question to the speakers.
    pub(crate) fn of_qa(participant: Option<ParticipantId>, key: Key) -> Self {
        Self {
            participant,
            question: SlideId::from(QA),
            round: 1,
            key: Some(key),
        }
    }

    fn is_asked(&self, participant: Option<ParticipantId>, key: &Key) -> bool {
        self.question.as_str() == QA
            && self.participant == participant
            && self.key.as_ref() == Some(key)
    }
}

impl Event {
    /// The same event with nothing of its content left, if it is about that answer and its place.
    /// Who, where and when stay, and the turn is the one it was stored under, so that a fold comes
    /// to the same ids.
    pub fn redacted(
        self,
        (answer, place): (AnswerId, &AnswerPlace),
        stored_turn: Option<Revision>,
    ) -> Self {
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
            Self::Typed {
                question,
                round,
                key,
                group,
                rests_on,
                answers,
            } if place.question == question && place.round == round => {
                let is_it = |typed: &TypedAnswer| place.participant == Some(typed.participant());
                let redact = |typed: TypedAnswer| match is_it(&typed) {
                    true => typed.redacted(),
                    false => typed,
                };
                Self::Typed {
                    question,
                    round,
                    key,
                    group,
                    rests_on,
                    answers: answers.into_iter().map(redact).collect(),
                }
            }
            Self::QaAsked {
                participant,
                key,
                held,
                ..
            } if place.is_asked(participant, &key) => Self::QaAsked {
                participant,
                key,
                text: None,
                held,
            },
            Self::QaModerated {
                question,
                change: QaChange::Replied { .. },
            } if question == answer => Self::QaModerated {
                question,
                change: QaChange::Replied { text: None },
            },
            // Of another place, or nothing that anybody typed.
            other @ (Self::Created { .. }
            | Self::DeckChanged { .. }
            | Self::Joined { .. }
            | Self::JoinedAgain { .. }
            | Self::GroupChosen { .. }
            | Self::Finished { .. }
            | Self::TabletShared { .. }
            | Self::TabletEnded { .. }
            | Self::TabletsRenewed { .. }
            | Self::Removed { .. }
            | Self::Returned { .. }
            | Self::DoorSet { .. }
            | Self::PhonesSet { .. }
            | Self::AfterPageSet { .. }
            | Self::Answered { .. }
            | Self::Added { .. }
            | Self::Typed { .. }
            | Self::Upvoted { .. }
            | Self::QaAsked { .. }
            | Self::QaUpvoted { .. }
            | Self::QaModerated { .. }
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
