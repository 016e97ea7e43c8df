//! Placing words: most frequent first, each at the free place nearest to the middle. The same words with
//! the same widths always come to the same picture. How wide a word is, the caller says.

/// The side of a cell of the grid on which words are placed, in units of the picture.
const CELL: f64 = 5.0;
/// Sizes by level: said once, twice, 3–4, 5–8, 9–16, 17–32 and 33 times or more.
const LEVELS: [f64; 7] = [34.0, 42.0, 52.0, 64.0, 80.0, 100.0, 124.0];
/// The smallest and largest size of a word, whatever the scale.
const SIZE_MIN: f64 = 34.0;
/// See [`SIZE_MIN`].
const SIZE_MAX: f64 = 150.0;
/// Scales that are tried, largest first.
const SCALES: [f64; 10] = [2.6, 2.2, 1.9, 1.6, 1.35, 1.15, 1.0, 0.85, 0.72, 0.6];
/// How much of a picture words can cover at most; a scale that would need more is not tried.
const COVER_MAX: f64 = 0.9;
/// The width that a list of left-over words takes beside the picture.
pub const LIST_WIDTH: f64 = 300.0;

/// A word to be placed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counted<'a> {
    /// As it is shown.
    pub text: &'a str,
    /// How many people gave it.
    pub count: u64,
}

/// A word with its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Placed {
    /// Which word, by its place in the input.
    pub index: usize,
    /// The middle of its width.
    pub x: f64,
    /// Its baseline.
    pub y: f64,
    /// The font's size.
    pub size: f64,
    /// The font's weight.
    pub weight: u16,
}

/// A picture of words.
#[derive(Clone, Debug, PartialEq)]
pub struct Cloud {
    /// In the order in which they were placed.
    pub placed: Vec<Placed>,
    /// Words that found no room, by their place in the input; they belong into a list beside it.
    pub left_over: Vec<usize>,
}

/// Places words in a box of that size. `width` says how wide a text is at a size and weight. Where not all
/// find room, the picture is narrower by [`LIST_WIDTH`] and only words that were said once are left over,
/// if that is possible at all.
pub fn place(words: &[Counted<'_>], box_size: (f64, f64), width: &dyn Fn(&str, f64, u16) -> f64) -> Cloud {
    let all =
        SCALES.iter().filter_map(|scale| pack(words, box_size, *scale, width)).find(|cloud| cloud.left_over.is_empty());
    all.unwrap_or_else(|| {
        let beside_list = (box_size.0 - LIST_WIDTH, box_size.1);
        let mut last = Cloud { placed: Vec::new(), left_over: (0..words.len()).collect() };
        for scale in &SCALES[5..] {
            last = fill(words, beside_list, *scale, width);
            if last.left_over.iter().all(|index| words[*index].count <= 1) {
                break;
            }
        }
        last
    })
}

/// The picture at a scale; nothing where the words could not all fit by their areas alone.
fn pack(
    words: &[Counted<'_>],
    box_size: (f64, f64),
    scale: f64,
    width: &dyn Fn(&str, f64, u16) -> f64,
) -> Option<Cloud> {
    let area: f64 = words.iter().map(|word| Inked::of(word, scale, width).area()).sum();
    (area <= box_size.0 * box_size.1 * COVER_MAX).then(|| fill(words, box_size, scale, width))
}

fn fill(words: &[Counted<'_>], box_size: (f64, f64), scale: f64, width: &dyn Fn(&str, f64, u16) -> f64) -> Cloud {
    let mut grid = Grid::new(box_size);
    let mut cloud = Cloud { placed: Vec::new(), left_over: Vec::new() };
    for (index, word) in words.iter().enumerate() {
        let inked = Inked::of(word, scale, width);
        match grid.take_nearest(inked.columns(), inked.rows()) {
            Some((column, row)) => cloud.placed.push(inked.at(index, column, row)),
            None => cloud.left_over.push(index),
        }
    }
    cloud
}

/// The ink of a word: its advance, and only as high and deep as its letters are.
struct Inked {
    size: f64,
    weight: u16,
    width: f64,
    above: f64,
    below: f64,
}

impl Inked {
    fn of(word: &Counted<'_>, scale: f64, width: &dyn Fn(&str, f64, u16) -> f64) -> Self {
        let level = level(word.count);
        let size = (LEVELS[level] * scale).clamp(SIZE_MIN, SIZE_MAX);
        let weight = if level >= 2 { 700 } else { 600 };
        let high = |c: char| c.is_ascii_digit() || c.is_uppercase() || !c.is_ascii() || "bdfhijklt'!?()".contains(c);
        let deep = |c: char| !c.is_ascii() || "gjpqy,;()".contains(c);
        Self {
            size,
            weight,
            width: width(word.text, size, weight),
            above: size * if word.text.chars().any(high) { 0.72 } else { 0.51 },
            below: size * if word.text.chars().any(deep) { 0.21 } else { 0.02 },
        }
    }

    fn columns(&self) -> usize {
        ((self.width + 2.0 * (0.13 * self.size + 3.0)) / CELL).ceil() as usize
    }

    fn rows(&self) -> usize {
        ((self.above + self.below + 2.0 * (0.055 * self.size + 4.0)) / CELL).ceil() as usize
    }

    fn area(&self) -> f64 {
        self.columns() as f64 * self.rows() as f64 * CELL * CELL
    }

    fn at(&self, index: usize, column: usize, row: usize) -> Placed {
        let middle = |first: usize, cells: usize| (first as f64 + cells as f64 / 2.0) * CELL;
        Placed {
            index,
            x: middle(column, self.columns()),
            y: middle(row, self.rows()) + (self.above + self.below) / 2.0 - self.below,
            size: self.size,
            weight: self.weight,
        }
    }
}

/// 0 for what was said once; each level holds twice as many counts as the one before.
fn level(count: u64) -> usize {
    let bits = count.saturating_sub(1).checked_ilog2().map_or(0, |bits| bits as usize + 1);
    bits.min(LEVELS.len() - 1)
}

/// Which cells are taken, with running sums so that a rectangle is asked for at once.
struct Grid {
    columns: usize,
    rows: usize,
    taken: Vec<bool>,
    sums: Vec<u32>,
}

impl Grid {
    fn new((width, height): (f64, f64)) -> Self {
        let (columns, rows) = ((width / CELL) as usize, (height / CELL) as usize);
        Self { columns, rows, taken: vec![false; columns * rows], sums: vec![0; (columns + 1) * (rows + 1)] }
    }

    /// The free rectangle whose middle is nearest to the middle of the box, in shares of its sides, ties
    /// from the top left. It is taken with this.
    fn take_nearest(&mut self, wide: usize, high: usize) -> Option<(usize, usize)> {
        if wide > self.columns || high > self.rows {
            return None;
        }
        let mut best: Option<(f64, usize, usize)> = None;
        for row in 0..=self.rows - high {
            let dy = (row as f64 + high as f64 / 2.0 - self.rows as f64 / 2.0) / self.rows as f64;
            if best.is_some_and(|(known, ..)| dy * dy >= known) {
                continue;
            }
            for column in 0..=self.columns - wide {
                let dx = (column as f64 + wide as f64 / 2.0 - self.columns as f64 / 2.0) / self.columns as f64;
                let distance = dx * dx + dy * dy;
                if best.is_none_or(|(known, ..)| distance < known) && self.is_free(column, row, wide, high) {
                    best = Some((distance, column, row));
                }
            }
        }
        let (_, column, row) = best?;
        self.take(column, row, wide, high);
        Some((column, row))
    }

    fn is_free(&self, column: usize, row: usize, wide: usize, high: usize) -> bool {
        let sum = |column: usize, row: usize| self.sums[row * (self.columns + 1) + column];
        sum(column + wide, row + high) + sum(column, row) == sum(column + wide, row) + sum(column, row + high)
    }

    fn take(&mut self, column: usize, row: usize, wide: usize, high: usize) {
        for each in row..row + high {
            self.taken[each * self.columns + column..each * self.columns + column + wide].fill(true);
        }
        // Sums above the rectangle stay as they are.
        for each in row..self.rows {
            let mut in_row = 0;
            for at in 0..self.columns {
                in_row += u32::from(self.taken[each * self.columns + at]);
                self.sums[(each + 1) * (self.columns + 1) + at + 1] =
                    self.sums[each * (self.columns + 1) + at + 1] + in_row;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BOX: (f64, f64) = (1600.0, 520.0);

    fn half_em(text: &str, size: f64, _: u16) -> f64 {
        text.chars().count() as f64 * size * 0.55
    }

    fn words(n: usize) -> Vec<(String, u64)> {
        (0..n).map(|i| (format!("woord{}", "x".repeat(i % 9)), (n - i) as u64 / 9 + 1)).collect()
    }

    fn counted(words: &[(String, u64)]) -> Vec<Counted<'_>> {
        words.iter().map(|(text, count)| Counted { text, count: *count }).collect()
    }

    #[test]
    fn no_word_lies_on_another_or_outside_and_none_is_lost() {
        for many in [1, 2, 7, 60, 300] {
            let words = words(many);
            let words = counted(&words);
            let cloud = place(&words, BOX, &half_em);
            let boxes: Vec<_> = cloud
                .placed
                .iter()
                .map(|placed| {
                    let wide = half_em(words[placed.index].text, placed.size, 600);
                    (
                        placed.x - wide / 2.0,
                        placed.y - placed.size * 0.72,
                        placed.x + wide / 2.0,
                        placed.y + placed.size * 0.02,
                    )
                })
                .collect();
            for (number, a) in boxes.iter().enumerate() {
                assert!(a.0 >= 0.0 && a.1 >= 0.0 && a.2 <= BOX.0 && a.3 <= BOX.1, "{a:?} is outside");
                let apart = |b: &&(f64, f64, f64, f64)| a.2 <= b.0 || b.2 <= a.0 || a.3 <= b.1 || b.3 <= a.1;
                assert_eq!(boxes[number + 1..].iter().find(|b| !apart(b)), None, "{a:?}");
            }
            assert_eq!(cloud.placed.len() + cloud.left_over.len(), many);
        }
    }

    #[test]
    fn the_most_frequent_stands_in_the_middle_and_is_largest() {
        let words = words(40);
        let cloud = place(&counted(&words), BOX, &half_em);
        let first = &cloud.placed[0];
        assert!((first.x - 800.0).abs() < 10.0 && (first.y - 260.0).abs() < 60.0, "{first:?}");
        assert!(cloud.placed.iter().all(|placed| placed.size <= first.size));
    }

    #[test]
    fn the_same_words_come_to_the_same_picture() {
        let words = words(120);
        assert_eq!(place(&counted(&words), BOX, &half_em), place(&counted(&words), BOX, &half_em));
    }

    #[test]
    fn only_what_was_said_once_is_left_over() {
        let mut many = words(30);
        many.extend((0..400).map(|i| (format!("eenmalig antwoord {i}"), 1)));
        let counted = counted(&many);
        let cloud = place(&counted, BOX, &half_em);
        assert!(!cloud.left_over.is_empty());
        assert!(cloud.left_over.iter().all(|index| counted[*index].count == 1));
    }
}
