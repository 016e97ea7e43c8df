//! A question on the stage: its prompt, its figure, and what it says in words.

use leptos::prelude::*;
use shared::protocol::view::{QuestionView, SlideView};

use super::footer::foot;
use super::head::{JoinBar, JoinBarProps};
use super::live::StageLiveState;
use super::pages::TurnedPage;
use super::{StageState, split, time};
use crate::charts::heading::{LARGE, MIDDLE};
use crate::kinds;
use crate::texts::desk::plurals;
use crate::texts::stage as say;

/// The page of a question, with that page of its figure.
pub fn asked(
    state: &StageState,
    live: &StageLiveState,
    slide: &SlideView,
    question: &QuestionView,
    turned: TurnedPage,
) -> AnyView {
    let class = match slide.prompt.chars().count() {
        0..=LARGE => "prompt",
        n if n <= MIDDLE => "prompt prompt-long",
        _ => "prompt prompt-longer",
    };
    let body = (!slide.body.is_empty()).then(
        || view! { <div class="description" dir="auto" inner_html=slide.body.clone()></div> },
    );
    view! {
        {JoinBar(JoinBarProps { state: state.clone() })}
        <main class="asked">
            <div class="question">
                {clock(state, live, question)}
                {earlier(state, question)}
                <h1 class=class dir="auto">{slide.prompt.clone()}</h1>
                {body}
            </div>
            {figure(state, live, slide, question, turned)}
        </main>
        {foot(state, live, slide, question, turned)}
    }
    .into_any()
}

fn figure(
    state: &StageState,
    live: &StageLiveState,
    slide: &SlideView,
    question: &QuestionView,
    turned: TurnedPage,
) -> AnyView {
    if let Some(split) = split::figure(state, slide, question) {
        return split;
    }
    match state.figure_context(slide, question) {
        Some(context) => {
            let alone = live
                .enlarged()
                .and_then(|name| kinds::enlarged(&context, name));
            alone.unwrap_or_else(|| {
                kinds::figure(&context, slide.id.to_string(), turned.page, live.pointed())
            })
        }
        None => {
            let nothing = kinds::nothing(&question.input);
            kinds::hidden(
                &state.telling(slide, question, &nothing),
                slide.id.to_string(),
                turned.page,
            )
        }
    }
}

/// The countdown, while there is any left.
fn clock(state: &StageState, live: &StageLiveState, question: &QuestionView) -> Option<AnyView> {
    let ends = question.countdown_ends.filter(|_| question.open)?;
    let left = time::countdown(ends, live.host.now.unwrap_or(state.now))?;
    let label = say::stage(state.language).time_left;
    Some(view! { <p class="clock" role="timer" aria-label=label>{left}</p> }.into_any())
}

/// Which round the figure shows, where it is not the one under way.
fn earlier(state: &StageState, question: &QuestionView) -> Option<AnyView> {
    let round = plurals::round(state.language, question.results_round?);
    Some(view! { <p class="earlier">{round}</p> }.into_any())
}
