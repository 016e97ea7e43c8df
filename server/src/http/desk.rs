//! The organiser's pages: rooms, controls, exports, erasing. Forms and links alone. The first page and the decks are in modules of
//! their own.

use axum::body::Body;
use axum::extract::{Extension, Path, State};
use axum::response::{Html, IntoResponse, Redirect, Response};
use client::pages;
use shared::ids::{AnswerId, RoomId};
use shared::limits::DECK_BYTES;
use shared::question::Fields;

use super::api::{rooms, whole};
use super::asked::Asked;
use super::caller::Caller;
use super::failure::Failure;
use super::host::deny;
use super::places;
use crate::App;
use crate::export::Export;
use crate::forms;
use crate::lobby::{Found, RoomLine};
use crate::room::RoomHandle;

pub mod decks;
pub mod home;
pub mod kept;
pub mod links;
pub mod lists;
pub mod orders;
pub mod removing;
pub mod sessions;
pub mod state;

pub use orders::driven_by;
pub use state::room_state;

/// A form of the desk: a deck, and what multipart puts around it.
const FORM_BYTES: usize = DECK_BYTES + 64 * 1024;

/// Whether a page asks if something may really be deleted.
#[derive(Default, serde::Deserialize)]
pub struct Confirm {
    confirm: Option<String>,
    /// A link of the room was just made anew.
    renewed: Option<String>,
}

impl Confirm {
    fn asked(&self) -> bool {
        self.confirm.is_some()
    }
}

/// `GET /desk/rooms/{room}`
pub async fn room(
    State(app): State<App>,
    Extension(caller): Extension<Caller>,
    Path(room): Path<RoomId>,
    Asked(query): Asked<Confirm>,
    Asked(asking): Asked<removing::Asking>,
) -> Response {
    let page = async {
        owner(&app, &caller).await?;
        let (found, handle) = match rooms::reach(&app, &room).await {
            Err(failure) if failure.code == "room_damaged" => return damaged(&app, &room, &caller, &failure).await,
            reached => reached?,
        };
        let mut state = room_state(&app, &found, &handle, &caller)?;
        state.notice = query.renewed.is_some().then(|| "new_link".to_owned());
        state.confirm_delete = query.asked();
        if let Some(stretch) = asking.stretch() {
            state.removing.asked = handle.read(|room| removing::asked(room, &app.settings.zone, stretch))?;
        }
        Ok(Html(pages::host::desk_room(&places::assets("desk"), &state)).into_response())
    };
    page.await.unwrap_or_else(|failure: Failure| deny(failure, &caller))
}

/// A room that can't be read can still be thrown away.
async fn damaged(app: &App, room: &RoomId, caller: &Caller, failure: &Failure) -> Result<Response, Failure> {
    let found = app.lobby.find(room).await?;
    let row = lists::room_row(app, &RoomLine::of(room, found.document));
    let html = pages::host::desk_damaged(&places::assets("desk"), caller.language(), &row);
    Ok((failure.status, Html(html)).into_response())
}

/// `POST /desk/rooms/{room}/control`
pub async fn control(
    State(app): State<App>,
    Extension(caller): Extension<Caller>,
    Path(room): Path<RoomId>,
    body: Body,
) -> Response {
    let page = async {
        let fields = owners_form(&app, &caller, body).await?;
        let (found, handle) = rooms::reach(&app, &room).await?;
        let done = driven_by(&app, &found, &handle, &fields).await;
        after(done, &app, &found, &handle, &caller)
    };
    page.await.unwrap_or_else(|failure: Failure| deny(failure, &caller))
}

/// `POST /desk/rooms/{room}/erase`: one answer, for good.
pub async fn erase(
    State(app): State<App>,
    Extension(caller): Extension<Caller>,
    Path(room): Path<RoomId>,
    body: Body,
) -> Response {
    let page = async {
        let fields = owners_form(&app, &caller, body).await?;
        let (found, handle) = rooms::reach(&app, &room).await?;
        let answer = fields.first("answer").and_then(AnswerId::parse).ok_or_else(|| Failure::unknown("answer"))?;
        let done = app.erase(&found, &handle, answer).await;
        after(done, &app, &found, &handle, &caller)
    };
    page.await.unwrap_or_else(|failure: Failure| deny(failure, &caller))
}

/// Back to the room's page; what was refused is said there.
fn after(
    done: Result<(), Failure>,
    app: &App,
    found: &Found,
    handle: &RoomHandle,
    caller: &Caller,
) -> Result<Response, Failure> {
    let Err(failure) = done else {
        return Ok(Redirect::to(&format!("/desk/rooms/{}", found.id)).into_response());
    };
    let mut state = room_state(app, found, handle, caller)?;
    state.notice = Some(failure.code.to_owned());
    Ok((failure.status, Html(pages::host::desk_room(&places::assets("desk"), &state))).into_response())
}

/// `POST /desk/rooms/{room}/delete`: asks first.
pub async fn delete_room(
    State(app): State<App>,
    Extension(caller): Extension<Caller>,
    Path(room): Path<RoomId>,
    body: Body,
) -> Response {
    let page = async {
        let fields = owners_form(&app, &caller, body).await?;
        if fields.first("confirm").is_none() {
            return Ok(Redirect::to(&format!("/desk/rooms/{room}?confirm=1")).into_response());
        }
        app.lobby.remove(&room).await?;
        Ok(Redirect::to("/desk").into_response())
    };
    page.await.unwrap_or_else(|failure: Failure| deny(failure, &caller))
}

/// `GET /desk/rooms/{room}/export`
pub async fn export(
    State(app): State<App>,
    Extension(caller): Extension<Caller>,
    Path(room): Path<RoomId>,
    Asked(wanted): Asked<Export>,
) -> Response {
    let page = async {
        owner(&app, &caller).await?;
        let (found, handle) = rooms::reach(&app, &room).await?;
        rooms::download(&app, &found, &handle, wanted)
    };
    page.await.unwrap_or_else(|failure: Failure| deny(failure, &caller))
}

async fn owner(app: &App, caller: &Caller) -> Result<(), Failure> {
    if caller.is_owner(app).await? { Ok(()) } else { Err(Failure::not_signed_in()) }
}

/// The fields of a form that the owner alone may send.
async fn owners_form(app: &App, caller: &Caller, body: Body) -> Result<Fields, Failure> {
    owner(app, caller).await?;
    Ok(forms::read(&whole(body, FORM_BYTES).await?))
}
