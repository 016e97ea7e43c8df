//! What a host's page knows only once it is alive: the time, the connection, what somebody is about to do.
//!
//! On the server all of it is as [`Live::default`] says, and so it is at the moment a page comes to life.

use shared::ids::{Millis, Round, SlideId};
use shared::protocol::HostView;
use shared::question::Results;

use super::orders::{Ask, question};
use crate::charts::cloud::Clouds;

/// For how many seconds a page of a figure shows before the next one does.
pub const PAGE_SECONDS: u32 = 10;

/// What a host's page knows only once it is alive.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Live {
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
    /// The number of a slide, as far as it has been typed.
    pub typed: String,
    /// Whether a new round is to be confirmed.
    pub sure: bool,
    /// Whether the keys are explained.
    pub help: bool,
    /// Whether the QR code is out of the way.
    pub qr_hidden: bool,
    /// A code of what went wrong with the last order.
    pub refused: Option<String>,
    /// What takes back the last order.
    pub undo: Option<Ask>,
    /// The cloud of a question as it has grown since the page came to life.
    pub grown: Option<Grown>,
}

/// A cloud as it has grown.
#[derive(Clone, Debug, PartialEq)]
pub struct Grown {
    pub question: SlideId,
    pub round: Round,
    pub clouds: Clouds,
}

impl Live {
    /// Takes note of what the stage shows from now on, after what it showed before.
    pub fn follow(&mut self, before: Option<&HostView>, view: &HostView) {
        let on = |view: &HostView| view.slide.as_ref().map(|slide| slide.id.clone());
        if before.is_some_and(|before| on(before) != on(view)) {
            (self.turn, self.seconds, self.sure, self.refused) = (0, 0, false, None);
            self.typed.clear();
        }
        self.grow(view);
    }

    fn grow(&mut self, view: &HostView) {
        let words = question(view).and_then(|(id, question)| match &question.results {
            Some(Results::Words(words)) => Some((id, question.round, words)),
            _ => None,
        });
        let Some((id, round, words)) = words else { return };
        let mut clouds = match self.grown.take() {
            Some(grown) if grown.question == *id && grown.round == round => grown.clouds,
            _ => Clouds::default(),
        };
        clouds.show(&words.entries);
        self.grown = Some(Grown { question: id.clone(), round, clouds });
    }

    /// The cloud of that question.
    pub fn clouds_of(&self, id: &SlideId) -> Option<Clouds> {
        self.grown.as_ref().filter(|grown| grown.question == *id).map(|grown| grown.clouds.clone())
    }

    /// A second has passed; pages turn by themselves, calmly.
    pub fn second(&mut self, now: Millis) {
        self.now = Some(now);
        self.seconds += 1;
        if self.seconds >= PAGE_SECONDS {
            self.turned(1);
        }
    }

    /// Notes what takes back what was asked.
    pub fn remember(&mut self, ask: Option<&Ask>, view: &HostView) {
        if let Some(ask) = ask.filter(|ask| **ask != Ask::FullScreen) {
            self.undo = ask.inverse(view);
        }
    }

    /// Turns a number of pages.
    pub fn turned(&mut self, pages: i32) {
        self.turn = self.turn.wrapping_add(pages);
        self.seconds = 0;
    }
}
