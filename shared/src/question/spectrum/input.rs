//! What pages need to know of a spectrum.

use serde::{Deserialize, Serialize};

use super::{Pole, SpectrumLayout};

/// A place between two poles.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SpectrumInput {
    /// The pole at 0.
    pub left: Pole,
    /// The pole at 100.
    pub right: Pole,
    /// Names between them, evenly spread.
    pub stops: Vec<String>,
    /// How results are drawn.
    pub layout: SpectrumLayout,
}
