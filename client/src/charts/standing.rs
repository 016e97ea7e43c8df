//! `choice` as columns that stand side by side, with the figures above and the label below each.

use super::bars::percent;
use super::cells::{middles, widths};
use super::choice::Choice;
use super::frame::{Drawing, Shape};
use super::mark::{Anchor, Mark, n, path, text};
use super::measure::{WORD, balance, whole, widest_word, width};
use crate::texts::charts::grouped;

/// Columns that a picture has at most.
const MOST: usize = 12;
/// The widest column.
const COLUMN: f64 = 220.0;
/// Between two labels.
const AIR: f64 = 28.0;
/// A line of a label, and its letters.
const LINE: f64 = 40.0;
const LABEL: f64 = 34.0;
/// What the figures take above a column.
const FIGURES: f64 = 64.0;
/// The least height of the highest column.
const LEAST: f64 = 180.0;

/// The picture, if every label has room as a whole and high enough columns are left.
pub fn drawing(shape: Shape, choice: &Choice<'_>) -> Option<Drawing> {
    let options = &choice.results.options;
    let (wide, height) = (shape.size().0 - choice.beside, shape.size().1);
    let order = choice.order();
    let need = |option: &usize| {
        let shown = &options[*option];
        let word = widest_word(&shown.label, LABEL, 600).min(WORD);
        word.max(figures_width(choice, shown.votes)) + AIR
    };
    let cells = widths(wide, &order.iter().map(need).collect::<Vec<f64>>()).filter(|_| options.len() <= MOST)?;
    let lines = order.iter().zip(&cells).map(|(option, cell)| whole(&options[*option].label, LABEL, 600, cell - AIR));
    let lines = lines.collect::<Option<Vec<usize>>>()?.into_iter().max().unwrap_or(1);
    let base = height - 14.0 - lines as f64 * LINE;
    let room = base - FIGURES;
    if room < LEAST {
        return None;
    }
    let bar = (cells.iter().copied().fold(f64::MAX, f64::min) * 0.62).min(COLUMN);
    let column = |((option, cell), middle): ((usize, &f64), f64)| {
        let transform = format!("translate({} 0)", n(middle));
        (option, Mark::Group { class: "row", transform, marks: standing(choice, option, *cell, (bar, base, room)) })
    };
    let placed = order.into_iter().zip(&cells).zip(middles(&cells));
    let mut columns: Vec<(usize, Mark)> = placed.map(column).collect();
    // The same column stays the same element, wherever it moves to.
    columns.sort_by_key(|(option, _)| *option);
    let mut marks: Vec<Mark> = columns.into_iter().map(|(_, column)| column).collect();
    marks.push(path("axis thin", format!("M0 {}H{}", n(base + 1.5), n(wide))));
    Some(Drawing { shape, width: wide, height, align: Some("xMinYMid meet"), marks })
}

fn standing(choice: &Choice<'_>, option: usize, cell: f64, (wide, base, room): (f64, f64, f64)) -> Vec<Mark> {
    let votes = choice.results.options[option].votes;
    let high = (room * votes as f64 / choice.most().max(1) as f64).max(if votes > 0 { 4.0 } else { 0.0 });
    let class = if votes > 0 && votes == choice.most() { "column lead" } else { "column rest" };
    let mut marks = vec![Mark::Rect {
        class: class.to_owned(),
        x: -wide / 2.0,
        y: base - high,
        width: wide,
        height: high,
        radius: 0.0,
    }];
    marks.extend(figures(choice, votes, base - high - 18.0));
    let lines = balance(&choice.results.options[option].label, LABEL, 600, cell - AIR, usize::MAX);
    let line = |(number, line): (usize, String)| {
        text("label", 0.0, base + 42.0 + number as f64 * LINE, LABEL, Anchor::Middle, line)
    };
    marks.extend(lines.into_iter().enumerate().map(line));
    marks
}

/// People and their share, together in the middle.
pub fn figures(choice: &Choice<'_>, votes: u64, y: f64) -> Vec<Mark> {
    let counted = grouped(choice.language, votes);
    let Some(share) = percent(votes, choice.results.voters).map(|percent| format!("{percent}%")) else {
        return vec![text("count", 0.0, y, 44.0, Anchor::Middle, counted)];
    };
    let (count_width, share_width) = (width(&counted, 44.0, 750), width(&share, LABEL, 400));
    let seam = (count_width - share_width) / 2.0;
    vec![
        text("count", seam - 7.0, y, 44.0, Anchor::End, counted),
        text("share", seam + 7.0, y, LABEL, Anchor::Start, share),
    ]
}

/// How wide an option's figures are, with the share at its widest.
pub fn figures_width(choice: &Choice<'_>, votes: u64) -> f64 {
    width(&grouped(choice.language, votes), 44.0, 750) + 14.0 + width("100%", LABEL, 400)
}
