//! What stays of a room when its answers end: of each question and round what it came to, without
//! any text or value of one person; and a journal that holds nothing that anybody gave.

use serde::{Deserialize, Serialize};

use crate::cloud::{Cloud, Layout};
use crate::deck::{AnswerPace, Deck};
use crate::event::{Batch, Event};
use crate::ids::{Millis, ProducerId, SlideId};
use crate::protocol::view::SplitResults;
use crate::publish::is_enough;
use crate::question::Results;
use crate::question::word::Word;
use crate::question::word_counts::{WordCount, WordCounts};
use crate::room::{QuestionResults, Room, RoundState};
use crate::rules::Rules;
use crate::text::word_key;

/// The process that writes what stands in place of the answers; its batches are numbered as their
/// records are.
const EMPTYING: &str = "answers-ended";

/// What one question came to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct QuestionTotals {
    /// In its newest round.
    pub newest: QuestionResults,
    /// In the rounds before, the last first.
    pub earlier: Vec<QuestionResults>,
}

impl Room {
    /// What every question came to, as it may stay.
    pub fn totals(&self) -> Vec<QuestionTotals> {
        let all = self.results_by_question(None);
        let of_question = |newest: QuestionResults| {
            let before = newest.rounds.iter().rev();
            let before = before.filter(|round| **round != newest.round);
            let before = before.filter_map(|round| self.results_of(&newest.id, Some(*round), None));
            QuestionTotals {
                earlier: before.map(|results| self.total(results)).collect(),
                newest: self.total(newest),
            }
        };
        all.into_iter().map(of_question).collect()
    }

    /// Results without what is one person's. What fewer gave than a figure may be about is not told
    /// at all, but for how many they were.
    fn total(&self, mut results: QuestionResults) -> QuestionResults {
        results.waiting = 0;
        if !is_enough(results.voters) {
            let blank = self.blank(&results.id, &results);
            results.results = blank.clone();
            results.pictured = blank;
            (results.compared, results.split) = (None, None);
            return results;
        }
        results.results = results.results.totals(is_enough);
        results.pictured = results.pictured.totals(is_enough);
        let enough = results
            .compared
            .filter(|then| is_enough(then.results.voters()));
        results.compared = enough.map(|mut then| {
            then.results = then.results.totals(is_enough);
            then.pairs = None;
            then
        });
        results.split = results.split.map(SplitResults::totals);
        results
    }

    /// What a round comes to that nobody has answered.
    fn blank(&self, question: &SlideId, results: &QuestionResults) -> Results {
        let mut slides = self.asked_slides();
        let found = slides.find(|(slide, _)| slide.id == *question);
        let round = found.and_then(|(_, state)| state.nth(results.round));
        let blank = round.and_then(RoundState::blank);
        blank.unwrap_or_else(|| results.results.clone().totals(is_enough))
    }
}

impl SplitResults {
    fn totals(mut self) -> Self {
        let groups = self.groups.into_iter();
        let groups = groups.map(|mut group| {
            group.results = group.results.totals(is_enough);
            group
        });
        self.groups = groups.collect();
        self
    }
}

impl QuestionResults {
    /// Where the words of its picture stand that are left; nothing where it is no cloud.
    pub fn cloud_of_totals(&self, at: Millis) -> Option<Cloud> {
        let words = self.results.words().filter(|_| self.input.is_cloud())?;
        let counts = counts_of(words, self.rules);
        Some(Layout::new(&counts, at).cloud(&counts))
    }
}

fn counts_of(entries: &[WordCount], rules: Rules) -> WordCounts {
    let mut counts = WordCounts::default();
    for entry in entries {
        let word = [Word {
            key: word_key(&entry.text, rules),
            text: entry.text.clone(),
        }];
        (0..entry.count).for_each(|_| counts.add(&word));
    }
    counts
}

/// A journal as it is once its answers have ended: how the room was made, with the deck that it had
/// last; that it is over; and nothing that anybody gave, nor who was there.
#[derive(Clone, Debug)]
pub struct EmptiedJournal {
    created: Batch,
    /// The sequences of the first record and of the last.
    ends: (u64, u64),
}

impl EmptiedJournal {
    /// Of a room, with the record that began it.
    pub fn of(room: &Room, (first, created): (u64, &Batch)) -> Self {
        let mut created = created.clone();
        for event in &mut created.events {
            if let Event::Created { deck, trial, .. } = event {
                **deck = over(&room.deck);
                *trial = false;
            }
        }
        let ends = (first, room.seq);
        Self { created, ends }
    }

    /// Whether a batch stands in such a journal in place of what was there.
    pub fn holds(batch: &Batch) -> bool {
        batch.producer.as_str() == EMPTYING
    }

    /// What stands in place of the record of that sequence.
    pub fn batch(&self, seq: u64) -> Batch {
        if seq == self.ends.0 {
            return self.created.clone();
        }
        let is_last = seq == self.ends.1;
        let ended = is_last.then_some(Event::Ended { after: None });
        Batch {
            rules: self.created.rules,
            producer: ProducerId::from(EMPTYING),
            counter: seq,
            events: ended.into_iter().collect(),
            by: Default::default(),
        }
    }
}

/// A deck of which nothing opens after the end.
fn over(deck: &Deck) -> Deck {
    let mut deck = deck.clone();
    for slide in &mut deck.slides {
        if let Some(question) = slide.question_mut()
            && question.pace == Some(AnswerPace::After)
        {
            question.pace = None;
        }
    }
    deck
}
