//! For pages that can't have a socket: they ask now and then what the room shows, and post their
//! frames.

use axum::body::Body;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use http::{StatusCode, header};
use serde::Deserialize;
use serde_json::Value;
use shared::limits::FRAME_BYTES;
use shared::protocol::{ClientFrame, PROTOCOL, ServerFrame};
use shared::room::OwnAnswers;

use super::body::whole;
use super::entrance::Newcomer;
use super::failure::{Failure, status_of_trouble};
use super::failure_response::{with_retry, with_retry_of};
use super::frame_text::text;
use super::lookup::{code_of, find};
use super::participant_session::{ParticipantSession, ReplyFrame};
use super::query_params::QueryParams;
use super::request_context::Caller;
use super::rights::{Anyone, Follower};
use super::websocket::host_session::HostSession;
use crate::App;
use crate::clock::now_ms;
use crate::fanout::{RoomHub, View, ViewKind};

/// The header that names what a page is shown.
const SEEN: &str = "peil-seen";
/// Letters of such a name: 64 bits.
const NAME_LETTERS: usize = 16;

/// What the address of a page that asks carries.
#[derive(Deserialize)]
pub struct SinceQuery {
    protocol: Option<String>,
    since: Option<u64>,
    seen: Option<String>,
}

/// `GET /{code}/state?protocol=N&since=SEQ&seen=NAME`: `hello`, or 204 while nothing that this
/// phone shows has changed. With `seen` that is exactly while it would show what bears that name;
/// with the sequence alone, in doubt, it is sent again.
pub async fn state(
    asker: Anyone,
    State(app): State<App>,
    Path(address): Path<String>,
    QueryParams(asked): QueryParams<SinceQuery>,
) -> Result<Response, Failure> {
    speaks(asked.protocol.as_deref())?;
    if asked.protocol.is_none() && asked.seen.as_deref().is_some_and(is_of_protocol_1) {
        return Err(other_protocol());
    }
    let (session, hub) = session(&app, &asker, &address).await?;
    session
        .handle
        .reached(asked.since.unwrap_or_default())
        .await?;
    let (changed, name) = session.handle.read(|room| {
        let (who, now) = (session.participant, now_ms());
        let since = asked.since.unwrap_or_default();
        let other = hub.asked(who, since, room, now) || room.people.changed_at(who) > since;
        let name = name_of_phone(&hub.view(ViewKind::Phones, room, now), &room.own(who));
        (asked.since.is_none() || other, name)
    })?;
    let known = asked.seen.map_or(!changed, |seen| seen == name);
    let answer = if known {
        StatusCode::NO_CONTENT.into_response()
    } else {
        json(session.hello(&hub).await?.0)
    };
    Ok(([(SEEN, name)], answer).into_response())
}

/// What the address to which a page posts carries.
#[derive(Deserialize)]
pub struct FrameQuery {
    protocol: Option<String>,
}

/// `POST /{code}/frames`: takes one frame, and answers what became of it.
pub async fn frames(
    asker: Anyone,
    State(app): State<App>,
    Path(address): Path<String>,
    QueryParams(asked): QueryParams<FrameQuery>,
    body: Body,
) -> Result<Response, Failure> {
    speaks(asked.protocol.as_deref())?;
    let body = whole(body, FRAME_BYTES).await?;
    let Ok(frame) = serde_json::from_slice::<ClientFrame>(&body) else {
        if is_answer_of_protocol_1(&body) {
            return Err(other_protocol());
        }
        let unreadable = ReplyFrame::Error {
            code: "unreadable".to_owned(),
            about: None,
        };
        return Ok((StatusCode::BAD_REQUEST, json(text(&unreadable))).into_response());
    };
    let (session, _) = session(&app, &asker, &address).await?;
    let (answer, error) = session.send_posted(frame).await;
    let status = match (&answer, &error) {
        // What was refused was dealt with, and the frame says so.
        (ServerFrame::Refused(_), _) | (_, None) => StatusCode::OK,
        (_, Some(error)) => status_of_trouble(error),
    };
    let response = with_retry(status, (status, json(text(&answer))).into_response());
    Ok(error
        .iter()
        .fold(response, |response, error| with_retry_of(error, response)))
}

/// What the address of a host's page that asks carries.
#[derive(Deserialize)]
pub struct StateQuery {
    protocol: Option<String>,
    since: Option<u64>,
    seen: Option<String>,
}

/// `GET /rooms/{room}/state?role=ROLE&since=SEQ&seen=NAME`: `hello`, or 204 while that role still
/// sees what bears that name. A sequence alone can't tell: who is connected and what the screen is
/// used for change without one.
pub async fn host(
    follower: Follower,
    State(app): State<App>,
    QueryParams(asked): QueryParams<StateQuery>,
) -> Result<Response, Failure> {
    speaks(asked.protocol.as_deref())?;
    let session = HostSession::of(&app, follower);
    session
        .handle
        .reached(asked.since.unwrap_or_default())
        .await?;
    let (hello, view) = session.hello(&session.hub(&app))?;
    let name = name_of(&view);
    let known = asked.seen.is_some_and(|seen| seen == name);
    let answer = if known {
        StatusCode::NO_CONTENT.into_response()
    } else {
        json(hello)
    };
    Ok(([(SEEN, name)], answer).into_response())
}

/// A name that only these bytes have, also after a restart.
fn name_of(view: &View) -> String {
    named(blake3::Hasher::new().update(view.json.get().as_bytes()))
}

/// The same of what one phone shows: what all show, and what is its own.
fn name_of_phone(view: &View, own: &OwnAnswers) -> String {
    let own = serde_json::to_vec(own).expect("answers are plain data with text keys");
    named(
        blake3::Hasher::new()
            .update(view.json.get().as_bytes())
            .update(&own),
    )
}

fn named(bytes: &blake3::Hasher) -> String {
    format!("{PROTOCOL}-{}", &bytes.finalize().to_hex()[..NAME_LETTERS])
}

/// Whoever asks or posts may leave out which protocol it speaks; one that we don't speak is
/// refused.
fn speaks(protocol: Option<&str>) -> Result<(), Failure> {
    if protocol.is_none_or(|protocol| protocol == PROTOCOL.to_string()) {
        Ok(())
    } else {
        Err(other_protocol())
    }
}

fn other_protocol() -> Failure {
    Failure::new(
        StatusCode::BAD_REQUEST,
        "protocol",
        "This instance does not speak that protocol.",
    )
}

/// Phones of protocol 1 did not say so when they asked; but what they have seen bears a name as it
/// was given then.
fn is_of_protocol_1(seen: &str) -> bool {
    seen.len() == NAME_LETTERS && seen.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// Nor did they when they posted: their answers had a `value`.
fn is_answer_of_protocol_1(body: &[u8]) -> bool {
    let json: Value = serde_json::from_slice(body).unwrap_or_default();
    json["type"] == "answer" && json.get("value").is_some() && json.get("fields").is_none()
}

/// The participant who asks, in a room that is loaded. Only with a cookie that came back: else each
/// request would be another participant.
async fn session(
    app: &App,
    caller: &Caller,
    address: &str,
) -> Result<(ParticipantSession, std::sync::Arc<RoomHub>), Failure> {
    let found = find(app, caller, &code_of(address)?).await?;
    let handle = app.registry.get(&found.id);
    handle.ready().await?;
    let session = Newcomer::of(app, caller, &found, &handle)?
        .comes_back()
        .await?;
    Ok((session, app.fanout.of(&found.id, &handle)))
}

fn json(body: String) -> Response {
    ([(header::CONTENT_TYPE, "application/json")], body).into_response()
}
