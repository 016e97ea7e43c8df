//! `scale`: per statement one column per step, and the mean. No curve through five values.

use shared::question::scale::{Results, StatementResults};

use super::frame::{Drawing, Shape};
use super::mark::{Anchor, Mark, n, path, text};
use super::measure::{balance, width, wrap};
use crate::language::Language;
use crate::texts::charts::{decimal, skipped, was};

/// Under a statement's columns.
const UNDER: f64 = 20.0;
/// A row lower than this keeps its mean and its skips on one line.
const TIGHT: f64 = 110.0;
/// The highest row.
const ROW_MAX: f64 = 300.0;
/// Statements on one page of a stage: as many as keep their words whole, within these bounds. What is more goes
/// to further pages.
const PAGE: std::ops::RangeInclusive<usize> = 3..=7;
/// The size of a statement's words, and from one line to the next.
const LABEL: f64 = 34.0;
const LINE: f64 = 40.0;

/// What was asked of every statement.
#[derive(Clone, Copy)]
pub struct Asked<'a> {
    pub results: &'a Results,
    /// What an earlier question came to.
    pub then: Option<&'a Results>,
    /// What the lowest and the highest value mean.
    pub ends: (Option<&'a str>, Option<&'a str>),
}

/// How many pages of a stage these statements take.
pub fn pages(results: &Results, ends: (Option<&str>, Option<&str>)) -> usize {
    results.statements.len().div_ceil(per_page(results, ends)).max(1)
}

/// By the wide picture, in which rows are lowest, and the tall one, in which words have least width.
fn per_page(results: &Results, ends: (Option<&str>, Option<&str>)) -> usize {
    let whole = |rows: &usize| {
        let row = (Shape::Wide.size().1 - foot(ends)) / *rows as f64;
        let fits = |statement: &StatementResults| {
            wrap(&statement.label, LABEL, 600, label_width(Shape::Tall), usize::MAX).len() <= lines_in(row)
        };
        results.statements.iter().all(fits)
    };
    PAGE.rev().find(whole).unwrap_or(*PAGE.start())
}

fn foot(ends: (Option<&str>, Option<&str>)) -> f64 {
    if ends == (None, None) { 52.0 } else { 96.0 }
}

fn lines_in(row: f64) -> usize {
    (((row - 10.0) / LINE) as usize).clamp(1, 4)
}

fn label_width(shape: Shape) -> f64 {
    if shape == Shape::Wide { 430.0 } else { 370.0 }
}

/// One page's picture.
pub fn drawing(shape: Shape, asked: Asked<'_>, page: usize, language: Language) -> Drawing {
    Layout::of(shape, asked, page, language).drawing()
}

struct Layout<'a> {
    shape: Shape,
    results: &'a Results,
    statements: &'a [StatementResults],
    /// The same statements of an earlier question.
    then: &'a [StatementResults],
    ends: (Option<&'a str>, Option<&'a str>),
    language: Language,
    row: f64,
    label: f64,
    start: f64,
    end: f64,
    step: f64,
    gap: f64,
    most: u64,
}

impl<'a> Layout<'a> {
    fn of(shape: Shape, asked: Asked<'a>, page: usize, language: Language) -> Self {
        let Asked { results, then, ends } = asked;
        let (width, height) = shape.size();
        let steps = steps_of(results);
        let pages = pages(results, ends);
        let statements = on_page(&results.statements, page, pages);
        let then = then.map_or(&[][..], |then| on_page(&then.statements, page, pages));
        let row = ((height - foot(ends)) / statements.len().max(1) as f64).min(ROW_MAX);
        let anybody_skipped = statements.iter().any(|statement| statement.skipped > 0);
        let figures = match (row < TIGHT, anybody_skipped || !then.is_empty()) {
            (true, true) => 340.0,
            (true, false) => 130.0,
            _ => 236.0,
        };
        let label = label_width(shape);
        let (start, end) = (label + 40.0, width - figures - 30.0);
        let counts = results.statements.iter().flat_map(|statement| statement.counts.iter().copied());
        Self {
            shape,
            results,
            statements,
            then,
            ends,
            language,
            row,
            label,
            start,
            end,
            step: (end - start) / steps as f64,
            gap: if steps < 8 { 12.0 } else { 8.0 },
            most: counts.max().unwrap_or(0).max(1),
        }
    }

    fn drawing(&self) -> Drawing {
        let (width, height) = self.shape.size();
        let rows = self.statements.iter().enumerate();
        let mut marks: Vec<Mark> = rows
            .map(|(number, statement)| {
                let base = number as f64 * self.row + self.row - UNDER;
                let marks =
                    [self.name(statement, base), self.columns(statement, base), self.mean(number, base)].concat();
                Mark::Group { class: "row", transform: String::new(), marks }
            })
            .collect();
        marks.extend(self.steps());
        Drawing { shape: self.shape, width, height, align: Some("xMinYMid meet"), marks }
    }

    fn is_tight(&self) -> bool {
        self.row < TIGHT
    }

    fn columns_height(&self) -> f64 {
        self.row - UNDER - if self.is_tight() { 10.0 } else { 26.0 }
    }

    fn name(&self, statement: &StatementResults, base: f64) -> Vec<Mark> {
        let lines = balance(&statement.label, LABEL, 600, self.label, lines_in(self.row));
        let middle = base - self.columns_height() / 2.0;
        let first = match (self.is_tight(), lines.len()) {
            (true, 1) => base - 4.0,
            (_, lines) => middle - (lines - 1) as f64 * 20.0 + 12.0,
        };
        let line = |(number, line)| text("label", 0.0, first + number as f64 * LINE, LABEL, Anchor::Start, line);
        lines.into_iter().enumerate().map(|(number, each): (usize, String)| line((number, each))).collect()
    }

    fn columns(&self, statement: &StatementResults, base: f64) -> Vec<Mark> {
        let column = |(step, count): (usize, &u64)| {
            let high = self.columns_height() * *count as f64 / self.most as f64;
            let height = if *count > 0 { high.max(4.0) } else { 0.0 };
            let x = self.start + step as f64 * self.step + self.gap / 2.0;
            Mark::Rect {
                class: "column".to_owned(),
                x,
                y: base - height,
                width: self.step - self.gap,
                height,
                radius: 0.0,
            }
        };
        let mut marks: Vec<Mark> = statement.counts.iter().enumerate().map(column).collect();
        marks.push(path("axis thin", format!("M{} {}H{}", n(self.start), n(base + 1.5), n(self.end))));
        marks
    }

    fn mean(&self, number: usize, base: f64) -> Vec<Mark> {
        let statement = &self.statements[number];
        let then = self.then.get(number).and_then(|then| then.mean);
        let mut marks: Vec<Mark> = then.map(|then| path("bob hollow", self.bob(then, base))).into_iter().collect();
        let Some(mean) = statement.mean else { return marks };
        marks.push(path("bob", self.bob(mean, base)));
        let figure = decimal(self.language, mean);
        let skips = (statement.skipped > 0).then(|| skipped(self.language, statement.skipped));
        let notes: Vec<String> = then.map(|then| was(self.language, then)).into_iter().chain(skips).collect();
        if self.is_tight() {
            let beside = self.end + 50.0 + width(&figure, 46.0, 700);
            marks.push(text("mean-label", self.end + 30.0, base - 2.0, 46.0, Anchor::Start, figure));
            // One of them has room.
            marks
                .extend(notes.into_iter().take(1).map(|it| text("share", beside, base - 2.0, 34.0, Anchor::Start, it)));
        } else {
            let middle = base - self.columns_height() / 2.0 + 18.0 * (1.0 - notes.len() as f64);
            let size = if notes.len() > 1 { 46.0 } else { 52.0 };
            marks.push(text("mean-label", self.end + 36.0, middle, size, Anchor::Start, figure));
            let note = |(line, it): (usize, String)| {
                text("share", self.end + 36.0, middle + 42.0 + line as f64 * 37.0, 34.0, Anchor::Start, it)
            };
            marks.extend(notes.into_iter().enumerate().map(note));
        }
        marks
    }

    fn bob(&self, mean: f64, base: f64) -> String {
        let x = self.start + (mean - f64::from(self.results.from) + 0.5) * self.step;
        let tall = if self.is_tight() { 14.0 } else { 19.0 };
        format!("M{} {}l{} {}h{}z", n(x), n(base + 3.0), n(tall * 0.7), n(tall), n(-tall * 1.4))
    }

    /// The values under the last row, and what the outer two mean.
    fn steps(&self) -> Vec<Mark> {
        let y = self.statements.len() as f64 * self.row + 36.0;
        let values = (0..steps_of(self.results)).map(|step| {
            let x = self.start + (step as f64 + 0.5) * self.step;
            text("stop", x, y, 34.0, Anchor::Middle, (self.results.from + step as i32).to_string())
        });
        let low = self.ends.0.map(|low| text("stop", self.start + self.gap / 2.0, y + 44.0, 34.0, Anchor::Start, low));
        let high = self.ends.1.map(|high| text("stop", self.end - self.gap / 2.0, y + 44.0, 34.0, Anchor::End, high));
        values.chain(low).chain(high).collect()
    }
}

/// The statements of one page: pages hold as even a number as they can.
fn on_page(statements: &[StatementResults], page: usize, pages: usize) -> &[StatementResults] {
    let each = statements.len().div_ceil(pages).max(1);
    statements.chunks(each).nth(page).unwrap_or_default()
}

fn steps_of(results: &Results) -> usize {
    results.statements.first().map_or(1, |statement| statement.counts.len().max(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn results(counts: &[&[u64]]) -> Results {
        let statement = |counts: &&[u64]| StatementResults {
            label: "Ik snap wat de bedoeling is".to_owned(),
            counts: counts.to_vec(),
            mean: Some(3.0),
            skipped: 0,
        };
        Results { voters: 9, skipped: 0, from: 1, statements: counts.iter().map(statement).collect() }
    }

    fn drawn(shape: Shape, results: &Results, ends: (Option<&str>, Option<&str>), page: usize) -> Drawing {
        drawing(shape, Asked { results, then: None, ends }, page, Language::Nl)
    }

    fn heights(drawing: &Drawing) -> Vec<f64> {
        let rows = drawing.marks.iter().filter_map(|mark| match mark {
            Mark::Group { marks, .. } => Some(marks),
            _ => None,
        });
        let heights = rows.flatten().filter_map(|mark| match mark {
            Mark::Rect { height, .. } => Some(*height),
            _ => None,
        });
        heights.collect()
    }

    #[test]
    fn columns_are_as_high_as_their_counts_over_all_statements() {
        let drawn = drawn(Shape::Wide, &results(&[&[0, 5, 10], &[1, 0, 0]]), (None, None), 0);
        let heights = heights(&drawn);
        assert_eq!(heights[0], 0.0);
        assert!((heights[2] / heights[1] - 2.0).abs() < 1e-9);
        assert!((heights[2] / heights[3] - 10.0).abs() < 1e-9);
    }

    #[test]
    fn every_statement_is_on_one_page_and_pages_are_even() {
        for (statements, sizes) in [(0, vec![0]), (1, vec![1]), (7, vec![7]), (8, vec![4, 4]), (20, vec![7, 7, 6])] {
            let mut all = results(&vec![&[1, 2][..]; statements]);
            all.statements.iter_mut().for_each(|statement| statement.label = "Ik snap het".to_owned());
            let pages = pages(&all, (None, None));
            let each: Vec<usize> = (0..pages).map(|page| on_page(&all.statements, page, pages).len()).collect();
            assert_eq!(each, sizes, "{statements}");
        }
    }

    #[test]
    fn long_statements_get_pages_on_which_they_stand_whole() {
        let mut all = results(&[&[1, 2][..]; 9]);
        let long = "We kunnen hier volgende maand samen mee beginnen als het moet";
        all.statements.iter_mut().for_each(|statement| statement.label = long.to_owned());
        for shape in [Shape::Wide, Shape::Tall] {
            for page in 0..pages(&all, (Some("nee"), None)) {
                let drawn = drawn(shape, &all, (Some("nee"), None), page);
                assert!(!format!("{:?}", drawn.marks).contains('…'), "{shape:?}");
            }
        }
    }

    #[test]
    fn an_earlier_mean_is_a_hollow_mark_and_a_figure() {
        for rows in [1, 5] {
            let now = results(&vec![&[1, 2, 0][..]; rows]);
            let mut then = now.clone();
            then.statements.iter_mut().for_each(|statement| statement.mean = Some(1.5));
            let asked = Asked { results: &now, then: Some(&then), ends: (None, None) };
            let drawn = format!("{:?}", drawing(Shape::Wide, asked, 0, Language::Nl).marks);
            assert_eq!((drawn.matches("bob hollow").count(), drawn.matches("eerst 1,5").count()), (rows, rows));
        }
    }

    #[test]
    fn all_pages_have_one_measure() {
        let mut counts = vec![&[1, 0][..]; 8];
        counts[0] = &[10, 0];
        let second = drawn(Shape::Wide, &results(&counts), (None, None), 1);
        let first = drawn(Shape::Wide, &results(&counts), (None, None), 0);
        assert!((heights(&first)[0] / heights(&second)[0] - 10.0).abs() < 1e-9);
    }
}
