//! The page of a visitor who waits to enter a room: it checks whether they may come in, and is
//! loaded again only then. So whoever hears it, or goes by keyboard, does not lose their place
//! every few seconds.

use wasm_bindgen_futures::spawn_local;

use super::{fetch, timer};

/// The page of a message, and what it says there: the word by which programs distinguish messages.
const MESSAGE: &str = "<main class=\"start\">";
const OUTSIDE: [&str; 2] = ["data-code=\"wait\"", "data-code=\"door_closed\""];
/// Between two looks, in milliseconds; and up to a second more.
const LOOK_MS: f64 = 5_000.0;

/// Looks again and again, if the page is one of those; whether it is.
pub fn waits() -> bool {
    let document = web_sys::window().and_then(|window| window.document());
    let main = document.and_then(|document| document.query_selector("main").ok().flatten());
    let waits = main.is_some_and(|main| is_outside(&main.outer_html()));
    if waits {
        look_soon();
    }
    waits
}

fn is_outside(html: &str) -> bool {
    html.contains(MESSAGE) && OUTSIDE.iter().any(|word| html.contains(word))
}

fn look_soon() {
    timer::after(LOOK_MS + 1_000.0 * timer::random(), || spawn_local(look()));
}

async fn look() {
    let Some(location) = web_sys::window().map(|window| window.location()) else {
        return;
    };
    let Ok(address) = location.href() else { return };
    let changed = fetch::get(&address)
        .await
        .is_some_and(|page| page.status < 500 && !is_outside(&page.text));
    if !changed || location.reload().is_err() {
        look_soon();
    }
}
