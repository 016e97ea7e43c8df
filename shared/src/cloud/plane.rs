//! The words of a cloud on one plane: who stands where, who has no room.
//!
//! Words are laid outwards from the middle. Who stands stays, grows where it is and gets smaller where it is. Once the plane is full, a
//! more frequent word takes the place of the least frequent one that is as wide: so no word without room is given more often than one
//! with room that is as wide. What can't be had without moving others waits for its turn; see [`settling`].

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::grid::{Area, Grid};
use super::letters::{self, Reach, Scale, em};
use super::slots::Slots;
use super::window::{Bounds, Seen, Window};
use super::{CELL, LIST_WIDTH};
use crate::question::spellings::{Entry, Standing};

mod settling;

/// Around so many of the most frequent words room is kept to grow.
const LEADERS: usize = 4;

/// The middle of a word's line, in units of the plane.
type Middle = (i32, i32);

/// One plane.
#[derive(Clone, Debug, PartialEq)]
pub struct Plane {
    /// The picture's width and height where no list stands beside it.
    pub(super) picture: (u32, u32),
    /// What is taken with the air around words, and without the air that they can spare.
    airy: Grid,
    dense: Grid,
    words: BTreeMap<String, Word>,
    scale: Scale,
    slots: Slots,
    window: Option<Window>,
    listed: bool,
    /// Whether words came, went or changed since the window followed.
    moved: bool,
    /// Whether a word is smaller than it is to be.
    growing: bool,
    /// Whether there may be room for words that have none.
    loose: bool,
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
    middle: Middle,
    /// Its width in thousandths of its size.
    pub(super) em: u32,
}

impl Word {
    /// The middle of the word, and the line that it stands on, in units.
    pub fn place(&self) -> (i32, i32) {
        self.middle
    }

    /// What no other word comes into.
    pub fn bounds(&self) -> Bounds {
        let unit = |cells: usize| (cells * CELL as usize) as i32;
        let Area { x, y, width, height } = self.area();
        Bounds { left: unit(x), top: unit(y), right: unit(x + width), bottom: unit(y + height) }
    }

    fn area(&self) -> Area {
        Reach::tight(self.em, self.size).around(self.middle).expect("words stand on their plane")
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
            scale: Scale::default(),
            slots: Slots::default(),
            window: None,
            listed: false,
            moved: false,
            growing: false,
            loose: false,
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

    /// Takes note of how a word stands now.
    pub fn tell(&mut self, key: &str, now: &Standing) {
        match now {
            Standing::Gone => self.remove(key),
            Standing::Hidden => self.hide(key),
            Standing::Shown(entry) => self.show(key, entry),
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

    fn show(&mut self, key: &str, entry: &Entry) {
        self.follow_most(entry.count);
        match self.word(key) {
            Some(word) if word.text == entry.text => self.recount(key, entry.count),
            Some(_) => self.respell(key, entry),
            None => self.admit(key, entry),
        }
    }

    /// When the most frequent word would outgrow the largest letters, all others get smaller.
    fn follow_most(&mut self, count: u64) {
        let era = letters::era(count);
        if era > self.scale.era {
            self.rescale(Scale { era, ..self.scale });
        }
    }

    /// Words that are too large now get smaller where they are.
    fn rescale(&mut self, scale: Scale) {
        (self.scale, self.moved) = (scale, true);
        self.words.values_mut().for_each(|word| word.size = scale.size(word.count).min(word.size));
        self.take_stock();
    }

    /// A word that stands was given once more, or once less.
    fn recount(&mut self, key: &str, count: u64) {
        let size = self.scale.size(count);
        let Some(word) = self.words.get_mut(key) else { return };
        let before = std::mem::replace(&mut word.count, count);
        let (middle, em, smaller) = (word.middle, word.em, size < word.size);
        self.loose |= count < before;
        if smaller {
            (word.size, self.moved) = (size, true);
            self.take_stock();
        } else if size > word.size {
            match self.free_at(key, middle, em, size) {
                Some(area) => self.grow(key, area, size),
                None => self.growing = true,
            }
        }
    }

    /// In its place, which takes no other word's.
    fn grow(&mut self, key: &str, area: Area, size: u32) {
        let Some(word) = self.words.get_mut(key) else { return };
        (word.size, self.moved) = (size, true);
        let air = Reach::airy(word.em, size).clipped(word.middle, (self.dense.columns(), self.dense.rows()));
        self.dense.occupy(area);
        self.airy.occupy(air);
    }

    /// A word that stands is spelled otherwise: in its place, if need be in smaller letters.
    fn respell(&mut self, key: &str, entry: &Entry) {
        let Some(before) = self.words.remove(key) else { return };
        self.take_stock();
        self.moved = true;
        let (em, wanted) = (em(&entry.text), self.scale.size(entry.count));
        let as_wide = before.size * before.em.min(em) / em.max(1);
        let sizes = [wanted, before.size.min(wanted), as_wide.max(letters::SMALLEST).min(wanted)];
        let size = sizes.into_iter().find(|size| self.free_at(key, before.middle, em, *size).is_some());
        match size {
            Some(size) => self.put(key, entry, (before.middle, size), Some(before.slot)),
            None => {
                self.slots.give_up(before.slot);
                self.admit(key, entry);
            }
        }
    }

    /// Finds a place for a word that has none.
    fn admit(&mut self, key: &str, entry: &Entry) {
        let (em, size) = (em(&entry.text), self.scale.size(entry.count));
        let was = self.words.remove(key).map(|word| word.middle);
        let again = was.filter(|middle| self.free_at(key, *middle, em, size).is_some());
        let free = again.or_else(|| self.free_place(entry.count, em, size)).map(|middle| (middle, size));
        let found = free
            .or_else(|| self.take_place(entry.count, em, size))
            .or_else(|| self.free_place(entry.count, em, letters::SMALLEST).map(|middle| (middle, letters::SMALLEST)));
        if let Some(found) = found {
            self.put(key, entry, found, None);
        }
    }

    fn put(&mut self, key: &str, entry: &Entry, (middle, size): (Middle, u32), slot: Option<u32>) {
        let slot = slot.unwrap_or_else(|| self.slots.take());
        let (text, count, em) = (entry.text.clone(), entry.count, em(&entry.text));
        let word = Word { text, count, size, slot, hidden: false, middle, em };
        self.moved = true;
        self.growing |= size < self.scale.size(count);
        self.dense.occupy(word.area());
        self.airy.occupy(self.with_air(&word));
        self.words.insert(key.to_owned(), word);
    }

    /// What a word takes around that middle, if it is on the plane and no other's.
    fn free_at(&self, key: &str, middle: Middle, em: u32, size: u32) -> Option<Area> {
        let area = self.inside(middle, em, size)?;
        self.words().all(|(other, word)| other == key || !word.area().touches(area)).then_some(area)
    }

    fn inside(&self, middle: Middle, em: u32, size: u32) -> Option<Area> {
        let area = Reach::tight(em, size).around(middle)?;
        (area.x + area.width <= self.dense.columns() && area.y + area.height <= self.dense.rows()).then_some(area)
    }

    /// The free place nearest to the middle: beside what is kept for words that are more frequent, else anywhere with air around
    /// it, else anywhere.
    fn free_place(&mut self, count: u64, em: u32, size: u32) -> Option<Middle> {
        let reach = Reach::airy(em, size);
        let (width, height) = reach.cells();
        if !self.airy.is_full_for(width, height) {
            let mut beside = self.airy.clone();
            self.kept(count).into_iter().for_each(|area| beside.occupy(area));
            let airy =
                beside.free_nearest_to_middle(width, height).or_else(|| self.airy.nearest_to_middle(width, height));
            if let Some(area) = airy {
                return Some(reach.within(area));
            }
        }
        let reach = Reach::tight(em, size);
        let (width, height) = reach.cells();
        self.dense.nearest_to_middle(width, height).map(|area| reach.within(area))
    }

    /// What is kept around the most frequent words that are not less frequent than this one.
    fn kept(&self, count: u64) -> Vec<Area> {
        let mut leaders: Vec<&Word> = self.words().map(|(_, word)| word).filter(|word| word.count >= count).collect();
        leaders.sort_by_key(|word| (Reverse(word.count), word.slot));
        let plane = (self.dense.columns(), self.dense.rows());
        let larger = |word: &Word| (word.size * 3 / 2).min(letters::LARGEST);
        let kept = |word: &&Word| Reach::tight(word.em, larger(word)).clipped(word.middle, plane);
        leaders.iter().take(LEADERS).map(kept).collect()
    }

    /// The place of the least frequent word that is as wide, which has no room from now on; as large as there is room there. In the
    /// same letters it always fits.
    fn take_place(&mut self, count: u64, em: u32, size: u32) -> Option<(Middle, u32)> {
        let lesser = self.words().filter(|(_, word)| word.count < count && word.em >= em);
        let (key, word) = lesser.min_by_key(|(_, word)| (word.count, word.em, Reverse(word.slot)))?;
        let (key, middle, least) = (key.to_owned(), word.middle, word.size.min(size));
        self.take_out(&key);
        let sizes = [size, u32::midpoint(size, least)];
        let free = sizes.into_iter().find(|size| self.free_at(&key, middle, em, *size).is_some());
        Some((middle, free.unwrap_or(least)))
    }

    fn take_out(&mut self, key: &str) {
        if let Some(word) = self.words.remove(key) {
            self.slots.give_up(word.slot);
            self.moved = true;
            self.take_stock();
        }
    }

    /// Notes anew what is taken, where something is no longer: others may have room there.
    fn take_stock(&mut self) {
        self.loose = true;
        let (mut airy, mut dense) = (self.airy.emptied(), self.dense.emptied());
        for (_, word) in self.words() {
            airy.occupy(self.with_air(word));
            dense.occupy(word.area());
        }
        (self.airy, self.dense) = (airy, dense);
    }

    fn with_air(&self, word: &Word) -> Area {
        Reach::airy(word.em, word.size).clipped(word.middle, (self.dense.columns(), self.dense.rows()))
    }
}
