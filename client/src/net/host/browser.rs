//! What a host's page needs of the browser besides its socket: the time of day, the document, full
//! screen.

use leptos::ev;
use leptos::leptos_dom::helpers::window_event_listener;
use leptos::prelude::{document, window};
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, HtmlElement, HtmlTextAreaElement, KeyboardEvent, MouseEvent};

use crate::net::timer::{after, now_ms};
use crate::views::stage::keys::{Focus, presses_again};

/// A page that is older than this may load itself again, in milliseconds: it would else do so
/// without a pause.
const SETTLED_MS: f64 = 10_000.0;

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

/// What has the focus while a key goes down.
pub fn focus_of(event: &KeyboardEvent) -> Focus {
    let target = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok());
    let Some(element) = target else {
        return Focus::Page;
    };
    if ["input", "textarea", "select"].contains(&element.local_name().as_str())
        || element
            .dyn_ref::<HtmlElement>()
            .is_some_and(HtmlElement::is_content_editable)
    {
        return Focus::Field;
    }
    if matches!(element.closest("button, a, summary"), Ok(Some(_))) {
        Focus::Button
    } else {
        Focus::Page
    }
}

/// A button is pressed once, however long Enter is held down and however often a finger bounces.
/// What a second press would do is often the opposite of the first, since the button has changed
/// its words meanwhile.
pub fn press_once() {
    drop(window_event_listener(ev::click, |event| {
        if bounces(&event) {
            event.prevent_default();
        }
    }));
    drop(window_event_listener(ev::keydown, |event| {
        if presses_again(&event.key(), event.repeat(), focus_of(&event)) {
            event.prevent_default();
        }
    }));
}

/// Whether a press is the second of a double click, as the browser counts them.
pub fn bounces(event: &MouseEvent) -> bool {
    let pressed = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok());
    event.detail() > 1
        && pressed.is_some_and(|it| matches!(it.closest("button, [data-name]"), Ok(Some(_))))
}

/// Loads the page again.
pub fn reload() {
    // A browser that refuses this leaves the page as it is.
    let _refused = window().location().reload();
}

/// The same of a page that came at that moment: at once where it has been there for a while, else
/// as soon as it has.
pub fn reload_once_settled(begun_ms: f64) {
    after((begun_ms + SETTLED_MS - now_ms()).max(0.0), reload);
}

/// Copies the text that a button names, and gives it; nothing where it is no such button, or the
/// browser refuses. Not by the newer way, which browsers have over https alone.
pub fn copied_by(pressed: &Element) -> Option<String> {
    let button = pressed.closest("[data-copies]").ok()??;
    let id = button.get_attribute("data-copies")?;
    let field = document().get_element_by_id(&id)?;
    let field = field.dyn_into::<HtmlTextAreaElement>().ok()?;
    field.select();
    let document = document();
    let copy = js_sys::Reflect::get(&document, &"execCommand".into()).ok()?;
    let done = copy
        .dyn_ref::<js_sys::Function>()?
        .call1(&document, &"copy".into());
    let _stays = button.dyn_ref::<HtmlElement>().map(HtmlElement::focus);
    done.ok()?.as_bool().filter(|done| *done)?;
    Some(field.value())
}
