//! The votes of questions to the speakers, held against the plainest account of them.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;

use super::open;
use crate::event::{Event, QaChange};
use crate::ids::{AnswerId, ParticipantId};
use crate::room::Outcome;
use crate::room::tests::commands::joins;
use crate::room::tests::story::{NOON, SECOND};

/// What somebody does in the model below.
#[derive(Clone, Debug)]
enum Deed {
    Ask(Option<u128>),
    Vote(u128, u64, bool),
    Merge(u64, Option<u64>),
    Erase(u64),
    Remove(bool),
}

fn deed() -> impl Strategy<Value = Deed> {
    let (who, question) = (|| 0..4u128, || 1..7u64);
    prop_oneof![
        3 => proptest::option::weighted(0.8, who()).prop_map(Deed::Ask),
        8 => (who(), question(), any::<bool>()).prop_map(|(who, id, up)| Deed::Vote(who, id, up)),
        4 => (question(), proptest::option::weighted(0.8, question())).prop_map(|(id, into)| Deed::Merge(id, into)),
        1 => question().prop_map(Deed::Erase),
        1 => any::<bool>().prop_map(Deed::Remove),
    ]
}

/// The plainest model of who wants to know what: who voted for which, and what counts as what.
#[derive(Default)]
struct VoterModel {
    askers: BTreeMap<u64, Option<u128>>,
    into: BTreeMap<u64, u64>,
    votes: BTreeSet<(u64, u128)>,
    erased: BTreeSet<u64>,
    away: Option<u128>,
}

impl VoterModel {
    fn is_there(&self, question: u64) -> bool {
        let asker = self.askers.get(&question);
        let there = asker.is_some_and(|asker| asker.is_none() || *asker != self.away);
        there && !self.erased.contains(&question)
    }

    fn root(&self, question: u64) -> u64 {
        let chain = std::iter::successors(Some(question), |at| self.into.get(at).copied());
        let there = chain.filter(|at| self.is_there(*at));
        there.last().unwrap_or(question)
    }

    fn group(&self, root: u64) -> Vec<u64> {
        let there = self.askers.keys().copied().filter(|at| self.is_there(*at));
        there.filter(|at| self.root(*at) == root).collect()
    }

    fn note(&mut self, deed: &Deed) {
        match deed {
            Deed::Ask(who) => drop(self.askers.insert(self.askers.len() as u64 + 1, *who)),
            Deed::Vote(who, of, true) => drop(self.votes.insert((self.root(*of), *who))),
            Deed::Vote(who, of, false) => {
                let group = self.group(self.root(*of));
                self.votes
                    .retain(|(voted, by)| by != who || !group.contains(voted));
            }
            Deed::Merge(of, Some(into)) => drop(self.into.insert(*of, *into)),
            Deed::Merge(of, None) => drop(self.into.remove(of)),
            Deed::Erase(of) => {
                self.into.retain(|_, into| into != of);
                self.erased.insert(*of);
            }
            Deed::Remove(out) => self.away = out.then_some(0),
        }
    }

    fn wanting(&self, root: u64) -> BTreeSet<u128> {
        let group = self.group(root);
        let votes = self.votes.iter().filter(|(of, _)| group.contains(of));
        let doubles = group.iter().filter(|at| **at != root);
        let askers = doubles.filter_map(|at| self.askers[at]);
        let mut wanting: BTreeSet<u128> = votes.map(|(_, who)| *who).chain(askers).collect();
        wanting.retain(|who| Some(*who) != self.askers[&root] && Some(*who) != self.away);
        wanting
    }
}

fn event_of(deed: &Deed, number: usize) -> Event {
    let person = |who: u128| ParticipantId(0xfeed_0000_0000_0000_0000_0000_0000_0000 + who);
    let key = format!("k{number}").as_str().into();
    match deed.clone() {
        Deed::Ask(who) => Event::QaAsked {
            participant: who.map(person),
            key,
            text: Some(format!("Vraag {number}")),
            held: false,
        },
        Deed::Vote(who, question, up) => Event::QaUpvoted {
            participant: person(who),
            question: AnswerId(question),
            up,
        },
        Deed::Merge(question, into) => Event::QaModerated {
            question: AnswerId(question),
            change: QaChange::Merged {
                into: into.map(AnswerId),
            },
        },
        Deed::Erase(question) => Event::Erased {
            answer: AnswerId(question),
        },
        Deed::Remove(true) => Event::Removed {
            joined_from: NOON,
            joined_to: NOON + 1,
        },
        Deed::Remove(false) => Event::Returned {
            joined_from: NOON,
            joined_to: NOON + 1,
        },
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    /// After any votes, merges, erasures and removals the votes of a question are the different
    /// people who want to know it.
    #[test]
    fn the_votes_of_a_question_are_different_people(deeds in proptest::collection::vec(deed(), 1..60)) {
        let first = ParticipantId(0xfeed_0000_0000_0000_0000_0000_0000_0000);
        let mut story = open().then(joins(first)).later(SECOND);
        let mut model = VoterModel::default();
        for (number, deed) in deeds.iter().enumerate() {
            let (then, outcome) = story.clone().applied(event_of(deed, number));
            story = then;
            if matches!(outcome, Outcome::Accepted(_)) {
                model.note(deed);
            }
            for asked in story.room.qa_questions() {
                let wanting = model.wanting(asked.id.0);
                prop_assert_eq!(asked.votes, wanting.len() as u64, "{:?} by {:?}", asked, wanting);
            }
            let groups = (1..=model.askers.len() as u64)
                .filter(|of| model.is_there(*of) && model.root(*of) == *of);
            prop_assert_eq!(story.room.qa_questions().len(), groups.count());
        }
    }
}
