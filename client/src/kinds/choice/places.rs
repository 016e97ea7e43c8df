//! `choice` as places in a room: every option a spot on the floor, every voter a dot that stands
//! there.
//!
//! Dots lie as seeds do in a sunflower (Vogel, A better way to construct the sunflower head, 1979):
//! a new one comes at the edge and moves no other, until a crowd outgrows its spot and all stand a
//! little closer.

use crate::charts::categories::Categories;
use crate::charts::cells::{middles, widths};
use crate::charts::column_chart::{LetterSizes, figures};
use crate::charts::frame::{Drawing, Shape, Surface};
use crate::charts::mark::{Anchor, Mark, n, path, text};
use crate::charts::measure::balance;

/// Places that a picture has at most; above that there are rows of dots.
const MOST: usize = 8;
/// Between two places.
const AIR: f64 = 36.0;
/// The smallest and the largest spot, and the largest distance between seeds, in its own measure.
const RADIUS: std::ops::RangeInclusive<f64> = 62.0..=220.0;
const SPREAD: f64 = 28.0;
/// How large a dot is in the measure of the seeds: the nearest two lie 1.54 apart.
const DOT: f64 = 0.7;
/// Crowds by which dots get smaller, so that they don't with every vote.
const CROWDS: [usize; 6] = [7, 19, 37, 61, 127, 400];

/// The picture, if there is room for every label as a whole and for large enough spots.
pub fn drawing(shape: Shape, choice: &Categories<'_>) -> Option<Drawing> {
    let options = choice.results.options.len();
    if options > MOST {
        return None;
    }
    let rooms = (1..=3).filter_map(|rows| PlacesLayout::of(shape, choice, rows));
    let room = rooms.max_by(|a, b| a.radius.total_cmp(&b.radius))?;
    let mut places: Vec<(usize, Mark)> = choice
        .order()
        .into_iter()
        .enumerate()
        .map(|(place, option)| (option, room.place(place, option)))
        .collect();
    places.sort_by_key(|(option, _)| *option);
    let marks = places.into_iter().map(|(_, place)| place).collect();
    Some(Drawing {
        shape,
        width: room.width,
        height: room.height,
        align: None,
        marks,
    })
}

/// How far apart seeds lie in spots of that radius, by the largest crowd.
fn spread(choice: &Categories<'_>, radius: f64) -> f64 {
    let crowds = (0..choice.results.options.len()).map(|option| choice.dots_of(option));
    let most = crowds.max().unwrap_or(0);
    let crowd = CROWDS.into_iter().find(|crowd| most <= *crowd);
    let crowd = crowd.unwrap_or(most) as f64;
    (radius * 0.96 / (crowd.sqrt() + DOT)).min(SPREAD)
}

/// Places in rows, all spots of one measure.
struct PlacesLayout<'a> {
    choice: &'a Categories<'a>,
    letters: LetterSizes,
    width: f64,
    height: f64,
    /// The widths of places, row by row.
    cells: Vec<Vec<f64>>,
    radius: f64,
    /// Above the spots of each row.
    top: f64,
    spread: f64,
}

impl<'a> PlacesLayout<'a> {
    fn of(shape: Shape, choice: &'a Categories<'a>, rows: usize) -> Option<Self> {
        let options = &choice.results.options;
        let Surface { width, height, .. } = choice.surface(shape);
        let order = choice.order();
        let letters = LetterSizes::of(options.len());
        let rows: Vec<&[usize]> = order.chunks(options.len().div_ceil(rows).max(1)).collect();
        // A row that is not full is no wider than it would be with the places that it lacks.
        let row = |row: &&[usize]| {
            let share = row.len() as f64 / rows[0].len() as f64;
            let needs = row
                .iter()
                .map(|option| letters.needs(choice, *option) + AIR);
            widths(width * share, &needs.collect::<Vec<f64>>())
        };
        let cells = rows.iter().map(row).collect::<Option<Vec<Vec<f64>>>>()?;
        let placed = order.iter().copied().zip(cells.iter().flatten());
        let lines = letters.most_lines(choice, placed, AIR)?;
        let below = letters.figures() + lines as f64 * letters.line + 16.0;
        let narrowest = cells.iter().flatten().copied().fold(width, f64::min);
        let high = height / rows.len() as f64 - below;
        let radius = (high / 2.0).min((narrowest - AIR) / 2.0).min(*RADIUS.end());
        if radius < *RADIUS.start() {
            return None;
        }
        Some(Self {
            choice,
            letters,
            width,
            height,
            cells,
            radius,
            // What labels and spots leave stands above and below them.
            top: ((high - radius * 2.0) / 2.0).max(2.0),
            spread: spread(choice, radius),
        })
    }

    fn place(&self, place: usize, option: usize) -> Mark {
        let columns = self.cells[0].len();
        let (row, seat) = (place / columns, place % columns);
        let left = (self.width - self.cells[row].iter().sum::<f64>()) / 2.0;
        let x = left + middles(&self.cells[row])[seat];
        let y = row as f64 * self.height / self.cells.len() as f64 + self.radius + self.top;
        let transform = format!("translate({} {})", n(x), n(y));
        Mark::Group {
            class: "row",
            transform,
            marks: self.inside(option, self.cells[row][seat]),
        }
    }

    fn inside(&self, option: usize, cell: f64) -> Vec<Mark> {
        let shown = &self.choice.results.options[option];
        let r = self.radius;
        let LetterSizes {
            label,
            line: line_high,
            ..
        } = self.letters;
        let below = self.letters.figures() - 4.0;
        let circle = format!(
            "M{} 0a{r} {r} 0 1 1 {d} 0a{r} {r} 0 1 1 -{d} 0z",
            n(-r),
            r = n(r),
            d = n(r * 2.0)
        );
        let dots = (0..self.choice.dots_of(option))
            .map(|seed| self.dot(seed))
            .collect();
        let mut marks = vec![
            path("place", circle),
            Mark::Group {
                class: "people",
                transform: String::new(),
                marks: dots,
            },
        ];
        marks.extend(figures(self.choice, shown.votes, r + below, self.letters));
        let line = |(number, line): (usize, String)| {
            text(
                "label",
                0.0,
                r + below + line_high + 4.0 + number as f64 * line_high,
                label,
                Anchor::Middle,
                line,
            )
        };
        let lines = balance(&shown.label, label, 600, cell - AIR, usize::MAX);
        marks.extend(lines.into_iter().enumerate().map(line));
        marks
    }

    fn dot(&self, seed: usize) -> Mark {
        let golden = std::f64::consts::PI * (3.0 - 5.0_f64.sqrt());
        let (angle, far) = (
            seed as f64 * golden,
            (seed as f64 + 0.5).sqrt() * self.spread,
        );
        Mark::Dot {
            x: far * angle.cos(),
            y: far * angle.sin(),
            radius: self.spread * DOT,
        }
    }
}
