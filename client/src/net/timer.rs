//! Time and random numbers, as the browser gives them.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// Does something once, after so many milliseconds.
pub fn after(ms: f64, then: impl FnOnce() + 'static) {
    let then = Closure::once_into_js(then);
    if let Some(window) = web_sys::window() {
        // Without timers nothing here would work; there is nothing to fall back to.
        let _ = window
            .set_timeout_with_callback_and_timeout_and_arguments_0(then.unchecked_ref(), ms as i32);
    }
}

/// The browser's clock, in milliseconds since 1970.
pub fn now_ms() -> f64 {
    js_sys::Date::now()
}

/// When the page began to arrive, by the same clock: whatever the server wrote into it is of that
/// moment.
pub fn arrived_ms() -> f64 {
    let arrived = web_sys::window()
        .and_then(|window| window.performance())
        .map(|known| known.timing().response_start());
    arrived
        .filter(|arrived| *arrived > 0.0)
        .unwrap_or_else(now_ms)
}

/// Between 0 and 1.
pub fn random() -> f64 {
    js_sys::Math::random()
}
