//! What was given, as a list: how often, and what, the most frequent first. The words of all
//! columns stand on one grid of rows. Few words are large; what the smallest letters don't hold
//! goes to further pages, which are the same on every shape of screen.

use super::categories::Count;
use super::frame::{Drawing, Shape, Surface};
use super::heading::Heading;
use super::mark::{Anchor, Mark, n, text};
use super::measure::{MeasuredText, listed, width};
use crate::language::Language;
use crate::texts::charts::grouped;

/// The sizes that are tried, largest first, and in how many columns of a wide and a tall screen.
const LOOKS: [(f64, usize, usize); 5] = [
    (60.0, 1, 1),
    (54.0, 2, 2),
    (48.0, 2, 2),
    (44.0, 3, 2),
    (38.0, 3, 2),
];
/// From one line to the next by the size of its letters, and from one row to the next at least and
/// at most.
const LINE: f64 = 1.16;
const AIR: std::ops::RangeInclusive<f64> = 0.36..=0.72;
/// Between two columns, and between a count and its word.
const GAP: f64 = 64.0;
const BETWEEN: f64 = 24.0;

/// A list of words.
#[derive(Clone, Copy)]
pub struct List<'a> {
    /// What stands above it.
    pub heading: Heading<'a>,
    pub entries: &'a [Count],
    pub language: Language,
}

impl<'a> List<'a> {
    /// How many pages of a stage these words take.
    pub fn pages(&self) -> usize {
        self.split().len().max(1)
    }

    /// The words page by page.
    pub fn names(&self) -> Vec<Vec<String>> {
        self.split()
            .into_iter()
            .map(|page| page.iter().map(|entry| entry.label.clone()).collect())
            .collect()
    }

    /// One page's picture.
    pub fn drawing(&self, shape: Shape, page: usize) -> Drawing {
        let pages = self.split();
        let entries = pages.get(page).copied().unwrap_or_default();
        // Where there are several pages, all have the letters of the fullest.
        let shelves = self.shelves(shape);
        let shelf = shelves
            .into_iter()
            .find(|shelf| pages.len() < 2 && shelf.holds(&shelf.lines_of(entries)));
        let shelf = shelf.unwrap_or_else(|| self.smallest(shape));
        let Surface { width, height, .. } = shelf.surface;
        let most = self.entries.first().map_or(0, |entry| entry.votes);
        let marks = shelf
            .places(entries)
            .into_iter()
            .zip(entries)
            .map(|((x, y), entry)| Mark::Entry {
                name: entry.label.clone(),
                transform: format!("translate({} {})", n(x), n(y)),
                marks: shelf.row(entry, most, self.language),
            });
        Drawing {
            shape,
            width,
            height,
            align: Some("xMinYMid meet"),
            marks: marks.collect(),
        }
    }

    /// The words page by page: as many on each as both shapes hold.
    fn split(&self) -> Vec<&'a [Count]> {
        let shelves = Shape::ALL.map(|shape| self.smallest(shape));
        // Broken into lines once: every page tries many numbers of them.
        let lines = shelves.each_ref().map(|shelf| shelf.lines_of(self.entries));
        let (mut from, mut pages) = (0, Vec::new());
        while from < self.entries.len() {
            let left = self.entries.len() - from;
            let fits = |count: &usize| {
                shelves
                    .iter()
                    .zip(&lines)
                    .all(|(shelf, lines)| shelf.holds(&lines[from..from + count]))
            };
            let count = (1..=left).take_while(fits).last().unwrap_or(1);
            pages.push(&self.entries[from..from + count]);
            from += count;
        }
        pages
    }

    fn smallest(&self, shape: Shape) -> ListColumns {
        self.shelf(shape, LOOKS[LOOKS.len() - 1])
    }

    fn shelves(&self, shape: Shape) -> Vec<ListColumns> {
        LOOKS
            .into_iter()
            .map(|look| self.shelf(shape, look))
            .collect()
    }

    fn shelf(&self, shape: Shape, (size, wide, tall): (f64, usize, usize)) -> ListColumns {
        let columns = if shape == Shape::Tall { tall } else { wide };
        let surface = self.heading.surface(shape);
        let counts = self
            .entries
            .iter()
            .map(|entry| width(&grouped(self.language, entry.votes), size, 750));
        let column = (surface.width - (columns - 1) as f64 * GAP) / columns as f64;
        ListColumns {
            surface,
            size,
            columns,
            column,
            counts: counts.fold(0.0, f64::max),
        }
    }
}

/// The columns of one shape in letters of one size.
struct ListColumns {
    surface: Surface,
    size: f64,
    columns: usize,
    column: f64,
    /// What the counts take of a column.
    counts: f64,
}

impl ListColumns {
    /// How many lines each word takes.
    fn lines_of(&self, entries: &[Count]) -> Vec<usize> {
        entries
            .iter()
            .map(|entry| self.listed(entry).rows())
            .collect()
    }

    /// The lines of each row, of which every column has a word.
    fn rows(&self, lines: &[usize]) -> Vec<usize> {
        let rows = lines.len().div_ceil(self.columns);
        let of_row = |row: usize| {
            lines
                .iter()
                .skip(row)
                .step_by(rows)
                .copied()
                .max()
                .unwrap_or(1)
        };
        (0..rows).map(of_row).collect()
    }

    fn high(&self, rows: &[usize], air: f64) -> f64 {
        (rows.iter().sum::<usize>() as f64 * LINE + rows.len().saturating_sub(1) as f64 * air)
            * self.size
    }

    fn holds(&self, lines: &[usize]) -> bool {
        self.high(&self.rows(lines), *AIR.start()) <= self.surface.height
    }

    /// Where each word goes, column by column. What is left of the height goes between the rows,
    /// and then above and below them.
    fn places(&self, entries: &[Count]) -> Vec<(f64, f64)> {
        let rows = self.rows(&self.lines_of(entries));
        let rest = (self.surface.height - self.high(&rows, 0.0)) / self.size;
        let air =
            (rest / rows.len().saturating_sub(1).max(1) as f64).clamp(*AIR.start(), *AIR.end());
        let mut y = ((self.surface.height - self.high(&rows, air)) / 2.0).max(0.0);
        let tops = rows.iter().map(|lines| {
            let top = y;
            y += (*lines as f64 * LINE + air) * self.size;
            top
        });
        let tops: Vec<f64> = tops.collect();
        let place = |number: usize| {
            let (column, row) = (number / tops.len(), number % tops.len());
            (column as f64 * (self.column + GAP), tops[row])
        };
        (0..entries.len()).map(place).collect()
    }

    fn listed(&self, entry: &Count) -> MeasuredText {
        let rows = (self.surface.height / (LINE * self.size)).floor() as usize;
        listed(
            &entry.label,
            self.size,
            700,
            self.column - self.counts - BETWEEN,
            rows,
        )
    }

    fn row(&self, entry: &Count, most: u64, language: Language) -> Vec<Mark> {
        let class = match entry.votes {
            count if count == most && most > 1 => "word top",
            1 if most > 1 => "word low",
            _ => "word",
        };
        let y = self.size * 0.84;
        let listed = self.listed(entry);
        let size = self.size * listed.share;
        let word = |(number, line): (usize, String)| {
            let x = self.counts + BETWEEN;
            text(
                class,
                x,
                y + number as f64 * LINE * size,
                size,
                Anchor::Start,
                line,
            )
        };
        let count = text(
            "count",
            self.counts,
            y,
            self.size,
            Anchor::End,
            grouped(language, entry.votes),
        );
        std::iter::once(count)
            .chain(listed.lines.into_iter().enumerate().map(word))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::charts::tests::assert_sound;

    fn results(words: usize) -> Vec<Count> {
        let text = |number: usize| match number % 9 {
            8 => format!("een heel lange gedachte van precies zestig tekens, nummer {number}"),
            _ => format!("woord {number}"),
        };
        (0..words)
            .map(|number| Count {
                label: text(number),
                votes: (words - number) as u64 * 40,
            })
            .collect()
    }

    fn list<'a>(entries: &'a [Count], prompt: &'a str) -> List<'a> {
        List {
            heading: Heading { prompt, body: "" },
            entries,
            language: Language::Nl,
        }
    }

    #[test]
    fn every_word_is_on_one_page_as_a_whole() {
        let long = "Waaraan denk je het eerst als je het hebt over waarden in het werk? ".repeat(2);
        for (words, prompt) in [
            (0, "Wat?"),
            (1, "Wat?"),
            (5, &long),
            (24, "Wat?"),
            (25, &long),
            (300, "Wat?"),
        ] {
            let results = results(words);
            let list = list(&results, prompt);
            for shape in Shape::ALL {
                let mut shown = 0;
                for page in 0..list.pages() {
                    let drawing = list.drawing(shape, page);
                    shown += drawing.marks.len();
                    assert_sound(&drawing, &format!("{words} words, {shape:?}, page {page}"));
                }
                assert_eq!(shown, words, "{shape:?}");
            }
        }
    }

    #[test]
    fn very_wide_characters_stay_in_their_column_and_are_whole() {
        let texts = [
            "⸻".repeat(25),
            "﷽".repeat(25),
            "\u{1242b}".repeat(25),
            "\u{12031}".repeat(25),
            "ﷺ".repeat(25),
            "\u{604}".repeat(100),
        ];
        let mut results = results(20);
        for (entry, text) in results.iter_mut().zip(&texts) {
            entry.label.clone_from(text);
        }
        let list = list(&results, "Wat?");
        for shape in Shape::ALL {
            let shown = (0..list.pages()).flat_map(|page| {
                let drawing = list.drawing(shape, page);
                assert_sound(&drawing, &format!("{shape:?}, page {page}"));
                drawing.marks
            });
            let words: Vec<String> = shown.map(|mark| whole(&mark)).collect();
            assert!(
                texts.iter().all(|text| words.contains(text)),
                "{shape:?}: {words:?}"
            );
        }
    }

    /// What stands in the lines of a row, without its count.
    fn whole(mark: &Mark) -> String {
        let Mark::Entry { marks, .. } = mark else {
            panic!("a list is made of words")
        };
        let line = |mark: &Mark| match mark {
            Mark::Text { class, text, .. } if class.starts_with("word") => text.clone(),
            _ => String::new(),
        };
        marks.iter().map(line).collect()
    }

    #[test]
    fn rows_of_all_columns_stand_on_one_grid() {
        let results = results(8);
        let tops = |shape: Shape| {
            let drawing = list(&results, "Wat?").drawing(shape, 0);
            let top = |mark: &Mark| match mark {
                Mark::Entry { transform, .. } => transform.rsplit(' ').next().unwrap().to_owned(),
                _ => panic!("a list is made of words"),
            };
            drawing
                .marks
                .iter()
                .map(top)
                .collect::<std::collections::BTreeSet<String>>()
                .len()
        };
        assert_eq!((tops(Shape::Wide), tops(Shape::Tall)), (4, 8));
    }
}
