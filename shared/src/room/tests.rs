//! Table tests: each row tells what was, what somebody does, and what comes of it.
//!
//! Everything goes through [`check`]. It holds `Room::check` and `Room::apply` against each other,
//! and sees to it that what is repeated or refused leaves no trace.
#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

mod adding;
mod answering;
mod batches;
mod by_hand;
mod changing;
mod clouds;
mod commands;
mod comparing;
mod controls;
mod decks;
mod door;
mod editing;
mod erasing;
mod evaluation;
mod generated;
mod groups;
mod holding;
mod model;
mod moderating;
mod more_time;
mod own_pace;
mod places;
mod properties;
mod qa;
mod recent;
mod removing;
mod reviewing;
mod rules;
mod seeing;
mod splitting;
mod story;
mod tablets;
mod time;
mod totals;
mod trial;
mod undoing;
mod unseen;
mod upvoting;

use crate::refusal::Refusal;
use crate::room::{Decision, Outcome, Receipt, Room};
use commands::Command;
use story::Story;

/// What should come of a command.
#[derive(Clone, Debug, PartialEq)]
enum Expected {
    Accepted,
    Repeated,
    Refused(Refusal),
}

use Expected::{Accepted, Refused, Repeated};

impl From<Refusal> for Expected {
    fn from(refusal: Refusal) -> Self {
        Refused(refusal)
    }
}

/// Does one thing to a room, and compares what came of it with what should.
#[track_caller]
fn check(given: Story, command: impl Into<Command>, expected: impl Into<Expected>) -> Checked {
    let (command, expected) = (command.into(), expected.into());
    let before = given.room.clone();
    let now = given.at;
    let event = match command.event(&before) {
        Ok(event) => event,
        Err(refusal) => {
            assert_eq!(Refused(refusal), expected, "{command:?}");
            return Checked {
                story: given,
                receipt: Receipt::default(),
            };
        }
    };
    let foreseen = match before.check(&event, now) {
        Ok(Decision::Accept) => Accepted,
        Ok(Decision::Repeat) => Repeated,
        Err(refusal) => Refused(refusal),
    };
    let (story, outcome) = given.applied(event.clone());
    let (came, receipt) = match outcome {
        Outcome::Accepted(receipt) => (Accepted, receipt),
        Outcome::Repeated(receipt) => (Repeated, receipt),
        Outcome::Refused(refusal) => (Refused(refusal), Receipt::default()),
    };
    assert_eq!(came, expected, "{event:?}");
    assert_eq!(foreseen, came, "check and apply differ on {event:?}");
    if came != Accepted {
        assert_eq!(
            without_records(&story.room),
            without_records(&before),
            "{event:?} left a trace"
        );
    }
    Checked { story, receipt }
}

/// The room after a command, to look at.
struct Checked {
    story: Story,
    receipt: Receipt,
}

impl std::ops::Deref for Checked {
    type Target = Story;

    fn deref(&self) -> &Story {
        &self.story
    }
}

/// A room but for how many records it has seen, and until when.
fn without_records(room: &Room) -> Room {
    Room {
        seq: 0,
        at: 0,
        counters: Default::default(),
        ..room.clone()
    }
}
