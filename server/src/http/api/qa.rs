//! Questions to the speakers over the API, for whoever holds the room's presenter, remote or
//! moderator link too; and a speaker's, for what everybody may see.

use axum::Json;
use axum::body::Body;
use axum::extract::Path;
use serde_json::{Value, json};
use shared::ids::RoomId;

use crate::http::body::json;
use crate::http::failure::Failure;
use crate::http::host_requests;
use crate::http::rights::{Moderator, RoomRole, Speaker};
use crate::service::{erasing, qa};

/// `GET /api/v1/rooms/{room}/qa`: all of them, to who moderates what waits and what was refused
/// too; in order of arrival.
pub async fn list(role: RoomRole<Speaker>) -> Result<Json<Value>, Failure> {
    let seen_as = role.rights.qa_role();
    Ok(Json(role.handle.read(|room| {
        let mut questions = room.qa_list(seen_as);
        questions.sort_by_key(|question| question.id);
        json!({ "open": room.is_qa_open(), "questions": questions })
    })?))
}

/// `POST /api/v1/rooms/{room}/qa`: a question that came from a chat or a hand.
pub async fn type_in(role: RoomRole<Moderator>, body: Body) -> Result<Json<Value>, Failure> {
    let typed = host_requests::typed_question(json(body).await?)?;
    let (question, seq) = qa::type_in(&role.handle, typed).await?;
    Ok(Json(json!({ "question": question, "seq": seq })))
}

/// `POST /api/v1/rooms/{room}/qa/{question}`: what a host does with one.
pub async fn moderate(
    role: RoomRole<Speaker>,
    Path((_, question)): Path<(RoomId, String)>,
    body: Body,
) -> Result<Json<Value>, Failure> {
    let request = host_requests::qa(json(body).await?)?;
    let question = erasing::named(&question)?;
    let seq = qa::moderate(&role.handle, role.rights.qa_role(), question, &request).await?;
    Ok(Json(json!({ "seq": seq })))
}
