//! `words` as a list: how often, and what, the most frequent first, in columns and pages that hold the same on every
//! shape of screen.

use shared::question::words::{Entry, Results};

use super::frame::{Drawing, Shape};
use super::mark::{Anchor, Mark, n, text};
use super::measure::{width, wrap};
use crate::language::Language;
use crate::texts::charts::grouped;

const SIZE: f64 = 40.0;
/// From one line to the next, and between two words.
const LINE: f64 = 46.0;
const AIR: f64 = 14.0;
/// Between two columns, and between a count and its word.
const GAP: f64 = 64.0;
const BETWEEN: f64 = 22.0;

/// How many pages of a stage these words take.
pub fn pages(results: &Results, language: Language) -> usize {
    split(results, language).len().max(1)
}

/// One page's picture.
pub fn drawing(shape: Shape, results: &Results, page: usize, language: Language) -> Drawing {
    let entries = split(results, language).get(page).copied().unwrap_or_default();
    let shelf = Shelf::of(shape, results, language);
    let (width, height) = shape.size();
    let rows = shelf.place(entries).unwrap_or_default().into_iter().zip(entries);
    let most = results.entries.first().map_or(0, |entry| entry.count);
    let marks = rows.map(|((x, y), entry)| Mark::Entry {
        name: entry.text.clone(),
        transform: format!("translate({} {})", n(x), n(y)),
        marks: shelf.row(entry, most, language),
    });
    Drawing { shape, width, height, align: Some("xMinYMin meet"), marks: marks.collect() }
}

/// The words page by page: as many on each as both shapes hold.
fn split(results: &Results, language: Language) -> Vec<&[Entry]> {
    let shelves = [Shape::Wide, Shape::Tall].map(|shape| Shelf::of(shape, results, language));
    let mut left = results.entries.as_slice();
    let mut pages = Vec::new();
    while !left.is_empty() {
        let fits = |count: &usize| shelves.iter().all(|shelf| shelf.place(&left[..*count]).is_some());
        let count = (1..=left.len()).take_while(fits).last().unwrap_or(1);
        let (page, rest) = left.split_at(count);
        pages.push(page);
        left = rest;
    }
    pages
}

/// The columns of one shape.
struct Shelf {
    columns: usize,
    column: f64,
    height: f64,
    /// What the counts take of a column.
    counts: f64,
}

impl Shelf {
    fn of(shape: Shape, results: &Results, language: Language) -> Self {
        let columns = if shape == Shape::Wide { 3 } else { 2 };
        let (wide, height) = shape.size();
        let widest = results.entries.iter().map(|entry| width(&grouped(language, entry.count), SIZE, 750));
        Self {
            columns,
            column: (wide - (columns - 1) as f64 * GAP) / columns as f64,
            height,
            counts: widest.fold(0.0, f64::max),
        }
    }

    /// Where each word goes, column by column; nothing if they don't all have room.
    fn place(&self, entries: &[Entry]) -> Option<Vec<(f64, f64)>> {
        let (mut column, mut y) = (0, 0.0);
        let place = |entry: &Entry| {
            let high = self.lines(entry).len() as f64 * LINE;
            if y > 0.0 && y + high > self.height {
                (column, y) = (column + 1, 0.0);
            }
            let at = (column as f64 * (self.column + GAP), y);
            y += high + AIR;
            (column < self.columns).then_some(at)
        };
        entries.iter().map(place).collect()
    }

    fn lines(&self, entry: &Entry) -> Vec<String> {
        wrap(&entry.text, SIZE, 700, self.column - self.counts - BETWEEN, usize::MAX)
    }

    fn row(&self, entry: &Entry, most: u64, language: Language) -> Vec<Mark> {
        let class = match entry.count {
            count if count == most && most > 1 => "word top",
            1 if most > 1 => "word low",
            _ => "word mid",
        };
        let y = SIZE * 0.84;
        let word = |(number, line): (usize, String)| {
            let x = self.counts + BETWEEN;
            text(class, x, y + number as f64 * LINE, SIZE, Anchor::Start, line)
        };
        let count = text("count", self.counts, y, SIZE, Anchor::End, grouped(language, entry.count));
        std::iter::once(count).chain(self.lines(entry).into_iter().enumerate().map(word)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn results(words: usize) -> Results {
        let text = |number: usize| match number % 9 {
            8 => format!("een heel lange gedachte van precies zestig tekens, nummer {number}"),
            _ => format!("woord {number}"),
        };
        let entries: Vec<Entry> =
            (0..words).map(|number| Entry { text: text(number), count: (words - number) as u64 * 40 }).collect();
        Results { voters: words as u64, distinct: words as u64, entries }
    }

    #[test]
    fn every_word_is_on_one_page_as_a_whole() {
        for words in [0, 1, 24, 25, 300] {
            let results = results(words);
            for shape in [Shape::Wide, Shape::Tall] {
                let mut shown = 0;
                for page in 0..pages(&results, Language::Nl) {
                    let drawing = drawing(shape, &results, page, Language::Nl);
                    shown += drawing.marks.len();
                    assert!(!format!("{:?}", drawing.marks).contains('…'));
                }
                assert_eq!(shown, words, "{shape:?}");
            }
        }
    }
}
