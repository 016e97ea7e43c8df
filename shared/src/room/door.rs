//! Who may come in: the door, and what a host says of those who wait before it.
//!
//! Beside the controls and not among them: each names what it wants, so none depends on where the
//! stage is.

use serde::{Deserialize, Serialize};

use crate::deck::PhonesTo;
use crate::event::Event;
use crate::phase::Phase;
use crate::refusal::Refusal;
use crate::room::Room;
use crate::room::idempotency::{Decision, repeat_if};

/// What a host says of who may come in, with the words of the HTTP API.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "do", rename_all = "snake_case")]
pub enum Admission {
    /// Opens or closes the door.
    Door {
        /// How it is to be.
        to: Door,
    },
    /// Lets in who waits. Stored nowhere: it holds while the server runs.
    Admit,
    /// Leaves them waiting. Stored nowhere either.
    Wait,
}

/// How a door is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Door {
    /// Everybody may join.
    Open,
    /// Whoever is in stays, and nobody else joins.
    Closed,
}

impl Admission {
    /// The words by which an order is one of these.
    pub const WORDS: [&str; 3] = ["door", "admit", "wait"];

    /// What is stored of it.
    pub fn event(self) -> Option<Event> {
        match self {
            Self::Door { to } => Some(Event::DoorSet {
                open: to == Door::Open,
            }),
            Self::Admit | Self::Wait => None,
        }
    }
}

impl Room {
    /// Whether the door is closed to newcomers. When all is over there is nothing more to keep
    /// anybody from.
    pub fn is_door_closed(&self) -> bool {
        self.door_closed && self.phase != Phase::Ended
    }

    pub(super) fn decide_phones(&self, to: PhonesTo) -> Result<Decision, Refusal> {
        Ok(repeat_if(self.phones == to))
    }

    pub(super) fn decide_door(&self, open: bool) -> Result<Decision, Refusal> {
        self.running()?;
        Ok(repeat_if(self.door_closed != open))
    }
}
