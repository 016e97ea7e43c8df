//! Rooms as a whole: found, started, given new links, removed.

use shared::host::HostRole;
use shared::ids::RoomId;
use shared::instant::LocalMoment;
use shared::limits::ROOM_PARTICIPANTS;

use super::ServiceError;
use crate::App;
use crate::auth::{links, watch};
use crate::clock::now_ms;
use crate::lobby::{FoundRoom, NewRoom};
use crate::room::RoomHandle;

/// A room that is loaded.
///
/// # Errors
/// There is none of that name, or it can't be read now.
pub async fn reach(app: &App, room: &RoomId) -> Result<(FoundRoom, RoomHandle), ServiceError> {
    let found = app.lobby.find(room).await?;
    let handle = app.registry.get(room);
    handle.ready().await?;
    Ok((found, handle))
}

/// That a room still has its answers.
///
/// # Errors
/// [`ServiceError::AnswersEnded`] where it has not.
pub fn has_answers(found: &FoundRoom) -> Result<(), ServiceError> {
    match found.document.answers_ended {
        Some(_) => Err(ServiceError::AnswersEnded),
        None => Ok(()),
    }
}

/// Starts a room from a deck.
///
/// # Errors
/// [`ServiceError::ExpectedOutOfRange`], [`ServiceError::DayHasPassed`], and those of the lobby.
pub async fn start(app: &App, deck: &str, wanted: NewRoom) -> Result<FoundRoom, ServiceError> {
    let possible = |expected: u32| (1..=ROOM_PARTICIPANTS).contains(&(expected as usize));
    if !wanted.expected.is_none_or(possible) {
        return Err(ServiceError::ExpectedOutOfRange);
    }
    let today = app.settings.zone.day(now_ms());
    let planned = wanted.planned.as_ref();
    if planned.is_some_and(|at| at.day() < today.as_str()) {
        return Err(ServiceError::DayHasPassed);
    }
    Ok(app.lobby.open(deck, wanted).await?)
}

/// When a room is to take place, as it was written; nothing where nothing was.
///
/// # Errors
/// [`ServiceError::NotPlannable`]
pub fn planned(written: Option<&str>) -> Result<Option<LocalMoment>, ServiceError> {
    let written = written.map(str::trim).filter(|written| !written.is_empty());
    written
        .map(|written| LocalMoment::parse(written).ok_or(ServiceError::NotPlannable))
        .transpose()
}

/// Gives a role a new link: the old one, its cookies and its sockets end.
///
/// # Errors
/// [`ServiceError::UnknownRole`], and those of the lobby.
pub async fn renew_link(
    app: &App,
    room: &RoomId,
    role: &str,
) -> Result<(HostRole, FoundRoom), ServiceError> {
    let role = links::role(role).ok_or(ServiceError::UnknownRole)?;
    Ok((role, watch::renew_link(app, room, role).await?))
}

/// Removes a room and everything in it, for good.
///
/// # Errors
/// Those of the lobby; after one, the same again is safe.
pub async fn remove(app: &App, room: &RoomId) -> Result<(), ServiceError> {
    Ok(app.lobby.remove(room).await?)
}
