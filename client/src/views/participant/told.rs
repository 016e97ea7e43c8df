//! One's own answer in words, and as the fields of a form.

use serde_json::Value;
use shared::protocol::Own;
use shared::protocol::view::Input;
use shared::question::Fields;

use crate::kinds::{self, Collects};
use crate::language::Language;
use crate::texts::phone::phone;
use crate::ui::tag::{Tag, tag};

/// What somebody answered, in words, a line for each thing that they gave by itself; nothing where there is no answer.
pub fn told(input: &Input, own: &Own, language: Language) -> String {
    let erased = phone(language).erased;
    match (kinds::collects(input), &own.value) {
        (Collects::Texts, _) => {
            let texts = own.added.iter().map(|added| added.text.as_deref().map_or_else(|| erased.to_owned(), one_line));
            texts.collect::<Vec<_>>().join("\n")
        }
        (Collects::Answer, Some(value)) => typed(input, &fields(input, value), language),
        (Collects::Answer, None) if own.erased => erased.to_owned(),
        (Collects::Answer, None) => String::new(),
    }
}

/// What was filled into a form, in words; nothing where it says nothing.
pub(crate) fn typed(input: &Input, fields: &Fields, language: Language) -> String {
    kinds::told(input, fields, language)
}

/// The fields of a form that would store this value again.
pub fn fields(input: &Input, value: &Value) -> Fields {
    Fields(kinds::filled(input, value))
}

pub(crate) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The lines of an answer in words.
pub(crate) fn lines(words: &str) -> Vec<Tag> {
    let line = |line: &str| tag("p").class("given").set("dir", "auto").child(line.to_owned());
    words.lines().map(line).collect()
}
