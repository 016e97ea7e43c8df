//! The pages of decks. Whatever keeps a text from being stored, the page that says so still holds
//! it.

use axum::body::Body;
use axum::extract::{Path, State};
use axum::response::{Html, IntoResponse, Redirect, Response};
use client::pages;
use client::views::desk::{DeskDeck, ListPage, RoomRow, SlideItem};
use http::{HeaderMap, StatusCode};
use shared::deck::Slide;
use shared::deck::grammar;
use shared::question::Fields;

use super::deck_form::{Typed, beside_lines, typed, unread};
use super::home::{Unsaved, home_page};
use super::lists::{self, Pages, room_row};
use super::{Confirm, FORM_BYTES, kept};
use crate::App;
use crate::decks::{DeckDocument, DeckError};
use crate::http::body::form;
use crate::http::failure::Failure;
use crate::http::pages::paging;
use crate::http::query_params::QueryParams;
use crate::http::request_context::{Caller, Spoken};
use crate::http::rights::Owner;
use crate::http::urls;
use crate::lobby::NewRoom;
use crate::precondition::Precondition;
use crate::service::{ServiceError, rooms};
use crate::store::Versioned;

/// What a deck's page shows instead of what is stored.
#[derive(Default)]
struct DeckPageState<'a> {
    notice: Option<&'a str>,
    /// What was typed, and the version that the next attempt will name.
    typed: Option<(String, String)>,
    /// Whether what is stored is shown beside it.
    beside: bool,
    confirm_delete: bool,
    pages: Pages,
}

/// `GET /desk/decks/{deck}`
pub async fn deck(
    owner: Owner,
    State(app): State<App>,
    Path(name): Path<String>,
    QueryParams(query): QueryParams<Confirm>,
    QueryParams(pages): QueryParams<Pages>,
) -> Result<Response, Failure> {
    let shown = DeckPageState {
        confirm_delete: query.asked(),
        pages,
        ..DeckPageState::default()
    };
    deck_page(&app, &owner, StatusCode::OK, &name, shown).await
}

/// `POST /desk/decks/{deck}`: its new text.
pub async fn change(
    owner: Result<Owner, Failure>,
    State(app): State<App>,
    Path(name): Path<String>,
    Spoken(language): Spoken,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Failure> {
    let owner = match owner {
        Ok(owner) => owner,
        Err(failure) => {
            return kept::give_back(
                failure,
                language,
                format!("/desk/decks/{name}"),
                &headers,
                body,
            )
            .await;
        }
    };
    match typed(&headers, body).await {
        Ok(typed) => save(&app, &owner, &name, typed).await,
        Err(untyped) => {
            let failure = untyped.failure;
            let shown = DeckPageState {
                notice: Some(unread(&failure)),
                ..DeckPageState::default()
            };
            deck_page(&app, &owner, failure.status, &name, shown).await
        }
    }
}

async fn save(app: &App, caller: &Caller, name: &str, typed: Typed) -> Result<Response, Failure> {
    let Typed { text, version, .. } = typed;
    let version = version.unwrap_or_default();
    let precondition = Precondition::of_form(&version);
    match app.decks.change(name, &precondition, &text).await {
        Ok(_) => {
            let shown = DeckPageState {
                notice: Some("saved"),
                ..DeckPageState::default()
            };
            deck_page(app, caller, StatusCode::OK, name, shown).await
        }
        Err(error @ DeckError::Unknown) => {
            let said = Unsaved {
                notice: Some("deck_gone"),
                text,
                ..Unsaved::default()
            };
            let status = Failure::from(error).status;
            home_page(app, caller, Pages::default(), status, said).await
        }
        Err(DeckError::Changed) => {
            let (status, notice) = met(&version);
            // Whoever presses again has seen what is stored now.
            let stored = app.decks.get(name).await?.version.to_string();
            let shown = DeckPageState {
                notice: Some(notice),
                typed: Some((text, stored)),
                beside: true,
                ..DeckPageState::default()
            };
            deck_page(app, caller, status, name, shown).await
        }
        Err(error @ (DeckError::Wrong(_) | DeckError::Documents(_))) => {
            let failure = Failure::from(error);
            let shown = DeckPageState {
                notice: Some(failure.code),
                typed: Some((text, version)),
                ..DeckPageState::default()
            };
            deck_page(app, caller, failure.status, name, shown).await
        }
    }
}

/// What to say where another version is stored than the form names.
fn met(version: &str) -> (StatusCode, &'static str) {
    match version {
        "" => (StatusCode::PRECONDITION_REQUIRED, "precondition"),
        _ => (StatusCode::PRECONDITION_FAILED, "changed"),
    }
}

async fn deck_page(
    app: &App,
    caller: &Caller,
    status: StatusCode,
    name: &str,
    shown: DeckPageState<'_>,
) -> Result<Response, Failure> {
    let stored = app.decks.get(name).await?;
    let rooms = rooms_of(app, name, shown.pages.rooms).await?;
    let Versioned {
        version,
        value: DeckDocument {
            title,
            text: stored,
            ..
        },
    } = stored;
    let (text, version, stored, read) = match shown.typed {
        Some((text, version)) => {
            let read = grammar::read(&text);
            (text, version, shown.beside.then_some(stored), read)
        }
        None => {
            let read = grammar::read_stored(&stored);
            (stored, version.to_string(), None, read)
        }
    };
    let (slides, problems, warnings) = match read {
        Ok(reading) => (items(&reading.deck.slides), Vec::new(), reading.warnings),
        Err(problems) => (Vec::new(), problems, Vec::new()),
    };
    let page = DeskDeck {
        language: caller.language(),
        deck: name.to_owned(),
        title,
        problems: beside_lines(&text, &problems, caller),
        warnings: beside_lines(&text, &warnings, caller),
        text,
        version,
        stored,
        slides,
        rooms,
        notice: shown.notice.map(str::to_owned),
        confirm_delete: shown.confirm_delete,
    };
    Ok((
        status,
        Html(pages::host::desk_deck(&urls::assets("desk"), &page)),
    )
        .into_response())
}

/// A page of the rooms that were started from a deck.
async fn rooms_of(
    app: &App,
    name: &str,
    page: Option<usize>,
) -> Result<ListPage<RoomRow>, Failure> {
    let rooms = app.lobby.list().await?.into_iter();
    let of_deck = rooms.filter(|room| room.deck == name).collect();
    let rooms = lists::in_order(app, of_deck);
    let at = |page| format!("/desk/decks/{name}?rooms={page}");
    Ok(paging::page(
        &rooms,
        lists::PAGE,
        page,
        |room| room_row(app, room),
        at,
    ))
}

fn items(slides: &[Slide]) -> Vec<SlideItem> {
    let item = |(slide, number): (&Slide, u64)| SlideItem {
        number,
        kind: slide.kind().to_owned(),
        prompt: slide.heading().to_owned(),
    };
    slides.iter().zip(1..).map(item).collect()
}

/// `POST /desk/decks/{deck}/rooms`
pub async fn start_room(
    owner: Owner,
    State(app): State<App>,
    Path(name): Path<String>,
    body: Body,
) -> Result<Response, Failure> {
    let fields = form(body, FORM_BYTES).await?;
    let started = match wanted(&fields) {
        Ok(wanted) => rooms::start(&app, &name, wanted).await,
        Err(error) => Err(error),
    };
    let notice = match started {
        Ok(found) => return Ok(Redirect::to(&format!("/desk/rooms/{}", found.id)).into_response()),
        Err(ServiceError::ExpectedOutOfRange) => "expected",
        Err(ServiceError::NotPlannable) => "planned",
        Err(ServiceError::DayHasPassed) => "planned-before-today",
        Err(error) => return Err(error.into()),
    };
    let shown = DeckPageState {
        notice: Some(notice),
        ..DeckPageState::default()
    };
    deck_page(&app, &owner, StatusCode::BAD_REQUEST, &name, shown).await
}

/// The room that a form asks for.
fn wanted(fields: &Fields) -> Result<NewRoom, ServiceError> {
    Ok(NewRoom {
        expected: expected(fields).map_err(|_| ServiceError::ExpectedOutOfRange)?,
        trial: fields.first("trial").is_some(),
        planned: rooms::planned(fields.first("planned"))?,
    })
}

/// How many participants are expected, where somebody said so.
fn expected(fields: &Fields) -> Result<Option<u32>, Failure> {
    let said = fields
        .first("expected")
        .map(str::trim)
        .filter(|said| !said.is_empty());
    said.map(|said| {
        said.parse()
            .map_err(|_| Failure::malformed("`expected` is no number."))
    })
    .transpose()
}

/// `POST /desk/decks/{deck}/delete`: asks first, and again where the deck is another than the one
/// that was asked about.
pub async fn delete(
    owner: Owner,
    State(app): State<App>,
    Path(name): Path<String>,
    body: Body,
) -> Result<Response, Failure> {
    let fields = form(body, FORM_BYTES).await?;
    if fields.first("confirm").is_none() {
        return Ok(Redirect::to(&format!("/desk/decks/{name}?confirm=1")).into_response());
    }
    let version = fields.first("version").unwrap_or_default();
    match app
        .decks
        .remove(&name, &Precondition::of_form(version))
        .await
    {
        Ok(()) => Ok(Redirect::to("/desk").into_response()),
        Err(DeckError::Changed) => {
            let (status, notice) = met(version);
            let shown = DeckPageState {
                notice: Some(notice),
                confirm_delete: true,
                ..DeckPageState::default()
            };
            deck_page(&app, &owner, status, &name, shown).await
        }
        Err(error) => Err(error.into()),
    }
}
