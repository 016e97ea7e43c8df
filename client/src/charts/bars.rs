//! `choice` as bars: a bar per option, with people and their share of all voters. The bar may be a row of dots, or two
//! bars where an earlier question is compared with; then shares stand in place of people, for they may be others.

use shared::question::choice::{OptionVotes, Results};

use super::choice::Choice;
use super::frame::{Drawing, Shape};
use super::mark::{Anchor, Mark, n, text};
use super::measure::{balance, whole, width, wrap};
use crate::texts::charts::grouped;
use crate::ui::order;

/// Options above which there are two columns of bars.
pub const ONE_COLUMN: usize = 8;
/// Between two columns.
const GAP: f64 = 80.0;
/// Between a label, a count and a share.
const BETWEEN: f64 = 24.0;
/// The largest dot and its air.
const PITCH: f64 = 44.0;

struct Sizes {
    label: f64,
    count: f64,
    share: f64,
    air: f64,
    bar: f64,
}

const FEW: Sizes = Sizes { label: 44.0, count: 56.0, share: 40.0, air: 130.0, bar: 56.0 };
const MANY: Sizes = Sizes { label: 34.0, count: 46.0, share: 34.0, air: 96.0, bar: 38.0 };

/// More than ten of them, so that figures stay clear of the bars above.
const DENSE: Sizes = Sizes { count: 36.0, ..MANY };
const TEN: usize = 10;

/// What stands below a label.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Band {
    /// A bar.
    Bar,
    /// The bar, and a thin one below it for the earlier question.
    Compared,
    /// A dot per vote.
    Dots,
}

impl Band {
    /// The least that a row keeps for it and its air: of bars twenty options fit.
    fn least(self) -> f64 {
        match self {
            Self::Bar => 11.0,
            Self::Compared => 26.0,
            Self::Dots => 40.0,
        }
    }

    /// What it takes of a row's rest, at most so much.
    fn height(self, rest: f64, sizes: &Sizes) -> f64 {
        match self {
            Self::Bar => (rest * 0.44).clamp(8.0, sizes.bar),
            Self::Compared => (rest * 0.5).clamp(18.0, sizes.bar * 1.4),
            Self::Dots => (rest * 0.62).clamp(24.0, PITCH * 2.0),
        }
    }
}

/// How many pages the options take when no label is cut.
pub fn pages(shape: Shape, choice: &Choice<'_>, band: Band) -> usize {
    let options = choice.results.options.len();
    let fits = |pages: &usize| (0..*pages).all(|page| Layout::of(shape, choice, band, (page, *pages)).fits());
    (1..=options).find(fits).unwrap_or(options).max(1)
}

/// One of so many pages. While open in deck order; closed by votes, ties in deck order.
pub fn drawing(shape: Shape, choice: &Choice<'_>, band: Band, page: (usize, usize)) -> Drawing {
    let layout = Layout::of(shape, choice, band, page);
    let placed = layout.columns.iter().enumerate().flat_map(|(column, options)| layout.column(column, options));
    let mut rows: Vec<(usize, Mark)> = placed.collect();
    // The same row stays the same element, wherever it moves to.
    rows.sort_by_key(|(option, _)| *option);
    let marks = rows.into_iter().map(|(_, row)| row).collect();
    Drawing { shape, width: layout.width, height: layout.height, align: Some("xMinYMin meet"), marks }
}

/// Options by their places in the deck: while open in deck order, closed by votes.
pub fn order(results: &Results, open: bool) -> Vec<usize> {
    let key = |option: &OptionVotes| if open { (0, 0) } else { (u64::MAX - option.votes, 0) };
    order::by(results.options.iter().map(key).collect())
}

/// Whole percents of the voters; nothing while nobody voted.
pub fn percent(votes: u64, voters: u64) -> Option<u64> {
    (voters > 0).then(|| (votes * 200 + voters) / (voters * 2))
}

struct Layout<'a> {
    choice: &'a Choice<'a>,
    band: Band,
    sizes: &'static Sizes,
    width: f64,
    height: f64,
    column_width: f64,
    label_width: f64,
    columns: Vec<Vec<usize>>,
    /// What a row has below its label.
    rest: f64,
    /// The highest share, or the most votes, which has the whole width.
    most: f64,
}

impl<'a> Layout<'a> {
    fn of(shape: Shape, choice: &'a Choice<'a>, band: Band, (page, pages): (usize, usize)) -> Self {
        let options = &choice.results.options;
        let (width_all, height) = (shape.size().0 - choice.beside, shape.size().1);
        let order = choice.order();
        let each = options.len().div_ceil(pages).max(1);
        let shown = order.chunks(each).nth(page).unwrap_or_default();
        let two = each > ONE_COLUMN;
        let column_width = if two { (width_all - GAP) / 2.0 } else { width_all };
        let sizes = match options.len() {
            0..=3 => &FEW,
            4..=TEN => &MANY,
            _ => &DENSE,
        };
        let per_column = if two { each.div_ceil(2) } else { each };
        let mut layout = Self {
            choice,
            band,
            sizes,
            width: width_all,
            height,
            column_width,
            label_width: 0.0,
            columns: shown.chunks(per_column).map(<[usize]>::to_vec).collect(),
            rest: 0.0,
            most: 0.0,
        };
        let figures = options.iter().map(|option| layout.figures_width(option.votes)).fold(0.0, f64::max);
        layout.label_width = column_width - figures - BETWEEN;
        let line = layout.line();
        let lines =
            |column: &Vec<usize>| column.iter().map(|option| layout.lines(*option)).sum::<usize>() as f64 * line;
        let used = layout.columns.iter().map(lines).fold(0.0, f64::max);
        layout.rest = ((height - used) / per_column as f64).min(sizes.air);
        layout.most =
            (0..options.len()).map(|option| layout.long(option).max(layout.long_then(option))).fold(0.0, f64::max);
        layout
    }

    /// Whether every label stands there as a whole, and every row has its bar. A word that is too long for the whole
    /// width is torn wherever it stands.
    fn fits(&self) -> bool {
        let whole = |option: &usize| whole(self.label(*option), self.sizes.label, 600, self.label_width).is_some();
        self.rest >= self.band.least() && (self.columns.len() < 2 || self.columns.iter().flatten().all(whole))
    }

    fn label(&self, option: usize) -> &'a str {
        &self.choice.results.options[option].label
    }

    fn lines(&self, option: usize) -> usize {
        wrap(self.label(option), self.sizes.label, 600, self.label_width, usize::MAX).len()
    }

    fn line(&self) -> f64 {
        self.sizes.label * 1.2
    }

    /// What a bar is as long as: votes, or shares where there are two crowds.
    fn long(&self, option: usize) -> f64 {
        let votes = self.choice.results.options[option].votes as f64;
        if self.band == Band::Compared { votes / self.choice.results.voters.max(1) as f64 } else { votes }
    }

    fn long_then(&self, option: usize) -> f64 {
        self.choice.then.map_or(0.0, |then| votes_of(then, option) as f64 / then.voters.max(1) as f64)
    }

    fn column(&self, column: usize, options: &[usize]) -> Vec<(usize, Mark)> {
        let mut y = 0.0;
        let x = column as f64 * (self.column_width + GAP);
        let rows = options.iter().map(|option| {
            let transform = format!("translate({} {})", n(x), n(y));
            y += self.lines(*option) as f64 * self.line() + self.rest;
            (*option, Mark::Group { class: "row", transform, marks: self.row(*option) })
        });
        rows.collect()
    }

    fn row(&self, option: usize) -> Vec<Mark> {
        let size = self.sizes.label;
        let lines = balance(self.label(option), size, 600, self.label_width, usize::MAX);
        let line = |(number, line): (usize, String)| {
            text("label", 0.0, size * 0.84 + number as f64 * self.line(), size, Anchor::Start, line)
        };
        let top = lines.len() as f64 * self.line() + (self.rest * 0.16).min(8.0);
        let mut marks: Vec<Mark> = lines.into_iter().enumerate().map(line).collect();
        marks.extend(self.figures(option));
        let high = self.band.height(self.rest, self.sizes);
        match self.band {
            Band::Bar => marks.push(self.bar(self.class_of(option), self.long(option), (top, high))),
            Band::Compared => {
                marks.push(self.bar(self.class_of(option), self.long(option), (top, high * 0.64)));
                marks.push(self.bar("bar then".to_owned(), self.long_then(option), (top + high * 0.7, high * 0.3)));
            }
            Band::Dots => marks.push(self.dots(option, (top, high))),
        }
        marks
    }

    fn bar(&self, class: String, long: f64, (y, height): (f64, f64)) -> Mark {
        let width = (self.column_width * long / self.most.max(f64::MIN_POSITIVE)).max(4.0);
        Mark::Rect { class, x: 0.0, y, width, height, radius: if width < 12.0 { 2.0 } else { (height / 3.0).min(6.0) } }
    }

    /// Rows of dots that fill column by column, so that they are as long as they are many.
    fn dots(&self, option: usize, (top, high): (f64, f64)) -> Mark {
        let most = (0..self.choice.results.options.len()).map(|option| self.choice.dots_of(option)).max().unwrap_or(0);
        let pitch_of = |rows: usize| (high / rows as f64).min(PITCH);
        let fits = |rows: &usize| (self.column_width / pitch_of(*rows)) as usize * rows >= most;
        let rows = (1..).find(fits).unwrap_or(1);
        let pitch = pitch_of(rows);
        let dot = |number: usize| Mark::Dot {
            x: ((number / rows) as f64 + 0.5) * pitch,
            y: top + ((number % rows) as f64 + 0.5) * pitch,
            radius: pitch * 0.42,
        };
        let marks = (0..self.choice.dots_of(option)).map(dot).collect();
        Mark::Group { class: "people", transform: String::new(), marks }
    }

    /// Where the figures of a row begin, counted from the column's end.
    fn figures_width(&self, votes: u64) -> f64 {
        let Sizes { count, share, .. } = *self.sizes;
        match self.band {
            Band::Compared => width("100%", count, 750) + width("100% →", share, 400) + BETWEEN,
            _ => width("100%", share, 400) + BETWEEN + width(&grouped(self.choice.language, votes), count, 750),
        }
    }

    /// People and their share, or the earlier share and the later one.
    fn figures(&self, option: usize) -> Vec<Mark> {
        let votes = self.choice.results.options[option].votes;
        let Sizes { label, count, share, .. } = *self.sizes;
        let (end, y) = (self.column_width, label * 0.84);
        let now = percent(votes, self.choice.results.voters).map(|percent| format!("{percent}%"));
        if let Some(then) = self.choice.then.filter(|_| self.band == Band::Compared) {
            let earlier = percent(votes_of(then, option), then.voters).unwrap_or(0);
            let before = end - width("100%", count, 750) - BETWEEN;
            return vec![
                text("share", before, y, share, Anchor::End, format!("{earlier}% →")),
                text("count", end, y, count, Anchor::End, now.unwrap_or_else(|| "–".to_owned())),
            ];
        }
        let before = end - width("100%", share, 400) - BETWEEN;
        let counted = text("count", before, y, count, Anchor::End, grouped(self.choice.language, votes));
        let share = now.map(|now| text("share", end, y, share, Anchor::End, now));
        std::iter::once(counted).chain(share).collect()
    }

    fn class_of(&self, option: usize) -> String {
        match self.choice.results.options[option].votes {
            0 => "bar none".to_owned(),
            votes if votes == self.choice.most() => "bar lead".to_owned(),
            _ => "bar".to_owned(),
        }
    }
}

fn votes_of(results: &Results, option: usize) -> u64 {
    results.options.get(option).map_or(0, |option| option.votes)
}

#[cfg(test)]
mod tests;
