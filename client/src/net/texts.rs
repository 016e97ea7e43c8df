//! The sentences of the page's language: a file beside the bundle, loaded before the page comes
//! alive. Until then it works without scripts.

use wasm_bindgen_futures::spawn_local;

use super::{fetch, timer};
use crate::hydration::{STATE_ID, TEXTS};
use crate::messages;

/// Between two tries, in milliseconds; and up to a second more.
const AGAIN_MS: f64 = 2_000.0;

/// Goes on once they are there; never where the page names none.
pub fn then(go_on: impl FnOnce() + 'static) {
    let document = web_sys::window().and_then(|window| window.document());
    let state = document.and_then(|document| document.get_element_by_id(STATE_ID));
    if let Some(address) = state.and_then(|state| state.get_attribute(TEXTS)) {
        spawn_local(load(address, Box::new(go_on)));
    }
}

async fn load(address: String, go_on: Box<dyn FnOnce()>) {
    match fetch::get(&address)
        .await
        .filter(|answer| answer.status == 200)
    {
        Some(answer) => {
            messages::load(answer.text);
            go_on();
        }
        None => timer::after(AGAIN_MS + 1_000.0 * timer::random(), || {
            spawn_local(load(address, go_on))
        }),
    }
}
