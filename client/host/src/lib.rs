//! The host's bundle: brings the stage and the remote to life. It holds no page of its own, and
//! nothing that only a phone needs.
#![cfg(target_arch = "wasm32")]

use client::hydration::{PAGE_ID, hydrate};
use client::net::{host, texts};
use client::views::HostPage;
use leptos::prelude::IntoAny;
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen(start)]
fn start() {
    texts::then(|| {
        hydrate(PAGE_ID, |page: HostPage| match page {
            HostPage::Stage(state) => host::stage(*state).into_any(),
            HostPage::Waiting(screen) => host::waiting(*screen).into_any(),
            HostPage::Console(state) => host::console(*state).into_any(),
            HostPage::Remote(state) => host::remote(*state).into_any(),
            HostPage::Moderator(state) => host::moderator(*state).into_any(),
            HostPage::Questions(state) => host::questions(*state).into_any(),
        });
    });
}
