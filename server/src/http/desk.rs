//! The organiser's pages: decks, rooms, controls, exports, erasing. Forms and links alone.

use axum::body::Body;
use axum::extract::{Extension, Path, State};
use axum::response::{Html, IntoResponse, Redirect, Response};
use client::pages;
use client::views::desk::{DeckProblem, DeckRow, DeskDeck, DeskHome, RoomRow, SlideItem};
use http::{HeaderMap, StatusCode, header};
use shared::deck::Slide;
use shared::deck::grammar::{self, Problem};
use shared::ids::{AnswerId, RoomId};
use shared::limits::DECK_BYTES;

use super::api::{rooms, whole};
use super::asked::Asked;
use super::caller::Caller;
use super::failure::Failure;
use super::host::deny;
use super::places;
use crate::App;
use crate::decks::DeckError;
use crate::export::Export;
use crate::forms;
use crate::lobby::Found;
use crate::room::RoomHandle;

pub mod orders;
pub mod state;

pub use orders::driven_by;
use orders::expected;
pub use state::room_state;

/// A form of the desk: a deck, and what multipart puts around it.
const FORM_BYTES: usize = DECK_BYTES + 64 * 1024;

/// `GET /desk`
pub async fn home(State(app): State<App>, Extension(caller): Extension<Caller>) -> Response {
    let page = async {
        owner(&app, &caller).await?;
        home_page(&app, &caller, (StatusCode::OK, None), String::new(), Vec::new()).await
    };
    page.await.unwrap_or_else(|failure| deny(failure, &caller))
}

async fn home_page(
    app: &App,
    caller: &Caller,
    (status, notice): (StatusCode, Option<&str>),
    text: String,
    problems: Vec<DeckProblem>,
) -> Result<Response, Failure> {
    let decks = app.decks.list().await?;
    let mut rooms = Vec::new();
    for found in app.lobby.list().await? {
        rooms.push(room_row(app, found).await);
    }
    let home = DeskHome {
        language: caller.language(),
        decks: decks.into_iter().map(|row| DeckRow { deck: row.deck, title: row.title, slides: row.slides }).collect(),
        rooms,
        notice: notice.map(str::to_owned),
        unheard: app.unheard.is_found(),
        text,
        problems,
    };
    Ok((status, Html(pages::host::desk_home(&places::assets("desk"), &home))).into_response())
}

/// A room that can't be read is listed as that, so that it can be exported elsewhere or deleted.
async fn room_row(app: &App, found: Found) -> RoomRow {
    let handle = app.registry.get(&found.id);
    let loaded = handle.ready().await.and_then(|()| handle.read(|room| (room.stage, room.people.len())));
    let (stage, participants) = loaded.map_or((None, 0), |(stage, people)| (Some(stage), people));
    RoomRow {
        room: found.id.to_string(),
        code: found.document.code,
        title: found.document.title,
        stage,
        participants: participants as u64,
    }
}

/// `POST /desk/decks`: pasted text, or a file.
pub async fn add_deck(
    State(app): State<App>,
    Extension(caller): Extension<Caller>,
    headers: HeaderMap,
    body: Body,
) -> Response {
    let page = async {
        owner(&app, &caller).await?;
        let text = match deck_text(&headers, body).await {
            Ok(text) => text,
            Err(failure) => {
                let said = (failure.status, Some(unread(&failure)));
                return home_page(&app, &caller, said, String::new(), Vec::new()).await;
            }
        };
        match app.decks.add(&text).await {
            Ok((name, _)) => Ok(Redirect::to(&format!("/desk/decks/{name}")).into_response()),
            Err(DeckError::Wrong(problems)) => {
                let problems = beside_lines(&text, &problems, &caller);
                let said = (StatusCode::UNPROCESSABLE_ENTITY, Some("deck_errors"));
                home_page(&app, &caller, said, text, problems).await
            }
            Err(error) => Err(error.into()),
        }
    };
    page.await.unwrap_or_else(|failure| deny(failure, &caller))
}

/// `GET /desk/decks/{deck}`
pub async fn deck(
    State(app): State<App>,
    Extension(caller): Extension<Caller>,
    Path(name): Path<String>,
    Asked(query): Asked<Confirm>,
) -> Response {
    let page = async {
        owner(&app, &caller).await?;
        let text = app.decks.get(&name).await?.value.text;
        deck_page(&app, &caller, (StatusCode::OK, &name), text, None, query.asked()).await
    };
    page.await.unwrap_or_else(|failure| deny(failure, &caller))
}

/// `POST /desk/decks/{deck}`: its new text.
pub async fn change_deck(
    State(app): State<App>,
    Extension(caller): Extension<Caller>,
    Path(name): Path<String>,
    headers: HeaderMap,
    body: Body,
) -> Response {
    let page = async {
        owner(&app, &caller).await?;
        let text = match deck_text(&headers, body).await {
            Ok(text) => text,
            Err(failure) => {
                let kept = app.decks.get(&name).await?.value.text;
                return deck_page(&app, &caller, (failure.status, &name), kept, Some(unread(&failure)), false).await;
            }
        };
        match app.decks.change(&name, &text).await {
            Ok(_) => deck_page(&app, &caller, (StatusCode::OK, &name), text, Some("saved"), false).await,
            Err(DeckError::Wrong(_)) => {
                deck_page(&app, &caller, (StatusCode::UNPROCESSABLE_ENTITY, &name), text, Some("deck_errors"), false)
                    .await
            }
            Err(error) => Err(error.into()),
        }
    };
    page.await.unwrap_or_else(|failure| deny(failure, &caller))
}

async fn deck_page(
    app: &App,
    caller: &Caller,
    (status, name): (StatusCode, &str),
    text: String,
    notice: Option<&str>,
    confirm_delete: bool,
) -> Result<Response, Failure> {
    let title = app.decks.get(name).await?.value.title;
    let mut rooms = Vec::new();
    for found in app.lobby.list().await?.into_iter().filter(|found| found.document.deck == name) {
        rooms.push(room_row(app, found).await);
    }
    let (slides, problems, warnings) = match grammar::read(&text) {
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
        slides,
        rooms,
        notice: notice.map(str::to_owned),
        confirm_delete,
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
        owner(&app, &caller).await?;
        let fields = forms::read(&whole(body, FORM_BYTES).await?);
        let Ok(expected) = expected(&fields) else {
            let text = app.decks.get(&name).await?.value.text;
            return deck_page(&app, &caller, (StatusCode::BAD_REQUEST, &name), text, Some("expected"), false).await;
        };
        let found = app.lobby.open(&name, expected).await?;
        Ok(Redirect::to(&format!("/desk/rooms/{}", found.id)).into_response())
    };
    page.await.unwrap_or_else(|failure: Failure| deny(failure, &caller))
}

/// `POST /desk/decks/{deck}/delete`: asks first.
pub async fn delete_deck(
    State(app): State<App>,
    Extension(caller): Extension<Caller>,
    Path(name): Path<String>,
    body: Body,
) -> Response {
    let page = async {
        owner(&app, &caller).await?;
        let fields = forms::read(&whole(body, FORM_BYTES).await?);
        if fields.first("confirm").is_none() {
            return Ok(Redirect::to(&format!("/desk/decks/{name}?confirm=1")).into_response());
        }
        app.decks.remove(&name).await?;
        Ok(Redirect::to("/desk").into_response())
    };
    page.await.unwrap_or_else(|failure: Failure| deny(failure, &caller))
}

/// Whether a page asks if something may really be deleted.
#[derive(Default, serde::Deserialize)]
pub struct Confirm {
    confirm: Option<String>,
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
) -> Response {
    let page = async {
        owner(&app, &caller).await?;
        let (found, handle) = rooms::reach(&app, &room).await?;
        let mut state = room_state(&app, &found, &handle, &caller)?;
        state.confirm_delete = query.asked();
        Ok(Html(pages::host::desk_room(&places::assets("desk"), &state)).into_response())
    };
    page.await.unwrap_or_else(|failure: Failure| deny(failure, &caller))
}

/// `POST /desk/rooms/{room}/control`
pub async fn control(
    State(app): State<App>,
    Extension(caller): Extension<Caller>,
    Path(room): Path<RoomId>,
    body: Body,
) -> Response {
    let page = async {
        owner(&app, &caller).await?;
        let (found, handle) = rooms::reach(&app, &room).await?;
        let fields = forms::read(&whole(body, FORM_BYTES).await?);
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
        owner(&app, &caller).await?;
        let (found, handle) = rooms::reach(&app, &room).await?;
        let fields = forms::read(&whole(body, FORM_BYTES).await?);
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
        owner(&app, &caller).await?;
        let fields = forms::read(&whole(body, FORM_BYTES).await?);
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
        rooms::download(&found, &handle, wanted)
    };
    page.await.unwrap_or_else(|failure: Failure| deny(failure, &caller))
}

async fn owner(app: &App, caller: &Caller) -> Result<(), Failure> {
    if caller.is_owner(app).await? { Ok(()) } else { Err(Failure::not_signed_in()) }
}

async fn deck_text(headers: &HeaderMap, body: Body) -> Result<String, Failure> {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default().to_owned();
    let bytes = whole(body, FORM_BYTES).await?;
    let fields = forms::read_any(&kind, bytes).await.map_err(Failure::malformed)?;
    // A chosen file wins over the text field, which is then as empty as it was.
    let file = fields.first("file").filter(|text| !text.trim().is_empty());
    Ok(file.or(fields.first("text")).unwrap_or_default().to_owned())
}

/// What the desk says of a deck that could not even be read.
fn unread(failure: &Failure) -> &'static str {
    if failure.code == "too_large" { "deck_too_large" } else { "deck_not_text" }
}

fn beside_lines(text: &str, problems: &[Problem], caller: &Caller) -> Vec<DeckProblem> {
    let lines: Vec<&str> = text.lines().collect();
    let quoted = |line: usize| lines.get(line.saturating_sub(1)).copied().unwrap_or_default().to_owned();
    let beside = |problem: &Problem| DeckProblem {
        line: problem.line,
        quoted: quoted(problem.line),
        sentence: problem.sentence(caller.language().tag()),
        code: problem.code().to_owned(),
    };
    problems.iter().map(beside).collect()
}
