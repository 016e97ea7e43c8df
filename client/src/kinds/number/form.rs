//! `number` on a phone: one field, with its unit behind it and its range above.

use shared::protocol::view::Input;
use shared::question::Fields;
use shared::question::number::Bounds;
use shared::question::number::decimal::{DecimalMark, number, parse, written};
use shared::refusal::Refusal;

use crate::language::Language;
use crate::messages::phone as say;
use crate::messages::{ShownNumber, Value, write};
use crate::phone::PhoneNotice;
use crate::phone::form::AnswerForm;
use crate::phone::question_context::{NoticePosition, QuestionContext};
use crate::texts::phone::phone;
use crate::ui::bidi::name;
use crate::ui::tag::{Tag, tag, tags};

/// What the field may hold.
pub fn bounds(input: &Input) -> Bounds<'_> {
    match input {
        Input::Number {
            from,
            to,
            unit,
            mark,
            ..
        } => Bounds {
            from: *from,
            to: *to,
            unit: unit.as_deref(),
            mark: *mark,
        },
        _ => Bounds {
            from: None,
            to: None,
            unit: None,
            mark: DecimalMark::default(),
        },
    }
}

pub fn form(context: &QuestionContext<'_>) -> AnswerForm {
    AnswerForm::Whole(tags![fields(context)])
}

fn fields(context: &QuestionContext<'_>) -> Tag {
    let input = &context.question.input;
    let unit = bounds(input).unit.map(|unit| {
        tag("span")
            .class("unit")
            .set("dir", "auto")
            .child(unit.to_owned())
    });
    let unit = unit.map(|unit| {
        unit.set("aria-hidden", "true")
            .maybe("lang", context.state.deck_language())
    });
    let row = tag("div")
        .class("number")
        .child(tags![label(context), field(context), unit]);
    tag("div").class("fields").child(tags![
        row,
        context.notice(NoticePosition::Entry(1)),
        ends(context)
    ])
}

fn label(context: &QuestionContext<'_>) -> Tag {
    let name = match bounds(&context.question.input).unit {
        Some(unit) => say::your_number_in(context.language(), unit),
        None => context.say().your_number.to_owned(),
    };
    tag("label")
        .class("visually-hidden")
        .set("for", "number")
        .child(name)
}

fn field(context: &QuestionContext<'_>) -> Tag {
    let wrong = context.refusal().is_some_and(is_about_the_number);
    tag("input")
        .class("field")
        .id("number")
        .set("name", "value")
        .set("type", "text")
        .set("inputmode", keys(&bounds(&context.question.input)))
        .set("dir", "ltr")
        .set("autocomplete", "off")
        .set("enterkeyhint", "send")
        .set("aria-describedby", "hint")
        .maybe("aria-invalid", wrong.then_some("true"))
        .set("value", filled(context))
}

/// The keys that a phone offers: those of numbers have no minus everywhere.
fn keys(bounds: &Bounds<'_>) -> &'static str {
    if bounds.from.is_some_and(|from| from < 0.0) {
        "text"
    } else {
        "decimal"
    }
}

/// What was typed, as it was; what is stored as the language of the room writes it.
fn filled(context: &QuestionContext<'_>) -> String {
    let text = context.filled.first("value").unwrap_or_default();
    let mark = bounds(&context.question.input).mark;
    match parse(text, mark).ok().filter(|_| context.typed.is_none()) {
        Some(thousandths) => written(thousandths, mark),
        None => text.to_owned(),
    }
}

/// What the smallest and the largest number mean, where they mean something.
fn ends(context: &QuestionContext<'_>) -> Option<Tag> {
    let said = meanings(&context.question.input, context.language());
    let end = |end: String| tag("span").set("dir", "auto").child(end);
    let ends = tag("div")
        .class("ends")
        .maybe("lang", context.state.deck_language());
    (!said.is_empty()).then(|| ends.child(said.into_iter().map(end).collect::<Vec<Tag>>()))
}

/// `0 = never`, and the same of the largest.
pub fn meanings(input: &Input, language: Language) -> Vec<String> {
    let Input::Number {
        from,
        to,
        low,
        high,
        ..
    } = input
    else {
        return Vec::new();
    };
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
pub fn hint(context: &QuestionContext<'_>) -> String {
    range(&context.question.input, context.language())
}

fn range(input: &Input, language: Language) -> String {
    let short = |value: f64| ShownNumber::short(value, 3);
    let Bounds { from, to, .. } = bounds(input);
    match (from.map(short), to.map(short)) {
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
pub fn spot(context: &QuestionContext<'_>, notice: &PhoneNotice) -> Option<NoticePosition> {
    context.takes_answer().then(|| match notice {
        PhoneNotice::Refused(refusal) if is_about_the_number(refusal) => NoticePosition::Entry(1),
        _ => NoticePosition::AnswerForm,
    })
}

/// Why what was typed can't be stored.
pub fn refused(context: &QuestionContext<'_>, refusal: &Refusal) -> Option<String> {
    let (input, language) = (&context.question.input, context.language());
    match refusal {
        Refusal::WrongKind => Some(say::no_number(
            language,
            Value::Phrase(&written(3_500, bounds(input).mark)),
        )),
        Refusal::OutOfRange => Some(say::number_out_of_range(
            language,
            Value::Phrase(&range(input, language)),
        )),
        _ => None,
    }
}

/// What was filled in, with its unit.
pub fn answer_text(input: &Input, fields: &Fields, language: Language) -> String {
    let Bounds { unit, mark, .. } = bounds(input);
    let text = fields.first("value").unwrap_or_default();
    let Ok(value) = parse(text, mark) else {
        return text.trim().to_owned();
    };
    let value = write(language, ShownNumber::short(number(value), 3));
    match unit {
        Some(unit) => say::number_with_unit(language, unit, Value::Phrase(&value)),
        None => value,
    }
}
