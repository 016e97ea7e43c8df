//! What a question asks, with the settings of its kind, as decks store it.

use serde::{Deserialize, Serialize};

use crate::image::Image;

/// What is asked. Every kind of the deck format is read and kept; which ones this version can play
/// says [`Ask::playable`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Ask {
    /// One or several of 2–20 options.
    Choice(super::choice::Choice),
    /// Short entries, shown as a cloud.
    Words(super::words::Words),
    /// Free text that the room may vote on.
    Open(super::open::Open),
    /// A value per statement.
    Scale(super::scale::Scale),
    /// A place on the line between two poles.
    Spectrum(super::spectrum::Spectrum),
    /// An order of 2–12 items.
    Rank {
        /// What to put in order.
        items: Vec<Item>,
        /// Whether each phone gets its own first order.
        #[serde(default = "yes")]
        shuffle: bool,
    },
    /// 100 points over 2–12 items.
    Points {
        /// What to give points to.
        items: Vec<Item>,
    },
    /// A place on two axes per item.
    Grid {
        /// What to place.
        items: Vec<Item>,
        /// Labels of the horizontal axis, low and high.
        x: Vec<String>,
        /// Labels of the vertical axis, low and high.
        y: Vec<String>,
    },
    /// A place on an image.
    Pin {
        /// The image to point at.
        #[serde(default)]
        image: Option<Image>,
        /// Named areas.
        #[serde(default)]
        items: Vec<Item>,
    },
    /// A number.
    Number {
        /// Smallest value.
        #[serde(default)]
        from: Option<f64>,
        /// Largest value.
        #[serde(default)]
        to: Option<f64>,
        /// What the smallest value means.
        #[serde(default)]
        low: Option<String>,
        /// What the largest value means.
        #[serde(default)]
        high: Option<String>,
        /// Accepted answers, as items marked correct.
        #[serde(default)]
        items: Vec<Item>,
    },
    /// A typed quiz answer.
    Type {
        /// Accepted answers.
        items: Vec<Item>,
    },
    /// Several fields.
    Form {
        /// In order.
        fields: Vec<Field>,
    },
    /// Questions to the speakers.
    Qa,
}

impl Ask {
    /// The word of the deck format for this kind.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Choice(_) => "choice",
            Self::Words(_) => "words",
            Self::Open(_) => "open",
            Self::Scale(_) => "scale",
            Self::Spectrum(_) => "spectrum",
            Self::Rank { .. } => "rank",
            Self::Points { .. } => "points",
            Self::Grid { .. } => "grid",
            Self::Pin { .. } => "pin",
            Self::Number { .. } => "number",
            Self::Type { .. } => "type",
            Self::Form { .. } => "form",
            Self::Qa => "qa",
        }
    }

    /// Whether this version collects answers of this kind.
    pub fn playable(&self) -> bool {
        matches!(self, Self::Choice(_) | Self::Words(_) | Self::Open(_) | Self::Scale(_) | Self::Spectrum(_))
    }
}

/// A list item of a kind that has no settings of its own per item.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Item {
    /// As written, without its markers.
    pub label: String,
    /// Shown with the label.
    #[serde(default)]
    pub image: Option<Image>,
    /// Marked `{correct}`.
    #[serde(default)]
    pub correct: bool,
}

/// One field of a form.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Field {
    /// What is asked.
    pub label: String,
    /// What may be filled in.
    pub input: FieldInput,
    /// Whether it may stay empty.
    #[serde(default)]
    pub optional: bool,
}

/// What may be filled in.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "input", rename_all = "snake_case")]
pub enum FieldInput {
    /// Any text.
    Text,
    /// An e-mail address.
    Email,
    /// A whole number in a range.
    Rating {
        /// Lowest.
        from: i32,
        /// Highest.
        to: i32,
    },
    /// One of several.
    Choice {
        /// In order.
        options: Vec<String>,
    },
    /// A box to tick; never ticked beforehand.
    Consent,
}

fn yes() -> bool {
    true
}
