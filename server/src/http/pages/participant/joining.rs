//! The start page, where one types the code of a room.

use axum::extract::State;
use axum::response::{Html, IntoResponse, Redirect, Response};
use client::pages;
use client::views::join::StartNotice;
use http::StatusCode;
use serde::Deserialize;
use shared::code::{JoinCode, looks_like_code};

use crate::App;
use crate::http::failure::Failure;
use crate::http::lookup::find;
use crate::http::query_params::QueryParams;
use crate::http::rights::Anyone;
use crate::http::{compression, urls};

/// What an address of the start page may carry.
#[derive(Deserialize)]
pub struct JoinQuery {
    code: Option<String>,
}

/// `GET /`
pub async fn start(asker: Anyone) -> Response {
    compression::may_be(Html(pages::start(
        &urls::assets("phone"),
        asker.language(),
        None,
        "",
    )))
}

/// `GET /join?code=…`: what the start page's form sends.
pub async fn join(
    asker: Anyone,
    State(app): State<App>,
    QueryParams(query): QueryParams<JoinQuery>,
) -> Result<Response, Failure> {
    let typed = query.code.unwrap_or_default();
    let code = match JoinCode::parse(&typed) {
        Some(code) => find(&app, &asker, &code).await.map(|_| code),
        None => Err(Failure::unknown("code")),
    };
    match code {
        Ok(code) => Ok(Redirect::to(&urls::room_page(&code, None)).into_response()),
        Err(failure) if failure.code == "unknown_code" => {
            let could_be = looks_like_code(&typed);
            let notice = Some(if could_be {
                StartNotice::UnknownCode
            } else {
                StartNotice::NotACode
            });
            let html = pages::start(&urls::assets("phone"), asker.language(), notice, &typed);
            Ok(compression::may_be((StatusCode::NOT_FOUND, Html(html))))
        }
        Err(failure) => Err(failure),
    }
}
