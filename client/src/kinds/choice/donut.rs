//! `choice` as a ring, for questions of which everybody picks one. Labels stand beside their arcs,
//! so that nobody has to match colours; the highest share stands in the middle.

use std::f64::consts::TAU;

use crate::charts::categories::Categories;
use crate::charts::frame::{Drawing, Shape, Surface};
use crate::charts::mark::{Anchor, Mark, n, path, text};
use crate::charts::measure::{balance, whole};
use crate::charts::share::percent;
use crate::texts::charts::grouped;

/// Options that a ring has at most.
const MOST: usize = 8;
/// Classes of arcs, in the order of the series: an option keeps its own wherever it comes to lie.
const ARCS: [&str; MOST] = [
    "arc one",
    "arc two",
    "arc three",
    "arc four",
    "arc five",
    "arc six",
    "arc seven",
    "arc eight",
];
/// Radii that are tried: the less width labels leave, the smaller.
const RADII: [f64; 6] = [330.0, 274.0, 244.0, 214.0, 186.0, 160.0];
/// The hole in the measure of the ring.
const HOLE: f64 = 0.66;
/// Sizes of the leading option's name in the hole, and the lines that it may take.
const NAMES: [f64; 3] = [40.0, 36.0, 32.0];
const NAME_LINES: usize = 3;
const LABEL: f64 = 34.0;
const LINE: f64 = 40.0;
/// From the ring to the bend of a line, and from there to its label.
const OUT: f64 = 26.0;
const BEND: f64 = 30.0;
/// Between two labels.
const AIR: f64 = 16.0;

/// The picture, if every label has room as a whole beside the ring.
pub fn drawing(shape: Shape, choice: &Categories<'_>) -> Option<Drawing> {
    let options = &choice.results.options;
    if options.len() > MOST {
        return None;
    }
    let Surface { width, height, .. } = choice.surface(shape);
    let radii = RADII.into_iter().filter(|radius| radius * 2.0 <= height);
    let marks = radii
        .filter_map(|radius| {
            Ring {
                choice,
                middle: (width / 2.0, height / 2.0),
                radius,
                height,
            }
            .marks()
        })
        .next()?;
    Some(Drawing {
        shape,
        width,
        height,
        align: None,
        marks,
    })
}

struct Ring<'a> {
    choice: &'a Categories<'a>,
    middle: (f64, f64),
    radius: f64,
    height: f64,
}

/// One arc with its label, which stands at `y` once it has its place.
struct DonutSegment {
    option: usize,
    from: f64,
    to: f64,
    lines: Vec<String>,
    y: f64,
}

impl DonutSegment {
    fn middle(&self) -> f64 {
        f64::midpoint(self.from, self.to)
    }

    fn is_right(&self) -> bool {
        self.middle() <= TAU / 2.0
    }

    fn height(&self) -> f64 {
        (self.lines.len() + 1) as f64 * LINE + AIR
    }
}

impl Ring<'_> {
    /// What a label may take.
    fn measure(&self) -> f64 {
        self.middle.0 - self.radius - OUT - BEND - 12.0
    }

    fn marks(&self) -> Option<Vec<Mark>> {
        let mut arcs = self.arcs()?;
        for right in [true, false] {
            self.spread(
                arcs.iter_mut()
                    .filter(|arc| arc.is_right() == right)
                    .collect(),
            )?;
        }
        let mut marks: Vec<Mark> = arcs.iter().map(|arc| self.arc(arc)).collect();
        if self.choice.results.voters == 0 {
            marks = [1.0, HOLE]
                .map(|far| path("arc-none", round(self.middle, self.radius * far)))
                .to_vec();
        }
        marks.extend(arcs.iter().map(|arc| self.label(arc)));
        marks.extend(self.lead());
        Some(marks)
    }

    /// Clockwise from the top. While nobody has voted every option has the same.
    fn arcs(&self) -> Option<Vec<DonutSegment>> {
        let results = self.choice.results;
        let all: u64 = results.options.iter().map(|option| option.votes).sum();
        let order = self.choice.order();
        let share = |option: usize| match all {
            0 => 1.0 / order.len().max(1) as f64,
            all => results.options[option].votes as f64 / all as f64,
        };
        let mut from = 0.0;
        let arc = |option: &usize| {
            let to = from + share(*option) * TAU;
            let label = &results.options[*option].label;
            whole(label, LABEL, 600, self.measure())?;
            let lines = balance(label, LABEL, 600, self.measure(), usize::MAX);
            let arc = DonutSegment {
                option: *option,
                from,
                to,
                lines,
                y: 0.0,
            };
            from = to;
            Some(arc)
        };
        let mut arcs = order
            .iter()
            .map(arc)
            .collect::<Option<Vec<DonutSegment>>>()?;
        arcs.iter_mut()
            .for_each(|arc| arc.y = self.middle.1 - arc.middle().cos() * (self.radius + OUT));
        Some(arcs)
    }

    /// Moves the labels of one side apart, from the top and then back from the bottom; nothing if
    /// they have no room.
    fn spread(&self, mut arcs: Vec<&mut DonutSegment>) -> Option<()> {
        arcs.sort_by(|a, b| a.y.total_cmp(&b.y).then(a.from.total_cmp(&b.from)));
        let mut free = 0.0;
        for arc in &mut arcs {
            arc.y = arc.y.max(free + arc.height() / 2.0);
            free = arc.y + arc.height() / 2.0;
        }
        let mut free = self.height;
        for arc in arcs.iter_mut().rev() {
            arc.y = arc.y.min(free - arc.height() / 2.0);
            free = arc.y - arc.height() / 2.0;
        }
        (free >= -1.0).then_some(())
    }

    fn at(&self, angle: f64, far: f64) -> (f64, f64) {
        (
            self.middle.0 + angle.sin() * far,
            self.middle.1 - angle.cos() * far,
        )
    }

    fn arc(&self, arc: &DonutSegment) -> Mark {
        let (outer, inner) = (self.radius, self.radius * HOLE);
        // A whole ring would begin where it ends and be none.
        let to = arc.to.min(arc.from + TAU - 1e-4);
        let large = u8::from(to - arc.from > TAU / 2.0);
        let [a, b, c, d] = [
            (arc.from, outer),
            (to, outer),
            (to, inner),
            (arc.from, inner),
        ]
        .map(|(angle, far)| {
            let (x, y) = self.at(angle, far);
            format!("{} {}", n2(x), n2(y))
        });
        let (outer, inner) = (n(outer), n(inner));
        let d =
            format!("M{a}A{outer} {outer} 0 {large} 1 {b}L{c}A{inner} {inner} 0 {large} 0 {d}Z");
        path(ARCS[arc.option % MOST], d)
    }

    fn label(&self, arc: &DonutSegment) -> Mark {
        let shown = &self.choice.results.options[arc.option];
        let (side, anchor) = if arc.is_right() {
            (1.0, Anchor::Start)
        } else {
            (-1.0, Anchor::End)
        };
        let bend = self.middle.0 + side * (self.radius + OUT);
        let x = bend + side * (BEND + 10.0);
        let top = arc.y - arc.height() / 2.0 + AIR / 2.0 + LABEL * 0.84;
        let leads = arc.to > arc.from;
        let mut marks: Vec<Mark> = leads
            .then(|| self.leader(arc, bend, side))
            .into_iter()
            .collect();
        let line = |(number, line): (usize, &String)| {
            text(
                "label",
                x,
                top + number as f64 * LINE,
                LABEL,
                anchor,
                line.clone(),
            )
        };
        marks.extend(arc.lines.iter().enumerate().map(line));
        if !self.choice.is_quiet() {
            marks.push(text(
                "share",
                x,
                top + arc.lines.len() as f64 * LINE,
                LABEL,
                anchor,
                self.figures(shown.votes),
            ));
        }
        Mark::Group {
            class: "row",
            transform: String::new(),
            marks,
        }
    }

    /// From an arc to its label.
    fn leader(&self, arc: &DonutSegment, bend: f64, side: f64) -> Mark {
        let (from_x, from_y) = self.at(arc.middle(), self.radius + 6.0);
        let d = format!(
            "M{} {}L{} {}h{}",
            n(from_x),
            n(from_y),
            n(bend),
            n(arc.y),
            n(side * BEND)
        );
        Mark::Path {
            class: "leader",
            d,
            stroke: Some(2.0),
        }
    }

    fn figures(&self, votes: u64) -> String {
        let counted = grouped(self.choice.language, votes);
        match percent(votes, self.choice.results.voters) {
            Some(percent) => format!("{counted} · {percent}%"),
            None => counted,
        }
    }

    /// The highest share and whose it is, in the hole; nothing where two have it, or where the name
    /// has no room as a whole.
    fn lead(&self) -> Vec<Mark> {
        let (options, most) = (&self.choice.results.options, self.choice.most());
        let mut leading = options.iter().filter(|option| option.votes == most);
        let (Some(lead), None) = (leading.next(), leading.next()) else {
            return Vec::new();
        };
        let Some(percent) = percent(most, self.choice.results.voters) else {
            return Vec::new();
        };
        let Some((size, name)) = NAMES
            .iter()
            .find_map(|size| Some((*size, self.name(&lead.label, *size)?)))
        else {
            return Vec::new();
        };
        let (share, line) = (self.share_size(), size * 1.14);
        let high = share * 0.72 + size * 0.7 + name.len() as f64 * line;
        let (x, first) = (self.middle.0, self.middle.1 - high / 2.0 + share * 0.72);
        let under = first + share * 0.2 + size * 0.94;
        let named = name.into_iter().enumerate();
        let named = named.map(|(number, line_of)| {
            text(
                "label",
                x,
                under + number as f64 * line,
                size,
                Anchor::Middle,
                line_of,
            )
        });
        let figure = text(
            "count",
            x,
            first,
            share,
            Anchor::Middle,
            format!("{percent}%"),
        );
        std::iter::once(figure).chain(named).collect()
    }

    fn share_size(&self) -> f64 {
        self.radius * 0.38
    }

    /// A name in lines that stay within the hole.
    fn name(&self, label: &str, size: f64) -> Option<Vec<String>> {
        let hole = self.radius * HOLE - size * 0.4;
        let fits = |lines: &usize| {
            let high = self.share_size() * 0.72 + size * 0.7 + *lines as f64 * size * 1.14;
            // The last line is the farthest from the middle, where the hole is narrowest.
            let far = high / 2.0;
            let measure = 2.0 * (hole * hole - far * far).max(0.0).sqrt();
            let broken = (whole(label, size, 600, measure)? <= *lines)
                .then(|| balance(label, size, 600, measure, *lines));
            broken.filter(|broken| broken.len() == *lines)
        };
        (1..=NAME_LINES).find_map(|lines| fits(&lines))
    }
}

fn round((x, y): (f64, f64), r: f64) -> String {
    format!(
        "M{} {}a{r} {r} 0 1 1 {d} 0a{r} {r} 0 1 1 -{d} 0z",
        n(x - r),
        n(y),
        r = n(r),
        d = n(r * 2.0)
    )
}

/// A number with two decimals, of which a small arc needs both.
fn n2(value: f64) -> String {
    crate::ui::number::short(value, 2)
}
