//! The fields of a form, as an answer travels in them, and what those are called that forms of
//! every kind have. Each kind names its own in a file beside its settings.

use serde::{Deserialize, Serialize};

/// Which question it is about.
pub const QUESTION: &str = "question";
/// Which round of it the page knew.
pub const ROUND: &str = "round";
/// Up to which sequence the page knew the room.
pub const SEQ: &str = "seq";
/// The sender's own name for a text that is added.
pub const KEY: &str = "key";
/// A text that is added: an open answer, or a question to the speakers.
pub const TEXT: &str = "text";
/// For which text of somebody else it is a vote.
pub const UPVOTE: &str = "upvote";
/// Whether that vote is taken back; whatever it says.
pub const DOWN: &str = "down";

/// An answer on its way, not yet trusted: the fields of a form, in order; names may repeat. Forms
/// are posted so, frames carry them so, and so a stored answer comes back to fill the form again.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fields(pub Vec<(String, String)>);

impl Fields {
    /// The first field of that name.
    pub fn first(&self, name: &str) -> Option<&str> {
        self.0
            .iter()
            .find(|(key, _)| key == name)
            .map(|(_, value)| value.as_str())
    }

    /// A field at the end.
    pub fn push(&mut self, name: impl Into<String>, value: impl Into<String>) {
        self.0.push((name.into(), value.into()));
    }

    /// All fields of that name, in order.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0
            .iter()
            .filter(move |(key, _)| key == name)
            .map(|(_, value)| value.as_str())
    }
}
