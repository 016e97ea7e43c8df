//! The HTTP API: JSON in and out, errors as problem details, described by `openapi.json`.

pub mod after_page;
pub mod by_hand;
pub mod decks;
pub mod forms;
pub mod participants;
pub mod qa;
pub mod reports;
pub mod results;
pub mod room_deck;
pub mod rooms;
pub mod tablets;

use axum::response::{IntoResponse, Response};
use http::header;

use super::rights::Anyone;

/// `GET /api/v1/openapi.json`; needs no token.
pub async fn openapi(_: Anyone) -> Response {
    (
        [(header::CONTENT_TYPE, "application/json")],
        include_str!("api/openapi.json"),
    )
        .into_response()
}
