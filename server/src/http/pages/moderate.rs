//! Approving, hiding, merging and restoring words and answers by the forms of the moderator's page
//! and the remote.

use axum::body::Body;
use axum::response::{IntoResponse, Redirect, Response};
use client::views::desk::moderating::moderation_request::moderation_requests;
use shared::ids::SlideId;

use super::host_form::FORM_BYTES;
use super::moderated_list::ListQuery;
use super::return_page::ReturnPage;
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
    let back = fields.first("back");
    let page = ReturnPage::of(&fields).unwrap_or(ReturnPage::Moderator);
    let question = fields.first("question").map(SlideId::from);
    let in_list = back == Some("list");
    let question = question.filter(|_| in_list || back == Some("question"));
    // What is no question of the room leads to what the stage shows.
    let question = role
        .handle
        .read(|room| question.filter(|id| room.question(id).is_some()))?;
    let list = ListQuery::of_form(&fields).parameters();
    let said = [
        question.map(|id| format!("question={id}")),
        in_list.then_some(list),
        failed.map(|code| format!("notice={code}")),
    ];
    let said: Vec<String> = said.into_iter().flatten().collect();
    let query = if said.is_empty() { "" } else { "?" };
    let page = page.address(&role.found.id);
    let address = format!("{page}{query}{}", said.join("&"));
    Ok(Redirect::to(&address).into_response())
}
