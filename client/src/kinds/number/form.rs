//! `number` on a phone: one field, with its unit behind it and its range above.

use shared::question::Fields;
use shared::question::number::decimal::{number, parse, written};
use shared::question::number::{NumberInput, form_fields};
use shared::refusal::Refusal;

use crate::language::Language;
use crate::messages::phone as say;
use crate::messages::{MessageArgument, ShownNumber, write};
use crate::phone::PhoneNotice;
use crate::phone::form::AnswerForm;
use crate::phone::question_context::{NoticePosition, QuestionContext};
use crate::texts::phone::phone;
use crate::ui::bidi::name;
use crate::ui::tag::{Tag, tag, tags};

pub fn form(context: &QuestionContext<'_>, input: &NumberInput) -> AnswerForm {
    AnswerForm::Whole(tags![fields(context, input)])
}

fn fields(context: &QuestionContext<'_>, input: &NumberInput) -> Tag {
    let unit = input.unit.as_ref().map(|unit| {
        tag("span")
            .class("unit")
            .set("dir", "auto")
            .child(unit.clone())
    });
    let unit = unit.map(|unit| {
        unit.set("aria-hidden", "true")
            .maybe("lang", context.state.deck_language())
    });
    let row =
        tag("div")
            .class("number")
            .child(tags![label(context, input), field(context, input), unit]);
    tag("div").class("fields").child(tags![
        row,
        context.notice(NoticePosition::Entry(1)),
        ends(context, input)
    ])
}

fn label(context: &QuestionContext<'_>, input: &NumberInput) -> Tag {
    let name = match &input.unit {
        Some(unit) => say::your_number_in(context.language(), unit),
        None => context.say().your_number.to_owned(),
    };
    tag("label")
        .class("visually-hidden")
        .set("for", "number")
        .child(name)
}

fn field(context: &QuestionContext<'_>, input: &NumberInput) -> Tag {
    let wrong = context.refusal().is_some_and(is_about_the_number);
    tag("input")
        .class("field")
        .id("number")
        .set("name", form_fields::VALUE)
        .set("type", "text")
        .set("inputmode", keys(input))
        .set("dir", "ltr")
        .set("autocomplete", "off")
        .set("enterkeyhint", "send")
        .set("aria-describedby", "hint")
        .maybe("aria-invalid", wrong.then_some("true"))
        .set("value", filled(context, input))
}

/// The keys that a phone offers: those of numbers have no minus everywhere.
fn keys(input: &NumberInput) -> &'static str {
    if input.from.is_some_and(|from| from < 0.0) {
        "text"
    } else {
        "decimal"
    }
}

/// What was typed, as it was; what is stored as the language of the room writes it.
fn filled(context: &QuestionContext<'_>, input: &NumberInput) -> String {
    let text = context.filled.first(form_fields::VALUE).unwrap_or_default();
    match parse(text, input.mark)
        .ok()
        .filter(|_| context.typed.is_none())
    {
        Some(thousandths) => written(thousandths, input.mark),
        None => text.to_owned(),
    }
}

/// What the smallest and the largest number mean, where they mean something.
fn ends(context: &QuestionContext<'_>, input: &NumberInput) -> Option<Tag> {
    let said = meanings(input, context.language());
    let end = |end: String| tag("span").set("dir", "auto").child(end);
    let ends = tag("div")
        .class("ends")
        .maybe("lang", context.state.deck_language());
    (!said.is_empty()).then(|| ends.child(said.into_iter().map(end).collect::<Vec<Tag>>()))
}

/// `0 = never`, and the same of the largest.
pub fn meanings(input: &NumberInput, language: Language) -> Vec<String> {
    let NumberInput {
        from,
        to,
        low,
        high,
        ..
    } = input;
    let said = |(value, label): (&Option<f64>, &Option<String>)| {
        let value = write(language, ShownNumber::short((*value)?, 3));
        label
            .as_ref()
            .map(|label| format!("{value} = {}", name(label)))
    };
    [(from, low), (to, high)]
        .into_iter()
        .filter_map(said)
        .collect()
}

/// Which numbers may be typed.
pub fn hint(context: &QuestionContext<'_>, input: &NumberInput) -> String {
    range(input, context.language())
}

fn range(input: &NumberInput, language: Language) -> String {
    let short = |value: f64| ShownNumber::short(value, 3);
    match (input.from.map(short), input.to.map(short)) {
        (Some(from), Some(to)) => say::number_between(language, from, to),
        (Some(from), None) => say::number_from(language, from),
        (None, Some(to)) => say::number_to(language, to),
        (None, None) => phone(language).number_any.to_owned(),
    }
}

fn is_about_the_number(refusal: &Refusal) -> bool {
    matches!(
        refusal,
        Refusal::WrongKind | Refusal::OutOfRange | Refusal::Empty
    )
}

/// Where it stands what is to be said of the form.
pub fn notice_position(
    context: &QuestionContext<'_>,
    notice: &PhoneNotice,
) -> Option<NoticePosition> {
    context.takes_answer().then(|| match notice {
        PhoneNotice::Refused(refusal) if is_about_the_number(refusal) => NoticePosition::Entry(1),
        _ => NoticePosition::AnswerForm,
    })
}

/// Why what was typed can't be stored.
pub fn refused(
    context: &QuestionContext<'_>,
    input: &NumberInput,
    refusal: &Refusal,
) -> Option<String> {
    let language = context.language();
    match refusal {
        Refusal::WrongKind => Some(say::no_number(
            language,
            MessageArgument::Phrase(&written(3_500, input.mark)),
        )),
        Refusal::OutOfRange => Some(say::number_out_of_range(
            language,
            MessageArgument::Phrase(&range(input, language)),
        )),
        _ => None,
    }
}

/// What was filled in, with its unit.
pub fn answer_text(input: &NumberInput, fields: &Fields, language: Language) -> String {
    let text = form_fields::typed(fields).unwrap_or_default();
    let Ok(value) = parse(text, input.mark) else {
        return text.to_owned();
    };
    let value = write(language, ShownNumber::short(number(value), 3));
    match &input.unit {
        Some(unit) => say::number_with_unit(language, unit, MessageArgument::Phrase(&value)),
        None => value,
    }
}
