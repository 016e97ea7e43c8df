//! A device that a table shares: how it becomes one, whose turn it is, and what becomes of it once
//! it is shared no more.

use axum::body::Body;
use axum::extract::{Path, State};
use axum::response::{Html, IntoResponse, Redirect, Response};
use client::pages;
use client::phone::{ParticipantState, evaluation};
use client::texts::phone::group_name;
use client::views::tablet::{TabletMessage, TabletPage, TabletSeat};
use http::StatusCode;
use serde::Deserialize;
use shared::event::{Event, QA};
use shared::ids::{GroupNumber, SlideId};
use shared::limits::FRAME_BYTES;
use shared::question::Fields;
use shared::question::form_fields::{QUESTION, UPVOTE};
use shared::room::{OwnAnswers, Room, SeatTurn};

use super::{Passed, RoomQuery, SentForm, Visit};
use crate::App;
use crate::auth::tablet_codes;
use crate::clock::now_ms;
use crate::http::failure::Failure;
use crate::http::lookup::{code_of, find};
use crate::http::query_params::QueryParams;
use crate::http::rights::Anyone;
use crate::http::urls;
use crate::room::SubmitError;

mod asked;

use asked::{TabletTurn, next_of_evaluation, open_question};

/// What an address says in place of a seat: a whole group sent something.
const GROUP: &str = "group";

/// What the address of a tablet's code may carry.
#[derive(Deserialize)]
pub struct OfferQuery {
    g: Option<String>,
}

/// `GET /{code}/tablet/{secret}`: asks whether this device is to be shared. A preview or a crawler
/// that looks at it shares nothing.
pub async fn offer(
    asker: Anyone,
    State(app): State<App>,
    Path((address, secret)): Path<(String, String)>,
    QueryParams(query): QueryParams<OfferQuery>,
) -> Result<Response, Failure> {
    let code = code_of(&address)?;
    let found = find(&app, &asker, &code).await?;
    let handle = app.registry.get(&found.id);
    handle.ready().await?;
    let visit = Visit::begin(&app, &asker, &found, &handle)?;
    if let Err(outside) = visit.comes().await {
        return visit.stays_outside(outside);
    }
    if handle.read(Room::is_own_pace)? {
        return visit.tablet_says(StatusCode::CONFLICT, &TabletMessage::OwnPace);
    }
    let renewed = handle.read(Room::tablet_codes_renewed)?;
    if !tablet_codes::opens(&found.document, renewed, &secret) {
        return visit.tablet_says(StatusCode::CONFLICT, &TabletMessage::OldCode);
    }
    let group = query.g.as_deref().and_then(GroupNumber::parse);
    let offer = TabletMessage::Offer { secret, group };
    visit.tablet_says(StatusCode::OK, &offer)
}

/// `POST /{code}/tablet`: this device is shared from now on.
pub async fn share(
    asker: Anyone,
    State(app): State<App>,
    Path(address): Path<String>,
    body: Body,
) -> Result<Response, Failure> {
    let sent = SentForm::read(asker, app, &address, (body, FRAME_BYTES)).await?;
    let fields = &sent.fields;
    let visit = Visit::begin(&sent.app, &sent.asker, &sent.found, &sent.handle)?;
    if let Some(outside) = visit.stays_outside_with(fields).await? {
        return Ok(outside);
    }
    if sent.handle.read(Room::is_own_pace)? {
        return visit.tablet_says(StatusCode::CONFLICT, &TabletMessage::OwnPace);
    }
    let renewed = sent.handle.read(Room::tablet_codes_renewed)?;
    let secret = fields.first("secret").unwrap_or_default();
    if !tablet_codes::opens(&sent.found.document, renewed, secret) {
        return visit.tablet_says(StatusCode::CONFLICT, &TabletMessage::OldCode);
    }
    let device = visit.comer.participant;
    sent.handle.spend(device)?;
    let seats = visit.comer.seats();
    let shared = sent.handle.submit(Event::TabletShared { seats }).await?;
    let group = fields.first("group").and_then(GroupNumber::parse);
    let chosen = match group {
        Some(group) => visit.chooses(group).await.ok(),
        None => None,
    };
    let seq = chosen.unwrap_or(shared.seq);
    let page = urls::room_page(&sent.found.document.code, Some(seq));
    Ok(visit.known(Redirect::to(&page).into_response()))
}

impl Visit<'_> {
    /// The page of a device that is shared; nothing of one that never was, or goes on alone.
    pub(super) async fn tablet_page(
        &mut self,
        query: &RoomQuery,
    ) -> Result<Option<Response>, Failure> {
        let device = self.device;
        match self.handle.read(|room| room.tablet_of(device))? {
            None => return Ok(None),
            Some((_, false)) if query.alone.is_some() => return Ok(None),
            Some((_, false)) => {
                let ended = self.tablet_says(StatusCode::OK, &TabletMessage::Ended)?;
                return Ok(Some(ended));
            }
            Some((_, true)) => {}
        }
        let place = self.handle.read(asked::place)?;
        // What it says of a form that was sent holds until there is something else to do.
        let holds = query.at.as_ref().is_none_or(|at| *at == place);
        if let Some(sent) = query.sent.as_ref().filter(|_| holds) {
            let message = self
                .handle
                .read(|room| self.after_sending(room, sent, query))?;
            if let Some(message) = message {
                let again = self.said_again(sent, &place, query);
                let page = self.tablet_says_until(StatusCode::OK, &message, Some(again))?;
                return Ok(Some(page));
            }
        }
        let wanted = query.seat.as_deref().and_then(|seat| seat.parse().ok());
        let named = (wanted, query.past);
        let found = self
            .handle
            .read(|room| TabletTurn::now(room, device, named))?;
        let Some(TabletTurn { turn, evaluated }) = found else {
            return self
                .tablet_says(StatusCode::OK, &TabletMessage::Full)
                .map(Some);
        };
        self.sits(turn);
        self.gives_another = evaluated.is_none() && wanted == Some(turn.seat.number);
        let mut state = self.state(None, None).await?;
        if let Some(question) = evaluated {
            let mut late = state.view.late.iter();
            state.shown = late.find(|slide| slide.id == question).cloned();
        }
        Ok(Some(self.answer(StatusCode::OK, &state)))
    }

    /// What a tablet's page has in itself while somebody may be filling it in: nothing, or the way
    /// to what is to be done now.
    pub(super) fn tablet_news(&self, was_at: &str) -> Result<Option<Response>, Failure> {
        let device = self.device;
        let (tablet, place, language) = self.handle.read(|room| {
            let language = self.language(&room.deck.language);
            (room.tablet_of(device), asked::place(room), language)
        })?;
        let Some((_, shared)) = tablet else {
            return Ok(None);
        };
        let moved = !shared || place != was_at;
        let room = urls::room_page(&self.found.document.code, None);
        let to = moved.then_some(room);
        let html = pages::tablet_news(&urls::assets("desk"), language, to);
        Ok(Some(self.known(Html(html).into_response())))
    }

    /// Whoever sends a form sits where it was filled in.
    pub(super) fn takes_seat(&mut self, fields: &Fields) -> Result<(), SubmitError> {
        let (device, named) = (self.device, fields.first("seat"));
        let number = named.map_or(Some(1), |number| number.parse().ok());
        let (tablet, turn) = self.handle.read(|room| {
            let turn = number.and_then(|number| room.seat_at(device, number));
            (room.tablet_of(device), turn)
        })?;
        match (tablet, turn) {
            (Some((_, true)), Some(turn)) => self.sits(turn),
            (_, _) => self.unseated = named.is_some(),
        }
        Ok(())
    }

    fn sits(&mut self, turn: SeatTurn) {
        self.comer.sits(turn.participant);
        self.seat = Some(turn);
    }

    /// Where whoever sent something goes next.
    pub(super) fn page_after(&self, seq: u64, fields: &Fields) -> String {
        let page = urls::room_page(&self.found.document.code, Some(seq));
        // Whoever asks the speakers, or votes, has not answered with that.
        let stays = fields.first(UPVOTE).is_some() || fields.first(QUESTION) == Some(QA);
        match self.seat.map(|turn| turn.seat.number) {
            None => page,
            Some(seat) if stays => format!("{page}&seat={seat}"),
            Some(_) if self.sent_for_group(fields) => format!("{page}&sent={GROUP}"),
            Some(seat) => match self.of_evaluation(fields) {
                None => format!("{page}&sent={seat}"),
                // They passed the evaluation over.
                Some((false, _)) => format!("{page}&sent={seat}&past=evaluation"),
                Some((true, true)) => format!("{page}&seat={seat}"),
                Some((true, false)) => format!("{page}&sent={seat}&evaluated=1"),
            },
        }
    }

    /// Whether what was sent is part of the evaluation, and whether they are asked more of it;
    /// nothing where there is none to fill in.
    fn of_evaluation(&self, fields: &Fields) -> Option<(bool, bool)> {
        let sent = SlideId::from(fields.first(QUESTION)?);
        let participant = self.comer.participant;
        let known = self.handle.read(|room| {
            let asked = room.evaluation_asked(now_ms());
            let more = next_of_evaluation(room, participant).is_some();
            (!asked.is_empty()).then_some((asked.contains(&sent), more))
        });
        known.ok().flatten()
    }

    /// Whether what was sent is what a whole group answers.
    fn sent_for_group(&self, fields: &Fields) -> bool {
        let question = fields.first(QUESTION).map(SlideId::from);
        let asks = |question: &SlideId| self.handle.read(|room| room.asks_groups(question));
        question.is_some_and(|question| asks(&question).unwrap_or_default())
    }

    /// What is shown of what was given: nothing that is one person's, or the next would read it.
    /// Whoever gives another text in the same turn sees theirs.
    pub(super) fn only_for_the_table(&self, own: &mut OwnAnswers) -> Result<(), Failure> {
        self.handle.read(|room| {
            let open = open_question(room);
            let theirs = |id: &SlideId| {
                let state = room.question(id);
                let several = state.is_some_and(|state| state.current().ask.entries() > 1);
                self.gives_another && open == Some(id) && several
            };
            own.retain(|id, _| room.asks_groups(id) || theirs(id));
        })?;
        Ok(())
    }

    fn after_sending(&self, room: &Room, sent: &str, query: &RoomQuery) -> Option<TabletMessage> {
        let question = room.current_slide().map(|(_, slide)| &slide.id);
        let language = self.language(&room.deck.language);
        if sent == GROUP {
            let group = room.groups.named_group(room.group_of(self.device)?);
            let name = group_name(language, group.number.0, group.name.as_deref());
            return Some(TabletMessage::SentForGroup { name });
        }
        let seat = room.seat_at(self.device, sent.parse().ok()?)?.seat;
        let state = question.and_then(|id| room.question(id));
        let another =
            state.is_some_and(|it| it.is_open(now_ms()) && it.current().ask.entries() > 1);
        let evaluated = query.evaluated.is_some();
        let next = match query.past {
            _ if evaluated => self.next_seat(seat.number),
            Some(Passed::Evaluation) => format!("{}?past=evaluation", self.tablet_room()),
            None => self.tablet_room(),
        };
        let (tablet, number) = (seat.tablet.0, seat.number);
        Some(TabletMessage::Sent {
            seat: TabletSeat { tablet, number },
            another: another && !evaluated,
            next,
        })
    }

    /// Where a page looks again that says something of a form that was sent.
    fn said_again(&self, sent: &str, place: &str, query: &RoomQuery) -> String {
        let past = query.past.map_or("", |_| "&past=evaluation");
        let evaluated = query.evaluated.as_ref().map_or("", |_| "&evaluated=1");
        let room = self.tablet_room();
        format!("{room}?sent={sent}&at={place}{past}{evaluated}")
    }

    fn tablet_room(&self) -> String {
        urls::room_page(&self.found.document.code, None)
    }

    fn next_seat(&self, seat: u8) -> String {
        format!("{}?seat={}", self.tablet_room(), asked::behind(seat))
    }

    /// A page on which somebody at the table fills something in or looks.
    pub(super) fn at_table(&self, state: &ParticipantState, turn: SeatTurn) -> TabletPage {
        let (tablet, number) = (turn.seat.tablet.0, turn.seat.number);
        let looked_at = state.shown.as_ref().or(state.view.slide.as_ref());
        let pass_on = if looked_at.is_some_and(evaluation::is_part) {
            // Nobody has to fill it in.
            Some(self.next_seat(number))
        } else {
            self.may_pass_on(turn).then(|| self.tablet_room())
        };
        let place = self.handle.read(asked::place).ok();
        TabletPage {
            seat: TabletSeat { tablet, number },
            pass_on,
            news: place.map(|place| format!("{}?news={place}", self.tablet_room())),
        }
    }

    /// Whether whoever sits there has given something to what the room looks at.
    fn may_pass_on(&self, turn: SeatTurn) -> bool {
        let gave = self.handle.read(|room| {
            let question = room.current_slide().map(|(_, slide)| slide.id.clone());
            let open = question.filter(|id| open_question(room) == Some(id));
            open.is_some_and(|id| !room.asks_groups(&id) && room.has_given(turn.participant, &id))
        });
        gave.unwrap_or_default()
    }

    pub(super) fn tablet_says(
        &self,
        status: StatusCode,
        message: &TabletMessage,
    ) -> Result<Response, Failure> {
        self.tablet_says_until(status, message, None)
    }

    /// The same, and goes on by itself: it looks there again.
    fn tablet_says_until(
        &self,
        status: StatusCode,
        message: &TabletMessage,
        again: Option<String>,
    ) -> Result<Response, Failure> {
        let of_deck = self.handle.read(|room| room.deck.language.clone())?;
        let (language, code) = (self.language(&of_deck), &self.found.document.code);
        let html = pages::tablet_message(&urls::assets("phone"), language, code, message, again);
        Ok(self.known((status, Html(html)).into_response()))
    }
}
