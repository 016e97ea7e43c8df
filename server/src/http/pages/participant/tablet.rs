//! A device that a table shares: how it becomes one, whose turn it is, and what becomes of it once
//! it is shared no more.

use axum::body::Body;
use axum::extract::{Path, State};
use axum::response::{Html, IntoResponse, Redirect, Response};
use client::pages;
use client::texts::phone::group_name;
use client::views::tablet::{TabletMessage, TabletSeat};
use http::StatusCode;
use serde::Deserialize;
use shared::event::{Event, QA};
use shared::ids::{GroupNumber, ParticipantId, SlideId};
use shared::limits::FRAME_BYTES;
use shared::question::Fields;
use shared::question::form_fields::{QUESTION, UPVOTE};
use shared::room::{OwnAnswers, Room, SeatTurn};

use super::{RoomQuery, SentForm, Visit};
use crate::App;
use crate::auth::tablet_codes;
use crate::clock::now_ms;
use crate::http::failure::Failure;
use crate::http::lookup::{code_of, find};
use crate::http::query_params::QueryParams;
use crate::http::rights::Anyone;
use crate::http::urls;
use crate::room::SubmitError;

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
        let seat = |number: &Option<String>| number.as_deref()?.parse::<u8>().ok();
        if let Some(sent) = &query.sent {
            let message = self.handle.read(|room| self.after_sending(room, sent))?;
            if let Some(message) = message {
                return self.tablet_says(StatusCode::OK, &message).map(Some);
            }
        }
        let wanted = seat(&query.seat);
        let turn = self.handle.read(|room| turn_of(room, device, wanted))?;
        let Some(turn) = turn else {
            return self
                .tablet_says(StatusCode::OK, &TabletMessage::Full)
                .map(Some);
        };
        self.sits(turn);
        self.gives_another = wanted == Some(turn.seat.number);
        let state = self.state(None, None).await?;
        Ok(Some(self.answer(StatusCode::OK, &state)))
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
            Some(seat) => format!("{page}&sent={seat}"),
        }
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

    fn after_sending(&self, room: &Room, sent: &str) -> Option<TabletMessage> {
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
        let (tablet, number) = (seat.tablet.0, seat.number);
        let seat = TabletSeat { tablet, number };
        Some(TabletMessage::Sent { seat, another })
    }

    /// Whether whoever sits there has given something to what the room looks at.
    pub(super) fn may_pass_on(&self, turn: SeatTurn) -> bool {
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
        let of_deck = self.handle.read(|room| room.deck.language.clone())?;
        let (language, code) = (self.language(&of_deck), &self.found.document.code);
        let html = pages::tablet_message(&urls::assets("phone"), language, code, message);
        Ok(self.known((status, Html(html)).into_response()))
    }
}

/// The question on the stage, while it takes answers.
fn open_question(room: &Room) -> Option<&SlideId> {
    let question = room.current_slide().map(|(_, slide)| &slide.id);
    question.filter(|id| room.question(id).is_some_and(|it| it.is_open(now_ms())))
}

/// Who is to answer at a device: whoever has the turn, or who gave something before and is named.
fn turn_of(room: &Room, device: ParticipantId, wanted: Option<u8>) -> Option<SeatTurn> {
    let next = room.turn_at(device, open_question(room));
    let named = wanted.and_then(|number| room.seat_at(device, number));
    let is_known = |turn: &SeatTurn| next.is_none_or(|next| turn.seat.number <= next.seat.number);
    named.filter(is_known).or(next)
}
