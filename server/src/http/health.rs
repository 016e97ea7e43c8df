//! `/healthz`: 200 only while answers can be stored. `/metrics`: figures for Prometheus, behind a token.

use std::fmt::Write;

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use http::{HeaderMap, StatusCode, header};

use super::failure::Failure;
use crate::App;
use crate::auth::links::same;
use crate::backend::Health;

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
        return Err(Failure::not_signed_in());
    }
    let good = u8::from(*app.health.borrow() == Health::Good);
    let mut text = String::new();
    let _ = write!(
        text,
        "# HELP peil_storing Whether answers can be stored (1) or not (0).\n# TYPE peil_storing gauge\npeil_storing {good}\n\
         # HELP peil_rooms_loaded Rooms in memory.\n# TYPE peil_rooms_loaded gauge\npeil_rooms_loaded {}\n",
        app.registry.len()
    );
    Ok(([(header::CONTENT_TYPE, "text/plain; version=0.0.4")], text).into_response())
}
