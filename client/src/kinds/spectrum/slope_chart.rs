//! A line beside an earlier one: the line as it was above the line as it is, and between them the
//! way of each unnamed voter. Whoever moved towards a pole is counted at that pole, in the colour
//! of those ways. Where there are more people than can be distinguished, the two densities stand
//! there instead.

use shared::protocol::view::Pair;
use shared::question::spectrum::{Pole, SpectrumResults};

use super::poles::{PoleHeads, PoleLabel};
use crate::charts::density_curve::{curve_path, outline};
use crate::charts::frame::{Drawing, Surface};
use crate::charts::mark::{Anchor, Mark, emoji, n, path, text};
use crate::charts::measure::{balance, whole, width};
use crate::language::Language;
use crate::texts::charts as say;

/// How far somebody moves at least who is said to have moved, in hundredths of the line.
const MOVED: f64 = 0.5;
const LABEL: f64 = 36.0;
const SMALL: f64 = 34.0;
const PICTURE: f64 = 92.0;
/// Between a line's end and a pole beside it, and from one line of its words to the next.
const OUT: f64 = 34.0;
const LEADING: f64 = 42.0;
/// Lines that a pole's word may take beside the lines, and those of how many moved there.
const POLE_LINES: usize = 3;
const MOVED_LINES: usize = 3;
/// Above the earlier line and below the later one, for what is said of their means.
const SAID: f64 = 84.0;
/// The least height between both lines.
const LEAST: f64 = 150.0;
/// Ways up to which lines are thick, and up to which they are of middle thickness.
const FEW: usize = 40;
const SOME: usize = 150;

/// Where things lie in a box.
struct SlopeLayout {
    start: f64,
    end: f64,
    /// What stands above both lines ends here.
    top: f64,
    /// The earlier line and the later one.
    then: f64,
    now: f64,
}

/// Two questions between the same poles.
pub struct SlopeChart<'a> {
    pub then: &'a SpectrumResults,
    pub now: &'a SpectrumResults,
    /// Everybody's two places; nothing where they are too many.
    pub pairs: Option<&'a [Pair]>,
    pub poles: (&'a Pole, &'a Pole),
    pub language: Language,
}

/// How many moved towards the left pole, how many towards the right one, and how many stayed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Moved {
    pub left: u64,
    pub right: u64,
    pub stayed: u64,
}

impl Moved {
    /// Of these people.
    pub fn of(pairs: &[Pair]) -> Self {
        let count = |way: MoveDirection| {
            pairs
                .iter()
                .filter(|pair| MoveDirection::of(pair) == way)
                .count() as u64
        };
        Self {
            left: count(MoveDirection::Left),
            right: count(MoveDirection::Right),
            stayed: count(MoveDirection::None),
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum MoveDirection {
    Left,
    Right,
    None,
}

impl MoveDirection {
    fn of(pair: &Pair) -> Self {
        match pair.now - pair.then {
            by if by >= MOVED => Self::Right,
            by if by <= -MOVED => Self::Left,
            _ => Self::None,
        }
    }

    fn class(self) -> &'static str {
        match self {
            Self::Left => "move-line left",
            Self::Right => "move-line right",
            Self::None => "move-line none",
        }
    }
}

impl SlopeChart<'_> {
    /// The picture.
    pub fn drawing(&self, surface: Surface) -> Drawing {
        let pairs = self.pairs.filter(|pairs| !pairs.is_empty());
        let (place, heads, surface) = match self.beside(surface) {
            Some(place) => (place, None, surface),
            None => self.below_poles(surface),
        };
        let Surface {
            shape,
            width,
            height,
        } = surface;
        let has_heads = heads.is_some();
        let mut marks = heads.unwrap_or_default();
        match pairs {
            Some(pairs) => marks.extend(place.move_lines(pairs)),
            None => marks.extend(self.curves(&place)),
        }
        marks.extend(place.lines(self.language));
        if !has_heads {
            let [left, right] = self.moved();
            marks.extend(place.pole(self.poles.0, Anchor::End, left));
            marks.extend(place.pole(self.poles.1, Anchor::Start, right));
        }
        marks.extend(self.means(&place));
        Drawing {
            shape,
            width,
            height,
            align: None,
            marks,
        }
    }

    fn has_moves(&self) -> bool {
        self.pairs.is_some_and(|pairs| !pairs.is_empty())
    }

    /// How many moved to each pole, in words; nothing where nobody did.
    fn moved(&self) -> [Option<String>; 2] {
        let moved = self.pairs.map(Moved::of).unwrap_or_default();
        [moved.left, moved.right]
            .map(|people| (people > 0).then(|| say::moved(self.language, people)))
    }

    /// Hills need their height above a line, ways between the two.
    fn place(&self, (start, end): (f64, f64), top: f64, height: f64) -> SlopeLayout {
        let then = if self.has_moves() {
            top + SAID
        } else {
            top + (height - top) * 0.36
        };
        SlopeLayout {
            start,
            end,
            top,
            then,
            now: height - SAID,
        }
    }

    /// With both poles beside the lines, where they have room there.
    fn beside(&self, surface: Surface) -> Option<SlopeLayout> {
        let place = self.place(
            (surface.width * 0.16, surface.width * 0.84),
            0.0,
            surface.height,
        );
        let zone = place.start - OUT;
        let fits = |(pole, moved): (&Pole, Option<String>)| {
            let words = whole(&pole.label, LABEL, 700, zone).filter(|lines| *lines <= POLE_LINES);
            let moved = whole(moved.as_deref().unwrap_or_default(), SMALL, 600, zone);
            let lines = words.zip(moved.filter(|lines| *lines <= MOVED_LINES));
            let picture = if pole.image.is_some() {
                PICTURE + 8.0
            } else {
                0.0
            };
            // What is when stands at the ends of the lines.
            lines.is_some_and(|(words, moved)| {
                picture + (words + moved) as f64 * LEADING + LABEL * 2.0 <= place.now - place.then
            })
        };
        [self.poles.0, self.poles.1]
            .into_iter()
            .zip(self.moved())
            .all(fits)
            .then_some(place)
    }

    /// With both poles above the lines.
    fn below_poles(&self, surface: Surface) -> (SlopeLayout, Option<Vec<Mark>>, Surface) {
        let [left, right] = self.moved();
        let heads = [
            (self.poles.0, "moved left", left),
            (self.poles.1, "moved right", right),
        ];
        let heads = heads.map(|(pole, class, moved)| PoleLabel {
            pole,
            notes: moved.map(|it| (class, it)).into_iter().collect(),
        });
        let PoleHeads { height, marks } = PoleHeads::of(&heads, surface.width, surface.height);
        let curves = if self.has_moves() { SAID } else { LEAST };
        let surface = surface.at_least(height + curves + LEAST + SAID);
        let place = self.place(
            (surface.width * 0.1, surface.width * 0.96),
            height,
            surface.height,
        );
        (place, Some(marks), surface)
    }

    /// Both crowds in one measure, each as its share.
    fn curves(&self, place: &SlopeLayout) -> Vec<Mark> {
        let curves = [
            (self.then, place.then, "density then"),
            (self.now, place.now, "density only"),
        ];
        let curves = curves.map(|(results, line, class)| {
            (outline(&results.fine, results.voters.max(1)), line, class)
        });
        let top = curves
            .iter()
            .flat_map(|(curve, ..)| curve)
            .copied()
            .fold(f64::MIN_POSITIVE, f64::max);
        // The mean stands above the earlier hill and below the later one.
        let room = (place.then - place.top - 56.0).min(place.now - place.then - 40.0);
        curves
            .map(|(curve, line, class)| {
                path(
                    class,
                    curve_path(&curve, (place.start, place.end), line, room / top),
                )
            })
            .to_vec()
    }

    fn means(&self, place: &SlopeLayout) -> Vec<Mark> {
        let (Some(then), Some(now)) = (self.then.mean, self.now.mean) else {
            return Vec::new();
        };
        let (x_then, x_now) = (place.x(then), place.x(now));
        let has_moves = self.has_moves();
        let way = has_moves.then(|| Mark::Path {
            class: "mean-move",
            d: place.way(x_then, x_now),
            stroke: Some(6.0),
        });
        let rings = [ring(x_then, place.then), ring(x_now, place.now)];
        let above = if has_moves { -34.0 } else { 52.0 };
        let label = |x: f64, y: f64, mean: f64| {
            place.mean_label(x, y, say::mean_label(self.language, mean))
        };
        let labels = [
            label(x_then, place.then + above, then),
            label(x_now, place.now + 56.0, now),
        ];
        way.into_iter().chain(rings).chain(labels).collect()
    }
}

fn ring(x: f64, y: f64) -> Mark {
    let d = format!(
        "M{} {}a12 12 0 1 1 24 0a12 12 0 1 1 -24 0z",
        n(x - 12.0),
        n(y)
    );
    Mark::Path {
        class: "mean-ring",
        d,
        stroke: Some(6.0),
    }
}

impl SlopeLayout {
    fn x(&self, value: f64) -> f64 {
        self.start + value / 100.0 * (self.end - self.start)
    }

    /// Between the ends of the lines as a whole.
    fn mean_label(&self, x: f64, y: f64, said: String) -> Mark {
        let half = width(&said, LABEL, 700) / 2.0;
        let x = x.clamp(self.start + half, self.end - half);
        text("mean-label", x, y, LABEL, Anchor::Middle, said)
    }

    /// From one line to the other, leaving and arriving upright.
    fn way(&self, from: f64, to: f64) -> String {
        let bend = (self.now - self.then) * 0.45;
        let [from, to, then, now] = [n(from), n(to), n(self.then), n(self.now)];
        let [below, above] = [n(self.then + bend), n(self.now - bend)];
        format!("M{from} {then}C{from} {below} {to} {above} {to} {now}")
    }

    /// The fewer who went one way lie on top of the more.
    fn move_lines(&self, pairs: &[Pair]) -> Vec<Mark> {
        let stroke = match pairs.len() {
            0..=FEW => 5.0,
            n if n <= SOME => 3.5,
            _ => 2.5,
        };
        let moved = Moved::of(pairs);
        let sides = if moved.left > moved.right {
            [
                MoveDirection::None,
                MoveDirection::Left,
                MoveDirection::Right,
            ]
        } else {
            [
                MoveDirection::None,
                MoveDirection::Right,
                MoveDirection::Left,
            ]
        };
        let group = |way: MoveDirection| {
            let of_way = pairs
                .iter()
                .filter(move |pair| MoveDirection::of(pair) == way);
            let line = |pair: &Pair| Mark::Path {
                class: way.class(),
                d: self.way(self.x(pair.then), self.x(pair.now)),
                stroke: Some(stroke),
            };
            Mark::Group {
                class: "move-lines",
                transform: String::new(),
                marks: of_way.map(line).collect(),
            }
        };
        sides.map(group).to_vec()
    }

    /// The two lines, and which is when.
    fn lines(&self, language: Language) -> Vec<Mark> {
        let line = |y: f64| Mark::Path {
            class: "axis",
            d: format!("M{} {}H{}", n(self.start), n(y), n(self.end)),
            stroke: Some(6.0),
        };
        let name = |y: f64, name: &'static str| {
            text("stop", self.start - OUT, y + 12.0, LABEL, Anchor::End, name)
        };
        vec![
            line(self.then),
            line(self.now),
            name(self.then, say::then(language)),
            name(self.now, say::now(language)),
        ]
    }

    /// Beside the middle of the two lines: picture, word, and how many moved this way.
    fn pole(&self, pole: &Pole, anchor: Anchor, moved: Option<String>) -> Vec<Mark> {
        let zone = self.start - OUT;
        let x = if anchor == Anchor::End {
            zone
        } else {
            self.end + OUT
        };
        let label = balance(&pole.label, LABEL, 700, zone, usize::MAX);
        let said = moved.map_or_else(Vec::new, |moved| {
            balance(&moved, SMALL, 600, zone, usize::MAX)
        });
        let picture = if pole.image.is_some() {
            PICTURE + 8.0
        } else {
            0.0
        };
        let high = picture + (label.len() + said.len()) as f64 * LEADING;
        let top = f64::midpoint(self.then, self.now) - high / 2.0;
        let mut marks: Vec<Mark> = pole
            .image
            .iter()
            .map(|image| emoji(image, (x, top), PICTURE, anchor))
            .collect();
        let class = if anchor == Anchor::End {
            "moved left"
        } else {
            "moved right"
        };
        let lines = label.into_iter().map(|line| ("pole-label", LABEL, line));
        let lines = lines.chain(said.into_iter().map(|line| (class, SMALL, line)));
        marks.extend(lines.enumerate().map(|(number, (class, size, line))| {
            text(
                class,
                x,
                top + picture + 34.0 + number as f64 * LEADING,
                size,
                anchor,
                line,
            )
        }));
        marks
    }
}
