//! Somebody else's laptop as the stage: it opens `/stage` and shows a QR code; a phone that may
//! drive a room scans it, chooses the room, and the laptop shows it.

use std::time::Instant;

use axum::extract::{Path, State};
use axum::response::{Html, IntoResponse, Response};
use client::pages;
use client::views::desk::takeover::{GiftStep, ScreenGift, WaitingScreen};
use client::views::desk::{ListPage, RoomRow};
use http::{HeaderValue, StatusCode, header};
use shared::host::HostRole;

use super::desk::lists::{self, Pages, room_row};
use super::paging;
use super::sign_in::let_in;
use crate::auth::screens::{self, Assignment};
use crate::http::failure::Failure;
use crate::http::query_params::QueryParams;
use crate::http::request_context::Caller;
use crate::http::rights::{Anyone, Projector, ScreenGiver};
use crate::http::{cookies, urls};
use crate::lobby::FoundRoom;
use crate::{App, qr};

/// When a screen for which there is no place may ask again.
const RETRY_SECONDS: &str = "60";
/// How long the cookie of a screen that waits lasts, in seconds.
const COOKIE_SECONDS: u64 = 3600;

/// `GET /stage`: a screen that waits, or the room that it was given.
pub async fn wait(asker: Anyone, State(app): State<App>) -> Result<Response, Failure> {
    match app
        .screens
        .ask(asker.screen(), asker.address, Instant::now())
    {
        Assignment::Full => {
            let mut page = Failure::screens_full().page(asker.language());
            page.headers_mut()
                .insert(header::RETRY_AFTER, HeaderValue::from_static(RETRY_SECONDS));
            Ok(page)
        }
        Assignment::Waits { secret, name } => {
            let address = format!("{}/stage/{name}", asker.base);
            let screen = WaitingScreen {
                language: asker.language(),
                qr_svg: qr::svg(&address),
                address,
            };
            let html = Html(pages::host::waiting_screen(&urls::assets("stage"), &screen));
            Ok(cookies::give(
                html.into_response(),
                screens::COOKIE,
                &secret,
                COOKIE_SECONDS,
                asker.is_secure(),
            ))
        }
        Assignment::Shows(room) => show(&app, &app.lobby.find(&room).await?, &asker).await,
    }
}

async fn show(app: &App, found: &FoundRoom, caller: &Caller) -> Result<Response, Failure> {
    Ok(cookies::forget(
        let_in(app, found, HostRole::Stage, caller).await?,
        screens::COOKIE,
        caller.is_secure(),
    ))
}

/// `GET /stage/{screen}`: the phone that scanned a screen's code chooses a room for it.
pub async fn choose(
    Projector {
        caller,
        signed_in,
        rooms,
    }: Projector,
    State(app): State<App>,
    Path(screen): Path<String>,
    QueryParams(pages): QueryParams<Pages>,
) -> Response {
    let address = |page| format!("/stage/{screen}?rooms={page}");
    let rooms = lists::in_order(&app, rooms);
    let rooms = paging::page(
        &rooms,
        lists::PAGE,
        pages.rooms,
        |room| room_row(&app, room),
        address,
    );
    let step = if app.screens.waits(&screen, Instant::now()) {
        GiftStep::Choosing
    } else {
        GiftStep::Gone
    };
    gift(&caller, signed_in, screen, rooms, step)
}

/// `POST /stage/{screen}`: gives the screen a room.
pub async fn give(giver: ScreenGiver) -> Response {
    let ScreenGiver {
        app,
        caller,
        signed_in,
        screen,
        room,
    } = giver;
    let given = app.screens.give(&screen, &room, Instant::now());
    if given {
        tracing::info!(%room, "a screen that waited was given a room");
    }
    let step = if given {
        GiftStep::Given {
            room: room.to_string(),
        }
    } else {
        GiftStep::Gone
    };
    gift(
        &caller,
        signed_in,
        screen,
        ListPage::whole(Vec::new()),
        step,
    )
}

fn gift(
    caller: &Caller,
    signed_in: bool,
    screen: String,
    rooms: ListPage<RoomRow>,
    step: GiftStep,
) -> Response {
    let status = if step == GiftStep::Gone {
        StatusCode::NOT_FOUND
    } else {
        StatusCode::OK
    };
    let gift = ScreenGift {
        language: caller.language(),
        signed_in,
        screen,
        rooms,
        step,
    };
    (
        status,
        Html(pages::host::screen_gift(&urls::assets("desk"), &gift)),
    )
        .into_response()
}
