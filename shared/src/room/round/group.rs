//! What a round's people gave, added up by the groups that they are in.

use crate::limits::VIEW_ANSWERS;
use crate::publish::FoldedGroup;
use crate::question::kind::{Collects, ResultsScope};
use crate::question::{Answer, Results, Tally};
use crate::room::RoundState;
use crate::room::people::Person;
use crate::room::round::StoredAnswer;
use crate::room::round::per_group::Author;

/// A round's answers by groups of its people.
pub(in crate::room) struct GroupedRound<'a, P> {
    round: &'a RoundState,
    /// In which group somebody is.
    group: P,
    groups: Vec<Group<'a>>,
}

/// One group: its answers in the order of time, and what they come to.
struct Group<'a> {
    answers: Vec<&'a StoredAnswer>,
    tally: Tally,
}

impl RoundState {
    /// Sorted once into so many groups.
    pub(in crate::room) fn grouped<P: Fn(Person) -> usize>(
        &self,
        groups: usize,
        group: P,
    ) -> GroupedRound<'_, P> {
        let mut all: Vec<(Person, &StoredAnswer)> = self.answers().collect();
        all.sort_by_key(|(person, stored)| (stored.at, *person));
        let mut answers = vec![Vec::new(); groups];
        for (person, stored) in all {
            answers[group(person)].push(stored);
        }
        GroupedRound {
            round: self,
            group,
            groups: answers
                .into_iter()
                .map(|answers| Group {
                    tally: self.tally_of(&answers),
                    answers,
                })
                .collect(),
        }
    }

    /// Counted under what moderators did to the words of all.
    pub(super) fn tally_of(&self, answers: &[&StoredAnswer]) -> Tally {
        let given = answers.iter().filter_map(|stored| stored.answer.as_ref());
        let mut tally = self.tally.anew(&self.ask);
        tally.add_all(&given.collect::<Vec<&Answer>>());
        if let Some(word_counts) = tally.word_counts_mut() {
            let held = answers.iter().map(|stored| stored.held_keys());
            held.for_each(|keys| word_counts.hold(keys));
        }
        tally
    }
}

impl<P: Fn(Person) -> usize> GroupedRound<'_, P> {
    /// How many of each group's answers count.
    pub(in crate::room) fn voters(&self) -> Vec<u64> {
        let mut voters = vec![0; self.groups.len()];
        match self.round.ask.collects() {
            Collects::OneAnswer(_) => {
                let counted = self.groups.iter();
                let counted = counted.map(|group| group.tally.voters().unwrap_or_default());
                voters = counted.collect();
            }
            Collects::ManyTexts(_) => {
                let authors = self.round.authors.keys();
                let people = authors.filter_map(|author| match author {
                    Author::Person(person) => Some(*person),
                    Author::Group(_) => None,
                });
                people.for_each(|person| voters[(self.group)(person)] += 1);
            }
            Collects::Questions | Collects::Nothing => {}
        }
        voters
    }

    /// What a group's answers come to. Upvotes on what its people added are everybody's.
    pub(in crate::room) fn results(
        &self,
        shown: &FoldedGroup,
        extent: ResultsScope,
    ) -> Option<Results> {
        match self.round.ask.collects() {
            Collects::OneAnswer(_) => match shown.of() {
                [single] => self.groups[*single].tally.results(&self.round.ask, extent),
                several => {
                    let answers = several.iter().map(|group| &self.groups[*group].answers);
                    let mut answers: Vec<&StoredAnswer> = answers.flatten().copied().collect();
                    answers.sort_by_key(|stored| stored.at);
                    let tally = self.round.tally_of(&answers);
                    tally.results(&self.round.ask, extent)
                }
            },
            Collects::ManyTexts(_) => {
                let limit = if extent == ResultsScope::Whole {
                    usize::MAX
                } else {
                    VIEW_ANSWERS
                };
                let is_in = |person| shown.of().contains(&(self.group)(person));
                Some(self.round.newest_in(&is_in, limit).into())
            }
            Collects::Questions | Collects::Nothing => None,
        }
    }
}
