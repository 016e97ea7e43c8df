//! `scale` on a phone: a row of steps per statement, none chosen beforehand.

use shared::question::Fields;
use shared::question::scale::ScaleInput;
use shared::question::scale::form_fields::{self, GivenValue};

use crate::language::Language;
use crate::model::doubt::Doubt;
use crate::phone::PhoneNotice;
use crate::phone::form::AnswerForm;
use crate::phone::question_context::{NoticePosition, QuestionContext};
use crate::texts::phone::{phone, plurals};
use crate::ui::bidi;
use crate::ui::tag::{Tag, tag, tags};

/// Steps that fit in one row of a phone.
const ONE_ROW: i32 = 7;

/// What the steps of all statements share.
struct ScaleSteps<'a> {
    from: i32,
    to: i32,
    low: Option<&'a str>,
    high: Option<&'a str>,
}

impl<'a> ScaleSteps<'a> {
    fn of(input: &'a ScaleInput) -> Self {
        ScaleSteps {
            from: input.from,
            to: input.to,
            low: input.low.as_deref(),
            high: input.high.as_deref(),
        }
    }

    /// What a step means, where it is one of the ends.
    fn meaning(&self, value: i32) -> Option<&str> {
        match value {
            value if value == self.from => self.low,
            value if value == self.to => self.high,
            _ => None,
        }
    }
}

pub fn form(context: &QuestionContext<'_>, input: &ScaleInput) -> AnswerForm {
    AnswerForm::Whole(tags![fields(context, input)])
}

fn fields(context: &QuestionContext<'_>, input: &ScaleInput) -> Vec<Tag> {
    let (statements, steps) = (&input.statements, ScaleSteps::of(input));
    let each = (1..)
        .zip(statements)
        .map(|(number, label)| statement(context, &steps, number, label, statements.len()));
    each.collect()
}

/// Where it stands what is to be said of the form.
pub fn notice_position(
    context: &QuestionContext<'_>,
    notice: &PhoneNotice,
) -> Option<NoticePosition> {
    context.takes_answer().then(|| match notice {
        PhoneNotice::Unsure(Doubt::Unanswered { statements }) => statements
            .first()
            .map_or(NoticePosition::AnswerForm, |number| {
                NoticePosition::Statement(*number)
            }),
        _ => NoticePosition::AnswerForm,
    })
}

/// Statements without a value that are not skipped. A form in which nothing was touched is empty,
/// which is said otherwise.
pub fn doubt(fields: &Fields, of: usize) -> Option<Doubt> {
    let given = |number: &usize| {
        form_fields::given(fields, *number).is_some_and(|given| given != GivenValue::Value(""))
    };
    let statements: Vec<usize> = (1..=of).filter(|number| !given(number)).collect();
    (!statements.is_empty() && statements.len() < of).then_some(Doubt::Unanswered { statements })
}

fn statement(
    context: &QuestionContext<'_>,
    steps: &ScaleSteps<'_>,
    number: usize,
    label: &str,
    of: usize,
) -> Tag {
    // Without a list the prompt itself is the statement: saying it twice would be one time too
    // many.
    let is_prompt = of == 1 && label == context.slide.prompt;
    let legend = tag("legend")
        .set("dir", "auto")
        .maybe("lang", context.state.deck_language())
        .child(label.to_owned());
    let legend = (!is_prompt).then_some(legend);
    let class = if steps.to - steps.from >= ONE_ROW {
        "steps steps-many"
    } else {
        "steps"
    };
    let row: Vec<Tag> = (steps.from..=steps.to)
        .map(|value| step(context, steps, number, value))
        .collect();
    let row = tag("div").class(class).child(row);
    let set = tag("fieldset")
        .class("statement")
        .maybe("aria-labelledby", is_prompt.then_some("prompt"));
    set.child(tags![
        legend,
        context.notice(NoticePosition::Statement(number)),
        row,
        ends(steps),
        skip(context, number, of)
    ])
}

fn skip(context: &QuestionContext<'_>, number: usize, of: usize) -> Tag {
    let words = if of == 1 {
        context.say().skip_question
    } else {
        context.say().skip_statement
    };
    let on = form_fields::skips(&context.filled, number);
    let field = tag("input")
        .set("type", "checkbox")
        .set("name", form_fields::skip_field(number))
        .set("value", "1")
        .flag("checked", on);
    tag("label")
        .class("skip")
        .child(field)
        .child(tag("span").child(words))
}

fn step(context: &QuestionContext<'_>, steps: &ScaleSteps<'_>, number: usize, value: i32) -> Tag {
    let words = value.to_string();
    let on = form_fields::value(&context.filled, number) == Some(words.as_str());
    let meaning = steps.meaning(value).map(|words| {
        tag("span")
            .class("visually-hidden")
            .child(format!(", {words}"))
    });
    let field = tag("input")
        .set("type", "radio")
        .set("name", form_fields::value_field(number))
        .set("value", words.clone())
        .flag("checked", on);
    tag("label")
        .class("step")
        .child(field)
        .child(tag("span").child(words).child(meaning))
}

/// What the outer steps mean, where they mean something.
pub fn ends_of(input: &ScaleInput) -> Option<Tag> {
    ends(&ScaleSteps::of(input))
}

fn ends(steps: &ScaleSteps<'_>) -> Option<Tag> {
    let end = |value| {
        let words = steps.meaning(value).map(|label| plurals::end(value, label));
        tag("span").set("dir", "auto").child(words)
    };
    let either = steps.low.is_some() || steps.high.is_some();
    let ends = || {
        tag("div")
            .class("ends")
            .set("aria-hidden", "true")
            .child(end(steps.from))
            .child(end(steps.to))
    };
    either.then(ends)
}

pub fn answer_text(statements: &[String], fields: &Fields, language: Language) -> String {
    let one = statements.len() == 1;
    let tell = |(number, label): (usize, &String)| {
        let value = given(fields, number, language)?;
        // A value never stands alone on the next line.
        Some(if one {
            value
        } else {
            format!("{}:\u{a0}{value}", bidi::name(label))
        })
    };
    (1..)
        .zip(statements)
        .filter_map(tell)
        .collect::<Vec<String>>()
        .join("\n")
}

/// What was given to one statement, in words.
pub fn given(fields: &Fields, number: usize, language: Language) -> Option<String> {
    Some(match form_fields::given(fields, number)? {
        GivenValue::Skipped => phone(language).skipped.to_owned(),
        GivenValue::Value(value) => value.to_owned(),
    })
}
