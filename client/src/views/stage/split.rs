//! A question on the stage by groups.

use leptos::prelude::*;
use shared::protocol::view::{QuestionView, SlideView};

use super::StageState;
use crate::charts::Heading;
use crate::language::Language;
use crate::results::split_figure::SplitFigure;

fn of(language: Language, question: &QuestionView) -> Option<SplitFigure<'_>> {
    Some(SplitFigure {
        language,
        input: &question.input,
        split: question.split.as_deref()?,
    })
}

/// The figure, where the question is split and there are people enough to be divided.
pub fn figure(state: &StageState, slide: &SlideView, question: &QuestionView) -> Option<AnyView> {
    let heading = Heading {
        prompt: &slide.prompt,
        body: &slide.body,
    };
    of(state.language, question)?.view(slide.id.to_string(), heading)
}

/// What stands under the figure, once somebody answered.
pub fn said(language: Language, question: &QuestionView) -> Option<String> {
    let figure = of(language, question)?;
    let voters = question.results.as_ref()?.voters();
    (voters > 0).then(|| figure.said())
}
