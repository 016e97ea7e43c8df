//! What a room task can be asked, and how it answers: one closed enum each way.

use shared::control::Control;
use shared::event::Event;
use shared::host::Actor;
use shared::refusal::Refusal;
use shared::room::{Outcome, Receipt};
use tokio::sync::oneshot;

/// A message to a room task.
pub enum TaskMessage {
    /// Something a participant or the organiser did, already validated and normalised.
    Submit {
        event: Event,
        /// Which host asks for it; none of a participant.
        by: Option<Actor>,
        reply: oneshot::Sender<SubmitReply>,
    },
    /// A control, to be resolved once everything before it has been applied.
    Control {
        control: Control,
        by: Option<Actor>,
        reply: oneshot::Sender<SubmitReply>,
    },
}

/// What became of a message.
pub type SubmitReply = Result<Ack, SubmitError>;

/// It is on disk, in the record of that sequence or an earlier one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ack {
    pub seq: u64,
    pub receipt: Receipt,
}

/// Why a message was not stored, or a room could not be reached.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SubmitError {
    /// The room says no; final.
    #[error("refused: {}", .0.code())]
    Refused(Refusal),
    /// Nothing can be stored now: the disk is full or the store is closing.
    #[error("nothing can be stored now")]
    CannotStore,
    /// Too much is waiting, or this node has not caught up yet: the same again is safe, and may
    /// work.
    #[error("try again")]
    TryAgain,
    /// This participant sent more than a person sends. Something else may be sent again after so
    /// many seconds.
    #[error("too fast")]
    TooFast { retry_seconds: u64 },
    /// There is no such room, or no longer.
    #[error("no such room")]
    Gone,
    /// The room's journal can't be read; other rooms go on.
    #[error("the room's journal is damaged")]
    Damaged,
}

impl SubmitError {
    /// The word by which programs distinguish troubles.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Refused(refusal) => refusal.code(),
            Self::CannotStore => "cannot_store",
            Self::TryAgain => "try_again",
            Self::TooFast { .. } => "too_fast",
            Self::Gone => "unknown_room",
            Self::Damaged => "room_damaged",
        }
    }
}

/// A sender's answer, from what the fold said of their event.
pub fn reply_of(outcome: Outcome, seq: u64) -> SubmitReply {
    match outcome {
        Outcome::Accepted(receipt) | Outcome::Repeated(receipt) => Ok(Ack { seq, receipt }),
        Outcome::Refused(refusal) => Err(SubmitError::Refused(refusal)),
    }
}
