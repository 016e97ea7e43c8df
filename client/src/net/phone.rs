//! A phone that is alive: carries out what the outbox decides.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use shared::ids::SlideId;
use shared::protocol::view::PhoneView;
use shared::protocol::{ClientFrame, Closing, PROTOCOL, ServerFrame};
use wasm_bindgen_futures::spawn_local;
use web_sys::{Document, Window};

use super::connection::{Endpoints, RoomConnection, RoomNews};
use super::html_forms::{self, UserAction};
use super::json::read;
use super::{fetch, focus, page_position, storage, timer};
use crate::browser::field;
use crate::outbox::{Kept, OutboxEffect, OutboxEvent, PhoneState};
use crate::phone::{ParticipantState, PhoneNotice};
use crate::reconnect::{ReconnectPolicy, ReconnectTiming};
use crate::reply::{Posted, posted};
use crate::ui::tag::Tree;
use crate::views::participant;

/// Noted under this name in the tab once it was loaded again because of this protocol; a later
/// protocol is another reason.
const RELOADED: &str = "peil-reloaded-3";
/// Under this name the browser keeps that its phone shows no reactions to send.
const NO_REACTIONS: &str = "peil-no-reactions";
/// After so long an answer is sent again that the room was too busy for, in milliseconds; and up to
/// as much again.
const BUSY_MS: f64 = 2_000.0;
/// A connection that is back sooner was never gone for whoever looks at the page; in milliseconds.
const LOST_MS: f64 = 2_000.0;

struct PhonePage {
    window: Window,
    document: Document,
    page: Tree,
    outbox: RefCell<PhoneState>,
    connection: Rc<RoomConnection>,
    posting: Cell<bool>,
    /// Goes up with each word of the room and each loss of it.
    line: Cell<u32>,
    /// How far the server's clock is ahead of this one, in milliseconds.
    ahead_ms: f64,
    counting: Cell<bool>,
    path: String,
    name: String,
}

/// Follows the room with the page that was sent, until the page is left.
pub fn follow(page: Tree, state: ParticipantState) {
    let Some(window) = web_sys::window() else {
        return;
    };
    let Some(document) = window.document() else {
        return;
    };
    let code = state.code.digits().to_owned();
    let name = format!("peil-{code}");
    let kept = storage::load(&name).and_then(|kept| read::<Kept>(&kept));
    let path = format!("/{code}");
    let ahead_ms = state.now as f64 - timer::arrived_ms();
    let phone = Rc::new_cyclic(|phone: &Weak<PhonePage>| PhonePage {
        outbox: RefCell::new(PhoneState::new(state, kept)),
        page,
        connection: Rc::new(connection(phone, &path)),
        posting: Cell::new(false),
        line: Cell::new(0),
        ahead_ms,
        counting: Cell::new(false),
        path,
        name,
        window,
        document,
    });
    // Somebody may have typed before the script had arrived: the fields know, the state does not.
    html_forms::all(&phone.document)
        .into_iter()
        .for_each(|fields| phone.happened(OutboxEvent::Found(fields)));
    if storage::load(NO_REACTIONS).is_some_and(|kept| !kept.is_empty()) {
        phone.happened(OutboxEvent::ReactionsOff(true));
    }
    phone.happened(phone.second());
    phone.listen();
    phone.connection.begin();
}

/// The phone's way to its room, which tells the phone what it hears.
fn connection(phone: &Weak<PhonePage>, path: &str) -> RoomConnection {
    let policy = ReconnectPolicy::new(&ReconnectTiming::PHONE);
    let policy = if storage::did(RELOADED) {
        policy.reloaded()
    } else {
        policy
    };
    let seq = |phone: &Weak<PhonePage>| {
        phone
            .upgrade()
            .map_or(0, |phone| phone.outbox.borrow().seq())
    };
    let (of_live, of_state, heard) = (phone.clone(), phone.clone(), phone.clone());
    let (live, state) = (
        format!("{path}/live?protocol={PROTOCOL}&since="),
        format!("{path}/state?protocol={PROTOCOL}&since="),
    );
    let endpoints = Endpoints {
        live: Box::new(move || format!("{live}{}", seq(&of_live))),
        state: Box::new(move || format!("{state}{}", seq(&of_state))),
    };
    RoomConnection::new(policy, endpoints, move |what| {
        heard.upgrade().iter().for_each(|phone| phone.hears(&what))
    })
}

impl PhonePage {
    fn listen(self: &Rc<Self>) {
        let phone = Rc::clone(self);
        html_forms::listen(&self.document, move |action| phone.did(action));
        let phone = Rc::clone(self);
        html_forms::on(&self.window, "offline", move |_| {
            phone.happened(OutboxEvent::Reached(false))
        });
        let phone = Rc::clone(self);
        html_forms::on(&self.window, "hashchange", move |_| {
            phone.went_through_history()
        });
    }

    /// Somebody went back or forth in the browser, to where they were in a survey.
    fn went_through_history(self: &Rc<Self>) {
        let there = page_position::noted(&self.window);
        let alone = self.outbox.borrow().survey_place();
        if let Some(slide) = there.filter(|there| alone.is_some_and(|here| here != *there)) {
            self.happened(OutboxEvent::WentBack(SlideId(slide)));
        }
    }

    fn did(self: &Rc<Self>, action: UserAction) -> bool {
        let event = match action {
            UserAction::Typed(fields) => OutboxEvent::Typed(fields),
            UserAction::Pressed(fields) => OutboxEvent::Pressed(fields),
            UserAction::Did(what, _) if what == "more" => {
                self.asks_for_more_time();
                return true;
            }
            UserAction::Did(what, Some(reaction)) if what == "react" => {
                self.reacts(&reaction);
                return true;
            }
            UserAction::Did(what, Some(group)) if what == "group" => {
                self.asks("group", format!("live=1&group={group}"));
                return true;
            }
            UserAction::Did(what, _) if what == "reactions" => {
                let off = !self.outbox.borrow().reactions_off();
                storage::keep(NO_REACTIONS, if off { "1" } else { "" });
                OutboxEvent::ReactionsOff(off)
            }
            UserAction::Did(what, _) if what == "qa" => OutboxEvent::QaRenewed,
            UserAction::Did(what, _) if what == "finish" => OutboxEvent::SaidFinished,
            UserAction::Did(what, _) if what == "follow" => OutboxEvent::Followed,
            UserAction::Did(what, Some(slide)) if what == "back" => {
                OutboxEvent::WentBack(SlideId(slide))
            }
            UserAction::Did(..) => return false,
        };
        self.happened(event);
        true
    }

    fn happened(self: &Rc<Self>, event: OutboxEvent) {
        let effects = self.outbox.borrow_mut().take(event);
        self.show();
        for effect in effects {
            match effect {
                OutboxEffect::Keep => self.keep(),
                OutboxEffect::Arrive => page_position::arrive(&self.window, &self.document),
                OutboxEffect::Refer => page_position::refer(&self.document),
                OutboxEffect::Send(frame) => self.send(&frame),
                OutboxEffect::Finish => self.asks("finish", "live=1".to_owned()),
                OutboxEffect::TryAgainSoon => self.try_again_soon(),
            }
        }
    }

    fn show(self: &Rc<Self>) {
        let state = self.outbox.borrow().page();
        self.document.set_title(&state.title());
        let pressed = self
            .document
            .active_element()
            .filter(|focused| focused.local_name() == "button");
        let focused = focus::held(&self.document);
        self.page.becomes(participant::page(&state));
        // A button that had nothing left to send is gone: who pressed it stays where it was, at
        // what became of their answer.
        if pressed.is_some_and(|button| !button.is_connected()) {
            field::focus(&self.document, ".says");
        }
        focus::keep(&self.document, focused);
        if let Some(place) = self.outbox.borrow().survey_place() {
            page_position::note(&self.window, &place);
        }
        self.count();
    }

    /// Looks at the clock with each second of a countdown.
    fn count(self: &Rc<Self>) {
        if self.outbox.borrow().counts() && !self.counting.replace(true) {
            let phone = Rc::clone(self);
            // A remainder of floats would be a kilobyte more to download.
            let rest = 1_000 - self.server_ms() % 1_000;
            timer::after(rest as f64, move || {
                phone.counting.set(false);
                phone.happened(phone.second());
            });
        }
    }

    fn second(&self) -> OutboxEvent {
        OutboxEvent::Second(self.server_ms())
    }

    fn server_ms(&self) -> u64 {
        (timer::now_ms() + self.ahead_ms).max(0.0) as u64
    }

    fn keep(&self) {
        if let Ok(kept) = serde_json::to_string(self.outbox.borrow().kept()) {
            storage::keep(&self.name, &kept);
        }
    }

    /// By the socket, or else by a request: whoever presses has not to wait for a socket.
    fn send(self: &Rc<Self>, frame: &ClientFrame) {
        if !serde_json::to_string(frame).is_ok_and(|json| self.connection.send(&json)) {
            self.post();
        }
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
            let next = self.outbox.borrow().waiting().next().cloned();
            // What is still the first one after an answer was not dealt with: a later attempt takes
            // it along.
            let Some(frame) = next.filter(|frame| last.as_ref() != Some(frame)) else {
                return;
            };
            let Ok(json) = serde_json::to_string(&frame) else {
                return;
            };
            let Some(answer) =
                fetch::post(&format!("{}/frames?protocol={PROTOCOL}", self.path), &json).await
            else {
                return self.happened(OutboxEvent::Reached(false));
            };
            self.line_moves();
            match read::<ServerFrame<PhoneView>>(&answer.text) {
                Some(said) if !is_unreadable(&said) => self.happened(OutboxEvent::Heard(said)),
                _ => return self.was_not_taken(posted(answer.status, &answer.text)),
            }
            last = Some(frame);
        }
    }

    /// What was posted came to no answer of the room's.
    fn was_not_taken(self: &Rc<Self>, why: Posted) {
        self.happened(OutboxEvent::Reached(true));
        match why {
            Posted::Never(Closing::Protocol) => self.reload(),
            Posted::Never(why) => self.hears(&RoomNews::ShutOut(why)),
            Posted::NoCookie => self.happened(OutboxEvent::ShutOut(PhoneNotice::Cookies)),
            Posted::Busy => self.try_again_soon(),
            Posted::Blocked => self.happened(OutboxEvent::Blocked(true)),
        }
    }

    /// By a request, whatever the line is: what may be lost is no answer.
    fn asks_for_more_time(self: &Rc<Self>) {
        let Some(fields) = self.outbox.borrow().shown_round() else {
            return;
        };
        let (address, phone) = (format!("{}/more-time", self.path), Rc::clone(self));
        spawn_local(async move {
            let answer = fetch::post(&address, &fields).await;
            match answer.map(|answer| (answer.status, posted(answer.status, &answer.text))) {
                None => phone.happened(OutboxEvent::Reached(false)),
                Some((204, _)) => phone.happened(OutboxEvent::AskedForMoreTime),
                Some((_, Posted::Busy | Posted::Blocked)) => {}
                Some((_, why)) => phone.was_not_taken(why),
            }
        });
    }

    /// By a request; what is lost of it is no loss.
    fn reacts(&self, reaction: &str) {
        let address = format!("{}/reactions", self.path);
        let fields = format!("live=1&reaction={}", js_sys::encode_uri_component(reaction));
        spawn_local(async move { drop(fetch::post(&address, &fields).await) });
    }

    /// By a request, which the room answers by a frame.
    fn asks(self: &Rc<Self>, what: &str, fields: String) {
        let address = format!("{}/{what}", self.path);
        let phone = Rc::clone(self);
        spawn_local(async move {
            let answer = fetch::post(&address, &fields).await;
            let Some(answer) = answer else {
                return phone.happened(OutboxEvent::Reached(false));
            };
            if let Some(said) = read(&answer.text) {
                phone.happened(OutboxEvent::Heard(said));
            }
        });
    }

    fn try_again_soon(self: &Rc<Self>) {
        let phone = Rc::clone(self);
        timer::after(BUSY_MS * (1.0 + timer::random()), move || {
            phone.happened(OutboxEvent::Again)
        });
    }

    fn line_moves(&self) -> u32 {
        self.line.set(self.line.get() + 1);
        self.line.get()
    }

    /// The room is out of reach: that is said once it lasts.
    fn lost(self: &Rc<Self>) {
        let (phone, now) = (Rc::clone(self), self.line_moves());
        timer::after(LOST_MS, move || {
            if phone.line.get() == now {
                phone.happened(OutboxEvent::Reached(false));
            }
        });
    }

    fn hears(self: &Rc<Self>, what: &RoomNews<'_>) {
        match what {
            RoomNews::Frame(text) => {
                self.line_moves();
                self.heard(text);
            }
            RoomNews::Same => {
                self.line_moves();
                self.happened(OutboxEvent::Reached(true));
                self.happened(OutboxEvent::Again);
            }
            RoomNews::Lost => self.lost(),
            RoomNews::Outdated => self.reload(),
            RoomNews::ShutOut(Closing::DoorClosed | Closing::Wait) => self.goes_outside(),
            RoomNews::ShutOut(Closing::NoRoom) => {
                self.happened(OutboxEvent::ShutOut(PhoneNotice::Gone))
            }
            RoomNews::ShutOut(Closing::Removed) => {
                self.happened(OutboxEvent::ShutOut(PhoneNotice::Removed))
            }
            RoomNews::ShutOut(_) => self.happened(OutboxEvent::ShutOut(PhoneNotice::Barred)),
        }
    }

    fn heard(self: &Rc<Self>, text: &str) {
        match read::<ServerFrame<PhoneView>>(text) {
            Some(frame) => self.happened(OutboxEvent::Heard(frame)),
            None => leptos::logging::warn!("a frame can't be read"),
        }
    }

    /// Not in yet: the page that the server has for that says so, and lets in by itself who is in
    /// line. What was typed is kept.
    fn goes_outside(&self) {
        self.keep();
        if self.window.location().reload().is_err() {
            self.connection.go_on_all_the_same();
        }
    }

    fn reload(self: &Rc<Self>) {
        self.keep();
        if storage::once(RELOADED) || self.window.location().reload().is_err() {
            self.connection.go_on_all_the_same();
        }
    }
}

/// Whether the server could not read what was posted: sending the same again is of no use.
fn is_unreadable(said: &ServerFrame<PhoneView>) -> bool {
    matches!(said, ServerFrame::Error { about: None, .. })
}
