//! A phone that is alive: carries out what the pocket and the line decide.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use shared::ids::SlideId;
use shared::protocol::{ClientFrame, Closing, PROTOCOL, PhoneView, ServerFrame};
use wasm_bindgen_futures::spawn_local;
use web_sys::{Document, VisibilityState, Window};

use super::forms::{self, Deed};
use super::socket::Socket;
use super::{asking, socket, storage, timer};
use crate::line::{Line, Next};
use crate::pocket::{Effect, Event, Kept, Pocket};
use crate::reading::read;
use crate::ui::tag::Tree;
use crate::views::participant::{self, Notice, ParticipantState};

/// Told under this name in the tab once it was loaded again because of the protocol.
const RELOADED: &str = "peil-reloaded";
/// After so long without a word a socket on which something was sent is taken for dead, in milliseconds.
const SILENT_MS: f64 = 6_000.0;
/// After so long an answer is sent again that the room was too busy for, in milliseconds; and up to as much again.
const BUSY_MS: f64 = 2_000.0;

struct Phone {
    window: Window,
    document: Document,
    page: Tree,
    pocket: RefCell<Pocket>,
    line: Cell<Line>,
    socket: RefCell<Option<Socket>>,
    /// Goes up with each plan: a timer of an older one does nothing.
    plan: Cell<u32>,
    heard_at: Cell<f64>,
    posting: Cell<bool>,
    path: String,
    name: String,
}

/// Follows the room with the page that was sent, until the page is left.
pub fn follow(page: Tree, state: ParticipantState) {
    let Some(window) = web_sys::window() else { return };
    let Some(document) = window.document() else { return };
    let code = state.code.digits().to_owned();
    let name = format!("peil-{code}");
    let kept = storage::load(&name).and_then(|kept| read::<Kept>(&kept));
    let phone = Rc::new(Phone {
        pocket: RefCell::new(Pocket::new(state, kept)),
        page,
        line: Cell::new(Line::new(storage::did(RELOADED))),
        socket: RefCell::new(None),
        plan: Cell::new(0),
        heard_at: Cell::new(0.0),
        posting: Cell::new(false),
        path: format!("/{code}"),
        name,
        window,
        document,
    });
    // Somebody may have typed before the script had arrived: the fields know, the state does not.
    forms::all(&phone.document).into_iter().for_each(|fields| phone.happened(Event::Typed(fields)));
    phone.show();
    phone.listen();
    phone.open();
}

impl Phone {
    fn listen(self: &Rc<Self>) {
        let phone = Rc::clone(self);
        forms::listen(&self.document, move |deed| phone.did(deed));
        let phone = Rc::clone(self);
        forms::on(&self.document, "visibilitychange", move |_| {
            if phone.document.visibility_state() == VisibilityState::Visible {
                phone.woken();
            }
        });
        for name in ["online", "pageshow"] {
            let phone = Rc::clone(self);
            forms::on(&self.window, name, move |_| phone.woken());
        }
        let phone = Rc::clone(self);
        forms::on(&self.window, "offline", move |_| phone.happened(Event::Reached(false)));
    }

    fn did(self: &Rc<Self>, deed: Deed) -> bool {
        let event = match deed {
            Deed::Typed(fields) => Event::Typed(fields),
            Deed::Pressed(fields) => Event::Pressed(fields),
            Deed::Did(what, _) if what == "follow" => Event::Followed,
            Deed::Did(what, Some(slide)) if what == "back" => Event::WentBack(SlideId(slide)),
            Deed::Did(..) => return false,
        };
        self.happened(event);
        true
    }

    fn happened(self: &Rc<Self>, event: Event) {
        let effects = self.pocket.borrow_mut().take(event);
        self.show();
        for effect in effects {
            match effect {
                Effect::Keep => self.keep(),
                Effect::Send(frame) => self.send(&frame),
                Effect::TryAgainSoon => {
                    let phone = Rc::clone(self);
                    timer::after(BUSY_MS * (1.0 + timer::chance()), move || phone.happened(Event::Again));
                }
            }
        }
    }

    fn show(&self) {
        let state = self.pocket.borrow().page();
        self.document.set_title(&state.title());
        self.page.becomes(participant::page(&state));
    }

    fn keep(&self) {
        if let Ok(kept) = serde_json::to_string(self.pocket.borrow().kept()) {
            storage::keep(&self.name, &kept);
        }
    }

    /// By the socket, or else by a request: whoever presses has not to wait for a socket.
    fn send(self: &Rc<Self>, frame: &ClientFrame) {
        let sent = match (self.socket.borrow().as_ref(), serde_json::to_string(frame)) {
            (Some(socket), Ok(json)) => socket.send(&json),
            _ => false,
        };
        if sent { self.listen_for_an_answer() } else { self.post() }
    }

    /// A phone that slept may hold a socket whose other end is long gone.
    fn listen_for_an_answer(self: &Rc<Self>) {
        let (phone, sent_at, plan) = (Rc::clone(self), timer::now_ms(), self.plan.get());
        timer::after(SILENT_MS, move || {
            if phone.plan.get() == plan && phone.heard_at.get() < sent_at {
                phone.closed(0);
            }
        });
    }

    /// Posts what waits, one after the other.
    fn post(self: &Rc<Self>) {
        if self.posting.replace(true) {
            return;
        }
        let phone = Rc::clone(self);
        spawn_local(async move {
            phone.post_all().await;
            phone.posting.set(false);
        });
    }

    async fn post_all(self: &Rc<Self>) {
        let mut last = None;
        loop {
            let next = self.pocket.borrow().waiting().next().cloned();
            // What is still the first one after an answer was not dealt with: a later attempt takes it along.
            let Some(frame) = next.filter(|frame| last.as_ref() != Some(frame)) else { return };
            let Ok(json) = serde_json::to_string(&frame) else { return };
            let Some(answer) = asking::post(&format!("{}/frames", self.path), &json).await else {
                return self.happened(Event::Reached(false));
            };
            self.happened(Event::Reached(true));
            self.heard(&answer.text);
            last = Some(frame);
        }
    }

    fn heard(self: &Rc<Self>, text: &str) {
        self.heard_at.set(timer::now_ms());
        match read::<ServerFrame<PhoneView>>(text) {
            Some(frame) => self.happened(Event::Heard(frame)),
            None => leptos::logging::warn!("a frame can't be read"),
        }
    }

    fn open(self: &Rc<Self>) {
        let since = self.pocket.borrow().seq();
        let path = format!("{}/live?protocol={PROTOCOL}&since={since}", self.path);
        let Some(address) = socket::address(&path) else { return };
        let began = timer::now_ms();
        let (heard, closed) = (Rc::clone(self), Rc::clone(self));
        let socket = Socket::open(
            &address,
            move |text| {
                heard.change_line(Line::greeted);
                heard.heard(&text);
            },
            move |code| closed.gone(code, timer::now_ms() - began),
        );
        let failed = socket.is_none();
        self.socket.replace(socket);
        if failed {
            self.gone(0, 0.0);
        }
    }

    /// The socket was given up.
    fn closed(self: &Rc<Self>, code: u16) {
        self.gone(code, f64::INFINITY);
    }

    fn gone(self: &Rc<Self>, code: u16, lived_ms: f64) {
        // Dropped a moment later: this may be running inside one of its callbacks.
        let gone = self.socket.replace(None);
        timer::after(0.0, move || drop(gone));
        self.happened(Event::Reached(false));
        let next = self.change_line(|line| line.closed(code, lived_ms, timer::chance()));
        self.go_on(next);
    }

    fn change_line<R>(&self, change: impl FnOnce(&mut Line) -> R) -> R {
        let mut line = self.line.get();
        let result = change(&mut line);
        self.line.set(line);
        result
    }

    fn go_on(self: &Rc<Self>, next: Next) {
        let plan = self.plan.get() + 1;
        self.plan.set(plan);
        let phone = Rc::clone(self);
        match next {
            Next::Open { after_ms } => timer::after(after_ms, move || phone.if_still(plan, Self::open)),
            Next::Ask { after_ms } => timer::after(after_ms, move || phone.if_still(plan, Self::ask)),
            Next::Reload => self.reload(),
            Next::Stop(Closing::NoRoom) => self.happened(Event::ShutOut(Notice::Gone)),
            Next::Stop(_) => self.happened(Event::ShutOut(Notice::Barred)),
        }
    }

    fn if_still(self: &Rc<Self>, plan: u32, then: impl FnOnce(&Rc<Self>)) {
        if self.plan.get() == plan {
            then(self);
        }
    }

    fn reload(self: &Rc<Self>) {
        self.keep();
        if storage::once(RELOADED) || self.window.location().reload().is_err() {
            self.change_line(|line| *line = Line::new(true));
            self.gone(0, 0.0);
        }
    }

    fn ask(self: &Rc<Self>) {
        let (phone, plan) = (Rc::clone(self), self.plan.get());
        spawn_local(async move {
            let since = phone.pocket.borrow().seq();
            let answer = asking::get(&format!("{}/state?since={since}", phone.path)).await;
            phone.if_still(plan, move |phone| phone.answered(answer));
        });
    }

    fn answered(self: &Rc<Self>, answer: Option<asking::Answer>) {
        let status = answer.as_ref().map(|answer| answer.status);
        match (status, answer) {
            (Some(200), Some(answer)) => self.heard(&answer.text),
            (Some(204), _) => {
                self.happened(Event::Reached(true));
                self.happened(Event::Again);
            }
            (Some(404), _) => return self.go_on(Next::Stop(Closing::NoRoom)),
            _ => self.happened(Event::Reached(false)),
        }
        let next = self.change_line(|line| line.asked(matches!(status, Some(200 | 204)), timer::chance()));
        self.go_on(next);
    }

    /// Somebody looks at the phone again, or the network is back.
    fn woken(self: &Rc<Self>) {
        let open = self.socket.borrow().as_ref().is_some_and(|socket| socket.send(r#"{"type":"ping","id":0}"#));
        if open {
            return self.listen_for_an_answer();
        }
        if self.socket.borrow().is_none() {
            let next = self.change_line(Line::woken);
            self.go_on(next);
        }
    }
}
