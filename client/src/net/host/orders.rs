//! Telling the room what was asked, by the page's own cookie.

use leptos::prelude::window;
use leptos::wasm_bindgen::{JsCast, JsValue};
use leptos::web_sys::{Headers, RequestInit, Response};
use shared::ids::RoomId;
use wasm_bindgen_futures::{JsFuture, spawn_local};

use super::browser::turn_full_screen;
use crate::views::stage::orders::Ask;

/// Asks it; `refused` hears the code of a refusal.
pub fn ask(room: &RoomId, ask: &Ask, refused: impl FnOnce(String) + 'static) {
    let (path, body) = match ask {
        Ask::FullScreen => return turn_full_screen(),
        Ask::Control(control) => ("control", serde_json::json!(control)),
        Ask::Screen(screen) => ("screen", serde_json::json!({ "screen": screen })),
    };
    let address = format!("/api/v1/rooms/{room}/{path}");
    spawn_local(async move {
        match post(&address, &body.to_string()).await {
            Ok(None) => {}
            Ok(Some(code)) => refused(code),
            Err(_) => refused("offline".to_owned()),
        }
    });
}

/// The code of the refusal, if it is one.
async fn post(address: &str, body: &str) -> Result<Option<String>, JsValue> {
    let request = RequestInit::new();
    request.set_method("POST");
    request.set_body(&body.into());
    let headers = Headers::new()?;
    headers.set("content-type", "application/json")?;
    request.set_headers(&headers);
    let response = JsFuture::from(window().fetch_with_str_and_init(address, &request)).await?;
    let response: Response = response.dyn_into()?;
    if response.ok() {
        return Ok(None);
    }
    let told = JsFuture::from(response.text()?).await?.as_string().unwrap_or_default();
    let told: serde_json::Value = serde_json::from_str(&told).unwrap_or_default();
    Ok(Some(told["code"].as_str().unwrap_or("internal").to_owned()))
}
