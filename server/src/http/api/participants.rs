//! Removing participants of a room who joined between two moments, and returning them.

use axum::Json;
use axum::body::Body;
use axum::extract::{Extension, Path, State};
use serde::Deserialize;
use serde_json::{Value, json};
use shared::event::Event;
use shared::ids::RoomId;
use shared::instant;
use shared::refusal::Refusal;
use shared::room::{Concerned, Stretch};

use super::rooms::reach;
use super::{json, owner};
use crate::App;
use crate::http::caller::Caller;
use crate::http::failure::Failure;
use crate::lobby::Found;
use crate::room::{RoomHandle, Trouble};

/// From one moment until before another.
#[derive(Deserialize)]
pub struct Between {
    joined_from: String,
    joined_to: String,
}

/// Whether people are removed or returned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    Remove,
    Return,
}

/// What a removal or return came to.
pub struct Done {
    pub concerned: Concerned,
    seq: u64,
}

/// `POST /api/v1/rooms/{room}/participants/remove`
pub async fn remove(app: State<App>, caller: Extension<Caller>, room: Path<RoomId>, body: Body) -> Answer {
    call(app, caller, room, body, Deed::Remove).await
}

/// `POST /api/v1/rooms/{room}/participants/return`
pub async fn bring_back(app: State<App>, caller: Extension<Caller>, room: Path<RoomId>, body: Body) -> Answer {
    call(app, caller, room, body, Deed::Return).await
}

type Answer = Result<Json<Value>, Failure>;

async fn call(
    State(app): State<App>,
    Extension(caller): Extension<Caller>,
    Path(room): Path<RoomId>,
    body: Body,
    deed: Deed,
) -> Answer {
    owner(&app, &caller).await?;
    let (found, handle) = reach(&app, &room).await?;
    let Between { joined_from, joined_to } = json(body).await?;
    let done = carry_out(&app, &found, &handle, deed, stretch(&joined_from, &joined_to)?).await?;
    let Concerned { people, answers } = done.concerned;
    Ok(Json(json!({ "seq": done.seq, "participants": people, "answers": answers })))
}

/// The stretch between two moments as people write them.
///
/// # Errors
/// `out_of_range` where one is no moment, or the second is not after the first.
pub fn stretch(from: &str, to: &str) -> Result<Stretch, Failure> {
    let moments = instant::read(from).zip(instant::read(to)).filter(|(from, to)| from < to);
    let (from, to) = moments.ok_or(Trouble::Refused(Refusal::OutOfRange))?;
    Ok(Stretch { from, to })
}

/// Removes or returns who joined in a stretch of time, and says how many people and answers that was about.
///
/// # Errors
/// Those of the room.
pub async fn carry_out(
    app: &App,
    found: &Found,
    handle: &RoomHandle,
    deed: Deed,
    stretch: Stretch,
) -> Result<Done, Failure> {
    let Stretch { from: joined_from, to: joined_to } = stretch;
    let (concerned, event) = match deed {
        Deed::Remove => (handle.read(|room| room.would_remove(stretch))?, Event::Removed { joined_from, joined_to }),
        Deed::Return => (handle.read(|room| room.would_return(stretch))?, Event::Returned { joined_from, joined_to }),
    };
    let concerned = concerned.map_err(Trouble::Refused)?;
    let seq = handle.submit(event).await?.seq;
    app.hall.of(&found.id, handle).forget_removed();
    let said = match deed {
        Deed::Remove => "participants were removed",
        Deed::Return => "participants were let back in",
    };
    tracing::info!(room = %found.id, participants = concerned.people, "{said}");
    Ok(Done { concerned, seq })
}
