//! The host's bundle: hydrates the stage. It holds no page of its own, and nothing that only a phone needs.
#![cfg(target_arch = "wasm32")]

use client::mount::{PAGE_ID, hydrate};
use client::views::stage::{StagePage, StagePageProps, StageState};
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen(start)]
fn start() {
    hydrate(PAGE_ID, |state: StageState| StagePage(StagePageProps { state }));
}
