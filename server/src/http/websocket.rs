//! Sockets: who may open one, and what is said to those who may not. A browser can't read a refused
//! handshake, so every refusal but a foreign page is a handshake that succeeds and a close frame
//! that says why.
//!
//! [`handshake`] makes a socket of a request, [`connection`] runs it, [`frame_reader`] reads its
//! frames, [`participant_session`](super::participant_session) deals with what a participant sends,
//! [`host_session`] is who looks on in a role, [`checkup`] a line without a room.

use std::sync::Arc;

use axum::extract::{Path, Request, State};
use axum::response::Response;
use http::HeaderValue;
use serde::Deserialize;
use shared::protocol::{Closing, PROTOCOL};
use tokio::time::Instant;

use super::entrance::Newcomer;
use super::failure::Failure;
use super::lookup::{code_of, find};
use super::query_params::QueryParams;
use super::request_context::Caller;
use super::rights::{Anyone, Follower};
use crate::App;
use crate::fanout::RoomHub;
use crate::lobby::FoundRoom;
use crate::room::{RoomHandle, TokenBucket};

pub mod checkup;
pub mod host_session;

mod connection;
mod frame_reader;
mod handshake;

#[cfg(test)]
mod tests;

use crate::http::participant_session::ParticipantSession;
use connection::{Admitted, OtherEnd};
use host_session::HostSession;

/// What the address of a socket carries.
#[derive(Deserialize)]
pub struct SocketQuery {
    protocol: Option<String>,
    since: Option<String>,
}

impl SocketQuery {
    fn speaks_ours(&self) -> bool {
        self.protocol.as_deref() == Some(PROTOCOL.to_string().as_str())
    }

    fn since(&self) -> u64 {
        self.since
            .as_deref()
            .and_then(|since| since.parse().ok())
            .unwrap_or_default()
    }
}

/// `GET /{code}/live`: a participant's socket.
pub async fn participant(
    asker: Anyone,
    State(app): State<App>,
    Path(address): Path<String>,
    QueryParams(opening): QueryParams<SocketQuery>,
    request: Request,
) -> Response {
    let found = reach_participant(&app, &asker, &address, &opening).await;
    let (cookie, admitted) = match &found {
        Ok((found, handle)) => admit_participant(&app, &asker, found, handle).await,
        Err(closing) => (None, Err(*closing)),
    };
    handshake::answer(&app, request, cookie, admitted)
}

/// `GET /rooms/{room}/live`: a socket of a host's page.
pub async fn host(
    follower: Result<Follower, Failure>,
    State(app): State<App>,
    QueryParams(opening): QueryParams<SocketQuery>,
    request: Request,
) -> Response {
    let admitted = admit_host(&app, follower, &opening).await;
    handshake::answer(&app, request, None, admitted)
}

async fn reach_participant(
    app: &App,
    caller: &Caller,
    address: &str,
    opening: &SocketQuery,
) -> Result<(Arc<FoundRoom>, RoomHandle), Closing> {
    if caller.is_foreign {
        // Whoever comes from a page of another site is refused below, and joins nothing.
        return Err(Closing::NoRights);
    }
    if !opening.speaks_ours() {
        return Err(Closing::Protocol);
    }
    let code = code_of(address).map_err(closing)?;
    let found = find(app, caller, &code).await.map_err(closing)?;
    let handle = app.registry.get(&found.id);
    handle
        .reached(opening.since())
        .await
        .map_err(|error| closing(error.into()))?;
    Ok((found, handle))
}

/// Admits somebody, also without a cookie: the answer to their handshake brings one, even where
/// they have to wait.
async fn admit_participant(
    app: &App,
    caller: &Caller,
    found: &FoundRoom,
    handle: &RoomHandle,
) -> (Option<HeaderValue>, Result<Admitted, Closing>) {
    let comer = match Newcomer::of(app, caller, found, handle) {
        Ok(comer) => comer,
        Err(error) => return (None, Err(closing(error.into()))),
    };
    let admitted = async {
        if comer.is_away {
            return Err(Closing::Removed);
        }
        let session = comer.joins().await.map_err(Closing::from)?;
        subscription(&app.fanout.of(&found.id, handle), session).await
    };
    let admitted = admitted.await;
    (Some(comer.cookie()), admitted)
}

async fn subscription(
    hub: &Arc<RoomHub>,
    session: ParticipantSession,
) -> Result<Admitted, Closing> {
    let subscription = hub.subscribe_phone(session.participant);
    let hello = session.hello(hub).await;
    let (hello, seen) = hello.map_err(|error| closing(error.into()))?;
    Ok(Admitted {
        other_end: OtherEnd::Participant(session),
        subscription,
        hello,
        seen,
    })
}

async fn admit_host(
    app: &App,
    follower: Result<Follower, Failure>,
    opening: &SocketQuery,
) -> Result<Admitted, Closing> {
    if !opening.speaks_ours() {
        return Err(Closing::Protocol);
    }
    let session = HostSession::of(app, follower.map_err(closing)?);
    session
        .handle
        .reached(opening.since())
        .await
        .map_err(|error| closing(error.into()))?;
    let hub = session.hub(app);
    let subscription = hub.subscribe_host(session.kind).by(session.pass.clone());
    let (hello, seen) = session.hello(&hub).map_err(|error| closing(error.into()))?;
    Ok(Admitted {
        other_end: OtherEnd::Host(session.handle, TokenBucket::new(Instant::now())),
        subscription,
        hello,
        seen: seen.version,
    })
}

fn closing(failure: Failure) -> Closing {
    match failure.code {
        "unknown_code" | "unknown_room" | "not_found" => Closing::NoRoom,
        "not_signed_in" => Closing::NoRights,
        "removed" => Closing::Removed,
        _ => Closing::GoingAway,
    }
}
