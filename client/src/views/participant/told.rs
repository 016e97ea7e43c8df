//! One's own answer in words.

use shared::protocol::Own;
use shared::protocol::view::Input;
use shared::question::Fields;

use crate::language::Language;
use crate::texts::phone::phone;
use crate::ui::tag::{Tag, tag};
use crate::views::participant::{choice, scale, spectrum, words};

/// What somebody answered, in words, a line for each thing that they gave by itself; nothing where there is no answer.
pub fn told(input: &Input, own: &Own, language: Language) -> String {
    let erased = phone(language).erased;
    match (input, &own.fields) {
        (Input::Open { .. }, _) => {
            let texts = own.added.iter().map(|added| added.text.as_deref().map_or_else(|| erased.to_owned(), one_line));
            texts.collect::<Vec<_>>().join("\n")
        }
        (_, Some(fields)) => typed(input, fields, language),
        (_, None) if own.erased => erased.to_owned(),
        (_, None) => String::new(),
    }
}

/// What was filled into a form, in words; nothing where it says nothing.
pub(super) fn typed(input: &Input, fields: &Fields, language: Language) -> String {
    match input {
        Input::Choice { options, .. } => choice::told(options, fields),
        Input::Words { .. } => words::told(fields),
        Input::Open { .. } => one_line(fields.first("text").unwrap_or_default()),
        Input::Scale { statements, .. } => scale::told(statements, fields, language),
        Input::Spectrum { left, right, .. } => spectrum::told(left, right, fields, language),
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The lines of an answer in words.
pub(super) fn lines(words: &str) -> Vec<Tag> {
    let line = |line: &str| tag("p").class("given").set("dir", "auto").child(line.to_owned());
    words.lines().map(line).collect()
}
