//! A session that ends while somebody types: what they send is not stored, and they get it back on
//! the page that says so.
//!
//! Whoever is not signed in may be anybody, so few at once are read that far.

use axum::body::Body;
use axum::response::{Html, IntoResponse, Response};
use client::language::Language;
use client::pages;
use client::views::desk::kept::KeptText;
use http::{HeaderMap, StatusCode};
use tokio::sync::Semaphore;

use super::deck_form::typed;
use crate::http::failure::Failure;
use crate::http::urls;

/// Texts that are given back at once, in all; above that people are only asked to sign in.
const AT_ONCE: usize = 8;

static GIVING_BACK: Semaphore = Semaphore::const_new(AT_ONCE);

/// The answer to a deck's form from a visitor who is not signed in, or to any other failure of
/// that.
pub async fn give_back(
    failure: Failure,
    language: Language,
    action: String,
    headers: &HeaderMap,
    body: Body,
) -> Result<Response, Failure> {
    if failure.status != StatusCode::UNAUTHORIZED {
        return Err(failure);
    }
    let Ok(_turn) = GIVING_BACK.try_acquire() else {
        return Err(failure);
    };
    match typed(headers, body).await {
        Ok(typed) if !typed.text.is_empty() => {
            let kept = KeptText {
                language,
                action,
                text: typed.text,
                version: typed.version,
            };
            let html = pages::host::kept_text(&urls::assets("desk"), &kept);
            Ok((StatusCode::UNAUTHORIZED, Html(html)).into_response())
        }
        _ => Err(failure),
    }
}
