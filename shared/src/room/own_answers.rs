//! What one participant has stored: sent to nobody else.

use std::collections::BTreeMap;

use crate::event::QA;
use crate::ids::{ParticipantId, SlideId};
use crate::protocol::{Own, OwnAdded};
use crate::question::fields;
use crate::room::people::Person;
use crate::room::{QuestionState, Room, RoundState};

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
            Some((slide.id.clone(), self.own_in(state, person)?))
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
        self.own_in(state, self.people.find(participant)?)
    }

    fn own_in(&self, state: &QuestionState, person: Person) -> Option<Own> {
        let mut own = state.current().own(person, state.round())?;
        own.added
            .iter_mut()
            .for_each(|added| added.id = self.name_on_phones(added.id));
        own.upvotes
            .iter_mut()
            .for_each(|voted| *voted = self.name_on_phones(*voted));
        Some(own)
    }
}

impl RoundState {
    fn own(&self, person: Person, round: u32) -> Option<Own> {
        let stored = self.answer_of(person);
        let mut mine: Vec<_> = self.all_added_by(person).collect();
        mine.sort_by_key(|added| added.id);
        let added = mine.into_iter().map(|added| OwnAdded {
            id: added.id,
            key: added.key.clone(),
            turn: added.turn,
            text: added.text.clone(),
        });
        let own = Own {
            round,
            turn: stored.map_or(0, |stored| stored.turn),
            fields: stored.and_then(|stored| stored.answer.as_ref()).map(fields),
            added: added.collect(),
            upvotes: self.upvotes_of(person).collect(),
            erased: stored.is_some_and(|stored| stored.erased),
        };
        (stored.is_some() || !own.added.is_empty() || !own.upvotes.is_empty()).then_some(own)
    }
}
