//! What one view to a full hall costs, and what a person costs who only sits there.

use std::process::Command;

use serde::Serialize;

use super::account::Account;
use super::floor::Floor;
use super::hall::Hall;
use crate::{Control, Peil, Sample, sample};

/// Phones that come and go before anything is measured: what the first brings to memory is not what each costs.
const FIRST: usize = 50;

/// How much is measured.
#[derive(Clone, Copy, Debug)]
pub struct Plan {
    /// Phones in the room.
    pub phones: usize,
    /// How often the room and the floor take turns.
    pub rounds: u64,
    /// Views in each turn.
    pub views: u64,
}

/// What was measured.
#[derive(Clone, Debug, Serialize)]
pub struct Fanout {
    /// Phones in the room.
    pub sockets: usize,
    /// A view on the wire, in bytes.
    pub frame_bytes: usize,
    /// Until all were greeted, in seconds.
    pub join_s: f64,
    /// Resident memory of the server for each participant, in KiB.
    pub rss_per_participant_kib: f64,
    /// Processor time of the bare loop for each frame, in microseconds.
    pub floor_us: f64,
    /// Processor time of the server for each frame that arrived, in microseconds.
    pub fanout_us: f64,
    /// The second over the first.
    pub fanout_to_floor: f64,
}

impl Fanout {
    /// Measures a peil of its own. `floor` runs [`serve_floor`](super::serve_floor).
    #[track_caller]
    pub fn measured(plan: Plan, floor: Command) -> Self {
        let peil = Peil::starts();
        let presenter = peil.organiser().starts(&sample([Sample::Choice]));
        presenter.opens("huisdier");
        drop(Hall::gathers(FIRST, peil.address(), presenter.code()));
        let are = |participants, present| {
            move |room: crate::Room| (room.participants, room.present) == (participants, present)
        };
        let settled = |wanted: &dyn Fn(crate::Room) -> bool| wanted(presenter.room()).then_some(());
        crate::until("the first phones have joined and gone", || settled(&are(FIRST as u64, 0)));
        let empty = Account::of(peil.process_id());
        let hall = Hall::gathers(plan.phones, peil.address(), presenter.code());
        let phones = plan.phones as u64;
        crate::until("everybody has joined", || settled(&are(FIRST as u64 + phones, phones)));
        let full = Account::of(peil.process_id());

        let before = hall.views();
        presenter.closes();
        hall.sees(before + plan.phones as u64);
        let frame_bytes = hall.view_bytes() + if hall.view_bytes() > 125 { 4 } else { 2 };
        let mut floor = Floor::lies(floor, plan.phones, frame_bytes);
        let (mut floor_us, mut fanout_us) = (0.0, 0.0);
        for round in 0..plan.rounds {
            floor_us += floor.sends(plan.views) / plan.rounds as f64;
            let cost = shows(&peil, &hall, plan.views, |view| {
                let what = if (round * plan.views + view).is_multiple_of(2) { "open" } else { "close" };
                presenter.does(Control::new(what));
            });
            fanout_us += cost / plan.rounds as f64;
        }
        Self {
            sockets: plan.phones,
            frame_bytes,
            join_s: hall.join.as_secs_f64(),
            rss_per_participant_kib: (full.resident as f64 - empty.resident as f64) / plan.phones as f64 / 1024.0,
            floor_us,
            fanout_us,
            fanout_to_floor: fanout_us / floor_us,
        }
    }
}

/// Changes what phones see so many times, each when the one before has arrived everywhere; what a frame cost.
fn shows(peil: &Peil, hall: &Hall, views: u64, change: impl Fn(u64)) -> f64 {
    let before = Account::of(peil.process_id());
    let begun = hall.views();
    for view in 0..views {
        let seen = hall.views();
        change(view);
        hall.sees(seen + hall.size() as u64);
    }
    let arrived = hall.views() - begun;
    (Account::of(peil.process_id()).cpu_us - before.cpu_us) / arrived as f64
}
