//! What people filled into forms, over the API.

use axum::Json;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use http::StatusCode;
use serde::Deserialize;
use shared::ids::{RoomId, SlideId};

use crate::App;
use crate::export::{ExportFormat, forms as table_export};
use crate::http::download;
use crate::http::failure::Failure;
use crate::http::query_params::QueryParams;
use crate::http::rights::Owner;
use crate::service::{exporting, forms};

/// As what the table is wanted; as JSON to read if not said.
#[derive(Deserialize)]
pub struct FormsQuery {
    format: Option<ExportFormat>,
    #[serde(default, deserialize_with = "crate::export::flag")]
    excel: bool,
}

/// `GET /api/v1/rooms/{room}/forms/{question}`: everything that was filled in; with `format` as a
/// file.
pub async fn table(
    owner: Owner,
    State(app): State<App>,
    Path((room, question)): Path<(RoomId, SlideId)>,
    QueryParams(wanted): QueryParams<FormsQuery>,
) -> Result<Response, Failure> {
    let (found, handle) = owner.reach_answers(&app, &room).await?;
    let table = forms::table(&app, &found, &handle, &question).await?;
    let Some(format) = wanted.format else {
        return Ok(Json(table_export::json(&table)).into_response());
    };
    let file = exporting::forms(&app, &found, &handle, &table, (format, wanted.excel))?;
    Ok(download::file(file))
}

/// `DELETE /api/v1/rooms/{room}/forms/{question}/{form}`
pub async fn erase(
    owner: Owner,
    State(app): State<App>,
    Path((room, question, form)): Path<(RoomId, SlideId, String)>,
) -> Result<StatusCode, Failure> {
    let (found, handle) = owner.reach_answers(&app, &room).await?;
    forms::erase(&app, &found, &handle, (&question, &form)).await?;
    Ok(StatusCode::NO_CONTENT)
}
