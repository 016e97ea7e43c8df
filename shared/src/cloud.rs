//! Where the words of a cloud stand: the most frequent in the middle, none turned.
//!
//! Words are as large as the root of how often they were given. A plane for each shape of screen
//! holds them; see [`plane`]. A word that stands stays where it is and grows there. What can't be
//! had that way is planned, and gone towards a few words at a time; see [`Layout`]. What has no
//! room is the page's to list.
//!
//! The same counts at the same moments give the same cloud on every machine. Knows no room, no
//! colours and no page.

use serde::{Deserialize, Serialize};

pub use layout::Layout;
use plane::{PlacedWord, Plane};

mod grid;
mod layout;
mod letters;
mod plane;
mod slots;
#[cfg(test)]
mod tests;

/// Width and height of the picture on wide screens, in its units.
pub const WIDE: (u32, u32) = (1600, 520);
/// The same on 4:3 screens.
pub const TALL: (u32, u32) = (1400, 680);
/// How much narrower the picture is with a list beside it.
pub const LIST_WIDTH: u32 = 300;
/// The edge of a cell, in units of the picture.
const CELL: u32 = 4;

/// A cloud as pages show it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Cloud {
    /// What wide screens show.
    pub wide: Picture,
    /// What 4:3 screens show.
    pub tall: Picture,
    /// Every word that has a place in one of them.
    pub words: Vec<CloudWord>,
}

/// A picture's size, in its units.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Picture {
    /// Its width; less where a list stands beside it.
    pub width: u32,
    /// Its height.
    pub height: u32,
}

/// A word that has a place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CloudWord {
    /// Its most frequent spelling.
    pub text: String,
    /// How many people gave it.
    pub count: u64,
    /// Its place on wide screens, if it has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wide: Option<WordPosition>,
    /// Its place on 4:3 screens, if it has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tall: Option<WordPosition>,
}

/// Where a word stands, in units of the picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "(u32, i32, i32, u32)", into = "(u32, i32, i32, u32)")]
pub struct WordPosition {
    /// Its own number as long as it stands; later words get other ones. There are hardly more
    /// numbers than words.
    pub slot: u32,
    /// The middle of the word, from the picture's middle to the right.
    pub x: i32,
    /// The line it stands on, from the picture's middle downwards.
    pub baseline: i32,
    /// The size of its letters.
    pub size: u32,
}

impl WordPosition {
    fn of(plane: &Plane, word: &PlacedWord) -> Self {
        let (x, baseline) = plane.place(word);
        Self {
            slot: word.slot,
            x,
            baseline,
            size: word.look.size,
        }
    }

    /// The weight of the letters.
    pub fn weight(self) -> u16 {
        letters::weight(self.size)
    }
}

impl From<(u32, i32, i32, u32)> for WordPosition {
    fn from((slot, x, baseline, size): (u32, i32, i32, u32)) -> Self {
        Self {
            slot,
            x,
            baseline,
            size,
        }
    }
}

impl From<WordPosition> for (u32, i32, i32, u32) {
    fn from(
        WordPosition {
            slot,
            x,
            baseline,
            size,
        }: WordPosition,
    ) -> Self {
        (slot, x, baseline, size)
    }
}
