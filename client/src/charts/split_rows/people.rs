//! The people of each row, as dots of one size or as hills of one scale.

use super::{RowFigure, RowsLayout, STROKE, SplitRow};
use crate::charts::density_curve::{curve_path, outline};
use crate::charts::dot_plot::DotPlot;
use crate::charts::mark::{Mark, path};

/// Above so many people in one row there are no dots any more.
const DOTS_MAX: u64 = 400;
/// From so many on there is a density behind the dots.
const DENSITY_MIN: u64 = 20;

/// Everybody in all rows: dots of one size, as long as they are few, and hills of one scale.
pub(super) struct PeopleMarks {
    plots: Option<Vec<DotPlot>>,
    curves: Vec<Option<Vec<f64>>>,
    /// How high each hill is before it is scaled.
    peaks: Vec<f64>,
    scale: f64,
}

impl PeopleMarks {
    pub(super) fn of(place: &RowsLayout, rows: &[SplitRow]) -> Self {
        let (least, room) = place.for_piles();
        let values: Vec<Vec<f64>> = rows.iter().map(values).collect();
        let few = rows.iter().all(|row| row.voters <= DOTS_MAX);
        let length = place.end - place.start;
        let plots = few.then(|| DotPlot::stacked(&values, length, (least, room)));
        let curves: Vec<Option<Vec<f64>>> = rows.iter().map(curve).collect();
        let peaks: Vec<f64> = curves.iter().zip(rows).map(peak).collect();
        let scale = match &plots {
            Some(plots) => smoothed(plots, &peaks, least),
            None => largest(&peaks, (least, room)),
        };
        Self {
            plots,
            curves,
            peaks,
            scale,
        }
    }

    /// How much of its row each pile or hill takes.
    pub(super) fn high(&self) -> Vec<f64> {
        match &self.plots {
            Some(plots) => plots.iter().map(DotPlot::high).collect(),
            None => self.peaks.iter().map(|peak| peak * self.scale).collect(),
        }
    }

    pub(super) fn in_row(&self, place: &RowsLayout, number: usize, voters: u64) -> Vec<Mark> {
        let y = place.line(number);
        let class = if self.plots.is_some() {
            "density"
        } else {
            "density only"
        };
        let curve = self.curves[number].as_ref().map(|curve| {
            let (ends, scale) = ((place.start, place.end), self.scale * voters as f64);
            path(class, curve_path(curve, ends, y, scale))
        });
        let plot = self.plots.as_ref().map(|plots| &plots[number]);
        let dots = plot.map(|plot| plot.mark(place.start, y - STROKE / 2.0 - 1.0));
        curve.into_iter().chain(dots).collect()
    }
}

/// Everybody's place.
fn values(row: &SplitRow) -> Vec<f64> {
    let RowFigure::Line { fine, .. } = &row.figure else {
        return Vec::new();
    };
    let at = fine.iter().enumerate();
    at.flat_map(|(place, count)| std::iter::repeat_n(place as f64, *count as usize))
        .collect()
}

fn curve(row: &SplitRow) -> Option<Vec<f64>> {
    match &row.figure {
        RowFigure::Line { fine, .. } if row.voters >= DENSITY_MIN => {
            Some(outline(fine, row.voters))
        }
        RowFigure::Line { .. } | RowFigure::Cells(_) => None,
    }
}

fn peak((curve, row): (&Option<Vec<f64>>, &SplitRow)) -> f64 {
    let top = curve.iter().flatten().copied().fold(0.0, f64::max);
    top * row.voters as f64
}

/// By what one person's density is multiplied, the same in all rows: as if dots were smoothed, and
/// no hill higher than its row.
fn smoothed(plots: &[DotPlot], peaks: &[f64], least: f64) -> f64 {
    let dots = plots.first().map_or(0.0, |plot| plot.curve_scale(1));
    let fits = plots.iter().zip(peaks).filter(|(_, peak)| **peak > 0.0);
    let fits = fits.map(|(plot, peak)| plot.high().max(least) / peak);
    fits.fold(dots, f64::min)
}

/// The largest by which all hills fit above each other, where each row has the least at least.
fn largest(peaks: &[f64], (least, room): (f64, f64)) -> f64 {
    let mut order: Vec<f64> = peaks.to_vec();
    order.sort_by(f64::total_cmp);
    // The lowest have the least; what is left is for the others, if they need more than that.
    let scales = (0..order.len()).map(|lowest| {
        let others: f64 = order[lowest..].iter().sum();
        let scale = (room - least * lowest as f64) / others;
        (scale, order[lowest] * scale >= least)
    });
    let enough = |(scale, enough): (f64, bool)| enough.then_some(scale);
    let highest = order.last().copied().unwrap_or_default();
    let alone = least / highest.max(f64::MIN_POSITIVE);
    scales.filter_map(enough).next().unwrap_or(alone)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hills_share_the_room_by_their_height() {
        let scale = largest(&[1.0, 4.0, 5.0], (58.0, 400.0));
        assert!((scale - (400.0 - 58.0) / 9.0).abs() < 1e-9);
        assert!((largest(&[2.0, 2.0], (58.0, 400.0)) - 100.0).abs() < 1e-9);
    }
}
