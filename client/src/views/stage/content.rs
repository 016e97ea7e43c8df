//! Slides that ask nothing: text, a break, the end, and what this version can't play.

use leptos::prelude::*;
use shared::protocol::view::SlideView;

use super::StageState;
use super::backstage::backstage;
use super::foot::{people, qr};
use super::head::{JoinBar, JoinBarProps};
use crate::language::Language;
use crate::texts::stage as say;

/// A slide of text.
pub fn slide(state: &StageState, slide: &SlideView) -> AnyView {
    let tables = slide.body.matches("<table").count();
    let class = match (tables, slide.body.len()) {
        (1, _) => "slide with-table",
        (_, 900..) => "slide slide-long",
        _ => "slide",
    };
    // The rules for slides speak of what lies directly in them, so heading and body go in together.
    let heading = if slide.prompt.is_empty() {
        String::new()
    } else {
        format!("<h1 dir=\"auto\">{}</h1>", escaped(&slide.prompt))
    };
    framed(state, view! { <main class=class inner_html=format!("{heading}{}", slide.body)></main> }.into_any())
}

fn framed(state: &StageState, main: AnyView) -> AnyView {
    view! {
        {JoinBar(JoinBarProps { state: state.clone() })}
        {main}
        {backstage(state)}
        <footer class="foot">
            <p class="said present">{people(state)}</p>
            {qr(state)}
        </footer>
    }
    .into_any()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

/// A break, with its length or its end.
pub fn pause(state: &StageState, slide: &SlideView, minutes: Option<u32>, until: Option<&str>) -> AnyView {
    let say = say::stage(state.language);
    let heading = if slide.prompt.is_empty() { say.pause.to_owned() } else { slide.prompt.clone() };
    let (lead, big) = match (until, minutes) {
        (Some(until), _) => {
            (Some(say.until), Some(until.replace(':', if state.language == Language::Nl { "." } else { ":" })))
        }
        (None, Some(minutes)) => (Some(say.pause_of), Some(say::minutes(state.language, minutes))),
        _ => (None, None),
    };
    let main = view! {
        <main class="pause">
            <h1 dir="auto">{heading}</h1>
            {lead.map(|lead| view! { <p>{lead}</p> })}
            {big.map(|big| view! { <p class="big">{big}</p> })}
        </main>
    };
    framed(state, main.into_any())
}

/// When all is over.
pub fn ended(state: &StageState) -> AnyView {
    let say = say::stage(state.language);
    framed(state, view! { <main class="pause"><h1>{say.thanks}</h1><p>{say.ended}</p></main> }.into_any())
}

/// A slide that this version can't play: its prompt and that.
pub fn later(state: &StageState, slide: &SlideView) -> AnyView {
    let say = say::stage(state.language);
    let sentence = if slide.kind == "leaderboard" { say.later_slide } else { say.later };
    framed(
        state,
        view! { <main class="slide"><h1 dir="auto">{slide.prompt.clone()}</h1><p>{sentence}</p></main> }.into_any(),
    )
}
