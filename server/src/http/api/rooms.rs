//! Rooms over the API.

use std::sync::Arc;
use std::time::Instant;

use axum::Json;
use axum::body::Body;
use axum::extract::{Extension, Path, State};
use axum::response::{IntoResponse, Response};
use http::{StatusCode, header};
use serde::Deserialize;
use serde_json::{Value, json};
use shared::ids::{AnswerId, RoomId};
use shared::limits::ROOM_PARTICIPANTS;
use shared::protocol::view::Screen;
use shared::refusal::Refusal;
use shared::room::{Action, Admission, Control, HostRole, Room, Stage};

use super::{json, known_fields, owner};
use crate::App;
use crate::auth::{links, watch};
use crate::clock::now_ms;
use crate::export::file_name::{attachment, file_name};
use crate::export::{self, Export};
use crate::http::asked::Asked;
use crate::http::caller::Caller;
use crate::http::failure::Failure;
use crate::http::places;
use crate::lobby::{Found, RoomLine};
use crate::room::{RoomHandle, Trouble};

#[derive(Deserialize)]
pub struct OpenRoom {
    deck: String,
    /// How many participants are expected.
    expected: Option<u32>,
}

/// `POST /api/v1/rooms`
pub async fn open(
    State(app): State<App>,
    Extension(caller): Extension<Caller>,
    body: Body,
) -> Result<Response, Failure> {
    owner(&app, &caller).await?;
    let wanted: OpenRoom = json(body).await?;
    let found = app.lobby.open(&wanted.deck, expected(wanted.expected)?).await?;
    Ok((StatusCode::CREATED, Json(addresses(&found, &caller.base))).into_response())
}

/// A number of participants that a room can have.
pub fn expected(wanted: Option<u32>) -> Result<Option<u32>, Failure> {
    let possible = |expected: u32| (1..=ROOM_PARTICIPANTS).contains(&(expected as usize));
    if wanted.is_none_or(possible) {
        return Ok(wanted);
    }
    Err(Failure::malformed(format!("`expected` is a number of participants, from 1 to {ROOM_PARTICIPANTS}.")))
}

/// The names and addresses of a room.
pub fn addresses(found: &Found, base: &str) -> Value {
    let link = |role| format!("{base}{}", links::path(found, role));
    json!({
        "room": found.id,
        "code": found.document.code.digits(),
        "join_url": format!("{base}{}", places::room_page(&found.document.code, None)),
        "stage_url": link(HostRole::Stage),
        "presenter_url": link(HostRole::Presenter),
        "remote_url": link(HostRole::Remote),
        "moderator_url": link(HostRole::Moderator),
    })
}

/// `GET /api/v1/rooms`
pub async fn list(State(app): State<App>, Extension(caller): Extension<Caller>) -> Result<Json<Value>, Failure> {
    owner(&app, &caller).await?;
    let rooms = app.lobby.list().await?;
    let row = |room: &Arc<RoomLine>| {
        json!({
            "room": room.id,
            "code": room.code.digits(),
            "title": room.title,
            "deck": room.deck,
            "created_at": shared::instant::rfc3339(room.created_at),
            "ended_at": room.ended_at.map(shared::instant::rfc3339),
        })
    };
    Ok(Json(rooms.iter().map(row).collect()))
}

/// `GET /api/v1/rooms/{room}`
pub async fn get(
    State(app): State<App>,
    Extension(caller): Extension<Caller>,
    Path(room): Path<RoomId>,
) -> Result<Json<Value>, Failure> {
    owner(&app, &caller).await?;
    let (found, handle) = reach(&app, &room).await?;
    Ok(Json(handle.read(|room| describe(&app, room, &found))?))
}

/// `POST /api/v1/rooms/{room}/control`; also for who holds the room's stage, presenter or remote link.
pub async fn control(
    State(app): State<App>,
    Extension(caller): Extension<Caller>,
    Path(room): Path<RoomId>,
    body: Body,
) -> Result<Json<Value>, Failure> {
    let (found, handle) = reach(&app, &room).await?;
    let rights = caller.rights_in(&app, &found).await?;
    if !rights.may_control() {
        return Err(Failure::not_signed_in());
    }
    let asked: Value = json(body).await?;
    match admission_of(&asked)? {
        Some(admission) => receive(&app, &found, &handle, admission).await?,
        None => drive(&app, &found, &handle, control_of(asked)?).await?,
    }
    let told = |room: &Room| if rights.owner { describe(&app, room, &found) } else { brief(room) };
    Ok(Json(handle.read(told)?))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NewLink {
    role: String,
}

/// `POST /api/v1/rooms/{room}/links`: a role's new link.
pub async fn renew_link(
    State(app): State<App>,
    Extension(caller): Extension<Caller>,
    Path(room): Path<RoomId>,
    body: Body,
) -> Result<Json<Value>, Failure> {
    owner(&app, &caller).await?;
    let wanted: NewLink = json(body).await?;
    let role = links::role(&wanted.role).ok_or_else(Failure::unknown_role)?;
    let found = watch::renew_link(&app, &room, role).await?;
    Ok(Json(json!({ "role": role.word(), "url": format!("{}{}", caller.base, links::path(&found, role)) })))
}

/// What a screen is to be used for.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Turned {
    screen: Screen,
}

/// `POST /api/v1/rooms/{room}/screen`: the projected page shows its slides, how to join, or nothing.
pub async fn screen(
    State(app): State<App>,
    Extension(caller): Extension<Caller>,
    Path(room): Path<RoomId>,
    body: Body,
) -> Result<StatusCode, Failure> {
    let (found, handle) = reach(&app, &room).await?;
    if !caller.rights_in(&app, &found).await?.may_control() {
        return Err(Failure::not_signed_in());
    }
    let turned: Turned = json(body).await?;
    app.hall.of(&found.id, &handle).turn_screen(turned.screen);
    Ok(StatusCode::NO_CONTENT)
}

/// What is said there of who may come in; nothing where it is a control.
pub fn admission_of(asked: &Value) -> Result<Option<Admission>, Failure> {
    if !asked["do"].as_str().is_some_and(|word| Admission::WORDS.contains(&word)) {
        return Ok(None);
    }
    known_fields(asked, &["do", "to", "after"])?;
    Admission::deserialize(asked).map(Some).map_err(|error| Failure::malformed(format!("This is no control: {error}.")))
}

/// The control that is asked for there.
pub fn control_of(asked: Value) -> Result<Control, Failure> {
    known_fields(&asked, &["do", "slide", "on", "round", "after"])?;
    serde_json::from_value(asked).map_err(|error| Failure::malformed(format!("This is no control: {error}.")))
}

/// Does what a host says of who may come in: the door is stored, who waits is let in as long as the server runs.
pub async fn receive(app: &App, found: &Found, handle: &RoomHandle, admission: Admission) -> Result<(), Failure> {
    match admission {
        Admission::Admit => app.joining.admit(&found.id, app.settings.joining.of(&found.document), Instant::now()),
        Admission::Wait => app.joining.let_wait(&found.id),
        Admission::Door { .. } => {}
    }
    if let Some(event) = admission.event() {
        handle.submit(event).await?;
        tracing::info!(room = %found.id, set = ?admission, "a room's door was set");
    }
    app.hall.tell_waiting(&found.id, app.joining.waiting(&found.id));
    Ok(())
}

/// Stores a control; the room's end is also noted where its code's time is kept.
pub async fn drive(app: &App, found: &Found, handle: &RoomHandle, control: Control) -> Result<(), Failure> {
    let (ends, resumes) = (control.action == Action::End, control.action == Action::Resume);
    let moves = matches!(control.action, Action::Next | Action::Previous | Action::Go);
    let done = handle.control(control).await;
    // Noted also where the room says that it had ended already: an earlier note may have been cut off.
    if ends && matches!(done, Ok(_) | Err(Trouble::Refused(Refusal::Ended))) {
        app.lobby.note_end(&found.id).await?;
    }
    // The same for a room that goes on.
    if resumes && handle.read(|room| room.stage != Stage::Ended)? {
        app.lobby.note_resumed(&found.id).await?;
    }
    done?;
    if moves {
        // Who moves on wants it seen.
        app.hall.of(&found.id, handle).turn_screen(Screen::Slides);
    }
    Ok(())
}

/// `GET /api/v1/rooms/{room}/results`
pub async fn results(
    State(app): State<App>,
    Extension(caller): Extension<Caller>,
    Path(room): Path<RoomId>,
) -> Result<Json<Value>, Failure> {
    owner(&app, &caller).await?;
    let (_, handle) = reach(&app, &room).await?;
    Ok(Json(handle.read(|room| json!({ "questions": export::json::questions(room) }))?))
}

/// `GET /api/v1/rooms/{room}/export`
pub async fn export(
    State(app): State<App>,
    Extension(caller): Extension<Caller>,
    Path(room): Path<RoomId>,
    Asked(wanted): Asked<Export>,
) -> Result<Response, Failure> {
    owner(&app, &caller).await?;
    let (found, handle) = reach(&app, &room).await?;
    download(&app, &found, &handle, wanted)
}

/// The responses as a file to keep.
pub fn download(app: &App, found: &Found, handle: &RoomHandle, wanted: Export) -> Result<Response, Failure> {
    let (zone, code) = (&app.settings.zone, &found.document.code);
    let (bytes, name) = handle.read(|room| (wanted.bytes(room, zone), file_name(room, code, wanted, zone)))?;
    tracing::info!(room = %found.id, file = wanted.extension(), bytes = bytes.len(), "answers were exported");
    let mut response = ([(header::CONTENT_TYPE, wanted.content_type())], bytes).into_response();
    response.headers_mut().insert(header::CONTENT_DISPOSITION, attachment(&name));
    Ok(response)
}

/// `DELETE /api/v1/rooms/{room}/answers/{answer}`
pub async fn erase(
    State(app): State<App>,
    Extension(caller): Extension<Caller>,
    Path((room, answer)): Path<(RoomId, String)>,
) -> Result<StatusCode, Failure> {
    owner(&app, &caller).await?;
    let (found, handle) = reach(&app, &room).await?;
    let answer = AnswerId::parse(&answer).ok_or_else(|| Failure::unknown("answer"))?;
    app.erase(&found, &handle, answer).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// `DELETE /api/v1/rooms/{room}`
pub async fn remove(
    State(app): State<App>,
    Extension(caller): Extension<Caller>,
    Path(room): Path<RoomId>,
) -> Result<StatusCode, Failure> {
    owner(&app, &caller).await?;
    app.lobby.remove(&room).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// A room that is loaded.
pub async fn reach(app: &App, room: &RoomId) -> Result<(Found, RoomHandle), Failure> {
    let found = app.lobby.find(room).await?;
    let handle = app.registry.get(room);
    handle.ready().await?;
    Ok((found, handle))
}

fn describe(app: &App, room: &Room, found: &Found) -> Value {
    let now = now_ms();
    let waiting = app.joining.waiting(&found.id).map_or(0, |waiting| waiting.participants);
    let slides = room.deck.slides.iter().map(|slide| {
        let mut row = json!({
            "id": slide.id, "kind": slide.kind(), "prompt": slide.heading(),
            "round": null, "open": false, "voting": false, "results": null, "phones": null, "answers": 0,
        });
        if let Some(state) = room.question(&slide.id) {
            let word = |shown| if shown { "shown" } else { "hidden" };
            row["round"] = json!(state.round());
            row["rounds"] = json!(state.rounds_begun());
            row["open"] = json!(state.is_open(now));
            row["voting"] = json!(state.voting());
            row["results"] = json!(word(room.shown_on_stage(slide, state)));
            row["phones"] = json!(word(room.shown_on_phones(slide, state, now)));
            row["answers"] = json!(state.current().voters());
        }
        row
    });
    json!({
        "room": found.id,
        "code": found.document.code.digits(),
        "title": room.deck.title,
        "state": state_word(room.stage),
        "position": room.staged(),
        "participants": room.people.len(),
        "present": app.hall.present(&found.id),
        "expected": found.document.expected,
        "waiting": waiting,
        "door": if room.is_door_closed() { "closed" } else { "open" },
        "seq": room.seq,
        "controls": room.controls,
        "slides": slides.collect::<Vec<_>>(),
    })
}

/// What whoever holds a room's link learns of what they did: where the room is, and nothing of its other slides.
fn brief(room: &Room) -> Value {
    let current = room.staged().and_then(|id| room.deck.find(id)).map(|(_, slide)| slide);
    let asked = current.and_then(|slide| Some((slide, room.question(&slide.id)?)));
    let shown = |(slide, state)| json!({ "stage": room.shown_on_stage(slide, state), "phones": room.shown_on_phones(slide, state, now_ms()) });
    json!({
        "seq": room.seq,
        "controls": room.controls,
        "position": room.staged(),
        "round": asked.map(|(_, state)| state.round()),
        "open": asked.is_some_and(|(_, state)| state.is_open(now_ms())),
        "shown": asked.map(shown),
    })
}

fn state_word(stage: Stage) -> &'static str {
    match stage {
        Stage::Ready => "ready",
        Stage::Live => "live",
        Stage::Ended => "ended",
    }
}
