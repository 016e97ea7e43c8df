//! A room's links, made anew at its page.

use axum::body::Body;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use shared::ids::RoomId;

use super::FORM_BYTES;
use crate::App;
use crate::http::body::form;
use crate::http::failure::Failure;
use crate::http::rights::Owner;
use crate::service::rooms::renew_link;

/// `POST /desk/rooms/{room}/links`: a role's new link.
pub async fn renew(
    _: Owner,
    State(app): State<App>,
    Path(room): Path<RoomId>,
    body: Body,
) -> Result<Response, Failure> {
    let fields = form(body, FORM_BYTES).await?;
    renew_link(&app, &room, fields.first("role").unwrap_or_default()).await?;
    Ok(Redirect::to(&format!("/desk/rooms/{room}?renewed=1#links")).into_response())
}
