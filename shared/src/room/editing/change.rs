//! What a change of a room's deck does, one thing at a time, with the words of the HTTP API.

use serde::{Deserialize, Serialize};

use crate::ids::{Round, SlideId};

/// One thing that a change of the deck does.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "change", rename_all = "snake_case")]
pub enum Change {
    /// The deck is called otherwise.
    Title {
        /// As it was.
        from: String,
        /// As it will be.
        to: String,
    },
    /// Other settings of the whole deck are others.
    Deck,
    /// Another pace is written, and the room goes on at the one with which it began.
    PaceStays,
    /// A slide is new.
    Added {
        /// Which.
        slide: SlideId,
        /// Where it will stand, from 1.
        place: u64,
        /// The word of the deck format for what it is.
        kind: String,
        /// Its heading.
        prompt: String,
    },
    /// A slide goes; what was answered stays in results and exports.
    Removed {
        /// Which.
        slide: SlideId,
        /// Its heading.
        prompt: String,
        /// People who answered it.
        answers: u64,
    },
    /// A slide stands elsewhere among those that stay.
    Moved {
        /// Which.
        slide: SlideId,
        /// Its heading.
        prompt: String,
        /// Where it stood, from 1.
        from: u64,
        /// Where it will stand, from 1.
        to: u64,
    },
    /// Next and previous pass a slide, or no longer.
    Skip {
        /// Which.
        slide: SlideId,
        /// Its heading.
        prompt: String,
        /// Passed (true) or not.
        skip: bool,
    },
    /// A heading or prompt is worded otherwise; answers stay.
    Prompt {
        /// Of which slide.
        slide: SlideId,
        /// As it was.
        from: String,
        /// As it will be.
        to: String,
        /// People who answered the round under way, in the words of before.
        answers: u64,
    },
    /// What answers point at is worded otherwise; they stay.
    Item {
        /// Of which slide.
        slide: SlideId,
        /// Its heading.
        prompt: String,
        /// Which, from 1.
        number: u64,
        /// As it was.
        from: String,
        /// As it will be.
        to: String,
        /// People whose answer to the round under way is about it.
        answers: u64,
    },
    /// Something more to choose; answers stay.
    ItemAdded {
        /// To which slide.
        slide: SlideId,
        /// Its heading.
        prompt: String,
        /// Which it will be, from 1.
        number: u64,
        /// What.
        text: String,
    },
    /// Something less to choose, of a question that nobody has seen.
    ItemRemoved {
        /// Of which slide.
        slide: SlideId,
        /// Its heading.
        prompt: String,
        /// Which it was, from 1.
        number: u64,
        /// What.
        text: String,
    },
    /// What is asked is another question: it begins a round, and answers stay in the one before.
    NewRound {
        /// Which slide.
        slide: SlideId,
        /// Its heading.
        prompt: String,
        /// The round that begins.
        round: Round,
        /// People who answered the one before.
        answers: u64,
    },
    /// The text under a heading is another.
    Text {
        /// Of which slide.
        slide: SlideId,
        /// Its heading.
        prompt: String,
    },
    /// The presenter's notes are others.
    Notes {
        /// Of which slide.
        slide: SlideId,
        /// Its heading.
        prompt: String,
    },
    /// It is open for longer, or shorter, or without an end.
    Countdown {
        /// Which slide.
        slide: SlideId,
        /// Its heading.
        prompt: String,
        /// In seconds, as it will be; nothing where time does not close it.
        seconds: Option<u32>,
        /// Whether it was open already: then it holds from when it is opened again.
        later: bool,
    },
    /// Other settings are others.
    Settings {
        /// Of which slide.
        slide: SlideId,
        /// Its heading.
        prompt: String,
    },
}
