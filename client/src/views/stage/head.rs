//! How to join: the bar on top of every slide, and the screen that shows nothing else.

use leptos::prelude::*;
use shared::protocol::view::WifiView;

use super::StageState;
use super::footer::{finished, qr};
use crate::texts::charts::grouped;
use crate::texts::stage as say;

/// The mark as a picture.
#[component]
fn Gauge() -> impl IntoView {
    view! {
        <span class="mark" role="img" aria-label="peil">
            <svg viewBox="0 0 30 32" aria-hidden="true">
                <path d="M1 2h14v4H5v20h10v4H1z" />
                <path class="tick" d="M5 14h23v4H5z" />
            </svg>
            <span aria-hidden="true">"peil"</span>
        </span>
    }
}

/// Address and code, always in sight; when all is over, whose figures these are.
#[component]
pub fn JoinBar(state: StageState) -> impl IntoView {
    view! { <header class="join">{join(&state)} <Gauge /></header> }
}

fn join(state: &StageState) -> AnyView {
    let say = say::stage(state.language);
    if !state.view.can_be_joined() {
        return view! { <p class="room-title" dir="auto">{state.view.title.clone()}</p> }
            .into_any();
    }
    view! {
        <p>
            {say.join_at} <b>{state.address.clone()}</b> " " <span class="code-word">{say.code}</span> " "
            <b class="code">{state.code.to_string()}</b>
        </p>
    }
    .into_any()
}

/// The join screen.
#[component]
pub fn Joining(state: StageState) -> impl IntoView {
    let say = say::stage(state.language);
    let class = match state.address.chars().count() {
        23.. => "address address-long",
        17.. => "address address-mid",
        _ => "address",
    };
    let people = state.view.participants;
    view! {
        <header class="join">
            <p class="room-title" dir="auto">{state.view.title.clone()}</p>
            <Gauge />
        </header>
        <main>
            {qr(&state, false)}
            <div>
                <h1 class="visually-hidden">{say.join}</h1>
                <p class="how">{say.scan}</p>
                <p class=class>{breakable(&state.address)}</p>
                <p class="how">{say.type_code}</p>
                <p class="code">{state.code.to_string()}</p>
                {state.view.wifi.as_ref().map(|wifi| network(&state, wifi))}
                <p class="how present">
                    <b>{grouped(state.language, people)}</b>
                    " "
                    {say::people_joined(state.language, people)}
                </p>
                {finished(&state).map(|finished| view! { <p class="how present">{finished}</p> })}
            </div>
        </main>
    }
}

/// How to get on the network there, for people who have none.
fn network(state: &StageState, wifi: &WifiView) -> AnyView {
    let say = say::stage(state.language);
    let password = wifi.password.clone();
    let password = password.map(|password| {
        view! {
            <p class="how">{say.wifi_password} " " <b>{password}</b></p>
        }
    });
    view! {
        <div class="wifi">
            <div class="qr" aria-hidden="true" inner_html=wifi.qr.clone()></div>
            <div>
                <p class="how">{say.wifi} " " <b>{wifi.name.clone()}</b></p>
                {password}
            </div>
        </div>
    }
    .into_any()
}

/// A long address may break after its dots.
fn breakable(address: &str) -> Vec<AnyView> {
    let parts: Vec<&str> = address.split_inclusive('.').collect();
    let last = parts.len().saturating_sub(1);
    let part = |(number, part): (usize, &str)| {
        let part = part.to_owned();
        if number < last {
            view! { {part}<wbr /> }.into_any()
        } else {
            part.into_any()
        }
    };
    parts.into_iter().enumerate().map(part).collect()
}
