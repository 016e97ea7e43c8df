//! What one view to a full room costs, beside the floor, and what a view costs to make.

use super::account::Account;
use super::crowd::PhoneCrowd;
use super::floor::Floor;
use super::stage::FollowingStage;
use crate::{ControlPress, Peil, Presenter};

/// How often a room and the floor take turns, and how many views each sends in its turn.
#[derive(Clone, Copy, Debug)]
pub struct Turns {
    /// Turns of each.
    pub rounds: u64,
    /// Views in a turn; an even number, since they open and close a question in turn.
    pub views: u64,
}

/// What frames cost, in microseconds of processor time for each that arrived.
#[derive(Clone, Copy, Debug)]
pub struct FanoutCost {
    /// A view on the wire, in bytes.
    pub frame_bytes: usize,
    /// The bare loop's.
    pub floor_us: f64,
    /// The server's.
    pub server_us: f64,
}

/// Shows views to a room whose question is open, in turn with a floor of as many sockets.
#[track_caller]
pub fn shown(peil: &Peil, presenter: &Presenter, crowd: &PhoneCrowd, turns: Turns) -> FanoutCost {
    let before = crowd.views();
    presenter.closes();
    crowd.sees(before + crowd.size() as u64);
    let frame_bytes = crowd.view_bytes() + if crowd.view_bytes() > 125 { 4 } else { 2 };
    let mut floor = Floor::lies(crowd.size(), frame_bytes);
    // Once for nothing: the first frame of a socket brings memory, which is no frame's cost.
    floor.sends(1);
    shows(peil, crowd, 2, |view| toggles(presenter, view));
    let (mut floor_us, mut server_us) = (0.0, 0.0);
    for _ in 0..turns.rounds {
        floor_us += floor.sends(turns.views) / turns.rounds as f64;
        server_us +=
            shows(peil, crowd, turns.views, |view| toggles(presenter, view)) / turns.rounds as f64;
    }
    FanoutCost {
        frame_bytes,
        floor_us,
        server_us,
    }
}

/// What it costs to make a view of the room, with everything that brings it about, in microseconds;
/// nobody looks but the stage.
#[track_caller]
pub fn made(peil: &Peil, presenter: &Presenter, stage: &FollowingStage, views: u64) -> f64 {
    let before = Account::of(peil.process_id()).cpu_us;
    for view in 0..views {
        stage.has_seen(toggles(presenter, view));
    }
    (Account::of(peil.process_id()).cpu_us - before) / views as f64
}

/// Opens a closed question, or closes an open one: the room's sequence then.
fn toggles(presenter: &Presenter, view: u64) -> u64 {
    let what = if view.is_multiple_of(2) {
        "open"
    } else {
        "close"
    };
    presenter.does(ControlPress::new(what)).seq
}

/// Changes what phones see an even number of times, each when the one before has arrived
/// everywhere; what a frame cost.
fn shows(peil: &Peil, crowd: &PhoneCrowd, views: u64, change: impl Fn(u64) -> u64) -> f64 {
    let before = Account::of(peil.process_id());
    let begun = crowd.views();
    for view in 0..views {
        let seen = crowd.views();
        change(view);
        crowd.sees(seen + crowd.size() as u64);
    }
    let arrived = crowd.views() - begun;
    (Account::of(peil.process_id()).cpu_us - before.cpu_us) / arrived as f64
}
