//! What a stage may tell of a question: its figure's data, and the sentence under it.

use shared::protocol::view::{QuestionView, SlideView};
use shared::question::Results;

use super::{StageState, split};
use crate::charts::Heading;
use crate::kinds::figure_context::FigureContext;
use crate::kinds::{self, KindFigure};
use crate::texts::stage as say;

impl StageState {
    /// What there is to tell of a question, where this page may tell it.
    pub fn figure_context<'a>(
        &'a self,
        slide: &'a SlideView,
        question: &'a QuestionView,
    ) -> Option<FigureContext<'a>> {
        Some(self.telling(slide, question, question.results.as_ref()?))
    }

    pub(super) fn telling<'a>(
        &'a self,
        slide: &'a SlideView,
        question: &'a QuestionView,
        results: &'a Results,
    ) -> FigureContext<'a> {
        let figure = KindFigure::of(&question.input, results);
        let figure = match &self.view.compared {
            Some(earlier) => figure.against(earlier),
            None => figure,
        };
        FigureContext {
            heading: Heading {
                prompt: &slide.prompt,
                body: &slide.body,
            },
            figure,
            rules: question.rules,
            cloud: question.cloud.as_deref(),
            language: self.language,
            open: question.open,
        }
    }

    /// How many pages the figure has, and which shows first; while results are hidden, those of
    /// what can be chosen.
    pub fn pages_of(&self, slide: &SlideView, question: &QuestionView) -> (usize, usize) {
        match self.figure_context(slide, question) {
            Some(_)
                if question
                    .split
                    .as_ref()
                    .is_some_and(|split| !split.groups.is_empty()) =>
            {
                (1, 0)
            }
            Some(context) => kinds::pages(&context),
            None => kinds::pages(&self.telling(slide, question, &kinds::nothing(&question.input))),
        }
    }
}

/// What is said under a figure, or under what stands there while results are hidden.
pub fn said(state: &StageState, slide: &SlideView, question: &QuestionView) -> Option<String> {
    let say = say::stage(state.language);
    match state.figure_context(slide, question) {
        Some(context) => {
            split::said(state.language, question).or_else(|| sentence(&context, question))
        }
        None if question.voting && question.open => Some(say.voting.to_owned()),
        None => (!kinds::says_hidden(&question.input)).then(|| say.hidden.to_owned()),
    }
}

/// The sentence under a figure, if there is more to say than the figure does.
fn sentence(context: &FigureContext<'_>, question: &QuestionView) -> Option<String> {
    let say = say::stage(context.language);
    if question.voting && question.open {
        return Some(say.voting.to_owned());
    }
    kinds::moved_sentence(context.language, &context.figure)
        .or_else(|| kinds::under(context))
        .or_else(|| (!question.open).then(|| say.closed.to_owned()))
}
