//! A room's report over the API.

use axum::extract::{Path, State};
use axum::response::Response;
use shared::ids::RoomId;

use crate::App;
use crate::http::download;
use crate::http::failure::Failure;
use crate::http::rights::Owner;
use crate::service::exporting;

/// `GET /api/v1/rooms/{room}/report.xlsx`
pub async fn spreadsheet(
    owner: Owner,
    State(app): State<App>,
    Path(room): Path<RoomId>,
) -> Result<Response, Failure> {
    let (found, handle) = owner.reach(&app, &room).await?;
    let file = exporting::spreadsheet(&app, &found, &handle).await?;
    Ok(download::file(file))
}
