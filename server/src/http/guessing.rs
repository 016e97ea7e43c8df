//! Slow answers to code guessing. Addresses with many failed look-ups are answered later, all of them
//! from that prefix and right codes too, so that a guesser learns nothing faster. Never a limit on
//! joining: a school sits behind one address, and who already takes part in the room never waits.

use std::net::IpAddr;
use std::time::{Duration, Instant};

use dashmap::DashMap;

/// Failed look-ups in a window before answers slow down: people mistype.
const FREE: u32 = 20;
/// The window in which failures count.
const WINDOW: Duration = Duration::from_secs(60);
/// The delay of the first slow answer; it doubles with every further [`FREE`] failures.
const FIRST_DELAY: Duration = Duration::from_millis(250);
/// The longest delay.
const LAST_DELAY: Duration = Duration::from_secs(4);
/// Prefixes that are remembered; above it those whose window is over are forgotten, then all.
const PREFIXES: usize = 50_000;

/// Failed look-ups by prefix of the address: /24 of IPv4, /56 of IPv6.
#[derive(Default)]
pub struct Guessing {
    failures: DashMap<u128, Failures>,
}

struct Failures {
    count: u32,
    since: Instant,
}

impl Guessing {
    /// How long a look-up from there has to wait now.
    pub fn delay(&self, address: IpAddr, now: Instant) -> Duration {
        let count =
            self.failures.get(&prefix(address)).filter(|known| !known.is_over(now)).map_or(0, |known| known.count);
        match count.checked_sub(FREE) {
            None => Duration::ZERO,
            Some(more) => FIRST_DELAY.saturating_mul(1 << (more / FREE).min(8)).min(LAST_DELAY),
        }
    }

    /// Notes a look-up that found nothing.
    pub fn failed(&self, address: IpAddr, now: Instant) {
        if self.failures.len() >= PREFIXES {
            self.failures.retain(|_, known| !known.is_over(now));
        }
        if self.failures.len() >= PREFIXES {
            self.failures.clear();
        }
        let mut known = self.failures.entry(prefix(address)).or_insert(Failures { count: 0, since: now });
        if known.is_over(now) {
            *known = Failures { count: 0, since: now };
        }
        known.count = known.count.saturating_add(1);
    }
}

impl Failures {
    fn is_over(&self, now: Instant) -> bool {
        now.duration_since(self.since) > WINDOW
    }
}

fn prefix(address: IpAddr) -> u128 {
    match address.to_canonical() {
        IpAddr::V4(v4) => u128::from(v4.to_bits() >> 8),
        // The marker bit keeps the two families apart.
        IpAddr::V6(v6) => (v6.to_bits() >> 72) | 1 << 100,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn guessers_wait_and_their_neighbours_in_the_prefix_too() {
        let (guessing, now) = (Guessing::default(), Instant::now());
        let [guesser, neighbour, other] = ["192.0.2.1", "192.0.2.9", "198.51.100.1"].map(|ip| ip.parse().unwrap());
        for _ in 0..FREE {
            assert_eq!(guessing.delay(guesser, now), Duration::ZERO);
            guessing.failed(guesser, now);
        }
        assert_eq!(guessing.delay(guesser, now), FIRST_DELAY);
        assert_eq!(guessing.delay(neighbour, now), FIRST_DELAY);
        assert_eq!(guessing.delay(other, now), Duration::ZERO);
        (0..10_000).for_each(|_| guessing.failed(guesser, now));
        assert_eq!(guessing.delay(guesser, now), LAST_DELAY);
        assert_eq!(guessing.delay(guesser, now + WINDOW * 2), Duration::ZERO);
    }

    #[test]
    fn there_is_an_end_to_how_many_guessers_are_remembered() {
        let (guessing, now) = (Guessing::default(), Instant::now());
        let somewhere = |number: usize| IpAddr::from(((number as u128) << 72).to_be_bytes());
        (0..2 * PREFIXES).for_each(|number| guessing.failed(somewhere(number), now));
        assert!(guessing.failures.len() <= PREFIXES, "{}", guessing.failures.len());
        let last = somewhere(2 * PREFIXES - 1);
        (0..=FREE).for_each(|_| guessing.failed(last, now));
        assert_ne!(guessing.delay(last, now), Duration::ZERO, "whoever guesses still waits");
    }
}
