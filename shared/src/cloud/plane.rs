//! The words of a cloud on one plane: who stands where, who has no room.
//!
//! Words are laid outwards from the middle. Who stands stays; a word that is given more often grows where it is, or moves
//! alone. Around the most frequent words room is kept for that, as long as there is other room. Once the plane is full, a
//! more frequent word takes the place of less frequent ones, which then have no room.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::grid::{Area, Grid};
use super::letters::{self, Extent, class, extent};
use super::slots::Slots;
use super::window::{Bounds, Seen, Window};
use super::{CELL, LIST_WIDTH};
use crate::question::spellings::{Entry, Standing};

/// Around so many of the most frequent words room is kept to grow, and for so many sizes.
const LEADERS: usize = 4;
const GROWTH: usize = 2;
/// The class from which on a word is given often: five times.
const OFTEN: u32 = 3;

/// One plane.
#[derive(Clone, Debug, PartialEq)]
pub struct Plane {
    /// The picture's width and height where no list stands beside it.
    pub(super) picture: (u32, u32),
    /// What is taken with the air around words, and without the air that they can spare.
    airy: Grid,
    dense: Grid,
    words: BTreeMap<String, Word>,
    era: u32,
    slots: Slots,
    window: Option<Window>,
    listed: bool,
    /// Whether words came, went or changed since the window followed.
    moved: bool,
}

/// A word that has, or had, a place.
#[derive(Clone, Debug, PartialEq)]
pub struct Word {
    pub text: String,
    pub count: u64,
    pub size: u32,
    pub slot: u32,
    /// Nobody sees it, and its place is free. It comes back to it if it can.
    pub hidden: bool,
    /// What is its own: no other word comes into it.
    tight: Area,
    /// Width and height with the air around it, which new words leave free.
    airy: (usize, usize),
    baseline: f64,
    /// The class for which a place was last looked for.
    tried: u32,
}

impl Word {
    /// The middle of the word, and the line that it stands on, in units.
    pub fn place(&self) -> (i32, i32) {
        let unit = |cells: usize| cells as f64 * f64::from(CELL);
        let Area { x, y, width, height } = self.tight;
        let middle = unit(y) + unit(height) / 2.0;
        ((unit(x) + unit(width) / 2.0).round() as i32, (middle + self.baseline).round() as i32)
    }

    /// What no other word comes into.
    pub fn bounds(&self) -> Bounds {
        let unit = |cells: usize| (cells * CELL as usize) as i32;
        let Area { x, y, width, height } = self.tight;
        Bounds { left: unit(x), top: unit(y), right: unit(x + width), bottom: unit(y + height) }
    }
}

impl Plane {
    /// An empty one for a picture of that width and height. It is as wide as the picture with a list beside it.
    pub fn new(width: u32, height: u32) -> Self {
        let cells = |length: u32| (length / CELL) as usize;
        // A little flatter than the picture, which then steps back later.
        let grid = Grid::new(cells(width - LIST_WIDTH), cells(height), (cells(width * 6 / 5), cells(height)));
        Self {
            picture: (width, height),
            airy: grid.clone(),
            dense: grid,
            words: BTreeMap::new(),
            era: 0,
            slots: Slots::default(),
            window: None,
            listed: false,
            moved: false,
        }
    }

    /// The words that are seen, by their keys.
    pub fn words(&self) -> impl Iterator<Item = (&str, &Word)> {
        self.words.iter().filter(|(_, word)| !word.hidden).map(|(key, word)| (key.as_str(), word))
    }

    /// The word of that key, where it is seen.
    pub fn word(&self, key: &str) -> Option<&Word> {
        self.words.get(key).filter(|word| !word.hidden)
    }

    /// The keys of all words that have or had a place.
    pub fn keys(&self) -> impl Iterator<Item = &String> {
        self.words.keys()
    }

    /// The picture's width and height now.
    pub fn picture(&self) -> (u32, u32) {
        let (width, height) = self.picture;
        (if self.listed { width - LIST_WIDTH } else { width }, height)
    }

    /// What the picture shows of the plane; nothing where it is empty.
    pub fn window(&self) -> Option<Window> {
        self.window
    }

    /// Takes note of how a word stands now. `before` is how often it was given when last told.
    pub fn tell(&mut self, key: &str, before: u64, now: &Standing) {
        match now {
            Standing::Gone => self.remove(key),
            Standing::Hidden => self.hide(key),
            Standing::Shown(entry) => self.show(key, before, entry),
        }
    }

    /// Follows with the window, where there are so many words in all.
    pub fn look(&mut self, all: usize) {
        let listed = self.words().count() < all;
        if !self.moved && listed == self.listed {
            return;
        }
        if self.words.is_empty() {
            *self = Self::new(self.picture.0, self.picture.1);
        }
        (self.listed, self.moved) = (listed, false);
        let seen = self.words().map(|(_, word)| (word.bounds(), word.size));
        let seen = seen.reduce(|(bounds, size), (more, other)| (bounds.with(more), size.max(other)));
        let seen =
            seen.map(|(bounds, largest)| Seen { bounds, largest, picture: self.picture(), middle: self.middle() });
        self.window = seen.map(|seen| Window::follow(self.window, seen));
    }

    /// The middle of the plane, in units.
    fn middle(&self) -> (i32, i32) {
        let half = |cells: usize| (cells * CELL as usize / 2) as i32;
        (half(self.dense.columns()), half(self.dense.rows()))
    }

    fn remove(&mut self, key: &str) {
        self.hide(key);
        self.words.remove(key);
    }

    fn hide(&mut self, key: &str) {
        if let Some(word) = self.words.get_mut(key).filter(|word| !word.hidden) {
            word.hidden = true;
            self.moved = true;
            self.slots.give_up(word.slot);
            self.take_stock();
        }
    }

    fn show(&mut self, key: &str, before: u64, entry: &Entry) {
        self.follow_most(entry.count);
        match self.words.get_mut(key) {
            Some(word) if !word.hidden && word.text == entry.text && word.tried == class(entry.count) => {
                word.count = entry.count;
            }
            // What has no room looks for it again when it is given much more often, and not at every vote.
            None if before > 0 && class(before) == class(entry.count) => {}
            _ => self.settle(key, entry),
        }
    }

    /// When the most frequent word would outgrow the largest letters, all others get smaller where they are.
    fn follow_most(&mut self, count: u64) {
        let era = letters::era(count);
        if era <= self.era {
            return;
        }
        self.era = era;
        for word in self.words.values_mut() {
            word.size = letters::size(word.count, era).min(word.size);
            let Extent { airy, tight, baseline } = extent(&word.text, word.size);
            (word.baseline, word.airy) = (baseline, airy);
            let (width, height) = (tight.0.min(word.tight.width), tight.1.min(word.tight.height));
            word.tight = around(word.tight, (width, height), (0, 0)).expect("what gets smaller stays inside");
        }
        self.take_stock();
    }

    /// Finds a place for a word that is new or of another size.
    fn settle(&mut self, key: &str, entry: &Entry) {
        self.moved = true;
        let was = self.words.remove(key);
        if was.is_some() {
            self.take_stock();
        }
        let size = letters::size(entry.count, self.era);
        let wanted = extent(&entry.text, size);
        let found = was
            .as_ref()
            .and_then(|word| self.in_place(word, wanted))
            .or_else(|| self.middle_place(class(entry.count), wanted))
            .or_else(|| self.free_place(entry.count, wanted))
            .or_else(|| self.make_room(class(entry.count), wanted));
        let stood = was.filter(|word| !word.hidden);
        let stays = || Some((stood.as_ref()?.size, as_it_was(stood.as_ref()?, entry)?));
        let Some((size, (tight, Extent { airy, baseline, .. }))) =
            found.map(|tight| (size, (tight, wanted))).or_else(stays)
        else {
            stood.iter().for_each(|word| self.slots.give_up(word.slot));
            return;
        };
        let slot = stood.map_or_else(|| self.slots.take(), |word| word.slot);
        let (text, count, tried) = (entry.text.clone(), entry.count, class(entry.count));
        let word = Word { text, count, size, slot, hidden: false, tight, airy, baseline, tried };
        self.airy.occupy(self.with_air(&word));
        self.dense.occupy(word.tight);
        self.words.insert(key.to_owned(), word);
    }

    /// Where it is already: around its middle, or with one of its edges or corners where it was.
    fn in_place(&self, word: &Word, wanted: Extent) -> Option<Area> {
        let aside = [(0, 0), (0, -1), (0, 1), (-1, 0), (1, 0), (-1, -1), (1, -1), (-1, 1), (1, 1)];
        let inside =
            |area: &Area| area.x + area.width <= self.dense.columns() && area.y + area.height <= self.dense.rows();
        let free = |area: &Area| self.words().all(|(_, other)| !other.tight.touches(*area));
        let places = aside.into_iter().filter_map(|aside| around(word.tight, wanted.tight, aside));
        places.filter(inside).find(free)
    }

    /// Where many words have no room anyway, those that are given often come to the middle.
    fn middle_place(&mut self, own: u32, wanted: Extent) -> Option<Area> {
        if self.listed && own >= OFTEN { self.make_room(own, wanted) } else { None }
    }

    /// The free place nearest to the middle: beside what is kept for words that are more frequent, else anywhere with air around
    /// it, else anywhere.
    fn free_place(&mut self, count: u64, wanted: Extent) -> Option<Area> {
        let (width, height) = wanted.airy;
        if self.airy.is_full_for(width, height) {
            return self.dense.nearest_to_middle(wanted.tight.0, wanted.tight.1);
        }
        let mut beside = self.airy.clone();
        self.kept(count).into_iter().for_each(|area| beside.occupy(area));
        let airy = beside.free_nearest_to_middle(width, height).or_else(|| self.airy.nearest_to_middle(width, height));
        match airy {
            Some(airy) => around(airy, wanted.tight, (0, 0)),
            None => self.dense.nearest_to_middle(wanted.tight.0, wanted.tight.1),
        }
    }

    /// What is kept around the most frequent words that are not less frequent than this one.
    fn kept(&self, count: u64) -> Vec<Area> {
        let mut leaders: Vec<&Word> = self.words().map(|(_, word)| word).filter(|word| word.count >= count).collect();
        leaders.sort_by_key(|word| (Reverse(word.count), word.slot));
        let kept =
            |word: &&Word| self.clipped(word.tight, extent(&word.text, letters::larger(word.size, GROWTH)).tight);
        leaders.iter().take(LEADERS).map(kept).collect()
    }

    /// Takes the place of words of a lower class, of the lowest that will do; they have no room from now on.
    fn make_room(&mut self, own: u32, wanted: Extent) -> Option<Area> {
        let (width, height) = wanted.tight;
        let place = |highest: &u32| {
            let mut others = self.dense.emptied();
            let kept = self.words().filter(|(_, word)| class(word.count) > *highest);
            kept.for_each(|(_, word)| others.occupy(word.tight));
            others.free_nearest_to_middle(width, height)
        };
        let lower: BTreeSet<u32> =
            self.words().map(|(_, word)| class(word.count)).filter(|class| *class < own).collect();
        let area = lower.iter().find_map(place)?;
        let met = |(key, word): (&str, &Word)| word.tight.touches(area).then(|| key.to_owned());
        let met: Vec<String> = self.words().filter_map(met).collect();
        met.iter().for_each(|key| self.remove(key));
        Some(area)
    }

    /// Notes anew what is taken, where something is no longer.
    fn take_stock(&mut self) {
        let (mut airy, mut dense) = (self.airy.emptied(), self.dense.emptied());
        for (_, word) in self.words() {
            airy.occupy(self.with_air(word));
            dense.occupy(word.tight);
        }
        (self.airy, self.dense) = (airy, dense);
    }

    fn with_air(&self, word: &Word) -> Area {
        self.clipped(word.tight, word.airy)
    }

    /// An area of that size around the same middle, as far as it is inside.
    fn clipped(&self, area: Area, (width, height): (usize, usize)) -> Area {
        let clip = |at: usize, length: usize, now: usize, all: usize| {
            let middle = at + length / 2;
            let from = middle.saturating_sub(now / 2);
            (from, (middle + now.div_ceil(2)).min(all) - from)
        };
        let (x, width) = clip(area.x, area.width, width, self.dense.columns());
        let (y, height) = clip(area.y, area.height, height, self.dense.rows());
        Area { x, y, width, height }
    }
}

/// A word that finds no larger place stays as it was, if it still fits.
fn as_it_was(word: &Word, entry: &Entry) -> Option<(Area, Extent)> {
    let extent = extent(&entry.text, word.size);
    let fits = extent.tight.0 <= word.tight.width && extent.tight.1 <= word.tight.height;
    fits.then_some((word.tight, extent))
}

/// An area of another size: around the same middle at (0, 0), else with the edge or corner where it was from which it moves aside.
fn around(area: Area, (width, height): (usize, usize), (right, down): (i32, i32)) -> Option<Area> {
    let start = |at: usize, length: usize, now: usize, aside: i32| match aside {
        0 => (at + length / 2).checked_sub(now / 2),
        -1 => (at + length).checked_sub(now),
        _ => Some(at),
    };
    let x = start(area.x, area.width, width, right)?;
    let y = start(area.y, area.height, height, down)?;
    Some(Area { x, y, width, height })
}
