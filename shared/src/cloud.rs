//! Where the words of a cloud stand: the most frequent in the middle, none turned, none dropped.
//!
//! Placing is greedy and step by step. A word once placed stays where it is as long as its size stays
//! the same and its place is in the picture, which is narrower once a list stands beside it. When there is
//! no room any more, letters get smaller, down to their smallest.
//! The same entries in the same steps give the same picture on every machine. Knows no colours and no
//! page.

use crate::lettering;
use crate::question::words::Entry;
use crate::text::word_key;
use grid::{Area, Grid};

mod grid;
#[cfg(test)]
mod tests;

/// Letter sizes by how often a word was given: 1, 2, 3–4, 5–8, 9–16, 17–32, more.
const LEVELS: [f64; 7] = [34.0, 42.0, 52.0, 64.0, 80.0, 100.0, 124.0];
/// The smallest letters: below it the last row can't read them.
pub const SIZE_MIN: f64 = 34.0;
/// The largest letters.
pub const SIZE_MAX: f64 = 150.0;
/// By how much letters are enlarged, tried from the first: few words fill the picture as many do.
const SCALES: [f64; 9] = [2.6, 2.2, 1.9, 1.6, 1.35, 1.15, 1.0, 0.85, 0.72];
/// The same for a picture with a list beside it, where words said once may be left to the list.
const SCALES_BESIDE: [f64; 5] = [1.15, 1.0, 0.85, 0.72, 0.6];
/// How much narrower the picture is with a list beside it.
pub const LIST_WIDTH: u32 = 300;
/// The edge of a cell, in units of the picture.
const CELL: u32 = 4;

/// How much a word stands out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// At least half as often as the most frequent one, and more than once.
    Top,
    /// Between.
    Middle,
    /// Once, or less than a fifth as often as the most frequent one.
    Low,
}

/// A word with its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Placed {
    /// Its most frequent spelling.
    pub text: String,
    /// How many people gave it.
    pub count: u64,
    /// The letters' size, from [`SIZE_MIN`] to [`SIZE_MAX`].
    pub size: f64,
    /// The letters' weight.
    pub weight: u16,
    /// How much it stands out.
    pub tone: Tone,
    /// The middle of the word.
    pub x: f64,
    /// The line it stands on.
    pub baseline: f64,
    /// Whether it is new in this step, or has another size than before.
    pub fresh: bool,
    /// Later words have higher numbers; a word keeps its own as long as it is in the picture.
    pub born: u64,
    key: String,
    area: Area,
}

/// A rectangle in units of the picture.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Room {
    /// Left edge.
    pub x: f64,
    /// Upper edge.
    pub y: f64,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
}

impl Placed {
    /// What the word occupies, with the air around it.
    pub fn room(&self) -> Room {
        let unit = |cells: usize| cells as f64 * f64::from(CELL);
        let Area { x, y, width, height } = self.area;
        Room { x: unit(x), y: unit(y), width: unit(width), height: unit(height) }
    }
}

/// A cloud as it is now.
#[derive(Clone, Debug, PartialEq)]
pub struct Cloud {
    full_width: u32,
    height: u32,
    step: Step,
    words: Vec<Placed>,
    left: Vec<Entry>,
    born: u64,
}

/// How large the letters are and whether a list stands beside; later ones hold more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Step {
    Alone(usize),
    Beside(usize),
}

impl Step {
    const FIRST: Self = Self::Alone(0);

    fn all() -> impl Iterator<Item = Self> {
        (0..SCALES.len()).map(Self::Alone).chain((0..SCALES_BESIDE.len()).map(Self::Beside))
    }

    fn scale(self) -> f64 {
        match self {
            Self::Alone(at) => SCALES[at],
            Self::Beside(at) => SCALES_BESIDE[at],
        }
    }

    /// Whether this step may leave these words to the list.
    fn may_leave(self, left: &[Entry]) -> bool {
        match self {
            Self::Alone(_) => left.is_empty(),
            Self::Beside(at) => at + 1 == SCALES_BESIDE.len() || left.iter().all(|entry| entry.count <= 1),
        }
    }
}

impl Cloud {
    /// An empty cloud in a picture of that size.
    pub fn new(width: u32, height: u32) -> Self {
        Self { full_width: width, height, step: Step::FIRST, words: Vec::new(), left: Vec::new(), born: 0 }
    }

    /// The cloud of these entries, laid at once.
    pub fn of(width: u32, height: u32, entries: &[Entry]) -> Self {
        let mut cloud = Self::new(width, height);
        cloud.show(entries);
        cloud
    }

    /// The words in their places, most frequent first.
    pub fn words(&self) -> &[Placed] {
        &self.words
    }

    /// What had no room, most frequent first; the page lists it beside the picture.
    pub fn left(&self) -> &[Entry] {
        &self.left
    }

    /// The picture's width now: with a list beside it, it is [`LIST_WIDTH`] narrower.
    pub fn width(&self) -> u32 {
        match self.step {
            Step::Alone(_) => self.full_width,
            Step::Beside(_) => self.full_width.saturating_sub(LIST_WIDTH),
        }
    }

    /// The picture's height.
    pub fn height(&self) -> u32 {
        self.height
    }

    /// Takes the entries as they are now, most frequent first. Words that were there keep their places
    /// where their size stays the same; the others go to the free place nearest to the middle.
    pub fn show(&mut self, entries: &[Entry]) {
        if entries.is_empty() {
            *self = Self::new(self.full_width, self.height);
            return;
        }
        let known = std::mem::take(&mut self.words);
        let since = self.step;
        for step in Step::all().skip_while(|step| *step < since) {
            self.step = step;
            if self.lay(entries, &known) {
                break;
            }
        }
        for word in self.words.iter_mut().filter(|word| word.born == 0) {
            self.born += 1;
            word.born = self.born;
        }
    }

    /// Lays everything at the present step; says whether the step will do.
    fn lay(&mut self, entries: &[Entry], known: &[Placed]) -> bool {
        let (columns, rows) = ((self.width() / CELL) as usize, (self.height / CELL) as usize);
        let most = entries.iter().map(|entry| entry.count).max().unwrap_or_default();
        let mut words: Vec<Placed> = entries.iter().map(|entry| drawn(entry, most, self.step.scale())).collect();
        let mut grid = Grid::new(columns, rows);
        keep(&mut words, known, columns, &mut grid);
        let must_hold_all = matches!(self.step, Step::Alone(_));
        if must_hold_all && words.iter().map(|word| word.area.cells()).sum::<usize>() > columns * rows {
            return false;
        }
        (self.words, self.left) = (Vec::with_capacity(words.len()), Vec::new());
        for (mut word, entry) in words.into_iter().zip(entries) {
            if word.fresh && !settle(&mut word, &mut grid) {
                if must_hold_all {
                    return false;
                }
                self.left.push(entry.clone());
                continue;
            }
            self.words.push(word);
        }
        self.step.may_leave(&self.left)
    }
}

/// A word with its letters, not yet in its place.
fn drawn(entry: &Entry, most: u64, scale: f64) -> Placed {
    let level = level(entry.count);
    let size = (LEVELS[level] * scale).clamp(SIZE_MIN, SIZE_MAX);
    let weight = if level >= 2 { 700 } else { 600 };
    let (width, up, down) = ink(&entry.text, size, weight);
    let cells = |length: f64, air: f64| ((length + 2.0 * air) / f64::from(CELL)).ceil() as usize;
    let area =
        Area { x: 0, y: 0, width: cells(width, 0.13 * size + 3.0), height: cells(up + down, 0.055 * size + 4.0) };
    Placed {
        text: entry.text.clone(),
        count: entry.count,
        size,
        weight,
        tone: tone(entry.count, most),
        x: 0.0,
        baseline: 0.0,
        fresh: true,
        born: 0,
        key: word_key(&entry.text),
        area,
    }
}

/// Gives words that have not changed in size the places they had, if those are still in the picture.
fn keep(words: &mut [Placed], known: &[Placed], columns: usize, grid: &mut Grid) {
    let known: std::collections::BTreeMap<&str, &Placed> = known.iter().map(|word| (word.key.as_str(), word)).collect();
    for word in words {
        let Some(before) = known.get(word.key.as_str()) else { continue };
        word.born = before.born;
        let Area { x, width, height, .. } = before.area;
        if (width, height) == (word.area.width, word.area.height) && x + width <= columns {
            (word.area, word.x, word.baseline, word.fresh) = (before.area, before.x, before.baseline, false);
            grid.occupy(word.area);
        }
    }
}

/// Puts a word in the free place nearest to the middle, if there is one.
fn settle(word: &mut Placed, grid: &mut Grid) -> bool {
    let Some(area) = grid.nearest_to_middle(word.area.width, word.area.height) else { return false };
    grid.occupy(area);
    let (_, up, down) = ink(&word.text, word.size, word.weight);
    let middle = |from: usize, length: usize| (from as f64 + length as f64 / 2.0) * f64::from(CELL);
    word.area = area;
    word.x = middle(area.x, area.width);
    word.baseline = middle(area.y, area.height) + (up + down) / 2.0 - down;
    true
}

fn level(count: u64) -> usize {
    match count {
        0 | 1 => 0,
        n => (u64::BITS - (n - 1).leading_zeros()).min(6) as usize,
    }
}

fn tone(count: u64, most: u64) -> Tone {
    match count {
        n if n >= 2 && n * 2 >= most => Tone::Top,
        n if most > 3 && (n < 2 || n * 5 < most) => Tone::Low,
        _ => Tone::Middle,
    }
}

/// A word's width, and how far its letters reach above and below the line: short words without tall
/// letters leave room to others.
fn ink(text: &str, size: f64, weight: u16) -> (f64, f64, f64) {
    let foreign = |c: char| !c.is_ascii();
    let tall = |c: char| c.is_ascii_digit() || c.is_ascii_uppercase() || "bdfhijklt'!?()/&%$#@[]{}|\\\"*".contains(c);
    let deep = |c: char| "gjpqy,;()/@[]{}|\\Q_".contains(c);
    let up = if text.chars().any(|c| tall(c) || foreign(c)) { 0.72 } else { 0.51 };
    let down = if text.chars().any(|c| deep(c) || foreign(c)) { 0.21 } else { 0.02 };
    (lettering::width(text, size, weight), up * size, down * size)
}
