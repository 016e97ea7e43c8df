//! What is sent a second time changes nothing: an event that the room knows already is acknowledged
//! again.

use crate::ids::Revision;
use crate::refusal::Refusal;

use Decision::{Accept, Repeat};

/// What becomes of an event that is not refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decision {
    /// It changes the room.
    Accept,
    /// The room knows it already: acknowledge again, change nothing.
    Repeat,
}

/// Whether an event changes the room, by whether it came to that before.
pub(super) fn repeat_if(known: bool) -> Decision {
    if known { Repeat } else { Accept }
}

/// What is stored already is acknowledged, whatever has become of the question. Under a higher turn
/// it takes the place of the one before if it still can: else an older answer that was held up on
/// its way would come through after the newer one was acknowledged.
pub(super) fn again(
    same: bool,
    anew: bool,
    replace: impl FnOnce() -> Result<Decision, Refusal>,
) -> Result<Decision, Refusal> {
    match (same, anew) {
        (true, false) => Ok(Repeat),
        (true, true) => Ok(replace().unwrap_or(Repeat)),
        (false, _) => replace(),
    }
}

/// A form's answer gets the turn after the last; after the last of all there is none.
pub(super) fn is_newer(turn: Option<Revision>, stored: Revision) -> bool {
    turn.map_or(stored < Revision::MAX, |turn| turn > stored)
}
