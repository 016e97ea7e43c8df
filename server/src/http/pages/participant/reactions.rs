//! What somebody shows everybody for a moment.

use axum::body::Body;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use http::StatusCode;
use shared::limits::FRAME_BYTES;

use super::SentForm;
use crate::App;
use crate::http::failure::Failure;
use crate::http::rights::Anyone;
use crate::http::urls;

/// `POST /{code}/reactions`: something that somebody shows everybody for a moment, from a form.
/// Scripts, which say `live`, stay on their page.
pub async fn react(
    asker: Anyone,
    State(app): State<App>,
    Path(address): Path<String>,
    body: Body,
) -> Result<Response, Failure> {
    let sent = SentForm::read(asker, app, &address, (body, FRAME_BYTES)).await?;
    let (visit, fields) = (sent.visit()?, &sent.fields);
    if let Some(outside) = visit.stays_outside_with(fields).await? {
        return Ok(outside);
    }
    let reaction = fields.first("reaction").unwrap_or_default();
    if sent.handle.react(visit.comer.participant, reaction)? {
        sent.app.fanout.of(&sent.found.id, &sent.handle).stir();
    }
    if fields.first("live").is_some() {
        return Ok(StatusCode::NO_CONTENT.into_response());
    }
    let page = urls::room_page(&sent.found.document.code, None);
    Ok(Redirect::to(&page).into_response())
}
