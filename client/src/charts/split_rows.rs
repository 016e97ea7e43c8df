//! Results by groups: a row for each, drawn to one scale, so that more people are more ink.

use super::density_curve::STEPS;
use super::frame::{Drawing, Surface};
use super::mark::{Anchor, Mark, emoji, n, path, text};
use super::measure::wrap;

mod people;

use people::PeopleMarks;

/// What a row shows of its group.
#[derive(Clone, Debug, PartialEq)]
pub enum RowFigure {
    /// Where its people stand on a line: how many at each place from 0 to 100, and their mean.
    Line { fine: Vec<u64>, mean: Option<f64> },
    /// A bar in each column, from 0 to 1.
    Cells(Vec<f64>),
}

/// A group.
#[derive(Clone, Debug, PartialEq)]
pub struct SplitRow {
    pub name: String,
    /// How many, and what they are when they are folded.
    pub people: String,
    pub voters: u64,
    pub figure: RowFigure,
    /// What its figures are: the mean, or one for each column.
    pub said: Vec<String>,
}

impl SplitRow {
    /// The mean of a group, where it stands on a line.
    pub fn mean(&self) -> Option<f64> {
        match self.figure {
            RowFigure::Line { mean, .. } => mean,
            RowFigure::Cells(_) => None,
        }
    }
}

/// What the rows have in common.
#[derive(Clone, Debug, PartialEq)]
pub enum SplitHead {
    /// The ends of the line, and what stands at the end of each row.
    Line {
        ends: [LineEnd; 2],
        mean: String,
        /// Whether the ends are poles, which one stands near to.
        poles: bool,
    },
    /// A name above each column.
    Columns(Vec<String>),
}

/// An end of the line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineEnd {
    pub name: String,
    /// An emoji, of a pole that has one.
    pub picture: Option<String>,
}

const LABEL: f64 = 36.0;
const NOTE: f64 = 32.0;
const LEADING: f64 = 1.15;
/// The least height of a row, and of the picture's head and foot.
const ROW: f64 = 92.0;
const HEAD: f64 = 48.0;
const FOOT: f64 = 56.0;
/// Between two columns.
const GAP: f64 = 28.0;
const MEAN: f64 = 150.0;
const STROKE: f64 = 5.0;
/// A pole's picture, and what of a row is not for its piles.
const PICTURE: f64 = 48.0;
const BESIDE_PILES: f64 = 34.0;

/// Where things lie in a box.
struct RowsLayout {
    surface: Surface,
    start: f64,
    end: f64,
    head: f64,
    /// How high each row is.
    rows: Vec<f64>,
}

impl RowsLayout {
    fn of(surface: Surface, head: &SplitHead, rows: &[SplitRow]) -> Self {
        let start = surface.width * 0.27;
        let (end, above, below) = match head {
            SplitHead::Line { .. } => (surface.width - MEAN, HEAD, FOOT),
            SplitHead::Columns(columns) => {
                let wide = column_width(start, surface.width, columns.len());
                let lines = columns
                    .iter()
                    .map(|name| wrap(name, NOTE, 600, wide, 3).len());
                let lines = lines.max().unwrap_or(1) as f64;
                (surface.width, lines * NOTE * LEADING + 12.0, 0.0)
            }
        };
        let surface = surface.at_least(above + ROW * rows.len() as f64 + below);
        let room = surface.height - above - below;
        Self {
            surface,
            start,
            end,
            head: above,
            rows: vec![room / rows.len().max(1) as f64; rows.len()],
        }
    }

    /// Each row as high as its people pile up, and what is left shared out.
    fn fitted(self, people: &PeopleMarks) -> Self {
        let room: f64 = self.rows.iter().sum();
        let high = people.high().into_iter();
        let rows: Vec<f64> = high.map(|high| (high + BESIDE_PILES).max(ROW)).collect();
        let left = (room - rows.iter().sum::<f64>()) / rows.len().max(1) as f64;
        Self {
            rows: rows.into_iter().map(|row| row + left).collect(),
            ..self
        }
    }

    /// What all rows together have for piles, and the least that one has.
    fn for_piles(&self) -> (f64, f64) {
        let room: f64 = self.rows.iter().sum();
        (
            ROW - BESIDE_PILES,
            room - BESIDE_PILES * self.rows.len() as f64,
        )
    }

    fn top(&self, number: usize) -> f64 {
        self.head + self.rows[..number].iter().sum::<f64>()
    }

    fn middle(&self, number: usize) -> f64 {
        self.top(number) + self.rows[number] / 2.0
    }

    fn x(&self, place: f64) -> f64 {
        self.start + place.clamp(0.0, 100.0) / 100.0 * (self.end - self.start)
    }

    /// The line of a row, from the top.
    fn line(&self, number: usize) -> f64 {
        self.top(number + 1) - 26.0
    }
}

fn column_width(start: f64, end: f64, columns: usize) -> f64 {
    let columns = columns.max(1) as f64;
    (end - start - GAP * (columns - 1.0)) / columns
}

/// The picture.
pub fn drawing(surface: Surface, head: &SplitHead, rows: &[SplitRow]) -> Drawing {
    let place = RowsLayout::of(surface, head, rows);
    let (place, figures) = match head {
        SplitHead::Line { ends, mean, .. } => {
            let people = PeopleMarks::of(&place, rows);
            let place = place.fitted(&people);
            let marks = lines((&place, &people), ends, mean, rows);
            (place, marks)
        }
        SplitHead::Columns(columns) => {
            let marks = cells(&place, columns, rows);
            (place, marks)
        }
    };
    let mut marks = names(&place, rows);
    marks.extend(figures);
    Drawing {
        shape: place.surface.shape,
        width: place.surface.width,
        height: place.surface.height,
        align: None,
        marks,
    }
}

/// Each group's name over at most two lines, and how many they are.
fn names(place: &RowsLayout, rows: &[SplitRow]) -> Vec<Mark> {
    let mut marks = Vec::new();
    for (number, row) in rows.iter().enumerate() {
        let most = if place.rows[number] > ROW + LABEL {
            2
        } else {
            1
        };
        let name = wrap(&row.name, LABEL, 700, place.start - GAP, most);
        let high = (name.len() as f64 * LABEL + NOTE) * LEADING;
        let middle = place.middle(number);
        let mut y = middle - high / 2.0 + LABEL * 0.86;
        for line in name {
            marks.push(text("split-name", 0.0, y, LABEL, Anchor::Start, line));
            y += LABEL * LEADING;
        }
        marks.push(text(
            "share",
            0.0,
            y,
            NOTE,
            Anchor::Start,
            row.people.clone(),
        ));
    }
    marks
}

fn lines(
    (place, people): (&RowsLayout, &PeopleMarks),
    ends: &[LineEnd; 2],
    mean: &str,
    rows: &[SplitRow],
) -> Vec<Mark> {
    let (right, above) = (place.surface.width, HEAD - 14.0);
    let mut marks = vec![text("mean-label", right, above, NOTE, Anchor::End, mean)];
    for (number, row) in rows.iter().enumerate() {
        let y = place.line(number);
        marks.extend(people.in_row(place, number, row.voters));
        marks.push(Mark::Path {
            class: "axis",
            d: format!("M{} {}H{}", n(place.start), n(y), n(place.end)),
            stroke: Some(STROKE),
        });
        if let Some(mean) = row.mean() {
            let x = place.x(mean);
            let d = format!("M{} {}h20l-10 -17z", n(x - 10.0), n(y + 22.0));
            marks.push(path("mean-marker", d));
        }
        for said in row.said.iter().take(1) {
            let said = said.clone();
            marks.push(text("mean-label", right, y + 4.0, 44.0, Anchor::End, said));
        }
    }
    marks.extend(end_names(place, ends));
    marks
}

/// The ends of the line, below the last row: a pole's picture outside its name.
fn end_names(place: &RowsLayout, ends: &[LineEnd; 2]) -> Vec<Mark> {
    let y = place.surface.height - 10.0;
    let half = (place.end - place.start) / 2.0 - GAP;
    let [left, right] = ends;
    let sides = [
        (left, place.start, 1.0, Anchor::Start),
        (right, place.end, -1.0, Anchor::End),
    ];
    let mut marks = Vec::new();
    for (end, edge, inwards, anchor) in sides {
        let picture = end.picture.as_deref();
        let aside = picture.map_or(0.0, |_| PICTURE + 14.0);
        let name = wrap(&end.name, LABEL, 700, half - aside, 1).concat();
        let top = y + 8.0 - PICTURE;
        marks.extend(picture.map(|image| emoji(image, (edge, top), PICTURE, anchor)));
        let x = edge + inwards * aside;
        marks.push(text("split-name", x, y, LABEL, anchor, name));
    }
    marks
}

fn cells(place: &RowsLayout, columns: &[String], rows: &[SplitRow]) -> Vec<Mark> {
    let wide = column_width(place.start, place.end, columns.len());
    let left = |column: usize| place.start + column as f64 * (wide + GAP);
    let mut marks = Vec::new();
    for (column, name) in columns.iter().enumerate() {
        let lines = wrap(name, NOTE, 600, wide, 3);
        let first = place.head - 12.0 - (lines.len() as f64 - 1.0) * NOTE * LEADING;
        for (number, line) in lines.into_iter().enumerate() {
            let y = first + number as f64 * NOTE * LEADING;
            marks.push(text("label", left(column), y, NOTE, Anchor::Start, line));
        }
    }
    for (number, row) in rows.iter().enumerate() {
        let RowFigure::Cells(shares) = &row.figure else {
            continue;
        };
        let most = shares.iter().copied().fold(0.0, f64::max);
        let middle = place.middle(number);
        for (column, share) in shares.iter().enumerate() {
            let lead = *share > 0.0 && (share - most).abs() < 1e-9;
            let bar = |class: &str, width: f64| Mark::Rect {
                class: class.to_owned(),
                x: left(column),
                y: middle + 10.0,
                width,
                height: 22.0,
                radius: 4.0,
            };
            marks.push(bar("bar none split-room", wide));
            marks.push(bar(
                if lead { "bar lead" } else { "bar" },
                wide * share.clamp(0.0, 1.0),
            ));
            let said = row.said.get(column).cloned().unwrap_or_default();
            marks.push(text(
                "count",
                left(column),
                middle - 6.0,
                LABEL,
                Anchor::Start,
                said,
            ));
        }
    }
    marks
}

/// Where a mean of numbers from `from` to `to` stands on the line.
pub fn placed(value: f64, (from, to): (f64, f64)) -> f64 {
    if to > from {
        ((value - from) / (to - from) * 100.0).clamp(0.0, 100.0)
    } else {
        50.0
    }
}

/// Counts at places of their own, at the nearest of the line's hundred and one.
pub fn fine(counts: impl IntoIterator<Item = (f64, u64)>) -> Vec<u64> {
    let mut fine = vec![0; 100 * STEPS / 2 + 1];
    for (place, count) in counts {
        fine[place.round().clamp(0.0, 100.0) as usize] += count;
    }
    fine
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::charts::frame::Shape;

    fn row(name: &str, places: &[(f64, u64)]) -> SplitRow {
        let voters = places.iter().map(|(_, count)| count).sum();
        SplitRow {
            name: name.to_owned(),
            people: format!("{voters} deelnemers"),
            voters,
            figure: RowFigure::Line {
                fine: fine(places.iter().copied()),
                mean: Some(50.0),
            },
            said: vec!["50".to_owned()],
        }
    }

    fn dots(marks: &[Mark]) -> Vec<f64> {
        let each = marks.iter().flat_map(|mark| match mark {
            Mark::Dot { radius, .. } => vec![*radius],
            Mark::Group { marks, .. } => dots(marks),
            _ => Vec::new(),
        });
        each.collect()
    }

    fn line_head() -> SplitHead {
        SplitHead::Line {
            ends: ["poes", "hond"].map(|name| LineEnd {
                name: name.to_owned(),
                picture: Some("🐱".to_owned()),
            }),
            mean: "gemiddeld".to_owned(),
            poles: true,
        }
    }

    #[test]
    fn everybody_is_a_dot_of_one_size_whatever_their_group() {
        let rows = [
            row("Zorgverleners", &[(20.0, 30), (70.0, 24)]),
            row("Ervaringsdeskundigen", &[(80.0, 7)]),
        ];
        for shape in Shape::ALL {
            let surface = Surface::of(shape, 500.0);
            let drawing = drawing(surface, &line_head(), &rows);
            let radii = dots(&drawing.marks);
            assert_eq!(radii.len(), 61);
            assert!(radii.iter().all(|radius| (radius - radii[0]).abs() < 1e-9));
        }
    }

    /// The more people stand at one place, the more room their row has; dots are as large as that
    /// allows, and stay in their rows.
    #[test]
    fn a_row_is_as_high_as_its_people_pile_up() {
        let rows = [
            row("Zorgverleners", &[(20.0, 4), (70.0, 3)]),
            row("Welzijn", &[(80.0, 24)]),
            row("Beleid", &[(10.0, 1), (60.0, 1), (90.0, 4)]),
        ];
        let surface = Surface::of(Shape::Wide, 500.0);
        let place = RowsLayout::of(surface, &line_head(), &rows);
        let (equal, room) = (place.rows[0], place.rows.iter().sum::<f64>());
        let people = PeopleMarks::of(&place, &rows);
        let place = place.fitted(&people);
        assert!(place.rows[1] > equal * 1.3 && place.rows[0] >= ROW);
        assert!((place.rows.iter().sum::<f64>() - room).abs() < 1e-6);
        for (high, row) in people.high().iter().zip(&place.rows) {
            assert!(*high <= row - BESIDE_PILES + 1e-6);
        }
    }

    #[test]
    fn a_crowd_is_a_hill_and_six_rows_have_their_room() {
        let crowd = [row("Zorg", &[(30.0, 900)]), row("Welzijn", &[(70.0, 30)])];
        let surface = Surface::of(Shape::Wide, 500.0);
        let hill = drawing(surface, &line_head(), &crowd);
        assert_eq!(dots(&hill.marks), [0.0; 0]);
        let hills = hill.marks.iter().filter(
            |mark| matches!(mark, Mark::Path { class, .. } if class.starts_with("density")),
        );
        assert_eq!(hills.count(), 2);
        let six: Vec<SplitRow> = (0..6)
            .map(|n| row(&format!("Groep {n}"), &[(50.0, 9)]))
            .collect();
        let six = drawing(surface, &line_head(), &six);
        assert!(six.height >= HEAD + 6.0 * ROW + FOOT);
    }
}
