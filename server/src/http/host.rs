//! The pages of a room's hosts (stage, presenter, moderator, remote), and how one becomes a host: the
//! owner's one-time link, and a room's links for one role each.

use axum::body::Body;
use axum::extract::{Extension, Path, Query, State};
use axum::response::{Html, IntoResponse, Redirect, Response};
use client::language::Language;
use client::pages;
use client::views::desk::Privacy;
use client::views::desk::remote::RemoteState;
use client::views::desk::sign_in::Why;
use client::views::stage::StageState;
use fast_qr::{ECL, QRBuilder};
use http::{HeaderMap, StatusCode, header};
use shared::code::Code;
use shared::ids::RoomId;
use shared::room::HostRole;

use super::api::{rooms, whole};
use super::caller::{Caller, LANGUAGE_COOKIE};
use super::cookies;
use super::desk::driven_by;
use super::failure::Failure;
use super::{packed, places};
use crate::App;
use crate::auth::browser::Browser;
use crate::auth::owner::{NotSignedIn, Reach, SignedIn, Spent};
use crate::auth::{links, sessions, watch};
use crate::clock::now_ms;
use crate::forms;
use crate::lobby::Found;
use crate::metrics::FIGURES;
use crate::seldom::Seldom;

static LINKS_REFUSED: Seldom = Seldom::new();
static SIGN_INS_REFUSED: Seldom = Seldom::new();

/// A host's form, in bytes.
pub const FORM_BYTES: usize = 16 * 1024;
/// How often a stage without scripts loads itself again, in seconds.
const REFRESH_SECONDS: u32 = 2;
/// Last parts of addresses that take forms and show nothing.
const FORMS_ALONE: [&str; 9] = ["answers", "control", "decks", "delete", "end", "erase", "links", "moderate", "rooms"];
/// How long a chosen language is remembered, in seconds.
const LANGUAGE_SECONDS: u64 = 365 * 86_400;

/// How far a page that loads itself again has turned what does not fit on it.
#[derive(serde::Deserialize)]
pub struct Turned {
    turn: Option<String>,
}

type Turn = Query<Turned>;

/// `GET /rooms/{room}/stage`
pub async fn stage(app: State<App>, caller: Extension<Caller>, room: Path<RoomId>, turned: Turn) -> Response {
    shown(HostRole::Stage, app, caller, room, turned).await
}

/// `GET /rooms/{room}/presenter`
pub async fn presenter(app: State<App>, caller: Extension<Caller>, room: Path<RoomId>, turned: Turn) -> Response {
    shown(HostRole::Presenter, app, caller, room, turned).await
}

/// What went wrong with what a page without scripts asked.
#[derive(serde::Deserialize)]
pub struct Noticed {
    notice: Option<String>,
}

/// `GET /rooms/{room}/moderator`
pub async fn moderator(
    State(app): State<App>,
    Extension(caller): Extension<Caller>,
    Path(room): Path<RoomId>,
    Query(noticed): Query<Noticed>,
) -> Response {
    let page = async {
        let (found, handle) = rooms::reach(&app, &room).await?;
        if !caller.rights_in(&app, &found).await?.may_be(HostRole::Moderator) {
            return Err(Failure::not_signed_in());
        }
        let around = app.around(&found, &handle);
        let (view, seq) =
            handle.read(|room| (handle.host_view(room, HostRole::Moderator, now_ms(), around).0, room.seq))?;
        let (language, code) = (caller.language(), found.document.code.clone());
        let (room, role, notice) = (found.id.clone(), HostRole::Moderator, noticed.notice);
        let state = RemoteState { language, room, code, role, seq, view, notice };
        Ok(packed::may_be(Html(pages::host::moderator(&places::assets("remote"), &state))))
    };
    page.await.unwrap_or_else(|failure| deny(failure, &caller))
}

async fn shown(
    role: HostRole,
    State(app): State<App>,
    Extension(caller): Extension<Caller>,
    Path(room): Path<RoomId>,
    Query(turned): Turn,
) -> Response {
    let page = async {
        let (found, handle) = rooms::reach(&app, &room).await?;
        let rights = caller.rights_in(&app, &found).await?;
        if !rights.may_be(role) {
            return Err(Failure::not_signed_in());
        }
        app.guessing.knows(caller.address, &found.id);
        let around = app.around(&found, &handle);
        let (view, seq) = handle.read(|room| (handle.host_view(room, role, now_ms(), around).0, room.seq))?;
        let state = StageState {
            language: Language::of_tag(&view.language).unwrap_or_else(|| caller.language()),
            room: room.clone(),
            role,
            controls: rights.may_control(),
            code: found.document.code.clone(),
            address: caller.host().to_owned(),
            qr_svg: qr(&join_url(&caller, &found.document.code)),
            seq,
            refresh_seconds: Some(REFRESH_SECONDS),
            view,
            turn: 0,
            now: now_ms(),
        };
        let state = state.turned_to(turned.turn.as_deref().unwrap_or_default());
        Ok(packed::may_be(Html(pages::host::stage(&places::assets("stage"), &state))))
    };
    page.await.unwrap_or_else(|failure| deny(failure, &caller))
}

/// `GET /rooms/{room}/remote`: the presenter's phone.
pub async fn remote(
    State(app): State<App>,
    Extension(caller): Extension<Caller>,
    Path(room): Path<RoomId>,
) -> Response {
    let page = async {
        let (found, handle) = driven(&app, &caller, &room).await?;
        let state = remote_state(&app, &caller, &found, &handle).await?;
        Ok(packed::may_be(Html(pages::host::remote(&places::assets("remote"), &state))))
    };
    page.await.unwrap_or_else(|failure| deny(failure, &caller))
}

/// `POST /rooms/{room}/control`: a button of the remote.
pub async fn control(
    State(app): State<App>,
    Extension(caller): Extension<Caller>,
    Path(room): Path<RoomId>,
    body: Body,
) -> Response {
    let page = async {
        let (found, handle) = driven(&app, &caller, &room).await?;
        let fields = forms::read(&whole(body, FORM_BYTES).await?);
        match driven_by(&app, &found, &handle, &fields).await {
            Ok(()) => {
                // The presenter's window has these buttons too.
                let back = fields.first("back").and_then(links::role).unwrap_or(HostRole::Remote);
                Ok(Redirect::to(&format!("/rooms/{room}/{}", back.word())).into_response())
            }
            Err(failure) => {
                let mut state = remote_state(&app, &caller, &found, &handle).await?;
                state.notice = Some(failure.code.to_owned());
                Ok((failure.status, Html(pages::host::remote(&places::assets("remote"), &state))).into_response())
            }
        }
    };
    page.await.unwrap_or_else(|failure: Failure| deny(failure, &caller))
}

async fn remote_state(
    app: &App,
    caller: &Caller,
    found: &Found,
    handle: &crate::room::RoomHandle,
) -> Result<RemoteState, Failure> {
    let rights = caller.rights_in(app, found).await?;
    // Who drives the room by another link follows it by that one.
    let role = [HostRole::Remote, HostRole::Presenter].into_iter().find(|role| rights.may_be(*role));
    let role = role.unwrap_or(HostRole::Stage);
    // The remote has no notes, whoever opens it; and by the stage's link it knows no more than the stage.
    let seen_as = if role == HostRole::Stage { role } else { HostRole::Remote };
    let around = app.around(found, handle);
    let (view, seq) = handle.read(|room| (handle.host_view(room, seen_as, now_ms(), around).0, room.seq))?;
    let (language, code) = (caller.language(), found.document.code.clone());
    Ok(RemoteState { language, room: found.id.clone(), code, role, seq, view, notice: None })
}

async fn driven(app: &App, caller: &Caller, room: &RoomId) -> Result<(Found, crate::room::RoomHandle), Failure> {
    let (found, handle) = rooms::reach(app, room).await?;
    if caller.rights_in(app, &found).await?.may_control() { Ok((found, handle)) } else { Err(Failure::not_signed_in()) }
}

/// `GET /rooms/{room}/enter/{role}/{secret}`: a link for one role, exchanged for a cookie at once so that
/// the secret does not stay in the address bar of a projected screen.
pub async fn enter(
    State(app): State<App>,
    Extension(caller): Extension<Caller>,
    Path((room, role, secret)): Path<(RoomId, String, String)>,
) -> Response {
    let page = async {
        let found = app.lobby.find(&room).await?;
        let role = links::role(&role).filter(|role| links::opens(&found, *role, &secret));
        let role = role.ok_or_else(|| refused(&found))?;
        tracing::info!(room = %found.id, role = role.word(), "a room's link was used");
        Ok(let_in(&found, role, &caller))
    };
    page.await.unwrap_or_else(|failure: Failure| failure.page(caller.language()))
}

/// Anybody can have links refused, so they are logged now and then.
fn refused(found: &Found) -> Failure {
    if LINKS_REFUSED.may_log() {
        tracing::warn!(room = %found.id, "a room's link was refused: it opens no role");
    }
    Failure::not_found()
}

/// To the page of a role, with the cookie that proves it.
pub fn let_in(found: &Found, role: HostRole, caller: &Caller) -> Response {
    let response = Redirect::to(&format!("/rooms/{}/{}", found.id, role.word())).into_response();
    let (name, proof) = (links::cookie_name(&found.id, role), links::proof(found, role));
    cookies::give(response, &name, &proof, sessions::SECONDS, caller.is_secure())
}

/// `GET /sign-in/{link}`: uses a one-time link.
pub async fn sign_in(
    State(app): State<App>,
    Extension(caller): Extension<Caller>,
    Path(link): Path<String>,
    headers: HeaderMap,
) -> Response {
    let browser = headers.get(header::USER_AGENT).and_then(|told| Browser::of(told.to_str().ok()?));
    match app.instance.sign_in(&app.store, &link, browser).await {
        Ok(SignedIn { session, reach }) => {
            if reach == Reach::AllOut {
                watch::look_again(&app, |pass| pass.session.is_some()).await;
            }
            let response = Redirect::to("/desk").into_response();
            cookies::give(response, sessions::COOKIE, &session, sessions::SECONDS, caller.is_secure())
        }
        Err(NotSignedIn::Spent(spent)) => {
            FIGURES.refusals.count(why(spent).code());
            if SIGN_INS_REFUSED.may_log() {
                tracing::warn!(why = why(spent).code(), "a sign-in link was refused");
            }
            not_signed_in(&caller, why(spent))
        }
        Err(NotSignedIn::Documents(error)) => Failure::from(error).page(caller.language()),
    }
}

fn why(spent: Spent) -> Why {
    match spent {
        Spent::Unknown => Why::LinkUnknown,
        Spent::Used => Why::LinkUsed,
        Spent::Over => Why::LinkOver,
        Spent::Earlier => Why::LinkEarlier,
    }
}

/// `GET /sign-in`
pub async fn sign_in_needed(Extension(caller): Extension<Caller>) -> Response {
    Html(pages::host::sign_in_needed(&places::assets("desk"), caller.language(), Why::Needed)).into_response()
}

/// `POST /sign-out`
pub async fn sign_out(State(app): State<App>, Extension(caller): Extension<Caller>) -> Response {
    if let Some(session) = caller.session() {
        let name = sessions::name_of(session);
        if let Err(error) = sessions::end(&app.store, &name).await {
            return Failure::from(error).page(caller.language());
        }
        tracing::info!("the owner signed out");
        watch::session_ended(&app, &name).await;
    }
    cookies::forget(Redirect::to("/").into_response(), sessions::COOKIE, caller.is_secure())
}

/// `POST /language`: remembers a language, and goes back.
pub async fn language(Extension(caller): Extension<Caller>, headers: HeaderMap, body: Body) -> Response {
    let Ok(body) = whole(body, FORM_BYTES).await else { return Failure::too_large(FORM_BYTES).page(caller.language()) };
    let chosen = forms::read(&body).first("language").and_then(Language::of_tag).unwrap_or_default();
    let response = Redirect::to(&path_of(&headers)).into_response();
    cookies::give(response, LANGUAGE_COOKIE, chosen.tag(), LANGUAGE_SECONDS, caller.is_secure())
}

/// The path of the page before; never another site. Where that answers forms alone, the page above it.
fn path_of(headers: &HeaderMap) -> String {
    let referer = headers.get(header::REFERER).and_then(|value| value.to_str().ok()?.split_once("://"));
    let path = referer.and_then(|(_, rest)| rest.split_once('/')).map(|(_, path)| path.trim_start_matches('/'));
    let path = path.unwrap_or_default();
    let above = path.rsplit_once('/').filter(|(_, last)| FORMS_ALONE.contains(last)).map(|(above, _)| above);
    format!("/{}", above.unwrap_or(path))
}

/// `GET /privacy`: this instance's settings, in words.
pub async fn privacy(State(app): State<App>, Extension(caller): Extension<Caller>) -> Response {
    let facts = Privacy {
        identity_days: crate::auth::identity::MAX_AGE_SECONDS / 86_400,
        host: caller.host().to_owned(),
        encrypted: caller.is_secure(),
        proxied: !app.settings.trusted_proxies.is_empty(),
    };
    Html(pages::host::privacy(&places::assets("desk"), caller.language(), &facts)).into_response()
}

/// Who is not signed in gets the way to do so; everything else is a message.
pub fn deny(failure: Failure, caller: &Caller) -> Response {
    if failure.status == StatusCode::UNAUTHORIZED {
        return not_signed_in(caller, Why::Needed);
    }
    failure.page(caller.language())
}

fn not_signed_in(caller: &Caller, why: Why) -> Response {
    let html = pages::host::sign_in_needed(&places::assets("desk"), caller.language(), why);
    (StatusCode::UNAUTHORIZED, Html(html)).into_response()
}

/// Where a room is joined.
pub fn join_url(caller: &Caller, code: &Code) -> String {
    format!("{}{}", caller.base, places::room_page(code, None))
}

/// Modules of white around a QR code, as the standard asks.
const QUIET_ZONE: usize = 4;

/// A QR code (ISO/IEC 18004, level M) as SVG, its quiet zone within the box.
pub fn qr(text: &str) -> String {
    // Only a text of kilobytes does not fit; the address is on the page in words too.
    let Ok(code) = QRBuilder::new(text).ecl(ECL::M).build() else { return String::new() };
    let code = &code;
    let dark = |y: usize| (0..code.size).filter(move |x| code[y][*x].value()).map(move |x| (x, y));
    let modules = (0..code.size).flat_map(dark);
    let path: String = modules.map(|(x, y)| format!("M{} {}h1v1h-1z", x + QUIET_ZONE, y + QUIET_ZONE)).collect();
    let side = code.size + 2 * QUIET_ZONE;
    format!("<svg viewBox=\"0 0 {side} {side}\" aria-hidden=\"true\"><path d=\"{path}\"/></svg>")
}
