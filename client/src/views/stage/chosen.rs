//! What somebody points at on the stage, and what they pointed at until it went out of sight.

use super::figure_pages::PointedItem;

/// What is pointed at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chosen {
    pub target: PointedItem,
    /// Whether it is to be merged with another one.
    pub merging: bool,
    /// Whether it is shown by itself.
    pub enlarged: bool,
    /// That other one, as long as it is not confirmed.
    pub with: Option<PointedItem>,
    /// The page where the keyboard is.
    pub(super) page: usize,
    /// Seconds since the last key or press.
    pub(super) idle: u32,
}

impl Chosen {
    /// Where the keyboard is.
    pub fn aim(&self) -> &PointedItem {
        self.with.as_ref().unwrap_or(&self.target)
    }
}

/// Something that was pointed at and is in sight no more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gone {
    pub text: String,
    /// Whether somebody pressed a key that was meant for it.
    pub pressed: bool,
    pub(super) seconds: u32,
}
