//! The seconds of a countdown, by the server's clock: seen all the time, spoken three times.

use shared::ids::Millis;

use super::{OutboxEffect, PhoneState, asked};
use crate::texts::phone::plurals;

/// When what is left is spoken, in seconds.
const SPOKEN: [u64; 3] = [30, 10, 5];

impl PhoneState {
    /// Whether seconds are to be counted: the question that is shown is open and has a countdown.
    pub fn counts(&self) -> bool {
        self.countdown_ends().is_some()
    }

    pub(super) fn second(&mut self, now: Millis) -> Vec<OutboxEffect> {
        let before = self.seconds_left();
        self.now = Some(now);
        if let (Some(before), Some(left)) = (before, self.seconds_left())
            && SPOKEN.iter().any(|spoken| (left..before).contains(spoken))
        {
            self.say(plurals::seconds_left(self.page.language, left));
        }
        Vec::new()
    }

    /// Seconds that are left, of which the last one counts until it is over.
    pub(super) fn seconds_left(&self) -> Option<u64> {
        self.countdown_ends()
            .zip(self.now)
            .map(|(ends, now)| ends.saturating_sub(now).div_ceil(1000))
    }

    /// That there is more time, and how much is left now.
    pub(super) fn more_time(&self, given: &str) -> String {
        let left = self.seconds_left();
        let left = left.map(|left| plurals::seconds_left(self.page.language, left));
        format!("{given}{}", left.unwrap_or_default())
    }

    pub(super) fn countdown_ends(&self) -> Option<Millis> {
        let asked = asked(self.shown()?)?;
        asked.countdown_ends.filter(|_| asked.open)
    }
}
