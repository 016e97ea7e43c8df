//! What pages need to know of a question: a variant for each kind that this version plays.

use serde::{Deserialize, Serialize};

use crate::question::choice::{ChoiceLayout, Pick};
use crate::question::number::decimal::DecimalMark;
use crate::question::open::OpenLayout;
use crate::question::spectrum::{Pole, SpectrumLayout};
use crate::question::words::WordsLayout;

/// What may be given: the settings that a page needs, and no right answers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Input {
    /// One or several options.
    Choice {
        /// In deck order.
        options: Vec<InputOption>,
        /// How many may be picked.
        pick: Pick,
        /// Whether each phone gets its own order.
        shuffle: bool,
        /// How results are drawn.
        layout: ChoiceLayout,
    },
    /// Short entries.
    Words {
        /// How many.
        entries: u32,
        /// Characters each.
        length: u32,
        /// How results are drawn.
        layout: WordsLayout,
    },
    /// Texts, added one at a time.
    Open {
        /// How many.
        entries: u32,
        /// Characters each.
        length: u32,
        /// Upvotes to give.
        votes: u32,
        /// How results are drawn.
        layout: OpenLayout,
        /// Headings of the columns layout.
        columns: Vec<String>,
    },
    /// A value per statement.
    Scale {
        /// In deck order.
        statements: Vec<String>,
        /// Lowest value.
        from: i32,
        /// Highest value.
        to: i32,
        /// What the lowest means.
        low: Option<String>,
        /// What the highest means.
        high: Option<String>,
    },
    /// A place between two poles.
    Spectrum {
        /// The pole at 0.
        left: Pole,
        /// The pole at 100.
        right: Pole,
        /// Names between them, evenly spread.
        stops: Vec<String>,
        /// How results are drawn.
        layout: SpectrumLayout,
    },
    /// A number.
    Number {
        /// Smallest value.
        from: Option<f64>,
        /// Largest value.
        to: Option<f64>,
        /// What the smallest means.
        low: Option<String>,
        /// What the largest means.
        high: Option<String>,
        /// The text behind it.
        unit: Option<String>,
        /// What stands before decimals.
        mark: DecimalMark,
    },
}

impl Input {
    /// Under which headings the stage sets answers; none where it doesn't.
    pub fn headings(&self) -> &[String] {
        match self {
            Self::Open {
                layout, columns, ..
            } => layout.headings(columns),
            Self::Choice { .. } | Self::Words { .. } | Self::Scale { .. } => &[],
            Self::Spectrum { .. } | Self::Number { .. } => &[],
        }
    }
}

/// One option.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct InputOption {
    /// As in the deck.
    pub label: String,
    /// Takes a text of its own.
    pub other: bool,
    /// Address and description of its picture.
    pub image: Option<(String, String)>,
}
