//! The mean and the median below the axis, with their words beside them: away from each other, and
//! on further lines where one has no room there.

use crate::charts::mark::{Anchor, Mark, n, path, text};
use crate::charts::measure::width;

/// The size of words, and from one line of them to the next.
const SIZE: f64 = 36.0;
pub const LINE: f64 = 50.0;
/// Between a sign and its words.
const AIR: f64 = 22.0;

/// A number that is described in words.
#[derive(Clone, Debug, PartialEq)]
pub struct Said {
    pub class: &'static str,
    pub x: f64,
    pub words: String,
}

/// What stands there, line by line, with the side that the words are on.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Middle(Vec<Vec<(Said, Anchor)>>);

impl Middle {
    /// Two numbers of now and one of before, in a picture of that width.
    pub fn of(now: [Said; 2], then: Option<Said>, wide: f64) -> Self {
        let [one, other] = now;
        let (left, right) = if other.x < one.x {
            (other, one)
        } else {
            (one, other)
        };
        let fits = |said: &Said, anchor| match anchor {
            Anchor::End => said.x - AIR - width(&said.words, SIZE, 700) >= 0.0,
            _ => said.x + AIR + width(&said.words, SIZE, 700) <= wide,
        };
        // Turned to the other, words stay on the line as long as they do not reach it.
        let mut between = (right.x - AIR) - (left.x + AIR);
        let (mut first, mut further) = (Vec::new(), Vec::new());
        for (said, anchor, turned) in [
            (left, Anchor::End, Anchor::Start),
            (right, Anchor::Start, Anchor::End),
        ] {
            if fits(&said, anchor) {
                first.push((said, anchor))
            } else if width(&said.words, SIZE, 700) + AIR <= between {
                between -= width(&said.words, SIZE, 700) + AIR;
                first.push((said, turned))
            } else {
                further.push(vec![(said, turned)])
            }
        }
        let then = then.map(|then| {
            let anchor = if fits(&then, Anchor::Start) {
                Anchor::Start
            } else {
                Anchor::End
            };
            vec![(then, anchor)]
        });
        let lines = [first]
            .into_iter()
            .chain(further)
            .chain(then)
            .filter(|line| !line.is_empty());
        Self(lines.collect())
    }

    pub fn height(&self) -> f64 {
        self.0.len() as f64 * LINE
    }

    /// Below that place.
    pub fn marks(&self, below: f64) -> Vec<Mark> {
        let lines = self.0.iter().enumerate();
        let marks = lines.flat_map(|(line, said)| {
            let y = below + (line + 1) as f64 * LINE;
            said.iter()
                .flat_map(move |(said, anchor)| [sign(said, y), words(said, *anchor, y)])
        });
        marks.collect()
    }
}

fn sign(said: &Said, y: f64) -> Mark {
    let x = said.x;
    match said.class {
        "median" => {
            let d = format!("M{} {}l11 11l-11 11l-11 -11z", n(x), n(y - 24.0));
            Mark::Path {
                class: "median",
                d,
                stroke: Some(4.0),
            }
        }
        class => {
            let d = format!("M{} {}l11 20h-22z", n(x), n(y - 24.0));
            let marker = if class == "mean" {
                "mean-marker"
            } else {
                "mean-marker hollow"
            };
            path(marker, d)
        }
    }
}

fn words(said: &Said, anchor: Anchor, y: f64) -> Mark {
    let x = if anchor == Anchor::End {
        said.x - AIR
    } else {
        said.x + AIR
    };
    let class = match said.class {
        "mean" => "mean-label",
        "median" => "median-label",
        _ => "stop",
    };
    text(class, x, y, SIZE, anchor, said.words.clone())
}
