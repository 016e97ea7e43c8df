//! The deck of a room that runs, over the API.

use axum::Json;
use axum::body::Body;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use http::{HeaderMap, HeaderName, header};
use serde::Deserialize;
use serde_json::json;
use shared::ids::{DeckVersion, RoomId};

use super::decks::{expected, is_text, text};
use crate::App;
use crate::http::failure::{Failure, line_and_message};
use crate::http::query_params::QueryParams;
use crate::http::rights::Owner;
use crate::precondition::{Precondition, etag};
use crate::room::SubmitError;
use crate::service::editing;

/// Whether the changes are only listed, and not made.
#[derive(Deserialize)]
pub struct DryRunQuery {
    dry: Option<u8>,
}

/// `GET /api/v1/rooms/{room}/deck`: its text.
pub async fn get(
    owner: Owner,
    State(app): State<App>,
    Path(room): Path<RoomId>,
) -> Result<Response, Failure> {
    let (found, handle) = owner.reach(&app, &room).await?;
    let deck = editing::deck(&app, &found, &handle).await?;
    let kind = [(header::CONTENT_TYPE, "text/markdown; charset=utf-8")];
    Ok((tagged(deck.version), kind, deck.text).into_response())
}

/// `PUT /api/v1/rooms/{room}/deck`: its new text; with `?dry=1` only what that would change.
pub async fn change(
    owner: Owner,
    State(app): State<App>,
    Path(room): Path<RoomId>,
    QueryParams(DryRunQuery { dry }): QueryParams<DryRunQuery>,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Failure> {
    is_text(&headers)?;
    let (text, read_as) = text(body).await?;
    let expected = expected(&headers)?.unwrap_or(Precondition::Any);
    let (found, handle) = owner.reach_answers(&app, &room).await?;
    let change = if dry.is_some_and(|dry| dry != 0) {
        let change = editing::look(&handle, &text, &expected)?;
        match change.refused {
            Some(refusal) => return Err(SubmitError::Refused(refusal).into()),
            None => change,
        }
    } else {
        editing::change(&app, &found, &handle, &text, &expected).await?
    };
    let warnings = read_as.iter().chain(&change.warnings);
    let warnings: Vec<_> = warnings.map(line_and_message).collect();
    let answer = json!({ "changes": change.changes, "warnings": warnings });
    Ok((tagged(change.version), Json(answer)).into_response())
}

fn tagged(version: DeckVersion) -> [(HeaderName, String); 1] {
    [(header::ETAG, etag(version.into()))]
}
