//! Pictures of results that fit a phone. They stand still and are said in words beside them, so they are markup and nothing more.

use shared::question::spectrum;

use crate::language::Language;
use crate::texts::charts::mean_label;
use crate::texts::phone::counted;
use crate::ui::number::short;
use crate::ui::tag::{Tag, tag};

/// Height of a row of columns; they are as wide as there is room.
const HIGH: f64 = 40.0;

/// A bar that is that much of the longest.
pub(super) fn bar(votes: u64, most: u64) -> Tag {
    let long = 100.0 * votes as f64 / most.max(1) as f64;
    let rest = rect("bar-track", (0.0, 0.0), (100.0, 4.0));
    boxed(svg("bar", 100.0, 4.0).child(rest).child(rect("bar-fill", (0.0, 0.0), (long, 4.0))))
}

/// A column for each count, on a line.
pub(super) fn columns(counts: &[u64]) -> Tag {
    let most = counts.iter().copied().max().unwrap_or_default().max(1) as f64;
    let step = 100.0 / counts.len().max(1) as f64;
    let column = |(place, count): (usize, &u64)| {
        let high = (HIGH - 1.0) * *count as f64 / most;
        rect("column", (place as f64 * step + 0.6, HIGH - 1.0 - high), (step - 1.2, high))
    };
    let columns: Vec<Tag> = counts.iter().enumerate().map(column).collect();
    let ground = rect("ground", (0.0, HIGH - 1.0), (100.0, 1.0));
    boxed(svg("columns", 100.0, HIGH).child(columns).child(ground))
}

/// How many stand where between two poles, above them oneself, and the mean as a plumb below the line.
pub(super) fn line(results: &spectrum::Results, language: Language, own: Option<f64>) -> Vec<Tag> {
    // The first and the last bin are about the ends, so the ends lie in the middle of their columns.
    let ends = 50.0 / results.histogram.len().max(1) as f64;
    let place = |value: f64| ends + value * (100.0 - 2.0 * ends) / 100.0;
    let you = |own: f64| {
        let pointer = tag("path").class("pointer").set("d", format!("M{} 5l2.5 -5h-5z", short(place(own), 1)));
        let words = counted::you(language, Some(&counted::decimal(language, own)));
        vec![at("mine", place(own), words), boxed(svg("plumb-line", 100.0, 5.0).child(pointer))]
    };
    let mean = |mean: f64| {
        let at = place(mean);
        let plumb = tag("path").class("bob").set("d", format!("M{} 0l2.5 5h-5z", short(at, 1)));
        vec![boxed(svg("plumb-line", 100.0, 5.0).child(plumb)), self::at("mean", at, mean_label(language, mean))]
    };
    let mut drawn: Vec<Tag> = own.map(you).into_iter().flatten().collect();
    drawn.push(columns(&results.histogram));
    drawn.extend(results.mean.map(mean).into_iter().flatten());
    drawn
}

/// Words at a place on the line, as far as they stay within it.
fn at(class: &'static str, at: f64, words: String) -> Tag {
    let (at, anchor) = match at {
        at if at < 25.0 => (0.0, "start"),
        at if at > 75.0 => (100.0, "end"),
        at => (at, "middle"),
    };
    let words =
        tag("text").set("x", format!("{}%", short(at, 1))).set("y", "1em").set("text-anchor", anchor).child(words);
    tag("p").class(class).html(tag("svg").class("under").child(words).into_html())
}

fn svg(class: &'static str, width: f64, height: f64) -> Tag {
    let view_box = format!("0 0 {} {}", short(width, 1), short(height, 1));
    tag("svg").class(class).set("viewBox", view_box).set("preserveAspectRatio", "none").set("aria-hidden", "true")
}

fn rect(class: &'static str, (x, y): (f64, f64), (width, height): (f64, f64)) -> Tag {
    let at = tag("rect").class(class).set("x", short(x, 2)).set("y", short(y, 2));
    at.set("width", short(width, 2)).set("height", short(height, 2))
}

/// As markup in an element around it: a browser makes SVG of it by itself.
fn boxed(svg: Tag) -> Tag {
    tag("span").class("picture").html(svg.into_html())
}
