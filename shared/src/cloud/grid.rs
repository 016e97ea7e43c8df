//! Which cells of a picture are taken, a bit each, and where a rectangle still fits.
//!
//! Whole numbers only, so that every machine finds the same place.

/// A rectangle in cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CellRect {
    pub x: usize,
    pub y: usize,
    pub width: usize,
    pub height: usize,
}

impl CellRect {
    /// The middle, in halves of a cell.
    pub fn middle(self) -> (usize, usize) {
        (2 * self.x + self.width, 2 * self.y + self.height)
    }

    /// Whether a point in halves of a cell is in it.
    pub fn holds(self, (x, y): (usize, usize)) -> bool {
        (2 * self.x..2 * (self.x + self.width)).contains(&x)
            && (2 * self.y..2 * (self.y + self.height)).contains(&y)
    }

    pub fn touches(self, other: Self) -> bool {
        let apart = |from: usize, length: usize, other: usize, its: usize| {
            from + length <= other || other + its <= from
        };
        !apart(self.x, self.width, other.x, other.width)
            && !apart(self.y, self.height, other.y, other.height)
    }
}

/// Bits of one row, the leftmost cell in the lowest bit of the first word.
type RowBits = [u64; WORDS];
/// Enough for the widest picture.
const WORDS: usize = 6;

/// Taken cells.
#[derive(Clone, Debug, PartialEq)]
pub struct CellGrid {
    columns: usize,
    rows: Vec<RowBits>,
    /// Widths and heights for which there was no place any more. A grid only gets fuller, so
    /// nothing as large needs looking for: of a thousand words that are left over, all but a few.
    full: Vec<(usize, usize)>,
}

impl CellGrid {
    /// A free one.
    pub fn new(columns: usize, rows: usize) -> Self {
        assert!(columns <= WORDS * 64, "a row has no more cells");
        Self {
            columns,
            rows: vec![[0; WORDS]; rows],
            full: Vec::new(),
        }
    }

    /// The middle, in halves of a cell.
    pub fn middle(&self) -> (usize, usize) {
        (self.columns, self.rows.len())
    }

    pub fn occupy(&mut self, area: CellRect) {
        let mask = mask(area.x, (area.x + area.width).min(self.columns));
        for row in self.rows.iter_mut().skip(area.y).take(area.height) {
            row.iter_mut()
                .zip(mask)
                .for_each(|(bits, more)| *bits |= more);
        }
    }

    /// Whether an area is inside, and nothing of it is taken.
    pub fn is_free(&self, area: CellRect) -> bool {
        let inside = area.x + area.width <= self.columns && area.y + area.height <= self.rows.len();
        let mask = mask(area.x, (area.x + area.width).min(self.columns));
        let free = |row: &RowBits| {
            row.iter()
                .zip(mask)
                .all(|(bits, wanted)| bits & wanted == 0)
        };
        inside && self.rows[area.y..area.y + area.height].iter().all(free)
    }

    /// The free place of that size whose middle is nearest to a point, in halves of a cell; of
    /// equal ones the upper, then the left one.
    pub fn nearest(
        &mut self,
        width: usize,
        height: usize,
        point: (usize, usize),
    ) -> Option<CellRect> {
        if self
            .full
            .iter()
            .any(|(narrow, low)| *narrow <= width && *low <= height)
        {
            return None;
        }
        let found = self.free_nearest(width, height, point);
        if found.is_none() {
            self.full
                .retain(|(known, low)| *known < width || *low < height);
            self.full.push((width, height));
        }
        found
    }

    fn free_nearest(&self, width: usize, height: usize, point: (usize, usize)) -> Option<CellRect> {
        let last_x = self.columns.checked_sub(width)?;
        let last_y = self.rows.len().checked_sub(height)?;
        // A little flatter than the picture: names are wide.
        let shape = (self.columns as u64 * 6 / 5, self.rows.len() as u64);
        let away =
            |at: usize, length: usize, point: usize| (2 * at + length).abs_diff(point) as u64;
        let mut best: Option<(u64, usize, usize)> = None;
        let mut by_distance: Vec<usize> = (0..=last_y).collect();
        by_distance.sort_by_key(|y| away(*y, height, point.1));
        let blocked = union_of_next(&self.rows, height);
        for y in by_distance {
            let dy = away(y, height, point.1) * shape.0;
            if best.is_some_and(|(distance, ..)| dy * dy > distance) {
                break;
            }
            let row = blocked_starts(&blocked[y], width);
            let Some(x) = nearest_free(&row, last_x, width, point.0) else {
                continue;
            };
            let dx = away(x, width, point.0) * shape.1;
            let found = (dx * dx + dy * dy, y, x);
            if best.is_none_or(|known| found < known) {
                best = Some(found);
            }
        }
        best.map(|(_, y, x)| CellRect {
            x,
            y,
            width,
            height,
        })
    }
}

/// The bits of these cells.
fn mask(from: usize, to: usize) -> RowBits {
    let ones = |count: usize| {
        if count >= 64 {
            u64::MAX
        } else {
            (1 << count) - 1
        }
    };
    let upto = |cell: usize, at: usize| ones(cell.saturating_sub(at * 64));
    std::array::from_fn(|at| upto(to, at) & !upto(from, at))
}

/// Of each row: what is taken in it or in one of the `height - 1` rows below it.
fn union_of_next(rows: &[RowBits], height: usize) -> Vec<RowBits> {
    let mut union = rows.to_vec();
    let mut spans = 1;
    while spans < height {
        let step = spans.min(height - spans);
        for y in 0..union.len() - step {
            let (upper, lower) = union.split_at_mut(y + step);
            upper[y]
                .iter_mut()
                .zip(&lower[0])
                .for_each(|(bits, below)| *bits |= below);
        }
        spans += step;
    }
    union
}

/// The cells at which nothing of that width can begin, the end of the row not considered.
fn blocked_starts(taken: &RowBits, width: usize) -> RowBits {
    let mut blocked = *taken;
    let mut spans = 1;
    while spans < width {
        let step = spans.min(width - spans);
        let shifted = shifted_left(&blocked, step);
        blocked
            .iter_mut()
            .zip(shifted)
            .for_each(|(bits, more)| *bits |= more);
        spans += step;
    }
    blocked
}

/// The row moved towards its first cell.
fn shifted_left(row: &RowBits, by: usize) -> RowBits {
    let (whole, bits) = (by / 64, by % 64);
    let word = |at: usize| row.get(at).copied().unwrap_or_default();
    std::array::from_fn(|at| match bits {
        0 => word(at + whole),
        _ => word(at + whole) >> bits | word(at + whole + 1) << (64 - bits),
    })
}

/// The free cell of `0..=last` at which something of that width has its middle nearest to a point;
/// of two the left one.
fn nearest_free(blocked: &RowBits, last: usize, width: usize, point: usize) -> Option<usize> {
    let free = |x: &usize| blocked[x / 64] >> (x % 64) & 1 == 0;
    let split = (point.saturating_sub(width) / 2).min(last);
    let left = (0..=split).rev().find(free);
    let right = (split + 1..=last).find(free);
    let away = |x: usize| (2 * x + width).abs_diff(point);
    match (left, right) {
        (Some(left), Some(right)) => Some(if away(left) <= away(right) {
            left
        } else {
            right
        }),
        (left, right) => left.or(right),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_stands_in_the_middle_and_the_next_above_it() {
        let mut grid = CellGrid::new(100, 50);
        let first = grid.nearest(40, 10, grid.middle()).unwrap();
        assert_eq!(
            first,
            CellRect {
                x: 30,
                y: 20,
                width: 40,
                height: 10
            }
        );
        grid.occupy(first);
        assert_eq!(
            grid.nearest(40, 10, grid.middle()),
            Some(CellRect {
                x: 30,
                y: 10,
                width: 40,
                height: 10
            })
        );
    }

    #[test]
    fn a_full_picture_has_no_place() {
        let mut grid = CellGrid::new(100, 50);
        grid.occupy(CellRect {
            x: 10,
            y: 0,
            width: 80,
            height: 50,
        });
        assert_eq!(grid.nearest(11, 1, grid.middle()), None);
        assert_eq!(grid.nearest(101, 1, grid.middle()), None);
        assert_eq!(
            grid.nearest(10, 50, grid.middle()),
            Some(CellRect {
                x: 0,
                y: 0,
                width: 10,
                height: 50
            })
        );
    }

    #[test]
    fn what_has_no_place_leaves_places_for_what_is_narrower_or_lower() {
        let mut grid = CellGrid::new(100, 50);
        grid.occupy(CellRect {
            x: 20,
            y: 10,
            width: 60,
            height: 40,
        });
        assert_eq!(grid.nearest(30, 20, grid.middle()), None);
        assert_eq!(grid.nearest(40, 20, grid.middle()), None);
        assert!(grid.nearest(30, 10, grid.middle()).is_some());
        assert!(grid.nearest(20, 20, grid.middle()).is_some());
    }

    #[test]
    fn what_there_was_no_place_for_once_is_refused_at_once() {
        let mut grid = CellGrid::new(100, 50);
        grid.occupy(CellRect {
            x: 0,
            y: 0,
            width: 70,
            height: 50,
        });
        assert_eq!(grid.nearest(40, 10, grid.middle()), None);
        assert_eq!(grid.full, [(40, 10)]);
        assert_eq!(
            (grid.nearest(41, 12, grid.middle()), grid.full.len()),
            (None, 1)
        );
        assert!(grid.nearest(30, 10, grid.middle()).is_some());
    }

    #[test]
    fn rows_are_wider_than_one_word_of_bits() {
        let mut grid = CellGrid::new(200, 2);
        grid.occupy(CellRect {
            x: 0,
            y: 0,
            width: 130,
            height: 2,
        });
        assert_eq!(
            grid.nearest(70, 2, grid.middle()),
            Some(CellRect {
                x: 130,
                y: 0,
                width: 70,
                height: 2
            })
        );
        assert_eq!(grid.nearest(71, 2, grid.middle()), None);
    }
}
