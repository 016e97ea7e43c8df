//! What pages need to know of a question for a number.

use serde::{Deserialize, Serialize};

use super::Bounds;
use super::decimal::DecimalMark;

/// A number.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct NumberInput {
    /// Smallest value.
    pub from: Option<f64>,
    /// Largest value.
    pub to: Option<f64>,
    /// What the smallest means.
    pub low: Option<String>,
    /// What the largest means.
    pub high: Option<String>,
    /// The text behind it.
    pub unit: Option<String>,
    /// What stands before decimals.
    pub mark: DecimalMark,
}

impl NumberInput {
    /// What the field of an answer may hold.
    pub fn bounds(&self) -> Bounds<'_> {
        Bounds {
            from: self.from,
            to: self.to,
            unit: self.unit.as_deref(),
            mark: self.mark,
        }
    }
}
