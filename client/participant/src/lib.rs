//! The phone's bundle: hydrates the participant's page. It holds no page of its own, so that a
//! phone downloads nothing of the stage or the desk.
#![cfg(target_arch = "wasm32")]

use client::hydration::{PAGE_ID, hydrate_tree};
use client::net::json::read;
use client::net::{entrance, phone, texts};
use client::views::participant::page;
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen(start)]
fn start() {
    if !entrance::waits() {
        texts::then(|| hydrate_tree(PAGE_ID, read, page, phone::follow));
    }
}
