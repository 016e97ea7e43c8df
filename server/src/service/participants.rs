//! Removing participants of a room who joined between two moments, and returning them.

use shared::event::Event;
use shared::instant;
use shared::refusal::Refusal;
use shared::room::{AffectedCounts, TimeRange};

use super::ServiceError;
use crate::App;
use crate::lobby::FoundRoom;
use crate::room::{RoomHandle, SubmitError};

/// Whether people are removed or returned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Removal {
    Remove,
    Return,
}

/// What a removal or return came to.
pub struct Done {
    pub concerned: AffectedCounts,
    pub seq: u64,
}

/// The stretch between two moments as people write them.
///
/// # Errors
/// `out_of_range` where one is no moment, or the second is not after the first.
pub fn time_range(from: &str, to: &str) -> Result<TimeRange, ServiceError> {
    let moments = instant::read(from)
        .zip(instant::read(to))
        .filter(|(from, to)| from < to);
    let (from, to) = moments.ok_or(SubmitError::Refused(Refusal::OutOfRange))?;
    Ok(TimeRange { from, to })
}

/// Removes or returns who joined in a stretch of time, and says how many people and answers that
/// was about.
///
/// # Errors
/// Those of the room.
pub async fn carry_out(
    app: &App,
    found: &FoundRoom,
    handle: &RoomHandle,
    removal: Removal,
    range: TimeRange,
) -> Result<Done, ServiceError> {
    let TimeRange {
        from: joined_from,
        to: joined_to,
    } = range;
    let (concerned, event) = match removal {
        Removal::Remove => (
            handle.read(|room| room.would_remove(range))?,
            Event::Removed {
                joined_from,
                joined_to,
            },
        ),
        Removal::Return => (
            handle.read(|room| room.would_return(range))?,
            Event::Returned {
                joined_from,
                joined_to,
            },
        ),
    };
    let concerned = concerned.map_err(SubmitError::Refused)?;
    let seq = handle.submit(event).await?.seq;
    app.fanout.of(&found.id, handle).forget_removed();
    let said = match removal {
        Removal::Remove => "participants were removed",
        Removal::Return => "participants were let back in",
    };
    tracing::info!(room = %found.id, participants = concerned.people, "{said}");
    Ok(Done { concerned, seq })
}
