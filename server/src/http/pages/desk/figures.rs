//! Figures of questions as files, from the desk.

use axum::extract::{Path, State};
use axum::response::Response;
use shared::ids::RoomId;

use crate::App;
use crate::http::failure::Failure;
use crate::http::figures::{self, FigureQuery};
use crate::http::query_params::QueryParams;
use crate::http::rights::Owner;

/// `GET /desk/rooms/{room}/figures/{file}`
pub async fn of_question(
    owner: Owner,
    State(app): State<App>,
    Path((room, file)): Path<(RoomId, String)>,
    QueryParams(asked): QueryParams<FigureQuery>,
) -> Result<Response, Failure> {
    let (found, handle) = owner.reach(&app, &room).await?;
    figures::answer(&app, (&found, &handle), &file, asked).await
}
