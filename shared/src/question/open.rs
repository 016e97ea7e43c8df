//! `open`: free text, added one at a time, that the room may vote on.

use serde::{Deserialize, Serialize};

/// Settings of an open question.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Open {
    /// Answers that one person may give, 1–10.
    pub entries: u32,
    /// Characters per answer as people count them, 1–1000.
    pub length: u32,
    /// Upvotes that one person may give, 0–100.
    #[serde(default)]
    pub votes: u32,
    /// How the stage draws it.
    #[serde(default)]
    pub layout: OpenLayout,
    /// Headings of `layout: columns`, from the list, 0–4.
    #[serde(default)]
    pub columns: Vec<String>,
}

/// How the stage draws an open question.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OpenLayout {
    /// Cards in pages.
    #[default]
    Wall,
    /// One at a time.
    One,
    /// By votes.
    List,
    /// Under headings.
    Columns,
}
