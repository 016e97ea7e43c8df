//! The projected page, and the presenter's and moderator's like it, alive.

use std::time::Duration;

use leptos::ev;
use leptos::leptos_dom::helpers::{set_interval, window_event_listener};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, HtmlFormElement, SubmitEvent};
use shared::protocol::HostView;

use super::browser::{clock, dress, reload, types_into};
use super::line::{HostLine, News};
use super::orders::{ask, asked};
use super::pointing;
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
        let (hearing, at) = (self.clone(), self.state.clone());
        let (room, role) = (self.state.read_untracked().room.clone(), self.state.read_untracked().role);
        let line = HostLine::open(room, role, move || at.read_untracked().seq, move |news| hearing.hear(news));
        let driver = Driver { page: self, line };
        let keys = driver.clone();
        drop(window_event_listener(ev::keydown, move |event| keys.keydown(&event)));
        let buttons = driver.clone();
        drop(window_event_listener(ev::submit, move |event| buttons.submitted(&event)));
        drop(window_event_listener(ev::click, move |event| driver.clicked(&event)));
    }

    fn second(&self, ahead_ms: f64) {
        self.live.update(|live| {
            live.second((now_ms() + ahead_ms).max(0.0) as u64);
            live.clock = Some(clock());
        });
    }

    fn hear(&self, news: News) {
        match news {
            News::View { seq, view } => self.show(seq, *view),
            News::Here if self.live.read_untracked().lost => self.live.update(Live::reached),
            News::Here => {}
            News::Lost => self.live.update(|live| live.lost = true),
            // A newer server, or a link that was ended: the page itself says what is the matter. A page that has only
            // just come says it already.
            News::Over if now_ms() - self.begun_ms > SETTLED_MS => reload(),
            News::Over => self.live.update(|live| live.lost = true),
        }
    }

    fn show(&self, seq: u64, view: HostView) {
        self.live.update(|live| {
            live.reached();
            live.follow(Some(&self.state.read_untracked().view), &view);
        });
        self.state.update(|state| (state.seq, state.view) = (seq, view));
        let state = self.state.read_untracked();
        dress(&state.title(), state.class());
        self.mark();
    }

    fn mark(&self) {
        pointing::mark(self.live.read_untracked().chosen.as_ref());
    }
}

/// A page whose keys and presses go to its room.
#[derive(Clone)]
struct Driver {
    page: Page,
    line: HostLine,
}

impl Driver {
    fn keydown(&self, event: &leptos::web_sys::KeyboardEvent) {
        let state = self.page.state.read_untracked();
        let ours = !event.ctrl_key() && !event.meta_key() && !event.alt_key();
        if !state.controls || !ours || types_into(event.target().as_ref()) {
            return;
        }
        let key = event.key();
        if self.points(&key) {
            return event.prevent_default();
        }
        if [" ", "ArrowUp", "ArrowDown", "PageUp", "PageDown"].contains(&key.as_str()) {
            event.prevent_default();
        }
        self.press(&key);
    }

    fn press(&self, key: &str) {
        let state = self.page.state.read_untracked();
        let mut live = self.page.live.get_untracked();
        let asked = keys::pressed(key, &mut live, &state.view, state.pages());
        drop(state);
        self.page.live.set(live);
        self.page.mark();
        if let Some(asked) = asked {
            self.ask(&asked);
        }
    }

    /// X points at the first word, and the arrow keys go to others while one is pointed at.
    fn points(&self, key: &str) -> bool {
        let aim = self.page.live.read_untracked().chosen.as_ref().map(|chosen| chosen.aim().name.clone());
        let step = match (key, &aim) {
            ("x" | "X", None) | ("ArrowRight" | "ArrowDown", Some(_)) => 1,
            ("ArrowLeft" | "ArrowUp", Some(_)) => -1,
            _ => return false,
        };
        let Some(target) = pointing::beside(aim.as_deref(), step) else { return false };
        self.page.live.update(|live| live.aim_at(target));
        self.page.mark();
        true
    }

    fn clicked(&self, event: &leptos::web_sys::MouseEvent) {
        let element = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let Some(element) = element.filter(|_| self.page.state.read_untracked().controls) else { return };
        if let Some(key) = pointing::key_of(&element) {
            self.press(&key);
        } else if let Some(target) = pointing::target_of(&element) {
            let view = self.page.state.read_untracked().view.clone();
            let asked = self.page.live.try_update(|live| live.point(target, &view)).flatten();
            self.page.mark();
            asked.iter().for_each(|asked| self.ask(asked));
        }
    }

    /// A button of the presenter's window.
    fn submitted(&self, event: &SubmitEvent) {
        let form = event.target().and_then(|target| target.dyn_into::<HtmlFormElement>().ok());
        if let Some(asked) = form.and_then(|form| asked(&form)) {
            event.prevent_default();
            self.ask(&asked);
        }
    }

    fn ask(&self, asked: &Ask) {
        let live = self.page.live.clone();
        let back = live.try_update_untracked(|live| live.returning.take()).flatten();
        ask(&self.line, asked, move |answer| live.update(|live| live.answered(answer, back)));
    }
}
