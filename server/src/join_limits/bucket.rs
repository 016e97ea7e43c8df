//! One network's way into one room: a bucket of admissions that fills again, and the line of those
//! for whom there was none.
//!
//! Whoever is first in the line is called as soon as there is an admission for them, and gets in
//! when they next ask. Whoever asks nothing for a while is forgotten, and what they were called
//! with goes to the next.

use std::collections::{HashMap, VecDeque};
use std::time::{Duration, Instant};

use shared::ids::ParticipantId;
use shared::limits::{NETWORK_WAITERS, WAITER_SECONDS};

use super::Rate;

/// How long somebody in the line may ask nothing.
const SILENT: Duration = Duration::from_secs(WAITER_SECONDS);

/// Whether somebody may pass.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Admittance {
    In,
    Wait,
}

/// One network's way into one room.
pub struct Bucket {
    rate: Rate,
    /// Admissions that are left. While there is a whole one nobody is in the line.
    left: f64,
    filled_at: Instant,
    /// Who was not called yet, in order; also some who were forgotten meanwhile.
    line: VecDeque<(u64, ParticipantId)>,
    waiters: HashMap<ParticipantId, Waiter>,
    called: usize,
    tickets: u64,
}

struct Waiter {
    ticket: u64,
    asked_at: Instant,
    called: bool,
}

impl Bucket {
    /// One by which nobody has come yet.
    pub fn full(rate: Rate, now: Instant) -> Self {
        Self {
            rate,
            left: rate.burst.into(),
            filled_at: now,
            line: VecDeque::new(),
            waiters: HashMap::new(),
            called: 0,
            tickets: 0,
        }
    }

    /// Somebody would pass now. Is nobody to be remembered any more, they have to wait outside the
    /// line.
    pub fn ask(&mut self, who: ParticipantId, now: Instant, remembers: bool) -> Admittance {
        self.fill(now);
        if self.waiters.get(&who).is_some_and(|waiter| waiter.called) {
            self.waiters.remove(&who);
            self.called -= 1;
            return Admittance::In;
        }
        if self.is_free() && !self.waiters.contains_key(&who) {
            self.left -= 1.0;
            return Admittance::In;
        }
        self.line_up(who, now, remembers);
        Admittance::Wait
    }

    /// Somebody looks whether they would pass.
    pub fn look(&mut self, who: ParticipantId, now: Instant, remembers: bool) -> Admittance {
        self.fill(now);
        if self.is_free() {
            return Admittance::In;
        }
        self.line_up(who, now, remembers);
        Admittance::Wait
    }

    /// Calls everybody in the line, and puts in so many admissions more.
    pub fn admit(&mut self, rate: Rate, more: u32, now: Instant) {
        self.rate = rate;
        self.fill(now);
        while self.call_next() {}
        self.left = (self.left + f64::from(more)).min(rate.burst.into());
    }

    /// Forgets who has stopped asking. Whether all is as if nobody had come.
    pub fn sweep(&mut self, now: Instant) -> bool {
        let silent = |waiter: &Waiter| now.saturating_duration_since(waiter.asked_at) > SILENT;
        let lost = self
            .waiters
            .values()
            .filter(|waiter| waiter.called && silent(waiter))
            .count();
        self.waiters.retain(|_, waiter| !silent(waiter));
        self.called -= lost;
        self.left += lost as f64;
        let waiters = &self.waiters;
        self.line.retain(|(ticket, who)| {
            waiters
                .get(who)
                .is_some_and(|waiter| waiter.ticket == *ticket)
        });
        self.fill(now);
        self.waiters.is_empty() && self.left >= f64::from(self.rate.burst)
    }

    /// Who is remembered, called or not.
    pub fn waiters(&self) -> usize {
        self.waiters.len()
    }

    /// Who was not called yet.
    pub fn uncalled(&self) -> usize {
        self.waiters.len() - self.called
    }

    fn is_free(&self) -> bool {
        self.left >= 1.0
    }

    fn line_up(&mut self, who: ParticipantId, now: Instant, remembers: bool) {
        if let Some(waiter) = self.waiters.get_mut(&who) {
            waiter.asked_at = now;
        } else if remembers && self.waiters.len() < NETWORK_WAITERS {
            self.tickets += 1;
            self.line.push_back((self.tickets, who));
            self.waiters.insert(
                who,
                Waiter {
                    ticket: self.tickets,
                    asked_at: now,
                    called: false,
                },
            );
        }
    }

    fn fill(&mut self, now: Instant) {
        let passed = now.saturating_duration_since(self.filled_at);
        self.filled_at = self.filled_at.max(now);
        self.left =
            (self.left + passed.as_secs_f64() * self.rate.per_second).min(self.rate.burst.into());
        while self.is_free() && self.call_next() {
            self.left -= 1.0;
        }
    }

    /// Calls whoever is first in the line; whether there was anybody.
    fn call_next(&mut self) -> bool {
        while let Some((ticket, who)) = self.line.pop_front() {
            if let Some(waiter) = self
                .waiters
                .get_mut(&who)
                .filter(|waiter| waiter.ticket == ticket)
            {
                waiter.called = true;
                self.called += 1;
                return true;
            }
        }
        false
    }
}
