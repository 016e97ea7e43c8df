//! Categories as columns that stand side by side, with the figures above and the label below each.

use super::categories::Categories;
use super::cells::{middles, widths};
use super::frame::{Drawing, Shape, Surface};
use super::mark::{Anchor, Mark, n, path, text};
use super::measure::{WORD, balance, whole, widest_word, width};
use super::share::percent;
use crate::texts::charts::grouped;

/// Columns that a picture has at most.
const MOST: usize = 12;
/// The widest column, and what one takes of the narrowest cell.
const COLUMN: f64 = 420.0;
const SHARE: f64 = 0.62;
/// Between two labels.
const AIR: f64 = 28.0;
/// Options up to which letters are large.
const FEW: usize = 3;
/// The least height of the highest column.
const LEAST: f64 = 180.0;

/// Sizes of letters at things that stand side by side: of a label, from one of its lines to the
/// next, of people and of their share.
#[derive(Clone, Copy, Debug)]
pub struct LetterSizes {
    pub label: f64,
    pub line: f64,
    count: f64,
    share: f64,
}

impl LetterSizes {
    /// Those that so many options get.
    pub fn of(options: usize) -> Self {
        match options {
            0..=FEW => Self {
                label: 42.0,
                line: 50.0,
                count: 58.0,
                share: 42.0,
            },
            _ => Self {
                label: 34.0,
                line: 40.0,
                count: 44.0,
                share: 34.0,
            },
        }
    }

    /// The least width of an option: its widest word and its figures.
    pub fn needs(self, chart: &Categories<'_>, option: usize) -> f64 {
        let shown = &chart.results.options[option];
        let word = widest_word(&shown.label, self.label, 600).min(WORD);
        word.max(figures_width(chart, shown.votes, self))
    }

    /// The most lines that the label of one of these options takes in its width; nothing where one
    /// has no room as a whole.
    pub fn most_lines<'c>(
        self,
        chart: &Categories<'_>,
        options: impl Iterator<Item = (usize, &'c f64)>,
        air: f64,
    ) -> Option<usize> {
        let mut most = None;
        for (option, cell) in options {
            let label = &chart.results.options[option].label;
            most = most.max(Some(whole(label, self.label, 600, cell - air)?));
        }
        Some(most.unwrap_or(1))
    }

    /// What figures take above or below what they count.
    pub fn figures(self) -> f64 {
        self.count + 14.0
    }
}

/// The picture, if every label has room as a whole and high enough columns are left.
pub fn drawing(shape: Shape, chart: &Categories<'_>) -> Option<Drawing> {
    let Surface {
        width: wide,
        height,
        ..
    } = chart.surface(shape);
    let order = chart.order();
    if order.len() > MOST {
        return None;
    }
    let letters = LetterSizes::of(order.len());
    let needs = order
        .iter()
        .map(|option| letters.needs(chart, *option) + AIR);
    let cells = widths(wide, &needs.collect::<Vec<f64>>())?;
    let lines = letters.most_lines(chart, order.iter().copied().zip(&cells), AIR)?;
    let base = height - 14.0 - lines as f64 * letters.line;
    let room = base - letters.figures();
    if room < LEAST {
        return None;
    }
    let bar = (cells.iter().copied().fold(f64::MAX, f64::min) * SHARE).min(COLUMN);
    let placed = order.into_iter().zip(&cells).zip(middles(&cells));
    let mut columns: Vec<(usize, Mark)> = placed
        .map(|((option, cell), middle)| {
            let marks = column_marks(chart, option, *cell, (bar, base, room));
            (option, column(middle, marks))
        })
        .collect();
    // The same column stays the same element, wherever it moves to.
    columns.sort_by_key(|(option, _)| *option);
    let axis = path("axis thin", format!("M0 {}H{}", n(base + 1.5), n(wide)));
    let columns = columns.into_iter().map(|(_, column)| column);
    let marks = columns.chain([axis]).collect();
    Some(Drawing {
        shape,
        width: wide,
        height,
        align: Some("xMinYMid meet"),
        marks,
    })
}

fn column(middle: f64, marks: Vec<Mark>) -> Mark {
    Mark::Group {
        class: "row",
        transform: format!("translate({} 0)", n(middle)),
        marks,
    }
}

fn column_marks(
    chart: &Categories<'_>,
    option: usize,
    cell: f64,
    (wide, base, room): (f64, f64, f64),
) -> Vec<Mark> {
    let letters = LetterSizes::of(chart.results.options.len());
    let votes = chart.results.options[option].votes;
    let high =
        (room * votes as f64 / chart.most().max(1) as f64).max(if votes > 0 { 4.0 } else { 0.0 });
    let class = if votes > 0 && votes == chart.most() {
        "column lead"
    } else {
        "column rest"
    };
    let mut marks = vec![Mark::Rect {
        class: class.to_owned(),
        x: -wide / 2.0,
        y: base - high,
        width: wide,
        height: high,
        radius: 0.0,
    }];
    marks.extend(figures(chart, votes, base - high - 18.0, letters));
    let lines = balance(
        &chart.results.options[option].label,
        letters.label,
        600,
        cell - AIR,
        usize::MAX,
    );
    let line = |(number, line): (usize, String)| {
        text(
            "label",
            0.0,
            base + letters.label + 8.0 + number as f64 * letters.line,
            letters.label,
            Anchor::Middle,
            line,
        )
    };
    marks.extend(lines.into_iter().enumerate().map(line));
    marks
}

/// People and their share, together in the middle.
pub fn figures(chart: &Categories<'_>, votes: u64, y: f64, letters: LetterSizes) -> Vec<Mark> {
    if chart.is_quiet() {
        return Vec::new();
    }
    let LetterSizes {
        count,
        share: of_share,
        ..
    } = letters;
    let counted = grouped(chart.language, votes);
    let Some(share) = percent(votes, chart.results.voters).map(|percent| format!("{percent}%"))
    else {
        return vec![text("count", 0.0, y, count, Anchor::Middle, counted)];
    };
    let (count_width, share_width) = (width(&counted, count, 750), width(&share, of_share, 400));
    let seam = (count_width - share_width) / 2.0;
    vec![
        text("count", seam - 7.0, y, count, Anchor::End, counted),
        text("share", seam + 7.0, y, of_share, Anchor::Start, share),
    ]
}

/// How wide an option's figures are, with the share at its widest.
pub fn figures_width(chart: &Categories<'_>, votes: u64, letters: LetterSizes) -> f64 {
    width(&grouped(chart.language, votes), letters.count, 750)
        + 14.0
        + width("100%", letters.share, 400)
}
