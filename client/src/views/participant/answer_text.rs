//! One's own answer in words.

use shared::protocol::Own;
use shared::protocol::view::Input;
use shared::question::Fields;

use crate::kinds::{self, AnswerMode};
use crate::language::Language;
use crate::texts::phone::phone;
use crate::ui::tag::{Tag, tag};

/// What somebody answered, in words, a line for each thing that they gave by itself; nothing where
/// there is no answer.
pub fn answer_text(input: &Input, own: &Own, language: Language) -> String {
    let erased = phone(language).erased;
    match (kinds::collects(input), &own.fields) {
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
pub(crate) fn typed(input: &Input, fields: &Fields, language: Language) -> String {
    kinds::answer_text(input, fields, language)
}

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
