//! Requests to the room, for where no socket can be had.

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, RequestInit, Response};

use super::timer;

/// After so long without an answer a request is given up, in milliseconds. It is ended too: a
/// browser opens few connections to one server, and would go on waiting on those that are dead.
const UNANSWERED_MS: f64 = 10_000.0;

/// What came back.
pub struct FetchResponse {
    /// The HTTP status.
    pub status: u16,
    /// The body.
    pub text: String,
    /// The name of what it shows, where it has one.
    pub seen: Option<String>,
}

/// Asks for what is at an address; nothing where no answer comes in time.
pub async fn get(address: &str) -> Option<FetchResponse> {
    let request = RequestInit::new();
    fetch(address, &request).await
}

/// Sends JSON to an address.
pub async fn post(address: &str, json: &str) -> Option<FetchResponse> {
    let request = RequestInit::new();
    request.set_method("POST");
    request.set_body(&JsValue::from_str(json));
    fetch(address, &request).await
}

async fn fetch(address: &str, request: &RequestInit) -> Option<FetchResponse> {
    let ends = AbortController::new().ok()?;
    request.set_signal(Some(&ends.signal()));
    // Ending what has ended changes nothing.
    timer::after(UNANSWERED_MS, move || ends.abort());
    let asked = web_sys::window()?.fetch_with_str_and_init(address, request);
    let response: Response = JsFuture::from(asked).await.ok()?.dyn_into().ok()?;
    let text = JsFuture::from(response.text().ok()?)
        .await
        .ok()?
        .as_string()
        .unwrap_or_default();
    let seen = response.headers().get("peil-seen").ok().flatten();
    Some(FetchResponse {
        status: response.status(),
        text,
        seen,
    })
}
