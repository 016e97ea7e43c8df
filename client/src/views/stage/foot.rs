//! Below the figure: what it says in words, how many took part, and the QR code.

use leptos::prelude::*;
use shared::protocol::view::{Input, QuestionView};
use shared::question::Results;
use shared::question::open::OpenLayout;

use super::{StageState, sentence};
use crate::charts::wall;
use crate::texts::charts::grouped;
use crate::texts::stage as say;

/// The foot of a question.
#[component]
pub fn Foot(state: StageState, question: QuestionView) -> impl IntoView {
    let said =
        sentence(state.language, &question).map(|sentence| view! { <p class="sentence" dir="auto">{sentence}</p> });
    let pages = pages(&state, &question).map(|pages| view! { <p class="pages">{pages}</p> });
    view! {
        <footer class="foot">
            <div class="said">{said}<p class="tally">{tally(&state, &question)}</p></div>
            {pages}
            {qr(&state)}
        </footer>
    }
}

fn tally(state: &StageState, question: &QuestionView) -> AnyView {
    let (language, people) = (state.language, state.view.participants);
    let (figure, rest) = match &question.results {
        None => return self::people(state),
        Some(Results::Open(open)) if question.voting || open.votes > 0 => {
            (open.votes, say::votes_on(language, open.votes, open.total))
        }
        Some(results) => {
            let wrote = matches!(results, Results::Open(_));
            (results.voters(), say::of_people(language, results.voters(), people, wrote))
        }
    };
    view! { <b>{grouped(language, figure)}</b> " " {rest} }.into_any()
}

fn pages(state: &StageState, question: &QuestionView) -> Option<String> {
    let (Some(Results::Open(open)), Input::Open { votes, layout, .. }) = (&question.results, &question.input) else {
        return None;
    };
    let (shown, total) = wall::shown(open, *votes, *layout == OpenLayout::One);
    (total > shown as u64).then(|| say::shown_of(state.language, shown, total))
}

/// How many take part.
pub fn people(state: &StageState) -> AnyView {
    let people = state.view.participants;
    view! { <b>{grouped(state.language, people)}</b> " " {say::joined(state.language, people)} }.into_any()
}

/// The QR code of the join address.
pub fn qr(state: &StageState) -> AnyView {
    let label = say::qr_label(state.language, &format!("{}/{}", state.address, state.code.digits()));
    let svg = state.qr_svg.clone();
    view! { <div class="qr" role="img" aria-label=label inner_html=svg></div> }.into_any()
}
