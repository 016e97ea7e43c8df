//! What a room does not know of itself.

use super::{Screen, WaitingCounts};
use crate::ids::Millis;
use crate::limits::REACTIONS_MAX;

/// What surrounds a room at a moment and is stored nowhere.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Around {
    /// People connected now.
    pub present: u64,
    /// Answers on their way to disk.
    pub sending: u64,
    /// What the projected page is used for.
    pub screen: Screen,
    /// Who waits to join, while somebody does.
    pub waiting: Option<WaitingCounts>,
    /// Who asked for more time, while nobody has answered them.
    pub more_time: Option<TimeRequests>,
    /// How often each reaction was sent since the server began with the room, by its place; begins
    /// anew behind the highest number.
    pub reactions: [u32; REACTIONS_MAX],
}

/// Who asked for more time, while nobody has answered them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TimeRequests {
    /// When the countdown that it is about is at nought.
    pub until: Millis,
    /// How many.
    pub people: u64,
}
