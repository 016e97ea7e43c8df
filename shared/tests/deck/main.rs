//! The deck format, as an organiser meets it: text in, a deck or sentences out.
#![allow(clippy::unwrap_used)]

mod comments;
mod document;
mod examples;
mod files;
mod generated;
mod grammar;
mod helpful;
mod keys;
mod limits;
mod notices;
mod properties;
mod questions;
mod references;
mod sentences;
mod spelling;
mod stored;
mod writing;

use shared::deck::grammar::{Problem, read};
use shared::deck::{Ask, Deck, Slide};

/// The deck of a text that is right.
fn deck(text: &str) -> Deck {
    match read(text) {
        Ok(reading) => reading.deck,
        Err(problems) => panic!("{text}\n{}", said(&problems)),
    }
}

/// The only slide of a text that is right.
fn slide(text: &str) -> Slide {
    let mut slides = deck(text).slides;
    assert_eq!(slides.len(), 1, "{text}");
    slides.remove(0)
}

/// What the only slide of a text asks.
fn ask(text: &str) -> Ask {
    slide(text).question().unwrap_or_else(|| panic!("{text}")).ask.clone()
}

/// Lines and codes of what is wrong with a text.
fn errors(text: &str) -> Vec<(usize, &'static str)> {
    read(text).err().unwrap_or_default().iter().map(|problem| (problem.line, problem.code())).collect()
}

/// Lines and codes of what is worth knowing about a text that is right.
fn warnings(text: &str) -> Vec<(usize, &'static str)> {
    match read(text) {
        Ok(reading) => reading.warnings.iter().map(|problem| (problem.line, problem.code())).collect(),
        Err(problems) => panic!("{text}\n{}", said(&problems)),
    }
}

fn said(problems: &[Problem]) -> String {
    problems.iter().map(|problem| format!("{problem}\n")).collect()
}

/// A question of a kind with more settings and a list.
fn question(kind: &str, settings: &str, list: &[&str]) -> String {
    let list: String = list.iter().map(|item| format!("- {item}\n")).collect();
    let settings = if settings.is_empty() { String::new() } else { format!("{settings}\n") };
    format!("ask: {kind}\n{settings}---\n\n# Wat?\n\n{list}")
}

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
    let both = [own, settings].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>();
    let text = question(kind, &both.join("\n"), list);
    if kind == "pin" { text + "![kaart](/kaart.png)\n" } else { text }
}

const KINDS: [&str; 13] =
    ["choice", "words", "open", "scale", "spectrum", "rank", "points", "grid", "pin", "number", "type", "form", "qa"];
