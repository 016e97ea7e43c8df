//! Pictures of results that fit a phone. They stand still and are said in words beside them, so
//! they are markup and nothing more.

use crate::ui::number::short;
use crate::ui::tag::{Tag, tag};

/// Height of a row of columns; they are as wide as there is room.
const HIGH: f64 = 40.0;

/// A bar that is that much of the longest.
pub(crate) fn bar(votes: u64, most: u64) -> Tag {
    let long = 100.0 * votes as f64 / most.max(1) as f64;
    let rest = rect("bar-track", (0.0, 0.0), (100.0, 4.0));
    boxed(
        svg("bar", 100.0, 4.0)
            .child(rest)
            .child(rect("bar-fill", (0.0, 0.0), (long, 4.0))),
    )
}

/// A column for each count, on a line.
pub(crate) fn columns(counts: &[u64]) -> Tag {
    let most = counts.iter().copied().max().unwrap_or_default().max(1) as f64;
    let step = 100.0 / counts.len().max(1) as f64;
    let column = |(place, count): (usize, &u64)| {
        let high = (HIGH - 1.0) * *count as f64 / most;
        rect(
            "column",
            (place as f64 * step + 0.6, HIGH - 1.0 - high),
            (step - 1.2, high),
        )
    };
    let columns: Vec<Tag> = counts.iter().enumerate().map(column).collect();
    let ground = rect("ground", (0.0, HIGH - 1.0), (100.0, 1.0));
    boxed(svg("columns", 100.0, HIGH).child(columns).child(ground))
}

/// A picture as wide as there is room.
pub(crate) fn svg(class: &'static str, width: f64, height: f64) -> Tag {
    let view_box = format!("0 0 {} {}", short(width, 1), short(height, 1));
    tag("svg")
        .class(class)
        .set("viewBox", view_box)
        .set("preserveAspectRatio", "none")
        .set("aria-hidden", "true")
}

fn rect(class: &'static str, (x, y): (f64, f64), (width, height): (f64, f64)) -> Tag {
    let at = tag("rect")
        .class(class)
        .set("x", short(x, 2))
        .set("y", short(y, 2));
    at.set("width", short(width, 2))
        .set("height", short(height, 2))
}

/// As markup in an element around it: a browser makes SVG of it by itself.
pub(crate) fn boxed(svg: Tag) -> Tag {
    tag("span").class("picture").html(svg.into_html())
}
