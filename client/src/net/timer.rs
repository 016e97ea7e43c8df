//! Time and chance, as the browser gives them.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// Does something once, after so many milliseconds.
pub fn after(ms: f64, then: impl FnOnce() + 'static) {
    let then = Closure::once_into_js(then);
    if let Some(window) = web_sys::window() {
        // Without timers nothing here would work; there is nothing to fall back to.
        let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(then.unchecked_ref(), ms as i32);
    }
}

/// The browser's clock, in milliseconds since 1970.
pub fn now_ms() -> f64 {
    js_sys::Date::now()
}

/// Between 0 and 1.
pub fn chance() -> f64 {
    js_sys::Math::random()
}
