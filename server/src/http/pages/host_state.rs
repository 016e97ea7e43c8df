//! What the pages that follow a room are made from.

use client::views::desk::remote::RemoteState;
use shared::deck::quick::QuickQuestion;
use shared::host::{Actor, HostRole};

use crate::App;
use crate::auth::Rights;
use crate::clock::now_ms;
use crate::http::failure::Failure;
use crate::http::request_context::Caller;
use crate::http::rights::RoomRole;
use crate::http::urls;
use crate::lobby::FoundRoom;
use crate::room::RoomHandle;

/// What the console is made from.
///
/// # Errors
/// Where the room can't be read.
pub fn console_state(
    app: &App,
    caller: &Caller,
    room: (&FoundRoom, &RoomHandle),
    rights: &Rights,
) -> Result<RemoteState, Failure> {
    let roles = [HostRole::Presenter; 2];
    let mut state = followed(app, caller, room, rights.actor, roles)?;
    state.desk = rights.owns();
    state.asks = QuickQuestion::kinds().map(str::to_owned).collect();
    state.clock = app.settings.zone.time_of_day(now_ms());
    Ok(state)
}

/// What the remote is made from.
///
/// # Errors
/// Where the room can't be read.
pub fn remote_state<R>(role: &RoomRole<R>, app: &App) -> Result<RemoteState, Failure> {
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
    let room = (&role.found, &role.handle);
    let actor = role.rights.actor;
    followed(app, &role.caller, room, actor, [follows_as, seen_as])
}

/// A page that follows its room as the first role, and shows what the second sees.
///
/// # Errors
/// Where the room can't be read.
pub fn followed(
    app: &App,
    caller: &Caller,
    (found, handle): (&FoundRoom, &RoomHandle),
    actor: Option<Actor>,
    [follows_as, seen_as]: [HostRole; 2],
) -> Result<RemoteState, Failure> {
    let around = app.around(found, handle);
    let (view, seq) = handle.read(|room| {
        (
            handle.host_view(room, seen_as, now_ms(), around).0,
            room.seq,
        )
    })?;
    let (language, code) = (caller.language(), found.document.code.clone());
    let join_url = urls::join_url(&caller.base, &code);
    Ok(RemoteState {
        language,
        room: found.id.clone(),
        code,
        role: follows_as,
        seq,
        view,
        actor,
        join_url,
        now: now_ms(),
        notice: None,
        asks: Vec::new(),
        draft: None,
        clock: String::new(),
        desk: false,
        at_desk: false,
        questions: Vec::new(),
        list: None,
        picked: false,
    })
}
