//! The page on which the deck of a room that runs is changed. What a text would do is shown before
//! it is done, and whatever keeps it from being done, the page that says so still holds the text.

use axum::body::Body;
use axum::extract::{Path, State};
use axum::response::{Html, IntoResponse, Redirect, Response};
use client::pages;
use client::views::desk::DeskRoomDeck;
use http::{HeaderMap, StatusCode};
use shared::deck::grammar::Problem;
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
use crate::service::editing;

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
    let (found, handle) = owner.reach(&app, &room).await?;
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

async fn asked(
    app: &App,
    caller: &Caller,
    (found, handle): (&FoundRoom, &RoomHandle),
    typed: Typed,
) -> Result<Response, Failure> {
    let version = typed.version.unwrap_or_default();
    let expected = Precondition::of_form(&version);
    let made = typed.order.as_deref() == Some("make");
    let leaves = typed.order.as_deref() == Some("back");
    if leaves && says_nothing_new(app, (found, handle), &typed.text).await? {
        return Ok(Redirect::to(&format!("/desk/rooms/{}", found.id)).into_response());
    }
    let done = if made {
        editing::change(app, found, handle, &typed.text, &expected).await
    } else {
        editing::look(handle, &typed.text, &expected)
    };
    let failure = match done {
        Ok(change) if leaves && change.changes.is_empty() => {
            return Ok(Redirect::to(&format!("/desk/rooms/{}", found.id)).into_response());
        }
        Ok(change) if made && !change.changes.is_empty() => {
            let to = format!("/desk/rooms/{}?changed=1", found.id);
            return Ok(Redirect::to(&to).into_response());
        }
        Ok(change) => {
            let refused = change
                .refused
                .as_ref()
                .and_then(|refusal| notice_of(refusal.code()));
            let shown = Shown {
                typed: Some((typed.text, version)),
                changes: Some(change.changes),
                notice: refused.or(leaves.then_some("changes_not_made")),
                can_be_made: refused.is_none(),
                ..Shown::default()
            };
            return page(app, caller, (found, handle), StatusCode::OK, shown).await;
        }
        Err(error) => Failure::from(error),
    };
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
    // What it would do now, where it can be read.
    let now = editing::look(handle, &typed.text, &Precondition::Any);
    let now = now.ok();
    let shown = Shown {
        typed: Some((typed.text, version)),
        can_be_made: now.as_ref().is_some_and(|now| now.refused.is_none()),
        changes: now.map(|now| now.changes),
        notice: Some(notice),
        stored,
    };
    page(app, caller, (found, handle), failure.status, shown).await
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
