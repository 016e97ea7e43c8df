//! The list of words or answers, alive: what is ticked, and its buttons, which go to the room by
//! themselves.

use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;

use js_sys::Reflect;
use leptos::leptos_dom::helpers::set_interval;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, Event, HtmlFormElement, HtmlInputElement, SubmitEvent};
use shared::protocol::view::HostView;
use shared::question::Fields;

use super::line::HostLine;
use super::requests::ask;
use crate::net::html_forms::{fields, on};
use crate::views::desk::moderating::moderation_request::moderation_requests;
use crate::views::desk::remote::live::RemoteLiveState;
use crate::views::stage::host_request::HostRequest;

/// What the keyboard is on, and what a mouse rests on: either may be pressed at any moment. A
/// finger rests on nothing, though a browser goes on showing where it was.
const FOCUSED: &str = ":is(.moderating .items, .suggested) :focus-visible";
const HOVERED: &str = ":is(.moderating .items, .suggested) :is(button, .tick, summary):hover";

fn is_at_hand(mouse: bool) -> bool {
    let any = |selector| matches!(document().query_selector(selector), Ok(Some(_)));
    any(FOCUSED) || (mouse && any(HOVERED))
}

/// A second without a touch; after some of them what came in the meantime is shown, unless
/// something is about to be pressed.
fn rest(live: &ArcRwSignal<RemoteLiveState>, view: &impl Fn() -> HostView, mouse: bool) {
    if is_at_hand(mouse) {
        return live.update_untracked(|live| live.moderation.idle = 0);
    }
    let rested = live
        .try_update_untracked(|live| live.moderation.rested())
        .unwrap_or_default();
    if rested {
        live.update(|live| live.moderation.list(&view()));
    }
}

/// Takes what people do in the list from now on; `on_press` is called with every press.
pub fn listen(
    line: HostLine,
    live: ArcRwSignal<RemoteLiveState>,
    view: impl Fn() -> HostView + Clone + 'static,
    on_press: impl Fn() + 'static,
) {
    let mouse = Rc::new(Cell::new(false));
    refresh_when_rested(live.clone(), view.clone(), mouse.clone());
    notice_touches(&live, &mouse);
    take_ticks(live.clone(), view.clone());
    take_folds(live.clone());
    on(&document(), "submit", move |event| {
        let form = target::<HtmlFormElement>(event).filter(|form| {
            form.matches(".moderating, .ahead, .hold, .same")
                .unwrap_or_default()
        });
        let Some(form) = form else { return };
        event.prevent_default();
        on_press();
        let asked = asked(&form, event);
        live.update(|live| match asked.first("show") {
            Some("none") => live.moderation.pick_nothing(),
            Some(_) => live.moderation.show_new(&view()),
            None => (live.host.refused, live.moderation.idle) = (None, 0),
        });
        if let Some(into) = asked.first("pass") {
            live.update(|live| live.moderation.suggestions.pass(into));
        }
        moderate(&line, &live, &form, &asked);
        if asked.first("merge") == Some("picked") {
            live.update(|live| live.moderation.pick_nothing());
        }
    });
}

/// The element that an event is about, if it is one of these.
pub(super) fn target<T: JsCast>(event: &Event) -> Option<T> {
    event.target()?.dyn_into().ok()
}

/// The element that an event is about, or the nearest around it that a selector names.
pub(super) fn closest(event: &Event, selector: &str) -> Option<Element> {
    target::<Element>(event)?.closest(selector).ok().flatten()
}

fn refresh_when_rested(
    live: ArcRwSignal<RemoteLiveState>,
    view: impl Fn() -> HostView + 'static,
    mouse: Rc<Cell<bool>>,
) {
    set_interval(
        move || rest(&live, &view, mouse.get()),
        Duration::from_secs(1),
    );
}

/// Any touch tells whether a mouse is used; one in the list puts off what is new.
fn notice_touches(live: &ArcRwSignal<RemoteLiveState>, mouse: &Rc<Cell<bool>>) {
    for action in ["pointermove", "pointerdown", "keydown", "focusin"] {
        let (live, mouse) = (live.clone(), mouse.clone());
        on(&document(), action, move |event| {
            let pointer = Reflect::get(event, &"pointerType".into()).ok();
            if let Some(pointer) = pointer.and_then(|pointer| pointer.as_string()) {
                mouse.set(pointer == "mouse");
            }
            if closest(event, ".moderating .items, .suggested").is_some() {
                live.update_untracked(|live| live.moderation.idle = 0);
            }
        });
    }
}

fn take_ticks(live: ArcRwSignal<RemoteLiveState>, view: impl Fn() -> HostView + 'static) {
    on(&document(), "change", move |event| {
        let Some(tick) = target::<HtmlInputElement>(event) else {
            return;
        };
        match tick.name().as_str() {
            "pick" => {
                live.update(|live| live.moderation.pick(&tick.value(), tick.checked(), &view()))
            }
            "into" => live.update(|live| live.moderation.into = Some(tick.value())),
            _ => {}
        }
    });
}

/// The list keeps in mind what is unfolded: its rows change places.
fn take_folds(live: ArcRwSignal<RemoteLiveState>) {
    on(&document(), "click", move |event| {
        let Some(summary) = closest(event, "[data-unfold]") else {
            return;
        };
        event.prevent_default();
        live.update(|live| {
            live.moderation
                .unfold(&summary.get_attribute("data-unfold").unwrap_or_default())
        });
    });
}

/// Sends what a form asks for, and says why where it is refused.
fn moderate(
    line: &HostLine,
    live: &ArcRwSignal<RemoteLiveState>,
    form: &HtmlFormElement,
    asked: &Fields,
) {
    for request in moderation_requests(asked) {
        let (live, form) = (live.clone(), form.clone());
        let answered = move |answer| match answer {
            // What was typed is dealt with.
            Ok(()) if form.class_list().contains("ahead") => form.reset(),
            Ok(()) => {}
            Err(code) => live.update(|live| live.host.refused = Some(code)),
        };
        ask(line, HostRequest::Moderate(request), answered);
    }
}

/// What a form holds, with the button that was pressed.
pub(super) fn asked(form: &HtmlFormElement, event: &Event) -> Fields {
    let mut asked = fields(form);
    let button = event
        .dyn_ref::<SubmitEvent>()
        .and_then(SubmitEvent::submitter);
    let pressed = |attribute| {
        button
            .as_ref()
            .and_then(|button| button.get_attribute(attribute))
            .unwrap_or_default()
    };
    asked.0.push((pressed("name"), pressed("value")));
    asked
}
