//! Approving, hiding, merging and restoring words and answers by the forms of the moderator's page
//! and the remote.

use axum::body::Body;
use axum::response::{IntoResponse, Redirect, Response};
use client::views::desk::moderating::moderation_request::moderation_requests;

use super::orders::FORM_BYTES;
use crate::http::body::form;
use crate::http::failure::Failure;
use crate::http::rights::{AnyRole, RoomRole};
use crate::service::moderation::moderate;

/// `POST /rooms/{room}/moderate`: a button of the moderator's page or the remote.
pub async fn moderate_by_form(role: RoomRole<AnyRole>, body: Body) -> Result<Response, Failure> {
    let fields = form(body, FORM_BYTES).await?;
    let moderation_requests = moderation_requests(&fields);
    // A button that is about what is ticked, where that is too little.
    let mut failed =
        (moderation_requests.is_empty() && fields.first("merge").is_some()).then_some("pick_two");
    for moderation_request in moderation_requests {
        failed = moderate(&role.handle, &moderation_request)
            .await
            .err()
            .map(|error| Failure::from(error).code)
            .or(failed);
    }
    let page = if fields.first("back") == Some("remote") {
        "remote"
    } else {
        "moderator"
    };
    let notice = failed
        .map(|code| format!("?notice={code}"))
        .unwrap_or_default();
    Ok(Redirect::to(&format!("/rooms/{}/{page}{notice}", role.found.id)).into_response())
}
