//! What came while the question held, and waits until a moderator approves it.
//!
//! It is stored with what came, so turning the hold off shows nothing that waits. Words are shown
//! by their keys: see [`WordCounts`]. Of additions that count as one it is about the one that is
//! shown, since that one's text is what people would see.

use crate::ids::AnswerId;
use crate::question::Tally;
use crate::question::word::Word;
use crate::question::word_counts::WordCounts;
use crate::room::{RoundState, StoredAnswer};

/// What is held of an answer that comes.
#[derive(Clone, Copy, Debug)]
pub(in crate::room) struct Holding<'a> {
    /// Whether the question holds all of it.
    pub all: bool,
    /// Else which of its texts are held, by their places from 1.
    pub places: &'a [u8],
}

/// Of what hosts enter themselves.
pub(super) const NOTHING_HELD: Holding<'_> = Holding {
    all: false,
    places: &[],
};

impl StoredAnswer {
    /// Which of its words are held when it takes the place of another answer. A word that was in
    /// that one too is what it was.
    pub(super) fn held_after(&self, before: Option<&Self>, holding: Holding<'_>) -> u16 {
        let is_held = |place: u8, key: &str| {
            let known = before.filter(|before| before.words().any(|word| word.key == key));
            known.map_or(holding.all || holding.places.contains(&place), |before| {
                before.is_held(key)
            })
        };
        let words = (0..16).zip(self.words());
        let held = words.filter(|(bit, word)| is_held(bit + 1, &word.key));
        held.fold(0, |held, (bit, _)| held | (1 << bit))
    }

    /// Whether that word of it came while the question held.
    pub fn is_held(&self, key: &str) -> bool {
        self.held_keys().any(|held| held == key)
    }

    pub(super) fn held_keys(&self) -> impl Iterator<Item = &str> {
        let held = (0..16)
            .zip(self.words())
            .filter(|(bit, _)| self.held & (1 << bit) != 0);
        held.map(|(_, word)| word.key.as_str())
    }

    fn words(&self) -> impl Iterator<Item = &Word> {
        self.answer.iter().flat_map(|answer| answer.words())
    }
}

impl RoundState {
    /// How many texts wait for a moderator, without those that were refused.
    pub fn waiting(&self) -> usize {
        let added = self.waiting.iter().map(|at| &self.added[*at]);
        let added = added.filter(|it| it.text.is_some() && !it.hidden && it.into.is_none());
        added.count() + self.word_counts().map_or(0, WordCounts::waiting)
    }

    /// Whether everybody may see an addition, by itself or by what it counts as.
    pub fn is_shown(&self, id: AnswerId) -> bool {
        self.added(self.root(id))
            .is_some_and(|added| !added.hidden && !added.waits && !added.replaced)
    }

    /// Shows an addition that waits.
    pub(in crate::room) fn approve(&mut self, id: AnswerId) {
        if let Some(at) = self.by_id.get(&id) {
            self.set_waits(*at, false);
            self.settle_texts(id);
        }
    }

    /// Shows a word that waits.
    pub(in crate::room) fn approve_word(&mut self, word: &str) {
        if let Some(word_counts) = self.tally.word_counts_mut() {
            word_counts.approve(word);
        }
    }

    pub(super) fn set_waits(&mut self, at: usize, waits: bool) {
        self.added[at].waits = waits;
        if waits {
            self.waiting.insert(at);
        } else {
            self.waiting.remove(&at);
        }
    }

    /// What is held of all answers, once they have been counted anew.
    pub(super) fn hold_all_words(&mut self) {
        let mut tally = std::mem::replace(&mut self.tally, Tally::Nothing);
        if let Some(word_counts) = tally.word_counts_mut() {
            let counted = self.counted();
            counted.for_each(|(_, stored)| word_counts.hold(stored.held_keys()));
        }
        self.tally = tally;
    }
}
