//! The two poles of a line that are too long to stand beside its ends: above it, each over its own
//! end.

use shared::question::spectrum::Pole;

use crate::charts::mark::{Anchor, Mark, emoji, text};
use crate::charts::measure::balance;

/// Letters of a pole and of what is said below it, large ones before small ones. The smaller are 34
/// on a screen of 1920 × 1080.
const SIZES: [(f64, f64); 2] = [(36.0, 34.0), (32.0, 31.5)];
const LEADING: f64 = 1.15;
/// The side of a picture, and between it and the words.
const PICTURE: f64 = 84.0;
const BETWEEN: f64 = 24.0;
/// What one pole takes of the width.
const HALF: f64 = 0.47;
/// Below the words.
const BELOW: f64 = 18.0;
/// What they take of a picture's height before smaller letters are tried.
const MUCH: f64 = 0.34;

/// One pole, and what is said below it in letters of some class.
pub struct PoleLabel<'a> {
    pub pole: &'a Pole,
    pub notes: Vec<(&'static str, String)>,
}

/// Both poles as they stand above their line.
pub struct PoleHeads {
    /// What they take of the height.
    pub height: f64,
    pub marks: Vec<Mark>,
}

impl PoleHeads {
    /// At the top of a picture of that size, in the largest letters that leave enough of its
    /// height.
    pub fn of(heads: &[PoleLabel<'_>; 2], width: f64, height: f64) -> Self {
        let with = |sizes| Self::with(heads, width, sizes);
        let [large, small] = SIZES.map(with);
        if large.height <= height * MUCH {
            large
        } else {
            small
        }
    }

    fn with(heads: &[PoleLabel<'_>; 2], width: f64, sizes: (f64, f64)) -> Self {
        let [left, right] = [(Anchor::Start, 0.0), (Anchor::End, width)];
        let (high, mut marks) = block(&heads[0], left, width * HALF, sizes);
        let (other, more) = block(&heads[1], right, width * HALF, sizes);
        marks.extend(more);
        Self {
            height: high.max(other) + BELOW,
            marks,
        }
    }
}

/// A picture at the outer side, and the words beside it.
fn block(
    head: &PoleLabel<'_>,
    (anchor, edge): (Anchor, f64),
    wide: f64,
    (size, small): (f64, f64),
) -> (f64, Vec<Mark>) {
    let inwards = if anchor == Anchor::Start { 1.0 } else { -1.0 };
    let aside = if head.pole.image.is_some() {
        PICTURE + BETWEEN
    } else {
        0.0
    };
    let measure = wide - aside;
    let words = |class: &'static str, size: f64, weight: u16, it: &str| {
        balance(it, size, weight, measure, usize::MAX)
            .into_iter()
            .map(move |line| (class, size, line))
    };
    let notes = head
        .notes
        .iter()
        .flat_map(|(class, note)| words(class, small, 600, note));
    let lines: Vec<(&'static str, f64, String)> = words("pole-label", size, 700, &head.pole.label)
        .chain(notes)
        .collect();
    let mut y = 0.0;
    let mut marks: Vec<Mark> = head
        .pole
        .image
        .iter()
        .map(|image| emoji(image, (edge, 0.0), PICTURE, anchor))
        .collect();
    for (class, size, line) in lines {
        marks.push(text(
            class,
            edge + inwards * aside,
            y + size * 0.86,
            size,
            anchor,
            line,
        ));
        y += size * LEADING;
    }
    (if aside > 0.0 { y.max(PICTURE) } else { y }, marks)
}
