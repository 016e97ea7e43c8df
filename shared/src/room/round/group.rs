//! What some of a round's people gave, added up by itself.

use crate::ids::Millis;
use crate::limits::VIEW_ANSWERS;
use crate::question::kind::{Collects, ResultsScope};
use crate::question::{Answer, Results, Tally};
use crate::room::RoundState;
use crate::room::people::Person;

impl RoundState {
    /// Whose answer counts, or what they added.
    pub(in crate::room) fn people(&self) -> impl Iterator<Item = Person> {
        let answered = self.answers.iter();
        let answered =
            answered.filter_map(|(person, stored)| stored.answer.as_ref().map(|_| *person));
        answered.chain(self.authors.keys().copied())
    }

    /// How many of these people's answers count.
    pub(in crate::room) fn voters_in(&self, is_in: impl Fn(Person) -> bool) -> u64 {
        match self.ask.collects() {
            Collects::OneAnswer(_) => self.tally_of(is_in).voters().unwrap_or_default(),
            Collects::ManyTexts(_) => {
                self.authors.keys().filter(|person| is_in(**person)).count() as u64
            }
            Collects::Questions | Collects::Nothing => 0,
        }
    }

    /// What these people's answers come to. Upvotes on what they added are everybody's.
    pub(in crate::room) fn results_in(
        &self,
        is_in: impl Fn(Person) -> bool,
        extent: ResultsScope,
    ) -> Option<Results> {
        match self.ask.collects() {
            Collects::OneAnswer(_) => self.tally_of(is_in).results(&self.ask, extent),
            Collects::ManyTexts(_) => {
                let limit = if extent == ResultsScope::Whole {
                    usize::MAX
                } else {
                    VIEW_ANSWERS
                };
                Some(self.newest_in(&is_in, limit).into())
            }
            Collects::Questions | Collects::Nothing => None,
        }
    }

    /// Counted in the order of time, under what moderators did to the words of all.
    fn tally_of(&self, is_in: impl Fn(Person) -> bool) -> Tally {
        let theirs = || self.answers().filter(|(person, _)| is_in(*person));
        let given = theirs()
            .filter_map(|(person, stored)| Some((stored.at, person, stored.answer.as_ref()?)));
        let mut given: Vec<(Millis, Person, &Answer)> = given.collect();
        given.sort_by_key(|(at, person, _)| (*at, *person));
        let given: Vec<&Answer> = given.into_iter().map(|(_, _, answer)| answer).collect();
        let mut tally = self.tally.anew(&self.ask);
        tally.add_all(&given);
        if let Some(word_counts) = tally.word_counts_mut() {
            theirs().for_each(|(_, stored)| word_counts.hold(stored.held_keys()));
        }
        tally
    }
}
