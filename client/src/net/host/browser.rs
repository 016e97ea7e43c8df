//! What a host's page needs of the browser besides its socket: the time of day, the document, full screen.

use leptos::prelude::{document, window};
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, HtmlElement};

/// The time of day where the browser is.
pub fn clock() -> String {
    let date = js_sys::Date::new_0();
    format!("{}:{:02}", date.get_hours(), date.get_minutes())
}

/// The document's title, and the classes of its body.
pub fn dress(title: &str, class: &str) {
    let document = document();
    if document.title() != title {
        document.set_title(title);
    }
    if let Some(body) = document.body()
        && body.class_name() != class
    {
        body.set_class_name(class);
    }
}

/// Makes the page fill the screen, or no longer. A browser may refuse; then nothing happens.
pub fn turn_full_screen() {
    let document = document();
    if document.fullscreen_element().is_some() {
        document.exit_fullscreen();
    } else if let Some(root) = document.document_element() {
        let _refused = root.request_fullscreen();
    }
}

/// Whether somebody is typing into a field, whose keys mean letters.
pub fn types_into(target: Option<&leptos::web_sys::EventTarget>) -> bool {
    let Some(element) = target.and_then(|target| target.dyn_ref::<Element>()) else { return false };
    ["input", "textarea", "select"].contains(&element.local_name().as_str())
        || element.dyn_ref::<HtmlElement>().is_some_and(HtmlElement::is_content_editable)
}

/// Loads the page again.
pub fn reload() {
    // A browser that refuses this leaves the page as it is.
    let _refused = window().location().reload();
}
