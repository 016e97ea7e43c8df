//! The participant's side without scripts: the start page, the room's page, and its forms.

use std::sync::Arc;

use axum::body::Body;
use axum::extract::{Path, State};
use axum::response::{Html, IntoResponse, Redirect, Response};
use client::language::Language;
use client::model::doubt::Doubt;
use client::pages;
use client::phone::{ParticipantState, PhoneNotice, evaluation};
use client::texts::desk::date;
use client::views::message::PageMessage;
use http::{HeaderMap, StatusCode, header};
use serde::Deserialize;
use shared::event::QA;
use shared::ids::{Key, ParticipantId, SlideId};
use shared::limits::ANSWER_FORM_BYTES;
use shared::phase::Phase;
use shared::protocol::view::{PartView, Screen, SlideView};
use shared::question::Fields;
use shared::question::form_fields::{KEY, QUESTION, ROUND, SEQ};
use shared::refusal::Refusal;
use shared::room::{Room, SeatTurn};

use crate::clock::now_ms;
use crate::fanout::{ViewKind, with_day_in_words};
use crate::http::body::form;
use crate::http::entrance::{Newcomer, Outside};
use crate::http::failure::{Failure, status_of_trouble};
use crate::http::failure_response::{with_retry, with_retry_of};
use crate::http::lookup::{code_of, find};
use crate::http::pages::after_page;
use crate::http::query_params::QueryParams;
use crate::http::request_context::Caller;
use crate::http::rights::Anyone;
use crate::http::{compression, urls};
use crate::lobby::FoundRoom;
use crate::metrics::FIGURES;
use crate::room::{RoomHandle, SubmitError};
use crate::{App, random};

mod bare_address;
mod groups;
mod joining;
mod more_time;
mod own_pace;
mod reactions;
mod tablet;

use groups::Brought;
pub use groups::choose_group;
pub use joining::{join, start};
pub use more_time::more_time;
pub use own_pace::finish;
pub use reactions::react;
pub use tablet::{offer, share};

/// What an address of a room's page may carry.
#[derive(Deserialize)]
pub struct RoomQuery {
    seq: Option<u64>,
    question: Option<SlideId>,
    /// Where somebody wants to be in a deck that they go through by themselves.
    slide: Option<SlideId>,
    /// Whether an answer was stored just before.
    saved: Option<String>,
    /// The group whose code brought them here.
    g: Option<String>,
    /// Whether they were sent here a second time, to come back with their cookie.
    came: Option<String>,
    /// What is passed over, so that it does not come by itself.
    past: Option<Passed>,
    /// On a tablet that a table shares: which of its people looks, or sent something just now.
    seat: Option<String>,
    sent: Option<String>,
    /// What the page rests on that says so, and whether it was the evaluation.
    at: Option<String>,
    evaluated: Option<String>,
    /// What a page of it rests on that asks within itself whether there is something else to do.
    news: Option<String>,
    /// That whoever has a tablet that was shared goes on alone.
    alone: Option<String>,
}

/// What a page may be asked to pass over.
#[derive(Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Passed {
    Evaluation,
}

/// `GET /{code}`: the current slide as a form.
pub async fn room(
    asker: Anyone,
    State(app): State<App>,
    Path(address): Path<String>,
    QueryParams(query): QueryParams<RoomQuery>,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    let code = code_of(&address)?;
    if code.digits() != address {
        return Ok(Redirect::to(&urls::room_page(&code, query.seq)).into_response());
    }
    let found = find(&app, &asker, &code).await?;
    if query.is_bare()
        && let Some(page) = after_page::at_code(&app, &asker, &found, &headers).await?
    {
        return Ok(page);
    }
    show(&app, &asker, &found, query).await
}

async fn show(
    app: &App,
    caller: &Caller,
    found: &FoundRoom,
    query: RoomQuery,
) -> Result<Response, Failure> {
    let handle = app.registry.get(&found.id);
    handle.reached(query.seq.unwrap_or_default()).await?;
    let mut visit = Visit::begin(app, caller, found, &handle)?;
    if let Err(outside) = visit.comes().await {
        return visit.stays_outside(outside);
    }
    // A page that goes on by asking gets what is new since this page, and nothing else.
    let hub = app.fanout.of(&found.id, &handle);
    handle.read(|room| drop(hub.view(ViewKind::Phones, room, now_ms())))?;
    let tablet = match query.news.as_deref() {
        Some(at) => visit.tablet_news(at)?,
        None => visit.tablet_page(&query).await?,
    };
    if let Some(page) = tablet {
        return Ok(page);
    }
    let (offered, unknown) = match visit.brought_to(&query).await? {
        Brought::Further(page) => return Ok(visit.known(Redirect::to(&page).into_response())),
        Brought::Here(offered, unknown) => (offered, unknown),
    };
    let again = visit.comer.is_away.then_some(PhoneNotice::JoinedAgain);
    let mut state = visit.state(again.or(unknown), None).await?;
    state.offered = offered;
    if let Some(question) = query.question {
        state.shown = visit.looked_at(&question)?;
    } else if state.goes_alone() {
        own_pace::arrive(&mut state, query.slide, query.saved.is_some());
    } else if query.past != Some(Passed::Evaluation) {
        let next = evaluation::left(&state.view, &state.own).next();
        state.shown = next.cloned();
    }
    Ok(visit.answer(StatusCode::OK, &state))
}

/// `POST /{code}/answers`: an answer, an addition or an upvote, from a form.
pub async fn answer(
    asker: Anyone,
    State(app): State<App>,
    Path(address): Path<String>,
    body: Body,
) -> Result<Response, Failure> {
    let sent = SentForm::read(asker, app, &address, (body, ANSWER_FORM_BYTES)).await?;
    let (visit, fields) = (sent.visit()?, &sent.fields);
    if visit.unseated {
        let ended = SubmitError::Refused(Refusal::TabletEnded);
        return visit.refuse(ended, fields).await;
    }
    if let Some(outside) = visit.stays_outside_with(fields).await? {
        return Ok(outside);
    }
    if let Some(doubt) = visit.doubt(fields)? {
        let state = visit
            .state(Some(PhoneNotice::Unsure(doubt)), Some(fields))
            .await?;
        return Ok(visit.answer(StatusCode::UNPROCESSABLE_ENTITY, &state));
    }
    match visit.store(fields).await {
        Ok(seq) => {
            let page = visit.way_on(fields, seq)?;
            let page = page.unwrap_or_else(|| visit.page_after(seq, fields));
            Ok(Redirect::to(&page).into_response())
        }
        Err(error) => visit.refuse(error, fields).await,
    }
}

/// A form that somebody sent to a room, which is loaded.
struct SentForm {
    asker: Anyone,
    app: App,
    found: Arc<FoundRoom>,
    handle: RoomHandle,
    fields: Fields,
}

impl SentForm {
    async fn read(
        asker: Anyone,
        app: App,
        address: &str,
        (body, limit): (Body, usize),
    ) -> Result<Self, Failure> {
        let code = code_of(address)?;
        let fields = form(body, limit).await?;
        let found = find(&app, &asker, &code).await?;
        let handle = app.registry.get(&found.id);
        handle.ready().await?;
        Ok(Self {
            asker,
            app,
            found,
            handle,
            fields,
        })
    }

    fn visit(&self) -> Result<Visit<'_>, Failure> {
        let mut visit = Visit::begin(&self.app, &self.asker, &self.found, &self.handle)?;
        visit.takes_seat(&self.fields)?;
        Ok(visit)
    }
}

/// Somebody at a room's page.
struct Visit<'a> {
    app: &'a App,
    caller: &'a Caller,
    found: &'a FoundRoom,
    handle: &'a RoomHandle,
    comer: Newcomer<'a>,
    /// Whose device it is, whoever has it in hand.
    device: ParticipantId,
    /// Where they sit, on a tablet that a table shares.
    seat: Option<SeatTurn>,
    /// Whether whoever sits there gives another text in the same turn.
    gives_another: bool,
    /// Whether they sent something from a seat that there is no more.
    unseated: bool,
}

impl<'a> Visit<'a> {
    fn begin(
        app: &'a App,
        caller: &'a Caller,
        found: &'a FoundRoom,
        handle: &'a RoomHandle,
    ) -> Result<Self, Failure> {
        let comer = Newcomer::of(app, caller, found, handle)?;
        Ok(Self {
            app,
            caller,
            found,
            handle,
            device: comer.participant,
            comer,
            seat: None,
            gives_another: false,
            unseated: false,
        })
    }

    /// A page that came back with its cookie is a participant's: a preview or a crawler keeps none.
    async fn comes(&self) -> Result<(), Outside> {
        if self.comer.is_new {
            self.comer.looks_in()
        } else {
            self.comer.joins().await.map(drop)
        }
    }

    /// A page that says so, and that comes back by itself where one only has to wait.
    fn stays_outside(&self, outside: Outside) -> Result<Response, Failure> {
        let failure = Failure::from(outside);
        let of_deck = self.handle.read(|room| room.deck.language.clone())?;
        let message = PageMessage::in_room(failure.what(), self.found.document.code.clone());
        let html = pages::message(&urls::assets("phone"), self.language(&of_deck), &message);
        // Nothing was refused to people who only wait.
        let status = if outside == Outside::Wait {
            StatusCode::OK
        } else {
            failure.status
        };
        Ok(self.known((status, Html(html)).into_response()))
    }

    /// A form that was not taken, with what was typed.
    async fn sends_back(&self, outside: Outside, fields: &Fields) -> Result<Response, Failure> {
        let notice = match outside {
            Outside::Over => return self.stays_outside(outside),
            Outside::NoCookie => PhoneNotice::Cookies,
            Outside::DoorClosed => PhoneNotice::Refused(Refusal::DoorClosed),
            Outside::Wait => PhoneNotice::Wait,
            Outside::Removed => PhoneNotice::JoinedAgain,
        };
        let state = self.state(Some(notice), Some(fields)).await?;
        Ok(self.answer(Failure::from(outside).status, &state))
    }

    /// What whoever sends a form is shown who is not in the room, if they are not.
    async fn stays_outside_with(&self, fields: &Fields) -> Result<Option<Response>, Failure> {
        if self.comer.is_away {
            // It is not theirs to be answered for any more; the next press is somebody new's.
            if let Err(outside) = self.comer.joins().await {
                return self.sends_back(outside, fields).await.map(Some);
            }
            FIGURES.refusals.count(Refusal::Removed.code());
            let state = self
                .state(Some(PhoneNotice::JoinedAgain), Some(fields))
                .await?;
            return Ok(Some(self.answer(StatusCode::CONFLICT, &state)));
        }
        match self.comer.comes_back().await {
            Ok(_) => Ok(None),
            Err(outside) => self.sends_back(outside, fields).await.map(Some),
        }
    }

    /// A question that the stage may have left, as phones show it now.
    fn looked_at(&self, question: &SlideId) -> Result<Option<SlideView>, Failure> {
        let slide = self
            .handle
            .read(|room| room.phone_question(question, now_ms()))?;
        Ok(slide.map(|slide| slide.while_screen_is(self.screen())))
    }

    fn screen(&self) -> Screen {
        self.app.around(self.found, self.handle).screen
    }

    /// What is to be asked before an answer that would be taken is stored.
    fn doubt(&self, fields: &Fields) -> Result<Option<Doubt>, SubmitError> {
        let Some(question) = fields.first(QUESTION).map(SlideId::from) else {
            return Ok(None);
        };
        self.handle.read(|room| {
            let slide = room.phone_question(&question, now_ms());
            let Some(PartView::Question(asked)) = slide.map(|slide| slide.part) else {
                return None;
            };
            let under_way = fields.first(ROUND) == Some(asked.round.to_string().as_str());
            let taken = asked.open
                && under_way
                && room.event_of_form(self.comer.participant, fields).is_ok();
            client::kinds::doubt(&asked, fields).filter(|_| taken)
        })
    }

    async fn store(&self, fields: &Fields) -> Result<u64, SubmitError> {
        let participant = self.comer.participant;
        self.handle.spend(participant)?;
        if let Some(seq) = fields.first(SEQ).and_then(|seq| seq.parse().ok()) {
            self.handle.reached(seq).await?;
        }
        let event = |room: &Room| room.event_of_form(participant, fields);
        let forms = self.app.forms.of(self.found);
        let stored = forms.submit_of(self.handle, participant, fields, event);
        stored.await.map(|ack| ack.seq)
    }

    async fn refuse(&self, error: SubmitError, fields: &Fields) -> Result<Response, Failure> {
        let code = error.code();
        let status = status_of_trouble(&error);
        let notice = match &error {
            SubmitError::Refused(refusal) => PhoneNotice::Refused(refusal.clone()),
            SubmitError::CannotStore => PhoneNotice::CannotStore,
            SubmitError::TryAgain => PhoneNotice::TryAgain,
            SubmitError::TooFast { .. } => PhoneNotice::TooFast,
            SubmitError::Gone | SubmitError::Damaged => return Err(error.into()),
        };
        FIGURES.refusals.count(code);
        let state = self.state(Some(notice), Some(fields)).await?;
        let page = self.answer(status, &state);
        Ok(with_retry_of(&error, page))
    }

    /// When the room is to take place, in words, where that was said.
    fn planned(&self, language: Language) -> Option<String> {
        let planned = self.found.document.planned.as_ref();
        planned.map(|at| date::moment(language, at, &self.app.settings.zone.day(now_ms())))
    }

    /// The page's state; with what was typed where it was not stored.
    async fn state(
        &self,
        notice: Option<PhoneNotice>,
        typed: Option<&Fields>,
    ) -> Result<ParticipantState, Failure> {
        let participant = self.comer.participant;
        let question = typed
            .and_then(|fields| fields.first(QUESTION))
            .map(SlideId::from);
        let kept = kept_key(notice.as_ref(), typed);
        let shown = match &question {
            Some(question) => self.looked_at(question)?,
            None => None,
        };
        let (view, mut own, seq, group, finished) = self.handle.read(|room| {
            let view = room.phone_view(now_ms());
            let group = room.group_of(self.device);
            let finished = room.has_finished(participant);
            (view, room.own(participant), room.seq, group, finished)
        })?;
        let forms = self.app.forms.of(self.found);
        forms.fill(self.handle, participant, &mut own).await;
        let mut view = view.while_screen_is(self.screen());
        if self.seat.is_some() {
            self.only_for_the_table(&mut own)?;
            // Whoever has the tablet now was not writing at what the stage has left.
            view.late.retain(evaluation::is_part);
        }
        let (language, is_ready) = (self.language(&view.language), view.phase == Phase::Ready);
        let view = with_day_in_words(view, language);
        let about_qa = notice.is_some() && question.as_ref().is_some_and(|id| id.as_str() == QA);
        let mut state = ParticipantState {
            language,
            code: self.found.document.code.clone(),
            seq,
            you: Some(participant.to_string()),
            view,
            own,
            group,
            finished,
            at: question.filter(|_| shown.is_some()),
            offered: None,
            shown,
            key: kept.unwrap_or_else(|| Key(random::name(16))),
            notice,
            about_qa,
            typed: typed.map(|fields| fields.0.clone()),
            saved: false,
            address: self.caller.host().to_owned(),
            planned: self.planned(language).filter(|_| is_ready),
            asked_until: self.handle.asked_for_more_time(participant),
            now: now_ms(),
            live: None,
        };
        let order = state.qa_order(state.now);
        if let Some(qa) = &mut state.view.qa {
            qa.arrange(&order);
        }
        Ok(state)
    }

    /// Chosen by the person; else the deck's, if we speak it; else the browser's.
    fn language(&self, of_deck: &str) -> Language {
        self.caller
            .chosen
            .or_else(|| Language::of_tag(of_deck))
            .unwrap_or_else(|| self.caller.language())
    }

    fn answer(&self, status: StatusCode, state: &ParticipantState) -> Response {
        let assets = urls::assets("phone");
        let html = match self.seat {
            Some(turn) => pages::at_tablet(&assets, state, &self.at_table(state, turn)),
            None => pages::participant(&assets, state),
        };
        self.known(with_retry(
            status,
            compression::may_be((status, Html(html))),
        ))
    }

    /// The answer with the cookie by which they are known from now on.
    fn known(&self, mut response: Response) -> Response {
        response
            .headers_mut()
            .append(header::SET_COOKIE, self.comer.cookie());
        response
    }
}

/// The key goes with the typed text, so that sending it again is the same addition; a new round is
/// a new one.
fn kept_key(notice: Option<&PhoneNotice>, typed: Option<&Fields>) -> Option<Key> {
    let stale = matches!(
        notice,
        Some(PhoneNotice::Refused(
            Refusal::StaleRound { .. } | Refusal::Erased
        ))
    );
    typed
        .and_then(|fields| Key::parse(fields.first(KEY)?))
        .filter(|_| !stale)
}
