//! How large a word is written, and what it takes of the plane. Knows no places.

use super::CELL;
use super::grid::Area;
use crate::lettering;

/// The letters of a word that was given once, in units of the plane, and the largest of all.
pub const SMALLEST: u32 = 24;
pub const LARGEST: u32 = 160;
/// How much more the most frequent word is given from one era to the next, by its root.
const ERA: f64 = 1.1;
/// What is left of the differences between sizes where there is no room for them, and how often.
const CROWD: f64 = 0.85;
pub const CROWDS: u32 = 12;
/// From this size on words are bold.
const BOLD_FROM: u32 = 45;
/// How far letters reach above and below their line, by their size.
const UP: f64 = 0.72;
const DOWN: f64 = 0.21;

/// By how much letters of frequent words are larger.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Scale {
    /// How many times the most frequent word has outgrown the largest letters.
    pub era: u32,
    /// How many times there was no room for such large letters.
    pub crowd: u32,
}

impl Scale {
    /// The size of a word's letters. What they cover grows as often as it was given, so their size by the root of that; where the most
    /// frequent one would outgrow the largest letters, or there is no room for them, all sizes lie closer together.
    pub fn size(self, count: u64) -> u32 {
        let share = ((count.max(1) as f64).sqrt() - 1.0) / (root(self.era) - 1.0);
        let most = (0..self.crowd).fold(f64::from(LARGEST - SMALLEST), |most, _| most * CROWD);
        (f64::from(SMALLEST) + most * share.min(1.0)).round() as u32
    }
}

/// The first era in which the most frequent word does not outgrow the largest letters.
pub fn era(most: u64) -> u32 {
    let wanted = (most as f64).sqrt();
    let (mut era, mut root) = (0, root(0));
    while root < wanted {
        (era, root) = (era + 1, root * ERA);
    }
    era
}

/// The root of how often the word with the largest letters was given.
fn root(era: u32) -> f64 {
    (0..era).fold(f64::from(LARGEST) / f64::from(SMALLEST), |root, _| root * ERA)
}

/// The weight of letters of that size.
pub fn weight(size: u32) -> u16 {
    if size >= BOLD_FROM { 700 } else { 600 }
}

/// A word's width in thousandths of its size, in the boldest letters that a cloud has.
pub fn em(text: &str) -> u32 {
    lettering::width(text, 1000.0, weight(LARGEST)).ceil() as u32
}

/// How far a word reaches from the middle of its line, in units. In letters of one size all words are as high, and the wider one takes
/// all that the narrower takes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reach {
    aside: f64,
    up: f64,
    down: f64,
}

impl Reach {
    /// With the air that two words have between them at least; what is more is theirs to grow.
    pub fn tight(em: u32, size: u32) -> Self {
        Self::of(em, size, (0.12, 2.0), (0.03, 3.0))
    }

    /// With the air that a new word finds around it.
    pub fn airy(em: u32, size: u32) -> Self {
        Self::of(em, size, (0.19, 4.0), (0.07, 5.0))
    }

    /// Air beside and above, each by the letters' size and in units.
    fn of(em: u32, size: u32, aside: (f64, f64), above: (f64, f64)) -> Self {
        let size = f64::from(size);
        let air = |(share, least): (f64, f64)| share * size + least;
        Self {
            aside: f64::from(em) * size / 2000.0 + air(aside),
            up: UP * size + air(above),
            down: DOWN * size + air(above),
        }
    }

    /// Width and height in cells.
    pub fn cells(self) -> (usize, usize) {
        let cells = |length: f64| (length / f64::from(CELL)).ceil() as usize;
        // The line stands on a whole unit, for which there is one to spare.
        (cells(2.0 * self.aside), cells(self.up + self.down + 1.0))
    }

    /// The middle of the line of a word that has that place of [`Self::cells`].
    pub fn within(self, area: Area) -> (i32, i32) {
        let unit = |cells: usize| (cells * CELL as usize) as i32;
        (unit(area.x) + unit(area.width) / 2, unit(area.y) + self.up.ceil() as i32)
    }

    /// What it takes around that middle; nothing where that would begin before the plane does.
    pub fn around(self, (x, baseline): (i32, i32)) -> Option<Area> {
        let (x, baseline, cell) = (f64::from(x), f64::from(baseline), f64::from(CELL));
        let first = |at: f64| (at >= 0.0).then(|| (at / cell).floor() as usize);
        let end = |at: f64| (at / cell).ceil() as usize;
        let (left, top) = (first(x - self.aside)?, first(baseline - self.up)?);
        Some(Area { x: left, y: top, width: end(x + self.aside) - left, height: end(baseline + self.down) - top })
    }

    /// The same, as far as it is on a plane of so many columns and rows.
    pub fn clipped(self, (x, baseline): (i32, i32), (columns, rows): (usize, usize)) -> Area {
        let cell = |at: f64, last: usize| ((at / f64::from(CELL)).max(0.0).round() as usize).min(last);
        let (x, baseline) = (f64::from(x), f64::from(baseline));
        let (left, top) = (cell(x - self.aside, columns), cell(baseline - self.up, rows));
        let (right, bottom) = (cell(x + self.aside, columns), cell(baseline + self.down, rows));
        Area { x: left, y: top, width: right - left, height: bottom - top }
    }

    /// How much further it reaches than another one, aside and down.
    pub fn beyond(self, other: Self) -> (i32, i32) {
        (
            (self.aside - other.aside).round() as i32,
            ((self.up + self.down - other.up - other.down) / 2.0).round() as i32,
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_grow_by_the_root_and_no_two_counts_of_a_hall_have_one_size() {
        let of = |most: u64| Scale { era: era(most), crowd: 0 };
        for (most, counts, sizes) in [
            (4, &[1, 2, 3, 4][..], &[24, 34, 42, 48][..]),
            (44, &[1, 7, 33, 44], &[24, 63, 138, 159]),
            (46, &[1, 2, 7, 33, 46], &[24, 33, 59, 126, 148]),
            (400, &[1, 2, 7, 33, 46, 400], &[24, 27, 35, 56, 63, 154]),
            (18_000, &[1, 100, 18_000], &[24, 33, 154]),
        ] {
            let found: Vec<u32> = counts.iter().map(|count| of(most).size(*count)).collect();
            assert_eq!(found, sizes, "{most}");
        }
        for most in 1..=60 {
            let sizes: Vec<u32> = (1..=most).map(|count| of(most).size(count)).collect();
            assert!(sizes.windows(2).all(|two| two[0] < two[1]), "{most}: {sizes:?}");
            let close = Scale { crowd: CROWDS, ..of(most) };
            assert!(close.size(most) <= of(most).size(most) && close.size(1) == SMALLEST);
            assert!(sizes[0] == SMALLEST && sizes.iter().all(|size| *size <= LARGEST));
        }
    }

    #[test]
    fn a_place_that_was_found_holds_what_it_was_found_for_and_all_that_is_less() {
        for (text, size) in [("ja", 24), ("vertrouwen", 160), ("er voor elkaar zijn", 57), ("é", 31), ("سلام", 99)]
        {
            let (em, found) = (em(text), Area { x: 3, y: 7, width: 0, height: 0 });
            for reach in [Reach::tight(em, size), Reach::airy(em, size)] {
                let (width, height) = reach.cells();
                let found = Area { width, height, ..found };
                let middle = reach.within(found);
                let inside = |area: Area| {
                    area.x >= found.x
                        && area.y >= found.y
                        && area.x + area.width <= found.x + width
                        && area.y + area.height <= found.y + height
                };
                assert!(inside(reach.around(middle).unwrap()), "{text} {size}");
                for (em, size) in [(em, size - 1), (em - 1, size), (em / 2, size / 2 + 1)] {
                    assert!(inside(Reach::tight(em, size).around(middle).unwrap()), "{text} {size}");
                }
            }
        }
    }
}
