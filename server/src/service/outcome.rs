//! What came of a room, in one place: whether its answers tell it or, once these have ended, its
//! totals.

use shared::ids::SlideId;
use shared::room::Room;

use super::{ServiceError, forms};
use crate::App;
use crate::lobby::{FoundRoom, LobbyError};
use crate::outcome::RoomOutcome;
use crate::room::RoomHandle;
use crate::store::Store;
use crate::totals::{self, TotalsDocument};

/// What came of a room.
///
/// # Errors
/// [`ServiceError::NotSplittable`] where nothing can be split by that question,
/// [`ServiceError::AnswersEnded`] where nothing can any more, and those of the room and the store.
pub async fn of(
    app: &App,
    (found, handle): (&FoundRoom, &RoomHandle),
    split: Option<&SlideId>,
) -> Result<RoomOutcome, ServiceError> {
    if let Some(ended) = found.document.answers_ended {
        if split.is_some() {
            return Err(ServiceError::AnswersEnded);
        }
        let totals = totals_of(&app.store, found).await?;
        let totals = totals.ok_or(LobbyError::Unknown)?;
        return Ok(RoomOutcome::of_totals(&totals, ended.at));
    }
    let tables = forms::tables(app, found, handle).await?;
    let split = split.cloned();
    let outcome = move |room: &Room| {
        can_split(room, split.as_ref())?;
        Ok(RoomOutcome::of_room(room, &tables, split.as_ref()))
    };
    handle.read_apart(outcome).await?
}

/// What stands in place of the answers of a room; nothing while it has them.
///
/// # Errors
/// Those of the store.
pub async fn totals_of(
    store: &Store,
    found: &FoundRoom,
) -> Result<Option<TotalsDocument>, LobbyError> {
    match found.document.answers_ended {
        Some(_) => Ok(totals::get(store, &found.id).await?),
        None => Ok(None),
    }
}

/// Whether results can be split by that question, where one is named.
///
/// # Errors
/// [`ServiceError::NotSplittable`] where they can't.
pub fn can_split(room: &Room, by: Option<&SlideId>) -> Result<(), ServiceError> {
    match by {
        Some(by) if !room.can_split_by(by) => Err(ServiceError::NotSplittable),
        _ => Ok(()),
    }
}
