//! What can't be had without moving words: to write one as large as it was given often where others stand around it, and to fill what
//! has become free. It is done step by step, so that between two views the eye has few words to follow.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use super::{Middle, Plane, Word, letters};
use crate::cloud::grid::Area;
use crate::cloud::letters::{Reach, Scale};
use crate::question::spellings::{Entry, Spellings, Standing};

/// Words that move in one step, at most.
pub const MOVES: usize = 3;
/// So many of the most frequent words stay where they are rather than move to where there is room.
const STAYING: usize = 5;
/// So many of the words that are to be larger are looked at in one step, and so many times all get smaller for them.
const ENLARGED: usize = 8;
const SQUEEZES: usize = 2;
/// Of the words that have no room so many are tried, the most frequent first.
const TRIED: usize = 1_000;

/// A larger place for a word, and whose that was.
struct Found {
    middle: Middle,
    size: u32,
    others: Vec<String>,
    moves: usize,
}

impl Plane {
    /// Whether there is something to do in a step.
    pub fn is_unsettled(&self) -> bool {
        self.growing || self.loose
    }

    /// One step.
    pub fn settle(&mut self, entries: &Spellings) {
        let stood: BTreeSet<String> = self.words().map(|(key, _)| key.to_owned()).collect();
        let mut grown = self.enlarge();
        for _ in 0..SQUEEZES {
            if grown || self.scale.crowd >= letters::CROWDS || self.waiting().is_empty() {
                break;
            }
            self.rescale(Scale { crowd: self.scale.crowd + 1, ..self.scale });
            grown = self.enlarge();
        }
        // What found nothing finds nothing as long as everything else stays as it is.
        self.growing = (grown || self.scale.crowd < letters::CROWDS) && !self.waiting().is_empty();
        if std::mem::take(&mut self.loose) {
            self.fill(entries, &stood);
        }
        self.look(entries.shown());
    }

    /// Enlarges words that wait for it, as far as few others move. False where nothing can be done.
    fn enlarge(&mut self) -> bool {
        let (mut left, mut grown) = (MOVES, self.grow_in_place());
        for (rank, key) in self.waiting().into_iter().take(ENLARGED) {
            if left > 0
                && let Some(found) = self.find(&key, rank, left)
            {
                left -= found.moves;
                grown = true;
                self.take_over(&key, found);
            }
        }
        grown
    }

    /// Enlarges all for which nobody has to move.
    fn grow_in_place(&mut self) -> bool {
        let mut grown = false;
        for (_, key) in self.waiting() {
            let Some(word) = self.word(&key) else { continue };
            let (middle, em, size) = (word.middle, word.em, self.scale.size(word.count));
            if let Some(area) = self.free_at(&key, middle, em, size) {
                self.grow(&key, area, size);
                grown = true;
            }
        }
        grown
    }

    /// The words that are to be larger, the most frequent first, each with how many are more frequent.
    fn waiting(&self) -> Vec<(usize, String)> {
        let mut ranked: Vec<(&str, &Word)> = self.words().collect();
        ranked.sort_by_key(|(_, word)| (Reverse(word.count), word.slot));
        let waits = |(_, (_, word)): &(usize, (&str, &Word))| word.size < self.scale.size(word.count);
        ranked.into_iter().enumerate().filter(waits).map(|(rank, (key, _))| (rank, key.to_owned())).collect()
    }

    /// The largest place that so many moves make.
    fn find(&mut self, key: &str, rank: usize, left: usize) -> Option<Found> {
        let word = self.word(key)?.clone();
        let wanted = self.scale.size(word.count);
        let more = wanted.checked_sub(word.size)?;
        let mut sizes = vec![more, more / 2, more / 4, 1];
        sizes.retain(|more| (1..=wanted - word.size).contains(more));
        sizes.dedup();
        sizes.into_iter().find_map(|more| {
            let size = word.size + more;
            let around = self.pushing(key, &word, size).filter(|found| found.moves <= left);
            let stays = rank < STAYING && around.is_some();
            match around {
                Some(found) if stays || found.moves <= 1 => Some(found),
                around => self.away(&word, size).or(around),
            }
        })
    }

    /// Where there is room.
    fn away(&mut self, word: &Word, size: u32) -> Option<Found> {
        let middle = self.free_place(word.count, word.em, size)?;
        Some(Found { middle, size, others: Vec::new(), moves: 1 })
    }

    /// Where it is, or a little aside, among words that are less frequent: those move.
    fn pushing(&self, key: &str, word: &Word, size: u32) -> Option<Found> {
        let (right, down) = Reach::tight(word.em, size).beyond(Reach::tight(word.em, word.size));
        let aside = [(0, 0), (0, -1), (0, 1), (-1, 0), (1, 0), (-1, -1), (1, -1), (-1, 1), (1, 1)];
        let found = |(x, y): (i32, i32)| {
            let middle = (word.middle.0 + x * right, word.middle.1 + y * down);
            let area = self.inside(middle, word.em, size)?;
            let others = self.touched(key, area);
            let lesser = others.iter().all(|other| self.words[other].count < word.count);
            let moves = others.len() + usize::from((x, y) != (0, 0));
            lesser.then_some(Found { middle, size, others, moves })
        };
        aside.into_iter().filter_map(found).min_by_key(|found| found.moves)
    }

    fn touched(&self, key: &str, area: Area) -> Vec<String> {
        let touched = self.words().filter(|(other, word)| *other != key && word.area().touches(area));
        touched.map(|(other, _)| other.to_owned()).collect()
    }

    /// The others move to where there is room; one for which there is none goes, unless one that is less frequent can.
    fn take_over(&mut self, key: &str, found: Found) {
        let mut others: Vec<(String, Word)> =
            found.others.into_iter().filter_map(|key| Some((key.clone(), self.words.remove(&key)?))).collect();
        others.sort_by_key(|(_, word)| (Reverse(word.count), word.slot));
        if let Some(word) = self.words.get_mut(key) {
            (word.middle, word.size) = (found.middle, found.size);
        }
        self.moved = true;
        self.take_stock();
        for (key, word) in others {
            let free = self.free_place(word.count, word.em, word.size).map(|middle| (middle, word.size));
            match free.or_else(|| self.take_place(word.count, word.em, word.size)) {
                Some(place) => {
                    let entry = Entry { text: word.text, count: word.count };
                    self.put(&key, &entry, place, Some(word.slot));
                }
                None => self.slots.give_up(word.slot),
            }
        }
    }

    /// Words that have no room come to where some has become free. Those that stood until now wait for the next step: they would be seen
    /// to move.
    fn fill(&mut self, entries: &Spellings, stood: &BTreeSet<String>) {
        if self.words().count() == entries.shown() {
            return;
        }
        for key in entries.most_frequent_keys(self.words.len() + TRIED) {
            let gone = stood.contains(&key) && self.word(&key).is_none();
            self.loose |= gone;
            if !gone
                && self.word(&key).is_none()
                && let Standing::Shown(entry) = entries.standing(&key)
            {
                self.admit(&key, &entry);
            }
        }
    }
}
