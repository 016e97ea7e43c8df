//! Pointing at what stands on the stage: by a press on it, or by X and the arrow keys.

use leptos::prelude::document;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::Element;

use crate::views::stage::choosing::{Chosen, Target};

/// What bears the name of a word or an answer.
const NAMED: &str = "[data-name]";

/// The key that a press on a button stands for.
pub fn key_of(element: &Element) -> Option<String> {
    element.closest("[data-key]").ok().flatten()?.get_attribute("data-key")
}

/// What a press is on.
pub fn target_of(element: &Element) -> Option<Target> {
    element.closest(NAMED).ok().flatten().map(|element| target(&element))
}

/// The one after or before that name, in the order of the page; the first or last if there is none of that name.
pub fn beside(name: Option<&str>, step: i32) -> Option<Target> {
    let all: Vec<Element> = named().filter(is_seen).collect();
    let at = all.iter().position(|element| element.get_attribute("data-name").as_deref() == name);
    let count = i32::try_from(all.len()).ok().filter(|count| *count > 0)?;
    let place = match at {
        Some(at) => (i32::try_from(at).ok()? + step).rem_euclid(count),
        None if step < 0 => count - 1,
        None => 0,
    };
    all.get(usize::try_from(place).ok()?).map(target)
}

/// Makes it seen what is pointed at.
pub fn mark(chosen: Option<&Chosen>) {
    let names = chosen.map(|chosen| (chosen.target.name.as_str(), chosen.aim().name.as_str()));
    for element in named() {
        let name = element.get_attribute("data-name").unwrap_or_default();
        let is_chosen = names.is_some_and(|(target, aim)| name == target || name == aim);
        // An attribute of our own can be set and taken away in every browser.
        let _set =
            if is_chosen { element.set_attribute("data-chosen", "") } else { element.remove_attribute("data-chosen") };
    }
}

fn named() -> impl Iterator<Item = Element> {
    let all = document().query_selector_all(NAMED).ok();
    let count = all.as_ref().map_or(0, |all| all.length());
    (0..count).filter_map(move |place| all.as_ref()?.item(place)?.dyn_into::<Element>().ok())
}

/// Of the two shapes of a picture only one is shown.
fn is_seen(element: &Element) -> bool {
    let area = element.get_bounding_client_rect();
    area.width() > 0.0 && area.height() > 0.0
}

fn target(element: &Element) -> Target {
    let name = element.get_attribute("data-name").unwrap_or_default();
    let shown = element.query_selector("p").ok().flatten().and_then(|text| text.text_content());
    // An answer's name is no text; a word's is.
    Target { text: shown.unwrap_or_else(|| name.clone()), name }
}
