//! Where the room is on the line, on a phone.

use shared::question::spectrum::SpectrumResults;

use super::pole::pole;
use super::{SpectrumFigure, form};
use crate::language::Language;
use crate::phone::picture::{boxed, columns, svg};
use crate::phone::question_context::QuestionContext;
use crate::phone::shown::given;
use crate::texts::charts::mean_label;
use crate::texts::phone::plurals;
use crate::ui::number::short;
use crate::ui::tag::{Child, Tag, tag, tags};

/// The line with its poles.
pub fn line(context: &QuestionContext<'_>, spectrum: &SpectrumFigure<'_>) -> Vec<Child> {
    let poles = tag("div")
        .class("poles")
        .child(pole("left", &spectrum.input.left))
        .child(pole("right", &spectrum.input.right));
    let own = form::value(&given(context));
    tags![drawn(spectrum.results, context.language(), own), poles]
}

/// How many stand where between two poles, above them oneself, and the mean as a marker below the
/// line.
fn drawn(results: &SpectrumResults, language: Language, own: Option<f64>) -> Vec<Tag> {
    // The first and the last bin are about the ends, so the ends lie in the middle of their
    // columns.
    let ends = 50.0 / results.histogram.len().max(1) as f64;
    let place = |value: f64| ends + value * (100.0 - 2.0 * ends) / 100.0;
    let you = |own: f64| {
        let pointer = tag("path")
            .class("pointer")
            .set("d", format!("M{} 5l2.5 -5h-5z", short(place(own), 1)));
        let words = plurals::you(language, Some(&plurals::decimal(language, own)));
        vec![
            at_place("mine", place(own), words),
            boxed(svg("marker-strip", 100.0, 5.0).child(pointer)),
        ]
    };
    let mean = |mean: f64| {
        let at = place(mean);
        let mean_marker = tag("path")
            .class("mean-marker")
            .set("d", format!("M{} 0l2.5 5h-5z", short(at, 1)));
        vec![
            boxed(svg("marker-strip", 100.0, 5.0).child(mean_marker)),
            at_place("mean", at, mean_label(language, mean)),
        ]
    };
    let mut parts: Vec<Tag> = own.map(you).into_iter().flatten().collect();
    parts.push(columns(&results.histogram));
    parts.extend(results.mean.map(mean).into_iter().flatten());
    parts
}

/// Words at a place on the line, as far as they stay within it.
fn at_place(class: &'static str, at: f64, words: String) -> Tag {
    let (at, anchor) = match at {
        at if at < 25.0 => (0.0, "start"),
        at if at > 75.0 => (100.0, "end"),
        at => (at, "middle"),
    };
    let words = tag("text")
        .set("x", format!("{}%", short(at, 1)))
        .set("y", "1em")
        .set("text-anchor", anchor)
        .child(words);
    tag("p")
        .class(class)
        .html(tag("svg").class("under").child(words).into_html())
}
