//! The HTTP API: JSON in and out, errors as problem details, described by `openapi.json`.

pub mod decks;
pub mod participants;
pub mod rooms;

use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::response::{IntoResponse, Response};
use http::header;
use http_body_util::BodyExt;
use serde::de::DeserializeOwned;

use super::caller::Caller;
use super::failure::Failure;
use crate::App;

/// A JSON body, in bytes.
const JSON_BYTES: usize = 16 * 1024;
/// What is read of a body beyond its limit before the connection is closed, in bytes.
const DRAINED_BYTES: usize = 8 * 1024 * 1024;
/// How long a client may take to send a body.
const BODY_DEADLINE: Duration = Duration::from_secs(30);

/// `GET /api/v1/openapi.json`; needs no token.
pub async fn openapi() -> Response {
    ([(header::CONTENT_TYPE, "application/json")], include_str!("api/openapi.json")).into_response()
}

async fn owner(app: &App, caller: &Caller) -> Result<(), Failure> {
    if caller.is_owner(app).await? { Ok(()) } else { Err(Failure::not_signed_in()) }
}

/// A whole body within a limit.
pub(super) async fn whole(body: Body, limit_bytes: usize) -> Result<Bytes, Failure> {
    tokio::time::timeout(BODY_DEADLINE, read(body, limit_bytes)).await.map_err(|_| Failure::too_slow())?
}

/// What is beyond the limit is read on for a while and dropped: a connection that is closed while the
/// client still sends is reset, and then nobody reads the sentence.
async fn read(mut body: Body, limit_bytes: usize) -> Result<Bytes, Failure> {
    let (mut kept, mut seen) = (Vec::new(), 0);
    while let Some(frame) = body.frame().await {
        let frame = frame.map_err(|_| Failure::malformed("The body ended early."))?;
        let Ok(data) = frame.into_data() else { continue };
        seen += data.len();
        if seen <= limit_bytes {
            kept.extend_from_slice(&data);
        } else if seen > limit_bytes + DRAINED_BYTES {
            break;
        }
    }
    if seen > limit_bytes { Err(Failure::too_large(limit_bytes)) } else { Ok(kept.into()) }
}

/// Refuses what has other fields than those, so that a misspelled one is not passed over in silence.
pub(super) fn known_fields(asked: &serde_json::Value, names: &[&str]) -> Result<(), Failure> {
    let unknown = asked.as_object().and_then(|fields| fields.keys().find(|name| !names.contains(&name.as_str())));
    match unknown {
        Some(unknown) => {
            let known = names.join("`, `");
            Err(Failure::malformed(format!("There is no field `{unknown}` here, only `{known}`.")))
        }
        None => Ok(()),
    }
}

/// What the JSON of a body says.
pub(super) fn fits<T: DeserializeOwned>(asked: serde_json::Value) -> Result<T, Failure> {
    serde_json::from_value(asked).map_err(not_expected)
}

fn not_expected(error: serde_json::Error) -> Failure {
    Failure::malformed(format!("The body is not the JSON that is expected here: {error}."))
}

pub(super) async fn json<T: DeserializeOwned>(body: Body) -> Result<T, Failure> {
    let bytes = whole(body, JSON_BYTES).await?;
    serde_json::from_slice(&bytes).map_err(not_expected)
}
