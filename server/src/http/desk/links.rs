//! A room's links, made anew at its page.

use axum::body::Body;
use axum::extract::{Extension, Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use shared::ids::RoomId;

use super::owners_form;
use crate::App;
use crate::auth::{links, watch};
use crate::http::caller::Caller;
use crate::http::failure::Failure;
use crate::http::host::deny;

/// `POST /desk/rooms/{room}/links`: a role's new link.
pub async fn renew(
    State(app): State<App>,
    Extension(caller): Extension<Caller>,
    Path(room): Path<RoomId>,
    body: Body,
) -> Response {
    let page = async {
        let fields = owners_form(&app, &caller, body).await?;
        let role = fields.first("role").and_then(links::role).ok_or_else(Failure::unknown_role)?;
        watch::renew_link(&app, &room, role).await?;
        Ok(Redirect::to(&format!("/desk/rooms/{room}?renewed=1")).into_response())
    };
    page.await.unwrap_or_else(|failure: Failure| deny(failure, &caller))
}
