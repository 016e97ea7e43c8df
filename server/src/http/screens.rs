//! Somebody else's laptop as the stage: it opens `/stage` and shows a QR code; a phone that may drive a room scans it, chooses
//! the room, and the laptop shows it.

use std::sync::Arc;
use std::time::Instant;

use axum::body::Body;
use axum::extract::{Extension, Path, State};
use axum::response::{Html, IntoResponse, Response};
use client::pages;
use client::views::desk::takeover::{GiftStep, ScreenGift, WaitingScreen};
use client::views::desk::{Listed, RoomRow};
use http::{HeaderValue, StatusCode, header};
use shared::ids::RoomId;
use shared::room::HostRole;

use super::api::whole;
use super::asked::Asked;
use super::caller::Caller;
use super::cookies;
use super::desk::lists::{self, Pages, room_row};
use super::failure::Failure;
use super::host::{deny, let_in, qr};
use super::places;
use crate::App;
use crate::auth::screens::{self, Turn};
use crate::forms;
use crate::lobby::{Found, RoomLine};

/// The form that names a room, in bytes.
const FORM_BYTES: usize = 1024;
/// When a screen for which there is no place may ask again.
const RETRY_SECONDS: &str = "60";
/// How long the cookie of a screen that waits lasts, in seconds.
const COOKIE_SECONDS: u64 = 3600;

/// `GET /stage`: a screen that waits, or the room that it was given.
pub async fn wait(State(app): State<App>, Extension(caller): Extension<Caller>) -> Response {
    match app.screens.ask(caller.screen(), caller.address, Instant::now()) {
        Turn::Full => {
            let mut page = Failure::screens_full().page(caller.language());
            page.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from_static(RETRY_SECONDS));
            page
        }
        Turn::Waits { secret, name } => {
            let address = format!("{}/stage/{name}", caller.base);
            let screen = WaitingScreen { language: caller.language(), qr_svg: qr(&address), address };
            let html = Html(pages::host::waiting_screen(&places::assets("stage"), &screen));
            cookies::give(html.into_response(), screens::COOKIE, &secret, COOKIE_SECONDS, caller.is_secure())
        }
        Turn::Shows(room) => match app.lobby.find(&room).await {
            Ok(found) => show(&found, &caller),
            Err(error) => Failure::from(error).page(caller.language()),
        },
    }
}

fn show(found: &Found, caller: &Caller) -> Response {
    cookies::forget(let_in(found, HostRole::Stage, caller), screens::COOKIE, caller.is_secure())
}

/// `GET /stage/{screen}`: the phone that scanned a screen's code chooses a room for it.
pub async fn choose(
    State(app): State<App>,
    Extension(caller): Extension<Caller>,
    Path(screen): Path<String>,
    Asked(pages): Asked<Pages>,
) -> Response {
    let page = async {
        let address = |page| format!("/stage/{screen}?rooms={page}");
        let rooms = rooms(&app, &caller).await?;
        let rooms = lists::page(&rooms, pages.rooms, |room| room_row(&app, room), address);
        let step = if app.screens.waits(&screen, Instant::now()) { GiftStep::Choosing } else { GiftStep::Gone };
        gift(&app, &caller, screen, rooms, step).await
    };
    page.await.unwrap_or_else(|failure: Failure| deny(failure, &caller))
}

/// `POST /stage/{screen}`: gives the screen a room.
pub async fn give(
    State(app): State<App>,
    Extension(caller): Extension<Caller>,
    Path(screen): Path<String>,
    body: Body,
) -> Response {
    let page = async {
        let fields = forms::read(&whole(body, FORM_BYTES).await?);
        let room = RoomId::from(fields.first("room").unwrap_or_default());
        let found = app.lobby.find(&room).await?;
        if !caller.rights_in(&app, &found).await?.may_control() {
            return Err(Failure::not_signed_in());
        }
        let given = app.screens.give(&screen, &room, Instant::now());
        if given {
            tracing::info!(%room, "a screen that waited was given a room");
        }
        let step = if given { GiftStep::Given { room: room.to_string() } } else { GiftStep::Gone };
        gift(&app, &caller, screen, Listed::whole(Vec::new()), step).await
    };
    page.await.unwrap_or_else(|failure: Failure| deny(failure, &caller))
}

async fn gift(
    app: &App,
    caller: &Caller,
    screen: String,
    rooms: Listed<RoomRow>,
    step: GiftStep,
) -> Result<Response, Failure> {
    let status = if step == GiftStep::Gone { StatusCode::NOT_FOUND } else { StatusCode::OK };
    let signed_in = caller.is_owner(app).await?;
    let gift = ScreenGift { language: caller.language(), signed_in, screen, rooms, step };
    Ok((status, Html(pages::host::screen_gift(&places::assets("desk"), &gift))).into_response())
}

/// Rooms that are not over and that this person may project: all of the owner's, else those whose links they hold.
async fn rooms(app: &App, caller: &Caller) -> Result<Vec<Arc<RoomLine>>, Failure> {
    let mut rooms = if caller.is_owner(app).await? { app.lobby.list().await? } else { held(app, caller).await? };
    rooms.retain(|room| room.ended_at.is_none());
    Ok(lists::in_order(app, rooms))
}

async fn held(app: &App, caller: &Caller) -> Result<Vec<Arc<RoomLine>>, Failure> {
    let mut held = Vec::new();
    for room in caller.rooms_held() {
        // A cookie of a room that is gone is nothing to speak of.
        let Ok(found) = app.lobby.find(&room).await else { continue };
        if caller.rights_in(app, &found).await?.may_control() && found.document.ended_at.is_none() {
            held.push(Arc::new(RoomLine::of(&found.id, found.document)));
        }
    }
    if held.is_empty() { Err(Failure::not_signed_in()) } else { Ok(held) }
}
