//! The HTTP API: JSON in and out, errors as problem details, described by `openapi.json`.

pub mod decks;
pub mod rooms;

use std::time::Duration;

use axum::body::{Body, Bytes, to_bytes};
use axum::response::{IntoResponse, Response};
use http::header;
use serde::de::DeserializeOwned;

use super::caller::Caller;
use super::failure::Failure;
use crate::App;

/// A JSON body, in bytes.
const JSON_BYTES: usize = 16 * 1024;
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
    let read = tokio::time::timeout(BODY_DEADLINE, to_bytes(body, limit_bytes)).await;
    read.map_err(|_| Failure::too_slow())?.map_err(|_| Failure::too_large(limit_bytes))
}

async fn json<T: DeserializeOwned>(body: Body) -> Result<T, Failure> {
    let bytes = whole(body, JSON_BYTES).await?;
    serde_json::from_slice(&bytes)
        .map_err(|error| Failure::malformed(format!("The body is not the JSON that is expected here: {error}.")))
}
