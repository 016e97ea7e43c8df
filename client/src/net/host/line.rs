//! A host's line to its room: what it hears, as news for a page. Whether by a socket or by asking,
//! the page need not know; a line that is back in a moment is no news.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::time::Duration;

use leptos::leptos_dom::helpers::set_interval;
use leptos::logging::warn;
use shared::host::HostRole;
use shared::ids::RoomId;
use shared::protocol::view::HostView;
use shared::protocol::{PROTOCOL, ServerFrame};

use crate::net::connection::{Endpoints, RoomConnection, RoomNews};
use crate::net::timer::after;
use crate::reconnect::{ReconnectPolicy, ReconnectTiming};
use crate::views::stage::request_queue::RequestQueue;

/// How often an open socket is tried.
const PING: Duration = Duration::from_secs(4);
/// For so long a page says nothing of a room that is out of reach, in milliseconds.
const MOMENT_MS: f64 = 2_000.0;

/// What a line tells.
pub enum News {
    /// What to show from now on.
    View { seq: u64, view: Box<HostView> },
    /// The room was reached, and there is nothing new to show.
    Here,
    /// The room is out of reach; it is tried again.
    Lost,
    /// The line is gone for good.
    Over,
}

/// Who hears whether a request was done, or the code of its refusal.
pub type OutcomeListener = Box<dyn FnOnce(Result<(), String>)>;

/// A line to a room.
#[derive(Clone)]
pub struct HostLine {
    /// The room.
    pub room: RoomId,
    /// What was asked of it and is not done.
    pub requests: Rc<RefCell<RequestQueue<OutcomeListener>>>,
    connection: Rc<RoomConnection>,
}

impl HostLine {
    /// A line that stays for as long as the page does. `since` is the sequence that the page shows.
    pub fn open(
        room: RoomId,
        role: HostRole,
        since: impl Fn() -> u64 + Clone + 'static,
        hear: impl Fn(News) + 'static,
    ) -> Self {
        let way = |door: &str| {
            let path = format!(
                "/rooms/{room}/{door}?protocol={PROTOCOL}&role={}&since=",
                role.word()
            );
            let since = since.clone();
            Box::new(move || format!("{path}{}", since()))
        };
        let endpoints = Endpoints {
            live: way("live"),
            state: way("state"),
        };
        let requests: Rc<RefCell<RequestQueue<OutcomeListener>>> = Rc::default();
        let shown = Rc::clone(&requests);
        let status = Rc::new(LineStatus {
            hear: Box::new(move |news| {
                if let News::View { seq, .. } = &news {
                    shown.borrow_mut().shows(*seq);
                }
                hear(news);
            }),
            away: Cell::default(),
            absences: Cell::default(),
        });
        let connection = Rc::new(RoomConnection::new(
            ReconnectPolicy::new(&ReconnectTiming::HOST),
            endpoints,
            move |heard| status.hears(&heard),
        ));
        connection.begin();
        let probed = Rc::clone(&connection);
        // What can't be sent is noticed by the silence that follows.
        set_interval(
            move || {
                probed.probe();
            },
            PING,
        );
        Self {
            room,
            requests,
            connection,
        }
    }

    /// Something was done to the room: what came of it is looked at now.
    pub fn looks(&self) {
        self.connection.hurry();
    }

    /// Something is asked of the room beside the socket: the moment to find out whether that is
    /// still alive.
    pub fn asks(&self) {
        self.connection.probe();
    }
}

/// What a page knows of its line.
struct LineStatus {
    hear: Box<dyn Fn(News)>,
    away: Cell<bool>,
    absences: Cell<u32>,
}

impl LineStatus {
    fn hears(self: &Rc<Self>, heard: &RoomNews<'_>) {
        match heard {
            RoomNews::Frame(text) => self.reads(text),
            RoomNews::Same => self.reached(News::Here),
            RoomNews::Lost => self.misses(),
            RoomNews::Outdated | RoomNews::ShutOut(_) => (self.hear)(News::Over),
        }
    }

    fn reads(&self, text: &str) {
        match serde_json::from_str(text) {
            Ok(ServerFrame::Hello { seq, view, .. } | ServerFrame::View { seq, view }) => {
                self.reached(News::View { seq, view });
            }
            Ok(_) => self.reached(News::Here),
            // Not the room's word: something on the way answers in its place.
            Err(_) => warn!("a frame can't be read"),
        }
    }

    fn reached(&self, news: News) {
        self.away.set(false);
        (self.hear)(news);
    }

    fn misses(self: &Rc<Self>) {
        if self.away.replace(true) {
            return;
        }
        let absence = self.absences.get() + 1;
        self.absences.set(absence);
        let status = Rc::clone(self);
        after(MOMENT_MS, move || {
            if status.away.get() && status.absences.get() == absence {
                (status.hear)(News::Lost);
            }
        });
    }
}
