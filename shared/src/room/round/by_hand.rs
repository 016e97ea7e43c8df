//! What hosts entered in a round for people without a phone.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use crate::event::TypedAnswer;
use crate::ids::{AnswerId, GroupNumber, Key, Millis};
use crate::limits::TYPED_KEYS;
use crate::question::kind::Collects;
use crate::refusal::Refusal;
use crate::room::people::Person;
use crate::room::round::per_group::Author;
use crate::room::round::{Edited, NOTHING_HELD};
use crate::room::{Added, RoundState, StoredAnswer};
use crate::rules::Rules;

/// Which people without a phone have an answer in a round.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct HandsState {
    /// Who was in the last entry of their group, or of nobody's.
    there: BTreeMap<u32, Option<GroupNumber>>,
    /// The entries that came last.
    keys: VecDeque<Key>,
    /// How many entries each group had, or nobody's.
    entries: BTreeMap<Option<GroupNumber>, u32>,
}

/// Where and when something is entered.
#[derive(Clone, Copy, Debug)]
pub(in crate::room) struct TypedPlace {
    pub at: Millis,
    pub rules: Rules,
    pub group: Option<GroupNumber>,
}

/// Under which key people without a phone add something.
pub(in crate::room) fn hand_key() -> Key {
    Key("hand".to_owned())
}

impl RoundState {
    /// Whether an entry was stored.
    pub(in crate::room) fn knows_entry(&self, key: &Key) -> bool {
        self.hands.keys.contains(key)
    }

    /// How many entries there were for a group, or for nobody's.
    pub fn entries(&self, group: Option<GroupNumber>) -> u32 {
        self.hands.entries.get(&group).copied().unwrap_or_default()
    }

    /// Whether anything was ever entered.
    pub(in crate::room) fn has_hands(&self) -> bool {
        self.last_hand() > 0
    }

    /// Whether somebody gave an answer or a text, or, where one votes, a vote.
    pub(in crate::room) fn has_of(&self, person: Person, voting: bool) -> bool {
        if voting {
            return self.upvotes_of(person).next().is_some();
        }
        self.answer_of(person).is_some() || self.all_added_by(person).next().is_some()
    }

    /// How many people without a phone there are by what was entered, apart from those who answer
    /// with a group.
    pub(in crate::room) fn people_by_hand(&self) -> usize {
        let there = self.hands.there.values();
        there.filter(|group| group.is_none()).count()
    }

    /// How many answers were entered for other groups.
    pub(in crate::room) fn typed_elsewhere(&self, group: Option<GroupNumber>) -> usize {
        self.hands.there.values().filter(|it| **it != group).count()
    }

    /// How many of those whose answer counts were entered by a host: people, or groups of whose
    /// answer something was.
    pub fn typed(&self) -> u64 {
        if !self.has_hands() {
            return 0;
        }
        let given = self.counted().filter(|(person, _)| person.is_by_hand());
        let given: Vec<&StoredAnswer> = given.map(|(_, stored)| stored).collect();
        let added = self.added.iter();
        let added = added.filter(|it| it.person.is_by_hand() && it.text.is_some() && !it.replaced);
        let authors: BTreeSet<Author> = added.map(Added::author).collect();
        let voters = self.tally_of(&given).voters().unwrap_or_default();
        voters + authors.len() as u64
    }

    /// The same, where somebody's was.
    pub fn typed_if_any(&self) -> Option<u64> {
        Some(self.typed()).filter(|typed| *typed > 0)
    }

    /// The name of what somebody without a phone has stored.
    pub(in crate::room) fn typed_id(&self, hand: u32) -> Option<AnswerId> {
        let person = Person::by_hand(hand);
        let given = self.answer_of(person).map(|stored| stored.id);
        given.or_else(|| self.added_by(person, &hand_key()).map(|added| added.id))
    }

    /// What counts of what was entered for a group, or for nobody's.
    pub(in crate::room) fn typed_by_hand(&self, group: Option<GroupNumber>) -> Vec<TypedAnswer> {
        let there = self.hands.there.iter();
        let there = there.filter(|(_, of)| **of == group);
        let typed = there.map(|(hand, _)| {
            let person = Person::by_hand(*hand);
            let answer = self.answer_of(person).and_then(|it| it.answer.clone());
            let added = self.added_by(person, &hand_key());
            let text = added.and_then(|added| added.text.clone());
            TypedAnswer {
                hand: *hand,
                answer,
                text,
            }
        });
        typed
            .filter(|it| it.answer.is_some() || it.text.is_some())
            .collect()
    }

    /// Numbers whose answer was taken away, of questions that are answered once.
    pub(in crate::room) fn free_hands(&self, group: Option<GroupNumber>) -> Vec<u32> {
        let hands = self.answers.range(Person::by_hand(0)..);
        let free = hands.filter(|(person, stored)| {
            let is_there = person
                .hand()
                .is_some_and(|it| self.hands.there.contains_key(&it));
            !is_there && !stored.erased && stored.group == group
        });
        free.filter_map(|(person, _)| person.hand()).collect()
    }

    /// The highest number that was given.
    pub(in crate::room) fn last_hand(&self) -> u32 {
        let given = self.answers.keys().next_back().and_then(|it| it.hand());
        let added = self.keys.keys().next_back().and_then(|(it, _)| it.hand());
        given.max(added).unwrap_or_default()
    }

    /// Whether an answer may be entered there: it is one to what is asked, and what was erased does
    /// not come back.
    pub(in crate::room) fn takes_typed(
        &self,
        group: Option<GroupNumber>,
        typed: &TypedAnswer,
    ) -> Result<(), Refusal> {
        let fits = match self.ask.collects() {
            Collects::OneAnswer(kind) => {
                let is_for = typed.answer.as_ref().is_none_or(|it| it.is_for(&self.ask));
                typed.text.is_none() && is_for && !kind.is_kept_apart()
            }
            Collects::ManyTexts(_) => typed.answer.is_none(),
            Collects::Questions | Collects::Nothing => false,
        };
        if !fits {
            return Err(Refusal::WrongKind);
        }
        let person = Person::by_hand(typed.hand);
        let given = self.answer_of(person).map(|it| (it.erased, it.group));
        let added = self.added_by(person, &hand_key());
        let stored = given.or_else(|| added.map(|it| (it.erased, it.group)));
        match stored {
            Some((true, _)) => Err(Refusal::Erased),
            Some((false, of)) if of != group => Err(Refusal::OutOfRange),
            Some(_) | None => Ok(()),
        }
    }

    /// Stores an entry in place of the one before.
    pub(in crate::room) fn type_in(
        &mut self,
        place: TypedPlace,
        key: &Key,
        answers: &[(AnswerId, &TypedAnswer)],
    ) {
        let now: BTreeSet<u32> = answers.iter().map(|(_, typed)| typed.hand).collect();
        let before = self.hands.there.iter();
        let gone: Vec<u32> = before
            .filter(|(hand, of)| **of == place.group && !now.contains(hand))
            .map(|(hand, _)| *hand)
            .collect();
        gone.into_iter()
            .for_each(|hand| self.take_away(place, hand));
        for (id, typed) in answers {
            match self.ask.collects() {
                Collects::OneAnswer(_) => self.give_by_hand(place, *id, typed),
                Collects::ManyTexts(_) => self.add_by_hand(place, *id, typed),
                Collects::Questions | Collects::Nothing => {}
            }
            self.hands.there.insert(typed.hand, place.group);
        }
        let entries = self.hands.entries.entry(place.group).or_default();
        *entries = entries.saturating_add(1);
        self.hands.keys.push_back(key.clone());
        if self.hands.keys.len() > TYPED_KEYS {
            self.hands.keys.pop_front();
        }
    }

    fn take_away(&mut self, place: TypedPlace, hand: u32) {
        self.hands.there.remove(&hand);
        let person = Person::by_hand(hand);
        let erased = self.answer_of(person).is_some_and(|stored| stored.erased);
        if let Some(stored) = self.answer_of(person).filter(|_| !erased) {
            let now = StoredAnswer {
                turn: stored.turn.saturating_add(1),
                at: place.at,
                answer: None,
                held: 0,
                ..stored.clone()
            };
            self.answer(person, now, NOTHING_HELD);
        }
        if let Some(id) = self.added_by(person, &hand_key()).map(|added| added.id) {
            self.take_text_away(id);
        }
    }

    /// Whoever keeps their number keeps the moment at which they had it.
    fn give_by_hand(&mut self, place: TypedPlace, id: AnswerId, typed: &TypedAnswer) {
        let person = Person::by_hand(typed.hand);
        let stored = self.answer_of(person);
        let stays = self.hands.there.contains_key(&typed.hand);
        let now = StoredAnswer {
            id,
            turn: stored.map_or(1, |stored| stored.turn.saturating_add(1)),
            at: stored
                .filter(|_| stays)
                .map_or(place.at, |stored| stored.at),
            answer: typed.answer.clone(),
            held: 0,
            erased: false,
            group: place.group,
        };
        self.answer(person, now, NOTHING_HELD);
    }

    fn add_by_hand(&mut self, place: TypedPlace, id: AnswerId, typed: &TypedAnswer) {
        let person = Person::by_hand(typed.hand);
        let in_group = place.group.and(typed.text.as_deref());
        let place_in_group = self.place_in_group(in_group, place.rules);
        if let Some(turn) = self.added_by(person, &hand_key()).map(|added| added.turn) {
            return self.edit(
                id,
                Edited {
                    turn: turn.saturating_add(1),
                    text: typed.text.clone(),
                    waits: false,
                    place: place_in_group,
                },
            );
        }
        self.add(Added {
            id,
            person,
            key: hand_key(),
            turn: 1,
            at: place.at,
            text: typed.text.clone(),
            erased: false,
            hidden: false,
            waits: false,
            into: None,
            votes: 0,
            group: place.group,
            place: place_in_group,
            replaced: false,
        });
    }
}
