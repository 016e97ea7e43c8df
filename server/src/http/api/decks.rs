//! Decks over the API.

use axum::Json;
use axum::body::Body;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use http::{HeaderMap, StatusCode, header};
use serde_json::{Value, json};
use shared::deck::file::{self, DeckFile};
use shared::deck::problem::Problem;
use shared::limits::DECK_BYTES;

use crate::App;
use crate::decks::{self, DeckDocument, DeckError};
use crate::http::body::whole;
use crate::http::failure::{Failure, line_and_message};
use crate::http::rights::Owner;
use crate::precondition::{Precondition, etag};
use crate::store::Versioned;

/// `GET /api/v1/decks`
pub async fn list(_: Owner, State(app): State<App>) -> Result<Json<Value>, Failure> {
    let decks = app.decks.list().await?;
    Ok(Json(decks.iter().map(|deck| json!(**deck)).collect()))
}

/// `POST /api/v1/decks`: a deck's text.
pub async fn add(
    _: Owner,
    State(app): State<App>,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Failure> {
    is_text(&headers)?;
    let (text, read_as) = text(body).await?;
    let (name, stored) = app.decks.add(&text).await?;
    Ok((
        StatusCode::CREATED,
        tagged(&stored),
        Json(saved(&name, &stored.value, read_as)),
    )
        .into_response())
}

/// `GET /api/v1/decks/{deck}`: its text, or JSON where that is asked for.
pub async fn get(
    _: Owner,
    State(app): State<App>,
    Path(name): Path<String>,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    let stored = app.decks.get(&name).await?;
    let (tag, document) = (tagged(&stored), stored.value);
    let accept = headers
        .get(header::ACCEPT)
        .and_then(|accept| accept.to_str().ok())
        .unwrap_or_default();
    if accept.contains("application/json") {
        let mut value = row(&name, &document);
        value["text"] = Value::from(document.text.clone());
        value["content"] = json!(
            shared::deck::grammar::read_stored(&document.text)
                .map(|reading| reading.deck)
                .ok()
        );
        return Ok((tag, Json(value)).into_response());
    }
    Ok((
        tag,
        [(header::CONTENT_TYPE, "text/markdown; charset=utf-8")],
        document.text,
    )
        .into_response())
}

/// `PUT /api/v1/decks/{deck}`: its new text, made from the version that `If-Match` names. Rooms
/// that were started from it keep theirs.
pub async fn change(
    _: Owner,
    State(app): State<App>,
    Path(name): Path<String>,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Failure> {
    is_text(&headers)?;
    let (text, read_as) = text(body).await?;
    app.decks.get(&name).await?;
    let expected = expected(&headers)?.ok_or_else(Failure::no_precondition)?;
    let stored = app.decks.change(&name, &expected, &text).await?;
    Ok((tagged(&stored), Json(saved(&name, &stored.value, read_as))).into_response())
}

/// `DELETE /api/v1/decks/{deck}`; with `If-Match` only that version of it.
pub async fn remove(
    _: Owner,
    State(app): State<App>,
    Path(name): Path<String>,
    headers: HeaderMap,
) -> Result<StatusCode, Failure> {
    app.decks
        .remove(&name, &expected(&headers)?.unwrap_or(Precondition::Any))
        .await?;
    Ok(StatusCode::NO_CONTENT)
}

/// What `If-Match` expects, if there is one; several lines of it are one list.
pub(super) fn expected(headers: &HeaderMap) -> Result<Option<Precondition>, Failure> {
    let lines: Vec<&[u8]> = headers
        .get_all(header::IF_MATCH)
        .iter()
        .map(|line| line.as_bytes())
        .collect();
    if lines.is_empty() {
        return Ok(None);
    }
    let read = String::from_utf8(lines.join(&b','))
        .ok()
        .and_then(|lines| Precondition::parse(&lines));
    let malformed = || {
        Failure::malformed("`If-Match` holds tags in quotes, as GET gives them in `ETag`, or `*`.")
    };
    read.map(Some).ok_or_else(malformed)
}

fn tagged(stored: &Versioned<DeckDocument>) -> [(header::HeaderName, String); 1] {
    [(header::ETAG, etag(stored.version))]
}

/// The text of a body, and what is worth knowing about how it was read.
pub(super) async fn text(body: Body) -> Result<(String, Option<Problem>), Failure> {
    match file::read(&whole(body, DECK_BYTES).await?) {
        DeckFile::Text(text, read_as) => Ok((text, read_as)),
        DeckFile::Other(problem) => Err(DeckError::Wrong(vec![problem]).into()),
        DeckFile::Unknown => Err(Failure::malformed("A deck is text in UTF-8.")),
    }
}

/// What a deck that was just saved is, with what is worth knowing about it.
fn saved(name: &str, document: &DeckDocument, read_as: Option<Problem>) -> Value {
    let warnings = read_as.into_iter().chain(decks::warnings(&document.text));
    let mut value = row(name, document);
    value["warnings"] = warnings.map(|problem| line_and_message(&problem)).collect();
    value
}

fn row(name: &str, document: &DeckDocument) -> Value {
    json!({ "deck": name, "title": document.title, "slides": document.slides })
}

/// A form or JSON is no deck, though its text could be read as one.
pub(super) fn is_text(headers: &HeaderMap) -> Result<(), Failure> {
    let kind = headers
        .get(header::CONTENT_TYPE)
        .and_then(|kind| kind.to_str().ok())
        .unwrap_or("text/markdown");
    let kind = kind
        .split(';')
        .next()
        .unwrap_or_default()
        .trim()
        .to_ascii_lowercase();
    match kind.as_str() {
        "" | "text/markdown" | "text/x-markdown" | "text/plain" | "application/octet-stream" => {
            Ok(())
        }
        _ => Err(Failure::new(
            StatusCode::UNSUPPORTED_MEDIA_TYPE,
            "not_text",
            "A deck is sent as text/markdown, for example with `curl --data-binary @deck.md -H 'Content-Type: text/markdown'`.",
        )),
    }
}
