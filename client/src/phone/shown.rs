//! One's own among the results of a question, on a phone.

use shared::protocol::Own;
use shared::question::Fields;

use crate::phone::question_context::QuestionContext;
use crate::texts::phone::plurals;
use crate::ui::tag::{Child, tag, tags};

/// Words, or answers, that a phone lists; a stage shows more at once.
pub(crate) const LISTED: usize = 30;

/// What this person has stored in the round that the results are of.
pub(crate) fn own<'a>(context: &QuestionContext<'a>) -> Option<&'a Own> {
    context.own.filter(|own| {
        context
            .question
            .results_round
            .is_none_or(|round| round == own.round)
    })
}

/// The same of a whole answer, as the fields of a form.
pub(crate) fn given(context: &QuestionContext<'_>) -> Fields {
    own(context)
        .and_then(|own| own.fields.clone())
        .unwrap_or_default()
}

/// What stands at one's own answer, with its value where the place does not say it.
pub(crate) fn you(context: &QuestionContext<'_>, value: Option<&str>) -> Vec<Child> {
    tags![
        " ",
        tag("b")
            .class("mine")
            .child(plurals::you(context.language(), value))
    ]
}
