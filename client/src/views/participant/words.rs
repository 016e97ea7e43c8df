//! `words` on a phone: a field per entry.

use leptos::prelude::*;
use serde_json::Value;
use shared::question::Fields;
use shared::refusal::Refusal;
use shared::text;

use crate::texts::phone::counted;
use crate::ui::bidi::listed;
use crate::views::participant::sheet::Sheet;
use crate::views::participant::told::items;

pub(super) fn fields(sheet: &Sheet<'_>, entries: u32, length: u32) -> AnyView {
    let typed: Vec<&str> = sheet.filled.all("entry").collect();
    let rows: Vec<AnyView> = (1..=entries as usize)
        .map(|number| field(sheet, number, entries, length, typed.get(number - 1).copied().unwrap_or_default()))
        .collect();
    view! { <div class="fields">{rows}</div> }.into_any()
}

fn field(sheet: &Sheet<'_>, number: usize, of: u32, length: u32, typed: &str) -> AnyView {
    let language = sheet.language();
    let id = format!("entry-{number}");
    let name = if of == 1 { sheet.say().your_words.to_owned() } else { counted::word(language, number, of) };
    let placeholder = (of > 1).then(|| counted::ordinal(language, number));
    let invalid = is_too_long(sheet, typed, length).then_some("true");
    view! {
        <label class="visually-hidden" for=id.clone()>{name}</label>
        <input
            class="field"
            id=id
            name="entry"
            type="text"
            dir="auto"
            autocomplete="off"
            aria-describedby="hint"
            aria-invalid=invalid
            placeholder=placeholder
            value=typed.to_owned()
        />
    }
    .into_any()
}

/// Of several entries, whether this is one that was refused.
fn is_too_long(sheet: &Sheet<'_>, typed: &str, length: u32) -> bool {
    let refused = matches!(sheet.refusal(), Some(Refusal::TooLong { .. }));
    refused && text::within(text::line(typed), length as usize).is_err()
}

pub(super) fn told(fields: &Fields) -> String {
    let entries: Vec<&str> = fields.all("entry").map(str::trim).filter(|entry| !entry.is_empty()).collect();
    listed(&entries, ", ")
}

pub(super) fn filled(value: &Value) -> Vec<(String, String)> {
    let entries = items(value, "entries").filter_map(Value::as_str);
    entries.map(|text| ("entry".to_owned(), text.to_owned())).collect()
}
