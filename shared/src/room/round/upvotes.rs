//! Upvotes, and additions that count as one: whoever voted for several of those has voted once.

use std::collections::BTreeSet;

use crate::ids::AnswerId;
use crate::room::people::Person;
use crate::room::{Added, RoundState};

impl RoundState {
    /// The addition that another one counts as; itself where it stands alone.
    pub fn root(&self, id: AnswerId) -> AnswerId {
        self.added(id).and_then(|added| added.into).unwrap_or(id)
    }

    /// Whether an addition, or the one that it counts as, is shown to nobody but its sender.
    pub fn is_hidden(&self, id: AnswerId) -> bool {
        self.added(self.root(id)).is_some_and(|added| added.hidden)
    }

    /// The additions that a participant voted for; those that count as one once.
    pub fn upvotes_of(&self, person: Person) -> impl Iterator<Item = AnswerId> + use<> {
        let roots: BTreeSet<AnswerId> = self.given_by(person).map(|id| self.root(id)).collect();
        roots.into_iter()
    }

    /// Whether a participant voted for that addition, or for one that counts as the same.
    pub fn has_upvoted(&self, person: Person, id: AnswerId) -> bool {
        let root = self.root(id);
        self.given_by(person).any(|voted| self.root(voted) == root)
    }

    /// How many of those that everybody may see a participant voted for.
    pub fn seen_upvotes_of(&self, person: Person) -> usize {
        let seen = self.upvotes_of(person).filter(|id| self.is_shown(*id));
        seen.count()
    }

    /// Whether a participant wrote that addition, or one that counts as the same.
    pub fn is_own(&self, person: Person, id: AnswerId) -> bool {
        let root = self.root(id);
        self.all_added_by(person)
            .any(|own| self.root(own.id) == root)
    }

    /// Who voted for an addition or for one that counts as it, in order of joining.
    pub fn voters_for(&self, id: AnswerId) -> impl Iterator<Item = Person> + use<> {
        let of_it = self
            .upvotes
            .iter()
            .filter(|(_, voted)| self.root(*voted) == id);
        of_it
            .map(|(person, _)| *person)
            .collect::<BTreeSet<_>>()
            .into_iter()
    }

    /// Gives or takes back an upvote.
    pub(in crate::room) fn upvote(&mut self, person: Person, id: AnswerId, on: bool) {
        let root = self.root(id);
        let given: Vec<AnswerId> = self
            .given_by(person)
            .filter(|voted| self.root(*voted) == root)
            .collect();
        if given.is_empty() == on
            && let Some(at) = self.by_id.get(&root)
        {
            let votes = &mut self.added[*at].votes;
            *votes = if on {
                *votes + 1
            } else {
                votes.saturating_sub(1)
            };
        }
        if on && given.is_empty() {
            self.upvotes.insert((person, root));
        } else if !on {
            self.upvotes
                .retain(|(by, voted)| *by != person || !given.contains(voted));
        }
    }

    /// Hides an addition or shows it again.
    pub(in crate::room) fn hide(&mut self, id: AnswerId, hidden: bool) {
        if let Some(at) = self.by_id.get(&id) {
            self.added[*at].hidden = hidden;
            self.settle_texts(id);
        }
    }

    /// Lets an addition count as another one, with everything that counted as it; or as itself
    /// again. What counts as something that is shown is shown there; and something that is shown,
    /// by what it counts as from now on.
    pub(in crate::room) fn merge(&mut self, id: AnswerId, into: Option<AnswerId>) {
        let (before, into) = (self.root(id), into.map(|into| self.root(into)));
        if let Some(into) = into.filter(|_| self.is_shown(id)) {
            self.approve(into);
        }
        let along = |it: &&mut Added| it.id == id || (into.is_some() && it.into == Some(id));
        for added in self.added.iter_mut().filter(along) {
            (added.into, added.hidden) = (into, added.hidden && into.is_none());
        }
        [Some(id), Some(before), into]
            .into_iter()
            .flatten()
            .for_each(|root| self.recount_votes(root));
    }

    /// Lets everything that counted as an addition be itself again.
    pub(super) fn set_apart(&mut self, root: AnswerId) {
        let apart = self
            .added
            .iter()
            .filter(|added| added.into == Some(root))
            .map(|added| added.id);
        apart
            .collect::<Vec<_>>()
            .into_iter()
            .for_each(|id| self.merge(id, None));
    }

    /// Takes all upvotes from an addition.
    pub(super) fn drop_upvotes(&mut self, id: AnswerId) {
        let root = self.root(id);
        if self.added(root).is_some_and(|added| added.votes > 0) {
            self.upvotes.retain(|(_, voted)| *voted != id);
            self.recount_votes(root);
        }
    }

    fn recount_votes(&mut self, id: AnswerId) {
        let votes = if self.root(id) == id {
            self.voters_for(id).count() as u64
        } else {
            0
        };
        if let Some(at) = self.by_id.get(&id) {
            self.added[*at].votes = votes;
        }
    }

    fn given_by(&self, person: Person) -> impl Iterator<Item = AnswerId> + '_ {
        let all = (person, AnswerId(0))..=(person, AnswerId(u64::MAX));
        self.upvotes.range(all).map(|(_, id)| *id)
    }
}
