//! A column for each number, or for numbers near each other, along an axis; what lies far outside
//! stands hollow behind a break in it.

use shared::question::number::{NumberInput, NumberResults};

use super::axis::Axis;
use super::form::meanings;
use super::middle::{LINE as ROW, Middle, Said};
use super::sentences::{VOTERS, far, mean_of, short};
use crate::charts::frame::{Drawing, Surface};
use crate::charts::mark::{Anchor, Mark, n, path, text};
use crate::charts::measure::{balance, width};
use crate::language::Language;
use crate::messages::results as say;
use crate::messages::{MessageArgument, write};
use crate::texts::charts::{grouped, listed};

/// The size of numbers, and from one line of them to the next.
const SIZE: f64 = 34.0;
const LINE: f64 = 40.0;
/// From the axis down to the numbers, and from those to the mean and the median.
const BELOW: f64 = 44.0;
const FOOT: f64 = 12.0;
/// What stands above columns: how many; the unit; what is right.
const COUNT: f64 = 46.0;
const HEAD: f64 = 48.0;
/// The widest slot, what a column takes of it, and the least height of the highest.
const SLOT: f64 = 150.0;
const SHARE: f64 = 0.88;
const LEAST: f64 = 140.0;
/// A break in the axis; the narrowest and the widest place behind it.
const BREAK: f64 = 64.0;
const FAR: (f64, f64) = (110.0, 380.0);
/// How far the first and the last number may reach into a break.
const INTO: f64 = 20.0;
/// The ticks that may be left out between two numbers.
const EVERY: [usize; 7] = [1, 2, 5, 10, 20, 50, 100];

/// Everything that the picture depends on.
#[derive(Clone, Copy)]
pub struct Columns<'a> {
    pub input: &'a NumberInput,
    pub results: &'a NumberResults,
    /// The mean of an earlier question.
    pub then: Option<f64>,
    pub language: Language,
}

/// What lies far outside on one side: its numbers in lines, how many there are, and how wide they
/// are.
struct OutlierColumn {
    lines: Vec<String>,
    count: u64,
    wide: f64,
}

/// Where things lie in a box.
struct Place<'a> {
    asked: &'a Columns<'a>,
    surface: Surface,
    axis: Option<Axis>,
    low: Option<OutlierColumn>,
    high: Option<OutlierColumn>,
    /// Where the axis begins, and how wide its slots are.
    start: f64,
    slot: f64,
    /// How high columns may reach, and where the axis is.
    top: f64,
    base: f64,
    middle: Middle,
}

impl Columns<'_> {
    /// The picture.
    pub fn drawing(&self, surface: Surface) -> Drawing {
        let place = Place::of(self, surface);
        let marks = [
            place.caption(),
            place.columns(),
            place.line(),
            place.right(),
            place.middle.marks(place.foot()),
        ];
        let Surface {
            shape,
            width,
            height,
        } = place.surface;
        Drawing {
            shape,
            width,
            height,
            align: Some("xMinYMid meet"),
            marks: marks.concat(),
        }
    }

    fn outside(&self, ends: Option<(f64, f64)>, count: u64) -> Option<OutlierColumn> {
        let label = far(self.language, ends?);
        let lines = balance(&label, SIZE, 400, FAR.1, usize::MAX);
        let wide = lines
            .iter()
            .map(|line| width(line, SIZE, 400))
            .fold(FAR.0, f64::max);
        Some(OutlierColumn { lines, count, wide })
    }

    /// The unit, once for all numbers, and what the ends of the range mean.
    fn said_once(&self) -> String {
        let unit = self.input.unit.as_ref();
        let unit = unit.map(|unit| say::in_unit(self.language, unit));
        let said = unit.into_iter().chain(meanings(self.input, self.language));
        listed(said, |rest, next| {
            say::and_further(self.language, next, rest)
        })
    }
}

impl<'a> Place<'a> {
    fn of(asked: &'a Columns<'a>, surface: Surface) -> Self {
        let NumberResults {
            columns: histogram,
            outliers,
            correct,
            ..
        } = asked.results;
        let marked: Vec<f64> = correct
            .iter()
            .copied()
            .chain(asked.then.filter(|_| asked.results.voters > 0))
            .collect();
        let axis = Axis::of(asked.input, histogram, &marked);
        let low = asked.outside(outliers.lows, outliers.below);
        let high = asked.outside(outliers.highs, outliers.above);
        let takes =
            |side: &Option<OutlierColumn>| side.as_ref().map_or(0.0, |side| side.wide + BREAK);
        let start = takes(&low);
        let slots = axis.as_ref().map_or(1, |axis| axis.slots) as f64;
        let room = surface.width - start - takes(&high);
        // An axis without columns takes all of it.
        let slot = if histogram.counts.is_empty() {
            room / slots
        } else {
            (room / slots).min(SLOT)
        };
        let mut place = Self {
            asked,
            surface,
            axis,
            low,
            high,
            start,
            slot,
            top: 0.0,
            base: 0.0,
            middle: Middle::default(),
        };
        place.middle = place.middle_of();
        let heads = place.captions().len() + usize::from(!correct.is_empty());
        place.top = heads as f64 * HEAD + COUNT;
        let below = BELOW + (place.label_lines() - 1) as f64 * LINE + place.middle.height() + FOOT;
        place.surface = surface.at_least(place.top + LEAST + below);
        place.base = place.surface.height - below;
        place
    }

    fn label_lines(&self) -> usize {
        [&self.low, &self.high]
            .into_iter()
            .flatten()
            .map(|side| side.lines.len())
            .max()
            .unwrap_or(1)
    }

    fn x(&self, axis: &Axis, value: f64) -> f64 {
        self.start + axis.place(value) * self.slot
    }

    /// Where the axis ends.
    fn end(&self) -> f64 {
        self.start + self.axis.as_ref().map_or(1, |axis| axis.slots) as f64 * self.slot
    }

    /// Where the mean and the median begin to stand.
    fn foot(&self) -> f64 {
        self.base + BELOW + (self.label_lines() - 1) as f64 * LINE
    }

    /// The mean and the median of now, and the mean of before.
    fn middle_of(&self) -> Middle {
        let Columns {
            results,
            then,
            language,
            ..
        } = *self.asked;
        let (Some(axis), Some(mean), Some(median)) = (&self.axis, results.mean, results.median)
        else {
            return Middle::default();
        };
        if results.voters < VOTERS {
            return Middle::default();
        }
        let said = |class, value: f64, words| Said {
            class,
            x: self.x(axis, value),
            words,
        };
        let then = then.map(|then| said("then", then, say::was(language, mean_of(results, then))));
        let mean = said(
            "mean",
            mean,
            say::mean_label(language, mean_of(results, mean)),
        );
        let median = said("median", median, say::median_label(language, short(median)));
        Middle::of([mean, median], then, self.surface.width)
    }

    fn captions(&self) -> Vec<String> {
        let said = self.asked.said_once();
        if said.is_empty() {
            Vec::new()
        } else {
            balance(&said, SIZE, 400, self.surface.width, usize::MAX)
        }
    }

    fn caption(&self) -> Vec<Mark> {
        let lines = (0_u32..).zip(self.captions());
        lines
            .map(|(number, line)| {
                text(
                    "stop",
                    0.0,
                    SIZE + f64::from(number) * HEAD,
                    SIZE,
                    Anchor::Start,
                    line,
                )
            })
            .collect()
    }

    /// How many there are in each.
    fn columns(&self) -> Vec<Mark> {
        let Some(axis) = &self.axis else {
            return Vec::new();
        };
        let counts = &self.asked.results.columns.counts;
        let sides = [&self.low, &self.high].map(|side| side.as_ref().map_or(0, |side| side.count));
        let most = counts
            .iter()
            .copied()
            .chain(sides)
            .max()
            .unwrap_or(0)
            .max(1);
        let widest = counts
            .iter()
            .map(|count| width(&grouped(self.asked.language, *count), SIZE, 400));
        let counted = widest.fold(0.0, f64::max) <= self.slot - 4.0;
        let taken = counts.iter().enumerate().filter(|(_, count)| **count > 0);
        let each = taken.flat_map(|(place, count)| {
            let x = self.start + ((axis.first + place) as f64 + 0.5) * self.slot;
            self.column("column", (x, self.slot * SHARE), (*count, most), counted)
        });
        let hollow = |side: &Option<OutlierColumn>, x: f64| {
            let side = side.as_ref().map(|side| {
                self.column("column hollow", (x, FAR.0 * 0.7), (side.count, most), true)
            });
            side.unwrap_or_default()
        };
        let behind = self.end() + BREAK;
        let high = self.high.as_ref().map_or(0.0, |side| side.wide / 2.0);
        let low = self.low.as_ref().map_or(0.0, |side| side.wide / 2.0);
        each.chain(hollow(&self.low, low))
            .chain(hollow(&self.high, behind + high))
            .collect()
    }

    fn column(
        &self,
        class: &str,
        (x, wide): (f64, f64),
        (count, most): (u64, u64),
        counted: bool,
    ) -> Vec<Mark> {
        let high = ((self.base - self.top) * count as f64 / most as f64).max(4.0);
        let (left, y) = (x - wide / 2.0, self.base - high);
        let column = Mark::Rect {
            class: class.to_owned(),
            x: left,
            y,
            width: wide,
            height: high,
            radius: 0.0,
        };
        let count = grouped(self.asked.language, count);
        let count = counted.then(|| text("stop", x, y - 12.0, SIZE, Anchor::Middle, count));
        [column].into_iter().chain(count).collect()
    }

    /// The axis with its breaks, and the numbers below.
    fn line(&self) -> Vec<Mark> {
        let y = self.base + 1.5;
        let from_to =
            |from: f64, to: f64| path("axis thin", format!("M{} {}H{}", n(from), n(y), n(to)));
        let mut marks = vec![from_to(self.start, self.end())];
        let mut outside = |side: &OutlierColumn, left: f64, gap: f64| {
            marks.push(from_to(left, left + side.wide));
            let slash = |x: f64| format!("M{} {}l12 -26", n(x - 6.0), n(y + 13.0));
            let d = format!("{}{}", slash(gap - 8.0), slash(gap + 8.0));
            marks.push(path("axis thin", d));
            for (number, line) in side.lines.iter().enumerate() {
                let below = self.base + BELOW + number as f64 * LINE;
                marks.push(text(
                    "stop",
                    left + side.wide / 2.0,
                    below,
                    SIZE,
                    Anchor::Middle,
                    line.clone(),
                ));
            }
        };
        if let Some(side) = &self.low {
            outside(side, 0.0, side.wide + BREAK / 2.0);
        }
        if let Some(side) = &self.high {
            outside(side, self.end() + BREAK, self.end() + BREAK / 2.0);
        }
        marks.extend(self.numbers());
        marks
    }

    /// As many of the numbers as have room beside each other.
    fn numbers(&self) -> Vec<Mark> {
        let Some(axis) = &self.axis else {
            return Vec::new();
        };
        let written = |value: f64| write(self.asked.language, short(value));
        let widest = axis
            .ticks(1)
            .map(|value| width(&written(value), SIZE, 400))
            .fold(0.0, f64::max);
        let fits = |every: &usize| {
            *every as f64 * self.slot >= widest * if axis.single { 1.1 } else { 1.5 } + 12.0
        };
        let every = EVERY
            .into_iter()
            .find(fits)
            .unwrap_or(EVERY[EVERY.len() - 1]);
        let least = self.low.as_ref().map_or(0.0, |_| self.start - INTO);
        let most = self
            .high
            .as_ref()
            .map_or(self.surface.width, |_| self.end() + INTO);
        let tick = |value: f64| {
            let (x, words) = (self.x(axis, value), written(value));
            let half = width(&words, SIZE, 400) / 2.0;
            let at = x.clamp(least + half, (most - half).max(least + half));
            let notch = path("axis thin", format!("M{} {}v10", n(x), n(self.base + 1.5)));
            let number = text("stop", at, self.base + BELOW, SIZE, Anchor::Middle, words);
            [(!axis.single).then_some(notch), Some(number)]
        };
        axis.ticks(every).flat_map(tick).flatten().collect()
    }

    /// What is right, as a line with a tick; in the sentence below the figure stand also those that
    /// have no place here.
    fn right(&self) -> Vec<Mark> {
        let Some(axis) = &self.axis else {
            return Vec::new();
        };
        let (mut marks, mut free) = (Vec::new(), 0.0);
        let y = self.top - COUNT - 12.0;
        for value in self
            .asked
            .results
            .correct
            .iter()
            .filter(|value| axis.holds(**value))
        {
            let words = write(self.asked.language, short(*value));
            let words = say::right_label(self.asked.language, MessageArgument::Phrase(&words));
            let (x, half) = (self.x(axis, *value), width(&words, SIZE, 700) / 2.0);
            marks.push(path(
                "right-line",
                format!("M{} {}V{}", n(x), n(y + 12.0), n(self.base)),
            ));
            let at = x.clamp(half, (self.surface.width - half).max(half));
            if at - half >= free {
                marks.push(text("right-label", at, y, SIZE, Anchor::Middle, words));
                free = at + half + ROW / 2.0;
            }
        }
        marks
    }
}
