//! `spectrum` on a phone: a line between the poles, or without scripts some places on it. None is
//! chosen beforehand.
//!
//! Places, stops and the slider's thumb are drawn on one line of one length (`phone.css`): what
//! somebody taps is what is stored.

use shared::question::Fields;
use shared::question::spectrum::{SpectrumInput, form_fields};

use super::pole::pole;
use crate::language::Language;
use crate::phone::form::AnswerForm;
use crate::phone::question_context::{NoticePosition, QuestionContext};
use crate::texts::phone::{phone, plurals};
use crate::ui::bidi::listed;
use crate::ui::tag::{Tag, tag, tags};
use crate::ui::{bidi, number};

/// From one place to the next without scripts: so many steps at most, 0, 10 … 100.
const STEPS: usize = 10;

/// So many steps that each stop is a place of its own.
fn steps(stops: usize) -> usize {
    (STEPS / (stops + 1)).max(1) * (stops + 1)
}

/// Where that part of the line is, of 100.
fn at(part: usize, of: usize) -> f64 {
    100.0 * part as f64 / of as f64
}

/// The stops with their places.
fn places(stops: &[String]) -> impl Iterator<Item = (f64, &String)> {
    (1..)
        .zip(stops)
        .map(|(number, stop)| (at(number, stops.len() + 1), stop))
}

pub fn form(context: &QuestionContext<'_>, input: &SpectrumInput) -> AnswerForm {
    AnswerForm::Whole(tags![fields(context, input)])
}

fn fields(context: &QuestionContext<'_>, input: &SpectrumInput) -> Tag {
    let SpectrumInput {
        left, right, stops, ..
    } = input;
    let legend = plurals::where_between(context.language(), &left.label, &right.label);
    let poles = tag("div")
        .class("poles")
        .maybe("lang", context.state.deck_language());
    let poles = poles.child(pole("left", left)).child(pole("right", right));
    let line = match context.state.live {
        Some(_) => line(context, input, &legend),
        None => step_track(context, input),
    };
    let named = (!stops.is_empty()).then(|| named(context, stops));
    let legend = tag("legend").class("visually-hidden").child(legend);
    tag("fieldset")
        .class("spectrum")
        .child(tags![legend, poles, line, named])
}

/// The stops below the line with their places, for whoever hears the page.
fn named(context: &QuestionContext<'_>, stops: &[String]) -> Tag {
    let stop = |(place, stop): (f64, &String)| {
        let place = format!("{}: ", plurals::decimal(context.language(), place));
        let place = tag("span").class("visually-hidden").child(place);
        tag("li")
            .child(place)
            .child(tag("span").set("dir", "auto").child(stop.clone()))
    };
    let list = tag("ul")
        .class("stops")
        .id("stops")
        .set("role", "list")
        .maybe("lang", context.state.deck_language());
    list.child(places(stops).map(stop).collect::<Vec<Tag>>())
}

/// With scripts: one slider. Nobody is put anywhere beforehand: it has no thumb, and no value to
/// send, until it is touched.
fn line(context: &QuestionContext<'_>, input: &SpectrumInput, name: &str) -> Tag {
    let SpectrumInput {
        left, right, stops, ..
    } = input;
    let value = value(&context.filled);
    let said = match value {
        Some(value) => {
            let between = plurals::between(context.language(), value, &left.label, &right.label);
            let stop = places(stops).find(|(place, _)| (place - value).abs() < 1.0);
            stop.map_or(between.clone(), |(_, stop)| listed(&[stop, &between], ": "))
        }
        None => context.say().no_place_yet.to_owned(),
    };
    let slider = tag("input")
        .class("slider")
        .set("type", "range")
        .maybe("name", value.map(|_| form_fields::VALUE))
        .set("min", "0")
        .set("max", "100")
        .set("step", "1")
        .set("aria-label", name.to_owned())
        .set("aria-valuetext", said)
        .maybe("aria-describedby", (!stops.is_empty()).then_some("stops"))
        .set("data-line", "")
        .set("value", number::short(value.unwrap_or(50.0), 2));
    tag("div")
        .class(if value.is_some() {
            "line"
        } else {
            "line untouched"
        })
        .key("line")
        .child(slider)
}

/// Without scripts: some places.
fn step_track(context: &QuestionContext<'_>, input: &SpectrumInput) -> Tag {
    let names = names(context.language(), input);
    let steps = steps(input.stops.len());
    let notches = names
        .into_iter()
        .enumerate()
        .map(|(part, name)| notch(context, (part, steps), name));
    let notches: Vec<Tag> = notches.collect();
    tag("div").class("step-track").child(notches)
}

/// One place. The one nearest to a stored value carries that value, so that a form that is sent
/// unchanged changes nothing.
fn notch(
    context: &QuestionContext<'_>,
    (part, steps): (usize, usize),
    name: Option<String>,
) -> Tag {
    let place = number::short(at(part, steps), 2);
    let nearest = |value: &f64| (value * steps as f64 / 100.0).round() as usize == part;
    let stored = value(&context.filled).filter(nearest);
    let text = stored.map_or_else(|| place.clone(), |value| number::short(value, 2));
    let class = if name.is_some() {
        "notch named"
    } else {
        "notch"
    };
    let name = name
        .filter(|_| text == place)
        .unwrap_or_else(|| plurals::written(context.language(), &text));
    let field = tag("input")
        .set("type", "radio")
        .set("name", form_fields::VALUE)
        .set("value", text);
    let name = tag("span").class("visually-hidden").child(name);
    tag("label")
        .class(class)
        .child(field.flag("checked", stored.is_some()))
        .child(name)
}

/// What the ends, the middle and the stops are called.
fn names(language: Language, input: &SpectrumInput) -> Vec<Option<String>> {
    let SpectrumInput {
        left, right, stops, ..
    } = input;
    let steps = steps(stops.len());
    let mut names = vec![None; steps + 1];
    if steps.is_multiple_of(2) {
        names[steps / 2] = Some(format!("50, {}", phone(language).halfway));
    }
    let parts = steps / (stops.len() + 1);
    for (number, (place, stop)) in (1..).zip(places(stops)) {
        names[number * parts] = Some(format!(
            "{}, {}",
            plurals::decimal(language, place),
            bidi::name(stop)
        ));
    }
    names[0] = Some(plurals::pole(language, 0, &left.label));
    names[steps] = Some(plurals::pole(language, 100, &right.label));
    names
}

/// The place that a form or an answer holds.
pub fn value(fields: &Fields) -> Option<f64> {
    number::parse(form_fields::place(fields)?).filter(|value| (0.0..=100.0).contains(value))
}

/// Where it stands what is to be said of the form.
pub fn notice_position(context: &QuestionContext<'_>) -> Option<NoticePosition> {
    context.takes_answer().then_some(NoticePosition::AnswerForm)
}

pub fn hint(context: &QuestionContext<'_>) -> String {
    match value(&context.filled).filter(|_| context.saved()) {
        Some(value) => plurals::you_are_at(context.language(), value),
        None => context.say().tap_the_line.to_owned(),
    }
}

pub fn answer_text(input: &SpectrumInput, fields: &Fields, language: Language) -> String {
    let (left, right) = (&input.left.label, &input.right.label);
    value(fields)
        .map(|value| plurals::between(language, value, left, right))
        .unwrap_or_default()
}
