//! `choice`: one or several of 2–20 options, with a free text behind an `{other}` option.

use serde::{Deserialize, Serialize};

use crate::deck::Image;

/// Settings of a choice question.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Choice {
    /// 2–20, in deck order.
    pub options: Vec<ChoiceOption>,
    /// How many may be picked.
    #[serde(default)]
    pub pick: Pick,
    /// Whether each phone gets its own order.
    #[serde(default)]
    pub shuffle: bool,
    /// How the stage draws it.
    #[serde(default)]
    pub layout: ChoiceLayout,
}

/// One option.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ChoiceOption {
    /// As written, without its markers.
    pub label: String,
    /// Shown with the label.
    #[serde(default)]
    pub image: Option<Image>,
    /// Marked `{other}`: it takes a text of its own.
    #[serde(default)]
    pub other: bool,
    /// Marked `{correct}`; never sent to a phone while the question is open.
    #[serde(default)]
    pub correct: bool,
}

/// How many options one person picks, fewest and most.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pick {
    /// At least 1.
    pub min: u32,
    /// At most the number of options.
    pub max: u32,
}

impl Default for Pick {
    fn default() -> Self {
        Self { min: 1, max: 1 }
    }
}

/// How the stage draws a choice question.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ChoiceLayout {
    /// Horizontal bars.
    #[default]
    Bars,
    /// Standing columns.
    Columns,
    /// A ring.
    Donut,
    /// A dot per vote.
    Dots,
    /// Options as spots in a room, voters as dots.
    Places,
}
