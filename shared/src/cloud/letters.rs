//! How large a word is written, and what it takes of the plane. Knows no places.

use super::CELL;
use crate::lettering;

/// The largest letters, in units of the picture.
pub const LARGEST: u32 = 160;
/// The smallest.
pub const SMALLEST: u32 = 24;
/// Words given once are not written smaller than that to make room; only beside a word given more
/// than 25 times as often.
const READABLE: f64 = 30.0;
/// From one scale to the next letters get smaller by so much.
const STEP: f64 = 1.1;
/// From this size on words are bold.
const BOLD_FROM: u32 = 45;

/// How large letters are for how often a word was given: `unit · √count`, so that what a word takes
/// of the picture goes with its count. Scales go down in steps, so that a cloud gets smaller now
/// and then and not at every vote.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct LetterScale(u8);

impl LetterScale {
    /// The largest at which a word given that often stays within the largest letters.
    pub fn of_most(most: u64) -> Self {
        Self::first(|unit| unit * (most as f64).sqrt() <= f64::from(LARGEST))
    }

    /// The smallest that is taken to make room.
    pub fn tightest(most: u64) -> Self {
        let readable = Self::first(|unit| unit / STEP < READABLE);
        readable.max(Self::of_most(most))
    }

    /// The next smaller one.
    pub fn smaller(self) -> Self {
        Self(self.0 + 1)
    }

    /// So many steps larger, at most that one.
    pub fn larger(self, steps: u8, at_most: Self) -> Self {
        Self(self.0.saturating_sub(steps)).max(at_most)
    }

    /// The size of a word's letters, in units.
    pub fn size(self, count: u64) -> u32 {
        ((self.unit() * (count as f64).sqrt()).round() as u32).clamp(SMALLEST, LARGEST)
    }

    fn first(fits: impl Fn(f64) -> bool) -> Self {
        (0..u8::MAX)
            .map(Self)
            .find(|scale| fits(scale.unit()))
            .unwrap_or(Self(u8::MAX))
    }

    /// The letters of a word given once. By division alone, which is the same on every machine.
    fn unit(self) -> f64 {
        (0..self.0).fold(f64::from(LARGEST), |unit, _| unit / STEP)
    }
}

/// The weight of letters of that size.
pub fn weight(size: u32) -> u16 {
    if size >= BOLD_FROM { 700 } else { 600 }
}

/// How wide a word is beside others written as large.
pub fn breadth(text: &str) -> f64 {
    lettering::kept(text, 1.0, weight(BOLD_FROM))
}

/// What a word takes of the plane, in cells, with the air around it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WordExtent {
    pub width: usize,
    pub height: usize,
    /// How far the line that it stands on lies below its middle, in units.
    pub baseline: f64,
}

/// The extent of a word in that size.
pub fn extent(text: &str, size: u32) -> WordExtent {
    let (width, up, down) = ink(text, size);
    let size = f64::from(size);
    // Even, so that a word's middle stays where it is when it grows.
    let cells =
        |length: f64, air: f64| ((length / 2.0 + air) / f64::from(CELL)).ceil() as usize * 2;
    WordExtent {
        width: cells(width, 0.1 * size + 3.0),
        height: cells(up + down, 0.03 * size + 3.0),
        baseline: (up - down) / 2.0,
    }
}

/// A word's width, and how far its letters reach above and below the line: short words without tall
/// letters leave room to others.
fn ink(text: &str, size: u32) -> (f64, f64, f64) {
    let foreign = |c: char| !c.is_ascii();
    let tall = |c: char| {
        c.is_ascii_digit() || c.is_ascii_uppercase() || "bdfhijklt'!?()/&%$#@[]{}|\\\"*".contains(c)
    };
    let deep = |c: char| "gjpqy,;()/@[]{}|\\Q_".contains(c);
    let up = if text.chars().any(|c| tall(c) || foreign(c)) {
        0.72
    } else {
        0.51
    };
    let down = if text.chars().any(|c| deep(c) || foreign(c)) {
        0.21
    } else {
        0.02
    };
    let units = f64::from(size);
    (
        lettering::kept(text, units, weight(size)),
        up * units,
        down * units,
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_go_with_the_root_of_the_count_between_the_smallest_and_the_largest() {
        let scale = LetterScale::of_most(46);
        let sizes = [1, 2, 4, 9, 16, 33, 46].map(|count| scale.size(count));
        assert_eq!(sizes, [24, 31, 43, 65, 86, 124, 147]);
        assert_eq!(LetterScale::of_most(1).size(1), LARGEST);
        assert_eq!(
            [1, 4, 1_000, 18_000].map(|count| LetterScale::of_most(18_000).size(count)),
            [24, 24, 36, 151]
        );
        for most in 1..2_000 {
            let scale = LetterScale::of_most(most);
            assert!(
                (f64::from(LARGEST) / STEP - 1.0..=f64::from(LARGEST))
                    .contains(&f64::from(scale.size(most)))
            );
        }
    }

    #[test]
    fn to_make_room_words_given_once_get_no_smaller_than_the_last_row_reads() {
        for most in [1, 2, 9, 20] {
            assert!(
                (30..=34).contains(&LetterScale::tightest(most).size(1)),
                "{most}"
            );
        }
        assert_eq!(
            LetterScale::tightest(200),
            LetterScale::of_most(200),
            "beside a word given far more often there is no choice"
        );
        assert!(
            LetterScale::tightest(1).larger(2, LetterScale::default()) < LetterScale::tightest(1)
        );
        assert_eq!(
            LetterScale::default().larger(2, LetterScale::default()),
            LetterScale::default()
        );
    }

    #[test]
    fn a_word_stands_in_the_middle_of_its_extent() {
        let (low, tall) = (extent("samen", 34), extent("blij", 34));
        assert!(low.height < tall.height && low.baseline > 0.0 && tall.baseline <= 0.36 * 34.0);
        assert!(low.width * CELL as usize > lettering::width("samen", 34.0, 600) as usize);
    }
}
