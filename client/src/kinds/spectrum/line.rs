//! The line between two poles, every vote a dot piled where it fell, the density behind,
//! the mean as a marker under the line and the median as a rhomb on it.

use shared::question::spectrum::{Pole, SpectrumLayout, SpectrumResults};

use super::poles::{PoleHeads, PoleLabel};
use crate::charts::density_curve::{STEPS, curve_path, outline};
use crate::charts::dot_plot::DotPlot;
use crate::charts::frame::{Drawing, Shape, Surface};
use crate::charts::mark::{Anchor, Mark, emoji, n, path, text};
use crate::charts::measure::{balance, whole, width};
use crate::charts::stops::Stops;
use crate::language::Language;
use crate::texts::charts::{mean_label, median_label};

/// Lines that a pole's word and its second line may take beside the line's end; longer ones stand
/// above the line.
const POLE_LINES: usize = 4;
/// How much of the room a density takes that stands alone.
const ALONE: f64 = 0.94;

/// Letters of a pole and of the middle's labels, and of second lines and stops; from one line to
/// the next by their size.
const LABEL: f64 = 36.0;
const NOTE: f64 = 34.0;
const LEADING: f64 = 1.15;
/// The side of a pole's picture, and the line's thickness.
const PICTURE: f64 = 120.0;
const STROKE: f64 = 6.0;
/// Above the highest hill or pile, and the least height that one has.
const HEAD: f64 = 16.0;
const LEAST: f64 = 110.0;
/// Beside the line where poles stand above it.
const SIDE: f64 = 60.0;
/// Between the line's end and a pole beside it.
const OUT: f64 = 34.0;
/// From the line down to the labels of the middle and to the names of stops, and below the last
/// line of text.
const MIDDLE: f64 = 70.0;
const STOPS: f64 = 112.0;
const FOOT: f64 = 12.0;

/// Where things lie in a box.
struct LineLayout<'a> {
    surface: Surface,
    start: f64,
    end: f64,
    /// How high hills and piles may reach.
    top: f64,
    line: f64,
    stops: Stops,
    /// Where the list of stops begins.
    below: f64,
    poles: Poles<'a>,
}

/// Where both poles stand.
enum Poles<'a> {
    Beside([&'a Pole; 2]),
    Above(Vec<Mark>),
}

/// The line that was asked about.
#[derive(Clone, Copy)]
pub struct Line<'a> {
    pub poles: (&'a Pole, &'a Pole),
    pub stops: &'a [String],
    pub layout: SpectrumLayout,
}

/// The picture.
pub fn drawing(
    surface: Surface,
    results: &SpectrumResults,
    asked: Line<'_>,
    language: Language,
) -> Drawing {
    let place = LineLayout::of(surface, asked);
    let mut marks = place.poles();
    marks.extend(place.votes(results, asked.layout));
    marks.extend(place.axis(asked.stops));
    if let (Some(mean), Some(median)) = (results.mean, results.median) {
        marks.extend(place.middle(mean, median, language));
    }
    let Surface {
        shape,
        width,
        height,
    } = place.surface;
    Drawing {
        shape,
        width,
        height,
        align: None,
        marks,
    }
}

/// What both poles take: of each side, from the top, and below the line.
struct Stand<'a> {
    side: f64,
    top: f64,
    below: f64,
    poles: Poles<'a>,
}

impl<'a> Stand<'a> {
    /// Beside the line's ends, where both have room within that width; else above it.
    fn of(surface: Surface, poles: [&'a Pole; 2], side: f64) -> Self {
        if poles.iter().all(|pole| fits_beside(pole, side - OUT)) {
            let below = poles.map(|pole| below_line(pole, side - OUT));
            return Self {
                side,
                top: HEAD,
                below: below.into_iter().fold(0.0, f64::max),
                poles: Poles::Beside(poles),
            };
        }
        let note = |note: &String| ("pole-note", note.clone());
        let heads = poles.map(|pole| PoleLabel {
            pole,
            notes: pole.note.iter().map(note).collect(),
        });
        let PoleHeads { height, marks } = PoleHeads::of(&heads, surface.width, surface.height);
        Self {
            side: SIDE,
            top: height + HEAD,
            below: 0.0,
            poles: Poles::Above(marks),
        }
    }
}

impl<'a> LineLayout<'a> {
    /// The line as low as what stands below it allows. Where that and what stands above it leaves
    /// too little, the picture is higher.
    fn of(surface: Surface, asked: Line<'a>) -> Self {
        let poles = [asked.poles.0, asked.poles.1];
        let side = match surface.shape {
            Shape::Wide => 250.0,
            Shape::Tall => 235.0,
            Shape::Flat => 350.0,
        };
        let Stand {
            side,
            top,
            below: beside,
            poles,
        } = Stand::of(surface, poles, side);
        let (start, end) = (side, surface.width - side);
        let stops = Stops::of(
            asked.stops,
            (end - start) / (asked.stops.len() + 1) as f64,
            surface.width,
        );
        let named = if asked.stops.is_empty() {
            0.0
        } else {
            STOPS + stops.height()
        };
        let under = named.max(beside).max(MIDDLE);
        let list = stops.list(0.0, surface.width).0;
        let surface = surface.at_least(top + LEAST + under + list + FOOT);
        let line = surface.height - under - list - FOOT;
        Self {
            surface,
            start,
            end,
            top,
            line,
            stops,
            below: line + under,
            poles,
        }
    }

    fn x(&self, value: f64) -> f64 {
        self.start + value / 100.0 * (self.end - self.start)
    }

    fn room(&self) -> f64 {
        self.line - self.top
    }

    fn poles(&self) -> Vec<Mark> {
        match &self.poles {
            Poles::Beside([left, right]) => [
                self.pole(left, Anchor::End),
                self.pole(right, Anchor::Start),
            ]
            .concat(),
            Poles::Above(marks) => marks.clone(),
        }
    }

    /// Picture above the line, word and second line below it, outside the line's end.
    fn pole(&self, pole: &Pole, anchor: Anchor) -> Vec<Mark> {
        let x = if anchor == Anchor::End {
            self.start - OUT
        } else {
            self.end + OUT
        };
        let mut marks = Vec::new();
        if let Some(image) = &pole.image {
            let top = self.line - PICTURE - 34.0;
            marks.push(emoji(image, (x, top), PICTURE, anchor));
        }
        let (label, note) = pole_lines(pole, self.start - OUT);
        let first = self.line + LABEL * 0.34;
        let below = first + label.len() as f64 * LABEL * LEADING;
        for (number, line) in label.into_iter().enumerate() {
            marks.push(text(
                "pole-label",
                x,
                first + number as f64 * LABEL * LEADING,
                LABEL,
                anchor,
                line,
            ));
        }
        for (number, line) in note.into_iter().enumerate() {
            marks.push(text(
                "pole-note",
                x,
                below + number as f64 * NOTE * LEADING,
                NOTE,
                anchor,
                line,
            ));
        }
        marks
    }

    fn votes(&self, results: &SpectrumResults, layout: SpectrumLayout) -> Vec<Mark> {
        if results.voters == 0 {
            return Vec::new();
        }
        let curve = outline(&results.fine, results.voters);
        let plot = self.plot(results, layout);
        let scale = self.scale(&curve, plot.as_ref(), results.voters);
        let mut marks = Vec::new();
        // Of one vote there is no density.
        if results.voters > 1 {
            let class = if plot.is_some() {
                "density"
            } else {
                "density only"
            };
            let d = curve_path(&curve, (self.start, self.end), self.line, scale);
            marks.push(path(class, d));
        }
        match (plot, results.mean) {
            (Some(plot), _) => marks.push(plot.mark(self.start, self.line - STROKE / 2.0 - 1.0)),
            (None, Some(mean)) => marks.push(self.cut(mean, &curve, scale)),
            (None, None) => {}
        }
        marks
    }

    /// Every vote a dot, where the question wants dots and there are not too many.
    fn plot(&self, results: &SpectrumResults, layout: SpectrumLayout) -> Option<DotPlot> {
        let dots =
            (layout == SpectrumLayout::Dots || results.voters == 1) && !results.values.is_empty();
        dots.then(|| DotPlot::of(&results.values, self.end - self.start, self.room()))
    }

    /// Beside dots the hill is as high as the piles would be if they were smoothed; alone it fills
    /// the room.
    fn scale(&self, curve: &[f64], plot: Option<&DotPlot>, voters: u64) -> f64 {
        let top = curve.iter().copied().fold(f64::MIN_POSITIVE, f64::max);
        let scale = plot.map_or(self.room() * ALONE / top, |plot| plot.curve_scale(voters));
        scale.min(self.room() / top)
    }

    /// The mean, from the hill down to the line.
    fn cut(&self, mean: f64, curve: &[f64], scale: f64) -> Mark {
        let high = curve[(mean * STEPS as f64).round() as usize] * scale;
        let d = format!(
            "M{} {}V{}",
            n(self.x(mean)),
            n(self.line - high - 1.0),
            n(self.line)
        );
        Mark::Path {
            class: "cut",
            d,
            stroke: Some(5.0),
        }
    }

    fn axis(&self, stops: &[String]) -> Vec<Mark> {
        let stroke = Some(STROKE);
        let mut marks = vec![Mark::Path {
            class: "axis",
            d: format!("M{} {}H{}", n(self.start), n(self.line), n(self.end)),
            stroke,
        }];
        for number in 0..stops.len() {
            let x = self.x(100.0 * (number + 1) as f64 / (stops.len() + 1) as f64);
            let d = format!("M{} {}V{}", n(x), n(self.line), n(self.line + 16.0));
            marks.push(Mark::Path {
                class: "axis",
                d,
                stroke: Some((STROKE * 0.66).round()),
            });
            for (number, line) in self.stops.at(number).into_iter().enumerate() {
                let y = self.line + STOPS + number as f64 * NOTE * LEADING;
                marks.push(text("stop", x, y, NOTE, Anchor::Middle, line));
            }
        }
        marks.extend(self.stops.list(self.below, self.surface.width).1);
        marks
    }

    fn middle(&self, mean: f64, median: f64, language: Language) -> Vec<Mark> {
        let (x_mean, x_median) = (self.x(mean), self.x(median));
        let y = self.line + STROKE / 2.0;
        let mean_line = format!("M{} {}V{}", n(x_mean), n(y), n(y + 14.0));
        let mean_marker = format!("M{} {}h22l-11 20z", n(x_mean - 11.0), n(y + 12.0));
        let d = format!(
            "M{} {}l11 11l-11 11l-11 -11z",
            n(x_median),
            n(self.line - 11.0)
        );
        let mut marks = vec![
            Mark::Path {
                class: "mean-line",
                d: mean_line,
                stroke: Some(4.0),
            },
            path("mean-marker", mean_marker),
            Mark::Path {
                class: "median",
                d,
                stroke: Some(4.0),
            },
        ];
        marks.extend(self.middle_labels(
            (x_mean, mean_label(language, mean)),
            (x_median, median_label(language, median)),
        ));
        marks
    }

    /// Under their marks; where those are too near, back to back at a seam, so that they can't run
    /// into each other in any font.
    fn middle_labels(
        &self,
        (x_mean, mean): (f64, String),
        (x_median, median): (f64, String),
    ) -> [Mark; 2] {
        let (wide_mean, wide_median) = (width(&mean, LABEL, 700), width(&median, LABEL, 600));
        let (low, high, gap) = (self.start, self.end, LABEL * 0.9);
        let inside = |x: f64, wide: f64| {
            x.clamp(low + wide / 2.0, (high - wide / 2.0).max(low + wide / 2.0))
        };
        let (at_mean, at_median) = (inside(x_mean, wide_mean), inside(x_median, wide_median));
        let is_far = (at_mean - at_median).abs() >= f64::midpoint(wide_mean, wide_median) + gap;
        let [(x_mean, of_mean), (x_median, of_median)] = if is_far {
            [(at_mean, Anchor::Middle), (at_median, Anchor::Middle)]
        } else {
            let middle = f64::midpoint(x_mean, x_median);
            if x_mean <= x_median {
                self.at_seam(middle, wide_mean, wide_median, gap)
            } else {
                let [median, mean] = self.at_seam(middle, wide_median, wide_mean, gap);
                [mean, median]
            }
        };
        let y = self.line + MIDDLE;
        [
            text("mean-label", x_mean, y, LABEL, of_mean, mean),
            text("median-label", x_median, y, LABEL, of_median, median),
        ]
    }

    /// Where two labels of these widths stand back to back, as near to that middle as the line's
    /// ends allow.
    fn at_seam(&self, middle: f64, left: f64, right: f64, gap: f64) -> [(f64, Anchor); 2] {
        let wanted = middle + (left - right) / 2.0;
        let seam = wanted
            .min(self.end - right - gap / 2.0)
            .max(self.start + left + gap / 2.0);
        [
            (seam - gap / 2.0, Anchor::End),
            (seam + gap / 2.0, Anchor::Start),
        ]
    }
}

/// A pole's word and its second line, in lines of that width.
fn pole_lines(pole: &Pole, zone: f64) -> (Vec<String>, Vec<String>) {
    let label = balance(&pole.label, LABEL, 700, zone, usize::MAX);
    (
        label,
        pole.note
            .iter()
            .flat_map(|note| balance(note, NOTE, 400, zone, usize::MAX))
            .collect(),
    )
}

/// Whether both have room beside the line's end with no word torn.
fn fits_beside(pole: &Pole, zone: f64) -> bool {
    let note = pole.note.as_deref().unwrap_or_default();
    let lines = whole(&pole.label, LABEL, 700, zone).zip(whole(note, NOTE, 400, zone));
    lines.is_some_and(|(label, note_lines)| {
        label + if note.is_empty() { 0 } else { note_lines } <= POLE_LINES
    })
}

/// How far they reach below the line.
fn below_line(pole: &Pole, zone: f64) -> f64 {
    let (label, note) = pole_lines(pole, zone);
    LABEL * 0.34 + (label.len() as f64 * LABEL + note.len() as f64 * NOTE) * LEADING - LABEL
}

#[cfg(test)]
mod tests;
