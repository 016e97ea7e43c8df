//! How far a room is.

use serde::{Deserialize, Serialize};

/// How far a room is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Phase {
    /// No slide was shown yet.
    Ready,
    /// The presenter moves through the slides.
    Live,
    /// It is over; what is open closes with its grace.
    Ended,
}
