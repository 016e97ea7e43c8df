//! Going through a deck by oneself without scripts: where somebody is, and that they are through.

use axum::body::Body;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use client::phone::{ParticipantState, PhoneNotice, own_pace};
use http::header;
use shared::event::{Event, QA};
use shared::ids::SlideId;
use shared::limits::FRAME_BYTES;
use shared::protocol::ServerFrame;
use shared::question::{Fields, form_fields};
use shared::refusal::Refusal;

use super::{SentForm, Visit};
use crate::App;
use crate::clock::now_ms;
use crate::http::failure::Failure;
use crate::http::frame_text::text;
use crate::http::rights::Anyone;
use crate::http::urls;
use crate::room::SubmitError;

/// `POST /{code}/finish`: that somebody is through the deck, from a form. Scripts, which say
/// `live`, are answered with a frame that says what is missing.
pub async fn finish(
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
    let lives = fields.first("live").is_some();
    match visit.finishes().await {
        Ok(_) if lives => Ok(frame(Vec::new())),
        Ok(seq) => {
            let page = urls::room_page(&sent.found.document.code, Some(seq));
            Ok(Redirect::to(&page).into_response())
        }
        Err(SubmitError::Refused(Refusal::MissingRequired { questions })) if lives => {
            Ok(frame(questions))
        }
        Err(error) if lives => Err(error.into()),
        Err(error) => visit.refuse(error, fields).await,
    }
}

fn frame(missing: Vec<SlideId>) -> Response {
    let frame = ServerFrame::<()>::Finished { missing };
    ([(header::CONTENT_TYPE, "application/json")], text(&frame)).into_response()
}

/// Where somebody is: where they asked to be, or else where they were last by what they answered.
pub(super) fn arrive(state: &mut ParticipantState, asked: Option<SlideId>, saved: bool) {
    let place = asked.as_ref().and_then(|id| {
        let mut slides = state.view.late.iter();
        slides.find(|slide| slide.id == *id)
    });
    state.shown = match (&asked, place) {
        (_, Some(slide)) => Some(slide.clone()),
        (Some(id), None) if own_pace::is_last(id) => None,
        (_, None) if state.finished => None,
        (_, None) => own_pace::begin(&state.view, &state.own).cloned(),
    };
    let shown = state.shown.as_ref().map(|slide| &slide.id);
    state.at = asked.filter(|id| own_pace::is_last(id) || Some(id) == shown);
    if saved && state.notice.is_none() {
        state.notice = Some(PhoneNotice::SavedBefore);
    }
}

impl Visit<'_> {
    async fn finishes(&self) -> Result<u64, SubmitError> {
        let participant = self.comer.participant;
        self.handle.spend(participant)?;
        let finished = Event::Finished { participant };
        self.handle.submit(finished).await.map(|ack| ack.seq)
    }

    /// Where an answer leads that was stored with that record, in a deck that somebody goes through
    /// by themselves: to the next slide, but after a text that others may follow.
    pub(super) fn way_on(&self, fields: &Fields, seq: u64) -> Result<Option<String>, Failure> {
        let view = self.handle.read(|room| room.phone_view(now_ms()))?;
        let question = fields.first(form_fields::QUESTION).unwrap_or_default();
        if !own_pace::is_running(&view) {
            return Ok(None);
        }
        let code = &self.found.document.code;
        let here = view.late.iter().find(|slide| match question {
            QA => slide.kind == QA,
            id => slide.id.as_str() == id,
        });
        let Some(here) = here.map(|slide| &slide.id) else {
            return Ok(None);
        };
        let adds = fields.first(form_fields::KEY).is_some();
        let own = self.handle.read(|room| room.own(self.comer.participant))?;
        let stays = fields.first(form_fields::UPVOTE).is_some()
            || adds && own_pace::takes_more(&view, &own, here);
        Ok(Some(match stays {
            true => urls::own_pace_page(code, here, seq, false),
            false => urls::own_pace_page(code, &own_pace::behind(&view, here), seq, true),
        }))
    }
}
