//! Screens that wait for a presenter: somebody else's laptop shows a QR code, and a phone that may
//! drive a room scans it and gives it that room.
//!
//! The code is seen by the whole audience, so it opens nothing by itself: the screen proves its
//! identity with a secret of its own, and the phone with its rights. Nothing of it is stored.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Mutex, MutexGuard};
use std::time::{Duration, Instant};

use shared::ids::RoomId;

use crate::ip_prefix::IpPrefix;
use crate::random;

/// The cookie of a screen that waits.
pub const COOKIE: &str = "peil_screen";
/// How long a screen waits without asking again.
const WAITS: Duration = Duration::from_secs(15 * 60);
/// Screens that wait at once. Above it newcomers are refused: nobody who waits is pushed out by
/// others that come.
const SCREENS: usize = 1_000;
/// Screens of one network that wait at once, so that no network fills all places. A congress has as
/// many rooms at most.
const SCREENS_THERE: usize = 50;

/// All screens that wait, by their secret.
#[derive(Default)]
pub struct Screens(Mutex<HashMap<String, PendingScreen>>);

struct PendingScreen {
    name: String,
    from: IpPrefix,
    asked_at: Instant,
    given: Option<RoomId>,
}

/// What a screen learns when it asks.
#[derive(Debug, PartialEq, Eq)]
pub enum Assignment {
    /// It waits on, under that secret, and with that name in its QR code.
    Waits { secret: String, name: String },
    /// It shows that room from now on.
    Shows(RoomId),
    /// There is no place for one more, here or from where it asks.
    Full,
}

impl Screens {
    /// A screen asks, with its secret if it has one.
    pub fn ask(&self, secret: Option<&str>, address: IpAddr, now: Instant) -> Assignment {
        let mut screens = self.locked();
        let Some((secret, screen)) =
            secret.and_then(|secret| screens.get_mut(secret).map(|screen| (secret, screen)))
        else {
            return begin(&mut screens, IpPrefix::of(address), now);
        };
        screen.asked_at = now;
        match screen.given.clone() {
            Some(room) => {
                screens.remove(secret);
                Assignment::Shows(room)
            }
            None => Assignment::Waits {
                secret: secret.to_owned(),
                name: screen.name.clone(),
            },
        }
    }

    /// Whether a screen of that name waits.
    pub fn waits(&self, name: &str, now: Instant) -> bool {
        self.locked()
            .values()
            .any(|screen| screen.name == name && !screen.is_over(now))
    }

    /// Gives a screen a room; false if it waits no longer.
    pub fn give(&self, name: &str, room: &RoomId, now: Instant) -> bool {
        let mut screens = self.locked();
        let screen = screens
            .values_mut()
            .find(|screen| screen.name == name && !screen.is_over(now));
        screen
            .map(|screen| screen.given = Some(room.clone()))
            .is_some()
    }

    fn locked(&self) -> MutexGuard<'_, HashMap<String, PendingScreen>> {
        self.0
            .lock()
            .expect("nobody panics while holding the screens")
    }
}

impl PendingScreen {
    fn is_over(&self, now: Instant) -> bool {
        now.saturating_duration_since(self.asked_at) > WAITS
    }
}

fn begin(screens: &mut HashMap<String, PendingScreen>, from: IpPrefix, now: Instant) -> Assignment {
    screens.retain(|_, screen| !screen.is_over(now));
    let there = screens
        .values()
        .filter(|screen| screen.from == from)
        .count();
    if screens.len() >= SCREENS || there >= SCREENS_THERE {
        return Assignment::Full;
    }
    let (secret, name) = (random::secret(), random::name(16));
    screens.insert(
        secret.clone(),
        PendingScreen {
            name: name.clone(),
            from,
            asked_at: now,
            given: None,
        },
    );
    Assignment::Waits { secret, name }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HERE: IpAddr = IpAddr::V4(std::net::Ipv4Addr::new(192, 0, 2, 1));

    fn waiting(screens: &Screens, now: Instant) -> (String, String) {
        waiting_at(screens, HERE, now).expect("there is a place")
    }

    fn waiting_at(screens: &Screens, address: IpAddr, now: Instant) -> Option<(String, String)> {
        match screens.ask(None, address, now) {
            Assignment::Waits { secret, name } => Some((secret, name)),
            Assignment::Full => None,
            Assignment::Shows(room) => panic!("nobody gave it {room}"),
        }
    }

    /// A /24 of its own for each number.
    fn network(number: usize) -> IpAddr {
        std::net::Ipv4Addr::from_bits(0x0a00_0001 + ((number as u32) << 8)).into()
    }

    #[test]
    fn a_screen_shows_what_it_was_given_once() {
        let (screens, noon) = (Screens::default(), Instant::now());
        let (secret, name) = waiting(&screens, noon);
        let waits = Assignment::Waits {
            secret: secret.clone(),
            name: name.clone(),
        };
        assert_eq!(screens.ask(Some(&secret), HERE, noon), waits);
        assert!(screens.give(&name, &RoomId::from("room-1"), noon));
        assert_eq!(
            screens.ask(Some(&secret), HERE, noon),
            Assignment::Shows(RoomId::from("room-1"))
        );
        assert!(!screens.waits(&name, noon), "it waits no longer");
        assert_ne!(waiting(&screens, noon).1, name, "and begins anew");
    }

    #[test]
    fn what_everybody_sees_in_the_hall_opens_nothing() {
        let (screens, noon) = (Screens::default(), Instant::now());
        let (secret, name) = waiting(&screens, noon);
        screens.give(&name, &RoomId::from("room-1"), noon);
        assert!(
            matches!(
                screens.ask(Some(&name), HERE, noon),
                Assignment::Waits { .. }
            ),
            "the name is no secret"
        );
        assert!(
            !screens.give(&secret, &RoomId::from("room-1"), noon),
            "and the secret is no name"
        );
    }

    #[test]
    fn a_screen_that_was_switched_off_is_forgotten() {
        let (screens, noon) = (Screens::default(), Instant::now());
        let (_, first) = waiting(&screens, noon);
        let later = noon + WAITS + Duration::from_secs(1);
        assert!(
            !screens.waits(&first, later) && !screens.give(&first, &RoomId::from("room-1"), later)
        );
        waiting(&screens, later);
        assert_eq!(screens.locked().len(), 1);
    }

    #[test]
    fn newcomers_are_refused_and_never_one_that_waits() {
        // How many come from how many networks, and how many of them get a place.
        for (networks, each, placed) in [
            (1, 1_000, SCREENS_THERE),
            (1, SCREENS_THERE, SCREENS_THERE),
            (2, 500, 2 * SCREENS_THERE),
            (19, 60, 19 * SCREENS_THERE),
            (20, 60, SCREENS),
            (100, 50, SCREENS),
            (1_000, 1, SCREENS),
            (1_500, 2, SCREENS),
        ] {
            let (screens, noon) = (Screens::default(), Instant::now());
            let mut waiting = Vec::new();
            for round in 0..each {
                for from in 0..networks {
                    let at = noon + Duration::from_millis(round as u64);
                    waiting.extend(waiting_at(&screens, network(from), at));
                }
            }
            assert_eq!(
                waiting.len(),
                placed,
                "{each} from each of {networks} networks"
            );
            let after = noon + Duration::from_secs(60);
            for (secret, name) in waiting {
                let waits = Assignment::Waits {
                    secret: secret.clone(),
                    name,
                };
                assert_eq!(
                    screens.ask(Some(&secret), HERE, after),
                    waits,
                    "a newcomer pushed it out"
                );
            }
        }
    }

    #[test]
    fn a_place_is_free_again_once_a_screen_has_its_room_or_is_off() {
        let (screens, noon) = (Screens::default(), Instant::now());
        let mut there: Vec<_> = (0..SCREENS_THERE)
            .map(|_| waiting(&screens, noon))
            .collect();
        let neighbour = IpAddr::from([192, 0, 2, 200]);
        assert_eq!(
            screens.ask(None, neighbour, noon),
            Assignment::Full,
            "of the same network"
        );
        assert_eq!(
            screens.ask(Some("verlopen"), HERE, noon),
            Assignment::Full,
            "a cookie of before is a newcomer"
        );
        assert!(
            waiting_at(&screens, network(7), noon).is_some(),
            "other networks have theirs"
        );
        let (secret, name) = there.pop().expect("many wait");
        screens.give(&name, &RoomId::from("room-1"), noon);
        assert_eq!(
            screens.ask(Some(&secret), HERE, noon),
            Assignment::Shows(RoomId::from("room-1"))
        );
        assert!(
            waiting_at(&screens, neighbour, noon).is_some(),
            "its place is free"
        );
        assert_eq!(screens.ask(None, neighbour, noon), Assignment::Full);
        assert!(waiting_at(&screens, neighbour, noon + WAITS + Duration::from_secs(1)).is_some());
    }
}
