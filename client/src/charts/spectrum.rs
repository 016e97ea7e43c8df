//! `spectrum`: the line between two poles, every vote a dot piled where it fell, the density behind,
//! the mean as a plumb under the line and the median as a rhomb on it.

use shared::question::spectrum::{Pole, Results, SpectrumLayout};

use super::frame::{Drawing, Shape};
use super::mark::{Anchor, Mark, n, path, text};
use super::measure::{balance, width};
use crate::language::Language;
use crate::texts::charts::{mean_label, median_label};
use crate::ui::pole::{drawing as drawing_of, inside};

/// Standard deviation of the Gaussian kernel, in hundredths of the line. Fixed, so that the hill does not
/// change its shape when votes come in; mirrored at both ends, so that no mass leaks (Silverman, Density
/// Estimation for Statistics and Data Analysis, 1986, §2.10).
const BANDWIDTH: f64 = 6.0;
/// Columns of dots that are tried, widest dots first: 4, 2.5 and 2 hundredths of the line apart.
const COLUMNS: [usize; 3] = [26, 41, 51];
/// Lines that a pole's word and its second line have below the picture.
const POLE_LINES: usize = 4;
/// Lines that the name of a stop may take.
const STOP_LINES: usize = 3;
/// How much of the room a density takes that stands alone.
const ALONE: f64 = 0.94;

/// Where things lie in a box.
struct Place {
    width: f64,
    height: f64,
    start: f64,
    end: f64,
    line: f64,
    head: f64,
    label: f64,
    note: f64,
    picture: f64,
    stroke: f64,
}

const WIDE: Place = Place {
    width: 1600.0,
    height: 520.0,
    start: 250.0,
    end: 1350.0,
    line: 384.0,
    head: 20.0,
    label: 36.0,
    note: 34.0,
    picture: 116.0,
    stroke: 6.0,
};
const TALL: Place =
    Place { width: 1400.0, height: 680.0, start: 235.0, end: 1165.0, line: 524.0, picture: 120.0, ..WIDE };

/// The line that was asked about.
#[derive(Clone, Copy)]
pub struct Line<'a> {
    pub poles: (&'a Pole, &'a Pole),
    pub stops: &'a [String],
    pub layout: SpectrumLayout,
}

/// The picture.
pub fn drawing(shape: Shape, results: &Results, asked: Line<'_>, language: Language) -> Drawing {
    let place = match shape {
        Shape::Wide => WIDE,
        Shape::Tall => TALL,
    };
    let place = place.raised(asked.stops);
    let mut marks = Vec::new();
    marks.extend(place.pole(asked.poles.0, Anchor::End));
    marks.extend(place.pole(asked.poles.1, Anchor::Start));
    marks.extend(place.votes(results, asked.layout));
    marks.extend(place.axis(asked.stops));
    if let (Some(mean), Some(median)) = (results.mean, results.median) {
        marks.extend(place.middle(mean, median, language));
    }
    Drawing { shape, width: place.width, height: place.height, align: None, marks }
}

impl Place {
    fn x(&self, value: f64) -> f64 {
        self.start + value / 100.0 * (self.end - self.start)
    }

    fn room(&self) -> f64 {
        self.line - self.head
    }

    /// Picture above the line, word and second line below it, outside the line's end.
    fn pole(&self, pole: &Pole, anchor: Anchor) -> Vec<Mark> {
        let zone = self.start - 34.0;
        let x = if anchor == Anchor::End { self.start - 34.0 } else { self.end + 34.0 };
        let mut marks = Vec::new();
        if let Some(emoji) = &pole.image {
            marks.push(self.picture(emoji, x, anchor));
        }
        let lines = balance(&pole.label, self.label, 700, zone, if pole.note.is_some() { 3 } else { POLE_LINES });
        let first = self.line + self.label * 0.34;
        for (number, line) in lines.iter().enumerate() {
            let y = first + number as f64 * self.label * 1.15;
            marks.push(text("pole-label", x, y, self.label, anchor, line.clone()));
        }
        let below = first + lines.len() as f64 * self.label * 1.15;
        let note = pole.note.iter().flat_map(|note| balance(note, self.note, 400, zone, POLE_LINES - lines.len()));
        for (number, line) in note.enumerate() {
            marks.push(text("pole-note", x, below + number as f64 * self.note * 1.15, self.note, anchor, line));
        }
        marks
    }

    fn picture(&self, emoji: &str, x: f64, anchor: Anchor) -> Mark {
        match drawing_of(emoji).map(inside) {
            Some(inner) => {
                let left = if anchor == Anchor::End { x - self.picture } else { x };
                let top = self.line - self.picture - 34.0;
                let transform = format!("translate({} {}) scale({:.3})", n(left), n(top), self.picture / 64.0);
                Mark::Picture { transform, inner }
            }
            None => text("pole-emoji", x, self.line - 50.0, self.picture * 0.8, anchor, emoji),
        }
    }

    fn votes(&self, results: &Results, layout: SpectrumLayout) -> Vec<Mark> {
        if results.voters == 0 {
            return Vec::new();
        }
        let hill = density(&results.fine, results.voters);
        let top = hill.iter().copied().fold(f64::MIN_POSITIVE, f64::max);
        // Of one vote there is no density.
        let dots = (layout == SpectrumLayout::Dots || results.voters == 1) && !results.values.is_empty();
        let piles = dots.then(|| Piles::of(&results.values, self.end - self.start, self.room()));
        // Beside dots the hill is as high as the piles would be if they were smoothed; alone it fills the room.
        let scale = piles.as_ref().map_or(self.room() * ALONE / top, |piles| piles.hill_scale(results.voters));
        let mut marks = Vec::new();
        if results.voters > 1 {
            let class = if piles.is_some() { "density" } else { "density only" };
            marks.push(path(class, self.hill(&hill, scale.min(self.room() / top))));
        }
        if let Some(piles) = piles {
            let base = self.line - self.stroke / 2.0 - 1.0;
            let dot = |(x, y): &(f64, f64)| Mark::Dot { x: self.start + x, y: base - y, radius: piles.pitch * 0.44 };
            // A group for each pile: a new dot is the last of its own, and no other one changes its element.
            let pile = |dots: &Vec<(f64, f64)>| Mark::Group {
                class: "pile",
                transform: String::new(),
                marks: dots.iter().map(dot).collect(),
            };
            let marks_of_piles = piles.dots.iter().map(pile).collect();
            marks.push(Mark::Group { class: "dots", transform: String::new(), marks: marks_of_piles });
        }
        marks
    }

    fn hill(&self, hill: &[f64], scale: f64) -> String {
        let point =
            |(value, height): (usize, &f64)| format!("L{} {}", n(self.x(value as f64)), n(self.line - height * scale));
        let points: Vec<String> = hill.iter().enumerate().map(point).collect();
        format!("M{} {} {} L{} {}Z", n(self.start), n(self.line), points.join(" "), n(self.end), n(self.line))
    }

    fn axis(&self, stops: &[String]) -> Vec<Mark> {
        let stroke = Some(self.stroke);
        let mut marks = vec![Mark::Path {
            class: "axis",
            d: format!("M{} {}H{}", n(self.start), n(self.line), n(self.end)),
            stroke,
        }];
        for (number, stop) in stops.iter().enumerate() {
            let x = self.x(100.0 * (number + 1) as f64 / (stops.len() + 1) as f64);
            let d = format!("M{} {}V{}", n(x), n(self.line), n(self.line + 16.0));
            marks.push(Mark::Path { class: "axis", d, stroke: Some((self.stroke * 0.66).round()) });
            for (number, line) in self.stop_lines(stop, stops.len()).into_iter().enumerate() {
                let y = self.line + 112.0 + number as f64 * self.note * 1.15;
                marks.push(text("stop", x, y, self.note, Anchor::Middle, line));
            }
        }
        marks
    }

    /// A stop's name between its neighbours.
    fn stop_lines(&self, stop: &str, stops: usize) -> Vec<String> {
        let zone = (self.end - self.start) / (stops + 1) as f64;
        balance(stop, self.note, 400, zone - 20.0, STOP_LINES)
    }

    /// The same with the line as much higher as the names of its stops take more than one line.
    fn raised(self, stops: &[String]) -> Self {
        let lines = stops.iter().map(|stop| self.stop_lines(stop, stops.len()).len()).max().unwrap_or(1);
        Self { line: self.line - (lines - 1) as f64 * self.note * 1.15, ..self }
    }

    fn middle(&self, mean: f64, median: f64, language: Language) -> Vec<Mark> {
        let (x_mean, x_median) = (self.x(mean), self.x(median));
        let y = self.line + self.stroke / 2.0;
        let string = format!("M{} {}V{}", n(x_mean), n(y), n(y + 14.0));
        let bob = format!("M{} {}h22l-11 20z", n(x_mean - 11.0), n(y + 12.0));
        let d = format!("M{} {}l11 11l-11 11l-11 -11z", n(x_median), n(self.line - 11.0));
        let mut marks = vec![
            Mark::Path { class: "plumb", d: string, stroke: Some(4.0) },
            path("bob", bob),
            Mark::Path { class: "median", d, stroke: Some(4.0) },
        ];
        marks.extend(
            self.middle_labels((x_mean, mean_label(language, mean)), (x_median, median_label(language, median))),
        );
        marks
    }

    /// Under their marks; where those are too near, back to back at a seam, so that they can't run into
    /// each other in any font.
    fn middle_labels(&self, (x_mean, mean): (f64, String), (x_median, median): (f64, String)) -> [Mark; 2] {
        let (wide_mean, wide_median) = (width(&mean, self.label, 700), width(&median, self.label, 600));
        let y = self.line + 70.0;
        let (low, high, gap) = (self.start, self.end, self.label * 0.9);
        let inside = |x: f64, wide: f64| x.clamp(low + wide / 2.0, (high - wide / 2.0).max(low + wide / 2.0));
        let (at_mean, at_median) = (inside(x_mean, wide_mean), inside(x_median, wide_median));
        if (at_mean - at_median).abs() >= f64::midpoint(wide_mean, wide_median) + gap {
            return [
                text("mean-label", at_mean, y, self.label, Anchor::Middle, mean),
                text("median-label", at_median, y, self.label, Anchor::Middle, median),
            ];
        }
        let mean_first = x_mean <= x_median;
        let (wide_left, wide_right) = if mean_first { (wide_mean, wide_median) } else { (wide_median, wide_mean) };
        let wanted = f64::midpoint(x_mean, x_median) + (wide_left - wide_right) / 2.0;
        let seam = wanted.min(high - wide_right - gap / 2.0).max(low + wide_left + gap / 2.0);
        let (left, right) = (seam - gap / 2.0, seam + gap / 2.0);
        let (x_mean, a_mean) = if mean_first { (left, Anchor::End) } else { (right, Anchor::Start) };
        let (x_median, a_median) = if mean_first { (right, Anchor::Start) } else { (left, Anchor::End) };
        [
            text("mean-label", x_mean, y, self.label, a_mean, mean),
            text("median-label", x_median, y, self.label, a_median, median),
        ]
    }
}

/// The share of votes per hundredth of the line, at 0, 1, … 100.
pub fn density(fine: &[u64], voters: u64) -> Vec<f64> {
    let factor = 1.0 / (voters as f64 * BANDWIDTH * (2.0 * std::f64::consts::PI).sqrt());
    let kernel = |distance: f64| (-0.5 * (distance / BANDWIDTH).powi(2)).exp();
    let at = |x: f64| {
        let votes = fine.iter().enumerate().filter(|(_, count)| **count > 0);
        let mirrored = |v: f64| kernel(x - v) + kernel(x + v) + kernel(x - 200.0 + v);
        factor * votes.map(|(v, count)| *count as f64 * mirrored(v as f64)).sum::<f64>()
    };
    (0..=100).map(|x| at(f64::from(x))).collect()
}

/// Dots in columns on a fixed grid from pole to pole.
struct Piles {
    /// From the line's start and up from the line, pile by pile.
    dots: Vec<Vec<(f64, f64)>>,
    /// Between the middles of two dots.
    pitch: f64,
    abreast: usize,
    unit: f64,
}

impl Piles {
    /// The largest dots whose tallest pile still fits; when none do, several abreast.
    fn of(values: &[f64], length: f64, room: f64) -> Self {
        let fits =
            COLUMNS.iter().map(|columns| Self::with(values, *columns, length, room)).find(|piles| piles.abreast == 1);
        fits.unwrap_or_else(|| Self::with(values, COLUMNS[COLUMNS.len() - 1], length, room))
    }

    fn with(values: &[f64], columns: usize, length: f64, room: f64) -> Self {
        let unit = 100.0 / (columns - 1) as f64;
        let spacing = length / (columns - 1) as f64;
        let mut counts = vec![0_usize; columns];
        for value in values {
            counts[((value / unit + 0.5) as usize).min(columns - 1)] += 1;
        }
        let tallest = counts.iter().copied().max().unwrap_or(0);
        let fits = |abreast: &usize| tallest.div_ceil(*abreast) as f64 * spacing / *abreast as f64 <= room;
        let abreast = (1..=tallest.max(1)).find(fits).unwrap_or(tallest.max(1));
        let pitch = spacing / abreast as f64;
        let dot = |column: usize, count: usize, number: usize| {
            let (row, seat) = (number / abreast, number % abreast);
            let in_row = abreast.min(count - row * abreast);
            let x = column as f64 * spacing + (seat as f64 - (in_row - 1) as f64 / 2.0) * pitch;
            (x, (row as f64 + 0.5) * pitch)
        };
        let piles = counts
            .iter()
            .enumerate()
            .map(|(column, count)| (0..*count).map(|number| dot(column, *count, number)).collect());
        Self { dots: piles.collect(), pitch, abreast, unit }
    }

    fn hill_scale(&self, voters: u64) -> f64 {
        voters as f64 * self.unit * self.pitch / self.abreast as f64
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use shared::question::spectrum::Tally;

    fn pole(label: &str) -> Pole {
        Pole { label: label.to_owned(), note: None, image: None }
    }

    fn drawn(votes: &[u16], shape: Shape) -> Drawing {
        drawn_as(SpectrumLayout::Dots, votes, shape)
    }

    fn drawn_as(layout: SpectrumLayout, votes: &[u16], shape: Shape) -> Drawing {
        let mut tally = Tally::default();
        votes.iter().for_each(|vote| tally.add(vote * 100));
        let asked = Line { poles: (&pole("poes"), &pole("hond")), stops: &[], layout };
        drawing(shape, &tally.results().bounded(), asked, Language::Nl)
    }

    fn dots(drawing: &Drawing) -> Vec<(f64, f64, f64)> {
        let groups = drawing.marks.iter().filter_map(|mark| match mark {
            Mark::Group { class: "dots", marks, .. } => Some(marks),
            _ => None,
        });
        let piles = groups.flatten().filter_map(|mark| match mark {
            Mark::Group { marks, .. } => Some(marks),
            _ => None,
        });
        let dots = piles.flatten().map(|mark| match mark {
            Mark::Dot { x, y, radius } => (*x, *y, *radius),
            _ => panic!("only dots among dots"),
        });
        dots.collect()
    }

    #[test]
    fn every_vote_is_a_dot_and_none_lies_on_another() {
        for votes in [vec![50], vec![0, 100], (0..400).map(|n| (n * 37 % 101) as u16).collect(), vec![50; 400]] {
            for shape in [Shape::Wide, Shape::Tall] {
                let dots = dots(&drawn(&votes, shape));
                assert_eq!(dots.len(), votes.len());
                for (number, a) in dots.iter().enumerate() {
                    assert!(a.1 - a.2 > 0.0, "{a:?} sticks out of the box");
                    let apart = |b: &(f64, f64, f64)| (a.0 - b.0).hypot(a.1 - b.1) + 1e-6 >= a.2 + b.2;
                    assert!(dots[number + 1..].iter().all(apart), "{a:?} lies on another dot");
                }
            }
        }
    }

    #[test]
    fn above_four_hundred_the_density_stands_alone() {
        let many: Vec<u16> = (0..401).map(|n| (n % 101) as u16).collect();
        let drawing = drawn(&many, Shape::Wide);
        assert!(dots(&drawing).is_empty());
        assert!(drawing.marks.iter().any(|mark| matches!(mark, Mark::Path { class: "density only", .. })));
    }

    #[test]
    fn who_asked_for_the_density_gets_no_dots() {
        let drawing = drawn_as(SpectrumLayout::Density, &[10, 20, 70], Shape::Wide);
        assert!(dots(&drawing).is_empty());
        assert!(drawing.marks.iter().any(|mark| matches!(mark, Mark::Path { class: "density only", .. })));
    }

    #[test]
    fn a_density_adds_up_to_one() {
        let mut fine = vec![0; 101];
        (fine[0], fine[3], fine[50], fine[100]) = (5, 2, 9, 1);
        let hill = density(&fine, 17);
        let area: f64 = hill.windows(2).map(|pair| f64::midpoint(pair[0], pair[1])).sum();
        assert!((area - 1.0).abs() < 0.01, "{area}");
    }
}
