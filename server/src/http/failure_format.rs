//! What was refused, written for whoever reads it: a page for people, with the way to sign in where
//! that is what is missing, and a problem (RFC 9457) for programs. Which of them reads, the router
//! says of its routes.

use axum::extract::Request;
use axum::middleware::Next;
use axum::response::{Html, IntoResponse, Response};
use client::language::Language;
use client::model::sign_in::Why;
use client::pages;
use http::StatusCode;

use super::failure::Failure;
use super::request_context::language_of;
use super::urls;

/// Writes what was refused as a page.
pub async fn for_people(request: Request, next: Next) -> Response {
    let language = language_of(request.extensions());
    // Pages of a room open by its links, all others of hosts by signing in.
    let missing = if request.uri().path().starts_with("/rooms/") {
        Why::HostLinkOver
    } else {
        Why::Needed
    };
    let mut response = next.run(request).await;
    match response.extensions_mut().remove::<Failure>() {
        Some(failure) => page(&failure, language, missing),
        None => response,
    }
}

/// Writes what was refused as a problem.
pub async fn for_programs(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    match response.extensions_mut().remove::<Failure>() {
        Some(failure) => failure.problem(),
        None => response,
    }
}

fn page(failure: &Failure, language: Language, missing: Why) -> Response {
    if failure.status != StatusCode::UNAUTHORIZED {
        return failure.page(language);
    }
    let html = pages::host::sign_in_needed(&urls::assets("desk"), language, missing);
    (StatusCode::UNAUTHORIZED, Html(html)).into_response()
}
