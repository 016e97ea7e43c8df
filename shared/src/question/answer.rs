//! What somebody answered, validated and normalised, as events store it.

use serde::{Deserialize, Serialize};

/// What one participant submitted to a question, validated and normalised.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Answer {
    /// Options by their number.
    Choice {
        /// From 1, ascending.
        options: Vec<u8>,
        /// What was typed behind the `{other}` option.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        other: Option<Word>,
    },
    /// Entries, each word key once.
    Words {
        /// In the order in which they were typed.
        entries: Vec<Word>,
    },
    /// A value per statement.
    Scale {
        /// Nothing where the statement was skipped.
        values: Vec<Option<i32>>,
    },
    /// A place between two poles.
    Spectrum {
        /// 0 to 10,000: hundredths of the 0–100 that people see.
        hundredths: u16,
    },
}

impl Answer {
    /// The texts in it that count by their key.
    pub fn words(&self) -> &[Word] {
        match self {
            Self::Words { entries } => entries,
            Self::Choice { other, .. } => other.as_ref().map(std::slice::from_ref).unwrap_or_default(),
            Self::Scale { .. } | Self::Spectrum { .. } => &[],
        }
    }
}

/// A short text with the key by which it is the same as another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Word {
    /// See [`word_key`](crate::text::word_key).
    pub key: String,
    /// As it was typed.
    pub text: String,
}
