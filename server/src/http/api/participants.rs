//! Removing participants of a room who joined between two moments, and returning them.

use axum::Json;
use axum::body::Body;
use axum::extract::{Path, State};
use serde::Deserialize;
use serde_json::{Value, json};
use shared::ids::RoomId;
use shared::room::AffectedCounts;

use crate::App;
use crate::http::body::json;
use crate::http::failure::Failure;
use crate::http::rights::Owner;
use crate::service::participants::{Removal, carry_out, time_range};

/// From one moment until before another.
#[derive(Deserialize)]
pub struct Between {
    joined_from: String,
    joined_to: String,
}

/// `POST /api/v1/rooms/{room}/participants/remove`
pub async fn remove(owner: Owner, app: State<App>, room: Path<RoomId>, body: Body) -> JsonResult {
    call(owner, app, room, body, Removal::Remove).await
}

/// `POST /api/v1/rooms/{room}/participants/return`
pub async fn bring_back(
    owner: Owner,
    app: State<App>,
    room: Path<RoomId>,
    body: Body,
) -> JsonResult {
    call(owner, app, room, body, Removal::Return).await
}

type JsonResult = Result<Json<Value>, Failure>;

async fn call(
    owner: Owner,
    State(app): State<App>,
    Path(room): Path<RoomId>,
    body: Body,
    removal: Removal,
) -> JsonResult {
    let (found, handle) = owner.reach_answers(&app, &room).await?;
    let Between {
        joined_from,
        joined_to,
    } = json(body).await?;
    let done = carry_out(
        &app,
        &found,
        &handle,
        removal,
        time_range(&joined_from, &joined_to)?,
    )
    .await?;
    let AffectedCounts { people, answers } = done.concerned;
    Ok(Json(
        json!({ "seq": done.seq, "participants": people, "answers": answers }),
    ))
}
