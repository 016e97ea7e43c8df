//! `/healthz`: 200 only while answers can be stored. `/metrics`: figures for Prometheus, behind a token.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use http::{HeaderMap, StatusCode, header};

use super::failure::Failure;
use crate::App;
use crate::auth::links::same;
use crate::backend::Health;
use crate::metrics::{process, text};
use crate::seldom::Seldom;

static WRONG_TOKEN: Seldom = Seldom::new();

/// `GET /healthz`
pub async fn healthz(State(app): State<App>) -> Response {
    let health = app.health.borrow().clone();
    match health {
        Health::Good => (StatusCode::OK, "answers can be stored\n").into_response(),
        Health::Full => {
            (StatusCode::SERVICE_UNAVAILABLE, "the disk is full: answers are refused until there is room\n")
                .into_response()
        }
        Health::Failed(_) => {
            (StatusCode::SERVICE_UNAVAILABLE, "the disk fails: nothing can be stored\n").into_response()
        }
    }
}

/// `GET /metrics`
pub async fn metrics(State(app): State<App>, headers: HeaderMap) -> Result<Response, Failure> {
    let wanted = app.settings.metrics_token.as_deref().ok_or_else(Failure::not_signed_in)?;
    if !super::caller::bearer(&headers).is_some_and(|given| same(&given, wanted)) {
        if WRONG_TOKEN.may_log() {
            tracing::warn!("the figures were asked for with a wrong token");
        }
        return Err(Failure::not_signed_in());
    }
    // Looking at every open file takes some milliseconds in a full hall: not on a thread that answers people.
    let descriptors = tokio::task::spawn_blocking(process::descriptors_left).await;
    let now = text::Now {
        storing: *app.health.borrow() == Health::Good,
        rooms_loaded: app.registry.len(),
        resident_bytes: process::resident_bytes(),
        descriptors_left: descriptors.ok().flatten(),
    };
    Ok(([(header::CONTENT_TYPE, "text/plain; version=0.0.4")], text::all(&now)).into_response())
}
