//! The pages of a room's hosts: stage, presenter, moderator, remote.

use axum::body::Body;
use axum::extract::{Path, Query, State};
use axum::response::{Html, IntoResponse, Redirect, Response};
use client::language::Language;
use client::pages;
use client::texts::phone::group_name;
use client::views::desk::groups::{GroupCode, GroupCodes};
use client::views::desk::handing_over::{RoleLink, RoomLinks};
use client::views::desk::moderating::whole_list::WholeList;
use client::views::desk::remote::AskedQuestion;
use client::views::stage::StageState;
use serde::Deserialize;
use shared::host::HostRole;
use shared::ids::SlideId;
use shared::protocol::view::{Around, HostView, PartView, Screen};
use shared::room::Room;

use super::host_form::{FORM_BYTES, driven_by};
use super::host_state::{console_state, followed, remote_state};
use super::moderated_list::ListQuery;
use super::return_page::ReturnPage;
use crate::auth::links::ROLES;
use crate::clock::now_ms;
use crate::http::body::form;
use crate::http::failure::Failure;
use crate::http::request_context::Caller;
use crate::http::rights::{Controller, Moderator, Presenter, RoomRole, Stage};
use crate::http::{compression, urls};
use crate::lobby::FoundRoom;
use crate::room::merge_suggestions;
use crate::{App, qr};

/// How often a stage without scripts loads itself again, in seconds.
const REFRESH_SECONDS: u32 = 2;
/// The same of a question of a survey, of which there are many beside each other.
const SURVEY_SECONDS: u32 = 5;

/// What a stage is asked for.
#[derive(Deserialize)]
pub struct StageQuery {
    /// How far a page that loads itself again has turned what does not fit on it.
    turn: Option<String>,
    /// Whether it is a picture in another page, which nobody can press.
    picture: Option<String>,
}

/// `GET /rooms/{room}/stage`
pub async fn stage(
    role: RoomRole<Stage>,
    State(app): State<App>,
    Query(asked): Query<StageQuery>,
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
        let view = handle.host_view(room, HostRole::Stage, now_ms(), around).0;
        (view, room.seq)
    })?;
    let state = StageState {
        controls: rights.may_control() && asked.picture.is_none(),
        refresh_seconds: Some(REFRESH_SECONDS),
        ..stage_of(&caller, &found, view, seq)
    };
    let state = state.turned_to(asked.turn.as_deref().unwrap_or_default());
    Ok(compression::may_be(Html(pages::host::stage(
        &urls::assets("stage"),
        &state,
    ))))
}

/// `GET /rooms/{room}/next`: what *next* would put on the stage, as a picture.
pub async fn upcoming(
    role: RoomRole<Presenter>,
    State(app): State<App>,
) -> Result<Response, Failure> {
    let around = app.around(&role.found, &role.handle);
    let upcoming = role
        .handle
        .read(|room| role.handle.upcoming(room, now_ms(), around))?;
    let view = upcoming.ok_or_else(Failure::not_found)?;
    let state = stage_of(&role.caller, &role.found, view, 0);
    Ok(compression::may_be(Html(pages::host::picture(
        &urls::assets("stage"),
        &state,
    ))))
}

/// `GET /rooms/{room}/survey/{question}`: what a question of a survey came to so far, as a picture
/// that follows by loading itself again.
pub async fn survey(
    role: RoomRole<Presenter>,
    State(app): State<App>,
    Path((_, question)): Path<(String, SlideId)>,
) -> Result<Response, Failure> {
    let around = Around {
        screen: Screen::Slides,
        ..app.around(&role.found, &role.handle)
    };
    let now = now_ms();
    let view = role
        .handle
        .read(|room| room.survey_view(&question, now, around))?;
    let view = view.ok_or_else(Failure::not_found)?;
    let state = StageState {
        refresh_seconds: Some(SURVEY_SECONDS),
        ..stage_of(&role.caller, &role.found, view, 0)
    };
    Ok(compression::may_be(Html(pages::host::picture(
        &urls::assets("stage"),
        &state,
    ))))
}

/// A stage of that view that nobody can press and that does not load itself again.
fn stage_of(caller: &Caller, found: &FoundRoom, view: HostView, seq: u64) -> StageState {
    StageState {
        language: Language::of_tag(&view.language).unwrap_or_else(|| caller.language()),
        room: found.id.clone(),
        controls: false,
        address: caller.host().to_owned(),
        qr_svg: qr::svg(&urls::join_url(&caller.base, &found.document.code)),
        code: found.document.code.clone(),
        seq,
        refresh_seconds: None,
        view,
        turn: 0,
        now: now_ms(),
    }
}

/// `GET /rooms/{room}/console`: the page from which the room is led.
pub async fn console(
    role: RoomRole<Presenter>,
    State(app): State<App>,
    Query(noticed): Query<Noticed>,
) -> Result<Response, Failure> {
    let room = (&role.found, &role.handle);
    let mut state = console_state(&app, &role.caller, room, &role.rights)?;
    state.notice = noticed.notice;
    Ok(compression::may_be(Html(pages::host::console(
        &urls::assets("remote"),
        &state,
    ))))
}

/// `GET /rooms/{room}/presenter`: where presenters looked before there was a console.
pub async fn presenter(role: RoomRole<Presenter>) -> Redirect {
    Redirect::permanent(&urls::role_page(&role.found, HostRole::Presenter))
}

/// `GET /rooms/{room}/links`: each role's link with its code, to hand the room to somebody else.
/// Nobody gets more by one of them than whoever presents has.
pub async fn links(role: RoomRole<Presenter>) -> Result<Response, Failure> {
    let (caller, found) = (&role.caller, &role.found);
    let language = caller.language();
    let of_role = |role| {
        let url = urls::role_url(&caller.base, found, role);
        RoleLink {
            role,
            qr_svg: qr::svg(&url),
            url,
        }
    };
    let (join_url, title) = (
        urls::join_url(&caller.base, &found.document.code),
        role.handle.read(|room| room.deck.title.clone())?,
    );
    let page = RoomLinks {
        language,
        room: found.id.clone(),
        desk: role.rights.owns(),
        title,
        join_qr: qr::svg(&join_url),
        join_url,
        links: ROLES.map(of_role).to_vec(),
    };
    // Full of secrets: it is never compressed.
    Ok(Html(pages::host::links(&urls::assets("desk"), &page)).into_response())
}

/// `GET /rooms/{room}/groups`: a code for each group, to be printed.
pub async fn groups(role: RoomRole<Presenter>) -> Result<Response, Failure> {
    let (caller, found) = (&role.caller, &role.found);
    let (title, language, names) = role.handle.read(|room| {
        let language = Language::of_tag(&room.deck.language);
        (room.deck.title.clone(), language, room.group_names())
    })?;
    if names.is_empty() {
        return Err(Failure::not_found());
    }
    // What lies on tables is read by who speaks the deck's language.
    let of_deck = language.unwrap_or_else(|| caller.language());
    let groups = names.into_iter().map(|group| {
        let page = urls::group_page(&found.document.code, group.number);
        let url = format!("{}{page}", caller.base);
        GroupCode {
            name: group_name(of_deck, group.number.0, group.name.as_deref()),
            qr_svg: qr::svg(&url),
            url,
        }
    });
    let page = GroupCodes {
        language: caller.language(),
        room: found.id.clone(),
        desk: role.rights.owns(),
        title,
        groups: groups.collect(),
    };
    let html = pages::host::groups(&urls::assets("desk"), &page);
    Ok(compression::may_be(Html(html)))
}

/// What went wrong with what a page without scripts asked.
#[derive(Deserialize)]
pub struct Noticed {
    notice: Option<String>,
}

/// The same, and the question that it is about where the stage shows another.
#[derive(Deserialize)]
pub struct ModeratorQuery {
    notice: Option<String>,
    question: Option<SlideId>,
    #[serde(flatten)]
    list: ListQuery,
}

/// `GET /rooms/{room}/moderator`
pub async fn moderator(
    role: RoomRole<Moderator>,
    State(app): State<App>,
    Query(asked): Query<ModeratorQuery>,
) -> Result<Response, Failure> {
    let room = (&role.found, &role.handle);
    let roles = [HostRole::Moderator; 2];
    let mut state = followed(&app, &role.caller, room, role.rights.actor, roles)?;
    state.notice = asked.notice;
    let on_stage = state.view.slide.as_ref().map(|slide| &slide.id);
    let whole = asked.list.is_asked();
    let picked = asked.question.filter(|id| whole || Some(id) != on_stage);
    let address = format!("/rooms/{}/moderator", role.found.id);
    let questions = role.handle.read(|room| {
        let questions = room.moderated_questions().map(|slide| AskedQuestion {
            id: slide.id.clone(),
            prompt: slide.heading().to_owned(),
        });
        let slide = picked.and_then(|id| room.moderated_question(&id, now_ms()));
        if slide.is_some() {
            (state.picked, state.view.slide) = (true, slide);
            merge_suggestions::suggest(room, &mut state.view);
            if whole {
                state.list = whole_list(room, &mut state.view, &asked.list, &address);
            }
        }
        questions.collect()
    })?;
    state.questions = questions;
    let assets = urls::assets(if state.picked { "desk" } else { "remote" });
    Ok(compression::may_be(Html(pages::host::moderator(
        &assets, &state,
    ))))
}

/// Puts the part of the whole list that is asked for into the view.
fn whole_list(
    room: &Room,
    view: &mut HostView,
    asked: &ListQuery,
    address: &str,
) -> Option<WholeList> {
    let slide = view.slide.as_mut()?;
    let PartView::Question(question) = &mut slide.part else {
        return None;
    };
    let all = room.all_moderable(&slide.id)?;
    let (rows, list) = asked.page_of(&slide.id, all, address);
    question.moderable = Some(rows);
    Some(list)
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
    let back = ReturnPage::of(&fields).unwrap_or(ReturnPage::Remote);
    match driven_by(&app, &role.found, &role.handle, &fields).await {
        Ok(()) => Ok(Redirect::to(&back.address(&role.found.id)).into_response()),
        Err(failure) => {
            let notice = Some(failure.code.to_owned());
            let page = back.again(&role, &app, |state| state.notice = notice)?;
            Ok((failure.status, page).into_response())
        }
    }
}
