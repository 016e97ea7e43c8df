//! Telling the room what was asked, by the page's own cookie.

use leptos::web_sys::{FormData, HtmlFormElement};
use wasm_bindgen_futures::spawn_local;

use super::browser::turn_full_screen;
use super::line::HostLine;
use crate::net::fetch::{FetchResponse, post};
use crate::views::stage::host_request::HostRequest;
use crate::views::stage::request_queue::AnsweredAt;

/// Asks it, after what was asked before; `answered` hears whether it was done, or the code of a
/// refusal. A second press of the same control is none.
pub fn ask(line: &HostLine, ask: HostRequest, answered: impl FnOnce(Result<(), String>) + 'static) {
    match ask {
        HostRequest::FullScreen => turn_full_screen(),
        // One word does not wait for another: a moderator lets many through at once.
        HostRequest::Moderate(_) | HostRequest::Question(..) | HostRequest::TypeIn { .. } => {
            let line = line.clone();
            spawn_local(async move { answered(outcome(&send(&line, &ask).await).map(|_| ())) });
        }
        _ => {
            line.requests.borrow_mut().push(ask, Box::new(answered));
            send_next(line);
        }
    }
}

fn send_next(line: &HostLine) {
    let Some(ask) = line.requests.borrow_mut().next_to_send() else {
        return;
    };
    let line = line.clone();
    spawn_local(async move {
        let answer = send(&line, &ask).await;
        let outcome = outcome(&answer);
        let waiting = match &answer {
            Some(_) => {
                let at = outcome.as_ref().ok().copied().flatten();
                line.requests
                    .borrow_mut()
                    .answered(at)
                    .into_iter()
                    .collect()
            }
            None => line.requests.borrow_mut().give_up(),
        };
        for answered in waiting {
            answered(outcome.clone().map(|_| ()));
        }
        send_next(&line);
    });
}

async fn send(line: &HostLine, ask: &HostRequest) -> Option<FetchResponse> {
    let (path, body) = match ask {
        HostRequest::FullScreen => return None,
        HostRequest::Control(control) => ("control", serde_json::json!(control)),
        HostRequest::Admission(admission) => ("control", serde_json::json!(admission)),
        HostRequest::Adjustment(adjustment) => ("control", serde_json::json!(adjustment)),
        HostRequest::Moderate(moderation_request) => {
            ("moderate", serde_json::json!(moderation_request))
        }
        HostRequest::Screen(screen) => ("screen", serde_json::json!({ "screen": screen })),
        HostRequest::Question(_, request) => ("qa", serde_json::json!(request)),
        HostRequest::TypeIn { text, to } => ("qa", serde_json::json!({ "text": text, "to": to })),
    };
    let mut address = format!("/api/v1/rooms/{}/{path}", line.room);
    if let HostRequest::Question(question, _) = ask {
        address = format!("{address}/{question}");
    }
    line.asks();
    let answer = post(&address, &body.to_string()).await;
    line.looks();
    answer
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
    if let Ok(adjustment) = serde_json::from_value(asked.clone()) {
        return Some(HostRequest::Adjustment(adjustment));
    }
    let admission = serde_json::from_value(asked.clone())
        .ok()
        .map(HostRequest::Admission);
    admission.or_else(|| serde_json::from_value(asked).ok().map(HostRequest::Control))
}

/// Whether that was done, and where the room was after it if the answer says so; or the code of the
/// refusal.
fn outcome(answer: &Option<FetchResponse>) -> Result<Option<AnsweredAt>, String> {
    let answer = answer.as_ref().ok_or("offline")?;
    let said: serde_json::Value = serde_json::from_str(&answer.text).unwrap_or_default();
    if !(200..300).contains(&answer.status) {
        return Err(said["code"].as_str().unwrap_or("internal").to_owned());
    }
    let number = |name: &str| said[name].as_u64();
    let at = number("seq").zip(number("controls"));
    Ok(at.map(|(seq, controls)| AnsweredAt { seq, controls }))
}
