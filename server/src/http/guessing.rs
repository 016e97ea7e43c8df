//! Slow answers to code guessing. Addresses with many failed look-ups are answered later, all of
//! them from that neighbourhood and right codes too, so that a guesser learns nothing faster. Never
//! a limit on joining: a school sits behind one address. Whoever takes part in the room already
//! never waits, and neither does anyone who asks for a room that is known where they are: one in
//! which somebody from there takes part, or that is on a screen there.

use std::net::IpAddr;
use std::time::{Duration, Instant};

use dashmap::{DashMap, DashSet};
use shared::ids::RoomId;

use crate::ip_prefix::IpPrefix;

/// Failed look-ups in a window before answers slow down: people mistype.
const FREE: u32 = 20;
/// The window in which failures count.
const WINDOW: Duration = Duration::from_secs(60);
/// The delay of the first slow answer; it doubles with every further [`FREE`] failures.
const FIRST_DELAY: Duration = Duration::from_millis(250);
/// The longest delay.
const LAST_DELAY: Duration = Duration::from_secs(4);
/// Look-ups of one neighbourhood that may wait at once. More are asked to come again: each that
/// waits has a place that somebody else could have.
const WAITING: u32 = 512;
/// Neighbourhoods that are remembered; above it those whose window is over are forgotten, then all.
const NEIGHBOURHOODS: usize = 50_000;
/// Rooms that are remembered as known somewhere; above it all are forgotten, and whoever finds them
/// makes them known again.
const KNOWN: usize = 50_000;

/// Failed look-ups by where they came from, and what is known there.
#[derive(Default)]
pub struct Guessing {
    failures: DashMap<IpPrefix, Failures>,
    known: DashSet<(IpPrefix, RoomId)>,
}

struct Failures {
    count: u32,
    since: Instant,
    waiting: u32,
}

/// A look-up that waits, until it is dropped.
pub struct DelayedLookup<'a> {
    guessing: &'a Guessing,
    house: IpPrefix,
    /// For how long.
    pub delay: Duration,
}

/// So many wait already that one more is asked to come again.
#[derive(Debug, PartialEq, Eq)]
pub struct TooManyWaiting;

impl Guessing {
    /// How long a look-up from there has to wait now, if it has to.
    ///
    /// # Errors
    /// Too many from there wait already.
    pub fn wait(
        &self,
        address: IpAddr,
        now: Instant,
    ) -> Result<Option<DelayedLookup<'_>>, TooManyWaiting> {
        let house = IpPrefix::of(address);
        let Some(mut known) = self
            .failures
            .get_mut(&house)
            .filter(|known| !known.is_over(now))
        else {
            return Ok(None);
        };
        let Some(more) = known.count.checked_sub(FREE) else {
            return Ok(None);
        };
        if known.waiting >= WAITING {
            return Err(TooManyWaiting);
        }
        known.waiting += 1;
        let delay = FIRST_DELAY
            .saturating_mul(1 << (more / FREE).min(8))
            .min(LAST_DELAY);
        Ok(Some(DelayedLookup {
            guessing: self,
            house,
            delay,
        }))
    }

    /// Notes a look-up that found nothing.
    pub fn failed(&self, address: IpAddr, now: Instant) {
        if self.failures.len() >= NEIGHBOURHOODS {
            self.failures
                .retain(|_, known| !known.is_over(now) || known.waiting > 0);
        }
        if self.failures.len() >= NEIGHBOURHOODS {
            self.failures.clear();
        }
        let first = Failures {
            count: 0,
            since: now,
            waiting: 0,
        };
        let mut known = self.failures.entry(IpPrefix::of(address)).or_insert(first);
        if known.is_over(now) {
            (known.count, known.since) = (0, now);
        }
        known.count = known.count.saturating_add(1);
    }

    /// Whether a room is known there.
    pub fn is_known(&self, address: IpAddr, room: &RoomId) -> bool {
        self.known.contains(&(IpPrefix::of(address), room.clone()))
    }

    /// Notes that somebody from there found a room, or shows it.
    pub fn knows(&self, address: IpAddr, room: &RoomId) {
        if self.known.len() >= KNOWN {
            self.known.clear();
        }
        self.known.insert((IpPrefix::of(address), room.clone()));
    }
}

impl Failures {
    fn is_over(&self, now: Instant) -> bool {
        now.duration_since(self.since) > WINDOW
    }
}

impl Drop for DelayedLookup<'_> {
    fn drop(&mut self) {
        if let Some(mut known) = self.guessing.failures.get_mut(&self.house) {
            known.waiting = known.waiting.saturating_sub(1);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn delay(guessing: &Guessing, address: IpAddr, now: Instant) -> Duration {
        guessing
            .wait(address, now)
            .unwrap()
            .map_or(Duration::ZERO, |waiting| waiting.delay)
    }

    #[test]
    fn guessers_wait_and_their_neighbours_in_the_prefix_too() {
        let (guessing, now) = (Guessing::default(), Instant::now());
        let [guesser, neighbour, other] =
            ["192.0.2.1", "192.0.2.9", "198.51.100.1"].map(|ip| ip.parse().unwrap());
        for _ in 0..FREE {
            assert_eq!(delay(&guessing, guesser, now), Duration::ZERO);
            guessing.failed(guesser, now);
        }
        assert_eq!(delay(&guessing, guesser, now), FIRST_DELAY);
        assert_eq!(delay(&guessing, neighbour, now), FIRST_DELAY);
        assert_eq!(delay(&guessing, other, now), Duration::ZERO);
        (0..10_000).for_each(|_| guessing.failed(guesser, now));
        assert_eq!(delay(&guessing, guesser, now), LAST_DELAY);
        assert_eq!(delay(&guessing, guesser, now + WINDOW * 2), Duration::ZERO);
    }

    #[test]
    fn only_so_many_wait_at_once_and_each_that_is_done_makes_room() {
        let (guessing, now) = (Guessing::default(), Instant::now());
        let [guesser, other] = ["192.0.2.1", "198.51.100.1"].map(|ip| ip.parse().unwrap());
        (0..=FREE).for_each(|_| guessing.failed(guesser, now));
        let mut waiting: Vec<_> = (0..WAITING)
            .map(|_| guessing.wait(guesser, now).unwrap())
            .collect();
        assert_eq!(guessing.wait(guesser, now).err(), Some(TooManyWaiting));
        assert!(guessing.wait(other, now).unwrap().is_none());
        waiting.pop();
        assert!(guessing.wait(guesser, now).unwrap().is_some());
    }

    #[test]
    fn a_room_is_known_where_somebody_found_it_and_nowhere_else() {
        let guessing = Guessing::default();
        let [finder, neighbour, other] =
            ["192.0.2.1", "192.0.2.9", "198.51.100.1"].map(|ip| ip.parse().unwrap());
        let [room, another] = ["room-1", "room-2"].map(|name| RoomId(name.to_owned()));
        guessing.knows(finder, &room);
        assert!(guessing.is_known(neighbour, &room));
        assert!(!guessing.is_known(other, &room) && !guessing.is_known(neighbour, &another));
    }

    #[test]
    fn there_is_an_end_to_how_many_guessers_are_remembered() {
        let (guessing, now) = (Guessing::default(), Instant::now());
        let somewhere = |number: usize| IpAddr::from(((number as u128) << 72).to_be_bytes());
        (0..2 * NEIGHBOURHOODS).for_each(|number| guessing.failed(somewhere(number), now));
        assert!(
            guessing.failures.len() <= NEIGHBOURHOODS,
            "{}",
            guessing.failures.len()
        );
        let last = somewhere(2 * NEIGHBOURHOODS - 1);
        (0..=FREE).for_each(|_| guessing.failed(last, now));
        assert_ne!(
            delay(&guessing, last, now),
            Duration::ZERO,
            "whoever guesses still waits"
        );
    }
}
