//! `words`: short entries, matched by their word key, shown as a cloud.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::event::{Answer, Word};
use crate::limits::VIEW_WORDS;
use crate::question::Sent;
use crate::question::spellings::Spellings;
use crate::refusal::Refusal;
use crate::text;

pub use crate::question::spellings::Entry;

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
    /// Validates and normalises an answer: the field `entry` (repeated), or `{"entries":["…"]}`.
    /// Empty entries are left out, and one person's double counts once.
    ///
    /// # Errors
    /// [`Refusal::Empty`], [`Refusal::TooMany`], [`Refusal::TooLong`], [`Refusal::WrongKind`].
    pub fn read(&self, sent: Sent<'_>) -> Result<Answer, Refusal> {
        let typed: Vec<String> = match sent {
            Sent::Value(value) => texts(value)?,
            Sent::Form(fields) => fields.all("entry").map(str::to_owned).collect(),
        };
        let mut entries: Vec<Word> = Vec::new();
        for text in typed {
            let word = self.word(&text)?;
            entries.extend(word.filter(|word| entries.iter().all(|known| known.key != word.key)));
            // At once: comparing thousands of entries with each other is work that a stranger could ask for.
            if entries.len() > self.entries as usize {
                return Err(Refusal::TooMany { limit: self.entries as usize });
            }
        }
        if entries.is_empty() { Err(Refusal::Empty) } else { Ok(Answer::Words { entries }) }
    }

    /// One entry as it is stored; nothing where nothing can be seen in it.
    ///
    /// # Errors
    /// [`Refusal::TooLong`].
    pub fn word(&self, typed: &str) -> Result<Option<Word>, Refusal> {
        let text = text::within(text::line(typed), self.length as usize)?;
        Ok((!text.is_empty()).then(|| Word { key: text::word_key(&text), text }))
    }
}

fn texts(value: &Value) -> Result<Vec<String>, Refusal> {
    let list = value["entries"].as_array().ok_or(Refusal::WrongKind)?;
    list.iter().map(|text| text.as_str().map(str::to_owned).ok_or(Refusal::WrongKind)).collect()
}

/// The `value` of a frame.
pub fn value(entries: &[Word]) -> Value {
    let texts: Vec<&str> = entries.iter().map(|word| word.text.as_str()).collect();
    serde_json::json!({ "entries": texts })
}

/// The running sum.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tally {
    /// People who gave an entry.
    pub voters: u64,
    /// What they gave.
    pub entries: Spellings,
}

impl Tally {
    /// Counts one person's entries.
    pub fn add(&mut self, entries: &[Word]) {
        self.voters += 1;
        self.entries.add(entries);
    }

    /// Takes back one person's entries.
    pub fn remove(&mut self, entries: &[Word]) {
        self.voters = self.voters.saturating_sub(1);
        self.entries.remove(entries);
    }

    /// The results.
    pub fn results(&self) -> Results {
        let entries: Vec<Entry> = self.entries.most_frequent(usize::MAX).collect();
        Results { voters: self.voters, distinct: entries.len() as u64, entries }
    }
}

/// What a words question adds up to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Results {
    /// People who gave an entry.
    pub voters: u64,
    /// How many different entries there are, also where `entries` is cut.
    pub distinct: u64,
    /// Most frequent first, ties by which was first seen.
    pub entries: Vec<Entry>,
}

impl Results {
    /// With at most [`VIEW_WORDS`] entries.
    pub fn bounded(mut self) -> Self {
        self.entries.truncate(VIEW_WORDS);
        self
    }
}

#[cfg(test)]
mod tests;
