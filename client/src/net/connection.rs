//! A page's way to its room: carries out what the policy decides. A socket, or questions now and
//! then where none can be had; whoever uses it hears frames and need not know by which of the two
//! they came.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use shared::protocol::Closing;
use wasm_bindgen_futures::spawn_local;
use web_sys::VisibilityState;

use super::websocket::BrowserSocket;
use super::{fetch, html_forms, timer, websocket};
use crate::reconnect::{NextAttempt, ReconnectPolicy};
use crate::reply::why_never;

/// After so long without a word a socket on which something was sent is taken for dead, in
/// milliseconds.
const SILENT_MS: f64 = 6_000.0;
/// A new socket that says nothing for so long is held against a question, in milliseconds.
const WORDLESS_MS: f64 = 3_000.0;
/// A socket on which nothing was heard for so long is asked whether it is alive, in milliseconds;
/// and up to a quarter more.
const QUIET_MS: f64 = 20_000.0;
const PING: &str = r#"{"type":"ping","id":0}"#;

/// What a page hears of its room.
pub enum RoomNews<'a> {
    /// A frame.
    Frame(&'a str),
    /// The room was reached, and nothing is new.
    Same,
    /// The room is out of reach; it is tried again.
    Lost,
    /// The server speaks another protocol by now.
    Outdated,
    /// This page has nothing to look for there any more.
    ShutOut(Closing),
}

/// Where the room is, as paths that may change with what the page knows.
pub struct Endpoints {
    /// The socket's.
    pub live: Box<dyn Fn() -> String>,
    /// That of a question.
    pub state: Box<dyn Fn() -> String>,
}

/// A page's way to its room.
pub struct RoomConnection {
    endpoints: Endpoints,
    hear: Box<dyn Fn(RoomNews<'_>)>,
    policy: Cell<ReconnectPolicy>,
    socket: RefCell<Option<BrowserSocket>>,
    /// Goes up with each plan: a timer of an older one does nothing.
    plan: Cell<u32>,
    heard_at: Cell<f64>,
    /// The name of what was shown in answer to the last question, where the room gives it one.
    seen: RefCell<Option<String>>,
    /// There is nothing to be had there any more, whatever happens to the page.
    over: Cell<bool>,
}

impl RoomConnection {
    /// One that has not begun.
    pub fn new(
        policy: ReconnectPolicy,
        endpoints: Endpoints,
        hear: impl Fn(RoomNews<'_>) + 'static,
    ) -> Self {
        Self {
            endpoints,
            hear: Box::new(hear),
            policy: Cell::new(policy),
            socket: RefCell::default(),
            plan: Cell::default(),
            heard_at: Cell::default(),
            seen: RefCell::default(),
            over: Cell::default(),
        }
    }

    /// Keeps in touch from now on, and comes back by itself when the page is looked at again or the
    /// network returns.
    pub fn begin(self: &Rc<Self>) {
        let (Some(window), Some(document)) = (
            web_sys::window(),
            web_sys::window().and_then(|it| it.document()),
        ) else {
            return;
        };
        for name in ["online", "pageshow"] {
            let connection = Rc::clone(self);
            html_forms::on(&window, name, move |_| connection.woken());
        }
        let (connection, looked_at) = (Rc::clone(self), document.clone());
        html_forms::on(&document, "visibilitychange", move |_| {
            if looked_at.visibility_state() == VisibilityState::Visible {
                connection.woken();
            }
        });
        self.open();
    }

    /// By the socket; false where there is none that takes it.
    pub fn send(self: &Rc<Self>, json: &str) -> bool {
        let sent = self
            .socket
            .borrow()
            .as_ref()
            .is_some_and(|socket| socket.send(json));
        if sent {
            self.listen_for_an_answer();
        }
        sent
    }

    /// Asks whether an open socket is alive; false where there is none.
    pub fn probe(self: &Rc<Self>) -> bool {
        self.send(PING)
    }

    /// Asks at once, where asking is the way.
    pub fn hurry(self: &Rc<Self>) {
        if !self.over.get() && self.socket.borrow().is_none() && self.policy.get().asks() {
            self.go_on(NextAttempt::Poll { after_ms: 0.0 });
        }
    }

    /// Goes on although the server speaks another protocol: the page could not be loaded again.
    pub fn go_on_all_the_same(self: &Rc<Self>) {
        self.over.set(false);
        self.change_policy(|policy| *policy = policy.reloaded());
        self.gone(0, 0.0);
    }

    /// A page that slept may hold a socket whose other end is long gone.
    fn listen_for_an_answer(self: &Rc<Self>) {
        let (connection, sent_at, plan) = (Rc::clone(self), timer::now_ms(), self.plan.get());
        timer::after(SILENT_MS, move || {
            if connection.plan.get() == plan && connection.heard_at.get() < sent_at {
                connection.gone(0, f64::INFINITY);
            }
        });
    }

    fn open(self: &Rc<Self>) {
        let began = timer::now_ms();
        let (heard, closed) = (Rc::clone(self), Rc::clone(self));
        let opened = websocket::address(&(self.endpoints.live)()).and_then(|address| {
            BrowserSocket::open(
                &address,
                move |text| heard.heard(&text),
                move |code| closed.gone(code, timer::now_ms() - began),
            )
        });
        let failed = opened.is_none();
        self.socket.replace(opened);
        if failed {
            return self.gone(0, 0.0);
        }
        let connection = Rc::clone(self);
        let plan = self.plan.get();
        timer::after(WORDLESS_MS, move || {
            if connection.plan.get() == plan && connection.heard_at.get() < began {
                connection.compare(began);
            }
        });
        self.listen_on(plan);
        // Something on the way may swallow what is said, and never say so.
        let (connection, plan) = (Rc::clone(self), self.plan.get());
        timer::after(self.policy.get().patience_ms(), move || {
            if connection.plan.get() == plan && connection.heard_at.get() < began {
                connection.gone(0, 0.0);
            }
        });
    }

    /// Whether a question is answered while the new socket says nothing: then something on the way
    /// swallows what sockets say. Where neither is, the line or the server is slow, and the socket
    /// is waited for.
    fn compare(self: &Rc<Self>, began: f64) {
        let (connection, plan) = (Rc::clone(self), self.plan.get());
        spawn_local(async move {
            let answer = fetch::get(&connection.question()).await;
            if connection.plan.get() == plan
                && connection.heard_at.get() < began
                && answer.is_some()
            {
                connection.let_go();
                connection.change_policy(ReconnectPolicy::wordless);
                connection.answered(answer);
            }
        });
    }

    /// A socket can be dead without anybody having said so.
    fn listen_on(self: &Rc<Self>, plan: u32) {
        let connection = Rc::clone(self);
        timer::after(QUIET_MS * (1.0 + timer::random() / 4.0), move || {
            connection.if_still(plan, |connection| {
                if timer::now_ms() - connection.heard_at.get() >= QUIET_MS {
                    connection.probe();
                }
                connection.listen_on(plan);
            });
        });
    }

    /// Dropped a moment later: this may be running inside one of its callbacks.
    fn let_go(&self) {
        let gone = self.socket.replace(None);
        timer::after(0.0, move || drop(gone));
    }

    fn heard(&self, text: &str) {
        self.change_policy(ReconnectPolicy::greeted);
        self.heard_at.set(timer::now_ms());
        self.seen.replace(None);
        (self.hear)(RoomNews::Frame(text));
    }

    fn gone(self: &Rc<Self>, code: u16, lived_ms: f64) {
        self.let_go();
        (self.hear)(RoomNews::Lost);
        let next = self.change_policy(|policy| policy.closed(code, lived_ms, timer::random()));
        self.go_on(next);
    }

    fn change_policy<R>(&self, change: impl FnOnce(&mut ReconnectPolicy) -> R) -> R {
        let mut policy = self.policy.get();
        let result = change(&mut policy);
        self.policy.set(policy);
        result
    }

    fn go_on(self: &Rc<Self>, next: NextAttempt) {
        let plan = self.plan.get() + 1;
        self.plan.set(plan);
        self.over
            .set(matches!(next, NextAttempt::Reload | NextAttempt::Stop(_)));
        let connection = Rc::clone(self);
        match next {
            NextAttempt::Open { after_ms } => {
                timer::after(after_ms, move || connection.if_still(plan, Self::open))
            }
            NextAttempt::Poll { after_ms } => {
                timer::after(after_ms, move || connection.if_still(plan, Self::ask))
            }
            NextAttempt::Reload => (self.hear)(RoomNews::Outdated),
            NextAttempt::Stop(why) => (self.hear)(RoomNews::ShutOut(why)),
        }
    }

    fn if_still(self: &Rc<Self>, plan: u32, then: impl FnOnce(&Rc<Self>)) {
        if self.plan.get() == plan {
            then(self);
        }
    }

    fn ask(self: &Rc<Self>) {
        let plan = self.plan.get();
        let connection = Rc::clone(self);
        spawn_local(async move {
            let answer = fetch::get(&connection.question()).await;
            connection.if_still(plan, move |connection| connection.answered(answer));
        });
    }

    fn question(&self) -> String {
        let seen = self
            .seen
            .borrow()
            .as_ref()
            .map(|seen| format!("&seen={seen}"));
        (self.endpoints.state)() + &seen.unwrap_or_default()
    }

    fn answered(self: &Rc<Self>, answer: Option<fetch::FetchResponse>) {
        let why = answer
            .as_ref()
            .and_then(|answer| why_never(answer.status, &answer.text));
        if let Some(why) = why {
            let next = self
                .change_policy(|policy| policy.closed(why.code(), f64::INFINITY, timer::random()));
            return self.go_on(next);
        }
        let answer = answer.filter(|answer| matches!(answer.status, 200 | 204));
        let next = self.change_policy(|policy| policy.asked(answer.is_some(), timer::random()));
        match answer {
            Some(answer) if answer.status == 200 => {
                self.heard_at.set(timer::now_ms());
                self.seen.replace(answer.seen);
                (self.hear)(RoomNews::Frame(&answer.text));
            }
            Some(_) => (self.hear)(RoomNews::Same),
            None => (self.hear)(RoomNews::Lost),
        }
        self.go_on(next);
    }

    /// Somebody looks at the page again, or the network is back.
    fn woken(self: &Rc<Self>) {
        if !self.over.get() && !self.probe() && self.socket.borrow().is_none() {
            let next = self.change_policy(ReconnectPolicy::woken);
            self.go_on(next);
        }
    }
}
