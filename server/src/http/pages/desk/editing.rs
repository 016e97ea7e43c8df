//! The page on which the deck of a room that runs is changed. What a text would do is shown before
//! it is done, and whatever keeps it from being done, the page that says so still holds the text.

use axum::body::Body;
use axum::extract::{Path, State};
use axum::response::{Html, IntoResponse, Redirect, Response};
use client::pages;
use client::views::desk::DeskRoomDeck;
use http::{HeaderMap, StatusCode};
use shared::deck::problem::Problem;
use shared::ids::RoomId;
use shared::room::Change;

use super::deck_form::{Typed, beside_lines, typed, unread};
use super::kept;
use crate::App;
use crate::decks::warnings as warnings_of;
use crate::http::failure::Failure;
use crate::http::request_context::{Caller, Spoken};
use crate::http::rights::Owner;
use crate::http::urls;
use crate::lobby::FoundRoom;
use crate::precondition::Precondition;
use crate::room::RoomHandle;
use crate::service::editing::{self, DeckChange};

/// What the page shows beside the deck as the room plays it.
#[derive(Default)]
struct Shown {
    /// What was typed, and the version that it was made from.
    typed: Option<(String, String)>,
    changes: Option<Vec<Change>>,
    notice: Option<&'static str>,
    /// Whether nothing stands in the way of the changes.
    can_be_made: bool,
    /// What somebody else made of it meanwhile.
    stored: Option<String>,
}

/// `GET /desk/rooms/{room}/deck`
pub async fn deck(
    owner: Owner,
    State(app): State<App>,
    Path(room): Path<RoomId>,
) -> Result<Response, Failure> {
    let (found, handle) = owner.reach(&app, &room).await?;
    page(
        &app,
        &owner,
        (&found, &handle),
        StatusCode::OK,
        Shown::default(),
    )
    .await
}

/// `POST /desk/rooms/{room}/deck`: looks at what a text would change, or makes the change.
pub async fn change(
    owner: Result<Owner, Failure>,
    State(app): State<App>,
    Path(room): Path<RoomId>,
    Spoken(language): Spoken,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Failure> {
    let owner = match owner {
        Ok(owner) => owner,
        Err(failure) => {
            let action = format!("/desk/rooms/{room}/deck");
            return kept::give_back(failure, language, action, &headers, body).await;
        }
    };
    let (found, handle) = owner.reach_answers(&app, &room).await?;
    let reached = (&found, &handle);
    match typed(&headers, body).await {
        Ok(typed) => asked(&app, &owner, reached, typed).await,
        Err(untyped) => {
            let shown = Shown {
                notice: Some(unread(&untyped.failure)),
                ..Shown::default()
            };
            page(&app, &owner, reached, untyped.failure.status, shown).await
        }
    }
}

/// What somebody pressed beside the text.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Pressed {
    /// To see what it would do.
    Look,
    Make,
    Back,
}

impl Pressed {
    fn of(typed: &Typed) -> Self {
        match typed.pressed.as_deref() {
            Some("make") => Self::Make,
            Some("back") => Self::Back,
            _ => Self::Look,
        }
    }
}

async fn asked(
    app: &App,
    caller: &Caller,
    (found, handle): (&FoundRoom, &RoomHandle),
    typed: Typed,
) -> Result<Response, Failure> {
    let pressed = Pressed::of(&typed);
    let to_the_room = || {
        let to = format!("/desk/rooms/{}", found.id);
        Redirect::to(&to).into_response()
    };
    if pressed == Pressed::Back && says_nothing_new(app, (found, handle), &typed.text).await? {
        return Ok(to_the_room());
    }
    let version = typed.version.unwrap_or_default();
    let expected = Precondition::of_form(&version);
    let done = match pressed {
        Pressed::Make => editing::change(app, found, handle, &typed.text, &expected).await,
        Pressed::Look | Pressed::Back => editing::look(handle, &typed.text, &expected),
    };
    let typed = (typed.text, version);
    match done {
        Ok(change) if pressed == Pressed::Back && change.changes.is_empty() => Ok(to_the_room()),
        Ok(change) if pressed == Pressed::Make && !change.changes.is_empty() => {
            let to = format!("/desk/rooms/{}?changed=1", found.id);
            Ok(Redirect::to(&to).into_response())
        }
        Ok(change) => {
            let shown = looked_at(typed, change, pressed);
            page(app, caller, (found, handle), StatusCode::OK, shown).await
        }
        Err(error) => {
            let failure = Failure::from(error);
            let status = failure.status;
            let shown = kept_from(app, (found, handle), typed, failure).await?;
            page(app, caller, (found, handle), status, shown).await
        }
    }
}

/// What a text would do.
fn looked_at(typed: (String, String), change: DeckChange, pressed: Pressed) -> Shown {
    let refused = change.refused.as_ref();
    let refused = refused.and_then(|refusal| notice_of(refusal.code()));
    let not_made = (pressed == Pressed::Back).then_some("changes_not_made");
    Shown {
        typed: Some(typed),
        changes: Some(change.changes),
        notice: refused.or(not_made),
        can_be_made: refused.is_none(),
        ..Shown::default()
    }
}

/// What keeps a text from being looked at or made, and what it would do now, where it can be read.
async fn kept_from(
    app: &App,
    (found, handle): (&FoundRoom, &RoomHandle),
    (text, version): (String, String),
    failure: Failure,
) -> Result<Shown, Failure> {
    // Whoever presses again has seen what is there now.
    let (version, stored) = match failure.code {
        "changed" => {
            let now = editing::deck(app, found, handle).await?;
            (now.version.to_string(), Some(now.text))
        }
        _ => (version, None),
    };
    let Some(notice) = notice_of(failure.code) else {
        return Err(failure);
    };
    let now = editing::look(handle, &text, &Precondition::Any).ok();
    Ok(Shown {
        typed: Some((text, version)),
        can_be_made: now.as_ref().is_some_and(|now| now.refused.is_none()),
        changes: now.map(|now| now.changes),
        notice: Some(notice),
        stored,
    })
}

/// Whether a text is the one that the page was sent with: whoever goes back then has typed nothing.
async fn says_nothing_new(
    app: &App,
    (found, handle): (&FoundRoom, &RoomHandle),
    text: &str,
) -> Result<bool, Failure> {
    let played = editing::deck(app, found, handle).await?.text;
    Ok(text.trim_end() == played.trim_end())
}

/// What the page says first, by what was refused.
fn notice_of(code: &str) -> Option<&'static str> {
    match code {
        "full" => Some("changes_full"),
        "changed" => Some("changed"),
        "on_stage" => Some("on_stage"),
        "deck_errors" => Some("changes_errors"),
        _ => None,
    }
}

async fn page(
    app: &App,
    caller: &Caller,
    (found, handle): (&FoundRoom, &RoomHandle),
    status: StatusCode,
    shown: Shown,
) -> Result<Response, Failure> {
    let played = editing::deck(app, found, handle).await?;
    let (text, version) = shown
        .typed
        .unwrap_or_else(|| (played.text.clone(), played.version.to_string()));
    let known = handle.read(|room| room.known_slides())?;
    let (problems, warnings) = match known.read(&text) {
        Ok(new) => (Vec::new(), new_warnings(new.warnings, &played.text)),
        Err(problems) => (problems, Vec::new()),
    };
    let page = DeskRoomDeck {
        language: caller.language(),
        room: found.id.to_string(),
        title: handle.read(|room| room.deck.title.clone())?,
        problems: beside_lines(&text, &problems, caller),
        warnings: beside_lines(&text, &warnings, caller),
        text,
        version,
        stored: shown.stored,
        changes: shown.changes,
        can_be_made: shown.can_be_made,
        notice: shown.notice.map(str::to_owned),
    };
    let html = pages::host::desk_room_deck(&urls::assets("desk"), &page);
    Ok((status, Html(html)).into_response())
}

/// What is worth knowing about a text that was not so before.
fn new_warnings(warnings: Vec<Problem>, before: &str) -> Vec<Problem> {
    let mut known = warnings_of(before);
    let is_new = |warning: &Problem| {
        let place = known.iter().position(|known| known.wrong == warning.wrong);
        place.map(|place| known.swap_remove(place)).is_none()
    };
    warnings.into_iter().filter(is_new).collect()
}
