//! The pages of decks. Whatever keeps a text from being stored, the page that says so still holds it.

use axum::body::Body;
use axum::extract::{Extension, Path, State};
use axum::response::{Html, IntoResponse, Redirect, Response};
use client::pages;
use client::texts::problems::problem as sentence;
use client::views::desk::{DeckProblem, DeskDeck, SlideItem};
use http::{HeaderMap, StatusCode, header};
use shared::deck::Slide;
use shared::deck::grammar::{self, Problem};

use super::home::{Unsaved, home_page};
use super::lists::{self, Pages, room_row};
use super::orders::expected;
use super::{Confirm, FORM_BYTES, kept, owner, owners_form};
use crate::App;
use crate::decks::{DeckDocument, DeckError};
use crate::forms::{self, Unread};
use crate::http::api::whole;
use crate::http::asked::Asked;
use crate::http::caller::Caller;
use crate::http::failure::Failure;
use crate::http::host::deny;
use crate::http::places;
use crate::precondition::Precondition;
use crate::store::Versioned;

/// What a deck's form sends.
pub struct Typed {
    pub text: String,
    /// The version that the text was made from, as the form named it.
    pub version: Option<String>,
}

/// What a deck's page shows instead of what is stored.
#[derive(Default)]
struct Shown<'a> {
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
    State(app): State<App>,
    Extension(caller): Extension<Caller>,
    Path(name): Path<String>,
    Asked(query): Asked<Confirm>,
    Asked(pages): Asked<Pages>,
) -> Response {
    let page = async {
        owner(&app, &caller).await?;
        let shown = Shown { confirm_delete: query.asked(), pages, ..Shown::default() };
        deck_page(&app, &caller, StatusCode::OK, &name, shown).await
    };
    page.await.unwrap_or_else(|failure| deny(failure, &caller))
}

/// `POST /desk/decks/{deck}`: its new text.
pub async fn change(
    State(app): State<App>,
    Extension(caller): Extension<Caller>,
    Path(name): Path<String>,
    headers: HeaderMap,
    body: Body,
) -> Response {
    if let Err(failure) = owner(&app, &caller).await {
        return kept::give_back(failure, &caller, format!("/desk/decks/{name}"), &headers, body).await;
    }
    let page = async {
        match typed(&headers, body).await {
            Ok(typed) => save(&app, &caller, &name, typed).await,
            Err(untyped) => {
                let failure = untyped.failure;
                let shown = Shown { notice: Some(unread(&failure)), ..Shown::default() };
                deck_page(&app, &caller, failure.status, &name, shown).await
            }
        }
    };
    page.await.unwrap_or_else(|failure| deny(failure, &caller))
}

async fn save(app: &App, caller: &Caller, name: &str, typed: Typed) -> Result<Response, Failure> {
    let Typed { text, version } = typed;
    let version = version.unwrap_or_default();
    let failure = match app.decks.change(name, &Precondition::of_form(&version), &text).await {
        Ok(_) => {
            let shown = Shown { notice: Some("saved"), ..Shown::default() };
            return deck_page(app, caller, StatusCode::OK, name, shown).await;
        }
        Err(error) => Failure::from(error),
    };
    match failure.code {
        "unknown_deck" => {
            let said = Unsaved { notice: Some("deck_gone"), text, ..Unsaved::default() };
            home_page(app, caller, Pages::default(), failure.status, said).await
        }
        "changed" => {
            let (status, notice) = met(&version);
            // Who presses again has seen what is stored now.
            let stored = app.decks.get(name).await?.version.to_string();
            let shown = Shown { notice: Some(notice), typed: Some((text, stored)), beside: true, ..Shown::default() };
            deck_page(app, caller, status, name, shown).await
        }
        code => {
            let shown = Shown { notice: Some(code), typed: Some((text, version)), ..Shown::default() };
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
    shown: Shown<'_>,
) -> Result<Response, Failure> {
    let stored = app.decks.get(name).await?;
    let of_deck = app.lobby.list().await?.into_iter().filter(|room| room.deck == name).collect();
    let rooms = lists::in_order(app, of_deck);
    let at = |page| format!("/desk/decks/{name}?rooms={page}");
    let rooms = lists::page(&rooms, shown.pages.rooms, |room| room_row(app, room), at);
    let Versioned { version, value: DeckDocument { title, text: stored, .. } } = stored;
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
    Ok((status, Html(pages::host::desk_deck(&places::assets("desk"), &page))).into_response())
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
    State(app): State<App>,
    Extension(caller): Extension<Caller>,
    Path(name): Path<String>,
    body: Body,
) -> Response {
    let page = async {
        let fields = owners_form(&app, &caller, body).await?;
        let Ok(expected) = expected(&fields) else {
            let shown = Shown { notice: Some("expected"), ..Shown::default() };
            return deck_page(&app, &caller, StatusCode::BAD_REQUEST, &name, shown).await;
        };
        let found = app.lobby.open(&name, expected).await?;
        Ok(Redirect::to(&format!("/desk/rooms/{}", found.id)).into_response())
    };
    page.await.unwrap_or_else(|failure: Failure| deny(failure, &caller))
}

/// `POST /desk/decks/{deck}/delete`: asks first, and again where the deck is another than the one that was asked about.
pub async fn delete(
    State(app): State<App>,
    Extension(caller): Extension<Caller>,
    Path(name): Path<String>,
    body: Body,
) -> Response {
    let page = async {
        let fields = owners_form(&app, &caller, body).await?;
        if fields.first("confirm").is_none() {
            return Ok(Redirect::to(&format!("/desk/decks/{name}?confirm=1")).into_response());
        }
        let version = fields.first("version").unwrap_or_default();
        match app.decks.remove(&name, &Precondition::of_form(version)).await {
            Ok(()) => Ok(Redirect::to("/desk").into_response()),
            Err(DeckError::Changed) => {
                let (status, notice) = met(version);
                let shown = Shown { notice: Some(notice), confirm_delete: true, ..Shown::default() };
                deck_page(&app, &caller, status, &name, shown).await
            }
            Err(error) => Err(error.into()),
        }
    };
    page.await.unwrap_or_else(|failure: Failure| deny(failure, &caller))
}

/// A deck's form that could not be read.
pub struct Untyped {
    pub failure: Failure,
    /// What is wrong with the file that was chosen, if it is that.
    pub file: Option<Problem>,
}

impl From<Failure> for Untyped {
    fn from(failure: Failure) -> Self {
        Self { failure, file: None }
    }
}

impl From<Unread> for Untyped {
    fn from(unread: Unread) -> Self {
        match unread {
            Unread::Malformed(detail) => Failure::malformed(detail).into(),
            Unread::File(problem) => {
                Self { failure: DeckError::Wrong(vec![problem.clone()]).into(), file: Some(problem) }
            }
        }
    }
}

/// The text of a deck's form.
pub async fn typed(headers: &HeaderMap, body: Body) -> Result<Typed, Untyped> {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default().to_owned();
    let bytes = whole(body, FORM_BYTES).await?;
    let fields = forms::read_any(&kind, bytes).await?;
    // A chosen file wins over the text field, which is then as empty as it was.
    let file = fields.first("file").filter(|text| !text.trim().is_empty());
    let text = file.or(fields.first("text")).unwrap_or_default().to_owned();
    Ok(Typed { text, version: fields.first("version").map(str::to_owned) })
}

/// What the desk says of a deck that could not even be read.
pub fn unread(failure: &Failure) -> &'static str {
    if failure.code == "too_large" { "deck_too_large" } else { "deck_not_text" }
}

/// Each problem beside the line that it is about.
pub fn beside_lines(text: &str, problems: &[Problem], caller: &Caller) -> Vec<DeckProblem> {
    let lines: Vec<&str> = text.lines().collect();
    let quoted = |line: usize| lines.get(line.saturating_sub(1)).copied().unwrap_or_default().to_owned();
    let beside = |problem: &Problem| DeckProblem {
        line: problem.line,
        quoted: quoted(problem.line),
        sentence: sentence(caller.language(), problem),
        code: problem.code().to_owned(),
    };
    problems.iter().map(beside).collect()
}
