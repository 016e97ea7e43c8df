//! `spectrum`: one position between two poles, 0 at the left pole and 100 at the right one.

use serde::{Deserialize, Serialize};

/// Settings of a spectrum question.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Spectrum {
    /// The pole at 0.
    pub left: Pole,
    /// The pole at 100.
    pub right: Pole,
    /// Names between the poles, evenly spread: stop i of n lies at 100·i/(n+1).
    #[serde(default)]
    pub stops: Vec<String>,
    /// How the stage draws it.
    #[serde(default)]
    pub layout: SpectrumLayout,
}

/// One end of the line.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Pole {
    /// The word at the end of the line.
    pub label: String,
    /// A second, quieter line.
    #[serde(default)]
    pub note: Option<String>,
    /// An emoji; common ones have a drawing of our own.
    #[serde(default)]
    pub image: Option<String>,
}

/// How the stage draws a spectrum question.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SpectrumLayout {
    /// A dot per vote.
    #[default]
    Dots,
    /// The density alone.
    Density,
}
