//! What pages need to know of a scale.

use serde::{Deserialize, Serialize};

/// A value per statement.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ScaleInput {
    /// In deck order.
    pub statements: Vec<String>,
    /// Lowest value.
    pub from: i32,
    /// Highest value.
    pub to: i32,
    /// What the lowest means.
    pub low: Option<String>,
    /// What the highest means.
    pub high: Option<String>,
}
