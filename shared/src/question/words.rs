//! `words`: short entries, matched by their word key, shown as a cloud.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::limits::{PUBLISHED_GIVERS_MIN, VIEW_WORDS};
use crate::question::by_hand::ByHand;
use crate::question::exported::{ExportItem, ExportValue};
use crate::question::kind::{Collected, ResultsScope, Sum};
use crate::question::trial::TrialDraw;
use crate::question::word::Word;
use crate::question::word_counts::WordCounts;
use crate::question::{Answer, Fields, Input, Results, Tally};
use crate::refusal::Refusal;
use crate::rules::Rules;
use crate::text;

use crate::question::word_counts::WordCount;

/// Entries of a words question when the deck names no number.
pub const WORDS_ENTRIES: u32 = 3;
/// A word, in characters as people count them, when the deck names no length.
pub const WORDS_LENGTH: u32 = 25;
/// A word, at most, in characters as people count them.
pub const WORDS_LENGTH_MAX: u32 = 60;
/// Words that a host's view carries: the stage lists, page by page, what finds no room in a cloud.
pub const STAGE_WORDS: usize = 2_000;

pub(super) mod deck;
pub mod form_fields;
mod input;
mod sums;

pub use form_fields::fields;
pub use input::WordsInput;

/// Settings of a words question.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Words {
    /// Entries that one person may give, 1–10.
    pub entries: u32,
    /// Characters per entry as people count them, 1–60.
    pub length: u32,
    /// How the stage draws it.
    #[serde(default)]
    pub layout: WordsLayout,
    /// Whether nothing shows before a moderator approved it; as the deck if not said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub moderated: Option<bool>,
}

impl Default for Words {
    fn default() -> Self {
        Self {
            entries: WORDS_ENTRIES,
            length: WORDS_LENGTH,
            layout: WordsLayout::default(),
            moderated: None,
        }
    }
}

/// How the stage draws a words question.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WordsLayout {
    /// Words by size.
    #[default]
    Cloud,
    /// A list by count.
    List,
}

impl Words {
    /// Validates and normalises an answer: the field `entry` (repeated). Empty entries are left
    /// out, and one person's double counts once.
    ///
    /// # Errors
    /// [`Refusal::Empty`], [`Refusal::TooMany`], [`Refusal::TooLong`].
    pub fn read(&self, fields: &Fields, rules: Rules) -> Result<Answer, Refusal> {
        let mut entries: Vec<Word> = Vec::new();
        for text in form_fields::entries(fields) {
            let word = self.word(text, rules)?;
            entries.extend(word.filter(|word| entries.iter().all(|known| known.key != word.key)));
            // At once: comparing thousands of entries with each other is work that a stranger could
            // ask for.
            if entries.len() > self.entries as usize {
                return Err(Refusal::TooMany {
                    limit: self.entries as usize,
                });
            }
        }
        if entries.is_empty() {
            Err(Refusal::Empty)
        } else {
            Ok(Answer::Words { entries })
        }
    }

    /// One entry as it is stored; nothing where nothing can be seen in it.
    ///
    /// # Errors
    /// [`Refusal::TooLong`].
    pub fn word(&self, typed: &str, rules: Rules) -> Result<Option<Word>, Refusal> {
        let text = text::within(text::line(typed, rules), self.length as usize, rules)?;
        Ok((!text.is_empty()).then(|| Word {
            key: text::word_key(&text, rules),
            text,
        }))
    }
}

impl Collected for Words {
    fn input(&self) -> Input {
        Input::Words(WordsInput {
            entries: self.entries,
            length: self.length,
            layout: self.layout,
        })
    }

    fn read(&self, fields: &Fields, rules: Rules) -> Result<Answer, Refusal> {
        self.read(fields, rules)
    }

    fn tally(&self) -> Tally {
        Tally::Words(WordsTally::default())
    }

    fn results(&self, tally: &Tally, extent: ResultsScope) -> Option<Results> {
        Some(Results::Words(tally.words()?.within(extent)))
    }

    fn values(&self, answer: &Answer, word_counts: Option<&WordCounts>) -> Vec<ExportValue> {
        let values =
            |entries: &Vec<Word>| ExportValue::words(&ExportItem::Whole, entries, word_counts);
        answer.entries().map(values).unwrap_or_default()
    }

    fn takes_texts(&self) -> bool {
        true
    }

    fn moderated(&self) -> Option<bool> {
        self.moderated
    }

    fn word(&self, typed: &str, rules: Rules) -> Result<Option<Word>, Refusal> {
        self.word(typed, rules)
    }

    fn is_cloud(&self) -> bool {
        self.layout == WordsLayout::Cloud
    }

    fn trial(&self, draw: &mut TrialDraw<'_>) -> Fields {
        let given = draw.between(1, self.entries as usize);
        let mut fields = Fields::default();
        (0..given).for_each(|_| fields.push(form_fields::ENTRY, draw.word(self.length as usize)));
        fields
    }

    fn by_hand(&self) -> ByHand {
        let read = |said: &str| {
            let mut fields = Fields::default();
            said.split(',')
                .for_each(|word| fields.push(form_fields::ENTRY, word));
            fields
        };
        let written = str::to_owned;
        ByHand::Texts { read, written }
    }

    fn is_kept_apart(&self) -> bool {
        false
    }

    fn shows_ways(&self) -> bool {
        false
    }

    fn columns(&self) -> Vec<&str> {
        Vec::new()
    }
}

/// The entries but those that are to go.
pub(super) fn without(mut entries: Vec<Word>, goes: impl Fn(&Word) -> bool) -> Vec<Word> {
    entries.retain(|word| !goes(word));
    entries
}

/// An answer as typed JSON, for exports.
pub fn value(entries: &[Word]) -> Value {
    let texts: Vec<&str> = entries.iter().map(|word| word.text.as_str()).collect();
    serde_json::json!({ "entries": texts })
}

/// The running sum.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct WordsTally {
    /// People who gave an entry.
    pub voters: u64,
    /// What they gave.
    pub entries: WordCounts,
}

impl WordsTally {
    /// Counts one person's entries.
    pub fn add(&mut self, entries: &[Word]) {
        self.replace(None, Some(entries));
    }

    /// Takes back one person's entries.
    pub fn remove(&mut self, entries: &[Word]) {
        self.replace(Some(entries), None);
    }

    /// Counts one person's entries in place of those before. A word that is in both is not given up
    /// meanwhile.
    pub fn replace(&mut self, before: Option<&[Word]>, now: Option<&[Word]>) {
        if let Some(now) = now {
            self.voters += 1;
            self.entries.add(now);
        }
        if let Some(before) = before {
            self.voters = self.voters.saturating_sub(1);
            self.entries.remove(before);
        }
    }

    /// The results.
    pub fn results(&self) -> WordsResults {
        self.most_frequent(usize::MAX)
    }

    /// As much of the results as is wanted.
    pub(super) fn within(&self, extent: ResultsScope) -> WordsResults {
        match extent {
            ResultsScope::Whole => self.results(),
            ResultsScope::Page(_) => self.page(),
            ResultsScope::Stage(_) => self.stage_page(),
        }
    }

    /// As [`WordsResults::bounded`] leaves them, without making the rest first.
    pub fn page(&self) -> WordsResults {
        self.most_frequent(VIEW_WORDS)
    }

    /// The same for hosts, with at most [`STAGE_WORDS`] entries.
    pub fn stage_page(&self) -> WordsResults {
        self.most_frequent(STAGE_WORDS)
    }

    fn most_frequent(&self, limit: usize) -> WordsResults {
        let entries = self.entries.most_frequent(limit).collect();
        WordsResults {
            voters: self.voters,
            given: self.entries.given(),
            distinct: self.entries.shown() as u64,
            entries,
        }
    }
}

impl Sum for WordsTally {
    fn add_answer(&mut self, answer: &Answer) {
        if let Some(entries) = answer.entries() {
            self.add(entries);
        }
    }

    fn remove_answer(&mut self, answer: &Answer) {
        if let Some(entries) = answer.entries() {
            self.remove(entries);
        }
    }

    fn voters(&self) -> u64 {
        self.voters
    }

    fn word_counts(&self) -> Option<&WordCounts> {
        Some(&self.entries)
    }

    fn word_counts_mut(&mut self) -> Option<&mut WordCounts> {
        Some(&mut self.entries)
    }
}

/// What a words question adds up to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct WordsResults {
    /// People who gave an entry.
    pub voters: u64,
    /// How many entries were given, also where words are merged and where `entries` is cut. Hidden
    /// ones are left out.
    pub given: u64,
    /// How many different entries there are, also where `entries` is cut.
    pub distinct: u64,
    /// Most frequent first, ties by which was first seen.
    pub entries: Vec<WordCount>,
}

impl WordsResults {
    /// Without the entries that few gave; how many these were, `given` and `distinct` tell.
    pub(super) fn totals(mut self, is_enough: fn(u64) -> bool) -> Self {
        self.entries.retain(|entry| is_enough(entry.count));
        self
    }

    /// Without the words that one person alone gave; how many there are stays.
    pub(super) fn without_texts(mut self) -> Self {
        self.entries
            .retain(|entry| entry.count >= PUBLISHED_GIVERS_MIN);
        self
    }

    /// With at most [`VIEW_WORDS`] entries.
    pub fn bounded(mut self) -> Self {
        self.entries.truncate(VIEW_WORDS);
        self
    }
}

#[cfg(test)]
mod tests;
