//! Who joined, in order: the first is P1 in exports.

use std::collections::BTreeMap;

use crate::ids::ParticipantId;

/// A participant by their place in the order of joining, from 0. Smaller than their id, of which
/// every answer would otherwise hold a copy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Person(pub u32);

/// Everyone who joined.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct People {
    order: Vec<ParticipantId>,
    /// The record that last changed what each has stored.
    changed: Vec<u64>,
    places: BTreeMap<ParticipantId, Person>,
}

impl People {
    /// How many joined.
    pub fn len(&self) -> usize {
        self.order.len()
    }

    /// Whether nobody joined yet.
    pub fn is_empty(&self) -> bool {
        self.order.is_empty()
    }

    /// The place of a participant, if they joined.
    pub fn find(&self, participant: ParticipantId) -> Option<Person> {
        self.places.get(&participant).copied()
    }

    /// Who joined at that place.
    pub fn id(&self, person: Person) -> Option<ParticipantId> {
        self.order.get(person.0 as usize).copied()
    }

    /// Everyone in order of joining.
    pub fn iter(&self) -> impl Iterator<Item = (Person, ParticipantId)> + '_ {
        (0..).map(Person).zip(self.order.iter().copied())
    }

    /// The place of a participant, who joins with this if they had not.
    pub(super) fn join(&mut self, participant: ParticipantId) -> Person {
        let next = Person(self.order.len() as u32);
        let person = *self.places.entry(participant).or_insert(next);
        if person == next {
            self.order.push(participant);
            self.changed.push(0);
        }
        person
    }

    /// The sequence of the record that last changed what a participant has stored.
    pub fn changed_at(&self, participant: ParticipantId) -> u64 {
        self.find(participant).and_then(|person| self.changed.get(person.0 as usize)).copied().unwrap_or_default()
    }

    pub(super) fn change(&mut self, participant: ParticipantId, seq: u64) {
        let person = self.find(participant);
        if let Some(changed) = person.and_then(|person| self.changed.get_mut(person.0 as usize)) {
            *changed = seq;
        }
    }
}
