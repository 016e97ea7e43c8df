//! The desk's first page: decks, rooms, and a place for a new deck.

use axum::body::Body;
use axum::extract::State;
use axum::response::{Html, IntoResponse, Redirect, Response};
use client::pages;
use client::views::desk::{DeckProblem, DeckRow, DeskHome};
use http::{HeaderMap, StatusCode};
use shared::deck::problem::Problem;

use super::deck_form::{Untyped, beside_lines, typed, unread};
use super::kept;
use super::lists::{self, Pages, room_row};
use crate::App;
use crate::decks::DeckError;
use crate::http::failure::Failure;
use crate::http::pages::paging;
use crate::http::query_params::QueryParams;
use crate::http::request_context::{Caller, Spoken};
use crate::http::rights::Owner;
use crate::http::urls;

/// Where a new deck's form goes.
pub const NEW_DECK: &str = "/desk/decks";

/// What the first page says of a deck that was not stored; nothing where it is only looked at.
#[derive(Default)]
pub struct Unsaved<'a> {
    pub notice: Option<&'a str>,
    pub text: String,
    pub problems: Vec<DeckProblem>,
}

/// `GET /desk`
pub async fn home(
    owner: Owner,
    State(app): State<App>,
    QueryParams(wanted): QueryParams<Pages>,
) -> Result<Response, Failure> {
    home_page(&app, &owner, wanted, StatusCode::OK, Unsaved::default()).await
}

/// The first page, with what was typed where that was not stored.
pub async fn home_page(
    app: &App,
    caller: &Caller,
    wanted: Pages,
    status: StatusCode,
    unsaved: Unsaved<'_>,
) -> Result<Response, Failure> {
    let (decks, rooms) = (
        app.decks.list().await?,
        lists::in_order(app, app.lobby.list().await?),
    );
    let at = |decks: usize, rooms: usize, list: &str| {
        format!("/desk?decks={decks}&rooms={rooms}#{list}")
    };
    let (deck_page, room_page) = (wanted.decks.unwrap_or(1), wanted.rooms.unwrap_or(1));
    let deck = |row: &std::sync::Arc<crate::decks::DeckSummary>| DeckRow {
        deck: row.deck.clone(),
        title: row.title.clone(),
        slides: row.slides,
    };
    let home = DeskHome {
        language: caller.language(),
        decks: paging::page(&decks, lists::PAGE, wanted.decks, deck, |page| {
            at(page, room_page, "decks")
        }),
        rooms: paging::page(
            &rooms,
            lists::PAGE,
            wanted.rooms,
            |room| room_row(app, room),
            |page| at(deck_page, page, "rooms"),
        ),
        notice: unsaved.notice.map(str::to_owned),
        unheard: app.unheard.is_found(),
        rewritten: app.rewritten.is_found(),
        text: unsaved.text,
        problems: unsaved.problems,
    };
    Ok((
        status,
        Html(pages::host::desk_home(&urls::assets("desk"), &home)),
    )
        .into_response())
}

/// `POST /desk/decks`: pasted text, or a file.
pub async fn add_deck(
    owner: Result<Owner, Failure>,
    State(app): State<App>,
    Spoken(language): Spoken,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Failure> {
    match owner {
        Ok(owner) => added(&app, &owner, &headers, body).await,
        Err(failure) => {
            kept::give_back(failure, language, NEW_DECK.to_owned(), &headers, body).await
        }
    }
}

async fn added(
    app: &App,
    caller: &Caller,
    headers: &HeaderMap,
    body: Body,
) -> Result<Response, Failure> {
    let (status, said) = match typed(headers, body).await {
        Ok(typed) => match app.decks.add(&typed.text).await {
            Ok((name, _)) => {
                return Ok(Redirect::to(&format!("/desk/decks/{name}")).into_response());
            }
            Err(error) => unsaved(caller, typed.text, error),
        },
        Err(Untyped { failure, file }) => (failure.status, untyped(caller, &failure, file)),
    };
    home_page(app, caller, Pages::default(), status, said).await
}

/// What to say of a form that could not be read.
fn untyped<'a>(caller: &Caller, failure: &Failure, file: Option<Problem>) -> Unsaved<'a> {
    match file {
        Some(problem) => Unsaved {
            notice: Some("deck_errors"),
            problems: beside_lines("", &[problem], caller),
            ..Unsaved::default()
        },
        None => Unsaved {
            notice: Some(unread(failure)),
            ..Unsaved::default()
        },
    }
}

/// What to say of a deck that was not stored.
fn unsaved<'a>(caller: &Caller, text: String, error: DeckError) -> (StatusCode, Unsaved<'a>) {
    if let DeckError::Wrong(problems) = error {
        let said = Unsaved {
            notice: Some("deck_errors"),
            problems: beside_lines(&text, &problems, caller),
            text,
        };
        return (StatusCode::UNPROCESSABLE_ENTITY, said);
    }
    let failure = Failure::from(error);
    let said = Unsaved {
        notice: Some(failure.code),
        text,
        ..Unsaved::default()
    };
    (failure.status, said)
}
