//! What stands at the label of an option, and how much of a row it takes.

use super::sizes::Sizes;

/// What stands at a label.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Band {
    /// A bar.
    Bar,
    /// The bar, and a thin one below it for the earlier question.
    Compared,
    /// A dot per vote.
    Dots,
}

impl Band {
    /// The least that it is high.
    pub(super) fn least(self) -> f64 {
        match self {
            Self::Bar => 10.0,
            Self::Compared => 30.0,
            Self::Dots => 26.0,
        }
    }

    /// What it takes of the room that a row has for it and its air, at most so much.
    pub(super) fn height(self, room: f64, sizes: &Sizes) -> f64 {
        match self {
            Self::Bar => (room * 0.62).clamp(self.least(), sizes.bar),
            Self::Compared => (room * 0.8).clamp(self.least(), sizes.bar * 1.4),
            Self::Dots => (room * 0.74).clamp(self.least(), sizes.bar * 1.8),
        }
    }
}
