//! `choice` on a phone: a row per option.

use leptos::prelude::*;
use serde_json::Value;
use shared::protocol::view::InputOption;
use shared::question::Fields;
use shared::question::choice::Pick;

use crate::texts::phone::counted;
use crate::ui::bidi::listed;
use crate::ui::shuffle::place;
use crate::views::participant::sheet::Sheet;
use crate::views::participant::told::items;

pub(super) fn fields(sheet: &Sheet<'_>, options: &[InputOption], pick: Pick, shuffle: bool) -> AnyView {
    let legend = counted::pick(sheet.language(), pick, options.len()).unwrap_or_else(|| sheet.say().pick_one.into());
    let kind = if pick.max == 1 { "radio" } else { "checkbox" };
    let rows: Vec<AnyView> = order(sheet, options, shuffle)
        .into_iter()
        .map(|number| row(sheet, number, &options[number - 1], kind))
        .collect();
    view! {
        <fieldset class="options" aria-labelledby="prompt pick">
            <legend class="visually-hidden" id="pick">{legend}</legend>
            {rows}
        </fieldset>
    }
    .into_any()
}

/// Option numbers in the order in which this person sees them. What takes a text of one's own stays
/// last, where people look for it.
fn order(sheet: &Sheet<'_>, options: &[InputOption], shuffle: bool) -> Vec<usize> {
    let mut numbers: Vec<usize> = (1..=options.len()).collect();
    if let Some(you) = sheet.state.you.as_deref().filter(|_| shuffle) {
        numbers.sort_by_key(|number| (options[number - 1].other, place(you, &format!("{} {number}", sheet.slide.id))));
    }
    numbers
}

fn row(sheet: &Sheet<'_>, number: usize, option: &InputOption, kind: &'static str) -> AnyView {
    let number = number.to_string();
    let on = sheet.filled.all("option").any(|picked| picked.trim() == number);
    let language = sheet.state.deck_language();
    let image = option.image.clone().filter(|(source, _)| is_ours(source));
    let image = image.map(|(source, alt)| view! { <img src=source alt=alt /> });
    view! {
        <div class="option">
            <label class="pick">
                <input type=kind name="option" value=number checked=on />
                {image}
                <span dir="auto" lang=language>{option.label.clone()}</span>
            </label>
            {option.other.then(|| other(sheet, &option.label))}
        </div>
    }
    .into_any()
}

fn other(sheet: &Sheet<'_>, label: &str) -> impl IntoView + use<> {
    let typed = sheet.filled.first("other").unwrap_or_default().to_owned();
    view! {
        <input
            class="field"
            type="text"
            name="other"
            aria-label=counted::other(sheet.language(), label)
            placeholder=sheet.say().other_words
            dir="auto"
            autocomplete="off"
            value=typed
        />
    }
}

/// Whether a picture is of this site, or within the deck itself: any other address would tell a third
/// party who is in the room.
fn is_ours(source: &str) -> bool {
    let path = source.starts_with('/') && !source.starts_with("//");
    let plain = !source.contains(|c: char| c.is_control() || c == '\\');
    plain && (path || source.starts_with("data:image/"))
}

pub(super) fn told(options: &[InputOption], fields: &Fields) -> String {
    let mut texts: Vec<String> = Vec::new();
    for (number, option) in (1..).zip(options) {
        if fields.all("option").any(|picked| picked.trim().parse() == Ok(number)) {
            let typed = fields.first("other").filter(|text| option.other && !text.trim().is_empty());
            texts.push(typed.map_or_else(|| option.label.clone(), |text| format!("{}: {text}", option.label)));
        }
    }
    listed(&texts.iter().map(String::as_str).collect::<Vec<_>>(), ", ")
}

pub(super) fn filled(value: &Value) -> Vec<(String, String)> {
    let option = |number: &Value| ("option".to_owned(), number.to_string());
    let other = value["other"].as_str().map(|text| ("other".to_owned(), text.to_owned()));
    items(value, "options").map(option).chain(other).collect()
}
