//! The host's bundle: brings the stage and the remote to life. It holds no page of its own, and nothing that only a phone needs.
#![cfg(target_arch = "wasm32")]

use client::mount::{PAGE_ID, hydrate};
use client::net::host;
use client::views::stage::StageState;
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen(start)]
fn start() {
    hydrate(PAGE_ID, |state: StageState| host::stage(state));
}
