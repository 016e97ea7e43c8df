//! `scale`: a value per statement on a Likert scale of 2–11 steps, with a skip per statement.

use serde::{Deserialize, Serialize};

/// Settings of a scale question.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Scale {
    /// 1–20; without a list the prompt itself is the one statement.
    pub statements: Vec<String>,
    /// The lowest value.
    pub from: i32,
    /// The highest value, 1–10 above the lowest.
    pub to: i32,
    /// What the lowest value means.
    #[serde(default)]
    pub low: Option<String>,
    /// What the highest value means.
    #[serde(default)]
    pub high: Option<String>,
}
