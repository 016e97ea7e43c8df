//! Where statements and their columns lie: the first of some looks in which every statement stands
//! there as a whole.

use super::{AFTER, LINE, STEP, Statements, TIGHT, VALUES};
use crate::charts::frame::{Shape, Surface};
use crate::charts::measure::{whole, width, wrap};

/// Between two columns of rows.
pub const GAP: f64 = 72.0;
/// What each of the outer two values may take of the width for what it means.
pub const HALF: f64 = 0.47;
/// Under a statement's columns, and above them at least.
pub const UNDER: f64 = 22.0;
pub const OVER: f64 = 10.0;
/// The least height of the highest column, a comfortable one first; the least width of all columns,
/// and of one.
const LOW: [f64; 2] = [64.0, 30.0];
const NARROW: f64 = 200.0;
const THIN: f64 = 16.0;
/// The highest row.
const ROW_MAX: f64 = 420.0;
/// Sizes of a statement's words, and from one line to the next by them. The smaller is 34 on a
/// screen of 1920 × 1080.
const SIZES: [f64; 2] = [34.0, 31.5];
const LEADING: f64 = 1.15;
/// Between two statements that stand before their columns; between one and its columns below it, or
/// beside it.
const TOUCH: f64 = 8.0;
const BELOW: f64 = 4.0;
const BETWEEN: f64 = 40.0;

/// How a page of statements looks.
#[derive(Clone, Debug)]
pub struct ColumnsPlan {
    pub surface: Surface,
    /// The size of a statement's words.
    pub size: f64,
    /// Rows below each other.
    pub rows: usize,
    /// The height of a row, and of what a statement takes above its columns.
    pub row: f64,
    pub above: f64,
    /// The width of a row, and of what a statement takes before its columns.
    pub cell: f64,
    pub before: f64,
    /// The width of all columns, and of one with its air.
    pub columns: f64,
    pub step: f64,
    /// What the values take below the rows, and whether what they mean stands beside them, or once
    /// below all where there are two columns of rows.
    pub foot: f64,
    pub ends_beside: bool,
    /// Whether more is said of a statement than its mean.
    pub noted: bool,
}

/// One look that is tried.
#[derive(Clone, Copy)]
struct PlanCandidate {
    /// Rows side by side.
    across: usize,
    /// What a statement takes before its columns; nothing where it stands above them.
    before: f64,
    size: f64,
}

impl PlanCandidate {
    /// Before their columns rather than above them, one below the other rather than side by side,
    /// all in large letters first.
    fn all(shape: Shape) -> impl Iterator<Item = Self> {
        let [one, more, two, wider] = match shape {
            Shape::Wide => [430.0, 600.0, 330.0, 400.0],
            Shape::Tall => [370.0, 500.0, 290.0, 330.0],
            Shape::Flat => [560.0, 760.0, 420.0, 480.0],
        };
        let places = [
            (1, one),
            (1, more),
            (1, 0.0),
            (2, two),
            (2, wider),
            (2, 0.0),
        ];
        SIZES.into_iter().flat_map(move |size| {
            places.map(|(across, before)| Self {
                across,
                before,
                size,
            })
        })
    }

    /// The last resort.
    const LEAST: Self = Self {
        across: 1,
        before: 0.0,
        size: SIZES[1],
    };

    /// The width of a row.
    fn cell(self, width: f64) -> f64 {
        (width - GAP * (self.across - 1) as f64) / self.across as f64
    }

    fn is_above(self) -> bool {
        self.before == 0.0
    }

    /// The lines of the longest statement, and whether none of its words is torn.
    fn lines(self, shape: Shape, asked: &Statements<'_>) -> (usize, bool) {
        if asked.is_prompt() {
            return (0, self.is_above());
        }
        let cell = self.cell(asked.heading.surface(shape).width);
        let measure = if self.is_above() { cell } else { self.before };
        let labels = || {
            asked
                .results
                .statements
                .iter()
                .map(|statement| statement.label.as_str())
        };
        let lines = labels()
            .map(|label| whole(label, self.size, 600, measure))
            .collect::<Option<Vec<usize>>>();
        match lines {
            Some(lines) => (lines.into_iter().max().unwrap_or(0), true),
            None => {
                let torn =
                    labels().map(|label| wrap(label, self.size, 600, measure, usize::MAX).len());
                (torn.max().unwrap_or(0), false)
            }
        }
    }
}

/// All looks, with the lines that statements take in them: broken once, whatever number of pages is
/// tried.
pub struct Looks<'p, 'a> {
    shape: Shape,
    asked: &'p Statements<'a>,
    each: Vec<(PlanCandidate, usize)>,
}

impl<'p, 'a> Looks<'p, 'a> {
    pub fn of(shape: Shape, asked: &'p Statements<'a>) -> Self {
        let look = |look: PlanCandidate| {
            let (lines, is_whole) = look.lines(shape, asked);
            is_whole.then_some((look, lines))
        };
        Self {
            shape,
            asked,
            each: PlanCandidate::all(shape).filter_map(look).collect(),
        }
    }

    /// The first look in which the statements of every page stand there as a whole, each with its
    /// columns: high ones first, and what is said besides the mean where it has room.
    pub fn plan(&self, pages: usize) -> Option<ColumnsPlan> {
        let [comfortable, least] = LOW;
        let mut tried = [(comfortable, true), (least, true), (least, false)].into_iter();
        tried.find_map(|(low, noted)| self.plan_with(pages, low, noted))
    }

    fn plan_with(&self, pages: usize, low: f64, noted: bool) -> Option<ColumnsPlan> {
        let tried = self
            .each
            .iter()
            .flat_map(|(look, lines)| [false, true].map(|beside| (*look, *lines, beside)));
        let mut plans = tried.filter_map(|(look, lines, beside)| {
            let plan =
                ColumnsPlan::with(self.shape, self.asked, (pages, beside, noted), look, lines)?;
            plan.holds(self.asked, look, lines, low).then_some(plan)
        });
        plans.next()
    }

    /// Where nothing holds everything: as high as it has to be.
    pub fn least(&self, pages: usize) -> ColumnsPlan {
        let (lines, _) = PlanCandidate::LEAST.lines(self.shape, self.asked);
        let mut plan = ColumnsPlan::with(
            self.shape,
            self.asked,
            (pages, false, true),
            PlanCandidate::LEAST,
            lines,
        )
        .expect("what means something below its value always has a place");
        let row = plan.above + OVER + LOW[1] + UNDER;
        plan.surface = plan.surface.at_least(plan.foot + row * plan.rows as f64);
        plan.row = plan.row.max(row);
        plan
    }
}

impl ColumnsPlan {
    fn with(
        shape: Shape,
        asked: &Statements<'_>,
        (pages, ends_beside, noted): (usize, bool, bool),
        look: PlanCandidate,
        lines: usize,
    ) -> Option<Self> {
        let surface = asked.heading.surface(shape);
        let each = asked.results.statements.len().div_ceil(pages).max(1);
        let mut plan = Self {
            surface,
            size: look.size,
            rows: each.div_ceil(look.across),
            row: 0.0,
            above: if look.is_above() && lines > 0 {
                lines as f64 * look.size * LEADING + BELOW
            } else {
                0.0
            },
            cell: look.cell(surface.width),
            before: look.before,
            columns: 0.0,
            step: 0.0,
            foot: VALUES,
            ends_beside,
            noted,
        };
        // Figures stand beside each other in low rows, so heights come before widths. A higher foot
        // makes lower rows, and narrower columns may make the foot higher: twice is enough to see
        // whether both hold.
        for _ in 0..2 {
            plan.measure(asked);
            plan.foot = plan.foot.max(plan.foot_of(asked, look)?);
        }
        plan.measure(asked);
        Some(plan)
    }

    fn measure(&mut self, asked: &Statements<'_>) {
        self.row = ((self.surface.height - self.foot) / self.rows as f64).min(ROW_MAX);
        let figures = asked.figures(self.high(), self.noted);
        self.columns = self.cell - self.start() - AFTER - figures;
        self.step = self.columns / asked.steps() as f64;
    }

    /// What values and their meaning take below the rows; nothing where these were to stand on one
    /// line and have no room there.
    fn foot_of(&self, asked: &Statements<'_>, look: PlanCandidate) -> Option<f64> {
        if self.ends_beside && look.across > 1 {
            let said = asked.ends_once()?;
            let fits = width(&said, STEP, 400) <= self.surface.width;
            return fits.then_some(VALUES + 4.0 + LINE);
        }
        if self.ends_beside {
            let ends = asked.ends_beside();
            let wide = ends
                .iter()
                .map(|end| width(end, STEP, 400))
                .fold(0.0, f64::max);
            let is_said = asked.ends.0.is_some() || asked.ends.1.is_some();
            return (is_said && wide <= self.columns * HALF).then_some(VALUES);
        }
        let ends = || {
            [asked.ends.0, asked.ends.1]
                .into_iter()
                .flatten()
                .filter(|end| !end.is_empty())
        };
        let torn = |end: &str| whole(end, STEP, 400, self.columns * HALF).is_none();
        if look.across > 1 && ends().any(torn) {
            return None;
        }
        let lines = ends()
            .map(|end| wrap(end, STEP, 400, self.columns * HALF, usize::MAX).len())
            .max()
            .unwrap_or(0);
        Some(
            VALUES
                + if lines > 0 {
                    4.0 + lines as f64 * LINE
                } else {
                    0.0
                },
        )
    }

    fn holds(&self, asked: &Statements<'_>, look: PlanCandidate, lines: usize, low: f64) -> bool {
        let foot = self
            .foot_of(asked, look)
            .is_some_and(|foot| foot <= self.foot);
        let wide = self.columns >= NARROW && self.step >= THIN;
        let high = self.high() - UNDER - OVER >= low;
        foot && wide && high && (look.is_above() || lines as f64 * self.line() + TOUCH <= self.row)
    }

    /// What a row has for its columns and what is said of them.
    pub fn high(&self) -> f64 {
        self.row - self.above
    }

    /// What a statement may take of a row's width.
    pub fn label(&self) -> f64 {
        if self.before > 0.0 {
            self.before
        } else {
            self.cell
        }
    }

    /// Where the columns of a row begin.
    pub fn start(&self) -> f64 {
        if self.before > 0.0 {
            self.before + BETWEEN
        } else {
            0.0
        }
    }

    /// From one line of a statement to the next.
    pub fn line(&self) -> f64 {
        self.size * LEADING
    }

    /// Between two columns.
    pub fn gap(&self) -> f64 {
        if self.step > 60.0 {
            12.0
        } else {
            (self.step * 0.2).min(8.0)
        }
    }

    /// Whether what the outer two values mean stands once below all rows.
    pub fn says_ends_once(&self) -> bool {
        self.ends_beside && self.cell < self.surface.width
    }

    pub fn is_tight(&self) -> bool {
        self.high() < TIGHT
    }
}
