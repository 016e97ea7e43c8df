//! `spectrum` on a phone: a line between the poles, or without scripts eleven places on it. None is chosen beforehand.

use serde_json::Value;
use shared::question::Fields;
use shared::question::spectrum::Pole;

use crate::language::Language;
use crate::texts::phone::{counted, phone};
use crate::ui::pole::pole;
use crate::ui::tag::{Tag, tag, tags};
use crate::ui::{bidi, number};
use crate::views::participant::sheet::Sheet;

/// Places on the line, 0, 10 … 100.
const PLACES: usize = 11;

pub(super) fn fields(sheet: &Sheet<'_>, left: &Pole, right: &Pole, stops: &[String]) -> Tag {
    let legend = counted::where_between(sheet.language(), &left.label, &right.label);
    let poles = tag("div").class("poles").maybe("lang", sheet.state.deck_language());
    let poles = poles.child(pole("left", left)).child(pole("right", right));
    let line = match sheet.state.live {
        Some(_) => line(sheet, left, right, &legend),
        None => staff(sheet, left, right, stops),
    };
    let named: Vec<Tag> = stops.iter().map(|stop| tag("span").set("dir", "auto").child(stop.clone())).collect();
    let named = (!named.is_empty()).then(|| tag("p").class("stops").set("aria-hidden", "true").child(named));
    let legend = tag("legend").class("visually-hidden").child(legend);
    tag("fieldset").class("spectrum").child(tags![legend, poles, line, named])
}

/// With scripts: one slider. Nobody is put anywhere beforehand: it has no thumb, and no value to send, until it is touched.
fn line(sheet: &Sheet<'_>, left: &Pole, right: &Pole, name: &str) -> Tag {
    let value = value(&sheet.filled);
    let said = match value {
        Some(value) => counted::between(sheet.language(), value, &left.label, &right.label),
        None => sheet.say().no_place_yet.to_owned(),
    };
    let slider = tag("input")
        .class(if value.is_some() { "slider" } else { "slider untouched" })
        .set("type", "range")
        .maybe("name", value.map(|_| "value"))
        .set("min", "0")
        .set("max", "100")
        .set("step", "1")
        .set("aria-label", name.to_owned())
        .set("aria-valuetext", said)
        .set("data-line", "")
        .set("value", number::short(value.unwrap_or(50.0), 2));
    tag("div").class("line").key("line").child(slider)
}

/// Without scripts: eleven places.
fn staff(sheet: &Sheet<'_>, left: &Pole, right: &Pole, stops: &[String]) -> Tag {
    let names = names(sheet.language(), left, right, stops);
    let notches: Vec<Tag> = (0..PLACES).zip(names).map(|(place, name)| notch(&sheet.filled, place, name)).collect();
    tag("div").class("staff").child(notches)
}

/// One place. The one nearest to a stored value carries that value, so that a form that is sent
/// unchanged changes nothing.
fn notch(filled: &Fields, place: usize, name: Option<String>) -> Tag {
    let stored = value(filled).filter(|value| nearest(*value) == place);
    let text = match stored {
        Some(value) => number::short(value, 2),
        None => (place * 10).to_string(),
    };
    let exact = stored.is_none_or(|value| value == (place * 10) as f64);
    let class = if name.is_some() { "notch named" } else { "notch" };
    let name = name.filter(|_| exact).unwrap_or_else(|| text.clone());
    let field = tag("input").set("type", "radio").set("name", "value").set("value", text);
    let name = tag("span").class("visually-hidden").child(name);
    tag("label").class(class).child(field.flag("checked", stored.is_some())).child(name)
}

/// What the ends, the middle and the places nearest to the stops are called.
fn names(language: Language, left: &Pole, right: &Pole, stops: &[String]) -> Vec<Option<String>> {
    let mut names = vec![None; PLACES];
    names[PLACES / 2] = Some(format!("50, {}", phone(language).halfway));
    for (number, stop) in (1..).zip(stops) {
        let at = 100.0 * f64::from(number) / (stops.len() + 1) as f64;
        let place = nearest(at);
        names[place] = Some(format!("{}, {}", place * 10, bidi::name(stop)));
    }
    names[0] = Some(counted::pole(language, 0, &left.label));
    names[PLACES - 1] = Some(counted::pole(language, 100, &right.label));
    names
}

fn nearest(value: f64) -> usize {
    ((value / 10.0).round() as usize).min(PLACES - 1)
}

fn value(fields: &Fields) -> Option<f64> {
    number::parse(fields.first("value")?).filter(|value| (0.0..=100.0).contains(value))
}

pub(super) fn hint(sheet: &Sheet<'_>) -> String {
    match value(&sheet.filled).filter(|_| sheet.saved()) {
        Some(value) => counted::you_are_at(sheet.language(), value),
        None => sheet.say().tap_the_line.to_owned(),
    }
}

pub(super) fn told(left: &Pole, right: &Pole, fields: &Fields, language: Language) -> String {
    value(fields).map(|value| counted::between(language, value, &left.label, &right.label)).unwrap_or_default()
}

pub(super) fn filled(value: &Value) -> Vec<(String, String)> {
    value["value"].as_f64().map(|value| ("value".to_owned(), number::short(value, 2))).into_iter().collect()
}
