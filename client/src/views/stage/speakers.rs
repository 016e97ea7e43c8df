//! The questions to the speakers on the projected page: what is being answered, large, and what
//! comes next. Nobody's name is shown.

use leptos::prelude::*;
use shared::protocol::view::{SlideView, StageQa, StageQuestion};

use super::StageState;
use super::footer::qr;
use super::head::{JoinBar, JoinBarProps};
use super::live::StageLiveState;
use crate::texts::charts::grouped;
use crate::texts::stage as say;

pub fn questions(
    state: &StageState,
    live: &StageLiveState,
    slide: &SlideView,
    qa: &StageQa,
) -> AnyView {
    let say = say::stage(state.language);
    let chosen = qa.chosen.as_ref().map(|chosen| answered_now(state, chosen));
    let heading = (chosen.is_some() && !qa.next.is_empty()).then(|| {
        view! { <h2>{say.next}</h2> }
    });
    let empty = (chosen.is_none() && qa.next.is_empty() && qa.open).then(|| {
        view! { <p class="qa-empty">{say.qa_empty}</p> }
    });
    let next: Vec<_> = qa.next.iter().map(|next| line(state, next)).collect();
    let list = (!next.is_empty()).then(|| view! { <ol>{next}</ol> });
    view! {
        {JoinBar(JoinBarProps { state: state.clone() })}
        <main class="speakers">
            <h1 dir="auto">{slide.prompt.clone()}</h1>
            {chosen}
            {empty}
            <section class="qa-next">{heading} {list}</section>
        </main>
        <footer class="foot">
            <div class="said"><p class="tally">{tally(state, qa)}</p></div>
            {qr(state, live.qr_hidden)}
        </footer>
    }
    .into_any()
}

/// One that becomes another is announced once; its votes are not.
fn answered_now(state: &StageState, chosen: &StageQuestion) -> AnyView {
    let say = say::stage(state.language);
    let class = match chosen.text.chars().count() {
        ..=90 => "qa-text",
        91..=150 => "qa-text long",
        151..=220 => "qa-text longer",
        _ => "qa-text longest",
    };
    view! {
        <section class="qa-chosen">
            <p class=class dir="auto" aria-live="polite">{chosen.text.clone()}</p>
            <p class="qa-votes">{votes(state, chosen)} <span>{say.qa_now}</span></p>
        </section>
    }
    .into_any()
}

fn line(state: &StageState, next: &StageQuestion) -> AnyView {
    view! {
        <li>
            {votes(state, next)}
            <span class="qa-line" dir="auto">{next.text.clone()}</span>
        </li>
    }
    .into_any()
}

fn votes(state: &StageState, question: &StageQuestion) -> AnyView {
    let said = say::qa_votes(state.language, question.votes);
    let count = grouped(state.language, question.votes);
    view! {
        <b class="qa-count" aria-hidden="true"><i class="sign"></i> {count}</b>
        <span class="visually-hidden">{said}</span>
    }
    .into_any()
}

fn tally(state: &StageState, qa: &StageQa) -> AnyView {
    let rest = if qa.open {
        say::qa_total_open(state.language, qa.total)
    } else {
        say::qa_total(state.language, qa.total)
    };
    view! { <b>{grouped(state.language, qa.total)}</b> " " {rest} }.into_any()
}
