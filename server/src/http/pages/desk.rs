//! The organiser's pages: rooms, controls, exports, erasing. Forms and links alone. The first page
//! and the decks are in modules of their own.

use axum::body::Body;
use axum::extract::{Path, State};
use axum::response::{Html, IntoResponse, Redirect, Response};
use client::pages;
use client::views::desk::DeskRoom;
use shared::ids::RoomId;
use shared::limits::DECK_BYTES;

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

pub mod after_page;
pub mod deck_form;
pub mod decks;
pub mod editing;
pub mod forms;
pub mod home;
pub mod importing;
pub mod kept;
pub mod links;
pub mod lists;
pub mod mail;
pub mod removing;
pub mod report;
pub mod results;
pub mod retention;
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
    /// Why something was not done that was asked here.
    notice: Option<String>,
}

impl Confirm {
    /// What was just done.
    fn notice(&self) -> Option<String> {
        let renewed = self.renewed.as_ref().map(|_| "new_link");
        let good = renewed.or(self.changed.as_ref().map(|_| "deck_changed"));
        good.map(str::to_owned).or_else(|| self.notice.clone())
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
    // There is nothing to be led any more: what came of it is all that there is.
    if found.document.answers_ended.is_some() {
        let results = format!("/desk/rooms/{room}/results");
        return Ok(Redirect::to(&results).into_response());
    }
    let mut state = room_state(&app, &found, &handle, &owner)?;
    state.leading.notice = query.notice();
    state.confirm_delete = query.asked();
    if let Some(stretch) = asking.time_range() {
        state.removing.asked =
            handle.read(|room| removing::asked(room, &app.settings.zone, stretch))?;
    }
    Ok(room_page(&state).into_response())
}

/// The page of a room. It is full of links that nobody else may know, so it is never compressed.
pub fn room_page(state: &DeskRoom) -> Html<String> {
    let [assets, desk] = ["remote", "desk"].map(urls::assets);
    Html(pages::host::desk_room(&assets, &desk, state))
}

/// A room that can't be read can still be thrown away.
async fn damaged(app: &App, room: &RoomId, caller: &Caller) -> Result<Response, Failure> {
    let found = app.lobby.find(room).await?;
    let row = lists::room_row(app, &RoomLine::of(room, found.document));
    let html = pages::host::desk_damaged(&urls::assets("desk"), caller.language(), &row);
    Ok((Failure::from(SubmitError::Damaged).status, Html(html)).into_response())
}

/// `POST /desk/rooms/{room}/erase`: one answer, for good.
pub async fn erase(
    owner: Owner,
    State(app): State<App>,
    Path(room): Path<RoomId>,
    body: Body,
) -> Result<Response, Failure> {
    let fields = form(body, FORM_BYTES).await?;
    let (found, handle) = owner.reach_answers(&app, &room).await?;
    let answer = erasing::named(fields.first("answer").unwrap_or_default())?;
    let done = erasing::erase(&app, &found, &handle, answer).await;
    let done = done.map_err(Failure::from);
    // Whoever looked for it goes on looking.
    if let (Ok(()), Some(find)) = (&done, fields.first("find")) {
        let find: String = form_urlencoded::byte_serialize(find.as_bytes()).collect();
        let back = format!("/desk/rooms/{room}/results?find={find}");
        return Ok(Redirect::to(&back).into_response());
    }
    after(done, "erasing", &app, &found, &handle, &owner)
}

/// Back to the part of the room's page that this came from; what was refused is said on top.
fn after(
    done: Result<(), Failure>,
    part: &str,
    app: &App,
    found: &FoundRoom,
    handle: &RoomHandle,
    caller: &Caller,
) -> Result<Response, Failure> {
    let Err(failure) = done else {
        return Ok(Redirect::to(&format!("/desk/rooms/{}#{part}", found.id)).into_response());
    };
    let mut state = room_state(app, found, handle, caller)?;
    state.leading.notice = Some(failure.code.to_owned());
    Ok((failure.status, room_page(&state)).into_response())
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
        return Ok(Redirect::to(&format!("/desk/rooms/{room}?confirm=1#apart")).into_response());
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
