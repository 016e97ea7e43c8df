//! Telling the room what was asked, by the page's own cookie.

use wasm_bindgen_futures::spawn_local;

use super::browser::turn_full_screen;
use super::line::HostLine;
use crate::net::asking::{Answer, post};
use crate::views::stage::orders::Ask;

/// Asks it; `answered` hears whether it was done, or the code of a refusal.
pub fn ask(line: &HostLine, ask: &Ask, answered: impl FnOnce(Result<(), String>) + 'static) {
    let (path, body) = match ask {
        Ask::FullScreen => return turn_full_screen(),
        Ask::Control(control) => ("control", serde_json::json!(control)),
        Ask::Moderate(wish) => ("moderate", serde_json::json!(wish)),
        Ask::Screen(screen) => ("screen", serde_json::json!({ "screen": screen })),
    };
    let address = format!("/api/v1/rooms/{}/{path}", line.room);
    let line = line.clone();
    spawn_local(async move {
        let answer = post(&address, &body.to_string()).await;
        line.looks();
        answered(answer.as_ref().map_or(Err("offline".to_owned()), done));
    });
}

/// Whether that was done, or the code of the refusal.
fn done(answer: &Answer) -> Result<(), String> {
    if (200..300).contains(&answer.status) {
        return Ok(());
    }
    let told: serde_json::Value = serde_json::from_str(&answer.text).unwrap_or_default();
    Err(told["code"].as_str().unwrap_or("internal").to_owned())
}
