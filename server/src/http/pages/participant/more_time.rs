//! That somebody needs more time.

use axum::body::Body;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use http::StatusCode;
use shared::ids::SlideId;
use shared::limits::FRAME_BYTES;
use shared::question::Fields;
use shared::question::form_fields::{QUESTION, ROUND, SEQ};
use shared::refusal::Refusal;

use super::{SentForm, Visit};
use crate::App;
use crate::http::failure::Failure;
use crate::http::rights::Anyone;
use crate::room::SubmitError;

/// `POST /{code}/more-time`: that somebody needs more time, from a form. The page comes back with
/// what is typed into it; scripts, which say `live`, keep theirs.
pub async fn more_time(
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
    if let Err(error) = visit.asks_for_more_time(fields).await {
        return visit.refuse(error, fields).await;
    }
    sent.app.fanout.of(&sent.found.id, &sent.handle).stir();
    if fields.first("live").is_some() {
        return Ok(StatusCode::NO_CONTENT.into_response());
    }
    let state = visit.state(None, Some(fields)).await?;
    Ok(visit.answer(StatusCode::OK, &state))
}

impl Visit<'_> {
    async fn asks_for_more_time(&self, fields: &Fields) -> Result<(), SubmitError> {
        let participant = self.comer.participant;
        self.handle.spend(participant)?;
        if let Some(seq) = fields.first(SEQ).and_then(|seq| seq.parse().ok()) {
            self.handle.reached(seq).await?;
        }
        let question = fields.first(QUESTION).map(SlideId::from);
        let round = fields.first(ROUND).and_then(|round| round.parse().ok());
        let named = question.zip(round);
        let (question, round) = named.ok_or(SubmitError::Refused(Refusal::UnknownQuestion))?;
        self.handle.ask_for_more_time(participant, &question, round)
    }
}
