//! Between questions: what a phone shows while there is nothing to answer. Never an empty page.

use leptos::prelude::*;
use shared::protocol::view::{PartView, SlideView};

use crate::texts::phone::{Phone, counted, phone};
use crate::views::participant::{ParticipantState, told};

/// Before the first slide.
pub(super) fn ready(state: &ParticipantState) -> AnyView {
    let say = phone(state.language);
    view! {
        <div class="question">
            <h1>{say.ready}</h1>
            <p class="lead">{say.ready_lead}</p>
        </div>
        <p class="hint">{say.promise}</p>
    }
    .into_any()
}

/// After the last one.
pub(super) fn ended(state: &ParticipantState) -> AnyView {
    let say = phone(state.language);
    let answers = given(state, say.you_gave);
    let lead = if answers.is_some() { say.ended_lead } else { say.ended_without };
    view! {
        <div class="question">
            <h1>{say.ended}</h1>
            <p class="lead">{lead}</p>
        </div>
        {answers}
    }
    .into_any()
}

/// A slide that asks nothing, and below it what one answered so far.
pub(super) fn slide(state: &ParticipantState, slide: &SlideView) -> AnyView {
    let say = phone(state.language);
    let shown = match &slide.part {
        PartView::Instructions => instructions(state, slide),
        PartView::Break { minutes, until, .. } => pause(state, slide, *minutes, until.as_deref()),
        PartView::Later => later(state, slide),
        _ if is_empty(slide) => waiting(state),
        _ => content(state, slide),
    };
    view! { {shown} {given(state, say.you_answered)} }.into_any()
}

/// A slide's heading, or what stands for it where it has none.
pub(super) fn heading<'a>(slide: &'a SlideView, say: &'static Phone) -> &'a str {
    match (slide.prompt.as_str(), &slide.part) {
        ("", PartView::Instructions) => say.join,
        ("", PartView::Break { .. }) => say.pause,
        ("", _) => say.waiting,
        (prompt, _) => prompt,
    }
}

fn is_empty(slide: &SlideView) -> bool {
    slide.prompt.trim().is_empty() && slide.body.trim().is_empty()
}

fn title(state: &ParticipantState, slide: &SlideView) -> AnyView {
    let heading = heading(slide, phone(state.language)).to_owned();
    view! { <h1 dir="auto" lang=state.deck_language()>{heading}</h1> }.into_any()
}

fn body(state: &ParticipantState, slide: &SlideView) -> Option<AnyView> {
    let html = Some(slide.body.clone()).filter(|body| !body.trim().is_empty())?;
    Some(view! { <div class="content" dir="auto" lang=state.deck_language() inner_html=html></div> }.into_any())
}

fn content(state: &ParticipantState, slide: &SlideView) -> AnyView {
    let say = phone(state.language);
    // A slide without a heading still needs one that screen readers can go to.
    let heading = match slide.prompt.as_str() {
        "" => view! { <h1 class="visually-hidden">{say.waiting}</h1> }.into_any(),
        _ => title(state, slide),
    };
    view! {
        <article class="content">{heading} {body(state, slide)}</article>
        <p class="hint">{say.follows}</p>
    }
    .into_any()
}

fn waiting(state: &ParticipantState) -> AnyView {
    let say = phone(state.language);
    view! {
        <div class="question">
            <h1>{say.waiting}</h1>
            <p class="lead">{say.waiting_lead}</p>
        </div>
    }
    .into_any()
}

fn instructions(state: &ParticipantState, slide: &SlideView) -> AnyView {
    let say = phone(state.language);
    view! {
        <div class="question">
            {title(state, slide)}
            <p class="lead">{say.you_are_in}</p>
        </div>
        <p class="big">{state.code.to_string()}</p>
        <p class="description">{say.at_address}<b><bdi>{state.address.clone()}</bdi></b></p>
        {body(state, slide)}
    }
    .into_any()
}

fn pause(state: &ParticipantState, slide: &SlideView, minutes: Option<u32>, until: Option<&str>) -> AnyView {
    let say = phone(state.language);
    let language = state.language;
    let (lead, big) = match (until, minutes) {
        (Some(until), _) => (say.pause_until, Some(counted::clock(language, until))),
        (None, Some(minutes)) => (say.pause_lasts, Some(counted::minutes(language, minutes))),
        (None, None) => (say.pause_open, None),
    };
    let big = big.map(|big| view! { <p class="big">{big}</p> });
    view! {
        <div class="question">
            {title(state, slide)}
            <p class="lead">{lead}</p>
        </div>
        {big} {body(state, slide)}
        <p class="description">{say.leave_open}</p>
    }
    .into_any()
}

fn later(state: &ParticipantState, slide: &SlideView) -> AnyView {
    let say = phone(state.language);
    view! {
        <div class="question">{title(state, slide)}</div>
        {body(state, slide)}
        <p class="notice plain" data-code="not_playable">{say.not_playable}</p>
    }
    .into_any()
}

/// What this person answered to the questions that were asked.
fn given(state: &ParticipantState, heading: &'static str) -> Option<AnyView> {
    let tell = |asked: &shared::protocol::view::Asked| {
        let words = told::told(&asked.input, state.own.get(&asked.id)?, state.language);
        let prompt = asked.prompt.clone();
        let lines = words.lines().map(|line| view! { <dd dir="auto">{line.to_owned()}</dd> });
        let lines: Vec<_> = lines.collect();
        (!words.is_empty()).then(|| view! { <dt dir="auto">{prompt}</dt> {lines} }.into_any())
    };
    let rows: Vec<AnyView> = state.view.asked.iter().filter_map(tell).collect();
    let panel = |rows: Vec<AnyView>| {
        view! {
            <section class="panel">
                <h2>{heading}</h2>
                <dl class="given-list">{rows}</dl>
            </section>
        }
    };
    Some(rows).filter(|rows| !rows.is_empty()).map(panel).map(IntoAny::into_any)
}
