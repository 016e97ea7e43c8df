//! The running sum of a round, whatever is asked.

use crate::question::kind::{Collects, ResultsScope};
use crate::question::word::Word;
use crate::question::word_counts::WordCounts;
use crate::question::{Answer, QuestionSpec, Results, Tally};

impl Tally {
    /// An empty sum for what is asked.
    pub fn new(ask: &QuestionSpec) -> Self {
        match ask.collects() {
            Collects::OneAnswer(kind) => kind.tally(),
            Collects::ManyTexts(_) | Collects::Questions | Collects::Nothing => Self::Nothing,
        }
    }

    /// An empty sum for what is asked, under what a moderator did to the words of this one.
    #[must_use]
    pub fn anew(&self, ask: &QuestionSpec) -> Self {
        let mut tally = Self::new(ask);
        if let (Some(word_counts), Some(before)) = (tally.word_counts_mut(), self.word_counts()) {
            *word_counts = WordCounts::moderated_as(before.moderated().clone());
        }
        tally
    }

    /// Counts one answer.
    pub fn add(&mut self, answer: &Answer) {
        if let Some(sum) = self.sum_mut() {
            sum.add_answer(answer);
        }
    }

    /// Takes back one answer that was counted before.
    pub fn remove(&mut self, answer: &Answer) {
        if let Some(sum) = self.sum_mut() {
            sum.remove_answer(answer);
        }
    }

    /// What it comes to, with the labels of what was asked.
    pub(crate) fn results(&self, ask: &QuestionSpec, extent: ResultsScope) -> Option<Results> {
        match ask.collects() {
            Collects::OneAnswer(kind) => kind.results(self, extent),
            Collects::ManyTexts(_) | Collects::Questions | Collects::Nothing => None,
        }
    }

    /// People whose answer counts; nothing where answers are no sum.
    pub fn voters(&self) -> Option<u64> {
        self.sum().map(|sum| sum.voters())
    }

    /// Counts several answers into an empty sum.
    pub fn add_all(&mut self, answers: &[&Answer]) {
        answers.iter().for_each(|answer| self.add(answer));
    }

    /// Counts one answer in place of another one. A word that is in both is not given up meanwhile.
    pub fn replace(&mut self, before: Option<&Answer>, now: Option<&Answer>) {
        now.iter().for_each(|answer| self.add(answer));
        before.iter().for_each(|answer| self.remove(answer));
    }

    /// How many different texts an answer would add to those it holds.
    pub fn unseen_texts(&self, answer: &Answer) -> usize {
        let unseen = |word_counts: &WordCounts| {
            answer
                .words()
                .iter()
                .filter(|word: &&Word| !word_counts.holds(word))
                .count()
        };
        self.word_counts().map_or(0, unseen)
    }

    /// How many different texts it holds; bounded by
    /// [`DISTINCT_TEXTS`](crate::limits::DISTINCT_TEXTS).
    pub fn distinct_texts(&self) -> usize {
        self.word_counts().map_or(0, WordCounts::len)
    }

    /// The texts that people typed and that count by their key; nothing for kinds without such.
    pub fn word_counts(&self) -> Option<&WordCounts> {
        self.sum().and_then(|sum| sum.word_counts())
    }

    /// The same, to be moderated.
    pub fn word_counts_mut(&mut self) -> Option<&mut WordCounts> {
        self.sum_mut().and_then(|sum| sum.word_counts_mut())
    }
}
