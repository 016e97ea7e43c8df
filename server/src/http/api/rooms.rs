//! Rooms over the API.

use std::sync::Arc;

use axum::Json;
use axum::body::Body;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use http::StatusCode;
use serde::Deserialize;
use serde_json::{Value, json};
use shared::host::HostRole;
use shared::ids::{RoomId, SlideId};
use shared::instant::rfc3339;
use shared::phase::Phase;
use shared::protocol::view::Screen;
use shared::room::{QuestionState, Room};

use crate::App;
use crate::archive::ARCHIVE_BYTES_MAX;
use crate::clock::now_ms;
use crate::export::ExportOptions;
use crate::http::api::tablets;
use crate::http::body::{json, whole};
use crate::http::failure::Failure;
use crate::http::query_params::QueryParams;
use crate::http::rights::{AnyRole, Controller, Owner, RoomRole};
use crate::http::{download, host_requests, urls};
use crate::lobby::{FoundRoom, NewRoom, RoomLine};
use crate::service::{archiving, control, erasing, exporting, moderation, rooms};

#[derive(Deserialize)]
pub struct OpenRoom {
    deck: String,
    /// How many participants are expected.
    expected: Option<u32>,
    /// Whether everything is tried out until it begins.
    #[serde(default)]
    trial: bool,
    /// When it is to take place.
    planned: Option<String>,
}

/// `POST /api/v1/rooms`
pub async fn open(owner: Owner, State(app): State<App>, body: Body) -> Result<Response, Failure> {
    let wanted: OpenRoom = json(body).await?;
    let new = NewRoom {
        expected: wanted.expected,
        trial: wanted.trial,
        planned: rooms::planned(wanted.planned.as_deref())?,
    };
    let found = rooms::start(&app, &wanted.deck, new).await?;
    Ok((StatusCode::CREATED, Json(addresses(&found, &owner.base))).into_response())
}

/// `POST /api/v1/rooms/import`: a room that a peil wrote into a ZIP.
pub async fn import(owner: Owner, State(app): State<App>, body: Body) -> Result<Response, Failure> {
    let found = archiving::import(&app, whole(body, ARCHIVE_BYTES_MAX).await?).await?;
    Ok((StatusCode::CREATED, Json(addresses(&found, &owner.base))).into_response())
}

/// The names and addresses of a room.
pub fn addresses(found: &FoundRoom, base: &str) -> Value {
    let link = |role| urls::role_url(base, found, role);
    json!({
        "room": found.id,
        "code": found.document.code.digits(),
        "join_url": urls::join_url(base, &found.document.code),
        "stage_url": link(HostRole::Stage),
        "presenter_url": link(HostRole::Presenter),
        "remote_url": link(HostRole::Remote),
        "moderator_url": link(HostRole::Moderator),
        "speaker_url": link(HostRole::Speaker),
    })
}

/// `GET /api/v1/rooms`
pub async fn list(_: Owner, State(app): State<App>) -> Result<Json<Value>, Failure> {
    let rooms = app.lobby.list().await?;
    let row = |room: &Arc<RoomLine>| {
        json!({
            "room": room.id,
            "code": room.code.digits(),
            "title": room.title,
            "deck": room.deck,
            "planned": room.planned,
            "created_at": rfc3339(room.created_at),
            "ended_at": room.ended_at.map(rfc3339),
            "answers_end_at": answers_end(&app, room),
            "answers_ended_at": room.answers_ended.map(|ended| rfc3339(ended.at)),
        })
    };
    Ok(Json(rooms.iter().map(row).collect()))
}

/// `GET /api/v1/rooms/{room}`
pub async fn get(
    owner: Owner,
    State(app): State<App>,
    Path(room): Path<RoomId>,
) -> Result<Json<Value>, Failure> {
    let (found, handle) = owner.reach(&app, &room).await?;
    Ok(Json(handle.read(|room| describe(&app, room, &found))?))
}

/// `POST /api/v1/rooms/{room}/control`; also for whoever holds the room's stage, presenter or
/// remote link.
pub async fn control(
    role: RoomRole<Controller>,
    State(app): State<App>,
    body: Body,
) -> Result<Json<Value>, Failure> {
    let RoomRole {
        found,
        handle,
        rights,
        ..
    } = role;
    let request = host_requests::control(json(body).await?)?;
    control::carry_out(&app, &found, &handle, request)
        .await
        .map_err(Failure::of_control)?;
    let described = |room: &Room| {
        if rights.owner {
            describe(&app, room, &found)
        } else {
            brief(room)
        }
    };
    Ok(Json(handle.read(described)?))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NewLink {
    role: String,
}

/// `POST /api/v1/rooms/{room}/links`: a role's new link.
pub async fn renew_link(
    owner: Owner,
    State(app): State<App>,
    Path(room): Path<RoomId>,
    body: Body,
) -> Result<Json<Value>, Failure> {
    let wanted: NewLink = json(body).await?;
    let (role, found) = rooms::renew_link(&app, &room, &wanted.role).await?;
    Ok(Json(
        json!({ "role": role.word(), "url": urls::role_url(&owner.base, &found, role) }),
    ))
}

/// What a screen is to be used for.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ScreenBody {
    screen: Screen,
}

/// `POST /api/v1/rooms/{room}/screen`: the projected page shows its slides, how to join, or
/// nothing.
pub async fn screen(
    role: RoomRole<Controller>,
    State(app): State<App>,
    body: Body,
) -> Result<StatusCode, Failure> {
    let turned: ScreenBody = json(body).await?;
    control::turn_screen(&app, &role.found, &role.handle, turned.screen);
    Ok(StatusCode::NO_CONTENT)
}

/// `POST /api/v1/rooms/{room}/moderate`; also for whoever holds any of the room's links.
pub async fn moderate(role: RoomRole<AnyRole>, body: Body) -> Result<Json<Value>, Failure> {
    let moderation_request = host_requests::moderation(json(body).await?)?;
    let seq = moderation::moderate(&role.handle, &moderation_request).await?;
    Ok(Json(json!({ "seq": seq })))
}

/// `GET /api/v1/rooms/{room}/export`
pub async fn export(
    owner: Owner,
    State(app): State<App>,
    Path(room): Path<RoomId>,
    QueryParams(wanted): QueryParams<ExportOptions>,
) -> Result<Response, Failure> {
    let (found, handle) = owner.reach(&app, &room).await?;
    Ok(download::file(exporting::export(
        &app, &found, &handle, wanted,
    )?))
}

/// `DELETE /api/v1/rooms/{room}/answers/{answer}`
pub async fn erase(
    owner: Owner,
    State(app): State<App>,
    Path((room, answer)): Path<(RoomId, String)>,
) -> Result<StatusCode, Failure> {
    let (found, handle) = owner.reach_answers(&app, &room).await?;
    erasing::erase(&app, &found, &handle, erasing::named(&answer)?).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// `DELETE /api/v1/rooms/{room}`
pub async fn remove(
    _: Owner,
    State(app): State<App>,
    Path(room): Path<RoomId>,
) -> Result<StatusCode, Failure> {
    rooms::remove(&app, &room).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// The rounds of a slide, if it has any: what shows the questions to the speakers has none.
fn rounds<'r>(room: &'r Room, slide: &SlideId) -> Option<&'r QuestionState> {
    let state = room.question(slide)?;
    (!state.current().ask.shows_questions()).then_some(state)
}

fn describe(app: &App, room: &Room, found: &FoundRoom) -> Value {
    let now = now_ms();
    let waiting = app
        .joining
        .waiting(&found.id)
        .map_or(0, |waiting| waiting.participants);
    let slides = room.deck.slides.iter().map(|slide| {
        let mut row = json!({
            "id": slide.id, "kind": slide.kind(), "prompt": slide.heading(), "skip": slide.skip,
            "round": null, "open": false, "voting": false, "results": null, "phones": null, "answers": 0,
        });
        if let Some(state) = rounds(room, &slide.id) {
            let word = |shown| if shown { "shown" } else { "hidden" };
            row["round"] = json!(state.round());
            row["rounds"] = json!(state.rounds_begun());
            row["open"] = json!(state.is_open(now));
            row["voting"] = json!(state.voting());
            row["results"] = json!(word(room.shown_on_stage(slide, state)));
            row["phones"] = json!(word(room.shown_on_phones(slide, state, now)));
            row["answers"] = json!(state.current().voters());
            if let Some(typed) = state.current().typed_if_any() {
                row["typed"] = json!(typed);
            }
            if room.asks_groups(&slide.id) {
                row["groups"] = json!(room.groups_asked(state.current()));
            }
            row["holds"] = json!(room.holds(&slide.id));
            row["waiting"] = json!(state.current().waiting());
        }
        row
    });
    let line = RoomLine::of(&found.id, found.document.clone());
    let mut described = json!({
        "room": found.id,
        "code": found.document.code.digits(),
        "title": room.deck.title,
        "state": phase_word(room.phase),
        "trial": room.is_trial(),
        "position": room.staged(),
        "participants": room.people.len(),
        "present": app.fanout.present(&found.id),
        "expected": found.document.expected,
        "planned": found.document.planned,
        "answers_end_at": answers_end(app, &line),
        "answers_ended_at": line.answers_ended.map(|ended| rfc3339(ended.at)),
        "waiting": waiting,
        "door": if room.is_door_closed() { "closed" } else { "open" },
        "seq": room.seq,
        "controls": room.controls,
        "slides": slides.collect::<Vec<_>>(),
    });
    if room.is_own_pace() {
        described["finished"] = json!(room.people.finished());
    }
    describe_groups(room, &mut described);
    tablets::describe(room, &mut described);
    described
}

/// When the answers of a room go, where they have an end and are there.
fn answers_end(app: &App, room: &RoomLine) -> Option<String> {
    let there = room.answers_ended.is_none();
    let end = there.then(|| app.retention.answers_end(room)).flatten();
    end.map(rfc3339)
}

/// Tells of a room's groups, if it has any.
fn describe_groups(room: &Room, described: &mut Value) {
    let groups = room.people_by_group().into_iter().map(|(number, people)| {
        json!({ "number": number, "name": room.groups.name(number), "people": people })
    });
    let groups: Vec<Value> = groups.collect();
    if !groups.is_empty() {
        described["groups"] = groups.into();
    }
}

/// What whoever holds a room's link learns of what they did: where the room is, and nothing of its
/// other slides.
fn brief(room: &Room) -> Value {
    let current = room
        .staged()
        .and_then(|id| room.deck.find(id))
        .map(|(_, slide)| slide);
    let asked = current.and_then(|slide| Some((slide, rounds(room, &slide.id)?)));
    let shown = |(slide, state)| {
        json!({
            "stage": room.shown_on_stage(slide, state),
            "phones": room.shown_on_phones(slide, state, now_ms()),
        })
    };
    json!({
        "seq": room.seq,
        "controls": room.controls,
        "position": room.staged(),
        "round": asked.map(|(_, state)| state.round()),
        "open": asked.is_some_and(|(_, state)| state.is_open(now_ms())),
        "shown": asked.map(shown),
    })
}

fn phase_word(phase: Phase) -> &'static str {
    match phase {
        Phase::Ready => "ready",
        Phase::Live => "live",
        Phase::Ended => "ended",
    }
}
