//! A question on the stage: its prompt, its figure, and what it says in words.

use leptos::prelude::*;
use shared::protocol::view::{QuestionView, SlideView};
use shared::question::Results;

use super::backstage::backstage;
use super::foot::foot;
use super::head::{JoinBar, JoinBarProps};
use super::live::Live;
use super::pages::Turned;
use super::{StageState, time};
use crate::charts::heading::{LARGE, MIDDLE};
use crate::charts::{self, Heading, Told, hidden};
use crate::texts::charts::{described, moved_sentence, nothing_yet, per_dot};
use crate::texts::desk::counted;
use crate::texts::stage as say;

/// The page of a question, with that page of its figure.
pub fn asked(state: &StageState, live: &Live, slide: &SlideView, question: &QuestionView, turned: Turned) -> AnyView {
    let class = match slide.prompt.chars().count() {
        0..=LARGE => "prompt",
        n if n <= MIDDLE => "prompt prompt-long",
        _ => "prompt prompt-longer",
    };
    let body = (!slide.body.is_empty())
        .then(|| view! { <div class="description" dir="auto" inner_html=slide.body.clone()></div> });
    view! {
        {JoinBar(JoinBarProps { state: state.clone() })}
        <main class="asked">
            <div class="question">{clock(state, live, question)}{earlier(state, question)}<h1 class=class dir="auto">{slide.prompt.clone()}</h1>{body}</div>
            {figure(state, live, slide, question, turned)}
        </main>
        {backstage(state, live)}
        {foot(state, live, slide, question, turned)}
    }
    .into_any()
}

fn figure(state: &StageState, live: &Live, slide: &SlideView, question: &QuestionView, turned: Turned) -> AnyView {
    match state.told(slide, question) {
        Some(told) => {
            let alone = live.enlarged().and_then(|name| charts::wall::enlarged(&told, name));
            alone.unwrap_or_else(|| charts::figure(slide.id.to_string(), told, turned.page, live.pointed()))
        }
        None => {
            let nothing = hidden::nothing(&question.input);
            hidden::frame(slide.id.to_string(), state.telling(slide, question, &nothing), turned.page)
        }
    }
}

impl StageState {
    /// What there is to tell of a question, where this page may tell it.
    pub fn told<'a>(&'a self, slide: &'a SlideView, question: &'a QuestionView) -> Option<Told<'a>> {
        Some(self.telling(slide, question, question.results.as_ref()?))
    }

    fn telling<'a>(&'a self, slide: &'a SlideView, question: &'a QuestionView, results: &'a Results) -> Told<'a> {
        Told {
            heading: Heading { prompt: &slide.prompt, body: &slide.body },
            input: &question.input,
            rules: question.rules,
            results,
            cloud: question.cloud.as_deref(),
            compared: self.view.compared.as_ref(),
            language: self.language,
            open: question.open,
        }
    }

    /// How many pages the figure has, and which shows first; while results are hidden, those of what can be chosen.
    pub fn pages_of(&self, slide: &SlideView, question: &QuestionView) -> (usize, usize) {
        match self.told(slide, question) {
            Some(told) => told.pages(),
            None => self.telling(slide, question, &hidden::nothing(&question.input)).pages(),
        }
    }
}

/// The countdown, while there is any left.
fn clock(state: &StageState, live: &Live, question: &QuestionView) -> Option<AnyView> {
    let ends = question.countdown_ends.filter(|_| question.open)?;
    let left = time::countdown(ends, live.now.unwrap_or(state.now))?;
    let label = say::stage(state.language).time_left;
    Some(view! { <p class="clock" role="timer" aria-label=label>{left}</p> }.into_any())
}

/// Which round the figure shows, where it is not the one under way.
fn earlier(state: &StageState, question: &QuestionView) -> Option<AnyView> {
    let round = counted::round(state.language, question.results_round?);
    Some(view! { <p class="earlier">{round}</p> }.into_any())
}

/// What is said under a figure, or under what stands there while results are hidden.
pub fn said(state: &StageState, slide: &SlideView, question: &QuestionView) -> Option<String> {
    let say = say::stage(state.language);
    match state.told(slide, question) {
        Some(told) => sentence(&told, question),
        None if question.voting && question.open => Some(say.voting.to_owned()),
        None => (!hidden::says_so(&question.input)).then(|| say.hidden.to_owned()),
    }
}

/// The sentence under a figure, if there is more to say than the figure does.
fn sentence(told: &Told<'_>, question: &QuestionView) -> Option<String> {
    let (language, results) = (told.language, told.results);
    let say = say::stage(language);
    if question.voting && question.open {
        return Some(say.voting.to_owned());
    }
    let moved = told.compared.and_then(|compared| moved_sentence(language, told.input, compared, results));
    let shown = match results {
        // These say so in the figure's place.
        Results::Words(_) | Results::Open(_) if results.voters() == 0 => None,
        results if results.voters() == 0 => Some(nothing_yet(language).to_owned()),
        Results::Spectrum(_) => Some(described(language, told.input, results).trim_end_matches('.').to_owned()),
        Results::Words(words) => {
            (words.distinct > 1).then(|| say::words_sentence(language, words.given, words.distinct))
        }
        Results::Scale(scale) => say::means::sentence(language, scale),
        _ => told.votes_per_dot().map(|votes| per_dot(language, votes)),
    };
    moved.or(shown).or_else(|| (!question.open).then(|| say.closed.to_owned()))
}
