//! A socket that comes back by itself: at once when the page is looked at again or the network returns, else
//! after a while that grows. Knows no frame but the ping by which it notices a line that is dead.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::time::Duration;

use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::leptos_dom::helpers::{set_interval, set_timeout_with_handle, window_event_listener_untyped};
use leptos::prelude::document;
use leptos::wasm_bindgen::JsCast;
use leptos::wasm_bindgen::prelude::Closure;
use leptos::web_sys::{CloseEvent, MessageEvent, WebSocket};
use shared::protocol::{ClientFrame, Closing};

use super::browser::{chance, is_visible, now_ms, socket_address};
use super::retry::delay_ms;

/// How often the line is tried.
const PING: Duration = Duration::from_secs(10);
/// A line from which nothing came for so long is dead, in milliseconds.
const SILENCE_MS: f64 = 25_000.0;

/// What a socket tells.
pub enum Heard<'a> {
    /// A frame came.
    Frame(&'a str),
    /// The line is gone; it is tried again.
    Lost,
    /// The line is gone for good.
    Over,
}

/// A line to the room.
pub struct Line {
    path: Box<dyn Fn() -> String>,
    hear: Box<dyn Fn(Heard<'_>)>,
    socket: RefCell<Option<WebSocket>>,
    waiting: RefCell<Option<TimeoutHandle>>,
    failures: Cell<u32>,
    heard_ms: Cell<f64>,
    over: Cell<bool>,
}

impl Line {
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
        drop(window_event_listener_untyped("online", move |_| again.wake()));
        let again = line.clone();
        let seen = Closure::<dyn FnMut()>::new(move || {
            if is_visible() {
                again.wake()
            }
        });
        // The document is there as long as the page.
        let _listening = document().add_event_listener_with_callback("visibilitychange", seen.as_ref().unchecked_ref());
        seen.forget();
        set_interval(move || line.probe(), PING);
    }

    fn connect(self: &Rc<Self>) {
        if let Some(handle) = self.waiting.borrow_mut().take() {
            handle.clear();
        }
        self.heard_ms.set(now_ms());
        match socket_address(&(self.path)()).and_then(|address| WebSocket::new(&address).ok()) {
            Some(socket) => self.listen(socket),
            None => self.retry(),
        }
    }

    fn listen(self: &Rc<Self>, socket: WebSocket) {
        let line = self.clone();
        let message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            line.failures.set(0);
            line.heard_ms.set(now_ms());
            if let Some(text) = event.data().as_string() {
                (line.hear)(Heard::Frame(&text));
            }
        });
        socket.set_onmessage(Some(message.as_ref().unchecked_ref()));
        message.forget();
        let line = self.clone();
        let own = socket.clone();
        let closed = Closure::<dyn FnMut(CloseEvent)>::new(move |event: CloseEvent| line.closed(&own, event.code()));
        socket.set_onclose(Some(closed.as_ref().unchecked_ref()));
        closed.forget();
        self.socket.replace(Some(socket));
    }

    fn closed(self: &Rc<Self>, socket: &WebSocket, code: u16) {
        if self.socket.borrow().as_ref() != Some(socket) {
            return;
        }
        self.socket.replace(None);
        match Closing::of_code(code) {
            Some(Closing::Protocol | Closing::NoRights | Closing::NoRoom) => {
                self.over.set(true);
                (self.hear)(Heard::Over);
            }
            _ => self.retry(),
        }
    }

    fn retry(self: &Rc<Self>) {
        (self.hear)(Heard::Lost);
        let failures = self.failures.get();
        self.failures.set(failures.saturating_add(1));
        let line = self.clone();
        let wait = Duration::from_secs_f64(delay_ms(failures, chance()) / 1000.0);
        self.waiting.replace(set_timeout_with_handle(move || line.connect(), wait).ok());
    }

    /// Somebody looks again, or the network is back.
    fn wake(self: &Rc<Self>) {
        if self.over.get() {
            return;
        }
        match self.socket.borrow().as_ref().map(WebSocket::ready_state) {
            Some(WebSocket::OPEN | WebSocket::CONNECTING) => {}
            _ => {
                self.failures.set(0);
                let line = self.clone();
                // Not within the borrow above.
                leptos::prelude::set_timeout(move || line.connect(), Duration::ZERO);
            }
        }
    }

    /// Asks whether the line is alive; one that has been silent is given up.
    fn probe(self: &Rc<Self>) {
        let socket = self.socket.borrow().clone();
        let Some(socket) = socket else { return };
        if now_ms() - self.heard_ms.get() > SILENCE_MS {
            self.socket.replace(None);
            // Closing a socket that is closed already is nothing.
            let _closed = socket.close();
            self.retry();
        } else if socket.ready_state() == WebSocket::OPEN
            && let Ok(ping) = serde_json::to_string(&ClientFrame::Ping { id: 0 })
        {
            // What can't be sent is noticed by the silence that follows.
            let _sent = socket.send_with_str(&ping);
        }
    }
}
