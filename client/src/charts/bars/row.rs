//! One row: its label, its bar or dots, and the figures at the end of its column.

use super::{BELOW, BETWEEN, Band, BarsStyle, Labels, PITCH, Sizes, votes_of};
use crate::charts::mark::{Anchor, Mark, text};
use crate::charts::measure::{balance, width};
use crate::charts::share::percent;
use crate::texts::charts::grouped;

impl BarsStyle<'_> {
    /// While nobody has voted labels stand there alone, in the places that they keep.
    fn is_quiet(&self) -> bool {
        self.chart.is_quiet()
    }

    pub(super) fn row(&self, option: usize) -> Vec<Mark> {
        let size = self.sizes.label;
        let lines = balance(
            self.label(option),
            size,
            600,
            self.label_width(),
            usize::MAX,
        );
        let high = lines.len() as f64 * self.line();
        let (first, figures, left, middle) = match self.labels {
            Labels::Above => (size * 0.84, size * 0.84, 0.0, None),
            Labels::Before(label) => {
                let middle = self.rest / 2.0;
                let first = middle - high / 2.0 + size * 0.94;
                (first, middle + size * 0.34, label + BETWEEN, Some(middle))
            }
        };
        let line = |(number, line): (usize, String)| {
            text(
                "label",
                0.0,
                first + number as f64 * self.line(),
                size,
                Anchor::Start,
                line,
            )
        };
        let mut marks: Vec<Mark> = lines.into_iter().enumerate().map(line).collect();
        if self.is_quiet() {
            return marks;
        }
        marks.extend(self.figures(option, figures));
        let thick = self.thick();
        let top = middle.map_or(high + BELOW, |middle| middle - thick / 2.0);
        marks.extend(self.band_of(option, (left, top), thick));
        marks
    }

    fn band_of(&self, option: usize, (x, y): (f64, f64), thick: f64) -> Vec<Mark> {
        let (now, then) = (self.long(option), self.long_then(option));
        match self.band {
            Band::Bar => vec![self.bar(self.class_of(option), now, (x, y), thick)],
            Band::Compared => vec![
                self.bar(self.class_of(option), now, (x, y), thick * 0.64),
                self.bar(
                    "bar then".to_owned(),
                    then,
                    (x, y + thick * 0.7),
                    thick * 0.3,
                ),
            ],
            Band::Dots => vec![self.dots(option, (x, y), thick)],
        }
    }

    fn bar(&self, class: String, long: f64, (x, y): (f64, f64), height: f64) -> Mark {
        let width = (self.bar_width() * long / self.most.max(f64::MIN_POSITIVE)).max(4.0);
        Mark::Rect {
            class,
            x,
            y,
            width,
            height,
            radius: if width < 12.0 {
                2.0
            } else {
                (height / 3.0).min(6.0)
            },
        }
    }

    /// Rows of dots that fill column by column, so that they are as long as they are many.
    fn dots(&self, option: usize, (x, y): (f64, f64), high: f64) -> Mark {
        let most = (0..self.chart.results.options.len())
            .map(|option| self.chart.dots_of(option))
            .max()
            .unwrap_or(0);
        let pitch_of = |rows: usize| {
            let long = self.bar_width() / most.div_ceil(rows).max(1) as f64;
            (high / rows as f64).min(long).min(PITCH)
        };
        // As many rows as make the largest dots; of those that do, the fewest.
        let rows = (1..=most.max(1)).take_while(|rows| high / *rows as f64 >= 2.0);
        let rows = rows.fold(1, |best, rows| {
            if pitch_of(rows) > pitch_of(best) + 1e-9 {
                rows
            } else {
                best
            }
        });
        let pitch = pitch_of(rows);
        let top = y + (high - pitch * rows as f64) / 2.0;
        let dot = |number: usize| Mark::Dot {
            x: x + ((number / rows) as f64 + 0.5) * pitch,
            y: top + ((number % rows) as f64 + 0.5) * pitch,
            radius: pitch * 0.42,
        };
        let marks = (0..self.chart.dots_of(option)).map(dot).collect();
        Mark::Group {
            class: "people",
            transform: String::new(),
            marks,
        }
    }

    /// What the widest figures take of a column's end.
    pub(super) fn figures_width(&self) -> f64 {
        let Sizes { count, share, .. } = *self.sizes;
        let votes = self
            .chart
            .results
            .options
            .iter()
            .map(|option| grouped(self.chart.language, option.votes));
        match self.band {
            Band::Compared => width("100%", count, 750) + width("100% →", share, 400) + BETWEEN,
            _ => {
                let counts = votes
                    .map(|votes| width(&votes, count, 750))
                    .fold(0.0, f64::max);
                width("100%", share, 400) + BETWEEN + counts
            }
        }
    }

    /// People and their share, or the earlier share and the later one.
    fn figures(&self, option: usize, y: f64) -> Vec<Mark> {
        let votes = self.chart.results.options[option].votes;
        let Sizes { count, share, .. } = *self.sizes;
        let end = self.column;
        let now = percent(votes, self.chart.results.voters).map(|percent| format!("{percent}%"));
        if let Some(then) = self.chart.then.filter(|_| self.band == Band::Compared) {
            let earlier = percent(votes_of(then, option), then.voters).unwrap_or(0);
            let before = end - width("100%", count, 750) - BETWEEN;
            return vec![
                text(
                    "share",
                    before,
                    y,
                    share,
                    Anchor::End,
                    format!("{earlier}% →"),
                ),
                text(
                    "count",
                    end,
                    y,
                    count,
                    Anchor::End,
                    now.unwrap_or_else(|| "–".to_owned()),
                ),
            ];
        }
        let before = if now.is_some() {
            end - width("100%", share, 400) - BETWEEN
        } else {
            end
        };
        let counted = text(
            "count",
            before,
            y,
            count,
            Anchor::End,
            grouped(self.chart.language, votes),
        );
        let share = now.map(|now| text("share", end, y, share, Anchor::End, now));
        std::iter::once(counted).chain(share).collect()
    }

    fn class_of(&self, option: usize) -> String {
        match self.chart.results.options[option].votes {
            0 => "bar none".to_owned(),
            votes if votes == self.chart.most() => "bar lead".to_owned(),
            _ => "bar".to_owned(),
        }
    }
}
