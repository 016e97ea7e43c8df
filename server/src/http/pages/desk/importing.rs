//! A room that another peil kept, chosen as a file at the desk.

use axum::body::Body;
use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use http::{HeaderMap, StatusCode, header};

use super::home::{Unsaved, home_page};
use super::lists::Pages;
use crate::App;
use crate::archive::{ARCHIVE_BYTES_MAX, ArchiveError};
use crate::form_parser;
use crate::http::body::whole;
use crate::http::failure::Failure;
use crate::http::rights::Owner;
use crate::lobby::FoundRoom;
use crate::service::archiving;

/// What the form has around the file, in bytes.
const AROUND_BYTES: usize = 4096;

/// `POST /desk/rooms/import`: to the room, or back with why it was not taken in.
pub async fn import(
    owner: Owner,
    State(app): State<App>,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Failure> {
    match taken_in(&app, &headers, body).await {
        Ok(found) => {
            let to = format!("/desk/rooms/{}/results", found.id);
            Ok(Redirect::to(&to).into_response())
        }
        Err(failure) => {
            let notice = match failure.status {
                StatusCode::PAYLOAD_TOO_LARGE => "archive_too_large",
                _ => failure.code,
            };
            let unsaved = Unsaved {
                notice: Some(notice),
                ..Unsaved::default()
            };
            home_page(&app, &owner, Pages::default(), failure.status, unsaved).await
        }
    }
}

async fn taken_in(app: &App, headers: &HeaderMap, body: Body) -> Result<FoundRoom, Failure> {
    let kind = headers.get(header::CONTENT_TYPE);
    let kind = kind.and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    let body = whole(body, ARCHIVE_BYTES_MAX + AROUND_BYTES).await?;
    // A form that can't be read has no archive either.
    let file = form_parser::file(kind, body, "archive")
        .await
        .ok()
        .flatten();
    let zip = file.ok_or(ArchiveError::Unsound)?;
    Ok(archiving::import(app, zip).await?)
}
