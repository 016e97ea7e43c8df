//! One choice question held against the plainest account of the rules that one can write down.

use std::collections::BTreeMap;

use proptest::prelude::*;
use proptest_state_machine::{ReferenceStateMachine, StateMachineTest, prop_state_machine};

use super::decks::{choice, deck};
use super::story::{Story, room_with};
use crate::event::Event;
use crate::ids::{AnswerId, ParticipantId, Revision, Round};
use crate::question::Answer;
use crate::refusal::Refusal;
use crate::room::Outcome;

/// What the rules say, without tallies, ids or deadlines.
#[derive(Clone, Debug)]
struct RulesModel {
    open: bool,
    round: Round,
    held: BTreeMap<(Round, u128), Held>,
    expected: Came,
}

#[derive(Clone, Debug)]
struct Held {
    turn: Revision,
    option: Option<u8>,
    id: u64,
}

#[derive(Clone, Debug, PartialEq)]
enum Came {
    Accepted,
    Repeated,
    Refused(Refusal),
}

#[derive(Clone, Debug)]
enum Step {
    Answer {
        who: u128,
        round: Round,
        turn: Option<Revision>,
        option: u8,
    },
    Open,
    Close,
    Reset,
    Erase {
        id: u64,
    },
}

impl RulesModel {
    fn answer(&mut self, who: u128, round: Round, turn: Option<Revision>, option: u8) -> Came {
        let held = self.held.get(&(round, who)).cloned();
        let newer = held
            .as_ref()
            .is_none_or(|held| turn.is_none_or(|turn| turn > held.turn));
        let may = round == self.round && self.open;
        match &held {
            Some(Held { option: None, .. }) if turn.is_none() || !newer => {
                return Came::Refused(Refusal::Erased);
            }
            Some(held) if held.option == Some(option) && (turn.is_none() || !newer || !may) => {
                return Came::Repeated;
            }
            _ if round != self.round => {
                return Came::Refused(Refusal::StaleRound { round: self.round });
            }
            _ if !self.open => return Came::Refused(Refusal::Closed),
            Some(_) if !newer => return Came::Refused(Refusal::Superseded),
            _ => {}
        }
        let id = held
            .as_ref()
            .map_or(self.held.len() as u64 + 1, |held| held.id);
        let turn = turn.unwrap_or(held.map_or(0, |held| held.turn) + 1);
        self.held.insert(
            (round, who),
            Held {
                turn,
                option: Some(option),
                id,
            },
        );
        Came::Accepted
    }

    fn erase(&mut self, id: u64) -> Came {
        match self.held.values_mut().find(|held| held.id == id) {
            None => Came::Refused(Refusal::UnknownAnswer),
            Some(held) if held.option.is_none() => Came::Repeated,
            Some(held) => {
                held.option = None;
                Came::Accepted
            }
        }
    }

    fn switch(&mut self, open: bool) -> Came {
        let came = if self.open == open {
            Came::Repeated
        } else {
            Came::Accepted
        };
        self.open = open;
        came
    }

    fn votes(&self, round: Round) -> Vec<u64> {
        let of = |option: u8| {
            let held = self
                .held
                .iter()
                .filter(|((of, _), held)| *of == round && held.option == Some(option));
            held.count() as u64
        };
        (1..=3).map(of).collect()
    }
}

impl ReferenceStateMachine for RulesModel {
    type State = RulesModel;
    type Transition = Step;

    fn init_state() -> BoxedStrategy<Self::State> {
        Just(RulesModel {
            open: true,
            round: 1,
            held: BTreeMap::new(),
            expected: Came::Accepted,
        })
        .boxed()
    }

    fn transitions(rules: &Self::State) -> BoxedStrategy<Self::Transition> {
        let answer = (
            0..3u128,
            rules.round.saturating_sub(1)..=rules.round,
            proptest::option::of(1..5u64),
            1..=3u8,
        );
        prop_oneof![
            12 => answer.prop_map(|(who, round, turn, option)| Step::Answer { who, round, turn, option }),
            2 => Just(Step::Open),
            1 => Just(Step::Close),
            1 => Just(Step::Reset),
            2 => (1..5u64).prop_map(|id| Step::Erase { id }),
        ]
        .boxed()
    }

    fn apply(mut rules: Self::State, step: &Step) -> Self::State {
        rules.expected = match step {
            Step::Answer {
                who,
                round,
                turn,
                option,
            } => rules.answer(*who, *round, *turn, *option),
            Step::Open => rules.switch(true),
            Step::Close => rules.switch(false),
            Step::Reset => {
                (rules.round, rules.open) = (rules.round + 1, true);
                Came::Accepted
            }
            Step::Erase { id } => rules.erase(*id),
        };
        rules
    }
}

struct OneQuestion;

impl StateMachineTest for OneQuestion {
    type SystemUnderTest = Story;
    type Reference = RulesModel;

    fn init_test(_: &RulesModel) -> Story {
        room_with(deck([choice("question", ["a", "b", "c"])])).moved("question")
    }

    fn apply(story: Story, rules: &RulesModel, step: Step) -> Story {
        let question = "question".into();
        let (story, outcome) = story.applied(match step {
            Step::Answer {
                who,
                round,
                turn,
                option,
            } => {
                let answer = Some(Answer::Choice {
                    options: vec![option],
                    other: None,
                });
                Event::Answered {
                    participant: ParticipantId(who),
                    question,
                    round,
                    turn,
                    answer,
                    held: Vec::new(),
                }
            }
            Step::Open => Event::Opened {
                question,
                after: None,
            },
            Step::Close => Event::Closed {
                question,
                after: None,
            },
            Step::Reset => Event::Reset {
                question,
                after: None,
            },
            Step::Erase { id } => Event::Erased {
                answer: AnswerId(id),
            },
        });
        let came = match outcome {
            Outcome::Accepted(_) => Came::Accepted,
            Outcome::Repeated(_) => Came::Repeated,
            Outcome::Refused(refusal) => Came::Refused(refusal),
        };
        assert_eq!(came, rules.expected);
        story
    }

    fn check_invariants(story: &Story, rules: &RulesModel) {
        assert_eq!(
            (story.state("question").round(), story.is_open("question")),
            (rules.round, rules.open)
        );
        for (number, round) in story.state("question").rounds() {
            let votes = rules.votes(number);
            assert_eq!(round.voters(), votes.iter().sum::<u64>());
            let Some(crate::question::Results::Choice(results)) = round.results() else {
                panic!("not a choice")
            };
            assert_eq!(
                results
                    .options
                    .iter()
                    .map(|option| option.votes)
                    .collect::<Vec<_>>(),
                votes
            );
        }
    }
}

prop_state_machine! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn a_question_does_what_the_rules_say(sequential 1..40 => OneQuestion);
}
