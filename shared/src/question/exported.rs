//! What an answer is in a table: values, each with what it is about.

use crate::question::word::Word;
use crate::question::word_counts::WordCounts;

/// A value and what it is about.
#[derive(Clone, Debug, PartialEq)]
pub struct ExportValue {
    /// What it is about.
    pub item: ExportItem,
    /// Of a text the name that it counts under.
    pub datum: Datum,
    /// A text as it was given; several of one person that count as one stand together. Empty where
    /// nobody typed anything.
    pub given: String,
}

/// What a value is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ExportItem {
    /// The question.
    Whole,
    /// An option or a statement: where it stands, from 1, since labels may be equal.
    Part {
        /// From 1.
        place: usize,
        /// As in the deck.
        label: String,
    },
    /// How many voted for an answer.
    Upvotes,
    /// What was answered to it in writing.
    Reply,
}

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Datum {
    /// A text.
    Text(String),
    /// A number, already as digits.
    Number(String),
}

impl ExportItem {
    /// Parts by their labels, in order; the question itself where it has none.
    pub fn all<'l>(labels: impl IntoIterator<Item = &'l str>) -> Vec<Self> {
        let parts: Vec<Self> = (1..)
            .zip(labels)
            .map(|(place, label)| Self::part(place, label))
            .collect();
        if parts.is_empty() {
            vec![Self::Whole]
        } else {
            parts
        }
    }

    /// The part at a place.
    pub fn part(place: usize, label: &str) -> Self {
        Self::Part {
            place,
            label: label.to_owned(),
        }
    }

    /// Its name in tables.
    pub fn label(&self) -> &str {
        match self {
            Self::Whole => "",
            Self::Part { label, .. } => label,
            Self::Upvotes => "upvotes",
            Self::Reply => "reply",
        }
    }

    /// Where it stands in its question.
    pub fn place(&self) -> Option<usize> {
        if let Self::Part { place, .. } = self {
            Some(*place)
        } else {
            None
        }
    }
}

impl Datum {
    /// As it is.
    pub fn as_str(&self) -> &str {
        let (Self::Text(text) | Self::Number(text)) = self;
        text
    }
}

impl ExportValue {
    /// A number about something.
    pub fn number(item: ExportItem, number: impl ToString) -> Self {
        Self {
            item,
            datum: Datum::Number(number.to_string()),
            given: String::new(),
        }
    }

    /// A text, and the name that it counts under.
    pub fn text(item: ExportItem, name: String, given: String) -> Self {
        Self {
            item,
            datum: Datum::Text(name),
            given,
        }
    }

    /// One person's words by the names that they count under, each once, as the results count them.
    pub fn words(item: &ExportItem, words: &[Word], word_counts: Option<&WordCounts>) -> Vec<Self> {
        let mut values: Vec<Self> = Vec::new();
        for word in words {
            let name = counted_as(word, word_counts);
            match values.iter_mut().find(|value| value.datum.as_str() == name) {
                Some(known) => known.given = format!("{} | {}", known.given, word.text),
                None => values.push(Self::text(item.clone(), name, word.text.clone())),
            }
        }
        values
    }
}

/// The name under which a word stands in the results.
pub fn counted_as(word: &Word, word_counts: Option<&WordCounts>) -> String {
    word_counts
        .and_then(|word_counts| word_counts.shown_as(word))
        .unwrap_or_else(|| word.text.clone())
}
