//! The moderator's page: what the room sends, to be approved, hidden, merged or put back before or
//! after it shows.

use leptos::prelude::*;
use shared::room::Phase;

use crate::texts::desk::moderating::Moderating as Words;
use crate::texts::desk::room::Room;
use crate::views::desk::moderating::Moderating;
use crate::views::desk::remote::{RemoteState, counts, held, status};
use crate::views::stage::live::HostLiveState;

/// The whole page, as it changes.
#[component]
pub fn ModeratorPage(
    state: ArcRwSignal<RemoteState>,
    live: ArcRwSignal<HostLiveState>,
) -> impl IntoView {
    move || page(&state.read(), &live.read())
}

fn page(state: &RemoteState, live: &HostLiveState) -> AnyView {
    held(
        state,
        live,
        None,
        view! { {now(state, live)} {(!live.alive).then(|| again(state))} }.into_any(),
    )
}

fn now(state: &RemoteState, live: &HostLiveState) -> AnyView {
    let (room, words) = (Room::of(state.language), Words::of(state.language));
    // When it is over the last question stays: what was missed can still be taken out of the
    // export.
    let Some(slide) = state.view.slide.as_ref() else {
        return view! { <h1>{room.not_begun}</h1><p>{words.nothing_to_do}</p> }.into_any();
    };
    let ended = state.view.stage == Phase::Ended;
    let moderating = Moderating {
        language: state.language,
        room: &state.room,
        view: &state.view,
        live,
        back: "moderator",
        limit: usize::MAX,
    };
    let list = moderating
        .list()
        .unwrap_or_else(|| view! { <p class="soft">{words.nothing_to_do}</p> }.into_any());
    view! {
        <div class="about">
            <p class="soft">{words.moderator}</p>
            {ended.then(|| view! { <p class="soft">{room.over}</p> })}
            {(!ended).then(|| status(state.language, &state.view, slide))}
        </div>
        <h1 dir="auto">{slide.prompt.clone()}</h1>
        {(!ended).then(|| moderating.hold())}
        {list}
        {(!ended).then(|| moderating.ahead())}
        {counts(state.language, &state.view)}
    }
    .into_any()
}

/// Without scripts the page does not follow the room by itself.
fn again(state: &RemoteState) -> AnyView {
    let here = format!("/rooms/{}/moderator", state.room);
    view! { <p class="actions"><a class="button quiet" href=here>{Room::of(state.language).reload}</a></p> }.into_any()
}
