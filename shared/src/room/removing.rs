//! Removing who joined between two moments, and returning them: what they gave leaves every figure
//! and comes back.
//!
//! Moments are those of the records by which people joined, from the first until before the second.
//! It is about who had joined when the event came: whoever joins later is not removed by it, also
//! where the stretch had not run out. A round in which somebody has something who was removed is
//! kept twice, with them and without; both take in what others do, so a return comes to the round
//! in which nobody had ever been away.

use std::collections::BTreeMap;

use crate::ids::{Millis, ParticipantId};
use crate::limits::{REMOVALS_MAX, ROOM_PARTICIPANTS};
use crate::refusal::Refusal;
use crate::room::idempotency::{Decision, repeat_if};
use crate::room::{Person, Room};

/// A minute, in milliseconds.
const MINUTE_MS: u64 = 60_000;

/// A stretch of time: from a moment until before another one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TimeRange {
    /// Its first moment.
    pub from: Millis,
    /// The first moment after it.
    pub to: Millis,
}

/// How many people something is about, and how many answers of theirs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct AffectedCounts {
    /// People.
    pub people: u64,
    /// Their answers to all questions and rounds.
    pub answers: u64,
}

impl Room {
    pub(super) fn decide_removed(&self, range: TimeRange) -> Result<Decision, Refusal> {
        let known = self.people_to_remove(range)?.is_empty();
        let is_new = !known && !self.removals.contains(&range);
        if is_new && self.removals.len() >= REMOVALS_MAX {
            return Err(Refusal::TooMany {
                limit: REMOVALS_MAX,
            });
        }
        Ok(repeat_if(known))
    }

    pub(super) fn decide_returned(&self, range: TimeRange) -> Result<Decision, Refusal> {
        let back = self.people_to_return(range)?.len();
        if self.people.len() + back > ROOM_PARTICIPANTS {
            Err(Refusal::Full)
        } else {
            Ok(repeat_if(back == 0))
        }
    }

    /// Who would be removed, by their place.
    fn people_to_remove(&self, range: TimeRange) -> Result<Vec<Person>, Refusal> {
        let TimeRange { from, to } = range.checked()?;
        Ok(self.people.joined_between(from, to).collect())
    }

    fn people_to_return(&self, range: TimeRange) -> Result<Vec<Person>, Refusal> {
        let TimeRange { from, to } = range.checked()?;
        Ok(self.people.returning(from, to).into_iter().collect())
    }

    /// How many people a removal would be about now.
    ///
    /// # Errors
    /// [`Refusal::OutOfRange`] where the stretch ends before it begins.
    pub fn would_remove(&self, range: TimeRange) -> Result<AffectedCounts, Refusal> {
        Ok(self.concerned(&self.people_to_remove(range)?))
    }

    /// How many people a return would be about now.
    ///
    /// # Errors
    /// [`Refusal::OutOfRange`] where the stretch ends before it begins.
    pub fn would_return(&self, range: TimeRange) -> Result<AffectedCounts, Refusal> {
        Ok(self.concerned(&self.people_to_return(range)?))
    }

    fn concerned(&self, people: &[Person]) -> AffectedCounts {
        let ids = self.ids_of(people);
        let answers = self
            .places
            .values()
            .filter_map(|place| place.participant)
            .filter(|who| ids.binary_search(who).is_ok())
            .count();
        AffectedCounts {
            people: people.len() as u64,
            answers: answers as u64,
        }
    }

    /// In ascending order.
    fn ids_of(&self, people: &[Person]) -> Vec<ParticipantId> {
        let mut ids: Vec<ParticipantId> = people
            .iter()
            .filter_map(|person| self.people.id(*person))
            .collect();
        ids.sort_unstable();
        ids
    }

    /// Stretches of which somebody is removed, in the order in which they were, with how many
    /// people and answers are away.
    pub fn removals(&self) -> Vec<(TimeRange, AffectedCounts)> {
        if self.removals.is_empty() {
            return Vec::new();
        }
        let mut given = BTreeMap::<Person, u64>::new();
        for place in self.places.values() {
            if let Some(person) = place
                .participant
                .and_then(|who| self.people.known(who))
                .filter(|person| self.people.is_out(*person))
            {
                *given.entry(person).or_default() += 1;
            }
        }
        let away = |range: &TimeRange| {
            let mut away = AffectedCounts::default();
            for person in self.people.removed_between(range.from, range.to) {
                away.people += 1;
                away.answers += given.get(&person).copied().unwrap_or_default();
            }
            (*range, away)
        };
        self.removals.iter().map(away).collect()
    }

    /// How many people of those who take part joined in each minute, by its first moment.
    pub fn joined_by_minute(&self) -> BTreeMap<Millis, u64> {
        let mut minutes = BTreeMap::new();
        for (person, _) in self.people.iter() {
            let joined = self.people.joined_at(person);
            *minutes.entry(joined - joined % MINUTE_MS).or_default() += 1;
        }
        minutes
    }

    pub(super) fn remove(&mut self, range: TimeRange) {
        let out: Vec<Person> = self.people.joined_between(range.from, range.to).collect();
        self.people.remove(out);
        if !self.removals.contains(&range) {
            self.removals.push(range);
        }
        self.leave_out();
    }

    pub(super) fn bring_back(&mut self, range: TimeRange) {
        let back = self.people.returning(range.from, range.to);
        self.people.bring_back(&back);
        let people = &self.people;
        self.removals.retain(|range| {
            people
                .removed_between(range.from, range.to)
                .next()
                .is_some()
        });
        self.leave_out();
    }

    /// Takes out of every round who is removed now, and nobody else.
    fn leave_out(&mut self) {
        let people = &self.people;
        self.questions
            .values_mut()
            .for_each(|state| state.leave_out(|person| people.is_out(person)));
        self.answers_away = self
            .places
            .values()
            .filter_map(|place| place.participant)
            .filter(|who| people.is_removed(*who))
            .count();
        self.qa.recount(people);
        self.people.change_all(self.seq);
    }
}

impl TimeRange {
    fn checked(self) -> Result<Self, Refusal> {
        if self.from < self.to {
            Ok(self)
        } else {
            Err(Refusal::OutOfRange)
        }
    }
}
