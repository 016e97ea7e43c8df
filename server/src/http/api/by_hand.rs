//! Answers that hosts enter, over the API.

use axum::Json;
use axum::body::Body;
use serde_json::{Value, json};

use crate::http::body::json;
use crate::http::failure::Failure;
use crate::http::host_requests;
use crate::http::rights::{Moderator, RoomRole};
use crate::service::by_hand;

/// `POST /api/v1/rooms/{room}/typed`: what people without a phone answer.
pub async fn enter(role: RoomRole<Moderator>, body: Body) -> Result<Json<Value>, Failure> {
    let entry = host_requests::typed_answers(json(body).await?)?;
    let seq = by_hand::enter((&role.found, &role.handle), &entry).await?;
    let counted = role.handle.read(|room| {
        let state = room.question(&entry.question)?;
        let round = entry.round.unwrap_or(state.round());
        let given = state.nth(round)?;
        let entries = given.entries(entry.group);
        Some((round, given.voters(), given.typed(), entries))
    })?;
    let (round, voters, typed, entries) = counted.unwrap_or_default();
    Ok(Json(
        json!({ "seq": seq, "round": round, "voters": voters, "typed": typed, "entries": entries }),
    ))
}
