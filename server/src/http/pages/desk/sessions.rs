//! Where the owner is signed in, and how that ends.

use axum::body::Body;
use axum::extract::State;
use axum::response::{Html, IntoResponse, Redirect, Response};
use client::pages;
use client::views::desk::sessions::{DeskSessions, SessionRow};
use shared::instant::rfc3339;

use super::FORM_BYTES;
use crate::App;
use crate::auth::sessions::{self, Session};
use crate::auth::watch;
use crate::http::body::form;
use crate::http::failure::Failure;
use crate::http::rights::Owner;
use crate::http::urls;

/// Letters of a date at the beginning of a moment.
const DATE: usize = "2026-11-21".len();

/// `GET /desk/sessions`
pub async fn list(owner: Owner, State(app): State<App>) -> Result<Response, Failure> {
    let own = owner.session().map(sessions::name_of);
    let all = sessions::list(&app.store).await?;
    let rows = all
        .into_iter()
        .map(|(name, session)| row(name, session, own.as_deref()))
        .collect();
    let page = DeskSessions {
        language: owner.language(),
        sessions: rows,
    };
    Ok(Html(pages::host::desk_sessions(&urls::assets("desk"), &page)).into_response())
}

fn row(name: String, session: Session, own: Option<&str>) -> SessionRow {
    let date = |at| rfc3339(at)[..DATE].to_owned();
    let (program, system) = session
        .browser
        .clone()
        .map_or((None, None), |browser| (browser.program, browser.system));
    SessionRow {
        here: own == Some(name.as_str()),
        program,
        system,
        began: date(session.began_at()),
        seen: session.seen_at.map(date),
        session: name,
    }
}

/// `POST /desk/sessions/end`: one, by its name, or all but this browser's.
pub async fn end(owner: Owner, State(app): State<App>, body: Body) -> Result<Response, Failure> {
    let fields = form(body, FORM_BYTES).await?;
    match fields.first("session") {
        Some(session) => {
            sessions::end(&app.store, session).await?;
            tracing::info!("a session was ended by the owner");
            watch::session_ended(&app, session).await;
        }
        None if fields.first("others").is_some() => {
            let own = owner.session().map(sessions::name_of);
            sessions::end_others(&app.store, own.as_deref()).await?;
            tracing::info!("all other sessions were ended by the owner");
            watch::look_again(&app, |pass| pass.session.is_some()).await;
        }
        None => return Err(Failure::malformed("This names no session.")),
    }
    Ok(Redirect::to("/desk/sessions").into_response())
}
