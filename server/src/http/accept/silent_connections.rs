//! Connections that came in and have not asked for anything yet: no word, half a head, or a body
//! that is not whole. Whoever votes asks at once, so these are the first to make room when places
//! get scarce: where most of them come from, the one that came first. A hall full of people behind
//! one address is never meant by this: they speak.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::net::IpAddr;
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::{Duration, Instant};

use futures_util::future::{AbortHandle, AbortRegistration};

use crate::ip_prefix::IpPrefix;

/// Everybody who is silent.
#[derive(Default)]
pub struct SilentConnections(Mutex<SilenceState>);

#[derive(Default)]
struct SilenceState {
    came: u64,
    waiting: usize,
    /// By where they come from, in order of arrival.
    houses: HashMap<IpPrefix, BTreeMap<u64, SilentConnection>>,
    /// The same houses by how many wait there.
    crowds: BTreeSet<(usize, IpPrefix)>,
}

struct SilentConnection {
    since: Instant,
    end: AbortHandle,
}

/// A connection that is silent until it speaks or is dropped.
pub struct Silent {
    silence: Arc<SilentConnections>,
    house: IpPrefix,
    number: u64,
}

impl SilentConnections {
    /// Somebody comes in; with what ends whatever serves them, should they have to go.
    pub fn begins(self: &Arc<Self>, address: IpAddr, now: Instant) -> (Silent, AbortRegistration) {
        let (end, registration) = AbortHandle::new_pair();
        let house = IpPrefix::of(address);
        let mut inner = self.locked();
        inner.came += 1;
        let number = inner.came;
        inner.comes(house, number, SilentConnection { since: now, end });
        drop(inner);
        (
            Silent {
                silence: self.clone(),
                house,
                number,
            },
            registration,
        )
    }

    /// How many are silent.
    pub fn count(&self) -> usize {
        self.locked().waiting
    }

    /// Sends away the one that came first where most of them come from, if it has been silent for
    /// so long. Whether somebody went.
    pub fn sends_one_away(&self, patience: Duration, now: Instant) -> bool {
        let mut inner = self.locked();
        let Some(&(_, house)) = inner.crowds.last() else {
            return false;
        };
        let first = inner.houses.get(&house).and_then(BTreeMap::first_key_value);
        let tired =
            first.filter(|(_, waiting)| now.saturating_duration_since(waiting.since) >= patience);
        let Some((&number, _)) = tired else {
            return false;
        };
        let gone = inner.goes(house, number);
        drop(inner);
        gone.inspect(|gone| gone.end.abort()).is_some()
    }

    fn locked(&self) -> MutexGuard<'_, SilenceState> {
        self.0
            .lock()
            .expect("nobody panics while counting who is silent")
    }
}

impl Silent {
    /// It has asked for something, and stays.
    pub fn speaks(&self) {
        self.silence.locked().goes(self.house, self.number);
    }
}

impl Drop for Silent {
    fn drop(&mut self) {
        self.speaks();
    }
}

impl SilenceState {
    fn comes(&mut self, house: IpPrefix, number: u64, waiting: SilentConnection) {
        let there = self.houses.entry(house).or_default();
        self.crowds.remove(&(there.len(), house));
        there.insert(number, waiting);
        self.crowds.insert((there.len(), house));
        self.waiting += 1;
    }

    /// Nothing where it spoke or went before.
    fn goes(&mut self, house: IpPrefix, number: u64) -> Option<SilentConnection> {
        let there = self.houses.get_mut(&house)?;
        let before = there.len();
        let gone = there.remove(&number)?;
        self.waiting -= 1;
        self.crowds.remove(&(before, house));
        if there.is_empty() {
            self.houses.remove(&house);
        } else {
            self.crowds.insert((before - 1, house));
        }
        Some(gone)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NEVER: Duration = Duration::from_secs(3600);

    struct SilentArrival {
        silent: Silent,
        end: AbortRegistration,
    }

    fn comes(silence: &Arc<SilentConnections>, address: &str, now: Instant) -> SilentArrival {
        let (silent, end) = silence.begins(address.parse().unwrap(), now);
        SilentArrival { silent, end }
    }

    fn went(came: &SilentArrival) -> bool {
        came.end.handle().is_aborted()
    }

    #[test]
    fn where_most_are_silent_the_first_goes_first() {
        let (silence, now) = (Arc::new(SilentConnections::default()), Instant::now());
        let alone = comes(&silence, "198.51.100.1", now);
        let crowd: Vec<SilentArrival> = (1..=3)
            .map(|last| comes(&silence, &format!("192.0.2.{last}"), now))
            .collect();
        assert!(silence.sends_one_away(Duration::ZERO, now));
        assert_eq!(
            crowd.iter().map(went).collect::<Vec<_>>(),
            [true, false, false]
        );
        assert!(silence.sends_one_away(Duration::ZERO, now));
        assert!(!went(&alone) && went(&crowd[1]) && !went(&crowd[2]));
        assert_eq!(silence.count(), 2);
    }

    #[test]
    fn who_spoke_or_went_is_nobody_who_is_silent() {
        let (silence, now) = (Arc::new(SilentConnections::default()), Instant::now());
        let spoke = comes(&silence, "192.0.2.1", now);
        drop(comes(&silence, "192.0.2.2", now));
        spoke.silent.speaks();
        spoke.silent.speaks();
        assert_eq!(silence.count(), 0);
        assert!(!silence.sends_one_away(Duration::ZERO, now));
        assert!(!went(&spoke));
        let inner = silence.locked();
        assert!(
            inner.houses.is_empty() && inner.crowds.is_empty(),
            "nothing is kept of who went"
        );
    }

    #[test]
    fn who_came_just_now_is_given_time() {
        let (silence, now) = (Arc::new(SilentConnections::default()), Instant::now());
        let came = comes(&silence, "192.0.2.1", now);
        assert!(!silence.sends_one_away(Duration::from_secs(2), now + Duration::from_secs(1)));
        assert!(!silence.sends_one_away(NEVER, now + Duration::from_secs(60)));
        assert!(silence.sends_one_away(Duration::from_secs(2), now + Duration::from_secs(2)));
        assert!(went(&came));
    }
}
