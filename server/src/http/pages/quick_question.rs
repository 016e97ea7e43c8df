//! A question in a kind and a line, asked from the console while the room runs.

use axum::body::Body;
use axum::extract::State;
use axum::response::{Html, IntoResponse, Redirect, Response};
use client::pages;
use client::texts::problems::problem as sentence;
use client::views::desk::remote::QuickDraft;
use http::StatusCode;
use shared::deck::quick::QuickQuestion;
use shared::room::HostRole;

use super::host::console_state;
use super::orders::FORM_BYTES;
use crate::App;
use crate::decks::DeckError;
use crate::http::body::form;
use crate::http::failure::Failure;
use crate::http::rights::{Presenter, RoomRole};
use crate::http::urls;
use crate::service::{ServiceError, editing};

/// `POST /rooms/{room}/question`: puts it behind the slide on the stage. What can't be asked comes
/// back with what is wrong.
pub async fn ask(
    role: RoomRole<Presenter>,
    State(app): State<App>,
    body: Body,
) -> Result<Response, Failure> {
    let fields = form(body, FORM_BYTES).await?;
    let field = |name: &str| fields.first(name).unwrap_or_default().to_owned();
    let question = QuickQuestion {
        ask: field("ask"),
        prompt: field("prompt"),
        items: field("items"),
    };
    let error = match editing::ask(&app, &role.found, &role.handle, &question).await {
        Ok(_) => {
            let console = urls::role_page(&role.found, HostRole::Presenter);
            return Ok(Redirect::to(&console).into_response());
        }
        Err(error) => error,
    };
    let mut state = console_state(&role, &app)?;
    let problems = match &error {
        ServiceError::Deck(DeckError::Wrong(problems)) => problems
            .iter()
            .map(|problem| sentence(state.language, problem))
            .collect(),
        _ => Vec::new(),
    };
    let (mut status, failure) = (StatusCode::UNPROCESSABLE_ENTITY, Failure::from(error));
    if problems.is_empty() {
        (status, state.notice) = (failure.status, Some(failure.code.to_owned()));
    }
    state.draft = Some(QuickDraft { question, problems });
    let page = pages::host::console(&urls::assets("remote"), &state);
    Ok((status, Html(page)).into_response())
}
