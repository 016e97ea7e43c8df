//! The projected page, alive.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::time::Duration;

use leptos::ev;
use leptos::leptos_dom::helpers::{set_interval, window_event_listener};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, EventTarget, KeyboardEvent, MouseEvent};
use shared::host::HostRole;
use shared::protocol::view::HostView;

use super::browser::{bounces, dress, focus_of, reload_once_settled};
use super::line::{HostLine, News};
use super::requests::ask;
use super::{characters, pointing, wake_lock};
use crate::net::timer::now_ms;
use crate::views::stage::choosing::{FigurePages, PointedItem};
use crate::views::stage::host_request::HostRequest;
use crate::views::stage::keys::KeyHandling;
use crate::views::stage::leading::SWITCH;
use crate::views::stage::live::StageLiveState;
use crate::views::stage::{StagePage, StagePageProps, StageState, keys};

/// The page, which follows its room from now on.
pub fn bring_to_life(state: StageState) -> impl IntoView {
    let mut begun = StageLiveState::default();
    begun.follow(None, &state.view);
    // Until the page has come to life it is what the server made of the same state.
    let (state, live) = (
        ArcRwSignal::new(state),
        ArcRwSignal::new(StageLiveState::default()),
    );
    let page = LiveStage {
        state: state.clone(),
        live: live.clone(),
        begun_ms: now_ms(),
    };
    set_timeout(move || page.begin(begun), Duration::ZERO);
    StagePage(StagePageProps { state, live })
}

#[derive(Clone)]
struct LiveStage {
    state: ArcRwSignal<StageState>,
    live: ArcRwSignal<StageLiveState>,
    begun_ms: f64,
}

impl LiveStage {
    fn begin(self, begun: StageLiveState) {
        let ahead_ms = self.state.read_untracked().now as f64 - now_ms();
        let turn = self.state.read_untracked().turns();
        wake_lock::keep();
        self.live.update(|live| {
            *live = begun;
            live.host.alive = true;
            live.keys.characters_off = characters::are_off();
            live.page = turn;
        });
        self.second(ahead_ms);
        let page = self.clone();
        set_interval(move || page.second(ahead_ms), Duration::from_secs(1));
        let (hearing, at) = (self.clone(), self.state.clone());
        let room = self.state.read_untracked().room.clone();
        let line = HostLine::open(
            room,
            HostRole::Stage,
            move || at.read_untracked().seq,
            move |news| hearing.hear(news),
        );
        let driver = StageDriver {
            page: self,
            line,
            under: Rc::default(),
            at: Rc::default(),
            woke: Rc::default(),
        };
        driver.listen();
    }

    fn second(&self, ahead_ms: f64) {
        let now = (now_ms() + ahead_ms).max(0.0) as u64;
        self.live.update(|live| live.second(now));
    }

    fn hear(&self, news: News) {
        match news {
            News::View { seq, view } => self.show(seq, *view),
            News::Here if self.live.read_untracked().host.lost => {
                self.live.update(|live| live.host.reached())
            }
            News::Here => {}
            News::Lost => self.live.update(|live| live.host.lost = true),
            // A newer server, or a link that was ended: the page itself says what is the matter.
            News::Over => {
                self.live.update(|live| live.host.lost = true);
                reload_once_settled(self.begun_ms);
            }
        }
    }

    fn show(&self, seq: u64, view: HostView) {
        self.live.update(|live| {
            live.host.reached();
            live.follow(Some(&self.state.read_untracked().view), &view);
        });
        self.state
            .update(|state| (state.seq, state.view) = (seq, view));
        if self.live.read_untracked().chosen.is_some() {
            let figure_pages = self.figure_pages();
            self.live.update(|live| live.keep_in_sight(&figure_pages));
        }
        let state = self.state.read_untracked();
        dress(&state.title(), state.class());
    }

    fn figure_pages(&self) -> FigurePages {
        self.state.read_untracked().figure_pages(pointing::shape())
    }
}

/// A page whose keys and presses go to its room.
#[derive(Clone)]
struct StageDriver {
    page: LiveStage,
    line: HostLine,
    /// What was under the finger when it came down.
    under: Rc<RefCell<Option<PointedItem>>>,
    /// Where the mouse was last.
    at: Rc<Cell<Option<(i32, i32)>>>,
    /// Whether the finger that is down brought the strip.
    woke: Rc<Cell<bool>>,
}

impl StageDriver {
    /// Takes what a host does on the page from now on.
    fn listen(self) {
        let (keys, mouse) = (self.clone(), self.clone());
        let finger = self.clone();
        drop(window_event_listener(ev::keydown, move |event| {
            keys.keydown(&event)
        }));
        drop(window_event_listener(ev::pointermove, move |event| {
            mouse.moves((event.screen_x(), event.screen_y()))
        }));
        drop(window_event_listener(ev::pointerdown, move |event| {
            finger.touches(event.target())
        }));
        drop(window_event_listener(ev::click, move |event| {
            self.clicked(&event)
        }));
    }

    fn keydown(&self, event: &KeyboardEvent) {
        let ours = !event.ctrl_key() && !event.meta_key() && !event.alt_key();
        let key = event.key();
        if !self.may(&key) || !ours {
            return;
        }
        if self.page.live.read_untracked().keys.characters_off && keys::is_character(&key) {
            return;
        }
        match keys::dealt(&key, event.repeat(), focus_of(event)) {
            KeyHandling::ByBrowser => {}
            KeyHandling::ByNobody => event.prevent_default(),
            KeyHandling::ByStage => {
                if keys::scrolls(&key) {
                    event.prevent_default();
                }
                self.press(&key);
            }
        }
    }

    /// A page that may not move the room on may still fill its own screen.
    fn may(&self, key: &str) -> bool {
        self.page.state.read_untracked().controls || matches!(key, "f" | "F")
    }

    fn press(&self, key: &str) {
        let (figure_pages, state) = (self.page.figure_pages(), self.page.state.read_untracked());
        let mut live = self.page.live.get_untracked();
        let asked = keys::pressed(key, &mut live, &state.view, state.pages(), &figure_pages);
        drop(state);
        if key == SWITCH {
            characters::keep(live.keys.characters_off);
        }
        self.page.live.set(live);
        if let Some(asked) = asked {
            self.ask(&asked);
        }
    }

    /// A page that is drawn anew moves under a mouse that rests.
    fn moves(&self, to: (i32, i32)) {
        if self.at.replace(Some(to)).is_some_and(|at| at != to) {
            self.stirs();
        }
    }

    /// The strip shows, or goes on doing so; true where it comes.
    fn stirs(&self) -> bool {
        let comes = self.page.live.read_untracked().strip == 0;
        if comes {
            self.page.live.update(StageLiveState::stirred);
        } else {
            self.page.live.update_untracked(StageLiveState::stirred);
        }
        comes
    }

    fn touches(&self, target: Option<EventTarget>) {
        self.page.live.update_untracked(StageLiveState::is_led);
        self.woke.set(self.stirs());
        let element = target.and_then(|target| target.dyn_into::<Element>().ok());
        *self.under.borrow_mut() = element.as_ref().and_then(pointing::target_of);
    }

    fn clicked(&self, event: &MouseEvent) {
        let element = event
            .target()
            .and_then(|target| target.dyn_into::<Element>().ok());
        let controls = self.page.state.read_untracked().controls;
        let Some(element) = element.filter(|_| !bounces(event)) else {
            return;
        };
        if let Some(key) = pointing::key_of(&element).filter(|key| self.may(key)) {
            // A tap that brings the strip is on nothing that it shows; a keyboard's press has no
            // finger.
            let unseen = event.detail() > 0 && self.woke.get() && pointing::is_in_strip(&element);
            if !unseen {
                self.press(&key);
            }
        } else if let Some(target) = pointing::target_of(&element).filter(|_| controls) {
            // What came between the finger's coming down and going up may have put another name
            // under it.
            if self
                .under
                .borrow()
                .as_ref()
                .is_none_or(|under| under.name == target.name)
            {
                self.points_at(target);
            }
        }
    }

    fn points_at(&self, target: PointedItem) {
        let (figure_pages, view) = (
            self.page.figure_pages(),
            self.page.state.read_untracked().view.clone(),
        );
        let asked = self
            .page
            .live
            .try_update(|live| live.point(target, &view, &figure_pages))
            .flatten();
        asked.iter().for_each(|asked| self.ask(asked));
    }

    fn ask(&self, asked: &HostRequest) {
        let asked = asked
            .clone()
            .after(self.page.state.read_untracked().view.controls);
        let live = self.page.live.clone();
        let back = live
            .try_update_untracked(|live| live.undo.returning.take())
            .flatten();
        ask(&self.line, asked, move |answer| {
            live.update(|live| live.answered(answer, back))
        });
    }
}
