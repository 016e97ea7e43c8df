//! What a stage may tell of a question: its figure's data, and the sentence under it.

use shared::protocol::view::{QuestionView, SlideView};
use shared::question::Results;

use super::StageState;
use crate::charts::{Heading, Told, hidden};
use crate::texts::charts::{described, moved_sentence, nothing_yet, per_dot};
use crate::texts::stage as say;

impl StageState {
    /// What there is to tell of a question, where this page may tell it.
    pub fn told<'a>(&'a self, slide: &'a SlideView, question: &'a QuestionView) -> Option<Told<'a>> {
        Some(self.telling(slide, question, question.results.as_ref()?))
    }

    pub(super) fn telling<'a>(
        &'a self,
        slide: &'a SlideView,
        question: &'a QuestionView,
        results: &'a Results,
    ) -> Told<'a> {
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
