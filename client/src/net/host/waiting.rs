//! A screen that waits for its room, alive: it looks by itself whether it was given one, and shows
//! it.

use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;

use leptos::leptos_dom::helpers::set_interval;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::Response;
use wasm_bindgen_futures::{JsFuture, spawn_local};

use super::browser::reload;
use crate::views::desk::takeover::{WaitingScreen, WaitingScreenPage, WaitingScreenPageProps};

/// How often it looks.
const LOOKS: Duration = Duration::from_secs(2);
/// Where it looks.
const HERE: &str = "/stage";

/// The page, which looks for its room from now on.
pub fn bring_to_life(screen: WaitingScreen) -> impl IntoView {
    let (address, looking) = (screen.address.clone(), Rc::new(Cell::new(false)));
    set_interval(
        move || {
            // On a slow line one look at a time.
            if !looking.replace(true) {
                let (address, looking) = (address.clone(), Rc::clone(&looking));
                spawn_local(async move {
                    // Out of reach it waits on: whoever scans the code can't reach the server
                    // either.
                    let _nothing_new = look(&address).await;
                    looking.set(false);
                });
            }
        },
        LOOKS,
    );
    WaitingScreenPage(WaitingScreenPageProps { screen })
}

/// What `/stage` shows now: the room that this screen was given, or another code than the one on
/// it.
async fn look(address: &str) -> Option<()> {
    let response: Response = JsFuture::from(window().fetch_with_str(HERE))
        .await
        .ok()?
        .dyn_into()
        .ok()?;
    if response.redirected() {
        return window().location().replace(&response.url()).ok();
    }
    let text = JsFuture::from(response.text().ok()?)
        .await
        .ok()?
        .as_string()?;
    if response.ok() && !text.contains(address) {
        reload();
    }
    None
}
