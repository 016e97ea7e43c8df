//! Decks over the API.

use axum::Json;
use axum::body::Body;
use axum::extract::{Extension, Path, State};
use axum::response::{IntoResponse, Response};
use http::{HeaderMap, StatusCode, header};
use serde_json::{Value, json};
use shared::limits::DECK_BYTES;

use super::{owner, whole};
use crate::App;
use crate::decks::DeckDocument;
use crate::http::caller::Caller;
use crate::http::failure::Failure;

/// `GET /api/v1/decks`
pub async fn list(State(app): State<App>, Extension(caller): Extension<Caller>) -> Result<Json<Value>, Failure> {
    owner(&app, &caller).await?;
    Ok(Json(json!(app.decks.list().await?)))
}

/// `POST /api/v1/decks`: a deck's text.
pub async fn add(
    State(app): State<App>,
    Extension(caller): Extension<Caller>,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Failure> {
    owner(&app, &caller).await?;
    is_text(&headers)?;
    let (name, document) = app.decks.add(&text(body).await?).await?;
    Ok((StatusCode::CREATED, Json(row(&name, &document))).into_response())
}

/// `GET /api/v1/decks/{deck}`: its text, or JSON where that is asked for.
pub async fn get(
    State(app): State<App>,
    Extension(caller): Extension<Caller>,
    Path(name): Path<String>,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    owner(&app, &caller).await?;
    let document = app.decks.get(&name).await?.value;
    let accept = headers.get(header::ACCEPT).and_then(|accept| accept.to_str().ok()).unwrap_or_default();
    if accept.contains("application/json") {
        let mut value = row(&name, &document);
        value["text"] = Value::from(document.text.clone());
        value["content"] = json!(shared::deck::grammar::read(&document.text).map(|reading| reading.deck).ok());
        return Ok(Json(value).into_response());
    }
    Ok(([(header::CONTENT_TYPE, "text/markdown; charset=utf-8")], document.text).into_response())
}

/// `PUT /api/v1/decks/{deck}`: its new text. Rooms that were started from it keep theirs.
pub async fn change(
    State(app): State<App>,
    Extension(caller): Extension<Caller>,
    Path(name): Path<String>,
    headers: HeaderMap,
    body: Body,
) -> Result<Json<Value>, Failure> {
    owner(&app, &caller).await?;
    is_text(&headers)?;
    let document = app.decks.change(&name, &text(body).await?).await?;
    Ok(Json(row(&name, &document)))
}

/// `DELETE /api/v1/decks/{deck}`
pub async fn remove(
    State(app): State<App>,
    Extension(caller): Extension<Caller>,
    Path(name): Path<String>,
) -> Result<StatusCode, Failure> {
    owner(&app, &caller).await?;
    app.decks.remove(&name).await?;
    Ok(StatusCode::NO_CONTENT)
}

async fn text(body: Body) -> Result<String, Failure> {
    let bytes = whole(body, DECK_BYTES).await?;
    String::from_utf8(bytes.into()).map_err(|_| Failure::malformed("A deck is text in UTF-8."))
}

fn row(name: &str, document: &DeckDocument) -> Value {
    json!({ "deck": name, "title": document.title, "slides": document.slides })
}

/// A form or JSON is no deck, though its text could be read as one.
fn is_text(headers: &HeaderMap) -> Result<(), Failure> {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or("text/markdown");
    let kind = kind.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    match kind.as_str() {
        "" | "text/markdown" | "text/x-markdown" | "text/plain" | "application/octet-stream" => Ok(()),
        _ => Err(Failure::new(
            StatusCode::UNSUPPORTED_MEDIA_TYPE,
            "not_text",
            "A deck is sent as text/markdown, for example with `curl --data-binary @deck.md -H 'Content-Type: text/markdown'`.",
        )),
    }
}
