//! One statement: its words, its columns and its mean.

use shared::question::scale::StatementResults;

use super::plan::{ColumnsPlan, OVER, UNDER};
use super::{AFTER, BESIDE, COUNTED, MEAN, MEAN_TIGHT, NOTE, STEP, Statements};
use crate::charts::mark::{Anchor, Mark, n, path, text};
use crate::charts::measure::{balance, width};
use crate::texts::charts::{decimal, grouped, skipped, was};

/// What a count takes above its column, and a column that says none.
const COUNT: f64 = 44.0;
const UNCOUNTED: f64 = 26.0;

/// The place of one row.
pub struct RowCell<'p, 'a> {
    pub asked: &'p Statements<'a>,
    pub plan: &'p ColumnsPlan,
    pub left: f64,
    pub top: f64,
}

impl RowCell<'_, '_> {
    /// The statement with its mean of an earlier question.
    pub fn marks(&self, statement: &StatementResults, then: Option<f64>) -> Vec<Mark> {
        [
            self.name(statement),
            self.bars(statement),
            self.mean(statement, then),
        ]
        .concat()
    }

    /// Where the columns begin and end.
    pub fn columns(&self) -> (f64, f64) {
        let start = self.left + self.plan.start();
        (start, start + self.plan.columns)
    }

    /// The line that the columns stand on.
    fn base(&self) -> f64 {
        self.top + self.plan.row - UNDER
    }

    fn bars_height(&self) -> f64 {
        let over = match (self.plan.is_tight(), self.is_counted()) {
            (true, _) => OVER,
            (false, true) => COUNT,
            (false, false) => UNCOUNTED,
        };
        self.plan.high() - UNDER - over
    }

    /// Whether every column says its count: where rows are high and columns wide enough for the
    /// largest.
    fn is_counted(&self) -> bool {
        let widest = width(&grouped(self.asked.language, self.asked.most()), STEP, 400);
        self.plan.high() >= COUNTED && widest + 8.0 <= self.plan.step
    }

    fn name(&self, statement: &StatementResults) -> Vec<Mark> {
        if self.asked.is_prompt() {
            return Vec::new();
        }
        let (size, line) = (self.plan.size, self.plan.line());
        let lines = balance(&statement.label, size, 600, self.plan.label(), usize::MAX);
        let middle = self.base() - self.bars_height() / 2.0;
        let first = match lines.len() {
            // Above the columns the last line is next to them, whatever the others need.
            lines if self.plan.above > 0.0 => {
                self.top + self.plan.above - lines as f64 * line + size * 0.86
            }
            1 if self.plan.is_tight() => self.base() - 4.0,
            lines => {
                (middle - (lines - 1) as f64 * line / 2.0 + size * 0.35).max(self.top + size * 0.8)
            }
        };
        let each = |(number, it)| {
            text(
                "label",
                self.left,
                first + number as f64 * line,
                size,
                Anchor::Start,
                it,
            )
        };
        lines.into_iter().enumerate().map(each).collect()
    }

    fn bars(&self, statement: &StatementResults) -> Vec<Mark> {
        let ((start, end), base, gap) = (self.columns(), self.base(), self.plan.gap());
        let high = |count: u64| self.bars_height() * count as f64 / self.asked.most() as f64;
        let column = |(step, count): (usize, &u64)| {
            let height = if *count > 0 {
                high(*count).max(4.0)
            } else {
                0.0
            };
            let x = start + step as f64 * self.plan.step + gap / 2.0;
            let (class, width) = ("column".to_owned(), self.plan.step - gap);
            Mark::Rect {
                class,
                x,
                y: base - height,
                width,
                height,
                radius: 0.0,
            }
        };
        let count = |(step, count): (usize, &u64)| {
            let x = start + (step as f64 + 0.5) * self.plan.step;
            let y = base - high(*count).max(4.0) - 12.0;
            text(
                "share",
                x,
                y,
                STEP,
                Anchor::Middle,
                grouped(self.asked.language, *count),
            )
        };
        let mut marks: Vec<Mark> = statement.counts.iter().enumerate().map(column).collect();
        let counted = statement
            .counts
            .iter()
            .enumerate()
            .filter(|(_, count)| self.is_counted() && **count > 0);
        marks.extend(counted.map(count));
        marks.push(path(
            "axis thin",
            format!("M{} {}H{}", n(start), n(base + 1.5), n(end)),
        ));
        marks
    }

    fn mean(&self, statement: &StatementResults, then: Option<f64>) -> Vec<Mark> {
        let mut marks: Vec<Mark> = then
            .map(|then| path("mean-marker hollow", self.mean_marker(then)))
            .into_iter()
            .collect();
        let Some(mean) = statement.mean else {
            return marks;
        };
        marks.push(path("mean-marker", self.mean_marker(mean)));
        let language = self.asked.language;
        let figure = decimal(language, mean);
        let skips = (statement.skipped > 0).then(|| skipped(language, statement.skipped));
        let notes = then
            .map(|then| was(language, then))
            .into_iter()
            .chain(skips);
        // Below the mean, or in a low row behind it, one of them has room.
        let notes: Vec<String> = notes
            .filter(|_| self.plan.noted)
            .take(if self.plan.high() < COUNTED { 1 } else { 2 })
            .collect();
        marks.extend(if self.plan.is_tight() {
            self.beside(figure, notes)
        } else {
            self.below(figure, notes)
        });
        marks
    }

    fn beside(&self, mean: String, notes: Vec<String>) -> Vec<Mark> {
        let (x, y) = (self.columns().1 + AFTER, self.base() - 2.0);
        let after = x + BESIDE + width(&mean, MEAN_TIGHT, 700);
        let notes = notes
            .into_iter()
            .map(|note| text("share", after, y, NOTE, Anchor::Start, note));
        std::iter::once(text("mean-label", x, y, MEAN_TIGHT, Anchor::Start, mean))
            .chain(notes)
            .collect()
    }

    fn below(&self, mean: String, notes: Vec<String>) -> Vec<Mark> {
        let x = self.columns().1 + AFTER;
        let y = self.base() - self.bars_height() / 2.0 + 18.0 * (1.0 - notes.len() as f64);
        let size = if notes.len() > 1 { MEAN_TIGHT } else { MEAN };
        let note = |(line, note): (usize, String)| {
            text(
                "share",
                x,
                y + 42.0 + line as f64 * 37.0,
                NOTE,
                Anchor::Start,
                note,
            )
        };
        let notes = notes.into_iter().enumerate().map(note);
        std::iter::once(text("mean-label", x, y, size, Anchor::Start, mean))
            .chain(notes)
            .collect()
    }

    fn mean_marker(&self, mean: f64) -> String {
        let x =
            self.columns().0 + (mean - f64::from(self.asked.results.from) + 0.5) * self.plan.step;
        let tall = if self.plan.is_tight() { 14.0 } else { 19.0 };
        format!(
            "M{} {}l{} {}h{}z",
            n(x),
            n(self.base() + 3.0),
            n(tall * 0.7),
            n(tall),
            n(-tall * 1.4)
        )
    }
}
