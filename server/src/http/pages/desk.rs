//! The organiser's pages: rooms, controls, exports, erasing. Forms and links alone. The first page
//! and the decks are in modules of their own.

use axum::body::Body;
use axum::extract::{Path, State};
use axum::response::{Html, IntoResponse, Redirect, Response};
use client::pages;
use shared::ids::RoomId;
use shared::limits::DECK_BYTES;

use super::orders::driven_by;
use crate::App;
use crate::export::ExportOptions;
use crate::http::body::form;
use crate::http::failure::Failure;
use crate::http::query_params::QueryParams;
use crate::http::request_context::Caller;
use crate::http::rights::Owner;
use crate::http::{download, urls};
use crate::lobby::{FoundRoom, RoomLine};
use crate::room::{RoomHandle, SubmitError};
use crate::service::{ServiceError, erasing, exporting, rooms};

pub mod deck_form;
pub mod decks;
pub mod editing;
pub mod home;
pub mod kept;
pub mod links;
pub mod lists;
pub mod removing;
pub mod sessions;
pub mod state;

pub use state::room_state;

/// A form of the desk: a deck, and what multipart puts around it.
const FORM_BYTES: usize = DECK_BYTES + 64 * 1024;

/// Whether a page asks if something may really be deleted.
#[derive(Default, serde::Deserialize)]
pub struct Confirm {
    confirm: Option<String>,
    /// A link of the room was just made anew.
    renewed: Option<String>,
    /// Its deck was just changed.
    changed: Option<String>,
}

impl Confirm {
    /// What was just done.
    fn notice(&self) -> Option<&'static str> {
        let renewed = self.renewed.as_ref().map(|_| "new_link");
        renewed.or(self.changed.as_ref().map(|_| "deck_changed"))
    }

    fn asked(&self) -> bool {
        self.confirm.is_some()
    }
}

/// `GET /desk/rooms/{room}`
pub async fn room(
    owner: Owner,
    State(app): State<App>,
    Path(room): Path<RoomId>,
    QueryParams(query): QueryParams<Confirm>,
    QueryParams(asking): QueryParams<removing::RemovalPrompt>,
) -> Result<Response, Failure> {
    let (found, handle) = match owner.reach(&app, &room).await {
        Err(ServiceError::Room(SubmitError::Damaged)) => return damaged(&app, &room, &owner).await,
        reached => reached?,
    };
    let mut state = room_state(&app, &found, &handle, &owner)?;
    state.notice = query.notice().map(str::to_owned);
    state.confirm_delete = query.asked();
    if let Some(stretch) = asking.stretch() {
        state.removing.asked =
            handle.read(|room| removing::asked(room, &app.settings.zone, stretch))?;
    }
    Ok(Html(pages::host::desk_room(&urls::assets("desk"), &state)).into_response())
}

/// A room that can't be read can still be thrown away.
async fn damaged(app: &App, room: &RoomId, caller: &Caller) -> Result<Response, Failure> {
    let found = app.lobby.find(room).await?;
    let row = lists::room_row(app, &RoomLine::of(room, found.document));
    let html = pages::host::desk_damaged(&urls::assets("desk"), caller.language(), &row);
    Ok((Failure::from(SubmitError::Damaged).status, Html(html)).into_response())
}

/// `POST /desk/rooms/{room}/control`
pub async fn control(
    owner: Owner,
    State(app): State<App>,
    Path(room): Path<RoomId>,
    body: Body,
) -> Result<Response, Failure> {
    let fields = form(body, FORM_BYTES).await?;
    let (found, handle) = owner.reach(&app, &room).await?;
    let done = driven_by(&app, &found, &handle, &fields).await;
    after(done, &app, &found, &handle, &owner)
}

/// `POST /desk/rooms/{room}/erase`: one answer, for good.
pub async fn erase(
    owner: Owner,
    State(app): State<App>,
    Path(room): Path<RoomId>,
    body: Body,
) -> Result<Response, Failure> {
    let fields = form(body, FORM_BYTES).await?;
    let (found, handle) = owner.reach(&app, &room).await?;
    let answer = erasing::named(fields.first("answer").unwrap_or_default())?;
    let done = erasing::erase(&app, &found, &handle, answer).await;
    after(done.map_err(Failure::from), &app, &found, &handle, &owner)
}

/// Back to the room's page; what was refused is said there.
fn after(
    done: Result<(), Failure>,
    app: &App,
    found: &FoundRoom,
    handle: &RoomHandle,
    caller: &Caller,
) -> Result<Response, Failure> {
    let Err(failure) = done else {
        return Ok(Redirect::to(&format!("/desk/rooms/{}", found.id)).into_response());
    };
    let mut state = room_state(app, found, handle, caller)?;
    state.notice = Some(failure.code.to_owned());
    Ok((
        failure.status,
        Html(pages::host::desk_room(&urls::assets("desk"), &state)),
    )
        .into_response())
}

/// `POST /desk/rooms/{room}/delete`: asks first.
pub async fn delete_room(
    _: Owner,
    State(app): State<App>,
    Path(room): Path<RoomId>,
    body: Body,
) -> Result<Response, Failure> {
    let fields = form(body, FORM_BYTES).await?;
    if fields.first("confirm").is_none() {
        return Ok(Redirect::to(&format!("/desk/rooms/{room}?confirm=1")).into_response());
    }
    rooms::remove(&app, &room).await?;
    Ok(Redirect::to("/desk").into_response())
}

/// `GET /desk/rooms/{room}/export`
pub async fn export(
    owner: Owner,
    State(app): State<App>,
    Path(room): Path<RoomId>,
    QueryParams(wanted): QueryParams<ExportOptions>,
) -> Result<Response, Failure> {
    let (found, handle) = owner.reach(&app, &room).await?;
    Ok(download::file(exporting::export(
        &app, &found, &handle, wanted,
    )?))
}
