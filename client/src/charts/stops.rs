//! Names between two poles: below their marks, or where they are too long for that numbers there
//! and a list below.

use super::mark::{Anchor, Mark, text};
use super::measure::{balance, whole};

/// The size of names, and from one line to the next by it.
const SIZE: f64 = 34.0;
const LEADING: f64 = 1.15;
/// Lines that a name may take below its mark, and what it leaves of the width between two marks.
const LINES: usize = 3;
const AIR: f64 = 20.0;
/// Between the columns of a list, what a number takes of one, and what stands above the list.
const GAP: f64 = 60.0;
const NUMBER: f64 = 44.0;
const ABOVE: f64 = 22.0;

/// Names as they stand in lines.
#[derive(Debug, PartialEq)]
pub enum Stops {
    Named(Vec<Vec<String>>),
    /// In columns of so much width.
    Numbered(Vec<Vec<String>>),
}

impl Stops {
    /// Below marks that are so far apart, in a picture of that width.
    pub fn of(stops: &[String], apart: f64, width: f64) -> Self {
        let zone = apart - AIR;
        let fits = |stop: &String| whole(stop, SIZE, 400, zone).is_some_and(|lines| lines <= LINES);
        let lines = |measure: f64| {
            stops
                .iter()
                .map(|stop| balance(stop, SIZE, 400, measure, usize::MAX))
                .collect()
        };
        if stops.iter().all(fits) {
            Self::Named(lines(zone))
        } else {
            Self::Numbered(lines(column(width) - NUMBER))
        }
    }

    /// What stands at the marks.
    pub fn at(&self, stop: usize) -> Vec<String> {
        match self {
            Self::Named(lines) => lines[stop].clone(),
            Self::Numbered(_) => vec![(stop + 1).to_string()],
        }
    }

    /// From the first line at the marks to the last.
    pub fn height(&self) -> f64 {
        match self {
            Self::Named(lines) => {
                (lines.iter().map(Vec::len).max().unwrap_or(1).max(1) - 1) as f64 * SIZE * LEADING
            }
            Self::Numbered(_) => 0.0,
        }
    }

    /// The list, below that place in a picture of that width; nothing where names stand at their
    /// marks.
    pub fn list(&self, below: f64, width: f64) -> (f64, Vec<Mark>) {
        let Self::Numbered(names) = self else {
            return (0.0, Vec::new());
        };
        let each = names.len().div_ceil(2);
        let (mut lowest, mut marks) = (0.0_f64, Vec::new());
        for (place, names) in names.chunks(each).enumerate() {
            let x = place as f64 * (column(width) + GAP);
            let mut y = below + ABOVE + SIZE;
            for (number, lines) in names.iter().enumerate() {
                let number = (place * each + number + 1).to_string();
                marks.push(text("stop", x, y, SIZE, Anchor::Start, number));
                for line in lines {
                    marks.push(text(
                        "stop",
                        x + NUMBER,
                        y,
                        SIZE,
                        Anchor::Start,
                        line.clone(),
                    ));
                    y += SIZE * LEADING;
                }
            }
            lowest = lowest.max(y - SIZE * LEADING - below);
        }
        (lowest, marks)
    }
}

fn column(width: f64) -> f64 {
    (width - GAP) / 2.0
}
