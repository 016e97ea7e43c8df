//! A question in a kind and a line, asked from the console while the room runs.

use axum::body::Body;
use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use client::texts::desk::console::quick_problem;
use client::views::desk::remote::QuickDraft;
use http::StatusCode;
use shared::deck::quick::QuickQuestion;

use super::host_form::FORM_BYTES;
use super::return_page::ReturnPage;
use crate::App;
use crate::decks::DeckError;
use crate::http::body::form;
use crate::http::failure::Failure;
use crate::http::rights::{Presenter, RoomRole};
use crate::service::{ServiceError, editing};

/// `POST /rooms/{room}/question`: puts it behind the slide on the stage. What can't be asked comes
/// back with what is wrong.
pub async fn ask(
    role: RoomRole<Presenter>,
    State(app): State<App>,
    body: Body,
) -> Result<Response, Failure> {
    let fields = form(body, FORM_BYTES).await?;
    let back = ReturnPage::of(&fields).unwrap_or(ReturnPage::Console);
    let field = |name: &str| fields.first(name).unwrap_or_default().to_owned();
    let question = QuickQuestion {
        ask: field("ask"),
        prompt: field("prompt"),
        items: field("items"),
    };
    let error = match editing::ask(&app, &role.found, &role.handle, &question).await {
        Ok(_) => {
            return Ok(Redirect::to(&back.address(&role.found.id)).into_response());
        }
        Err(error) => error,
    };
    let language = role.caller.language();
    let problems = match &error {
        ServiceError::Deck(DeckError::Wrong(problems)) => {
            let problems = problems.iter();
            let mut said: Vec<_> = problems
                .map(|wrong| quick_problem(language, wrong))
                .collect();
            said.dedup();
            said
        }
        _ => Vec::new(),
    };
    let (mut status, mut notice) = (StatusCode::UNPROCESSABLE_ENTITY, None);
    let failure = Failure::from(error);
    if problems.is_empty() {
        (status, notice) = (failure.status, Some(failure.code.to_owned()));
    }
    let page = back.again(&role, &app, |state| {
        state.notice = notice;
        state.draft = Some(QuickDraft { question, problems });
    })?;
    Ok((status, page).into_response())
}
