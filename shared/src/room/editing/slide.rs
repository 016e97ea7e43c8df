//! What changes at one slide that a room knows.

use std::collections::{BTreeMap, BTreeSet};

use super::change::Change;
use super::difference::differs_beside;
use crate::deck::{Question, Slide};
use crate::ids::SlideId;
use crate::question::QuestionSpec;
use crate::room::{QuestionState, RoundState};

/// A slide as it is and as it will be.
pub(super) struct EditedSlide<'a> {
    pub before: &'a Slide,
    pub now: &'a Slide,
    /// Of a question, or of one that it was.
    pub state: Option<&'a QuestionState>,
}

impl EditedSlide<'_> {
    /// Whether what it asks is another question than in its round under way.
    pub fn asks_anew(&self) -> bool {
        let asked = self.now.question().zip(self.state);
        let (before, now) = (self.before.question(), self.now.question());
        let per_group = |question: Option<&Question>| question.is_some_and(Question::asks_groups);
        asked.is_some_and(|(question, state)| {
            !state.current().ask.keeps_answers(&question.ask) || per_group(before) != per_group(now)
        })
    }

    /// What happens to it, one thing at a time.
    pub fn changes(&self) -> Vec<Change> {
        let asks_anew = self.asks_anew();
        let was_open = self.state.is_some_and(QuestionState::was_open);
        let mut changes: Vec<Change> = self.skip().into_iter().collect();
        changes.extend(self.prompt(asks_anew));
        match self.now.question().zip(self.state) {
            Some((_, state)) if asks_anew && was_open => changes.push(self.new_round(state)),
            // Nobody has seen it: there is no round to keep.
            Some((question, state)) if asks_anew => {
                changes.extend(self.exchanged(&state.current().ask, &question.ask));
            }
            Some((question, state)) => {
                let prompts = [self.before.heading(), self.now.heading()];
                changes.extend(reworded(&self.now.id, state.current(), question, prompts));
            }
            None => {}
        }
        let (slide, prompt) = (|| self.now.id.clone(), || self.now.heading().to_owned());
        if self.before.body != self.now.body || self.before.translations != self.now.translations {
            changes.push(Change::Text {
                slide: slide(),
                prompt: prompt(),
            });
        }
        if self.before.notes != self.now.notes {
            changes.push(Change::Notes {
                slide: slide(),
                prompt: prompt(),
            });
        }
        let unseen = asks_anew && !was_open;
        let said = changes.iter().any(|change| {
            matches!(
                change,
                Change::ItemAdded { .. } | Change::ItemRemoved { .. }
            )
        });
        changes.extend(self.countdown(was_open && !asks_anew).filter(|_| !unseen));
        if (unseen && !said) || differs_beside(self.before, self.now, asks_anew) {
            changes.push(Change::Settings {
                slide: slide(),
                prompt: prompt(),
            });
        }
        changes
    }

    /// What can no longer be chosen of a question that nobody has seen, and what can be instead.
    fn exchanged(&self, before: &QuestionSpec, now: &QuestionSpec) -> Vec<Change> {
        let (before, now) = (before.target_texts(), now.target_texts());
        let only = |these: &[&str], others: &[&str]| -> Vec<(u64, String)> {
            let numbered = (1..).zip(these);
            let gone = numbered.filter(|(_, text)| !others.contains(text));
            gone.map(|(number, text)| (number, (*text).to_owned()))
                .collect()
        };
        let (slide, prompt) = (|| self.now.id.clone(), || self.now.heading().to_owned());
        let removed = only(&before, &now).into_iter();
        let removed = removed.map(|(number, text)| Change::ItemRemoved {
            slide: slide(),
            prompt: prompt(),
            number,
            text,
        });
        let added = only(&now, &before).into_iter();
        let added = added.map(|(number, text)| Change::ItemAdded {
            slide: slide(),
            prompt: prompt(),
            number,
            text,
        });
        removed.chain(added).collect()
    }

    fn countdown(&self, later: bool) -> Option<Change> {
        let (before, now) = (self.before.question()?, self.now.question()?);
        (before.countdown != now.countdown).then(|| Change::Countdown {
            slide: self.now.id.clone(),
            prompt: self.now.heading().to_owned(),
            seconds: now.countdown,
            later,
        })
    }

    fn skip(&self) -> Option<Change> {
        let skip = self.now.skip;
        (self.before.skip != skip).then(|| Change::Skip {
            slide: self.now.id.clone(),
            prompt: self.now.heading().to_owned(),
            skip,
        })
    }

    fn prompt(&self, asks_anew: bool) -> Option<Change> {
        let (from, to) = (self.before.heading(), self.now.heading());
        // Those of a round that ends here are said of with the new one.
        let state = self.state.filter(|_| !asks_anew);
        (from != to).then(|| Change::Prompt {
            slide: self.now.id.clone(),
            from: from.to_owned(),
            to: to.to_owned(),
            answers: state.map_or(0, |state| state.current().voters()),
        })
    }

    fn new_round(&self, state: &QuestionState) -> Change {
        Change::NewRound {
            slide: self.now.id.clone(),
            prompt: self.now.heading().to_owned(),
            round: state.rounds_begun() + 1,
            answers: state.current().voters(),
        }
    }
}

/// What answers point at that is called otherwise, or more. A scale whose statement is its prompt
/// has said so.
fn reworded(
    id: &SlideId,
    round: &RoundState,
    question: &Question,
    prompts: [&str; 2],
) -> Vec<Change> {
    let (before, now) = (round.ask.target_texts(), question.ask.target_texts());
    let by_place = answers_by_place(round);
    let answers = |number| match by_place.get(&number) {
        // Its answers are about no part of it.
        None if by_place.is_empty() => round.voters(),
        counted => counted.copied().unwrap_or_default(),
    };
    let changed = (1..)
        .zip(&now)
        .filter_map(|(number, to)| match before.get(number - 1) {
            Some(from) if from == to || [*from, *to] == prompts => None,
            Some(from) => Some(Change::Item {
                slide: id.clone(),
                prompt: prompts[1].to_owned(),
                number: number as u64,
                from: (*from).to_owned(),
                to: (*to).to_owned(),
                answers: answers(number),
            }),
            None => Some(Change::ItemAdded {
                slide: id.clone(),
                prompt: prompts[1].to_owned(),
                number: number as u64,
                text: (*to).to_owned(),
            }),
        });
    changed.collect()
}

/// How many people's answers are about each place.
fn answers_by_place(round: &RoundState) -> BTreeMap<usize, u64> {
    let mut counts = BTreeMap::new();
    for (_, stored) in round.counted() {
        let values = stored.answer.iter();
        let values = values.flat_map(|answer| round.ask.values(answer, None));
        let places: BTreeSet<usize> = values.filter_map(|value| value.item.place()).collect();
        for place in places {
            *counts.entry(place).or_default() += 1;
        }
    }
    counts
}
