//! The pages of a room's hosts: stage, presenter, moderator, remote.

use axum::body::Body;
use axum::extract::{Query, State};
use axum::response::{Html, IntoResponse, Redirect, Response};
use client::language::Language;
use client::pages;
use client::views::desk::remote::{AskedQuestion, RemoteState};
use client::views::stage::StageState;
use serde::Deserialize;
use shared::ids::SlideId;
use shared::room::HostRole;

use super::orders::{FORM_BYTES, driven_by};
use crate::App;
use crate::auth::links;
use crate::clock::now_ms;
use crate::http::body::form;
use crate::http::failure::Failure;
use crate::http::rights::{Controller, Moderator, Presenter, RoomRole, Stage};
use crate::http::{compression, urls};
use crate::qr;

/// How often a stage without scripts loads itself again, in seconds.
const REFRESH_SECONDS: u32 = 2;

/// How far a page that loads itself again has turned what does not fit on it.
#[derive(Deserialize)]
pub struct TurnQuery {
    turn: Option<String>,
}

/// `GET /rooms/{room}/stage`
pub async fn stage(
    role: RoomRole<Stage>,
    State(app): State<App>,
    Query(turned): Query<TurnQuery>,
) -> Result<Response, Failure> {
    shown(HostRole::Stage, role, &app, &turned)
}

/// `GET /rooms/{room}/presenter`
pub async fn presenter(
    role: RoomRole<Presenter>,
    State(app): State<App>,
    Query(turned): Query<TurnQuery>,
) -> Result<Response, Failure> {
    shown(HostRole::Presenter, role, &app, &turned)
}

fn shown<R>(
    shown_as: HostRole,
    role: RoomRole<R>,
    app: &App,
    turned: &TurnQuery,
) -> Result<Response, Failure> {
    let RoomRole {
        caller,
        found,
        handle,
        rights,
        ..
    } = role;
    app.guessing.knows(caller.address, &found.id);
    let around = app.around(&found, &handle);
    let (view, seq) = handle.read(|room| {
        (
            handle.host_view(room, shown_as, now_ms(), around).0,
            room.seq,
        )
    })?;
    let state = StageState {
        language: Language::of_tag(&view.language).unwrap_or_else(|| caller.language()),
        room: found.id,
        role: shown_as,
        controls: rights.may_control(),
        address: caller.host().to_owned(),
        qr_svg: qr::svg(&urls::join_url(&caller.base, &found.document.code)),
        code: found.document.code,
        seq,
        refresh_seconds: Some(REFRESH_SECONDS),
        view,
        turn: 0,
        now: now_ms(),
    };
    let state = state.turned_to(turned.turn.as_deref().unwrap_or_default());
    Ok(compression::may_be(Html(pages::host::stage(
        &urls::assets("stage"),
        &state,
    ))))
}

/// What went wrong with what a page without scripts asked, and the question that it is about where
/// the stage shows another.
#[derive(Deserialize)]
pub struct ModeratorQuery {
    notice: Option<String>,
    question: Option<SlideId>,
}

/// `GET /rooms/{room}/moderator`
pub async fn moderator(
    role: RoomRole<Moderator>,
    State(app): State<App>,
    Query(asked): Query<ModeratorQuery>,
) -> Result<Response, Failure> {
    let mut state = followed(&role, &app, HostRole::Moderator, HostRole::Moderator)?;
    state.notice = asked.notice;
    let on_stage = state.view.slide.as_ref().map(|slide| &slide.id);
    let picked = asked.question.filter(|id| Some(id) != on_stage);
    let (questions, slide) = role.handle.read(|room| {
        let questions = room.moderated_questions().map(|slide| AskedQuestion {
            id: slide.id.clone(),
            prompt: slide.heading().to_owned(),
        });
        let slide = picked.and_then(|id| room.moderated_question(&id, now_ms()));
        (questions.collect(), slide)
    })?;
    state.questions = questions;
    if slide.is_some() {
        (state.picked, state.view.slide) = (true, slide);
    }
    let assets = urls::assets(if state.picked { "desk" } else { "remote" });
    Ok(compression::may_be(Html(pages::host::moderator(
        &assets, &state,
    ))))
}

/// `GET /rooms/{room}/remote`: the presenter's phone.
pub async fn remote(
    role: RoomRole<Controller>,
    State(app): State<App>,
) -> Result<Response, Failure> {
    let state = remote_state(&role, &app)?;
    Ok(compression::may_be(Html(pages::host::remote(
        &urls::assets("remote"),
        &state,
    ))))
}

/// `POST /rooms/{room}/control`: a button of the remote.
pub async fn control(
    role: RoomRole<Controller>,
    State(app): State<App>,
    body: Body,
) -> Result<Response, Failure> {
    let fields = form(body, FORM_BYTES).await?;
    match driven_by(&app, &role.found, &role.handle, &fields).await {
        Ok(()) => {
            // The presenter's window has these buttons too.
            let back = fields
                .first("back")
                .and_then(links::role)
                .unwrap_or(HostRole::Remote);
            Ok(Redirect::to(&format!("/rooms/{}/{}", role.found.id, back.word())).into_response())
        }
        Err(failure) => {
            let mut state = remote_state(&role, &app)?;
            state.notice = Some(failure.code.to_owned());
            Ok((
                failure.status,
                Html(pages::host::remote(&urls::assets("remote"), &state)),
            )
                .into_response())
        }
    }
}

fn remote_state(role: &RoomRole<Controller>, app: &App) -> Result<RemoteState, Failure> {
    // Whoever drives the room by another link follows it by that one.
    let held = [HostRole::Remote, HostRole::Presenter]
        .into_iter()
        .find(|held| role.rights.may_be(*held));
    let follows_as = held.unwrap_or(HostRole::Stage);
    // The remote has no notes, whoever opens it; and by the stage's link it knows no more than the
    // stage.
    let seen_as = if follows_as == HostRole::Stage {
        follows_as
    } else {
        HostRole::Remote
    };
    followed(role, app, follows_as, seen_as)
}

fn followed<R>(
    role: &RoomRole<R>,
    app: &App,
    follows_as: HostRole,
    seen_as: HostRole,
) -> Result<RemoteState, Failure> {
    let RoomRole {
        caller,
        found,
        handle,
        ..
    } = role;
    let around = app.around(found, handle);
    let (view, seq) = handle.read(|room| {
        (
            handle.host_view(room, seen_as, now_ms(), around).0,
            room.seq,
        )
    })?;
    let (language, code) = (caller.language(), found.document.code.clone());
    Ok(RemoteState {
        language,
        room: found.id.clone(),
        code,
        role: follows_as,
        seq,
        view,
        notice: None,
        questions: Vec::new(),
        picked: false,
    })
}
