//! Telling the room what was asked, by the page's own cookie.

use leptos::web_sys::{FormData, HtmlFormElement};
use wasm_bindgen_futures::spawn_local;

use super::browser::turn_full_screen;
use super::line::HostLine;
use crate::net::fetch::{FetchResponse, post};
use crate::views::stage::host_request::HostRequest;

/// Asks it; `answered` hears whether it was done, or the code of a refusal.
pub fn ask(
    line: &HostLine,
    ask: &HostRequest,
    answered: impl FnOnce(Result<(), String>) + 'static,
) {
    let (path, body) = match ask {
        HostRequest::FullScreen => return turn_full_screen(),
        HostRequest::Control(control) => ("control", serde_json::json!(control)),
        HostRequest::Admission(admission) => ("control", serde_json::json!(admission)),
        HostRequest::Trial(trial) => ("control", serde_json::json!(trial)),
        HostRequest::Moderate(moderation_request) => {
            ("moderate", serde_json::json!(moderation_request))
        }
        HostRequest::Screen(screen) => ("screen", serde_json::json!({ "screen": screen })),
    };
    let address = format!("/api/v1/rooms/{}/{path}", line.room);
    let line = line.clone();
    line.asks();
    spawn_local(async move {
        let answer = post(&address, &body.to_string()).await;
        line.looks();
        answered(answer.as_ref().map_or(Err("offline".to_owned()), done));
    });
}

/// What a button's form asks; nothing where it is another form.
pub fn asked(form: &HtmlFormElement) -> Option<HostRequest> {
    let fields = FormData::new_with_form(form).ok()?;
    let field = |name: &str| fields.get(name).as_string();
    let what = field("do")?;
    if what == "screen" {
        return serde_json::from_value(field("on")?.into())
            .ok()
            .map(HostRequest::Screen);
    }
    let mut asked = serde_json::json!({ "do": what });
    for name in ["slide", "on", "to"] {
        if let Some(given) = field(name) {
            asked[name] = given.into();
        }
    }
    for name in ["after", "round", "votes"] {
        if let Some(given) = field(name).and_then(|given| given.parse::<u64>().ok()) {
            asked[name] = given.into();
        }
    }
    if let Ok(trial) = serde_json::from_value(asked.clone()) {
        return Some(HostRequest::Trial(trial));
    }
    let admission = serde_json::from_value(asked.clone())
        .ok()
        .map(HostRequest::Admission);
    admission.or_else(|| serde_json::from_value(asked).ok().map(HostRequest::Control))
}

/// Whether that was done, or the code of the refusal.
fn done(answer: &FetchResponse) -> Result<(), String> {
    if (200..300).contains(&answer.status) {
        return Ok(());
    }
    let refusal: serde_json::Value = serde_json::from_str(&answer.text).unwrap_or_default();
    Err(refusal["code"].as_str().unwrap_or("internal").to_owned())
}
