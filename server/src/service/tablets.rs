//! The tablets that tables of a room share, for whoever leads it.

use serde::Deserialize;
use shared::event::Event;
use shared::ids::TabletNumber;

use super::ServiceError;
use crate::lobby::FoundRoom;
use crate::room::RoomHandle;

/// What a host does with tablets.
#[derive(Debug, Deserialize)]
#[serde(tag = "do", rename_all = "snake_case")]
pub enum TabletRequest {
    /// Lets one be shared no more.
    End { tablet: TabletNumber },
    /// Makes the codes anew.
    Renew,
}

/// Does it; the sequence under which it is stored.
///
/// # Errors
/// Those of the room.
pub async fn carry_out(
    (found, handle): (&FoundRoom, &RoomHandle),
    request: TabletRequest,
) -> Result<u64, ServiceError> {
    let (event, done) = match request {
        TabletRequest::End { tablet } => {
            (Event::TabletEnded { tablet }, "a tablet is shared no more")
        }
        TabletRequest::Renew => {
            let event = handle.read(|room| room.renewing_tablet_codes())?;
            (event, "the codes for tablets were made anew")
        }
    };
    let stored = handle.submit(event).await?;
    tracing::info!(room = %found.id, "{done}");
    Ok(stored.seq)
}
