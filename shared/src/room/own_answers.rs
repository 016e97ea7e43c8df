//! What one participant has stored: sent to nobody else.

use std::collections::BTreeMap;

use crate::event::QA;
use crate::ids::{GroupNumber, Key, ParticipantId, SlideId};
use crate::protocol::{Own, OwnAdded};
use crate::question::{Answer, fields};
use crate::room::people::Person;
use crate::room::{Added, QuestionState, Room, RoundState};

/// A participant's own answers by question.
pub type OwnAnswers = BTreeMap<SlideId, Own>;

impl Room {
    /// A participant's own answers to the rounds under way. They go to phones, under the names by
    /// which phones know answers.
    pub fn own(&self, participant: ParticipantId) -> OwnAnswers {
        let Some(person) = self.people.find(participant) else {
            return OwnAnswers::new();
        };
        let each = self.deck.slides.iter().filter_map(|slide| {
            let state = self.question(&slide.id)?;
            Some((slide.id.clone(), self.own_in(state, &slide.id, person)?))
        });
        each.chain(self.own_qa(person)).collect()
    }

    /// A participant's own answer to the round of one question that is under way.
    pub fn own_to(&self, participant: ParticipantId, question: &SlideId) -> Option<Own> {
        if question.as_str() == QA && self.has_qa() {
            return self
                .own_qa(self.people.find(participant)?)
                .map(|(_, own)| own);
        }
        let state = self.question(question)?;
        self.own_in(state, question, self.people.find(participant)?)
    }

    /// What a participant and their group have given to each question that groups answer, also
    /// nothing.
    pub fn own_of_group(&self, participant: ParticipantId) -> OwnAnswers {
        let asked = self.deck.slides.iter().map(|slide| &slide.id);
        let asked = asked.filter(|id| self.asks_groups(id));
        let each = asked.filter_map(|id| {
            let round = self.question(id).filter(|state| state.was_open())?.round();
            let nothing = || Own {
                round,
                ..Own::default()
            };
            let own = self.own_to(participant, id);
            Some((id.clone(), own.unwrap_or_else(nothing)))
        });
        each.collect()
    }

    fn own_in(&self, state: &QuestionState, question: &SlideId, person: Person) -> Option<Own> {
        let (round, number) = (state.current(), state.round());
        let mut own = if self.asks_groups(question) {
            round.own_in_group(person, self.group_in(person), number)?
        } else {
            round.own(person, number)?
        };
        own.added
            .iter_mut()
            .for_each(|added| added.id = self.name_on_phones(added.id));
        own.upvotes
            .iter_mut()
            .for_each(|voted| *voted = self.name_on_phones(*voted));
        for added in own.added.iter_mut().filter(|added| added.others) {
            added.key = Key(added.id.to_string());
        }
        Some(own)
    }
}

impl RoundState {
    fn own(&self, person: Person, round: u32) -> Option<Own> {
        let mut mine: Vec<_> = self.all_added_by(person).collect();
        mine.sort_by_key(|added| added.id);
        let added = mine.into_iter().map(|added| own_added(added, person));
        let given = self.answer_of(person).and_then(|it| it.answer.as_ref());
        self.own_with(person, round, (given, added.collect()))
    }

    /// The same where a group gives one answer: what that is, whoever gave it.
    fn own_in_group(&self, person: Person, group: Option<GroupNumber>, round: u32) -> Option<Own> {
        let given = group.and_then(|group| self.group_answer(group));
        let given = given.and_then(|(_, stored)| stored.answer.as_ref());
        let texts = group.into_iter().flat_map(|group| self.group_texts(group));
        let seen = texts.filter(|it| it.person == person || !(it.hidden || it.waits));
        let added = seen.map(|added| own_added(added, person));
        self.own_with(person, round, (given, added.collect()))
    }

    fn own_with(
        &self,
        person: Person,
        round: u32,
        (given, added): (Option<&Answer>, Vec<OwnAdded>),
    ) -> Option<Own> {
        let stored = self.answer_of(person);
        let own = Own {
            round,
            turn: stored.map_or(0, |stored| stored.turn),
            fields: given.map(fields),
            added,
            upvotes: self.upvotes_of(person).collect(),
            erased: stored.is_some_and(|stored| stored.erased),
        };
        let is_there = stored.is_some() || given.is_some();
        (is_there || !own.added.is_empty() || !own.upvotes.is_empty()).then_some(own)
    }
}

fn own_added(added: &Added, person: Person) -> OwnAdded {
    OwnAdded {
        id: added.id,
        key: added.key.clone(),
        turn: added.turn,
        text: added.text.clone(),
        others: added.person != person,
    }
}
