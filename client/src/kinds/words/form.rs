//! `words` on a phone: a field per entry.

use shared::question::Fields;
use shared::question::words::WordsInput;
use shared::question::words::form_fields::{ENTRY, entries};
use shared::refusal::Refusal;

use crate::browser::characters;
use crate::model::doubt::Doubt;
use crate::phone::PhoneNotice;
use crate::phone::character_counter::short;
use crate::phone::form::AnswerForm;
use crate::phone::question_context::{NoticePosition, QuestionContext};
use crate::texts::phone::plurals;
use crate::ui::bidi::listed;
use crate::ui::tag::{IntoChildren, Tag, tag, tags};

pub fn form(context: &QuestionContext<'_>, input: &WordsInput) -> AnswerForm {
    AnswerForm::Whole(tags![fields(context, input)])
}

/// How many entries, and how long each may be.
pub fn hint(context: &QuestionContext<'_>, input: &WordsInput) -> String {
    plurals::words(context.language(), input.entries, input.length)
}

fn fields(context: &QuestionContext<'_>, input: &WordsInput) -> Tag {
    let (most, length) = (input.entries, input.length);
    let typed: Vec<&str> = entries(&context.filled).collect();
    let mut rows = Vec::new();
    for number in 1..=most as usize {
        let typed = typed.get(number - 1).copied().unwrap_or_default();
        field(context, number, most, length, typed).put_into(&mut rows);
        context
            .notice(NoticePosition::Entry(number))
            .put_into(&mut rows);
    }
    tag("div").class("fields").child(rows)
}

fn field(context: &QuestionContext<'_>, number: usize, of: u32, length: u32, typed: &str) -> Tag {
    let language = context.language();
    let id = format!("entry-{number}");
    let name = if of == 1 {
        context.say().your_words.to_owned()
    } else {
        plurals::word(language, number, of)
    };
    let placeholder = (of > 1).then(|| plurals::ordinal(language, number));
    let too_long = characters::count(typed.trim(), context.question.rules) > length as usize;
    let label = tag("label")
        .class("visually-hidden")
        .set("for", id.clone())
        .child(name);
    let input = tag("input")
        .class("field")
        .id(id)
        .set("name", ENTRY)
        .set("type", "text")
        .set("dir", "auto")
        .set("autocomplete", "off")
        .set(
            "enterkeyhint",
            if number < of as usize { "next" } else { "send" },
        )
        .set("aria-describedby", "hint")
        .maybe("aria-invalid", too_long.then_some("true"))
        .maybe("placeholder", placeholder)
        .set("value", typed.to_owned());
    let left = context
        .state
        .live
        .is_some()
        .then(|| short((length as usize, context.question.rules), typed));
    tag("div").class("entry").child(tags![label, input, left])
}

/// Where it stands what is to be said of the form.
pub fn notice_position(
    context: &QuestionContext<'_>,
    notice: &PhoneNotice,
) -> Option<NoticePosition> {
    context.takes_answer().then(|| match notice {
        PhoneNotice::Refused(Refusal::TooLong { limit }) => {
            too_long(context, *limit).map_or(NoticePosition::AnswerForm, NoticePosition::Entry)
        }
        PhoneNotice::Unsure(Doubt::Fewer { .. }) => NoticePosition::Entry(first_empty(context)),
        _ => NoticePosition::AnswerForm,
    })
}

/// Fewer entries than one may give, where none can be added later.
pub fn doubt(fields: &Fields, of: usize, change: bool) -> Option<Doubt> {
    let given = entries(fields)
        .filter(|entry| !entry.trim().is_empty())
        .count();
    (!change && given > 0 && given < of).then_some(Doubt::Fewer { given, of })
}

/// The first word that is too long.
fn too_long(context: &QuestionContext<'_>, limit: usize) -> Option<usize> {
    let too_long = |entry: &str| characters::count(entry.trim(), context.question.rules) > limit;
    entries(&context.filled)
        .position(too_long)
        .map(|place| place + 1)
}

/// The first field that is still empty; the last one where none is.
fn first_empty(context: &QuestionContext<'_>) -> usize {
    let entries: Vec<&str> = entries(&context.filled).collect();
    let empty = entries.iter().position(|entry| entry.trim().is_empty());
    empty.map_or(entries.len(), |place| place + 1)
}

pub fn answer_text(fields: &Fields) -> String {
    let entries: Vec<&str> = entries(fields)
        .map(str::trim)
        .filter(|entry| !entry.is_empty())
        .collect();
    listed(&entries, ", ")
}
