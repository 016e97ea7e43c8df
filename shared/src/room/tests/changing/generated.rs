//! Changes that nobody thought up, one after the other, with answers in between.

use proptest::prelude::*;

use super::super::commands::*;
use super::super::story::Story;
use super::{DECK, begun, plan};
use crate::event::Event;
use crate::question::Results;
use crate::refusal::Refusal;
use crate::room::Outcome;

/// One of the things that people do to a text.
#[derive(Clone, Debug)]
enum Edit {
    Reverse,
    Prompt(usize),
    Item,
    Add,
    Drop,
    Swap(usize),
    TakeOut(usize),
    Insert(usize),
}

fn edit() -> impl Strategy<Value = Edit> {
    let at = || 0..8usize;
    prop_oneof![
        Just(Edit::Reverse),
        at().prop_map(Edit::Prompt),
        Just(Edit::Item),
        Just(Edit::Add),
        Just(Edit::Drop),
        at().prop_map(Edit::Swap),
        at().prop_map(Edit::TakeOut),
        at().prop_map(Edit::Insert),
    ]
}

impl Edit {
    /// Another text, in which one slide or line is another.
    fn make(&self, text: &str, number: usize) -> String {
        let mut slides: Vec<String> = text.split("\n---\nask").map(str::to_owned).collect();
        let count = slides.len();
        let choice = slides
            .iter()
            .position(|slide| slide.starts_with(": choice"));
        let choice = choice.map(|place| &mut slides[place]);
        match (self, choice) {
            (Self::Prompt(at), _) => {
                let slide = &mut slides[at % count];
                *slide = slide.replacen("# ", &format!("# {number} "), 1);
            }
            (Self::Reverse, Some(choice)) => {
                let (head, options) = choice.split_once("\n- ").unwrap();
                let mut options: Vec<&str> = options.trim_end().split("\n- ").collect();
                options.reverse();
                *choice = format!("{head}\n- {}\n", options.join("\n- "));
            }
            (Self::Item, Some(choice)) => {
                *choice = choice.replacen("- ", &format!("- {number} "), 1);
            }
            (Self::Add, Some(choice)) => {
                *choice = format!("{}\n- nog {number}\n", choice.trim_end());
            }
            (Self::Drop, Some(choice)) if choice.matches("\n- ").count() > 2 => {
                let end = choice.trim_end().rfind("\n- ").unwrap();
                *choice = format!("{}\n", &choice[..end]);
            }
            (Self::Swap(at), _) if count > 2 => slides.swap(1 + at % (count - 1), count - 1),
            (Self::TakeOut(at), _) if count > 3 => drop(slides.remove(1 + at % (count - 1))),
            (Self::Insert(at), _) => {
                slides.insert(1 + at % count, format!(": open\n---\n\n# Nieuw {number}\n"))
            }
            _ => {}
        }
        slides.join("\n---\nask")
    }
}

/// What every round of every question comes to: who answered, and how often each place was chosen.
fn counts(story: &Story) -> Vec<(String, u32, u64, Vec<u64>)> {
    let questions = story.room.all_questions();
    let rounds = questions.flat_map(|(id, state)| {
        state.rounds().map(move |(number, round)| {
            let votes = match round.results() {
                Some(Results::Choice(results)) => {
                    results.options.iter().map(|option| option.votes).collect()
                }
                _ => Vec::new(),
            };
            (id.to_string(), number, round.voters(), votes)
        })
    });
    rounds.filter(|(_, _, voters, _)| *voters > 0).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn a_change_never_changes_the_count_of_what_was_answered_before(
        edits in proptest::collection::vec((edit(), 1..3u8, any::<bool>()), 1..8)
    ) {
        let (mut story, mut text) = (begun(), DECK.to_owned());
        for (number, (edit, option, moves)) in edits.iter().enumerate() {
            text = edit.make(&text, number);
            let before = counts(&story);
            let event = plan(&story, &text).event();
            let (mut after, outcome) = story.clone().applied(event);
            if let Outcome::Refused(refusal) = &outcome {
                prop_assert_eq!(refusal, &Refusal::OnStage);
            }
            let now = counts(&after);
            for (id, round, voters, votes) in before {
                let kept = now.iter().find(|(other, number, _, _)| (other, *number) == (&id, round));
                let Some((_, _, voters_now, votes_now)) = kept else {
                    return Err(TestCaseError::fail(format!("{id}, round {round}, is gone")));
                };
                prop_assert_eq!(*voters_now, voters);
                prop_assert!(votes_now.starts_with(&votes), "{} {}: {:?}, then {:?}", id, round, votes, votes_now);
            }
            // What is not listed is not left undone.
            let again = plan(&after, &text);
            if !matches!(outcome, Outcome::Refused(_)) {
                prop_assert!(again.is_empty());
                prop_assert_eq!(&again.deck, &after.room.deck);
            }
            if let Some(asked) = after.room.deck.slides.iter().find(|slide| slide.kind() == "choice") {
                let (id, round) = (asked.id.clone(), after.state(asked.id.as_str()).round());
                if *moves {
                    after = after.applied(Event::Moved { to: id.clone(), looks_back: false, after: None }).0;
                }
                let answer = picks(CARLA, id.as_str(), number as u64 + 1, [*option]).round(round);
                let event = answer.event(&after.room).unwrap();
                after = after.applied(event).0;
            }
            story = after;
        }
    }
}
