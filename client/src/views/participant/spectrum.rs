//! `spectrum` on a phone: eleven places on the line between the poles, none chosen beforehand.

use leptos::prelude::*;
use serde_json::Value;
use shared::question::Fields;
use shared::question::spectrum::Pole;

use crate::language::Language;
use crate::texts::phone::{counted, phone};
use crate::ui::pole::pole;
use crate::views::participant::sheet::Sheet;

/// Places on the line, 0, 10 … 100.
const PLACES: usize = 11;

pub(super) fn fields(sheet: &Sheet<'_>, left: &Pole, right: &Pole, stops: &[String]) -> AnyView {
    let language = sheet.language();
    let legend = counted::where_between(language, &left.label, &right.label);
    let names = names(language, left, right, stops);
    let notches: Vec<AnyView> = (0..PLACES).zip(names).map(|(place, name)| notch(&sheet.filled, place, name)).collect();
    let named: Vec<AnyView> =
        stops.iter().map(|stop| view! { <span dir="auto">{stop.clone()}</span> }.into_any()).collect();
    let named = (!named.is_empty()).then(|| view! { <p class="stops" aria-hidden="true">{named}</p> });
    view! {
        <fieldset class="spectrum">
            <legend class="visually-hidden">{legend}</legend>
            <div class="poles" lang=sheet.state.deck_language()>{pole("left", left)} {pole("right", right)}</div>
            <div class="staff">{notches}</div>
            {named}
        </fieldset>
    }
    .into_any()
}

/// One place. The one nearest to a stored value carries that value, so that a form that is sent
/// unchanged changes nothing.
fn notch(filled: &Fields, place: usize, name: Option<String>) -> AnyView {
    let stored = value(filled).filter(|value| nearest(*value) == place);
    let text = match stored {
        Some(value) => value.to_string(),
        None => (place * 10).to_string(),
    };
    let exact = stored.is_none_or(|value| value == (place * 10) as f64);
    let class = if name.is_some() { "notch named" } else { "notch" };
    let name = name.filter(|_| exact).unwrap_or_else(|| text.clone());
    view! {
        <label class=class>
            <input type="radio" name="value" value=text checked=stored.is_some() />
            <span class="visually-hidden">{name}</span>
        </label>
    }
    .into_any()
}

/// What the ends, the middle and the places nearest to the stops are called.
fn names(language: Language, left: &Pole, right: &Pole, stops: &[String]) -> Vec<Option<String>> {
    let mut names = vec![None; PLACES];
    names[PLACES / 2] = Some(format!("50, {}", phone(language).halfway));
    for (number, stop) in (1..).zip(stops) {
        let at = 100.0 * f64::from(number) / (stops.len() + 1) as f64;
        let place = nearest(at);
        names[place] = Some(format!("{}, {stop}", place * 10));
    }
    names[0] = Some(counted::pole(language, 0, &left.label));
    names[PLACES - 1] = Some(counted::pole(language, 100, &right.label));
    names
}

fn nearest(value: f64) -> usize {
    ((value / 10.0).round() as usize).min(PLACES - 1)
}

fn value(fields: &Fields) -> Option<f64> {
    let value: f64 = fields.first("value")?.trim().replace(',', ".").parse().ok()?;
    (0.0..=100.0).contains(&value).then_some(value)
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
    value["value"].as_f64().map(|value| ("value".to_owned(), value.to_string())).into_iter().collect()
}
