//! What a host's page knows only once it is alive: the time, the connection, what somebody is about
//! to do.
//!
//! On the server all of it is as [`HostLiveState::default`] says, and so it is at the moment a page comes to
//! life.

use shared::ids::Millis;
use shared::protocol::HostView;
use shared::protocol::view::Moderable;

use super::chosen::{Chosen, Gone};
use super::host_request::question;
use super::returning::{Undo, UndoToast};
use crate::kinds::{self, Moderates};
use crate::model::undo::Back;
use crate::views::desk::moderating::seen::SeenNames;
use crate::views::desk::moderating::suggested::{ALL_SUGGESTIONS, SeenSuggestions};

/// For how many seconds after the last touch a list of words keeps its order.
const AT_WORK_SECONDS: u32 = 6;

/// For how many seconds the strip of buttons shows after a movement.
const STRIP_SECONDS: u32 = 5;

/// For how many seconds a page of a figure shows before the next one does.
pub const PAGE_SECONDS: u32 = 10;

/// For how many seconds after a key, a press or a control somebody leads: nothing turns by itself.
pub const LED_SECONDS: u32 = 60;

/// What a host's page knows only once it is alive.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct HostLiveState {
    /// Whether scripts run.
    pub alive: bool,
    /// Whether the room can't be reached.
    pub lost: bool,
    /// The time, by the server's clock as far as the page knows it.
    pub now: Option<Millis>,
    /// The time of day where the page is.
    pub clock: Option<String>,
    /// Pages turned on this slide.
    pub turn: i32,
    /// Seconds since the last turn.
    pub seconds: u32,
    /// Seconds for which somebody still leads.
    pub led: u32,
    /// The number of a slide, as far as it has been typed.
    pub typed: String,
    /// Whether a new round is to be confirmed.
    pub sure: bool,
    /// Whether the keys are explained.
    pub help: bool,
    /// Whether keys of one character do nothing.
    pub characters_off: bool,
    /// What a remote or a moderator's page says to whoever hears it.
    pub news: String,
    /// For how many seconds the strip of buttons still shows.
    pub strip: u32,
    /// Whether the QR code is out of the way.
    pub qr_hidden: bool,
    /// The text that was copied last.
    pub copied: Option<String>,
    /// A code of what went wrong with the last order.
    pub refused: Option<String>,
    /// What takes back the last order.
    pub undo: Option<Undo>,
    /// What is back once the room has taken back the order that is about to be sent.
    pub returning: Option<Back>,
    /// What is back, as long as it is said.
    pub said: Option<UndoToast>,
    /// What somebody points at on the stage.
    pub chosen: Option<Chosen>,
    /// What somebody pointed at when it went out of sight, as long as that is said.
    pub gone: Option<Gone>,
    /// What is ticked to be merged, by name.
    pub picked: Vec<String>,
    /// As which of them they are to count, where somebody chose.
    pub into: Option<String>,
    /// As which of them they count otherwise: what most people had given when the last one was
    /// ticked.
    pub proposed: Option<String>,
    /// Long texts that are shown whole, by name.
    pub unfolded: Vec<String>,
    /// The order in which words and answers are listed.
    pub seen: SeenNames,
    /// What is suggested above it.
    pub suggestions: SeenSuggestions,
    /// Seconds since somebody last did something in that list.
    pub idle: u32,
}

impl HostLiveState {
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
        // Closing and voting put answers in another order, of which the first page comes first.
        let order = |view: &HostView| {
            let asked = question(view).map(|(_, question)| question);
            let answers =
                asked.filter(|question| kinds::moderates(&question.input) == Moderates::Answers);
            answers.map(|question| (question.open, question.voting))
        };
        if before.is_some_and(|before| on(before) == on(view) && order(before) != order(view)) {
            (self.turn, self.seconds) = (0, 0);
        }
        if before.is_some_and(|before| on(before) != on(view)) {
            (self.turn, self.seconds, self.sure, self.refused) = (0, 0, false, None);
            self.loses_sight();
            self.typed.clear();
        }
    }

    /// The room is in reach again: what failed because it was not is no longer true.
    pub fn reached(&mut self) {
        self.refused = self.refused.take().filter(|_| !self.lost);
        self.lost = false;
    }

    /// Ticks something to be merged, or no longer. What they are to count as is said with it, and
    /// votes that come later change nothing of what a button says.
    pub fn pick(&mut self, name: &str, on: bool, view: &HostView) {
        self.picked.retain(|picked| picked != name);
        if on {
            self.picked.push(name.to_owned());
        }
        let items = question(view)
            .and_then(|(_, asked)| asked.moderable.as_deref())
            .unwrap_or_default();
        let picked = items.iter().filter(|item| self.picked.contains(&item.name));
        // The newest come first in the list: of equals the last is the one that was there before.
        self.proposed = picked
            .max_by_key(|item| item.count)
            .map(|item| item.name.clone());
    }

    /// Which of what is ticked the others are to count as: what was chosen, else what was proposed.
    pub fn into_of<'a>(&self, picked: &[&'a Moderable]) -> Option<&'a Moderable> {
        let named =
            |name: &Option<String>| picked.iter().find(|item| name.as_ref() == Some(&item.name));
        named(&self.into)
            .or_else(|| named(&self.proposed))
            .or(picked.last())
            .copied()
    }

    /// Shows a long text whole, or folds it again.
    pub fn unfold(&mut self, name: &str) {
        let before = self.unfolded.len();
        self.unfolded.retain(|unfolded| unfolded != name);
        if self.unfolded.len() == before {
            self.unfolded.push(name.to_owned());
        }
    }

    /// Ticks nothing any more.
    pub fn pick_nothing(&mut self) {
        self.picked.clear();
        self.into = None;
    }

    /// A second has passed without a touch. True once it was the last of those for which the list
    /// keeps its order.
    pub fn rested(&mut self) -> bool {
        self.idle = self.idle.saturating_add(1);
        self.idle == AT_WORK_SECONDS
    }

    /// Shows what came in the meantime.
    pub fn show_new(&mut self, view: &HostView) {
        self.idle = u32::MAX;
        let picked = std::mem::take(&mut self.picked);
        self.list(view);
        self.picked = picked;
    }

    /// Takes note of what may be hidden or merged.
    pub fn list(&mut self, view: &HostView) {
        let Some((slide, asked)) = question(view) else {
            return;
        };
        let Some(items) = &asked.moderable else {
            return;
        };
        let mergeable = |name: &String| items.iter().any(|item| item.name == *name && !item.hidden);
        self.picked.retain(mergeable);
        self.unfolded
            .retain(|name| name == ALL_SUGGESTIONS || items.iter().any(|item| item.name == *name));
        let at_work = self.alive && (!self.picked.is_empty() || self.idle < AT_WORK_SECONDS);
        let of = (slide.clone(), asked.round);
        self.suggestions
            .follow(of.clone(), &view.suggested, items, at_work);
        self.seen.follow(of, items, at_work);
    }

    /// Somebody pressed a key or a button, or moved the room on from elsewhere.
    pub fn is_led(&mut self) {
        self.led = LED_SECONDS;
    }

    /// A second has passed; pages turn by themselves, calmly, and not while somebody leads or
    /// points at what stands there.
    pub fn second(&mut self, now: Millis) {
        self.now = Some(now);
        self.falls_silent();
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
        self.turn = self.turn.wrapping_add(pages);
        self.seconds = 0;
    }
}
