//! What groups gave where each has one answer: the last that one of its people gave in it. Whoever
//! goes to another group leaves behind what they gave. Each person has their own answer besides, by
//! which it is repeated, erased and taken out.

use std::collections::{BTreeMap, BTreeSet};

use crate::ids::{AnswerId, GroupNumber};
use crate::question::kind::Collects;
use crate::room::people::Person;
use crate::room::{Added, RoundState, StoredAnswer};
use crate::rules::Rules;

/// What was given in each group, the last at the end; of one person once.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct GroupAnswers {
    answers: BTreeMap<GroupNumber, Vec<(Person, StoredAnswer)>>,
    texts: BTreeMap<GroupNumber, Vec<AnswerId>>,
}

/// Whose text something is, where authors are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Author {
    Person(Person),
    Group(GroupNumber),
}

impl GroupAnswers {
    pub(super) fn current(&self, group: GroupNumber) -> Option<&(Person, StoredAnswer)> {
        let given = self.answers.get(&group)?.iter().rev();
        { given }.find(|(_, stored)| stored.answer.is_some())
    }

    /// Adds what somebody gave as the last of their group.
    pub(super) fn give(&mut self, group: GroupNumber, person: Person, stored: StoredAnswer) {
        let given = self.answers.entry(group).or_default();
        given.retain(|(other, _)| *other != person);
        given.push((person, stored));
    }

    /// Takes the content out of everything that somebody gave.
    pub(super) fn erase(&mut self, person: Person) {
        let all = self.answers.values_mut().flatten();
        for (_, stored) in all.filter(|(other, _)| *other == person) {
            stored.erase();
        }
    }

    pub(super) fn without(&self, is_one: impl Fn(Person) -> bool) -> Self {
        let mut left = Self::default();
        for (group, given) in &self.answers {
            for (person, stored) in given.iter().filter(|(person, _)| !is_one(*person)) {
                left.give(*group, *person, stored.clone());
            }
        }
        left
    }
}

impl RoundState {
    /// Whether its answers are those of groups.
    pub fn is_per_group(&self) -> bool {
        !(self.per_group.answers.is_empty() && self.per_group.texts.is_empty())
    }

    /// The groups that have an answer, in order.
    pub fn groups_answered(&self) -> impl Iterator<Item = GroupNumber> {
        let answers = self.per_group.answers.keys();
        let answered = answers.filter(|group| self.per_group.current(**group).is_some());
        let authors = self.authors.keys().filter_map(|author| match author {
            Author::Group(group) => Some(*group),
            Author::Person(_) => None,
        });
        let all: BTreeSet<GroupNumber> = answered.copied().chain(authors).collect();
        all.into_iter()
    }

    /// Whether anybody of a group gave something, whatever became of it.
    pub fn has_any_of_group(&self, group: GroupNumber) -> bool {
        let texts = self
            .all_added()
            .iter()
            .any(|added| added.group == Some(group));
        let mut answers = self.answers();
        texts || answers.any(|(_, stored)| stored.group == Some(group))
    }

    /// A group's answer, and who gave it.
    pub fn group_answer(&self, group: GroupNumber) -> Option<(Person, &StoredAnswer)> {
        let (person, stored) = self.per_group.current(group)?;
        Some((*person, stored))
    }

    /// The texts of a group that are not replaced by others, in order of arrival.
    pub fn group_texts(&self, group: GroupNumber) -> impl Iterator<Item = &Added> {
        let of_it = self.per_group.texts.get(&group).into_iter().flatten();
        let mut texts: Vec<&Added> = of_it.filter_map(|id| self.added(*id)).collect();
        texts.sort_by_key(|added| added.id);
        let stand = |added: &&Added| added.text.is_some() && !added.replaced;
        texts.into_iter().filter(stand)
    }

    /// The answers that count: each person's, or each group's.
    pub fn counted(&self) -> impl Iterator<Item = (Person, &StoredAnswer)> {
        let own = self.answers().filter(|(_, stored)| stored.group.is_none());
        let groups = self.per_group.answers.keys();
        own.chain(groups.filter_map(|group| self.group_answer(*group)))
    }

    /// Where a text stands among those of a group that has one in each place; nothing where a group
    /// has several, and of no text.
    pub(in crate::room) fn place_in_group(&self, text: Option<&str>, rules: Rules) -> Option<u8> {
        match self.ask.collects() {
            Collects::ManyTexts(kind) => kind.place_in_group(text?, rules),
            Collects::OneAnswer(_) | Collects::Questions | Collects::Nothing => None,
        }
    }

    /// Whether a group gave nothing else later in the place of this text, whether or not that is
    /// shown yet.
    pub(in crate::room) fn is_last_in_place(&self, id: AnswerId) -> bool {
        let group = self.added(id).and_then(|added| added.group);
        let given = group.and_then(|group| self.per_group.texts.get(&group));
        let place = |id: &AnswerId| self.added(*id).and_then(|added| added.place);
        let mut later = given
            .into_iter()
            .flatten()
            .rev()
            .take_while(|it| **it != id);
        let has_text = |it: &AnswerId| self.added(*it).is_some_and(|it| it.text.is_some());
        !later.any(|it| has_text(it) && place(it).is_some() && place(it) == place(&id))
    }

    /// Puts a text at the end of those of its group.
    pub(super) fn give_text(&mut self, id: AnswerId) {
        let Some(group) = self.added(id).and_then(|added| added.group) else {
            return;
        };
        let given = self.per_group.texts.entry(group).or_default();
        given.retain(|other| *other != id);
        given.push(id);
        self.settle_texts(id);
    }

    /// Which texts of a group stand, after one of them changed: of those in one place the last
    /// that everybody may see.
    pub(super) fn settle_texts(&mut self, id: AnswerId) {
        let group = self.added(id).and_then(|added| added.group);
        let given = group.and_then(|group| self.per_group.texts.get(&group));
        let mut taken = BTreeSet::new();
        for id in given.into_iter().flatten().rev() {
            let added = &mut self.added[self.by_id[id]];
            let counts = added.text.is_some() && !added.waits && !added.hidden;
            let place = added.place.filter(|_| counts);
            added.replaced = place.is_some_and(|place| !taken.insert(place));
        }
    }

    /// The texts in the order in which each group gave them, of those that are there.
    pub(super) fn give_texts_as(&mut self, before: &Self) {
        for id in before.per_group.texts.values().flatten() {
            if self.by_id.contains_key(id) {
                self.give_text(*id);
            }
        }
    }
}

impl StoredAnswer {
    /// Takes the content out.
    pub(super) fn erase(&mut self) -> bool {
        (self.erased, self.held) = (true, 0);
        self.answer.take().is_some()
    }
}

impl Added {
    pub(super) fn author(&self) -> Author {
        self.group
            .map_or(Author::Person(self.person), Author::Group)
    }
}
