//! Below the figure: what it says in words, how many took part, and the QR code.

use leptos::prelude::*;
use shared::phase::Phase;
use shared::protocol::view::{QuestionView, SlideView};
use shared::question::Results;

use super::StageState;
use super::figure_data::said;
use super::live::StageLiveState;
use super::pages::TurnedPage;
use crate::kinds;
use crate::texts::charts::grouped;
use crate::texts::stage as say;

/// The foot of a question.
pub fn foot(
    state: &StageState,
    live: &StageLiveState,
    slide: &SlideView,
    question: &QuestionView,
    turned: TurnedPage,
) -> AnyView {
    let said = said(state, slide, question)
        .map(|sentence| view! { <p class="sentence" dir="auto">{parts(&sentence)}</p> });
    let pages = pages(state, question, turned);
    view! {
        <footer class="foot">
            <div class="said">{said}<p class="tally">{tally(state, question)}</p></div>
            {pages}
            {qr(state, live.qr_hidden)}
        </footer>
    }
    .into_any()
}

/// What a dot in the middle of a line joins, each by itself: where there is no room for both on one
/// line, it breaks there.
fn parts(sentence: &str) -> Vec<AnyView> {
    let parts: Vec<&str> = sentence.split_inclusive(" · ").collect();
    match parts.as_slice() {
        [only] => vec![(*only).to_owned().into_any()],
        parts => parts
            .iter()
            .map(|part| {
                let (part, blank) = part
                    .strip_suffix(' ')
                    .map_or((*part, ""), |part| (part, " "));
                view! { <span class="part">{part.to_owned()}</span> {blank} }.into_any()
            })
            .collect(),
    }
}

fn tally(state: &StageState, question: &QuestionView) -> AnyView {
    let (language, people) = (state.language, state.view.participants);
    let results = question.results.as_ref();
    let (figure, rest) = results
        .and_then(|results| kinds::votes(language, results, question.voting))
        .unwrap_or_else(|| {
            // How many answered is no result: whoever leads closes the question by it.
            let voters = results.map_or(question.voters.unwrap_or_default(), Results::voters);
            let of_people = || kinds::of_people(language, &question.input, voters, people);
            let of_groups = question
                .groups
                .map(|groups| say::of_groups(language, groups));
            (voters, of_groups.unwrap_or_else(of_people))
        });
    view! { <b>{grouped(language, figure)}</b> " " {rest} }.into_any()
}

/// Which page shows, and whether there are older answers that no page has.
fn pages(state: &StageState, question: &QuestionView, turned: TurnedPage) -> Option<AnyView> {
    let page =
        (turned.pages > 1).then(|| say::page_of(state.language, turned.page + 1, turned.pages));
    let results = question.results.as_ref();
    let newest = results.and_then(|results| kinds::left_out(state.language, results, turned.pages));
    (page.is_some() || newest.is_some()).then(|| {
        let newest = newest.map(|newest| view! { <br /> {newest} });
        view! { <p class="pages">{page} {newest}</p> }.into_any()
    })
}

/// How many take part, or took part.
pub fn people(state: &StageState) -> AnyView {
    let people = state.view.participants;
    let words = if state.view.has_ended() {
        say::took_part(state.language, people)
    } else {
        say::joined(state.language, people)
    };
    let finished = finished(state).map(|finished| view! { " · " {finished} });
    view! { <b>{grouped(state.language, people)}</b> " " {words} {finished} }.into_any()
}

/// How many have gone through the deck, where people do so by themselves.
pub fn finished(state: &StageState) -> Option<AnyView> {
    let (view, language) = (&state.view, state.language);
    let finished = view.finished.filter(|_| view.phase != Phase::Ready)?;
    let words = say::stage(language).finished;
    Some(view! { <b>{grouped(language, finished)}</b> " " {words} }.into_any())
}

/// The QR code of the join address, while there is something to join.
pub fn qr(state: &StageState, hidden: bool) -> Option<AnyView> {
    if !state.view.can_be_joined() {
        return None;
    }
    let label = say::qr_label(
        state.language,
        &format!("{}/{}", state.address, state.code.digits()),
    );
    let svg = state.qr_svg.clone();
    Some(
        view! { <div class="qr" hidden=hidden role="img" aria-label=label inner_html=svg></div> }
            .into_any(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_breaks_between_its_parts() {
        for (sentence, html) in [
            ("96 kiezen meer voor ‘hond’", "96 kiezen meer voor ‘hond’"),
            (
                "Gemiddeld schoven we 10 punten naar ‘hond’ · elke lijn is één deelnemer",
                "<span class=\"part\">Gemiddeld schoven we 10 punten naar ‘hond’ ·</span> <span class=\"part\">elke lijn is één deelnemer</span>",
            ),
            (
                "a · b · c",
                "<span class=\"part\">a ·</span> <span class=\"part\">b ·</span> <span class=\"part\">c</span>",
            ),
        ] {
            let rendered: String = parts(sentence)
                .into_iter()
                .map(|part| part.to_html())
                .collect();
            assert_eq!(rendered.replace("<!>", "").trim_end(), html, "{sentence}");
        }
    }
}
