//! The forms of a page: what they hold, and what people do to them. One listener for all, so that a
//! form needs nothing to be alive.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::{Array, try_iter};
use shared::question::Fields;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{
    Document, Element, Event, EventTarget, FormData, HtmlFormElement, HtmlInputElement,
    KeyboardEvent, MouseEvent,
};

use crate::kinds;

/// What `keyCode` says of a key that goes into a character being composed.
const COMPOSING: u32 = 229;

/// What somebody did.
pub enum UserAction {
    /// Changed what a form holds.
    Typed(Fields),
    /// Sent a form.
    Pressed(Fields),
    /// Pressed something else; its `data-do`, and what it names.
    Did(String, Option<String>),
}

/// Tells of everything that people do to the page. `takes` says whether an action is dealt with:
/// then the browser does nothing by itself.
pub fn listen(document: &Document, takes: impl Fn(UserAction) -> bool + Clone + 'static) {
    let changed = takes.clone();
    on(document, "input", move |event| {
        if let Some((field, form)) = field_of(event) {
            settle(&field, &form);
            changed(UserAction::Typed(fields(&form)));
        }
    });
    let pressed = takes.clone();
    on(document, "submit", move |event| {
        if let Some(form) =
            target(event).and_then(|target| target.dyn_into::<HtmlFormElement>().ok())
            && is_answer(&form)
            && pressed(UserAction::Pressed(fields(&form)))
        {
            event.prevent_default();
        }
    });
    // What a line held when the finger came down on it.
    let line = Rc::new(Cell::new(None));
    let before = Rc::clone(&line);
    on(document, "pointerdown", move |event| {
        before.set(line_of(event).map(|line| line.value()))
    });
    let lifted = takes.clone();
    on(document, "pointerup", move |event| {
        lifts(event, line.take(), &lifted)
    });
    on(document, "click", move |event| clicked(event, &takes));
    // Some phones show that something is pressed only where somebody listens for fingers.
    on(document, "touchstart", |_| {});
    on(document, "keydown", goes_on);
}

/// Enter in one of several words goes to the next, as the key on a phone's keyboard says; in the
/// last one it sends.
fn goes_on(event: &Event) {
    let Some(key) = event.dyn_ref::<KeyboardEvent>() else {
        return;
    };
    // A character that is being composed takes Enter for itself; one browser says so by its code
    // alone.
    if key.key() != "Enter" || key.is_composing() || key.key_code() == COMPOSING {
        return;
    }
    let Some((field, form)) = field_of(event).filter(|(field, _)| field.name() == kinds::ENTRY)
    else {
        return;
    };
    let Ok(entries) = form.query_selector_all(&named(kinds::ENTRY)) else {
        return;
    };
    let mut entries = (0..entries.length())
        .filter_map(|place| entries.item(place)?.dyn_into::<HtmlInputElement>().ok());
    if entries.any(|entry| entry == field)
        && let Some(next) = entries.next()
    {
        event.prevent_default();
        let _ = next.focus();
    }
}

fn clicked(event: &Event, takes: &impl Fn(UserAction) -> bool) {
    let Some(element) = target(event).and_then(|target| target.dyn_into::<Element>().ok()) else {
        return;
    };
    if element.has_attribute("data-line") {
        // A press on the very middle moves nothing, and still is a choice.
        return chooses(event, takes);
    }
    let Ok(Some(link)) = element.closest("[data-do]") else {
        return;
    };
    let action = UserAction::Did(
        link.get_attribute("data-do").unwrap_or_default(),
        link.get_attribute("data-about"),
    );
    if takes(action) {
        event.prevent_default();
    }
}

/// The finger goes up again. Where the browser has moved nothing meanwhile (the tap met the thumb,
/// or this browser moves the thumb by dragging alone), the line goes to where the finger was.
fn lifts(event: &Event, before: Option<String>, takes: &impl Fn(UserAction) -> bool) {
    let Some(line) = line_of(event).filter(|line| before == Some(line.value())) else {
        return;
    };
    line.set_value(&place(&line, event));
    chooses(event, takes);
}

/// The line that an event is on holds what somebody chose.
fn chooses(event: &Event, takes: &impl Fn(UserAction) -> bool) {
    if let Some((field, form)) = field_of(event) {
        settle(&field, &form);
        takes(UserAction::Typed(fields(&form)));
    }
}

/// The line that an event is on.
fn line_of(event: &Event) -> Option<HtmlInputElement> {
    target(event)?
        .dyn_into::<HtmlInputElement>()
        .ok()
        .filter(|field| field.has_attribute("data-line"))
}

/// Where on a line a press is. The line is a thumb shorter than its field, and a thumb is seven
/// tenths as wide as that is high (`phone.css`).
fn place(line: &HtmlInputElement, event: &Event) -> String {
    let (around, x) = (
        line.get_bounding_client_rect(),
        event.unchecked_ref::<MouseEvent>().client_x(),
    );
    let thumb = around.height() * 0.7;
    let part = (f64::from(x) - around.left() - thumb / 2.0) / (around.width() - thumb);
    ((part.clamp(0.0, 1.0) * 100.0).round() as u32).to_string()
}

/// What all forms of the page hold.
pub fn all(document: &Document) -> Vec<Fields> {
    let Ok(forms) = document.query_selector_all("main form") else {
        return Vec::new();
    };
    let forms = (0..forms.length())
        .filter_map(|place| forms.item(place)?.dyn_into::<HtmlFormElement>().ok());
    forms.map(|form| fields(&form)).collect()
}

/// Listens for events of the window or the document, as long as the page lives.
pub fn on(target: &EventTarget, name: &str, mut heard: impl FnMut(&Event) + 'static) {
    let heard = Closure::<dyn FnMut(Event)>::new(move |event: Event| heard(&event));
    let _ = target.add_event_listener_with_callback(name, heard.as_ref().unchecked_ref());
    heard.forget();
}

pub fn fields(form: &HtmlFormElement) -> Fields {
    let mut fields = Vec::new();
    let entries = FormData::new_with_form(form)
        .ok()
        .and_then(|data| try_iter(&data).ok().flatten());
    for entry in entries.into_iter().flatten().flatten() {
        let pair: Array = entry.unchecked_into();
        if let (Some(name), Some(value)) = (pair.get(0).as_string(), pair.get(1).as_string()) {
            fields.push((name, value.replace("\r\n", "\n")));
        }
    }
    Fields(fields)
}

/// What one field means for others: a step takes the skip away and the other way round, what is
/// typed behind an option chooses it, a line that was touched has a value.
fn settle(field: &HtmlInputElement, form: &HtmlFormElement) {
    let name = field.name();
    if field.has_attribute("data-line") {
        field.set_name(kinds::PLACE_ON_A_LINE);
    } else if let Some(other) = kinds::ruled_out_by(&name) {
        // What was unticked rules nothing out.
        if field.checked() {
            untick(form, &other);
        }
    } else if name == kinds::OTHER
        && !field.value().trim().is_empty()
        && let Some(option) = field.closest(".option").ok().flatten()
        && let Some(tick) = option.query_selector(&named(kinds::OPTION)).ok().flatten()
        && let Ok(tick) = tick.dyn_into::<HtmlInputElement>()
    {
        tick.set_checked(true);
    }
}

fn untick(form: &HtmlFormElement, name: &str) {
    let Ok(Some(ticked)) = form.query_selector(&format!("{}:checked", named(name))) else {
        return;
    };
    ticked
        .unchecked_into::<HtmlInputElement>()
        .set_checked(false);
}

/// The fields of that name, as a selector.
fn named(name: &str) -> String {
    format!("[name={name}]")
}

fn target(event: &Event) -> Option<EventTarget> {
    event.target()
}

/// The field that an event is about, if it belongs to an answer. A text field of several lines
/// counts as one: its name is enough.
fn field_of(event: &Event) -> Option<(HtmlInputElement, HtmlFormElement)> {
    let element = target(event)?.dyn_into::<Element>().ok()?;
    let form = element
        .closest("form")
        .ok()
        .flatten()?
        .dyn_into::<HtmlFormElement>()
        .ok()?;
    is_answer(&form).then(|| (element.unchecked_into(), form))
}

fn is_answer(form: &HtmlFormElement) -> bool {
    form.get_attribute("action")
        .is_some_and(|action| action.ends_with("/answers"))
}
