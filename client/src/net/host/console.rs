//! The console, alive: a remote that takes the stage's keys and knows the time.

use std::time::Duration;

use leptos::ev;
use leptos::leptos_dom::helpers::{set_interval, window_event_listener};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, KeyboardEvent};

use super::browser::{clock, focus_of};
use super::characters;
use super::pointing::key_of;
use super::remote::{FollowingPage, followed};
use super::requests::ask;
use crate::views::desk::console::{ConsoleLiveState, ConsolePage, ConsolePageProps};
use crate::views::desk::remote::RemoteState;
use crate::views::stage::keys::{self, KeyHandling};
use crate::views::stage::leading::SWITCH;

/// The console, which follows its room from now on.
pub fn bring_to_life(state: RemoteState) -> impl IntoView {
    let own = ArcRwSignal::new(ConsoleLiveState::default());
    let its_own = own.clone();
    // At the desk people scroll through what stands below, and no key of theirs may move the room.
    let has_keys = !state.at_desk;
    let (state, live) = followed(state, move |page| {
        its_own.update(|own| own.keys.characters_off = characters::are_off());
        tells_the_time(its_own.clone());
        if has_keys {
            takes_keys(LiveConsole { page, own: its_own });
        }
    });
    ConsolePage(ConsolePageProps { state, live, own })
}

#[derive(Clone)]
struct LiveConsole {
    page: FollowingPage,
    own: ArcRwSignal<ConsoleLiveState>,
}

fn tells_the_time(own: ArcRwSignal<ConsoleLiveState>) {
    let tell = move || {
        let now = Some(clock());
        if own.read_untracked().clock != now {
            own.update(|own| own.clock = now);
        }
    };
    tell();
    set_interval(tell, Duration::from_secs(1));
}

fn takes_keys(console: LiveConsole) {
    let pressed = console.clone();
    drop(window_event_listener(ev::keydown, move |event| {
        keydown(&console, &event)
    }));
    drop(window_event_listener(ev::click, move |event| {
        let target = event
            .target()
            .and_then(|target| target.dyn_into::<Element>().ok());
        if let Some(key) = target.and_then(|element| key_of(&element)) {
            press(&pressed, &key);
        }
    }));
}

fn keydown(console: &LiveConsole, event: &KeyboardEvent) {
    let key = event.key();
    if event.ctrl_key() || event.meta_key() || event.alt_key() {
        return;
    }
    if console.own.read_untracked().keys.characters_off && keys::is_character(&key) {
        return;
    }
    match keys::dealt(&key, event.repeat(), focus_of(event)) {
        // Arrows and the space bar move what somebody scrolls, where that has the focus.
        KeyHandling::ByBrowser => {}
        KeyHandling::ByNobody => event.prevent_default(),
        KeyHandling::ByStage if keys::is_of_console(&key) => {
            if keys::scrolls(&key) {
                event.prevent_default();
            }
            press(console, &key);
        }
        KeyHandling::ByStage => {}
    }
}

fn press(console: &LiveConsole, key: &str) {
    let LiveConsole { page, own } = console;
    let (mut live, mut now) = (page.live.get_untracked(), own.get_untracked());
    let view = page.state.read_untracked().view.clone();
    let asked = now
        .keys
        .press(key, &mut now.undo, &mut live.host.refused, &view);
    if key == SWITCH {
        characters::keep(now.keys.characters_off);
    }
    own.set(now);
    page.live.set(live);
    if let Some(asked) = asked {
        let (live, after) = (page.live.clone(), view.controls);
        ask(&page.line, asked.after(after), move |answer| {
            live.update(|live| live.host.refused = answer.err())
        });
    }
}
