//! The moderator's page: what the room sends, to be hidden, merged or put back before or after it shows.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use shared::code::Code;
use shared::ids::RoomId;
use shared::protocol::HostView;

use crate::language::Language;
use crate::texts::desk::moderating::Moderating as Words;
use crate::texts::desk::room::Room;
use crate::texts::stage as say;
use crate::views::desk::frame;
use crate::views::desk::moderating::Moderating;
use crate::views::desk::remote::{counts, status, which};
use crate::views::stage::live::Live;

/// Everything that a moderator's page is made from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ModeratorState {
    pub language: Language,
    pub room: RoomId,
    pub code: Code,
    pub seq: u64,
    pub view: HostView,
    /// A code of something to say first.
    pub notice: Option<String>,
}

/// The whole page, as it changes.
#[component]
pub fn ModeratorPage(state: ArcRwSignal<ModeratorState>, live: ArcRwSignal<Live>) -> impl IntoView {
    move || page(&state.read(), &live.read())
}

fn page(state: &ModeratorState, live: &Live) -> AnyView {
    let lost = live.lost.then(|| view! { <p class="notice" role="status">{say::stage(state.language).lost}</p> });
    let refused = live.refused.as_ref().map(|code| {
        view! { <p class="notice" role="alert">{say::refused(state.language, code)}</p> }
    });
    view! {
        {frame::skip(state.language)}
        {which(state.language, &state.view.title, &state.code)}
        <main id="main">
            {frame::notice(state.language, state.notice.as_deref())}
            {lost}
            {refused}
            {now(state, live)}
            {(!live.alive).then(|| again(state))}
        </main>
    }
    .into_any()
}

fn now(state: &ModeratorState, live: &Live) -> AnyView {
    let (room, words) = (Room::of(state.language), Words::of(state.language));
    // When it is over the last question stays: what was missed can still be taken out of the export.
    let Some(slide) = state.view.slide.as_ref() else {
        return view! { <h1>{room.not_begun}</h1><p>{words.nothing_to_do}</p> }.into_any();
    };
    let list = Moderating {
        language: state.language,
        room: &state.room,
        view: &state.view,
        live,
        back: "moderator",
        limit: usize::MAX,
    };
    let list = list.list().unwrap_or_else(|| view! { <p class="soft">{words.nothing_to_do}</p> }.into_any());
    view! {
        <p class="soft">{words.moderator}</p>
        <h1 dir="auto">{slide.prompt.clone()}</h1>
        {status(state.language, &state.view, slide)}
        {counts(state.language, &state.view)}
        {list}
    }
    .into_any()
}

/// Without scripts the page does not follow the room by itself.
fn again(state: &ModeratorState) -> AnyView {
    let here = format!("/rooms/{}/moderator", state.room);
    view! { <p class="actions"><a class="button quiet" href=here>{Room::of(state.language).reload}</a></p> }.into_any()
}
