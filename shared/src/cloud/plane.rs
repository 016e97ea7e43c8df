//! The words of a cloud on one plane: who stands where, and where they are to stand.
//!
//! A plan says where each word is to be as they stand now: the most frequent first, each where it
//! is already if it can. It is gone towards in steps in which few words move: see [`step`]. A word
//! that is not in the plan has no room.

use std::collections::{BTreeMap, VecDeque};

use super::grid::{CellGrid, CellRect};
use super::letters::{self, LetterScale, WordExtent};
use super::slots::Slots;
use super::{CELL, LIST_WIDTH, Picture};

mod plan;
mod step;

pub use plan::CloudPlan;

/// A word as it counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given {
    /// By which words are the same.
    pub key: String,
    /// Its most frequent spelling.
    pub text: String,
    /// How many people gave it.
    pub count: u64,
}

/// So many words that went away find back to where they stood.
const REMEMBERED: usize = 64;

/// One plane.
#[derive(Clone, Debug, PartialEq)]
pub struct Plane {
    /// The picture's width and height where no list stands beside it.
    picture: (u32, u32),
    words: BTreeMap<String, PlacedWord>,
    scale: LetterScale,
    slots: Slots,
    /// Where words stood that went away.
    left: VecDeque<(String, CellRect)>,
    /// What is not reached yet.
    plan: Option<CloudPlan>,
}

/// A word that has a place.
#[derive(Clone, Debug, PartialEq)]
pub struct PlacedWord {
    pub slot: u32,
    pub look: WordStyle,
}

/// How a word is written, and where.
#[derive(Clone, Debug, PartialEq)]
pub struct WordStyle {
    pub text: String,
    pub count: u64,
    pub size: u32,
    /// What is its own: no other word comes into it.
    pub area: CellRect,
    baseline: f64,
}

impl WordStyle {
    fn new(given: &Given, size: u32, area: CellRect, extent: WordExtent) -> Self {
        Self {
            text: given.text.clone(),
            count: given.count,
            size,
            area,
            baseline: extent.baseline,
        }
    }
}

impl Plane {
    /// An empty one for a picture of that width and height. It is as wide as the picture with a
    /// list beside it.
    pub fn new((width, height): (u32, u32)) -> Self {
        Self {
            picture: (width, height),
            words: BTreeMap::new(),
            scale: LetterScale::default(),
            slots: Slots::default(),
            left: VecDeque::new(),
            plan: None,
        }
    }

    /// The words that stand, by their keys.
    pub fn words(&self) -> impl Iterator<Item = (&str, &PlacedWord)> {
        self.words.iter().map(|(key, word)| (key.as_str(), word))
    }

    /// The word of that key, where it stands.
    pub fn word(&self, key: &str) -> Option<&PlacedWord> {
        self.words.get(key)
    }

    /// The picture's size where words are left over for a list beside it, or none.
    pub fn picture(&self, listed: bool) -> Picture {
        let (width, height) = self.picture;
        Picture {
            width: if listed { width - LIST_WIDTH } else { width },
            height,
        }
    }

    /// The middle of a word and the line that it stands on, from the picture's middle, in units.
    pub fn place(&self, word: &PlacedWord) -> (i32, i32) {
        let WordStyle { area, baseline, .. } = word.look;
        let units =
            |halves: usize, all: usize| (halves as f64 - all as f64) * f64::from(CELL) / 2.0;
        let (x, y) = area.middle();
        let (columns, rows) = self.cells();
        (
            units(x, columns).round() as i32,
            (units(y, rows) + baseline).round() as i32,
        )
    }

    /// How large words are for how often they were given.
    #[cfg(test)]
    pub fn scale(&self) -> LetterScale {
        self.scale
    }

    fn cells(&self) -> (usize, usize) {
        let (width, height) = self.picture;
        (
            ((width - LIST_WIDTH) / CELL) as usize,
            (height / CELL) as usize,
        )
    }

    fn free(&self) -> CellGrid {
        let (columns, rows) = self.cells();
        CellGrid::new(columns, rows)
    }

    /// Takes a word away and remembers where it stood.
    fn leave(&mut self, key: &str) {
        if let Some(word) = self.words.remove(key) {
            self.slots.give_up(word.slot);
            self.left.push_back((key.to_owned(), word.look.area));
            if self.left.len() > REMEMBERED {
                self.left.pop_front();
            }
        }
    }
}

/// An area of another size around the same middle; nothing where it would begin outside. Extents
/// are even.
fn around(area: CellRect, WordExtent { width, height, .. }: WordExtent) -> Option<CellRect> {
    let start = |at: usize, length: usize, now: usize| (at + length / 2).checked_sub(now / 2);
    Some(CellRect {
        x: start(area.x, area.width, width)?,
        y: start(area.y, area.height, height)?,
        width,
        height,
    })
}
