//! Which cells of a picture are taken, a bit each, and where a rectangle still fits.
//!
//! Whole numbers only, so that every machine finds the same place.

/// A rectangle in cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Area {
    pub x: usize,
    pub y: usize,
    pub width: usize,
    pub height: usize,
}

impl Area {
    pub fn touches(self, other: Self) -> bool {
        let apart =
            |from: usize, length: usize, other: usize, its: usize| from + length <= other || other + its <= from;
        !apart(self.x, self.width, other.x, other.width) && !apart(self.y, self.height, other.y, other.height)
    }
}

/// Bits of one row, the leftmost cell in the lowest bit of the first word.
type Row = Vec<u64>;

/// Taken cells.
#[derive(Clone, Debug, PartialEq)]
pub struct Grid {
    columns: usize,
    rows: Vec<Row>,
    /// Across and down the same distance counts in parts of these.
    shape: (usize, usize),
    /// Widths and heights for which there was no place any more. A grid only gets fuller, so nothing as large needs looking for: of a
    /// thousand words that are left over, all but a few.
    full: Vec<(usize, usize)>,
}

impl Grid {
    /// A free one; distances from its middle are measured in parts of the width and height in `shape`.
    pub fn new(columns: usize, rows: usize, shape: (usize, usize)) -> Self {
        Self { columns, rows: vec![vec![0; columns.div_ceil(64)]; rows], shape, full: Vec::new() }
    }

    pub fn columns(&self) -> usize {
        self.columns
    }

    pub fn rows(&self) -> usize {
        self.rows.len()
    }

    pub fn occupy(&mut self, area: Area) {
        let masks = masks(area.x, (area.x + area.width).min(self.columns));
        for row in self.rows.iter_mut().skip(area.y).take(area.height) {
            masks.iter().for_each(|(at, mask)| row[*at] |= mask);
        }
    }

    /// The same with all cells free.
    pub fn emptied(&self) -> Self {
        Self::new(self.columns, self.rows.len(), self.shape)
    }

    /// Whether it is known already that nothing of that size has a place.
    pub fn is_full_for(&self, width: usize, height: usize) -> bool {
        self.full.iter().any(|(narrow, low)| *narrow <= width && *low <= height)
    }

    /// The free place of that size whose middle is nearest to the grid's; of equal ones the upper, then the left one.
    pub fn nearest_to_middle(&mut self, width: usize, height: usize) -> Option<Area> {
        if self.is_full_for(width, height) {
            return None;
        }
        let found = self.free_nearest_to_middle(width, height);
        if found.is_none() {
            self.full.retain(|(known, low)| *known < width || *low < height);
            self.full.push((width, height));
        }
        found
    }

    /// The same, without keeping in mind where there is none.
    pub fn free_nearest_to_middle(&self, width: usize, height: usize) -> Option<Area> {
        let last_x = self.columns.checked_sub(width)?;
        let last_y = self.rows.len().checked_sub(height)?;
        let from_middle = |at: usize, length: usize, all: usize| (2 * at + length).abs_diff(all) as u64;
        let mut best: Option<(u64, usize, usize)> = None;
        let mut by_distance: Vec<usize> = (0..=last_y).collect();
        by_distance.sort_by_key(|y| from_middle(*y, height, self.rows.len()));
        let blocked = union_of_next(&self.rows, height);
        for y in by_distance {
            let dy = from_middle(y, height, self.rows.len()) * self.shape.0 as u64;
            if best.is_some_and(|(distance, ..)| dy * dy > distance) {
                break;
            }
            let row = blocked_starts(&blocked[y], width);
            let Some(x) = nearest_free(&row, last_x) else { continue };
            let dx = from_middle(x, width, self.columns) * self.shape.1 as u64;
            let found = (dx * dx + dy * dy, y, x);
            if best.is_none_or(|known| found < known) {
                best = Some(found);
            }
        }
        best.map(|(_, y, x)| Area { x, y, width, height })
    }
}

/// The bits of these cells, word by word.
fn masks(from: usize, to: usize) -> Vec<(usize, u64)> {
    let ones = |count: usize| if count >= 64 { u64::MAX } else { (1 << count) - 1 };
    let mask = |at: usize| (at, ones(to - at * 64) & !ones(from.saturating_sub(at * 64)));
    (from / 64..to.div_ceil(64)).map(mask).collect()
}

/// Of each row: what is taken in it or in one of the `height - 1` rows below it.
fn union_of_next(rows: &[Row], height: usize) -> Vec<Row> {
    let mut union = rows.to_vec();
    let mut spans = 1;
    while spans < height {
        let step = spans.min(height - spans);
        for y in 0..union.len() - step {
            let (upper, lower) = union.split_at_mut(y + step);
            upper[y].iter_mut().zip(&lower[0]).for_each(|(bits, below)| *bits |= below);
        }
        spans += step;
    }
    union
}

/// The cells at which nothing of that width can begin, the end of the row not considered.
fn blocked_starts(taken: &Row, width: usize) -> Row {
    let mut blocked = taken.clone();
    let mut spans = 1;
    while spans < width {
        let step = spans.min(width - spans);
        let shifted = shifted_left(&blocked, step);
        blocked.iter_mut().zip(shifted).for_each(|(bits, more)| *bits |= more);
        spans += step;
    }
    blocked
}

/// The row moved towards its first cell.
fn shifted_left(row: &Row, by: usize) -> Row {
    let (whole, bits) = (by / 64, by % 64);
    let word = |at: usize| row.get(at).copied().unwrap_or_default();
    let moved = |at: usize| match bits {
        0 => word(at + whole),
        _ => word(at + whole) >> bits | word(at + whole + 1) << (64 - bits),
    };
    (0..row.len()).map(moved).collect()
}

/// The free cell nearest to the middle of `0..=last`; of two the left one.
fn nearest_free(blocked: &Row, last: usize) -> Option<usize> {
    let free = |x: usize| blocked[x / 64] >> (x % 64) & 1 == 0;
    let middle = last / 2;
    let odd = last % 2;
    (0..=middle + odd).find_map(|away| {
        let left = middle.checked_sub(away).filter(|x| free(*x));
        let right = Some(middle + odd + away).filter(|x| *x <= last && free(*x));
        left.or(right)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_stands_in_the_middle_and_the_next_above_it() {
        let mut grid = Grid::new(100, 50, (100, 50));
        let first = grid.nearest_to_middle(40, 10).unwrap();
        assert_eq!(first, Area { x: 30, y: 20, width: 40, height: 10 });
        grid.occupy(first);
        assert_eq!(grid.nearest_to_middle(40, 10), Some(Area { x: 30, y: 10, width: 40, height: 10 }));
    }

    #[test]
    fn a_full_picture_has_no_place() {
        let mut grid = Grid::new(100, 50, (100, 50));
        grid.occupy(Area { x: 10, y: 0, width: 80, height: 50 });
        assert_eq!(grid.nearest_to_middle(11, 1), None);
        assert_eq!(grid.nearest_to_middle(101, 1), None);
        assert_eq!(grid.nearest_to_middle(10, 50), Some(Area { x: 0, y: 0, width: 10, height: 50 }));
    }

    #[test]
    fn what_has_no_place_leaves_places_for_what_is_narrower_or_lower() {
        let mut grid = Grid::new(100, 50, (100, 50));
        grid.occupy(Area { x: 20, y: 10, width: 60, height: 40 });
        assert_eq!(grid.nearest_to_middle(30, 20), None);
        assert_eq!(grid.nearest_to_middle(40, 20), None);
        assert!(grid.nearest_to_middle(30, 10).is_some());
        assert!(grid.nearest_to_middle(20, 20).is_some());
    }

    #[test]
    fn what_there_was_no_place_for_once_is_refused_at_once() {
        let mut grid = Grid::new(100, 50, (100, 50));
        grid.occupy(Area { x: 0, y: 0, width: 70, height: 50 });
        assert_eq!(grid.nearest_to_middle(40, 10), None);
        assert!(grid.is_full_for(40, 10) && grid.is_full_for(41, 12) && !grid.is_full_for(30, 10));
        assert!(!grid.emptied().is_full_for(40, 10));
    }

    #[test]
    fn rows_are_wider_than_one_word_of_bits() {
        let mut grid = Grid::new(200, 2, (200, 2));
        grid.occupy(Area { x: 0, y: 0, width: 130, height: 2 });
        assert_eq!(grid.nearest_to_middle(70, 2), Some(Area { x: 130, y: 0, width: 70, height: 2 }));
        assert_eq!(grid.nearest_to_middle(71, 2), None);
    }
}
