//! How large a word is written, and what it takes of the plane. Knows no places.

use super::CELL;
use crate::lettering;

/// Letter sizes by level, in units of the plane; the first is the smallest that the last row can read.
pub const SIZES: [u32; 7] = [34, 39, 45, 53, 62, 72, 84];
/// From this size on words are bold.
const BOLD_FROM: u32 = 45;

/// How often a word was given, in steps that double: 1, 2, 3–4, 5–8, 9–16 and so on, from 0.
pub fn class(count: u64) -> u32 {
    match count {
        0 | 1 => 0,
        n => u64::BITS - (n - 1).leading_zeros(),
    }
}

/// The size of a word's letters. `era` is how many classes the smallest letters stand for beside the first: above 64 votes the
/// most frequent word grows no more, and all others get smaller beside it.
pub fn size(count: u64, era: u32) -> u32 {
    SIZES[(class(count).saturating_sub(era) as usize).min(SIZES.len() - 1)]
}

/// The first era in which the most frequent word does not outgrow the largest letters.
pub fn era(most: u64) -> u32 {
    class(most).saturating_sub(SIZES.len() as u32 - 1)
}

/// So many sizes larger, at most the largest.
pub fn larger(size: u32, by: usize) -> u32 {
    let level = SIZES.iter().position(|known| *known >= size).unwrap_or_default();
    SIZES[(level + by).min(SIZES.len() - 1)]
}

/// The weight of letters of that size.
pub fn weight(size: u32) -> u16 {
    if size >= BOLD_FROM { 700 } else { 600 }
}

/// What a word takes of the plane, in cells.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Extent {
    /// With the air that a new word finds around it.
    pub airy: (usize, usize),
    /// With the air that two words have between them at least; what is more is theirs to grow.
    pub tight: (usize, usize),
    /// How far the line that it stands on lies below its middle, in units.
    pub baseline: f64,
}

/// The extent of a word in that size.
pub fn extent(text: &str, size: u32) -> Extent {
    let (width, up, down) = ink(text, size);
    let size = f64::from(size);
    let cells = |length: f64, air: f64| ((length + 2.0 * air) / f64::from(CELL)).ceil() as usize;
    Extent {
        airy: (cells(width, 0.19 * size + 4.0), cells(up + down, 0.07 * size + 5.0)),
        tight: (cells(width, 0.12 * size + 2.0), cells(up + down, 0.03 * size + 3.0)),
        baseline: (up - down) / 2.0,
    }
}

/// A word's width, and how far its letters reach above and below the line: short words without tall
/// letters leave room to others.
fn ink(text: &str, size: u32) -> (f64, f64, f64) {
    let foreign = |c: char| !c.is_ascii();
    let tall = |c: char| c.is_ascii_digit() || c.is_ascii_uppercase() || "bdfhijklt'!?()/&%$#@[]{}|\\\"*".contains(c);
    let deep = |c: char| "gjpqy,;()/@[]{}|\\Q_".contains(c);
    let up = if text.chars().any(|c| tall(c) || foreign(c)) { 0.72 } else { 0.51 };
    let down = if text.chars().any(|c| deep(c) || foreign(c)) { 0.21 } else { 0.02 };
    let units = f64::from(size);
    (lettering::kept(text, units, weight(size)), up * units, down * units)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_grow_with_every_doubling_until_the_largest() {
        let sizes = [1, 2, 3, 4, 5, 9, 17, 33, 64].map(|count| size(count, era(64)));
        assert_eq!(sizes, [34, 39, 45, 45, 53, 62, 72, 84, 84]);
        assert_eq!([size(65, era(65)), size(33, era(65)), size(2, era(65))], [84, 72, 34]);
        assert_eq!([larger(34, 2), larger(72, 2), larger(84, 1)], [45, 84, 84]);
    }

    #[test]
    fn a_word_stands_in_the_middle_of_its_extent() {
        let low = extent("samen", 34);
        let tall = extent("blij", 34);
        assert!(low.tight.1 < tall.tight.1 && low.baseline > 0.0 && tall.baseline <= 0.36 * 34.0);
        assert!(low.tight.0 * CELL as usize > lettering::width("samen", 34.0, 600) as usize);
        assert!(low.tight.0 < low.airy.0 && low.tight.1 < low.airy.1);
    }
}
