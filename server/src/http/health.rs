//! `/healthz`: 200 only while answers can be stored. `/metrics`: figures for Prometheus, behind a
//! token.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use http::{StatusCode, header};

use super::rights::{Anyone, Monitor};
use crate::App;
use crate::backend::Health;
use crate::metrics::{process, text};

/// `GET /healthz`
pub async fn healthz(_: Anyone, State(app): State<App>) -> Response {
    let health = app.health.borrow().clone();
    match health {
        Health::Good => (StatusCode::OK, "answers can be stored\n").into_response(),
        Health::Full => (
            StatusCode::SERVICE_UNAVAILABLE,
            "the disk is full: answers are refused until there is room\n",
        )
            .into_response(),
        Health::Failed(_) => (
            StatusCode::SERVICE_UNAVAILABLE,
            "the disk fails: nothing can be stored\n",
        )
            .into_response(),
    }
}

/// `GET /metrics`
pub async fn metrics(_: Monitor, State(app): State<App>) -> Response {
    // Looking at every open file takes some milliseconds in a full hall: not on a thread that
    // answers people.
    let descriptors = tokio::task::spawn_blocking(process::descriptors_left).await;
    let now = text::Now {
        storing: *app.health.borrow() == Health::Good,
        rooms_loaded: app.registry.len(),
        resident_bytes: process::resident_bytes(),
        descriptors_left: descriptors.ok().flatten(),
    };
    (
        [(header::CONTENT_TYPE, "text/plain; version=0.0.4")],
        text::all(&now),
    )
        .into_response()
}
