//! The deck format, as an organiser meets it: text in, a deck or what is wrong with it out.
#![allow(clippy::unwrap_used)]

mod comments;
mod document;
mod editing;
mod examples;
mod files;
mod generated;
mod grammar;
mod keys;
mod languages;
mod later_keys;
mod limits;
mod notices;
mod properties;
mod questions;
mod references;
mod stored;
mod texts;
mod writing;

use texts::{ask, deck, errors, question, said, slide, warnings};

/// A question of each kind with nothing but what it needs.
fn smallest(kind: &str) -> String {
    smallest_with(kind, "")
}

/// The same with more settings.
fn smallest_with(kind: &str, settings: &str) -> String {
    let (own, list): (&str, &[&str]) = match kind {
        "choice" | "rank" | "points" => ("", &["een", "twee"]),
        "scale" | "grid" | "form" => ("", &["een"]),
        "number" => ("", &["3"]),
        _ => ("", &[]),
    };
    let own = match kind {
        "spectrum" => "left: poes\nright: hond",
        "grid" => "x: [a, b]\ny: [c, d]",
        _ => own,
    };
    let both = [own, settings]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>();
    let text = question(kind, &both.join("\n"), list);
    if kind == "pin" {
        text + "![kaart](/kaart.png)\n"
    } else {
        text
    }
}

const KINDS: [&str; 13] = [
    "choice", "words", "open", "scale", "spectrum", "rank", "points", "grid", "pin", "number",
    "type", "form", "qa",
];
