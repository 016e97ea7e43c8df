//! One's own answer in a question's page: what is stored, and what was typed and not sent.

use crate::ui::tag::{Tag, tags};
use crate::views::participant::panel::panel;
use crate::views::participant::question_context::QuestionContext;
use crate::views::participant::{answer_text, form};

/// That what is filled in was not sent before the question closed, where no notice says what became
/// of it.
pub(crate) fn not_sent(context: &QuestionContext<'_>) -> Option<&'static str> {
    let unsaid = context.state.notice.is_none() && !context.question.open && !context.erased();
    (unsaid && context.typed.is_some() && !context.is_sending()).then_some(context.say().not_sent)
}

/// One's own stored answer in words.
pub(crate) fn given(context: &QuestionContext<'_>) -> Option<Tag> {
    let words = answer_text::answer_text(&context.question.input, context.own?, context.language());
    let saved = context.saved().then(|| form::saved(context));
    (!words.is_empty()).then(|| {
        panel(
            context.say().your_answer,
            tags![answer_text::lines(&words), saved],
        )
    })
}

/// What was typed and came too late: nobody should have to guess what was in it.
pub(crate) fn meant(context: &QuestionContext<'_>) -> Option<Tag> {
    let words = answer_text::typed(
        &context.question.input,
        context.typed.as_ref()?,
        context.language(),
    );
    (!words.is_empty()).then(|| panel(context.say().you_meant, tags![answer_text::lines(&words)]))
}
