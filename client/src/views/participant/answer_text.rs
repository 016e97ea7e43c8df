//! One's own answer in words.

use shared::protocol::Own;
use shared::question::{Fields, Input};

use crate::kinds::{self, AnswerMode};
use crate::language::Language;
use crate::phone::own_answer::{self, one_line};
use crate::phone::question_context::QuestionContext;
use crate::texts::phone::phone;
use crate::ui::tag::Tag;

/// What somebody answered, in words, a line for each thing that they gave by itself; nothing where
/// there is no answer.
pub fn answer_text(input: &Input, own: &Own, language: Language) -> String {
    let erased = phone(language).erased;
    match (kinds::answer_mode(input), &own.fields) {
        (AnswerMode::Texts, _) => {
            let texts = own.added.iter().map(|added| {
                added
                    .text
                    .as_deref()
                    .map_or_else(|| erased.to_owned(), one_line)
            });
            texts.collect::<Vec<_>>().join("\n")
        }
        (AnswerMode::Answer, Some(fields)) => typed(input, fields, language),
        (AnswerMode::Answer, None) if own.erased => erased.to_owned(),
        (AnswerMode::Answer, None) => String::new(),
    }
}

/// What was filled into a form, in words; nothing where it says nothing.
fn typed(input: &Input, fields: &Fields, language: Language) -> String {
    kinds::answer_text(input, fields, language)
}

/// One's own stored answer in words, in a part of the page.
pub(super) fn given(context: &QuestionContext<'_>) -> Option<Tag> {
    let words = answer_text(&context.question.input, context.own?, context.language());
    own_answer::given(context, &words)
}

/// What was typed and came too late, in words.
pub(super) fn meant(context: &QuestionContext<'_>) -> Option<Tag> {
    let fields = context.typed.as_ref()?;
    own_answer::meant(
        context,
        &typed(&context.question.input, fields, context.language()),
    )
}
