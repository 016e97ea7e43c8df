//! `words`: short entries, matched by their word key, shown as a cloud.

use serde::{Deserialize, Serialize};

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
