//! A round as it would be had some people never been in it.

use std::collections::BTreeMap;

use crate::ids::AnswerId;
use crate::room::people::Person;
use crate::room::{Added, RoundState};

impl RoundState {
    /// Whether one of them answered, added something or voted.
    pub(in crate::room) fn holds(&self, is_one: impl Fn(Person) -> bool) -> bool {
        self.answers.keys().any(|person| is_one(*person))
            || self.added.iter().any(|added| is_one(added.person))
            || self.upvotes.iter().any(|(person, _)| is_one(*person))
    }

    /// The round without them. What counted as something of theirs is itself again.
    pub(in crate::room) fn without(&self, is_one: impl Fn(Person) -> bool) -> Self {
        let mut left = Self {
            tally: self.tally.anew(&self.ask),
            ..Self::new(self.ask.clone())
        };
        let answers = self.answers.iter().filter(|(person, _)| !is_one(**person));
        left.answers = answers
            .map(|(person, stored)| (*person, stored.clone()))
            .collect();
        left.per_group = self.per_group.without(&is_one);
        left.hands = self.hands.clone();
        left.recount();
        let stays = |added: &&Added| !is_one(added.person);
        self.added
            .iter()
            .filter(stays)
            .for_each(|added| left.add(added.clone()));
        left.give_texts_as(self);
        for added in &mut left.added {
            added.into = added.into.filter(|into| left.by_id.contains_key(into));
        }
        let kept =
            |(person, id): &&(Person, AnswerId)| !is_one(*person) && left.by_id.contains_key(id);
        left.upvotes = self.upvotes.iter().filter(kept).copied().collect();
        left.count_votes();
        left
    }

    /// Counts everybody's upvotes anew.
    fn count_votes(&mut self) {
        let mut given: Vec<(AnswerId, Person)> = self
            .upvotes
            .iter()
            .map(|(person, voted)| (self.root(*voted), *person))
            .collect();
        given.sort_unstable();
        given.dedup();
        let mut votes = BTreeMap::<AnswerId, u64>::new();
        given
            .into_iter()
            .for_each(|(root, _)| *votes.entry(root).or_default() += 1);
        for added in &mut self.added {
            added.votes = votes.get(&added.id).copied().unwrap_or_default();
        }
    }
}
