//! What this instance keeps of participants, in words.

use axum::extract::State;
use axum::response::{Html, IntoResponse, Response};
use client::pages;
use client::views::desk::Privacy;

use crate::App;
use crate::auth::identity;
use crate::http::rights::Anyone;
use crate::http::urls;

const DAY_SECONDS: u64 = 86_400;

/// `GET /privacy`: this instance's settings, in words.
pub async fn page(asker: Anyone, State(app): State<App>) -> Response {
    let facts = Privacy {
        identity_days: identity::MAX_AGE_SECONDS / DAY_SECONDS,
        host: asker.host().to_owned(),
        encrypted: asker.is_secure(),
        proxied: !app.settings.trusted_proxies.is_empty(),
        mails: app.settings.smtp.is_some(),
        keep_answers: app.settings.keep_answers,
        keep_forms: app.settings.keep_forms,
    };
    Html(pages::host::privacy(
        &urls::assets("desk"),
        asker.language(),
        &facts,
    ))
    .into_response()
}
