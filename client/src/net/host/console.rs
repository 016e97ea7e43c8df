//! The console, alive: a remote that takes the stage's keys and knows the time.

use std::time::Duration;

use leptos::ev;
use leptos::leptos_dom::helpers::{set_interval, window_event_listener};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, KeyboardEvent};

use super::browser::{clock, focus_of};
use super::characters;
use super::orders::ask;
use super::pointing::key_of;
use super::remote::{FollowingPage, followed};
use crate::views::desk::console::{ConsolePage, ConsolePageProps};
use crate::views::desk::remote::RemoteState;
use crate::views::stage::figure_pages::FigurePages;
use crate::views::stage::keys::{self, Dealt};

/// The console, which follows its room from now on.
pub fn bring_to_life(state: RemoteState) -> impl IntoView {
    let (state, live) = followed(state, |page| {
        page.live
            .update(|live| live.characters_off = characters::are_off());
        tells_the_time(&page);
        takes_keys(page);
    });
    ConsolePage(ConsolePageProps { state, live })
}

fn tells_the_time(page: &FollowingPage) {
    let live = page.live.clone();
    let tell = move || {
        let now = Some(clock());
        if live.read_untracked().clock != now {
            live.update(|live| live.clock = now);
        }
    };
    tell();
    set_interval(tell, Duration::from_secs(1));
}

fn takes_keys(page: FollowingPage) {
    let pressed = page.clone();
    drop(window_event_listener(ev::keydown, move |event| {
        keydown(&page, &event)
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

fn keydown(page: &FollowingPage, event: &KeyboardEvent) {
    let key = event.key();
    if event.ctrl_key() || event.meta_key() || event.alt_key() {
        return;
    }
    if page.live.read_untracked().characters_off && keys::is_character(&key) {
        return;
    }
    match keys::dealt(&key, event.repeat(), focus_of(event)) {
        // Arrows and the space bar move what somebody scrolls, where that has the focus.
        Dealt::ByBrowser => {}
        Dealt::ByNobody => event.prevent_default(),
        Dealt::ByStage if keys::is_of_console(&key) => {
            if keys::scrolls(&key) {
                event.prevent_default();
            }
            press(page, &key);
        }
        Dealt::ByStage => {}
    }
}

fn press(page: &FollowingPage, key: &str) {
    let mut live = page.live.get_untracked();
    let view = page.state.read_untracked().view.clone();
    let asked = keys::pressed(key, &mut live, &view, 1, &FigurePages::default());
    if key == keys::SWITCH {
        characters::keep(live.characters_off);
    }
    page.live.set(live);
    if let Some(asked) = asked {
        let (live, after) = (page.live.clone(), view.controls);
        ask(&page.line, &asked.after(after), move |answer| {
            live.update(|live| live.refused = answer.err())
        });
    }
}
