//! The projected page, and the presenter's and moderator's like it, alive.

use std::time::Duration;

use leptos::ev;
use leptos::leptos_dom::helpers::{set_interval, window_event_listener};
use leptos::prelude::*;
use shared::ids::RoomId;
use shared::protocol::{HostView, PROTOCOL, ServerFrame};
use shared::room::HostRole;

use super::browser::{clock, dress, reload, types_into};
use super::line::{Heard, HostLine};
use super::orders::ask;
use crate::net::timer::now_ms;
use crate::views::stage::live::Live;
use crate::views::stage::orders::Ask;
use crate::views::stage::{StagePage, StagePageProps, StageState, keys};

/// The page, which follows its room from now on.
pub fn bring_to_life(state: StageState) -> impl IntoView {
    let mut begun = Live::default();
    begun.follow(None, &state.view);
    // Until the page has come to life it is what the server made of the same state.
    let (state, live) = (ArcRwSignal::new(state), ArcRwSignal::new(Live::default()));
    let page = Page { state: state.clone(), live: live.clone(), begun_ms: now_ms() };
    set_timeout(move || page.begin(begun), Duration::ZERO);
    StagePage(StagePageProps { state, live })
}

#[derive(Clone)]
struct Page {
    state: ArcRwSignal<StageState>,
    live: ArcRwSignal<Live>,
    begun_ms: f64,
}

/// A page that is older than this may load itself again, in milliseconds.
const SETTLED_MS: f64 = 30_000.0;

impl Page {
    fn begin(self, begun: Live) {
        let ahead_ms = self.state.read_untracked().now as f64 - now_ms();
        let turn = self.state.read_untracked().turns();
        self.live.set(Live { alive: true, turn, ..begun });
        self.second(ahead_ms);
        let page = self.clone();
        set_interval(move || page.second(ahead_ms), Duration::from_secs(1));
        let page = self.clone();
        drop(window_event_listener(ev::keydown, move |event| page.keydown(&event)));
        let (path, page) = (self.clone(), self);
        let path = move || {
            let state = path.state.read_untracked();
            address(&state.room, state.role, state.seq)
        };
        HostLine::open(path, move |heard| page.hear(heard));
    }

    fn second(&self, ahead_ms: f64) {
        self.live.update(|live| {
            live.second((now_ms() + ahead_ms).max(0.0) as u64);
            live.clock = Some(clock());
        });
    }

    fn hear(&self, heard: Heard<'_>) {
        match heard {
            Heard::Lost => self.live.update(|live| live.lost = true),
            // A newer server, or a link that was ended: the page itself says what is the matter. A page that has only
            // just come says it already.
            Heard::Over if now_ms() - self.begun_ms > SETTLED_MS => reload(),
            Heard::Over => self.live.update(|live| live.lost = true),
            Heard::Frame(text) => {
                let frame = serde_json::from_str(text);
                if let Ok(ServerFrame::Hello { seq, view, .. } | ServerFrame::View { seq, view }) = frame {
                    self.show(seq, view);
                }
            }
        }
    }

    fn show(&self, seq: u64, view: HostView) {
        self.live.update(|live| {
            live.lost = false;
            live.follow(Some(&self.state.read_untracked().view), &view);
        });
        self.state.update(|state| (state.seq, state.view) = (seq, view));
        let state = self.state.read_untracked();
        dress(&state.title(), state.class());
    }

    fn keydown(&self, event: &leptos::web_sys::KeyboardEvent) {
        let state = self.state.read_untracked();
        let ours = !event.ctrl_key() && !event.meta_key() && !event.alt_key();
        if !state.controls || !ours || types_into(event.target().as_ref()) {
            return;
        }
        let key = event.key();
        if [" ", "ArrowUp", "ArrowDown", "PageUp", "PageDown"].contains(&key.as_str()) {
            event.prevent_default();
        }
        let mut live = self.live.get_untracked();
        let asked = keys::pressed(&key, &mut live, &state.view, state.pages());
        self.live.set(live);
        if let Some(asked) = asked {
            self.ask(&asked);
        }
    }

    fn ask(&self, asked: &Ask) {
        let live = self.live.clone();
        ask(&self.state.read_untracked().room, asked, move |code| live.update(|live| live.refused = Some(code)));
    }
}

/// Where a host's page follows its room.
pub fn address(room: &RoomId, role: HostRole, since: u64) -> String {
    format!("/rooms/{room}/live?protocol={PROTOCOL}&role={}&since={since}", role.word())
}
