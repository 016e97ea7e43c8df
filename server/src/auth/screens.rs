//! Screens that wait for a presenter: somebody else's laptop shows a QR code, and a phone that may drive a room scans it
//! and gives it that room.
//!
//! The code is seen by everybody in the hall, so it opens nothing by itself: the screen proves who it is with a secret of its own, and
//! the phone with its rights. Nothing of it is stored.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard};
use std::time::{Duration, Instant};

use shared::ids::RoomId;

use crate::chance;

/// The cookie of a screen that waits.
pub const COOKIE: &str = "peil_screen";
/// How long a screen waits without asking again.
const WAITS: Duration = Duration::from_secs(15 * 60);
/// Screens that wait at once; above it the one that asked longest ago is forgotten.
const SCREENS: usize = 1_000;

/// All screens that wait, by their secret.
#[derive(Default)]
pub struct Screens(Mutex<HashMap<String, Screen>>);

struct Screen {
    name: String,
    asked_at: Instant,
    given: Option<RoomId>,
}

/// What a screen learns when it asks.
#[derive(Debug, PartialEq, Eq)]
pub enum Turn {
    /// It waits on, under that secret, and with that name in its QR code.
    Waits { secret: String, name: String },
    /// It shows that room from now on.
    Shows(RoomId),
}

impl Screens {
    /// A screen asks, with its secret if it has one.
    pub fn ask(&self, secret: Option<&str>, now: Instant) -> Turn {
        let mut screens = self.locked();
        let Some((secret, screen)) = secret.and_then(|secret| screens.get_mut(secret).map(|screen| (secret, screen)))
        else {
            return begin(&mut screens, now);
        };
        screen.asked_at = now;
        match screen.given.clone() {
            Some(room) => {
                screens.remove(secret);
                Turn::Shows(room)
            }
            None => Turn::Waits { secret: secret.to_owned(), name: screen.name.clone() },
        }
    }

    /// Whether a screen of that name waits.
    pub fn waits(&self, name: &str, now: Instant) -> bool {
        self.locked().values().any(|screen| screen.name == name && !screen.is_over(now))
    }

    /// Gives a screen a room; false if it waits no longer.
    pub fn give(&self, name: &str, room: &RoomId, now: Instant) -> bool {
        let mut screens = self.locked();
        let screen = screens.values_mut().find(|screen| screen.name == name && !screen.is_over(now));
        screen.map(|screen| screen.given = Some(room.clone())).is_some()
    }

    fn locked(&self) -> MutexGuard<'_, HashMap<String, Screen>> {
        self.0.lock().expect("nobody panics while holding the screens")
    }
}

impl Screen {
    fn is_over(&self, now: Instant) -> bool {
        now.saturating_duration_since(self.asked_at) > WAITS
    }
}

fn begin(screens: &mut HashMap<String, Screen>, now: Instant) -> Turn {
    screens.retain(|_, screen| !screen.is_over(now));
    let oldest = || screens.iter().min_by_key(|(_, screen)| screen.asked_at).map(|(secret, _)| secret.clone());
    if let Some(oldest) = (screens.len() >= SCREENS).then(oldest).flatten() {
        screens.remove(&oldest);
    }
    let (secret, name) = (chance::secret(), chance::name(16));
    screens.insert(secret.clone(), Screen { name: name.clone(), asked_at: now, given: None });
    Turn::Waits { secret, name }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn waiting(screens: &Screens, now: Instant) -> (String, String) {
        match screens.ask(None, now) {
            Turn::Waits { secret, name } => (secret, name),
            Turn::Shows(room) => panic!("nobody gave it {room}"),
        }
    }

    #[test]
    fn a_screen_shows_what_it_was_given_once() {
        let (screens, noon) = (Screens::default(), Instant::now());
        let (secret, name) = waiting(&screens, noon);
        assert_eq!(screens.ask(Some(&secret), noon), Turn::Waits { secret: secret.clone(), name: name.clone() });
        assert!(screens.give(&name, &RoomId::from("avond"), noon));
        assert_eq!(screens.ask(Some(&secret), noon), Turn::Shows(RoomId::from("avond")));
        assert!(!screens.waits(&name, noon), "it waits no longer");
        assert_ne!(waiting(&screens, noon).1, name, "and begins anew");
    }

    #[test]
    fn what_everybody_sees_in_the_hall_opens_nothing() {
        let (screens, noon) = (Screens::default(), Instant::now());
        let (secret, name) = waiting(&screens, noon);
        screens.give(&name, &RoomId::from("avond"), noon);
        assert!(matches!(screens.ask(Some(&name), noon), Turn::Waits { .. }), "the name is no secret");
        assert!(!screens.give(&secret, &RoomId::from("avond"), noon), "and the secret is no name");
    }

    #[test]
    fn a_screen_that_was_switched_off_is_forgotten_and_their_number_has_an_end() {
        let (screens, noon) = (Screens::default(), Instant::now());
        let (_, first) = waiting(&screens, noon);
        let later = noon + WAITS + Duration::from_secs(1);
        assert!(!screens.waits(&first, later) && !screens.give(&first, &RoomId::from("avond"), later));
        for number in 0..SCREENS as u64 + 10 {
            waiting(&screens, later + Duration::from_millis(number));
        }
        assert_eq!(screens.locked().len(), SCREENS);
    }
}
