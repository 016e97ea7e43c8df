//! Where the pictures of one figure stand: beside or below each other, so that all of them are as
//! large as they can be in the room that there is.

use crate::charts::frame::Drawing;

/// Between two pictures, in their own units.
const GAP: f64 = 72.0;

/// Pictures in rows of so many.
pub struct Arrangement {
    drawings: Vec<Drawing>,
    columns: usize,
    /// Corner, width and height of the room.
    room: [f64; 4],
}

/// One of them in its place.
pub struct PlacedDrawing {
    pub x: f64,
    pub y: f64,
    pub scale: f64,
    pub drawing: Drawing,
}

impl Arrangement {
    /// The arrangement in which they are largest.
    pub fn of(drawings: Vec<Drawing>, room: [f64; 4]) -> Self {
        let scale = |columns: &usize| scale(&drawings, *columns, room);
        let columns = (1..=drawings.len()).max_by(|one, other| scale(one).total_cmp(&scale(other)));
        Self {
            columns: columns.unwrap_or(1),
            drawings,
            room,
        }
    }

    /// Each of them. What is left of the height is above and below all; what is left of the width
    /// too, unless the pictures begin at the left.
    pub fn placed(self) -> Vec<PlacedDrawing> {
        let [left, top, width, height] = self.room;
        let scale = scale(&self.drawings, self.columns, self.room);
        let (widths, heights) = measures(&self.drawings, self.columns);
        let from_left = self.drawings.iter().any(|drawing| drawing.align.is_some());
        let spare = width - total(&widths) * scale;
        let left = left + if from_left { 0.0 } else { spare / 2.0 };
        let top = top + (height - total(&heights) * scale) / 2.0;
        let columns = self.columns;
        let place = |(number, drawing): (usize, Drawing)| {
            let (column, row) = (number % columns, number / columns);
            PlacedDrawing {
                x: left + before(&widths, column) * scale,
                y: top + before(&heights, row) * scale,
                scale,
                drawing,
            }
        };
        self.drawings.into_iter().enumerate().map(place).collect()
    }
}

/// How wide each column and how high each row is.
fn measures(drawings: &[Drawing], columns: usize) -> (Vec<f64>, Vec<f64>) {
    let mut widths = vec![0.0_f64; columns];
    let mut heights = vec![0.0_f64; drawings.len().div_ceil(columns)];
    for (number, drawing) in drawings.iter().enumerate() {
        let (column, row) = (number % columns, number / columns);
        widths[column] = widths[column].max(drawing.width);
        heights[row] = heights[row].max(drawing.height);
    }
    (widths, heights)
}

fn total(measures: &[f64]) -> f64 {
    before(measures, measures.len()) - GAP
}

fn before(measures: &[f64], number: usize) -> f64 {
    measures[..number].iter().sum::<f64>() + GAP * number as f64
}

fn scale(drawings: &[Drawing], columns: usize, room: [f64; 4]) -> f64 {
    let (widths, heights) = measures(drawings, columns);
    let [_, _, width, height] = room;
    (width / total(&widths)).min(height / total(&heights))
}
