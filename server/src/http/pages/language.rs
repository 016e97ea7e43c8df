//! The language that somebody chooses for this browser.

use axum::body::Body;
use axum::response::{IntoResponse, Redirect, Response};
use client::language::Language;
use http::{HeaderMap, header};

use super::host_form::FORM_BYTES;
use crate::http::body::form;
use crate::http::cookies;
use crate::http::failure::Failure;
use crate::http::request_context::LANGUAGE_COOKIE;
use crate::http::rights::Anyone;
use crate::http::routes::Addresses;

/// How long a chosen language is remembered, in seconds.
const LANGUAGE_SECONDS: u64 = 365 * 86_400;

/// `POST /language`: remembers a language, and goes back.
pub async fn choose(
    asker: Anyone,
    addresses: Addresses,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Failure> {
    let fields = form(body, FORM_BYTES)
        .await
        .map_err(|_| Failure::too_large(FORM_BYTES))?;
    let chosen = fields
        .first("language")
        .and_then(Language::of_tag)
        .unwrap_or_default();
    let response = Redirect::to(&page_before(&headers, &addresses)).into_response();
    Ok(cookies::give(
        response,
        LANGUAGE_COOKIE,
        chosen.tag(),
        LANGUAGE_SECONDS,
        asker.is_secure(),
    ))
}

/// The page before; never another site.
fn page_before(headers: &HeaderMap, addresses: &Addresses) -> String {
    let referer = headers
        .get(header::REFERER)
        .and_then(|value| value.to_str().ok()?.split_once("://"));
    let path = referer
        .and_then(|(_, rest)| rest.split_once('/'))
        .map(|(_, path)| path.trim_start_matches('/'));
    let address = format!("/{}", path.unwrap_or_default());
    let path = address.split(['?', '#']).next().unwrap_or_default();
    let page = addresses.page_of(path);
    if page == path { address } else { page }
}
