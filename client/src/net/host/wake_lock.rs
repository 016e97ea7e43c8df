//! The screen stays on while a stage or a remote shows. Where a browser has no Screen Wake Lock, or
//! refuses one, it goes to sleep as it always did, and nothing is said.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Function, Promise, Reflect};
use leptos::prelude::{document, window};
use leptos::wasm_bindgen::{JsCast, JsValue};
use leptos::web_sys::VisibilityState;
use wasm_bindgen_futures::{JsFuture, spawn_local};

use crate::net::html_forms::on;

/// Keeps the screen on from now on. A browser lets go by itself when the page is out of sight, so
/// it is asked again each time the page comes back.
pub fn keep() {
    let held = Rc::new(RefCell::new(None));
    ask(&held);
    let again = Rc::clone(&held);
    on(&document(), "visibilitychange", move |_| {
        if document().visibility_state() == VisibilityState::Visible {
            ask(&again);
        }
    });
    on(&window(), "pagehide", move |_| {
        if let Some(lock) = held.take() {
            let _gone = call(&lock, "release", &[]);
        }
    });
}

fn ask(held: &Rc<RefCell<Option<JsValue>>>) {
    let Some(asked) = request() else { return };
    let held = Rc::clone(held);
    spawn_local(async move {
        // Low on battery, or out of sight again: it is asked the next time.
        if let Ok(lock) = JsFuture::from(asked).await {
            *held.borrow_mut() = Some(lock);
        }
    });
}

fn request() -> Option<Promise> {
    let navigator = Reflect::get(&window(), &"navigator".into()).ok()?;
    let locks = Reflect::get(&navigator, &"wakeLock".into())
        .ok()
        .filter(JsValue::is_object)?;
    call(&locks, "request", &["screen".into()])?.dyn_into().ok()
}

fn call(on: &JsValue, name: &str, arguments: &[JsValue]) -> Option<JsValue> {
    let function: Function = Reflect::get(on, &name.into()).ok()?.dyn_into().ok()?;
    function.apply(on, &arguments.iter().collect()).ok()
}
