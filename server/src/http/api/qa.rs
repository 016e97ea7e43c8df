//! Questions to the speakers over the API, for whoever holds the room's presenter, remote or
//! moderator link too.

use axum::Json;
use axum::body::Body;
use axum::extract::Path;
use serde_json::{Value, json};
use shared::ids::RoomId;

use crate::http::body::json;
use crate::http::failure::Failure;
use crate::http::rights::{Moderator, RoomRole};
use crate::service::{erasing, qa};

/// `GET /api/v1/rooms/{room}/qa`: all of them, what waits and what was refused too.
pub async fn list(role: RoomRole<Moderator>) -> Result<Json<Value>, Failure> {
    Ok(Json(role.handle.read(
        |room| json!({ "open": room.is_qa_open(), "questions": room.qa_questions() }),
    )?))
}

/// `POST /api/v1/rooms/{room}/qa`: a question that came from a chat or a hand.
pub async fn type_in(role: RoomRole<Moderator>, body: Body) -> Result<Json<Value>, Failure> {
    let typed = qa::read_typed(json(body).await?)?;
    let (question, seq) = qa::type_in(&role.handle, typed).await?;
    Ok(Json(json!({ "question": question, "seq": seq })))
}

/// `POST /api/v1/rooms/{room}/qa/{question}`: what a host does with one.
pub async fn moderate(
    role: RoomRole<Moderator>,
    Path((_, question)): Path<(RoomId, String)>,
    body: Body,
) -> Result<Json<Value>, Failure> {
    let request = qa::read(json(body).await?)?;
    let question = erasing::named(&question)?;
    let seq = qa::moderate(&role.handle, question, &request).await?;
    Ok(Json(json!({ "seq": seq })))
}
