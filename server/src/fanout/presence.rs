//! Who is there now: people with an open socket, and people whose page asks now and then instead. A
//! person with two tabs is one.

use std::collections::HashMap;
use std::time::{Duration, Instant};

use shared::ids::ParticipantId;
use shared::limits::ROOM_PARTICIPANTS;

/// How long a phone that asks instead of listening counts as there.
const ASKED_LATELY: Duration = Duration::from_secs(15);

/// Who is there now.
#[derive(Default)]
pub struct Presence {
    sockets: HashMap<ParticipantId, u32>,
    asked: HashMap<ParticipantId, Instant>,
}

impl Presence {
    /// One more socket of somebody.
    pub fn come(&mut self, who: ParticipantId) {
        *self.sockets.entry(who).or_default() += 1;
    }

    /// One socket fewer of somebody.
    pub fn go(&mut self, who: ParticipantId) {
        if let Some(sockets) = self.sockets.get_mut(&who) {
            *sockets -= 1;
            if *sockets == 0 {
                self.sockets.remove(&who);
            }
        }
    }

    /// Somebody's page asked.
    pub fn ask(&mut self, who: ParticipantId, now: Instant) {
        // Anybody can make up people: those who can be in a room are counted, and nobody beyond.
        if self.asked.len() < ROOM_PARTICIPANTS || self.asked.contains_key(&who) {
            self.asked.insert(who, now);
        }
    }

    /// Counts only those from now on; who is there and is not one of them goes unnoticed.
    pub fn only(&mut self, counts: impl Fn(ParticipantId) -> bool) {
        self.sockets.retain(|who, _| counts(*who));
        self.asked.retain(|who, _| counts(*who));
    }

    /// How many people are there.
    pub fn count(&mut self, now: Instant) -> u64 {
        self.asked
            .retain(|_, asked| now.saturating_duration_since(*asked) < ASKED_LATELY);
        let asking = self
            .asked
            .keys()
            .filter(|who| !self.sockets.contains_key(who))
            .count();
        (self.sockets.len() + asking) as u64
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_tabs_and_a_page_that_asks_are_one_person() {
        let (anna, bob) = (ParticipantId(1), ParticipantId(2));
        let mut presence = Presence::default();
        let noon = Instant::now();
        presence.come(anna);
        presence.come(anna);
        presence.ask(anna, noon);
        presence.ask(bob, noon);
        assert_eq!(presence.count(noon), 2);
        presence.go(anna);
        assert_eq!(
            presence.count(noon + ASKED_LATELY),
            1,
            "one tab is left, and who asked has gone quiet"
        );
        presence.go(anna);
        presence.go(anna);
        assert_eq!(presence.count(noon + ASKED_LATELY), 0);
    }

    #[test]
    fn there_is_an_end_to_how_many_who_ask_are_counted() {
        let (mut presence, noon) = (Presence::default(), Instant::now());
        (0..ROOM_PARTICIPANTS as u128 + 100)
            .for_each(|person| presence.ask(ParticipantId(person), noon));
        assert_eq!(presence.count(noon), ROOM_PARTICIPANTS as u64);
        presence.ask(ParticipantId(1), noon + ASKED_LATELY);
        assert_eq!(
            presence.count(noon + ASKED_LATELY),
            1,
            "who was counted is counted on"
        );
    }
}
