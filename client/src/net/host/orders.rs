//! Telling the room what was asked, by the page's own cookie.

use wasm_bindgen_futures::spawn_local;

use super::browser::turn_full_screen;
use super::line::HostLine;
use crate::net::asking::{Answer, post};
use crate::views::stage::orders::Ask;

/// Asks it; `refused` hears the code of a refusal.
pub fn ask(line: &HostLine, ask: &Ask, refused: impl FnOnce(String) + 'static) {
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
        if let Some(code) = answer.map_or(Some("offline".to_owned()), |answer| code_of(&answer)) {
            refused(code);
        }
    });
}

/// The code of a refusal, if it is one.
fn code_of(answer: &Answer) -> Option<String> {
    if (200..300).contains(&answer.status) {
        return None;
    }
    let told: serde_json::Value = serde_json::from_str(&answer.text).unwrap_or_default();
    Some(told["code"].as_str().unwrap_or("internal").to_owned())
}
