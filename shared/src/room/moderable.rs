//! What of a round a moderator may approve, hide or merge, and what of it nobody else is shown.

use crate::ids::AnswerId;
use crate::limits::VIEW_ANSWERS;
use crate::protocol::view::{Merged, Moderable};
use crate::question::Answer;
use crate::question::kind::Collects;
use crate::question::word::Word;
use crate::question::word_counts::{ModeratedEntry, WordCounts};
use crate::room::{Added, RoundState};

impl RoundState {
    /// An answer without the texts that are hidden or wait; what was picked and placed stays.
    pub fn only_shown(&self, answer: &Answer) -> Answer {
        let unshown = |word: &Word| self.hides(word) || self.holds_back(word);
        answer.clone().without(unshown)
    }

    fn hides(&self, word: &Word) -> bool {
        self.word_counts()
            .is_some_and(|word_counts| word_counts.moderated().hides(&word.key))
    }

    /// Whether a word waits for a moderator, who has not refused it.
    fn holds_back(&self, word: &Word) -> bool {
        let waits = |word_counts: &WordCounts| word_counts.waits(&word.key);
        self.word_counts().is_some_and(waits) && !self.hides(word)
    }

    /// How many words, texts behind an `{other}` option and answers are hidden, each as often as it
    /// was given.
    pub fn hidden_values(&self) -> usize {
        self.values_where(|word| self.hides(word), |id| self.is_hidden(id))
    }

    /// The same of those that wait for a moderator.
    pub fn waiting_values(&self) -> usize {
        let waits = |id| {
            self.added(self.root(id))
                .is_some_and(|added| added.waits && !added.hidden)
        };
        self.values_where(|word| self.holds_back(word), waits)
    }

    fn values_where(&self, of: impl Fn(&Word) -> bool, is: impl Fn(AnswerId) -> bool) -> usize {
        let given = self
            .counted()
            .filter_map(|(_, stored)| stored.answer.as_ref());
        let words = given.flat_map(Answer::words).filter(|word| of(word));
        let added = self.all_added().iter();
        words.count()
            + added
                .filter(|added| added.text.is_some() && is(added.id))
                .count()
    }

    /// What a moderator may approve, hide or merge, newest first: at most [`VIEW_ANSWERS`], as many
    /// again of those that wait, and of those that are hidden. Nothing for kinds without texts.
    pub fn moderable(&self) -> Option<Vec<Moderable>> {
        self.moderable_within(VIEW_ANSWERS)
    }

    /// The same without an end: every text that was given.
    pub fn all_moderable(&self) -> Option<Vec<Moderable>> {
        self.moderable_within(usize::MAX)
    }

    fn moderable_within(&self, limit: usize) -> Option<Vec<Moderable>> {
        match self.ask.collects() {
            Collects::ManyTexts(_) => Some(self.moderable_answers(limit)),
            Collects::OneAnswer(_) => {
                let word_counts = self.word_counts().filter(|_| self.ask.takes_texts())?;
                Some(
                    word_counts
                        .newest(limit)
                        .into_iter()
                        .map(Moderable::word)
                        .collect(),
                )
            }
            Collects::Questions | Collects::Nothing => None,
        }
    }

    fn moderable_answers(&self, limit: usize) -> Vec<Moderable> {
        let standing = || {
            self.all_added()
                .iter()
                .rev()
                .filter(|added| added.into.is_none() && added.text.is_some() && !added.replaced)
        };
        let older = |is: fn(&&Added) -> bool| {
            let older = standing().skip(limit);
            older.filter(is).take(limit)
        };
        let mut merged = std::collections::BTreeMap::<AnswerId, Vec<Merged>>::new();
        for added in self.all_added() {
            if let (Some(into), Some(text)) = (added.into, &added.text) {
                merged.entry(into).or_default().push(Merged {
                    name: added.id.to_string(),
                    text: text.clone(),
                });
            }
        }
        let moderable = |added: &Added| Moderable {
            name: added.id.to_string(),
            text: added.text.clone().unwrap_or_default(),
            count: added.votes,
            hidden: added.hidden,
            waits: added.waits,
            merged: merged.get(&added.id).cloned().unwrap_or_default(),
        };
        standing()
            .take(limit)
            .chain(older(|added| added.waits && !added.hidden))
            .chain(older(|added| added.hidden))
            .map(moderable)
            .collect()
    }
}

impl Moderable {
    /// A word that nobody gives.
    pub(super) fn ahead(key: &str) -> Self {
        Self {
            name: key.to_owned(),
            text: key.to_owned(),
            count: 0,
            hidden: true,
            waits: false,
            merged: Vec::new(),
        }
    }

    fn word(moderated: ModeratedEntry) -> Self {
        Self {
            name: moderated.key,
            text: moderated.entry.text,
            count: moderated.entry.count,
            hidden: moderated.hidden,
            waits: moderated.waits,
            merged: moderated
                .merged
                .into_iter()
                .map(|(name, text)| Merged { name, text })
                .collect(),
        }
    }
}
