//! What came out of a room as files: the same for the desk and over the API.

use axum::extract::{Path, State};
use axum::response::Response;
use shared::ids::RoomId;

use super::download;
use super::failure::Failure;
use super::figures::{self, FigureQuery};
use super::query_params::QueryParams;
use super::rights::Owner;
use crate::App;
use crate::service::archiving;
use crate::service::exporting;
use crate::service::reporting::{self, ReportFormat};

/// `GET …/rooms/{room}/figures/{file}`: a question with `.svg` or `.png`.
pub async fn figure(
    owner: Owner,
    State(app): State<App>,
    Path((room, file)): Path<(RoomId, String)>,
    QueryParams(asked): QueryParams<FigureQuery>,
) -> Result<Response, Failure> {
    let (found, handle) = owner.reach(&app, &room).await?;
    figures::answer(&app, (&found, &handle), &file, asked).await
}

/// `GET …/rooms/{room}/report.html`
pub async fn page(owner: Owner, app: State<App>, room: Path<RoomId>) -> Result<Response, Failure> {
    report(&owner, &app, &room, ReportFormat::Html).await
}

/// `GET …/rooms/{room}/report.docx`
pub async fn docx(owner: Owner, app: State<App>, room: Path<RoomId>) -> Result<Response, Failure> {
    report(&owner, &app, &room, ReportFormat::Docx).await
}

/// `GET …/rooms/{room}/report.pdf`
pub async fn pdf(owner: Owner, app: State<App>, room: Path<RoomId>) -> Result<Response, Failure> {
    report(&owner, &app, &room, ReportFormat::Pdf).await
}

async fn report(
    owner: &Owner,
    app: &App,
    room: &RoomId,
    format: ReportFormat,
) -> Result<Response, Failure> {
    let (found, handle) = owner.reach(app, room).await?;
    let file = reporting::file(app, (&found, &handle), format, owner.host()).await?;
    Ok(download::file(file))
}

/// `GET …/rooms/{room}/report.zip`
pub async fn zip(
    owner: Owner,
    State(app): State<App>,
    Path(room): Path<RoomId>,
) -> Result<Response, Failure> {
    let (found, handle) = owner.reach(&app, &room).await?;
    let file = archiving::zip(&app, (&found, &handle), owner.host()).await?;
    Ok(download::file(file))
}

/// `GET …/rooms/{room}/report.xlsx`
pub async fn spreadsheet(
    owner: Owner,
    State(app): State<App>,
    Path(room): Path<RoomId>,
) -> Result<Response, Failure> {
    let (found, handle) = owner.reach(&app, &room).await?;
    let file = exporting::spreadsheet(&app, &found, &handle).await?;
    Ok(download::file(file))
}
