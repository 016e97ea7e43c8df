//! The way out of mail: the page behind the link in each, and what a mail program sends there
//! without opening it (RFC 8058). Looking at it changes nothing, since previews do that.

use axum::extract::{Path, State};
use axum::response::{Html, IntoResponse, Response};
use client::pages;

use crate::App;
use crate::http::failure::Failure;
use crate::http::rights::Anyone;
use crate::http::urls;
use crate::mail::unsubscribing::WayOut;

/// `GET /unsubscribe/{way_out}`
pub async fn page(
    asker: Anyone,
    State(app): State<App>,
    Path(token): Path<String>,
) -> Result<Response, Failure> {
    let way_out = read(&app, &token)?;
    let is_done = app.mail.unsubscribing.is_done(&way_out).await?;
    Ok(shown(&asker, &token, is_done))
}

/// `POST /unsubscribe/{way_out}`: by the page's button, or by a mail program, which takes no other
/// page for an answer.
pub async fn unsubscribe(
    asker: Anyone,
    State(app): State<App>,
    Path(token): Path<String>,
) -> Result<Response, Failure> {
    let way_out = read(&app, &token)?;
    app.mail.unsubscribing.unsubscribe(&way_out).await?;
    Ok(shown(&asker, &token, true))
}

fn read(app: &App, token: &str) -> Result<WayOut, Failure> {
    let way_out = app.mail.unsubscribing.read(token);
    way_out.ok_or_else(Failure::not_found)
}

fn shown(asker: &Anyone, token: &str, is_done: bool) -> Response {
    let assets = urls::assets("desk");
    Html(pages::host::unsubscribe(
        &assets,
        asker.language(),
        token,
        is_done,
    ))
    .into_response()
}
