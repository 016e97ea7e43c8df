//! Categories as bars: a bar per option, with people and their share of all voters. The bar may be
//! a row of dots, or two bars where an earlier question is compared with; then shares stand in
//! place of people, for they may be others.

use super::categories::{Categories, CategoryCounts};
use super::frame::{Drawing, Shape, Surface};
use super::mark::{Mark, n};
use super::measure::{whole, width, wrap};

mod band;
mod row;
mod sizes;

pub use band::Band;
use sizes::{FLAT, SIZES, Sizes};

/// Options above which there are two columns of bars, and on a flat screen, where twice as many
/// make three.
const ONE_COLUMN: usize = 8;
const FLAT_COLUMN: usize = 5;
/// So many options may stand in two columns where one has no room for all.
const HALVED: usize = 6;
/// Between two columns.
const GAP: f64 = 80.0;
/// Between a label, a count and a share.
const BETWEEN: f64 = 24.0;
/// The largest dot and its air.
const PITCH: f64 = 44.0;
/// Between a label and what stands below it, and the least between that and the next label, in the
/// size of a label's letters: a bar stands nearer to its own.
const BELOW: f64 = 2.0;
const APART: f64 = 0.56;
/// What a label that stands before its bar takes of a column at most, and what it leaves to the bar
/// at least.
const BEFORE: f64 = 0.42;
const BAR_LEAST: f64 = 0.26;

/// Whether the labels stand above what they name, or before it in a column of this width.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Labels {
    Above,
    Before(f64),
}

/// How many pages the options take when no label is cut.
pub fn pages(shape: Shape, chart: &Categories<'_>, band: Band) -> usize {
    let options = chart.results.options.len();
    let fits = |pages: &usize| BarsStyle::of(shape, chart, band, *pages).is_some();
    (1..=options).find(fits).unwrap_or(options).max(1)
}

/// One of so many pages. While open in deck order; closed by votes, ties in deck order.
pub fn drawing(
    shape: Shape,
    chart: &Categories<'_>,
    band: Band,
    (page, pages): (usize, usize),
) -> Drawing {
    let look = BarsStyle::of(shape, chart, band, pages)
        .unwrap_or_else(|| BarsStyle::least(shape, chart, band, pages));
    let mut rows: Vec<(usize, Mark)> = look.rows(page);
    // The same row stays the same element, wherever it moves to.
    rows.sort_by_key(|(option, _)| *option);
    let marks = rows.into_iter().map(|(_, row)| row).collect();
    let Surface { width, height, .. } = look.surface;
    Drawing {
        shape,
        width,
        height,
        align: Some("xMinYMid meet"),
        marks,
    }
}

/// How the rows of all pages look: the same on each.
struct BarsStyle<'a> {
    chart: &'a Categories<'a>,
    surface: Surface,
    band: Band,
    sizes: &'static Sizes,
    labels: Labels,
    /// Columns of options, page by page.
    pages: Vec<Vec<Vec<usize>>>,
    column: f64,
    /// What a row has below its label, or where labels stand before their bars, as a whole.
    rest: f64,
    /// The highest share, or the most votes, which has the whole width.
    most: f64,
}

impl<'a> BarsStyle<'a> {
    /// The first look in which every label stands there as a whole and every row has its bar: large
    /// letters before small ones as long as bars are half as high as letters, and labels above
    /// their bars before such in front of them.
    fn of(shape: Shape, chart: &'a Categories<'a>, band: Band, pages: usize) -> Option<Self> {
        let each = chart.results.options.len().div_ceil(pages).max(1);
        let usual = Self::across(shape, each);
        // Rather one more column than one more page: who leads is seen among all.
        let most = if shape == Shape::Flat { 3 } else { 2 };
        let more = (each >= HALVED && usual < most).then_some(usual + 1);
        std::iter::once(usual)
            .chain(more)
            .find_map(|across| Self::in_columns(shape, chart, band, (pages, across)))
    }

    fn in_columns(
        shape: Shape,
        chart: &'a Categories<'a>,
        band: Band,
        (pages, across): (usize, usize),
    ) -> Option<Self> {
        let sizes = || {
            SIZES[Self::largest(chart)..]
                .iter()
                .chain((shape == Shape::Flat).then_some(&FLAT))
        };
        let with = |sizes: &'static Sizes| Self::with(shape, chart, band, (pages, across), sizes);
        let at = |sizes: &'static Sizes| {
            let above = with(sizes)
                .fit()
                .filter(|above| above.thick() >= sizes.label / 2.0);
            above.or_else(|| with(sizes).with_labels_before())
        };
        sizes()
            .find_map(at)
            .or_else(|| sizes().find_map(|sizes| with(sizes).fit()))
    }

    /// Columns of so many options.
    fn across(shape: Shape, options: usize) -> usize {
        match shape {
            Shape::Flat => options.div_ceil(FLAT_COLUMN).clamp(1, 3),
            Shape::Wide | Shape::Tall => options.div_ceil(ONE_COLUMN).clamp(1, 2),
        }
    }

    fn largest(chart: &Categories<'_>) -> usize {
        match chart.results.options.len() {
            0..=3 => 0,
            4..=5 => 1,
            6..=10 => 2,
            _ => 3,
        }
    }

    /// Where nothing holds everything.
    fn least(shape: Shape, chart: &'a Categories<'a>, band: Band, pages: usize) -> Self {
        let across = Self::across(shape, chart.results.options.len().div_ceil(pages).max(1));
        Self::with(shape, chart, band, (pages, across), &SIZES[SIZES.len() - 1])
    }

    /// With labels above their bars.
    fn with(
        shape: Shape,
        chart: &'a Categories<'a>,
        band: Band,
        (pages, across): (usize, usize),
        sizes: &'static Sizes,
    ) -> Self {
        let surface = chart.surface(shape);
        let options = chart.results.options.len();
        let each = options.div_ceil(pages).max(1);
        let per_column = each.div_ceil(across);
        let columns = |page: &[usize]| page.chunks(per_column).map(<[usize]>::to_vec).collect();
        let mut look = Self {
            chart,
            surface,
            band,
            sizes,
            labels: Labels::Above,
            pages: chart.order().chunks(each).map(columns).collect(),
            column: (surface.width - GAP * (across - 1) as f64) / across as f64,
            rest: 0.0,
            most: 0.0,
        };
        let used = look
            .pages
            .iter()
            .map(|page| look.lines_of(page) as f64 * look.line())
            .fold(0.0, f64::max);
        look.rest = ((surface.height - used) / per_column as f64).min(sizes.air);
        look.most = (0..options)
            .map(|option| look.long(option).max(look.long_then(option)))
            .fold(0.0, f64::max);
        look
    }

    /// The same, if every label stands there as a whole and every row has its bar. A word that is
    /// too long for the whole width is torn wherever it stands.
    fn fit(self) -> Option<Self> {
        let torn = |option: &usize| {
            whole(
                self.label(*option),
                self.sizes.label,
                600,
                self.label_width(),
            )
            .is_none()
        };
        let two = self.pages.iter().any(|page| page.len() > 1);
        let torn = two && self.pages.iter().flatten().flatten().any(torn);
        (self.rest >= self.rest_least() && !torn).then_some(self)
    }

    /// The same with labels before their bars, if all have room for that.
    fn with_labels_before(mut self) -> Option<Self> {
        let options = 0..self.chart.results.options.len();
        let natural = options
            .clone()
            .map(|option| width(self.label(option), self.sizes.label, 600))
            .fold(0.0, f64::max);
        let before = natural.min(self.column * BEFORE).ceil() + 1.0;
        self.labels = Labels::Before(before);
        let rows = self
            .pages
            .iter()
            .flatten()
            .map(Vec::len)
            .max()
            .unwrap_or(1)
            .max(1);
        self.rest = (self.surface.height / rows as f64).min(self.sizes.air);
        let lines = ((self.rest - BELOW) / self.line()) as usize;
        let fits = |option| {
            whole(self.label(option), self.sizes.label, 600, before).is_some_and(|it| it <= lines)
        };
        let holds = self.bar_width() >= self.column * BAR_LEAST && options.clone().all(fits);
        holds.then_some(self)
    }

    fn label(&self, option: usize) -> &'a str {
        &self.chart.results.options[option].label
    }

    fn label_width(&self) -> f64 {
        match self.labels {
            Labels::Above => self.column - self.figures_width() - BETWEEN,
            Labels::Before(width) => width,
        }
    }

    fn bar_width(&self) -> f64 {
        match self.labels {
            Labels::Above => self.column,
            Labels::Before(label) => self.column - label - self.figures_width() - BETWEEN * 2.0,
        }
    }

    /// The lines of the labels of a page, where those of a row that is side by side with another
    /// count once.
    fn lines_of(&self, page: &[Vec<usize>]) -> usize {
        let rows = page.first().map_or(0, Vec::len);
        (0..rows).map(|row| self.lines_in(page, row)).sum()
    }

    fn lines_in(&self, page: &[Vec<usize>], row: usize) -> usize {
        let lines = |option: &usize| {
            wrap(
                self.label(*option),
                self.sizes.label,
                600,
                self.label_width(),
                usize::MAX,
            )
            .len()
        };
        page.iter()
            .filter_map(|column| column.get(row))
            .map(lines)
            .max()
            .unwrap_or(0)
    }

    fn line(&self) -> f64 {
        self.sizes.label * 1.2
    }

    /// What a bar is as long as: votes, or shares where there are two crowds.
    fn long(&self, option: usize) -> f64 {
        let votes = self.chart.results.options[option].votes as f64;
        if self.band == Band::Compared {
            votes / self.chart.results.voters.max(1) as f64
        } else {
            votes
        }
    }

    fn long_then(&self, option: usize) -> f64 {
        self.chart.then.map_or(0.0, |then| {
            votes_of(then, option) as f64 / then.voters.max(1) as f64
        })
    }

    /// The rows of a page. What they leave of the height stands above and below them.
    fn rows(&self, page: usize) -> Vec<(usize, Mark)> {
        let Some(page) = self.pages.get(page) else {
            return Vec::new();
        };
        let rows = page.first().map_or(0, Vec::len);
        let high = |row: usize| match self.labels {
            Labels::Above => self.lines_in(page, row) as f64 * self.line() + self.rest,
            Labels::Before(_) => self.rest,
        };
        let used = (0..rows).map(high).sum::<f64>() - self.air_below();
        let mut y = ((self.surface.height - used) / 2.0).max(0.0);
        let mut placed = Vec::new();
        for row in 0..rows {
            for (column, option) in page
                .iter()
                .enumerate()
                .filter_map(|(at, column)| Some((at, *column.get(row)?)))
            {
                let x = column as f64 * (self.column + GAP);
                let transform = format!("translate({} {})", n(x), n(y));
                placed.push((
                    option,
                    Mark::Group {
                        class: "row",
                        transform,
                        marks: self.row(option),
                    },
                ));
            }
            y += high(row);
        }
        placed
    }

    /// The least that a row has below its label.
    fn rest_least(&self) -> f64 {
        BELOW + self.band.least() + self.apart()
    }

    /// Between a bar and the next label.
    fn apart(&self) -> f64 {
        self.sizes.label * APART
    }

    /// How thick a bar is.
    fn thick(&self) -> f64 {
        match self.labels {
            Labels::Above => self
                .band
                .height(self.rest, self.sizes)
                .min(self.rest - BELOW - self.apart()),
            Labels::Before(_) => self.band.height(self.rest, self.sizes),
        }
    }

    /// The air below the last row.
    fn air_below(&self) -> f64 {
        if self.labels == Labels::Above {
            self.rest - BELOW - self.thick()
        } else {
            0.0
        }
    }
}

fn votes_of(results: &CategoryCounts, option: usize) -> u64 {
    results.options.get(option).map_or(0, |option| option.votes)
}

#[cfg(test)]
mod tests;
