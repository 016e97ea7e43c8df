//! The page on which people read afterwards what came out of a room: by its name, and by the room's
//! code.

use axum::extract::{Path, State};
use axum::response::{Html, IntoResponse, Response};
use client::language::Language;
use client::pages;
use client::texts::desk::date;
use client::views::after_page::{AfterPage, NoAfterPage};
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use shared::after_page::AfterPageLink;

use crate::App;
use crate::after_pages::AfterPageDocument;
use crate::clock::now_ms;
use crate::http::failure::Failure;
use crate::http::made_pages::PageVersion;
use crate::http::request_context::Caller;
use crate::http::rights::Anyone;
use crate::http::{compression, urls};
use crate::lobby::{FoundRoom, LobbyError};
use crate::room::RoomHandle;
use crate::service::after_page::{self, PageState};
use crate::service::page_content;
use crate::store::Versioned;

/// Who has the address reads it; search engines do not lead there.
const ROBOTS: (HeaderName, HeaderValue) = (
    HeaderName::from_static("x-robots-tag"),
    HeaderValue::from_static("noindex, nofollow"),
);

/// `GET /p/{slug}`: the page of that name; where it can't be seen, a sentence that says why.
pub async fn page(
    asker: Anyone,
    State(app): State<App>,
    Path(slug): Path<String>,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    let room = app.after_pages.room_of(&slug).await?;
    let room = room.ok_or_else(Failure::not_found)?;
    let found = match app.lobby.find(&room).await {
        Err(LobbyError::Unknown) => return Err(Failure::not_found()),
        found => found?,
    };
    let stored = app.after_pages.get(&found.id).await?;
    let zone = &app.settings.zone;
    let now = now_ms();
    let why = match after_page::state(&stored.value, &found, zone, now) {
        PageState::Open(link) => {
            let handle = app.registry.get(&found.id);
            return shown(&app, &asker, (&found, &handle), (&stored, link), &headers).await;
        }
        PageState::NotYet => NoAfterPage::NotYet,
        PageState::Closed => NoAfterPage::Closed { since: None },
        PageState::Over(link) => NoAfterPage::Closed {
            since: Some(date::day(asker.language(), &link.day, &zone.day(now))),
        },
    };
    let html = pages::no_after_page(&urls::assets("desk"), asker.language(), &why);
    let page = compression::may_be((StatusCode::NOT_FOUND, Html(html)));
    Ok(([ROBOTS], page).into_response())
}

/// The same at the address of the room's code, where the page can be seen.
///
/// # Errors
/// Those of the room and the store.
pub async fn at_code(
    app: &App,
    caller: &Caller,
    found: &FoundRoom,
    headers: &HeaderMap,
) -> Result<Option<Response>, Failure> {
    if found.document.ended_at.is_none() {
        return Ok(None);
    }
    let stored = app.after_pages.get(&found.id).await?;
    match after_page::state(&stored.value, found, &app.settings.zone, now_ms()) {
        PageState::Open(link) => {
            let handle = app.registry.get(&found.id);
            let page = shown(app, caller, (found, &handle), (&stored, link), headers);
            page.await.map(Some)
        }
        PageState::NotYet | PageState::Closed | PageState::Over(_) => Ok(None),
    }
}

async fn shown(
    app: &App,
    caller: &Caller,
    (found, handle): (&FoundRoom, &RoomHandle),
    (stored, link): (&Versioned<AfterPageDocument>, AfterPageLink),
    headers: &HeaderMap,
) -> Result<Response, Failure> {
    handle.ready().await?;
    let (seq, asked) = page_content::shows(handle)?;
    let language = spoken(caller, handle)?;
    let (draft, day) = (&stored.value.draft, link.day.clone());
    let version = PageVersion {
        seq,
        asked,
        document: stored.version,
        link,
    };
    let make = async || {
        let page = page_content::page(app, (found, handle), language, draft, &day).await?;
        Ok::<_, Failure>(html(&page))
    };
    let made = app.made_pages.get((&found.id, language), version, make);
    Ok(([ROBOTS], made.await?.answer(headers)).into_response())
}

/// The document of a page.
pub fn html(page: &AfterPage) -> String {
    pages::after_page(&urls::assets("desk"), page)
}

/// Chosen by the person; else the deck's, if we speak it; else the browser's.
fn spoken(caller: &Caller, handle: &RoomHandle) -> Result<Language, Failure> {
    let tag = handle.read(|room| room.deck.language.clone())?;
    Ok(caller
        .chosen
        .or_else(|| Language::of_tag(&tag))
        .unwrap_or_else(|| caller.language()))
}
