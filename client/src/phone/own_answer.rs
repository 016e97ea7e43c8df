//! One's own answer in a question's page: what is stored, and what was typed and not sent.

use crate::phone::form;
use crate::phone::panel::panel;
use crate::phone::question_context::QuestionContext;
use crate::ui::tag::{Tag, tag, tags};

/// That what is filled in was not sent before the question closed, where no notice says what became
/// of it.
pub(crate) fn not_sent(context: &QuestionContext<'_>) -> Option<&'static str> {
    let unsaid = context.state.notice.is_none() && !context.question.open && !context.erased();
    (unsaid && context.typed.is_some() && !context.is_sending()).then_some(context.say().not_sent)
}

/// One's own stored answer, in these words.
pub(crate) fn given(context: &QuestionContext<'_>, words: &str) -> Option<Tag> {
    let saved = context.saved().then(|| form::saved(context));
    (!words.is_empty()).then(|| panel(context.say().your_answer, tags![lines(words), saved]))
}

/// What was typed and came too late, in these words: nobody should have to guess what was in it.
pub(crate) fn meant(context: &QuestionContext<'_>, words: &str) -> Option<Tag> {
    (!words.is_empty()).then(|| panel(context.say().you_meant, tags![lines(words)]))
}

/// A text on one line.
pub(crate) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The lines of an answer in words.
pub(crate) fn lines(words: &str) -> Vec<Tag> {
    let line = |line: &str| {
        tag("p")
            .class("given")
            .set("dir", "auto")
            .child(line.to_owned())
    };
    words.lines().map(line).collect()
}
