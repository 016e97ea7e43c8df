//! Who joined, in order: the first is P1 in exports. Whoever was removed keeps their place, so that
//! they can be returned and everybody else keeps theirs, and is otherwise not there.

use std::collections::{BTreeMap, BTreeSet};

use crate::ids::{GroupNumber, Millis, ParticipantId};
use crate::room::tablets::Tablets;

/// A participant by their place in the order of joining, from 0. Smaller than their id, of which
/// every answer would otherwise hold a copy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Person(pub u32);

/// Everyone who joined.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct People {
    order: Vec<ParticipantId>,
    /// When each joined.
    joined: Vec<Millis>,
    /// The record that last changed what each has stored.
    changed: Vec<u64>,
    places: BTreeMap<ParticipantId, Person>,
    removed: BTreeSet<Person>,
    /// Who joined again after being removed, as whom.
    again: BTreeMap<Person, Person>,
    /// In which group who chose one is.
    groups: BTreeMap<Person, GroupNumber>,
    /// The record that last changed what somebody reads of their group.
    changed_in_group: BTreeMap<Person, u64>,
    last_in_group: u64,
    /// Who has gone through the deck by themselves.
    finished: BTreeSet<Person>,
    /// How many people without a phone there are at least.
    by_hand: usize,
    tablets: Tablets,
}

impl People {
    /// How many take part, with those without a phone.
    pub fn len(&self) -> usize {
        self.order.len() - self.removed.len() + self.by_hand
    }

    /// How many of them have no phone: as many as answered one question.
    pub fn by_hand(&self) -> usize {
        self.by_hand
    }

    pub(super) fn set_by_hand(&mut self, people: usize) {
        self.by_hand = people;
    }

    /// Whether nobody takes part.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// How many ever joined: with those who were removed.
    pub fn ever(&self) -> usize {
        self.order.len()
    }

    /// The place of a participant who takes part.
    pub fn find(&self, participant: ParticipantId) -> Option<Person> {
        self.known(participant)
            .filter(|person| !self.is_out(*person))
    }

    /// The place of a participant who ever joined.
    pub(super) fn known(&self, participant: ParticipantId) -> Option<Person> {
        let joined = || self.places.get(&participant).copied();
        participant.hand().map(Person::by_hand).or_else(joined)
    }

    /// Whether a participant was removed.
    pub fn is_removed(&self, participant: ParticipantId) -> bool {
        self.known(participant)
            .is_some_and(|person| self.is_out(person))
    }

    /// The same for whoever has that place.
    pub(super) fn is_out(&self, person: Person) -> bool {
        self.removed.contains(&person)
    }

    /// Who joined at that place.
    pub fn id(&self, person: Person) -> Option<ParticipantId> {
        let by_hand = person.hand().map(ParticipantId::by_hand);
        by_hand.or_else(|| self.joined_as(person))
    }

    fn joined_as(&self, person: Person) -> Option<ParticipantId> {
        self.order.get(person.0 as usize).copied()
    }

    /// Everyone who takes part, in order of joining.
    pub fn iter(&self) -> impl Iterator<Item = (Person, ParticipantId)> + '_ {
        (0..)
            .map(Person)
            .zip(self.order.iter().copied())
            .filter(|(person, _)| !self.is_out(*person))
    }

    /// The place of a participant, who joins with this if they had not yet.
    pub(super) fn join(&mut self, participant: ParticipantId, at: Millis) -> Person {
        let next = Person(self.order.len() as u32);
        let person = *self.places.entry(participant).or_insert(next);
        if person == next {
            self.order.push(participant);
            self.joined.push(at);
            self.changed.push(0);
            // At a table everybody is in its group.
            let device = self.tablets.device_of(participant);
            let group = device.and_then(|device| self.group(self.known(device)?));
            self.groups.extend(group.map(|group| (person, group)));
        }
        person
    }

    /// The same for a participant who had been removed under another id.
    pub(super) fn join_again(
        &mut self,
        participant: ParticipantId,
        instead_of: ParticipantId,
        at: Millis,
    ) {
        let person = self.join(participant, at);
        if let Some(before) = self.known(instead_of) {
            self.again.insert(before, person);
        }
    }

    /// When somebody joined.
    pub fn joined_at(&self, person: Person) -> Millis {
        self.joined
            .get(person.0 as usize)
            .copied()
            .unwrap_or_default()
    }

    /// Who takes part and joined from one moment until before another.
    pub(super) fn joined_between(
        &self,
        from: Millis,
        to: Millis,
    ) -> impl Iterator<Item = Person> + '_ {
        self.all_between(from, to)
            .filter(|person| !self.is_out(*person))
    }

    /// Who was removed and joined from one moment until before another.
    pub(super) fn removed_between(
        &self,
        from: Millis,
        to: Millis,
    ) -> impl Iterator<Item = Person> + '_ {
        self.all_between(from, to)
            .filter(|person| self.is_out(*person))
    }

    fn all_between(&self, from: Millis, to: Millis) -> impl Iterator<Item = Person> + '_ {
        // Time never runs backwards in a room, so whoever joined later stands further back.
        let place = |moment| self.joined.partition_point(|joined| *joined < moment) as u32;
        (place(from)..place(to)).map(Person)
    }

    /// Whom of them a return brings back: of one device's people the last, and nobody who takes
    /// part as somebody else.
    pub(super) fn returning(&self, from: Millis, to: Millis) -> BTreeSet<Person> {
        let mut back = BTreeSet::new();
        let mut out: Vec<Person> = self.removed_between(from, to).collect();
        out.reverse();
        for person in out {
            if !self.counts_as_another(person, &back) {
                back.insert(person);
            }
        }
        back
    }

    fn counts_as_another(&self, person: Person, back: &BTreeSet<Person>) -> bool {
        let mut later = person;
        while let Some(next) = self.again.get(&later).filter(|next| **next > later) {
            later = *next;
            if !self.is_out(later) || back.contains(&later) {
                return true;
            }
        }
        false
    }

    pub(super) fn remove(&mut self, people: impl IntoIterator<Item = Person>) {
        self.removed.extend(people);
    }

    pub(super) fn bring_back(&mut self, people: &BTreeSet<Person>) {
        self.removed.retain(|person| !people.contains(person));
    }

    /// The sequence of the record that last changed what a participant has stored.
    pub fn changed_at(&self, participant: ParticipantId) -> u64 {
        self.find(participant)
            .and_then(|person| self.changed.get(person.0 as usize))
            .copied()
            .unwrap_or_default()
    }

    pub(super) fn change(&mut self, participant: ParticipantId, seq: u64) {
        let person = self.known(participant);
        if let Some(changed) = person.and_then(|person| self.changed.get_mut(person.0 as usize)) {
            *changed = seq;
        }
    }

    /// In which group somebody is, also where the deck no longer has it.
    pub(super) fn group(&self, person: Person) -> Option<GroupNumber> {
        self.groups.get(&person).copied()
    }

    /// One person, and nobody of their table.
    pub(super) fn set_own_group(&mut self, person: Person, group: GroupNumber) {
        self.groups.insert(person, group);
    }

    /// Whoever shares a tablet with them comes along.
    pub(super) fn set_group(&mut self, person: Person, group: GroupNumber) {
        self.groups.insert(person, group);
        let device = self.id(person).and_then(|id| self.tablets.device_of(id));
        let table = device.map_or(&[][..], |device| self.tablets.all_of(device));
        let table: Vec<Person> = table.iter().filter_map(|id| self.known(*id)).collect();
        self.groups
            .extend(table.into_iter().map(|person| (person, group)));
    }

    pub(super) fn tablets(&self) -> &Tablets {
        &self.tablets
    }

    pub(super) fn tablets_mut(&mut self) -> &mut Tablets {
        &mut self.tablets
    }

    /// What the people of a group have stored is something else now.
    pub(super) fn change_group(&mut self, group: Option<GroupNumber>, seq: u64) {
        let all = self.groups.iter();
        let all = all.filter(|(_, of)| group.is_none_or(|group| **of == group));
        let all: Vec<Person> = all.map(|(person, _)| *person).collect();
        all.into_iter()
            .for_each(|person| self.change_in_group(person, seq));
    }

    /// What somebody has stored is something else now, by what others of their group did.
    pub(super) fn change_in_group(&mut self, person: Person, seq: u64) {
        if let Some(changed) = self.changed.get_mut(person.0 as usize) {
            *changed = seq;
        }
        self.changed_in_group.insert(person, seq);
        self.last_in_group = seq;
    }

    /// The record after which nobody's group was another, or gave something else.
    pub fn last_in_group(&self) -> u64 {
        self.last_in_group
    }

    /// Whether somebody's group is another since a record, or gave something else.
    pub fn changed_in_group(&self, participant: ParticipantId, since: u64) -> bool {
        let person = self.find(participant);
        let changed = person.and_then(|person| self.changed_in_group.get(&person));
        changed.is_some_and(|changed| *changed > since)
    }

    /// Whether somebody has gone through the deck.
    pub fn has_finished(&self, person: Person) -> bool {
        self.finished.contains(&person)
    }

    pub(super) fn finish(&mut self, person: Person) {
        self.finished.insert(person);
    }

    pub(super) fn call_back(&mut self, person: Person) {
        self.finished.remove(&person);
    }

    /// Everybody who has, also of those who were removed.
    pub(super) fn all_finished(&self) -> impl Iterator<Item = Person> {
        self.finished.iter().copied()
    }

    /// How many of those who take part have gone through the deck.
    pub fn finished(&self) -> usize {
        let there = self.finished.iter();
        there.filter(|person| !self.is_out(**person)).count()
    }

    /// Only those who joined themselves stay, with nothing stored by the record of that sequence.
    pub(super) fn without_trial(&self, seq: u64) -> Self {
        let mut kept = Self {
            tablets: self.tablets.clone(),
            ..Self::default()
        };
        for (place, id) in (0..).map(Person).zip(&self.order) {
            if !id.is_trial() {
                let person = kept.join(*id, self.joined_at(place));
                kept.removed.extend(self.is_out(place).then_some(person));
                let group = self.group(place).filter(|_| !self.is_out(place));
                kept.groups.extend(group.map(|group| (person, group)));
            }
        }
        let place_in_kept = |person: Person| kept.known(self.id(person)?);
        kept.again = self
            .again
            .iter()
            .filter_map(|(before, now)| Some((place_in_kept(*before)?, place_in_kept(*now)?)))
            .collect();
        kept.change_all(seq);
        kept
    }

    /// What everybody has stored may be something else now.
    pub(super) fn change_all(&mut self, seq: u64) {
        self.changed.fill(seq);
    }
}
