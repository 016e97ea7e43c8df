//! How many people want to know a question: each of them once, whatever counts as it. Who asked it
//! is none of them; who asked what counts as it is one.

use std::collections::BTreeSet;

use super::{BEAT_MS, SpeakerQuestion, SpeakerQuestions};
use crate::ids::{AnswerId, Millis};
use crate::protocol::view::QaState;
use crate::room::people::{People, Person};

impl SpeakerQuestion {
    /// The votes as phones see them at that moment.
    pub fn votes_on_phones(&self, now: Millis) -> u64 {
        let (beat, before) = self.before;
        if now / BEAT_MS > beat {
            self.votes
        } else {
            before
        }
    }

    /// When phones see other votes, if they do by time alone.
    pub fn next_beat(&self) -> Option<Millis> {
        let (beat, before) = self.before;
        (before != self.votes).then_some((beat + 1) * BEAT_MS)
    }

    /// People who want to know it.
    pub fn votes(&self) -> u64 {
        self.votes
    }

    fn count(&mut self, votes: u64, at: Millis) {
        let beat = at / BEAT_MS;
        if self.before.0 != beat {
            self.before = (beat, self.votes);
        }
        self.votes = votes;
    }
}

impl SpeakerQuestions {
    /// What counts as a question, with itself.
    fn members<'a>(
        &'a self,
        people: &'a People,
        root: AnswerId,
    ) -> impl Iterator<Item = &'a SpeakerQuestion> {
        let there = self.all.values().filter(|asked| asked.is_there(people));
        there.filter(move |asked| self.root(people, asked.id) == root)
    }

    /// Whether somebody asked a question or what counts as it.
    pub fn is_own(&self, people: &People, root: AnswerId, person: Person) -> bool {
        self.members(people, root)
            .any(|asked| asked.by == Some(person))
    }

    /// Whether somebody voted for a question or what counts as it.
    pub fn has_vote(&self, people: &People, root: AnswerId, person: Person) -> bool {
        self.members(people, root)
            .any(|asked| asked.voters.contains(&person))
    }

    pub(super) fn vote(
        &mut self,
        people: &People,
        person: Person,
        question: AnswerId,
        up: bool,
        at: Millis,
    ) {
        let root = self.root(people, question);
        let members: Vec<AnswerId> = self.members(people, root).map(|asked| asked.id).collect();
        if !up {
            for id in members {
                let asked = self.all.get_mut(&id);
                asked.map(|asked| asked.voters.remove(&person));
            }
        }
        if let Some(asked) = self.all.get_mut(&root) {
            let votes = if up {
                asked.voters.insert(person);
                asked.votes + 1
            } else {
                asked.votes.saturating_sub(1)
            };
            asked.count(votes, at);
        }
    }

    /// Counts all anew: what counts as what is another, or who takes part.
    pub(in crate::room) fn recount(&mut self, people: &People) {
        let groups = self.groups(people);
        let counted: Vec<(AnswerId, u64)> = groups
            .into_iter()
            .map(|(root, members)| (root, voters(people, root, &members)))
            .collect();
        self.all.values_mut().for_each(|asked| asked.votes = 0);
        for (root, votes) in counted {
            if let Some(asked) = self.all.get_mut(&root) {
                asked.votes = votes;
            }
        }
    }

    /// What is listed and not being answered, by votes; of equals the first that came.
    pub(super) fn listed_by_votes(&self, people: &People) -> Vec<AnswerId> {
        let listed = self.groups(people).into_keys();
        let mut listed: Vec<&SpeakerQuestion> = listed
            .filter_map(|root| self.all.get(&root))
            .filter(|asked| self.state(asked) == QaState::Listed)
            .collect();
        listed.sort_by_key(|asked| (std::cmp::Reverse(asked.votes), asked.id));
        listed.into_iter().map(|asked| asked.id).collect()
    }
}

fn voters(people: &People, root: AnswerId, members: &[&SpeakerQuestion]) -> u64 {
    let mut all = BTreeSet::new();
    let mut asker = None;
    for asked in members {
        all.extend(
            asked
                .voters
                .iter()
                .filter(|person| !people.is_out(**person)),
        );
        if asked.id == root {
            asker = asked.by;
        } else {
            all.extend(asked.by);
        }
    }
    if let Some(asker) = asker {
        all.remove(&asker);
    }
    all.len() as u64
}
