//! What the stage knows only once it is alive: which page of a figure shows, what somebody points
//! at, and what keys left half done.

use shared::ids::Millis;
use shared::protocol::view::HostView;

use super::chosen::{Chosen, Gone};
use super::host_request::question;
use super::leading::KeysState;
use super::reactions::ReactionMarks;
use super::undo::UndoState;
use crate::kinds::{self, Moderates};
use crate::model::undo::Back;
use crate::views::live::HostLiveState;

/// For how many seconds the strip of buttons shows after a movement.
const STRIP_SECONDS: u32 = 5;

/// For how many seconds a page of a figure shows before the next one does.
pub const PAGE_SECONDS: u32 = 10;

/// For how many seconds after a key, a press or a control somebody leads: nothing turns by itself.
pub const LED_SECONDS: u32 = 60;

/// What the stage knows only once it is alive.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct StageLiveState {
    pub host: HostLiveState,
    pub keys: KeysState,
    pub undo: UndoState,
    /// Pages turned on this slide.
    pub page: i32,
    /// Seconds since the last turn.
    pub seconds: u32,
    /// Seconds for which somebody still leads.
    pub led: u32,
    /// For how many seconds the strip of buttons still shows.
    pub strip: u32,
    /// Whether the QR code is out of the way.
    pub qr_hidden: bool,
    /// What participants show for a moment.
    pub reactions: ReactionMarks,
    /// What somebody points at.
    pub chosen: Option<Chosen>,
    /// What somebody pointed at when it went out of sight, as long as that is said.
    pub gone: Option<Gone>,
}

impl StageLiveState {
    /// Takes note of what the stage shows from now on, after what it showed before.
    pub fn follow(&mut self, before: Option<&HostView>, view: &HostView) {
        let round = |view: &HostView| question(view).map(|(_, question)| question.round);
        let on = |view: &HostView| {
            (
                view.slide.as_ref().map(|slide| slide.id.clone()),
                round(view),
            )
        };
        if before.is_some_and(|before| before.controls != view.controls) {
            self.is_led();
        }
        if let Some(before) = before {
            self.reactions.follow(&before.reactions, &view.reactions);
        }
        // Closing and voting put answers in another order, of which the first page comes first.
        let order = |view: &HostView| {
            let asked = question(view).map(|(_, question)| question);
            let answers =
                asked.filter(|question| kinds::moderates(&question.input) == Moderates::Answers);
            answers.map(|question| (question.open, question.voting))
        };
        if before.is_some_and(|before| on(before) == on(view) && order(before) != order(view)) {
            (self.page, self.seconds) = (0, 0);
        }
        if before.is_some_and(|before| on(before) != on(view)) {
            (self.page, self.seconds) = (0, 0);
            self.host.refused = None;
            self.keys.sure = false;
            self.keys.typed.clear();
            self.loses_sight();
        }
    }

    /// The room's answer to an order, and what is back with it.
    pub fn answered(&mut self, answer: Result<(), String>, back: Option<Back>) {
        match answer {
            Ok(()) => {
                self.host.refused = None;
                back.into_iter().for_each(|back| self.undo.say(back));
            }
            Err(code) => self.host.refused = Some(code),
        }
    }

    /// Somebody pressed a key or a button, or moved the room on from elsewhere.
    pub fn is_led(&mut self) {
        self.led = LED_SECONDS;
    }

    /// A second has passed; pages turn by themselves, calmly, and not while somebody leads or
    /// points at what stands there.
    pub fn second(&mut self, now: Millis) {
        self.host.now = Some(now);
        self.undo.falls_silent();
        self.reactions.second();
        self.strip = self.strip.saturating_sub(1);
        self.led = self.led.saturating_sub(1);
        self.seconds = if self.goes_on_choosing() || self.led > 0 {
            0
        } else {
            self.seconds + 1
        };
        if self.seconds >= PAGE_SECONDS {
            self.turned(1);
        }
    }

    /// Something moved: the strip shows, and goes on doing so.
    pub fn stirred(&mut self) {
        self.strip = STRIP_SECONDS;
    }

    /// Turns a number of pages.
    pub fn turned(&mut self, pages: i32) {
        self.page = self.page.wrapping_add(pages);
        self.seconds = 0;
    }
}
