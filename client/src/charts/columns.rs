//! `scale`: per statement one column per step, and the mean. No curve through five values.

use shared::question::scale::{Results, StatementResults};

use super::frame::{Drawing, Shape, Surface};
use super::heading::Heading;
use super::mark::{Anchor, Mark, n, path, text};
use super::measure::{balance, width, wrap};
use crate::language::Language;
use crate::texts::charts::{decimal, grouped, skipped, was};

/// Under a statement's columns.
const UNDER: f64 = 22.0;
/// A row lower than this keeps its mean and its skips on one line, and one that is at least so high says its counts.
const TIGHT: f64 = 110.0;
const COUNTED: f64 = 150.0;
/// The highest row.
const ROW_MAX: f64 = 420.0;
/// Statements on one page of a stage: as many as keep their words whole, within these bounds. What is more goes
/// to further pages.
const PAGE: std::ops::RangeInclusive<usize> = 1..=7;
/// The size of a statement's words, and from one line to the next.
const LABEL: f64 = 34.0;
const LINE: f64 = 40.0;
/// The size of values and counts, and what a count takes above its column.
const STEP: f64 = 34.0;
const COUNT: f64 = 44.0;
/// The size of a mean, and in a low row; of what is said of it besides, and how far that stands behind it in a low row.
const MEAN: f64 = 52.0;
const MEAN_TIGHT: f64 = 46.0;
const NOTE: f64 = 34.0;
const BESIDE: f64 = 20.0;

/// Everything that the picture of a scale hangs on.
#[derive(Clone, Copy)]
pub struct Statements<'a> {
    /// What stands above it.
    pub heading: Heading<'a>,
    pub results: &'a Results,
    /// What an earlier question came to.
    pub then: Option<&'a Results>,
    /// What the lowest and the highest value mean.
    pub ends: (Option<&'a str>, Option<&'a str>),
    pub language: Language,
}

impl Statements<'_> {
    /// How many pages of a stage they take.
    pub fn pages(&self) -> usize {
        self.results.statements.len().div_ceil(self.per_page()).max(1)
    }

    /// One page's picture.
    pub fn drawing(&self, shape: Shape, page: usize) -> Drawing {
        Layout::of(shape, self, page).drawing()
    }

    /// By the wide picture, in which rows are lowest, and the tall one, in which words have least width.
    fn per_page(&self) -> usize {
        let room = self.heading.surface(Shape::Wide).height - self.foot(Shape::Wide);
        let whole = |rows: &usize| {
            let row = room / *rows as f64;
            let fits = |statement: &StatementResults| {
                wrap(&statement.label, LABEL, 600, label_width(Shape::Tall), usize::MAX).len() <= lines_in(row)
            };
            self.results.statements.iter().all(fits)
        };
        PAGE.rev().find(whole).unwrap_or(*PAGE.start())
    }

    /// How wide what is said of a row of that height is: its mean, and how many skipped it or what it was.
    fn figures(&self, row: f64) -> f64 {
        let mean = |mean: f64| width(&decimal(self.language, mean), if row < TIGHT { MEAN_TIGHT } else { MEAN }, 700);
        let means = self.results.statements.iter().filter_map(|statement| statement.mean).map(mean).fold(0.0, f64::max);
        let each = self.results.statements.iter().map(|statement| statement.skipped).filter(|people| *people > 0);
        let skips = each.map(|people| skipped(self.language, people));
        let thens = self.then.into_iter().flat_map(|then| &then.statements).filter_map(|then| then.mean);
        let notes = thens.map(|then| was(self.language, then)).chain(skips);
        let notes = notes.map(|note| width(&note, NOTE, 400)).fold(0.0, f64::max);
        if row < TIGHT { BESIDE + means + notes } else { 6.0 + means.max(notes) }
    }

    /// What the values and what the outer two mean take below the rows.
    fn foot(&self, shape: Shape) -> f64 {
        let ends = [self.ends.0, self.ends.1].into_iter().flatten().map(|end| end_lines(end, shape).len());
        52.0 + ends.max().map_or(0.0, |lines| 4.0 + lines as f64 * LINE)
    }
}

/// What an outer value means, in lines that leave the other one room in any row.
fn end_lines(end: &str, shape: Shape) -> Vec<String> {
    let row = shape.size().0 - label_width(shape) - 500.0;
    balance(end, STEP, 400, row * 0.47, usize::MAX)
}

fn lines_in(row: f64) -> usize {
    (((row - 10.0) / LINE) as usize).max(1)
}

fn label_width(shape: Shape) -> f64 {
    if shape == Shape::Wide { 430.0 } else { 370.0 }
}

struct Layout<'a> {
    surface: Surface,
    results: &'a Results,
    statements: &'a [StatementResults],
    /// The same statements of an earlier question.
    then: &'a [StatementResults],
    ends: (Option<&'a str>, Option<&'a str>),
    language: Language,
    foot: f64,
    row: f64,
    label: f64,
    start: f64,
    end: f64,
    step: f64,
    gap: f64,
    most: u64,
}

impl<'a> Layout<'a> {
    fn of(shape: Shape, asked: &Statements<'a>, page: usize) -> Self {
        let Statements { heading, results, then, ends, language } = *asked;
        let surface = heading.surface(shape);
        let steps = steps_of(results);
        let pages = asked.pages();
        let statements = on_page(&results.statements, page, pages);
        let then = then.map_or(&[][..], |then| on_page(&then.statements, page, pages));
        // A last page that is not full has rows like those before it.
        let rows = results.statements.len().div_ceil(pages).max(1);
        let foot = asked.foot(shape);
        let row = ((surface.height - foot) / rows as f64).min(ROW_MAX);
        let figures = asked.figures(row);
        let label = label_width(shape);
        let (start, end) = (label + 40.0, surface.width - figures - 36.0);
        let counts = results.statements.iter().flat_map(|statement| statement.counts.iter().copied());
        Self {
            surface,
            results,
            statements,
            then,
            ends,
            language,
            foot,
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
        let rows = self.statements.iter().enumerate();
        let mut marks: Vec<Mark> = rows
            .map(|(number, statement)| {
                let base = self.top() + number as f64 * self.row + self.row - UNDER;
                let marks =
                    [self.name(statement, base), self.columns(statement, base), self.mean(number, base)].concat();
                Mark::Group { class: "row", transform: String::new(), marks }
            })
            .collect();
        marks.extend(self.steps());
        let Surface { shape, width, height } = self.surface;
        Drawing { shape, width, height, align: Some("xMinYMid meet"), marks }
    }

    /// What rows leave of the height stands above and below them.
    fn top(&self) -> f64 {
        ((self.surface.height - self.foot - self.row * self.statements.len() as f64) / 2.0).max(0.0)
    }

    fn is_tight(&self) -> bool {
        self.row < TIGHT
    }

    fn columns_height(&self) -> f64 {
        let above = match (self.is_tight(), self.is_counted()) {
            (true, _) => 10.0,
            (false, true) => COUNT,
            (false, false) => 26.0,
        };
        self.row - UNDER - above
    }

    /// Whether every column says its count: where rows are high and columns wide enough for the largest.
    fn is_counted(&self) -> bool {
        let widest = width(&grouped(self.language, self.most), STEP, 400);
        self.row >= COUNTED && widest + 8.0 <= self.step
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
        let count = |(step, count): (usize, &u64)| {
            let high = self.columns_height() * *count as f64 / self.most as f64;
            let x = self.start + (step as f64 + 0.5) * self.step;
            text("share", x, base - high.max(4.0) - 12.0, STEP, Anchor::Middle, grouped(self.language, *count))
        };
        let mut marks: Vec<Mark> = statement.counts.iter().enumerate().map(column).collect();
        let counted = statement.counts.iter().enumerate().filter(|(_, count)| self.is_counted() && **count > 0);
        marks.extend(counted.map(count));
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
        let notes = then.map(|then| was(self.language, then)).into_iter().chain(skips);
        // Below the mean, or in a low row behind it, one of them has room.
        let notes: Vec<String> = notes.take(if self.row < COUNTED { 1 } else { 2 }).collect();
        let x = self.end + 36.0;
        if self.is_tight() {
            let beside = x + BESIDE + width(&figure, MEAN_TIGHT, 700);
            marks.push(text("mean-label", x, base - 2.0, MEAN_TIGHT, Anchor::Start, figure));
            marks.extend(notes.into_iter().map(|it| text("share", beside, base - 2.0, NOTE, Anchor::Start, it)));
        } else {
            let middle = base - self.columns_height() / 2.0 + 18.0 * (1.0 - notes.len() as f64);
            let size = if notes.len() > 1 { MEAN_TIGHT } else { MEAN };
            marks.push(text("mean-label", x, middle, size, Anchor::Start, figure));
            let note = |(line, it): (usize, String)| {
                text("share", x, middle + 42.0 + line as f64 * 37.0, NOTE, Anchor::Start, it)
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
        let y = self.top() + self.statements.len() as f64 * self.row + 36.0;
        let values = (0..steps_of(self.results)).map(|step| {
            let x = self.start + (step as f64 + 0.5) * self.step;
            text("stop", x, y, STEP, Anchor::Middle, (self.results.from + step as i32).to_string())
        });
        let lines = |end: Option<&str>, x: f64, anchor: Anchor| {
            let lines = end.map(|end| end_lines(end, self.surface.shape)).unwrap_or_default().into_iter().enumerate();
            let line = |(number, line)| text("stop", x, y + 44.0 + number as f64 * LINE, STEP, anchor, line);
            lines.map(line).collect::<Vec<Mark>>()
        };
        let low = lines(self.ends.0, self.start + self.gap / 2.0, Anchor::Start);
        let high = lines(self.ends.1, self.end - self.gap / 2.0, Anchor::End);
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
mod tests;
