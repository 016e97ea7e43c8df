//! `scale` on a phone: a row of steps per statement, none chosen beforehand.

use leptos::prelude::*;
use serde_json::Value;
use shared::protocol::view::Input;
use shared::question::Fields;

use crate::language::Language;
use crate::texts::phone::{counted, phone};
use crate::views::participant::sheet::Sheet;
use crate::views::participant::told::items;

/// Steps that fit in one row of a phone.
const ONE_ROW: i32 = 7;

/// What the steps of all statements share.
struct Steps<'a> {
    from: i32,
    to: i32,
    low: Option<&'a str>,
    high: Option<&'a str>,
}

impl Steps<'_> {
    /// What a step means, where it is one of the ends.
    fn meaning(&self, value: i32) -> Option<&str> {
        match value {
            value if value == self.from => self.low,
            value if value == self.to => self.high,
            _ => None,
        }
    }
}

pub(super) fn fields(sheet: &Sheet<'_>, input: &Input) -> AnyView {
    let Input::Scale { statements, from, to, low, high } = input else { return ().into_any() };
    let steps = Steps { from: *from, to: *to, low: low.as_deref(), high: high.as_deref() };
    let each = (1..).zip(statements).map(|(number, label)| statement(sheet, &steps, number, label, statements.len()));
    each.collect::<Vec<AnyView>>().into_any()
}

fn statement(sheet: &Sheet<'_>, steps: &Steps<'_>, number: usize, label: &str, of: usize) -> AnyView {
    // Without a list the prompt itself is the statement: saying it twice would be one time too many.
    let is_prompt = of == 1 && label == sheet.slide.prompt;
    let language = sheet.state.deck_language();
    let legend = (!is_prompt).then(|| view! { <legend dir="auto" lang=language>{label.to_owned()}</legend> });
    let skip = if of == 1 { sheet.say().skip_question } else { sheet.say().skip_statement };
    let skips = sheet.filled.first(&format!("skip-{number}")).is_some();
    let class = if steps.to - steps.from >= ONE_ROW { "steps steps-many" } else { "steps" };
    let row: Vec<AnyView> = (steps.from..=steps.to).map(|value| step(sheet, steps, number, value)).collect();
    view! {
        <fieldset class="statement" aria-labelledby=is_prompt.then_some("prompt")>
            {legend}
            <div class=class>{row}</div>
            {ends(steps)}
            <label class="skip">
                <input type="checkbox" name=format!("skip-{number}") value="1" checked=skips />
                <span>{skip}</span>
            </label>
        </fieldset>
    }
    .into_any()
}

fn step(sheet: &Sheet<'_>, steps: &Steps<'_>, number: usize, value: i32) -> AnyView {
    let name = format!("value-{number}");
    let value_text = value.to_string();
    let on = sheet.filled.first(&name).is_some_and(|picked| picked.trim() == value_text);
    let meaning =
        steps.meaning(value).map(|words| view! { <span class="visually-hidden">{format!(", {words}")}</span> });
    view! {
        <label class="step">
            <input type="radio" name=name value=value_text checked=on />
            <span>{value} {meaning}</span>
        </label>
    }
    .into_any()
}

fn ends(steps: &Steps<'_>) -> Option<AnyView> {
    let end = |value| steps.meaning(value).map(|label| counted::end(value, label)).unwrap_or_default();
    let either = steps.low.is_some() || steps.high.is_some();
    let view = || {
        view! {
            <div class="ends" aria-hidden="true">
                <span dir="auto">{end(steps.from)}</span>
                <span dir="auto">{end(steps.to)}</span>
            </div>
        }
    };
    either.then(view).map(IntoAny::into_any)
}

pub(super) fn told(statements: &[String], fields: &Fields, language: Language) -> String {
    let skipped = phone(language).skipped;
    let value = |number: usize| {
        let skips = fields.first(&format!("skip-{number}")).is_some();
        let value = fields.first(&format!("value-{number}")).map(str::trim);
        if skips { Some(skipped) } else { value }
    };
    let one = statements.len() == 1;
    let tell = |(number, label): (usize, &String)| {
        let value = value(number)?;
        Some(if one { value.to_owned() } else { format!("{label}: {value}") })
    };
    (1..).zip(statements).filter_map(tell).collect::<Vec<String>>().join("\n")
}

pub(super) fn filled(value: &Value) -> Vec<(String, String)> {
    let field = |(number, value): (usize, &Value)| match value {
        Value::Null => (format!("skip-{number}"), "1".to_owned()),
        value => (format!("value-{number}"), value.to_string()),
    };
    (1..).zip(items(value, "values")).map(field).collect()
}
