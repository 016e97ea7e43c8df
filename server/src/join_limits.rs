//! Joining is what costs: how many new people may come into a room from one network, and who waits.
//!
//! Whoever is in a room already never comes by here, and waits for nobody. All of it is in memory
//! alone: after a restart everybody who joined is in, and every bucket is full. [`bucket`] is one
//! network's way into one room, [`proxy`] notices where all networks look like one because nobody
//! said which proxies to trust.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard};
use std::time::Instant;

use shared::ids::{ParticipantId, RoomId};
use shared::limits::{JOIN_BURST, JOINING_NETWORKS, JOINS_PER_EXPECTED, JOINS_PER_SECOND, WAITERS};
use shared::protocol::view::WaitingCounts;

use crate::ip_prefix::IpPrefix;
use crate::lobby::RoomDocument;
use crate::metrics::FIGURES;

pub mod proxy;

mod bucket;
#[cfg(test)]
mod tests;

pub use bucket::Admittance;
use bucket::Bucket;

/// How many may join from one network.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rate {
    /// At once.
    pub burst: u32,
    /// Per second in the long run.
    pub per_second: f64,
}

impl Default for Rate {
    fn default() -> Self {
        Self {
            burst: JOIN_BURST,
            per_second: f64::from(JOINS_PER_SECOND),
        }
    }
}

impl Rate {
    /// That of a room, where its organiser said how many they expect.
    pub fn of(self, room: &RoomDocument) -> Self {
        let expected = room
            .expected
            .map(|expected| expected.saturating_mul(JOINS_PER_EXPECTED));
        Self {
            burst: expected.unwrap_or(self.burst),
            ..self
        }
    }

    /// As many buckets as a host has let in besides the first.
    fn raised(self, times: u32) -> Self {
        Self {
            burst: self.burst.saturating_mul(times.saturating_add(1)),
            ..self
        }
    }
}

/// Whoever would join.
#[derive(Clone, Copy)]
pub struct JoinRequest<'a> {
    pub room: &'a RoomId,
    pub network: IpPrefix,
    pub participant: ParticipantId,
    pub rate: Rate,
}

/// Who joins and who waits, in all rooms.
#[derive(Default)]
pub struct Joining {
    rooms: Mutex<JoiningRooms>,
}

#[derive(Default)]
struct JoiningRooms {
    by_id: HashMap<RoomId, RoomNetworks>,
    /// Buckets of all rooms.
    networks: usize,
    /// Who waits, in all of them.
    waiters: usize,
}

/// The networks from which people come into one room.
#[derive(Default)]
struct RoomNetworks {
    buckets: HashMap<IpPrefix, Bucket>,
    /// How often a host let in who waited.
    raised: u32,
    /// How many waited when a host last said that they may.
    let_wait: Option<u64>,
    /// Whether hosts were notified of people who wait.
    notified: bool,
}

impl Joining {
    /// Somebody asks to join now. Whoever has to wait and goes on asking gets in, the longest
    /// waiting first.
    pub fn ask(&self, comer: &JoinRequest<'_>, now: Instant) -> Admittance {
        self.rooms().pass(comer, now, Bucket::ask)
    }

    /// Somebody looks in who will join only when they come back: whether they would have to wait,
    /// in which case their wait begins.
    pub fn look(&self, comer: &JoinRequest<'_>, now: Instant) -> Admittance {
        self.rooms().pass(comer, now, Bucket::look)
    }

    /// Lets in everybody who waits for a room, and as many again at once as its buckets hold.
    pub fn admit(&self, room: &RoomId, rate: Rate, now: Instant) {
        let mut rooms = self.rooms();
        let entrance = rooms.by_id.entry(room.clone()).or_default();
        entrance.raised = entrance.raised.saturating_add(1);
        entrance.let_wait = None;
        let raised = rate.raised(entrance.raised);
        entrance
            .buckets
            .values_mut()
            .for_each(|bucket| bucket.admit(raised, rate.burst, now));
    }

    /// Leaves them waiting; hosts are asked again when twice as many do.
    pub fn let_wait(&self, room: &RoomId) {
        if let Some(entrance) = self.rooms().by_id.get_mut(room) {
            entrance.let_wait = entrance.waiting().map(|waiting| waiting.participants);
        }
    }

    /// Who waits for a room.
    pub fn waiting(&self, room: &RoomId) -> Option<WaitingCounts> {
        self.rooms().by_id.get(room).and_then(RoomNetworks::waiting)
    }

    /// Lets go of people who have stopped asking and of networks that are as if nobody had come.
    /// Gives the rooms whose hosts are to be notified, with the numbers of those who wait there.
    pub fn sweep(&self, now: Instant) -> Vec<(RoomId, Option<WaitingCounts>)> {
        let mut rooms = self.rooms();
        let mut news = Vec::new();
        for (id, entrance) in &mut rooms.by_id {
            entrance.sweep(now);
            let waiting = entrance.waiting();
            if waiting.is_some() || entrance.notified {
                news.push((id.clone(), waiting));
            }
            entrance.notified = waiting.is_some();
        }
        rooms.by_id.retain(|_, entrance| !entrance.is_idle());
        rooms.count();
        news
    }

    fn rooms(&self) -> MutexGuard<'_, JoiningRooms> {
        self.rooms
            .lock()
            .expect("nobody panics while they hold who joins")
    }
}

impl JoiningRooms {
    fn pass(
        &mut self,
        comer: &JoinRequest<'_>,
        now: Instant,
        way: impl FnOnce(&mut Bucket, ParticipantId, Instant, bool) -> Admittance,
    ) -> Admittance {
        self.make_place(comer, now);
        let entrance = self.by_id.entry(comer.room.clone()).or_default();
        let rate = comer.rate.raised(entrance.raised);
        let networks = &mut self.networks;
        let bucket = entrance.buckets.entry(comer.network).or_insert_with(|| {
            *networks += 1;
            Bucket::full(rate, now)
        });
        let before = bucket.waiters();
        let passage = way(bucket, comer.participant, now, self.waiters < WAITERS);
        let after = bucket.waiters();
        self.waiters = self.waiters + after - before;
        if after > before {
            FIGURES.joins_waited.add(1);
        }
        passage
    }

    /// Whoever makes up networks finds place for them: first goes what is as if nobody had come,
    /// then what nobody waits for, then all.
    fn make_place(&mut self, comer: &JoinRequest<'_>, now: Instant) {
        let known = |entrance: &RoomNetworks| entrance.buckets.contains_key(&comer.network);
        if self.networks < JOINING_NETWORKS || self.by_id.get(comer.room).is_some_and(known) {
            return;
        }
        self.keep(|bucket| !bucket.sweep(now));
        if self.networks >= JOINING_NETWORKS {
            self.keep(|bucket| bucket.waiters() > 0);
        }
        if self.networks >= JOINING_NETWORKS {
            self.keep(|_| false);
        }
    }

    fn keep(&mut self, wanted: impl Fn(&mut Bucket) -> bool) {
        self.by_id
            .values_mut()
            .for_each(|entrance| entrance.buckets.retain(|_, bucket| wanted(bucket)));
        self.count();
    }

    fn count(&mut self) {
        let buckets = || {
            self.by_id
                .values()
                .flat_map(|entrance| entrance.buckets.values())
        };
        (self.networks, self.waiters) = (buckets().count(), buckets().map(Bucket::waiters).sum());
    }
}

impl RoomNetworks {
    fn sweep(&mut self, now: Instant) {
        self.buckets.retain(|_, bucket| !bucket.sweep(now));
        if self.waiting().is_none() {
            self.let_wait = None;
        }
    }

    fn waiting(&self) -> Option<WaitingCounts> {
        let (mut participants, mut networks) = (0, 0);
        for uncalled in self
            .buckets
            .values()
            .map(Bucket::uncalled)
            .filter(|uncalled| *uncalled > 0)
        {
            (participants, networks) = (participants + uncalled as u64, networks + 1);
        }
        let asked = self
            .let_wait
            .is_none_or(|let_wait| participants >= 2 * let_wait);
        (participants > 0).then_some(WaitingCounts {
            participants,
            networks,
            asked,
        })
    }

    fn is_idle(&self) -> bool {
        self.buckets.is_empty() && self.raised == 0 && !self.notified
    }
}
