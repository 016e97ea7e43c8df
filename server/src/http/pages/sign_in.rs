//! How one becomes the owner or a host: the owner's one-time link, and a room's links for one role
//! each.

use axum::extract::{Path, State};
use axum::response::{Html, IntoResponse, Redirect, Response};
use client::model::sign_in::Why;
use client::pages;
use http::{HeaderMap, StatusCode, header};
use shared::host::HostRole;

use crate::App;
use crate::auth::browser::UserAgent;
use crate::auth::owner::{LinkRefusal, LinkScope, NotSignedIn, SignedIn};
use crate::auth::{links, sessions, watch};
use crate::http::failure::Failure;
use crate::http::request_context::Caller;
use crate::http::rights::{Anyone, LinkHolder};
use crate::http::{cookies, urls};
use crate::lobby::FoundRoom;
use crate::log_throttle::LogThrottle;
use crate::metrics::FIGURES;

static SIGN_INS_REFUSED: LogThrottle = LogThrottle::new();

/// `GET /rooms/{room}/enter/{role}/{secret}`: a link for one role, exchanged for a cookie at once
/// so that the secret does not stay in the address bar of a projected screen.
pub async fn enter(
    LinkHolder {
        caller,
        found,
        role,
    }: LinkHolder,
    State(app): State<App>,
) -> Result<Response, Failure> {
    tracing::info!(room = %found.id, role = role.word(), "a room's link was used");
    let_in(&app, &found, role, &caller).await
}

/// To the page of a role, with the cookie that proves it. A browser that had one keeps its number.
///
/// # Errors
/// Those of the lobby.
pub async fn let_in(
    app: &App,
    found: &FoundRoom,
    role: HostRole,
    caller: &Caller,
) -> Result<Response, Failure> {
    let number = match caller.held(found, role).and_then(|held| held.number) {
        Some(number) => number,
        None => app.lobby.number_browser(&found.id, role).await?,
    };
    let response = Redirect::to(&urls::role_page(found, role)).into_response();
    let (name, proof) = (
        links::cookie_name(&found.id, role),
        links::proof(found, role, number),
    );
    Ok(cookies::give(
        response,
        &name,
        &proof,
        sessions::SECONDS,
        caller.is_secure(),
    ))
}

/// `GET /sign-in/{link}`: uses a one-time link.
pub async fn sign_in(
    asker: Anyone,
    State(app): State<App>,
    Path(link): Path<String>,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    let browser = headers
        .get(header::USER_AGENT)
        .and_then(|value| UserAgent::of(value.to_str().ok()?));
    match app.instance.sign_in(&app.store, &link, browser).await {
        Ok(SignedIn { session, reach }) => {
            if reach == LinkScope::AllOut {
                watch::look_again(&app, |pass| pass.session.is_some()).await;
            }
            let response = Redirect::to("/desk").into_response();
            Ok(cookies::give(
                response,
                sessions::COOKIE,
                &session,
                sessions::SECONDS,
                asker.is_secure(),
            ))
        }
        Err(NotSignedIn::Spent(spent)) => Ok(refused(&asker, why(spent))),
        Err(NotSignedIn::Documents(error)) => Err(error.into()),
    }
}

fn refused(asker: &Caller, why: Why) -> Response {
    FIGURES.refusals.count(why.code());
    if SIGN_INS_REFUSED.may_log() {
        tracing::warn!(why = why.code(), "a sign-in link was refused");
    }
    let html = pages::host::sign_in_needed(&urls::assets("desk"), asker.language(), why);
    (StatusCode::UNAUTHORIZED, Html(html)).into_response()
}

fn why(spent: LinkRefusal) -> Why {
    match spent {
        LinkRefusal::Unknown => Why::LinkUnknown,
        LinkRefusal::Used => Why::LinkUsed,
        LinkRefusal::Over => Why::LinkOver,
        LinkRefusal::Earlier => Why::LinkEarlier,
    }
}

/// `GET /sign-in`
pub async fn needed(asker: Anyone) -> Response {
    Html(pages::host::sign_in_needed(
        &urls::assets("desk"),
        asker.language(),
        Why::Needed,
    ))
    .into_response()
}

/// `POST /sign-out`
pub async fn sign_out(asker: Anyone, State(app): State<App>) -> Result<Response, Failure> {
    if let Some(session) = asker.session() {
        let name = sessions::name_of(session);
        sessions::end(&app.store, &name).await?;
        tracing::info!("the owner signed out");
        watch::session_ended(&app, &name).await;
    }
    Ok(cookies::forget(
        Redirect::to("/").into_response(),
        sessions::COOKIE,
        asker.is_secure(),
    ))
}
