//! What no picture may be: nothing sticks out, no text lies on another, no label is cut. Each kind
//! tries it with every crowd.

use super::frame::Drawing;
use super::mark::{Anchor, Mark};
use super::measure::width;

/// A text's box: left, top, right, bottom.
#[derive(Debug)]
pub(crate) struct TextBox {
    pub text: String,
    pub at: [f64; 4],
}

impl TextBox {
    pub fn overlaps(&self, other: &Self) -> bool {
        let [left, top, right, bottom] = self.at;
        let [other_left, other_top, other_right, other_bottom] = other.at;
        left < other_right && other_left < right && top < other_bottom && other_top < bottom
    }
}

/// By how far a group is moved.
pub(crate) fn moved(transform: &str) -> (f64, f64) {
    let inside = transform
        .strip_prefix("translate(")
        .and_then(|rest| rest.strip_suffix(')'))
        .unwrap_or("0 0");
    let (x, y) = inside.split_once(' ').unwrap();
    (x.parse().unwrap(), y.parse().unwrap())
}

pub(crate) fn texts(marks: &[Mark], (dx, dy): (f64, f64)) -> Vec<TextBox> {
    let of = |mark: &Mark| match mark {
        Mark::Text {
            x,
            y,
            size,
            anchor,
            text,
            class,
        } => {
            let weight = match *class {
                "count" => 750,
                "label" | "moved left" | "moved right" => 600,
                "share" | "stop" | "quote" => 400,
                _ => 700,
            };
            let wide = width(text, *size, weight);
            let left = match anchor {
                Anchor::Start => *x,
                Anchor::Middle => x - wide / 2.0,
                Anchor::End => x - wide,
            } + dx;
            let top = y + dy - size * 0.72;
            vec![TextBox {
                text: text.clone(),
                at: [left, top, left + wide, y + dy + size * 0.2],
            }]
        }
        Mark::Group {
            transform, marks, ..
        }
        | Mark::Entry {
            transform, marks, ..
        } => {
            let (x, y) = moved(transform);
            texts(marks, (dx + x, dy + y))
        }
        _ => Vec::new(),
    };
    marks.iter().flat_map(of).collect()
}

/// The boxes of rectangles and dots.
pub(crate) fn solids(marks: &[Mark], (dx, dy): (f64, f64)) -> Vec<[f64; 4]> {
    let of = |mark: &Mark| match mark {
        Mark::Rect {
            x,
            y,
            width,
            height,
            ..
        } => vec![[dx + x, dy + y, dx + x + width, dy + y + height]],
        Mark::Dot { x, y, radius } => vec![[
            dx + x - radius,
            dy + y - radius,
            dx + x + radius,
            dy + y + radius,
        ]],
        Mark::Group {
            transform, marks, ..
        }
        | Mark::Entry {
            transform, marks, ..
        } => {
            let (x, y) = moved(transform);
            solids(marks, (dx + x, dy + y))
        }
        _ => Vec::new(),
    };
    marks.iter().flat_map(of).collect()
}

/// All that a picture may not be.
#[track_caller]
pub(crate) fn assert_sound(drawing: &Drawing, named: &str) {
    let texts = texts(&drawing.marks, (0.0, 0.0));
    for (number, text) in texts.iter().enumerate() {
        let [left, top, right, bottom] = text.at;
        let inside = left >= -1.0
            && top >= -1.0
            && right <= drawing.width + 1.0
            && bottom <= drawing.height + 1.0;
        assert!(
            inside,
            "{named}: {text:?} sticks out of {} × {}",
            drawing.width, drawing.height
        );
        assert!(!text.text.contains('…'), "{named}: {text:?} is cut");
        let other = texts[number + 1..]
            .iter()
            .find(|other| text.overlaps(other));
        assert!(other.is_none(), "{named}: {text:?} lies on {other:?}");
    }
    for at in solids(&drawing.marks, (0.0, 0.0)) {
        let [left, top, right, bottom] = at;
        let inside = left >= -1.0
            && top >= -1.0
            && right <= drawing.width + 1.0
            && bottom <= drawing.height + 1.0;
        assert!(
            inside,
            "{named}: {at:?} sticks out of {} × {}",
            drawing.width, drawing.height
        );
    }
}

/// All texts of a class, in the order in which they are drawn.
pub(crate) fn words_of(marks: &[Mark], named: &str) -> String {
    let of = |mark: &Mark| match mark {
        Mark::Text { class, text, .. } if *class == named => vec![text.clone()],
        Mark::Group { marks, .. } | Mark::Entry { marks, .. } => vec![words_of(marks, named)],
        _ => Vec::new(),
    };
    marks
        .iter()
        .flat_map(of)
        .filter(|text| !text.is_empty())
        .collect::<Vec<String>>()
        .join(" ")
}
