//! Hiding, merging and restoring words and answers: over the API, and by the forms of the moderator's page and
//! the remote.

use axum::Json;
use axum::body::Body;
use axum::extract::{Extension, Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use client::views::desk::moderating::wish::wishes;
use http::StatusCode;
use serde_json::{Value, json};
use shared::ids::RoomId;
use shared::refusal::Refusal;
use shared::room::Moderation;

use super::api::{self, rooms, whole};
use super::caller::Caller;
use super::failure::Failure;
use super::host::{FORM_BYTES, deny};
use crate::App;
use crate::forms;
use crate::room::{RoomHandle, Trouble};

/// `POST /api/v1/rooms/{room}/moderate`; also for who holds any of the room's links.
pub async fn call(
    State(app): State<App>,
    Extension(caller): Extension<Caller>,
    Path(room): Path<RoomId>,
    body: Body,
) -> Result<Json<Value>, Failure> {
    let handle = moderated(&app, &caller, &room).await?;
    let asked: Value = api::json(body).await?;
    api::known_fields(&asked, &["do", "question", "word", "answer", "into"])?;
    let wish: Moderation = api::fits(asked)?;
    let seq = moderate(&handle, &wish).await?;
    Ok(Json(json!({ "seq": seq })))
}

/// `POST /rooms/{room}/moderate`: a button of the moderator's page or the remote.
pub async fn form(
    State(app): State<App>,
    Extension(caller): Extension<Caller>,
    Path(room): Path<RoomId>,
    body: Body,
) -> Response {
    let done = async {
        let handle = moderated(&app, &caller, &room).await?;
        let fields = forms::read(&whole(body, FORM_BYTES).await?);
        let wishes = wishes(&fields);
        // A button that is about what is ticked, where that is too little.
        let mut failed = (wishes.is_empty() && fields.first("merge").is_some()).then_some("pick_two");
        for wish in wishes {
            failed = moderate(&handle, &wish).await.err().map(|failure| failure.code).or(failed);
        }
        let page = if fields.first("back") == Some("remote") { "remote" } else { "moderator" };
        let notice = failed.map(|code| format!("?notice={code}")).unwrap_or_default();
        Ok(Redirect::to(&format!("/rooms/{room}/{page}{notice}")).into_response())
    };
    done.await.unwrap_or_else(|failure: Failure| deny(failure, &caller))
}

async fn moderated(app: &App, caller: &Caller, room: &RoomId) -> Result<RoomHandle, Failure> {
    let (found, handle) = rooms::reach(app, room).await?;
    if caller.rights_in(app, &found).await?.may_moderate() { Ok(handle) } else { Err(Failure::not_signed_in()) }
}

async fn moderate(handle: &RoomHandle, wish: &Moderation) -> Result<u64, Failure> {
    let event = handle.read(|room| room.moderating(wish))?.map_err(|refusal| match refusal {
        Refusal::Full => {
            let detail = "As many words are hidden ahead as there can be. Put one back first.";
            Failure::new(StatusCode::CONFLICT, "full", detail)
        }
        refusal => Trouble::Refused(refusal).into(),
    })?;
    Ok(handle.submit(event).await?.seq)
}
