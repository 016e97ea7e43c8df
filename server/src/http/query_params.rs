//! What an address asks, in its path and behind its `?`; what can't be read there is answered like
//! every other failure.

use axum::body::to_bytes;
use axum::extract::rejection::QueryRejection;
use axum::extract::{FromRequestParts, OriginalUri, Query, Request};
use axum::middleware::Next;
use axum::response::Response;
use http::header::CONTENT_TYPE;
use http::request::Parts;
use serde::de::DeserializeOwned;

use super::failure::Failure;
use super::request_context::{is_for_programs, language_of};

/// The framework's sentences are short.
const SENTENCE_BYTES: usize = 4096;

/// Gives our words to whatever the framework refuses by itself, such as a path that is no UTF-8: it
/// answers with plain text, which none of ours to a request that is at fault is.
pub async fn in_our_words(request: Request, next: Next) -> Response {
    let (for_programs, language) = (
        is_for_programs(request.uri().path()),
        language_of(request.extensions()),
    );
    let response = next.run(request).await;
    let kind = response
        .headers()
        .get(CONTENT_TYPE)
        .map_or(&b""[..], |kind| kind.as_bytes());
    if !response.status().is_client_error() || !kind.starts_with(b"text/plain") {
        return response;
    }
    let (head, body) = response.into_parts();
    let said = to_bytes(body, SENTENCE_BYTES).await.unwrap_or_default();
    let failure = Failure::unreadable(head.status, &String::from_utf8_lossy(&said));
    if for_programs {
        failure.problem()
    } else {
        failure.page(language)
    }
}

/// The query of an address.
pub struct QueryParams<T>(pub T);

impl<S: Send + Sync, T: DeserializeOwned> FromRequestParts<S> for QueryParams<T> {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Response> {
        let asked = Query::<T>::from_request_parts(parts, state).await;
        asked
            .map(|Query(asked)| Self(asked))
            .map_err(|rejection| refuse(parts, &rejection))
    }
}

fn refuse(parts: &Parts, rejection: &QueryRejection) -> Response {
    let failure = Failure::malformed(format!(
        "The address asks for something that is not there: {}.",
        rejection.body_text()
    ));
    let path = parts
        .extensions
        .get::<OriginalUri>()
        .map_or(parts.uri.path(), |original| original.0.path());
    if is_for_programs(path) {
        failure.problem()
    } else {
        failure.page(language_of(&parts.extensions))
    }
}
