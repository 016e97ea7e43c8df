//! The moderator's page: what the room sends, to be approved, hidden, merged or put back before or
//! after it shows.

use leptos::prelude::*;
use shared::ids::SlideId;
use shared::phase::Phase;

use crate::texts::desk::moderating::{self as say, ModeratingTexts};
use crate::texts::desk::room::RoomTexts;
use crate::views::desk::by_hand_link::to_entering;
use crate::views::desk::moderating::Moderating;
use crate::views::desk::questions_link::to_the_list;
use crate::views::desk::remote::live::RemoteLiveState;
use crate::views::desk::remote::{AskedQuestion, RemoteState, counts, held, status};

/// The whole page, as it changes.
#[component]
pub fn ModeratorPage(
    state: ArcRwSignal<RemoteState>,
    live: ArcRwSignal<RemoteLiveState>,
) -> impl IntoView {
    move || page(&state.read(), &live.read())
}

fn page(state: &RemoteState, live: &RemoteLiveState) -> AnyView {
    held(
        state,
        live,
        None,
        view! { {now(state, live)} {(!live.host.alive).then(|| again(state))} }.into_any(),
    )
}

fn now(state: &RemoteState, live: &RemoteLiveState) -> AnyView {
    let (room, words) = (
        RoomTexts::of(state.language),
        ModeratingTexts::of(state.language),
    );
    // When it is over the last question stays: what was missed can still be taken out of the
    // export.
    let Some(slide) = state.view.slide.as_ref() else {
        let questions = to_the_list(state.language, &state.room, &state.view);
        return view! { <h1>{room.not_begun}</h1><p>{words.nothing_to_do}</p> {questions} }
            .into_any();
    };
    let ended = state.view.phase == Phase::Ended;
    let moderating = Moderating {
        language: state.language,
        room: &state.room,
        view: &state.view,
        alive: live.host.alive,
        live: &live.moderation,
        back: match (&state.list, state.picked) {
            (Some(_), _) => "list",
            (None, true) => "question",
            (None, false) => "moderator",
        },
        limit: usize::MAX,
        list: state.list.as_ref(),
    };
    let list = moderating
        .list()
        .unwrap_or_else(|| view! { <p class="soft">{words.nothing_to_do}</p> }.into_any());
    view! {
        <div class="about">
            <p class="soft">{words.moderator}</p>
            {ended.then(|| view! { <p class="soft">{room.over}</p> })}
            {(!ended).then(|| status(state.language, &state.view, slide))}
            {state.picked.then(|| back(state))}
            {state.list.is_none().then(|| moderating.to_the_whole_list())}
            {to_the_list(state.language, &state.room, &state.view)}
            {to_entering(state.language, &state.room, &state.view, "moderator")}
        </div>
        <h1 dir="auto">{slide.prompt.clone()}</h1>
        {state.list.is_some().then(|| moderating.finder())}
        {state.list.is_none().then(|| moderating.suggested())}
        {list}
        {moderating.pages()}
        {(!ended).then(|| moderating.hold())}
        {(!ended).then(|| moderating.ahead())}
        {counts(state, &live.host)}
        {others(state, &slide.id)}
    }
    .into_any()
}

/// From a question that the stage has left to the one that it shows.
fn back(state: &RemoteState) -> AnyView {
    let (words, here) = (
        ModeratingTexts::of(state.language),
        format!("/rooms/{}/moderator", state.room),
    );
    view! { <p><a href=here>{words.to_the_stage}</a></p> }.into_any()
}

/// The other questions that were asked, and how much waits at each.
fn others(state: &RemoteState, here: &SlideId) -> Option<AnyView> {
    let one = |other: &AskedQuestion| {
        let waits = state.view.waits.iter();
        let waits = waits.filter(|held| held.question == other.id);
        let waits: Option<u64> = waits.map(|held| held.count).next();
        let waits = waits.map(|count| say::waits(state.language, count as usize));
        let href = format!("/rooms/{}/moderator?question={}", state.room, other.id);
        view! {
            <li>
                <a href=href><bdi>{other.prompt.clone()}</bdi></a>
                {waits.map(|waits| view! { " " <span class="state open">{waits}</span> })}
            </li>
        }
    };
    let others = state.questions.iter().filter(|other| other.id != *here);
    let others: Vec<_> = others.map(one).collect();
    (!others.is_empty()).then(|| {
        let heading = ModeratingTexts::of(state.language).other_questions;
        view! { <h2>{heading}</h2><ul role="list" class="others">{others}</ul> }.into_any()
    })
}

/// Without scripts the page does not follow the room by itself.
fn again(state: &RemoteState) -> AnyView {
    let here = format!("/rooms/{}/moderator", state.room);
    let here = if state.picked {
        let slide = state.view.slide.as_ref().map(|slide| slide.id.to_string());
        format!("{here}?question={}", slide.unwrap_or_default())
    } else {
        here
    };
    view! {
        <p class="actions">
            <a class="button quiet" href=here>{RoomTexts::of(state.language).reload}</a>
        </p>
    }
    .into_any()
}
