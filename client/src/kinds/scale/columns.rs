//! Per statement one column per step, and the mean. No curve through five values.
//!
//! Statements stand in front of their columns as long as they have room there, else above them, and
//! side by side where rows would be too low. Which of these it is ([`plan`]) is the same for all of
//! them; how a row is drawn stands in [`row`].

use shared::question::scale::{ScaleResults, StatementResults};

use crate::charts::Heading;
use crate::charts::frame::{Drawing, Shape, Surface};
use crate::charts::mark::{Anchor, Mark, text};
use crate::charts::measure::{balance, width};
use crate::language::Language;
use crate::texts::charts::{decimal, skipped, was};

mod plan;
mod row;

use plan::{ColumnsPlan, Looks};
use row::RowCell;

/// Statements on one page of a stage at most; what is more goes to further pages.
const PAGE: usize = 8;
/// A row lower than this keeps its mean and its skips on one line, and one that is at least so high
/// says its counts.
const TIGHT: f64 = 110.0;
const COUNTED: f64 = 150.0;
/// The size of values and of what they mean, and what they take below the rows.
const STEP: f64 = 34.0;
const VALUES: f64 = 52.0;
const LINE: f64 = 40.0;
/// From the values down to what they mean.
const BELOW: f64 = 44.0;
/// The size of a mean, and in a low row; of what is said of it besides, and how far that stands
/// behind it in a low row.
const MEAN: f64 = 52.0;
const MEAN_TIGHT: f64 = 46.0;
const NOTE: f64 = 34.0;
const BESIDE: f64 = 20.0;
/// Between columns and what is said of them.
const AFTER: f64 = 36.0;
/// There is always room to say that so many skipped a statement.
const SKIPS: u64 = 10;

/// Everything that the picture of a scale depends on.
#[derive(Clone, Copy)]
pub struct Statements<'a> {
    /// What stands above it.
    pub heading: Heading<'a>,
    pub results: &'a ScaleResults,
    /// What an earlier question came to.
    pub then: Option<&'a ScaleResults>,
    /// What the lowest and the highest value mean.
    pub ends: (Option<&'a str>, Option<&'a str>),
    pub language: Language,
}

impl<'a> Statements<'a> {
    /// How many pages of a stage they take, on the shape of screen that holds least.
    pub fn pages(&self) -> usize {
        let all = self.results.statements.len();
        let looks = Shape::ALL.map(|shape| Looks::of(shape, self));
        let fits = |pages: &usize| looks.iter().all(|looks| looks.plan(*pages).is_some());
        (all.div_ceil(PAGE).max(1)..=all)
            .find(fits)
            .unwrap_or(all)
            .max(1)
    }

    /// One page's picture.
    pub fn drawing(&self, shape: Shape, page: usize) -> Drawing {
        let pages = self.pages();
        let looks = Looks::of(shape, self);
        let plan = looks.plan(pages).unwrap_or_else(|| looks.least(pages));
        let statements = on_page(&self.results.statements, page, pages);
        let then = self
            .then
            .map_or(&[][..], |then| on_page(&then.statements, page, pages));
        let rows = statements.len().min(plan.rows);
        let top = ((plan.surface.height - plan.foot - plan.row * rows as f64) / 2.0).max(0.0);
        let cell = |number: usize| RowCell {
            asked: self,
            plan: &plan,
            left: (number / plan.rows) as f64 * (plan.cell + plan::GAP),
            top: top + (number % plan.rows) as f64 * plan.row,
        };
        let row = |(number, statement): (usize, &StatementResults)| Mark::Group {
            class: "row",
            transform: String::new(),
            marks: cell(number).marks(statement, then.get(number).and_then(|then| then.mean)),
        };
        let mut marks: Vec<Mark> = statements.iter().enumerate().map(row).collect();
        let y = top + rows as f64 * plan.row + AFTER;
        let feet = (0..statements.len()).step_by(plan.rows);
        marks.extend(feet.flat_map(|number| self.foot(&plan, &cell(number), y)));
        let once = self.ends_once().filter(|_| plan.says_ends_once());
        marks.extend(once.map(|ends| text("stop", 0.0, y + BELOW, STEP, Anchor::Start, ends)));
        let Surface {
            shape,
            width,
            height,
        } = plan.surface;
        Drawing {
            shape,
            width,
            height,
            align: Some("xMinYMid meet"),
            marks,
        }
    }

    /// How wide what is said of a row is whose columns have so much height: its mean, and how many
    /// skipped it or what it was.
    fn figures(&self, high: f64, noted: bool) -> f64 {
        let tight = high < TIGHT;
        let means = self.means_width(if tight { MEAN_TIGHT } else { MEAN });
        let notes = if noted { self.notes_width() } else { 0.0 };
        if tight && notes > 0.0 {
            BESIDE + means + notes
        } else {
            6.0 + means.max(notes)
        }
    }

    /// The widest mean. Also while there is none yet: what stands there keeps its place when
    /// figures come.
    fn means_width(&self, size: f64) -> f64 {
        let first = self.results.from;
        let ends = [first, first + self.steps() as i32 - 1].map(f64::from);
        let statements = &self.results.statements;
        let means = statements.iter().filter_map(|statement| statement.mean);
        means
            .chain(ends)
            .map(|mean| width(&decimal(self.language, mean), size, 700))
            .fold(0.0, f64::max)
    }

    /// The widest of what was, and of how many skipped a statement.
    fn notes_width(&self) -> f64 {
        let statements = &self.results.statements;
        let skips = statements
            .iter()
            .map(|statement| skipped(self.language, statement.skipped.max(SKIPS)));
        let then = self.then.iter().flat_map(|then| &then.statements);
        let thens = then
            .filter_map(|then| then.mean)
            .map(|mean| was(self.language, mean));
        thens
            .chain(skips)
            .map(|note| width(&note, NOTE, 400))
            .fold(0.0, f64::max)
    }

    /// Whether the prompt itself is the only statement, which then stands there already.
    fn is_prompt(&self) -> bool {
        matches!(self.results.statements.as_slice(), [only] if only.label == self.heading.prompt)
    }

    fn most(&self) -> u64 {
        let counts = self
            .results
            .statements
            .iter()
            .flat_map(|statement| statement.counts.iter().copied());
        counts.max().unwrap_or(0).max(1)
    }

    fn steps(&self) -> usize {
        self.results
            .statements
            .first()
            .map_or(1, |statement| statement.counts.len().max(1))
    }

    /// How wide the widest value is.
    fn widest_value(&self) -> f64 {
        let from = self.results.from;
        let values = [from, from + self.steps() as i32 - 1];
        values
            .map(|value| width(&value.to_string(), STEP, 400))
            .into_iter()
            .fold(0.0, f64::max)
    }

    /// The outer two values with what they mean, each on one line.
    fn ends_beside(&self) -> [String; 2] {
        let [low, high] = [self.ends.0, self.ends.1].map(Option::unwrap_or_default);
        let (first, last) = (
            self.results.from,
            self.results.from + self.steps() as i32 - 1,
        );
        [format!("{first} {low}"), format!("{high} {last}")].map(|end| end.trim().to_owned())
    }

    /// What the outer two values mean, on one line for all rows.
    fn ends_once(&self) -> Option<String> {
        let last = self.results.from + self.steps() as i32 - 1;
        let said = [(self.results.from, self.ends.0), (last, self.ends.1)];
        let said: Vec<String> = said
            .iter()
            .filter_map(|(value, end)| Some(format!("{value}: {}", (*end)?)))
            .collect();
        (!said.is_empty()).then(|| said.join(" · "))
    }

    /// What the outer two mean, in lines below them.
    fn ends_below(&self, wide: f64) -> [Vec<String>; 2] {
        let lines = |end: &str| {
            if end.is_empty() {
                Vec::new()
            } else {
                balance(end, STEP, 400, wide, usize::MAX)
            }
        };
        [self.ends.0, self.ends.1].map(|end| lines(end.unwrap_or_default()))
    }

    /// The values below a column of rows, and what the outer two mean.
    fn foot(&self, plan: &ColumnsPlan, cell: &RowCell<'_, '_>, y: f64) -> Vec<Mark> {
        let (start, end) = cell.columns();
        let ([low, high], first) = match (plan.ends_beside, plan.says_ends_once()) {
            (true, false) => (self.ends_beside().map(|end| vec![end]), y),
            (true, true) => ([Vec::new(), Vec::new()], y),
            (false, _) => (self.ends_below((end - start) * plan::HALF), y + BELOW),
        };
        let line = |x: f64, anchor: Anchor| {
            move |(number, line): (usize, String)| {
                text("stop", x, first + number as f64 * LINE, STEP, anchor, line)
            }
        };
        let low = low
            .into_iter()
            .enumerate()
            .map(line(start + plan.gap() / 2.0, Anchor::Start));
        let high = high
            .into_iter()
            .enumerate()
            .map(line(end - plan.gap() / 2.0, Anchor::End));
        let values = if plan.ends_beside && !plan.says_ends_once() {
            Vec::new()
        } else {
            self.values(plan, start, y)
        };
        values.into_iter().chain(low).chain(high).collect()
    }

    /// Where not all values have room, those stand there that have, evenly, or the outer two.
    fn values(&self, plan: &ColumnsPlan, start: f64, y: f64) -> Vec<Mark> {
        let steps = self.steps();
        let every = ((self.widest_value() + 10.0) / plan.step).ceil().max(1.0) as usize;
        let every = if (steps - 1).is_multiple_of(every) {
            every
        } else {
            (steps - 1).max(1)
        };
        let value = |step: usize| {
            let x = start + (step as f64 + 0.5) * plan.step;
            text(
                "stop",
                x,
                y,
                STEP,
                Anchor::Middle,
                (self.results.from + step as i32).to_string(),
            )
        };
        (0..steps).step_by(every).map(value).collect()
    }
}

/// The statements of one page: pages hold as even a number as they can.
fn on_page(statements: &[StatementResults], page: usize, pages: usize) -> &[StatementResults] {
    let each = statements.len().div_ceil(pages).max(1);
    statements.chunks(each).nth(page).unwrap_or_default()
}

#[cfg(test)]
mod tests;
