//! `form` on a phone: its fields, each with what is wrong with it below.

use shared::question::Fields;
use shared::question::form::{FieldInput, FormField, FormInput, field_name, form_fields};
use shared::refusal::{FieldError, FieldProblem, Refusal};

use crate::language::Language;
use crate::messages::phone as say;
use crate::phone::PhoneNotice;
use crate::phone::form::AnswerForm;
use crate::phone::question_context::{NoticePosition, QuestionContext};
use crate::texts::phone::{phone, plurals};
use crate::ui::bidi;
use crate::ui::tag::{Child, Tag, tag, tags};

/// Steps of a rating that fit in one row of a phone.
const ONE_ROW: u32 = 6;

pub fn form(context: &QuestionContext<'_>, input: &FormInput) -> AnswerForm {
    let fields: Vec<Tag> = (1..)
        .zip(&input.fields)
        .map(|(number, field)| whole(context, number, field))
        .collect();
    let apart = tag("p").class("hint").child(context.say().form_apart);
    AnswerForm::Whole(tags![tag("div").class("fields form").child(fields), apart])
}

/// A field with its label, and what is wrong with it.
fn whole(context: &QuestionContext<'_>, number: u8, field: &FormField) -> Tag {
    let id = field_name(usize::from(number) - 1);
    let label = || {
        let own = tag("span")
            .set("dir", "auto")
            .maybe("lang", context.state.deck_language())
            .child(field.label.clone());
        let optional = field.optional.then(|| {
            tag("span")
                .class("hint")
                .child(format!(" {}", context.say().may_stay_empty))
        });
        tags![own, optional]
    };
    let wrong = wrong(context, number);
    match &field.input {
        FieldInput::Rating { from, to } => group(label(), rating(context, &id, *from, *to), wrong),
        FieldInput::Choice { options } => group(label(), choice(context, &id, options), wrong),
        FieldInput::Consent => {
            let box_ = pick(context, &id, "checkbox", "1");
            let row = tag("label").class("pick").child(box_);
            let row = row.child(tag("span").child(label()));
            let row = tag("div").class("option").child(row);
            tag("div").child(tags![row, wrong])
        }
        FieldInput::Text => typed(context, &id, label(), "text", wrong),
        FieldInput::Email { .. } => typed(context, &id, label(), "email", wrong),
        FieldInput::Long => {
            let area = tag("textarea")
                .class("field")
                .id(id.clone())
                .set("name", id.clone())
                .set("rows", "3")
                .set("dir", "auto")
                .set("value", filled(context, &id));
            under(&id, label(), area, wrong)
        }
    }
}

fn group(label: Vec<Child>, inside: Vec<Child>, wrong: Vec<Child>) -> Tag {
    tag("fieldset")
        .class("statement")
        .child(tags![tag("legend").child(label), inside, wrong])
}

fn under(id: &str, label: Vec<Child>, field: Tag, wrong: Vec<Child>) -> Tag {
    let label = tag("label").set("for", id.to_owned()).child(label);
    tag("div").child(tags![label, field, wrong])
}

fn typed(
    context: &QuestionContext<'_>,
    id: &str,
    label: Vec<Child>,
    kind: &'static str,
    wrong: Vec<Child>,
) -> Tag {
    // What looks like an address is for the room to say: a browser would keep back the whole form.
    let field = tag("input")
        .class("field")
        .id(id.to_owned())
        .set("name", id.to_owned())
        .set("type", "text")
        .set("inputmode", kind)
        .set("autocomplete", if kind == "email" { kind } else { "off" })
        .set("dir", "auto")
        .set("value", filled(context, id));
    under(id, label, field, wrong)
}

fn filled(context: &QuestionContext<'_>, id: &str) -> String {
    context.filled.first(id).unwrap_or_default().to_owned()
}

/// Something to pick; nothing is picked beforehand.
fn pick(context: &QuestionContext<'_>, id: &str, kind: &'static str, value: &str) -> Tag {
    tag("input")
        .set("type", kind)
        .set("name", id.to_owned())
        .set("value", value.to_owned())
        .flag("checked", filled(context, id).trim() == value)
}

fn rating(context: &QuestionContext<'_>, id: &str, from: i32, to: i32) -> Vec<Child> {
    let step = |value: i32| {
        let words = value.to_string();
        let field = pick(context, id, "radio", &words);
        tag("label")
            .class("step")
            .child(field)
            .child(tag("span").child(words))
    };
    let steps: Vec<Tag> = (from..=to).map(step).collect();
    let class = if from.abs_diff(to) >= ONE_ROW {
        "steps steps-form"
    } else {
        "steps"
    };
    let (least, most) = (context.say().least, context.say().most);
    let end = |value, words| tag("span").child(plurals::end(value, words));
    let ends = tag("div").class("ends");
    let ends = ends.child(end(from, least)).child(end(to, most));
    tags![tag("div").class(class).child(steps), ends]
}

fn choice(context: &QuestionContext<'_>, id: &str, options: &[String]) -> Vec<Child> {
    let option = |(number, label): (usize, &String)| {
        let field = pick(context, id, "radio", &number.to_string());
        let words = tag("span")
            .set("dir", "auto")
            .maybe("lang", context.state.deck_language())
            .child(label.clone());
        let pick = tag("label").class("pick").child(field).child(words);
        tag("div").class("option").child(pick)
    };
    let options: Vec<Tag> = (1..).zip(options).map(option).collect();
    tags![tag("div").class("options").child(options)]
}

/// What is wrong with a field. The first of them is what the page says, and takes the focus.
fn wrong(context: &QuestionContext<'_>, number: u8) -> Vec<Child> {
    let errors = errors(context.refusal());
    let other = errors.iter().skip(1).find(|error| error.field == number);
    let other = other.map(|error| {
        tag("p")
            .class("notice")
            .child(sentence(context.language(), error.problem))
    });
    tags![
        context.notice(NoticePosition::Statement(usize::from(number))),
        other
    ]
}

fn errors(refusal: Option<&Refusal>) -> &[FieldError] {
    match refusal {
        Some(Refusal::Form { fields }) => fields,
        _ => &[],
    }
}

fn sentence(language: Language, problem: FieldProblem) -> String {
    let texts = phone(language);
    match problem {
        FieldProblem::Empty => texts.field_empty.to_owned(),
        FieldProblem::NoEmail => texts.field_no_email.to_owned(),
        FieldProblem::OutOfRange => texts.field_out_of_range.to_owned(),
        FieldProblem::TooMuch => texts.field_too_much.to_owned(),
        FieldProblem::TooLong { limit } => say::field_too_long(language, limit),
    }
}

/// Where it stands what is to be said of the form: at the first field that is not right.
pub fn notice_position(
    context: &QuestionContext<'_>,
    notice: &PhoneNotice,
) -> Option<NoticePosition> {
    let first = match notice {
        PhoneNotice::Refused(refusal) => errors(Some(refusal)).first(),
        _ => None,
    };
    context.takes_answer().then(|| {
        first.map_or(NoticePosition::AnswerForm, |first| {
            NoticePosition::Statement(usize::from(first.field))
        })
    })
}

/// What is wrong with the first field that is not right.
pub fn refused(context: &QuestionContext<'_>, refusal: &Refusal) -> Option<String> {
    let first = errors(Some(refusal)).first()?;
    Some(sentence(context.language(), first.problem))
}

/// What was filled in, a line per field.
pub fn answer_text(input: &FormInput, fields: &Fields, language: Language) -> String {
    let line = |(place, field): (usize, &FormField)| {
        let given = form_fields::typed(fields, place)?;
        let value = match &field.input {
            FieldInput::Choice { options } => {
                let option = given.trim().parse::<usize>().ok()?;
                bidi::name(options.get(option.checked_sub(1)?)?)
            }
            FieldInput::Consent => phone(language).ticked.to_owned(),
            FieldInput::Rating { .. } => given.to_owned(),
            FieldInput::Text | FieldInput::Long | FieldInput::Email { .. } => bidi::name(given),
        };
        let colon = if field.label.ends_with(['?', '!', '.', ':']) {
            ""
        } else {
            ":"
        };
        Some(format!("{}{colon} {value}", bidi::name(&field.label)))
    };
    let lines = input.fields.iter().enumerate().filter_map(line);
    lines.collect::<Vec<String>>().join("\n")
}
