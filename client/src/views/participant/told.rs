//! One's own answer in words, and as the fields of a form.

use serde_json::Value;
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
    match (input, &own.value) {
        (Input::Open { .. }, _) => {
            let texts = own.added.iter().map(|added| added.text.as_deref().map_or_else(|| erased.to_owned(), one_line));
            texts.collect::<Vec<_>>().join("\n")
        }
        (_, Some(value)) => typed(input, &fields(input, value), language),
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

/// The fields of a form that would store this value again.
pub fn fields(input: &Input, value: &Value) -> Fields {
    Fields(match input {
        Input::Choice { .. } => choice::filled(value),
        Input::Words { .. } => words::filled(value),
        Input::Scale { .. } => scale::filled(value),
        Input::Spectrum { .. } => spectrum::filled(value),
        Input::Open { .. } => Vec::new(),
    })
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The lines of an answer in words.
pub(super) fn lines(words: &str) -> Vec<Tag> {
    let line = |line: &str| tag("p").class("given").set("dir", "auto").child(line.to_owned());
    words.lines().map(line).collect()
}
