//! A host's line to its room, which comes back by itself: at once when the page is looked at again or the network returns, else
//! after a while that grows. Knows no frame but the ping by which it notices a line that is dead.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::time::Duration;

use leptos::leptos_dom::helpers::{TimeoutHandle, set_interval, set_timeout_with_handle};
use leptos::prelude::{document, window};
use shared::protocol::{ClientFrame, Closing};

use super::browser::is_visible;
use crate::net::forms::on;
use crate::net::socket::{self, Socket};
use crate::net::timer::{after, chance, now_ms};
use crate::retry::Retry;

/// How often the line is tried.
const PING: Duration = Duration::from_secs(10);
/// A line from which nothing came for so long is dead, in milliseconds.
const SILENCE_MS: f64 = 25_000.0;
/// A host's page is looked at by a whole room.
const RETRY: Retry = Retry { first_ms: 400.0, longest_ms: 8_000.0 };

/// What a line tells.
pub enum Heard<'a> {
    /// A frame came.
    Frame(&'a str),
    /// The line is gone; it is tried again.
    Lost,
    /// The line is gone for good.
    Over,
}

/// A line to the room.
pub struct HostLine {
    path: Box<dyn Fn() -> String>,
    hear: Box<dyn Fn(Heard<'_>)>,
    socket: RefCell<Option<Socket>>,
    waiting: RefCell<Option<TimeoutHandle>>,
    failures: Cell<u32>,
    heard_ms: Cell<f64>,
    over: Cell<bool>,
}

impl HostLine {
    /// Opens a line that stays for as long as the page does.
    pub fn open(path: impl Fn() -> String + 'static, hear: impl Fn(Heard<'_>) + 'static) {
        let line = Rc::new(Self {
            path: Box::new(path),
            hear: Box::new(hear),
            socket: RefCell::default(),
            waiting: RefCell::default(),
            failures: Cell::default(),
            heard_ms: Cell::new(now_ms()),
            over: Cell::default(),
        });
        line.connect();
        let again = line.clone();
        on(&window(), "online", move |_| again.wake());
        let again = line.clone();
        on(&document(), "visibilitychange", move |_| {
            if is_visible() {
                again.wake();
            }
        });
        set_interval(move || line.probe(), PING);
    }

    fn connect(self: &Rc<Self>) {
        if let Some(handle) = self.waiting.borrow_mut().take() {
            handle.clear();
        }
        self.heard_ms.set(now_ms());
        let (heard, closed) = (self.clone(), self.clone());
        let opened = socket::address(&(self.path)()).and_then(|address| {
            Socket::open(&address, move |text| heard.heard(&text), move |code| closed.closed(code))
        });
        match opened {
            Some(socket) => drop(self.socket.replace(Some(socket))),
            None => self.retry(),
        }
    }

    fn heard(&self, text: &str) {
        self.failures.set(0);
        self.heard_ms.set(now_ms());
        (self.hear)(Heard::Frame(text));
    }

    fn closed(self: &Rc<Self>, code: u16) {
        self.let_go();
        match Closing::of_code(code) {
            Some(Closing::Protocol | Closing::NoRights | Closing::NoRoom) => {
                self.over.set(true);
                (self.hear)(Heard::Over);
            }
            _ => self.retry(),
        }
    }

    /// Dropped a moment later: this may be running inside one of the socket's callbacks.
    fn let_go(&self) {
        let gone = self.socket.replace(None);
        after(0.0, move || drop(gone));
    }

    fn retry(self: &Rc<Self>) {
        (self.hear)(Heard::Lost);
        let failures = self.failures.get();
        self.failures.set(failures.saturating_add(1));
        let line = self.clone();
        let wait = Duration::from_secs_f64(RETRY.delay_ms(failures, chance()) / 1000.0);
        self.waiting.replace(set_timeout_with_handle(move || line.connect(), wait).ok());
    }

    /// Somebody looks again, or the network is back.
    fn wake(self: &Rc<Self>) {
        let alive = self.socket.borrow().as_ref().is_some_and(Socket::is_alive);
        if !self.over.get() && !alive {
            self.failures.set(0);
            self.connect();
        }
    }

    /// Asks whether the line is alive; one that has been silent is given up.
    fn probe(self: &Rc<Self>) {
        if self.socket.borrow().is_none() {
            return;
        }
        if now_ms() - self.heard_ms.get() > SILENCE_MS {
            self.let_go();
            self.retry();
        } else if let Ok(ping) = serde_json::to_string(&ClientFrame::Ping { id: 0 }) {
            // What can't be sent is noticed by the silence that follows.
            self.socket.borrow().as_ref().map(|socket| socket.send(&ping));
        }
    }
}
