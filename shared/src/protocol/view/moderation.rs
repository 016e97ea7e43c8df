//! What a moderator sees of the words and answers that people gave.

use serde::{Deserialize, Serialize};

use crate::ids::SlideId;

/// Texts that wait for a moderator.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeldCount {
    /// At which question.
    pub question: SlideId,
    /// How many.
    pub count: u64,
}

/// Words that may be the same in other forms. They stay apart until a moderator merges them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MergeSuggestion {
    /// By which one asks for them: words as they are compared.
    pub words: Vec<String>,
    /// The same of what they would count as.
    pub into: String,
}

/// A word or an answer that may be approved, hidden or merged.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moderable {
    /// By which one asks for it: an answer's public name, or a word as it is compared.
    pub name: String,
    /// As it is shown, or would be.
    pub text: String,
    /// People who gave the word, or who voted for the answer.
    pub count: u64,
    /// Shown to nobody but its senders.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub hidden: bool,
    /// The same until it is approved.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub waits: bool,
    /// What counts as it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub merged: Vec<Merged>,
}

/// Something that counts as another one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Merged {
    /// By which one asks for it: an answer's public name, or a word as it is compared.
    pub name: String,
    /// As it was typed.
    pub text: String,
}
