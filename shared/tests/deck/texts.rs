//! Decks as texts, and what is read of them. The tests of the sentences in `client` read them too.

use shared::deck::grammar::read;
use shared::deck::problem::Problem;
use shared::deck::{Deck, Slide};
use shared::question::QuestionSpec;

/// The deck of a text that is right.
pub fn deck(text: &str) -> Deck {
    match read(text) {
        Ok(reading) => reading.deck,
        Err(problems) => panic!("{text}\n{}", said(&problems)),
    }
}

/// The only slide of a text that is right.
pub fn slide(text: &str) -> Slide {
    let mut slides = deck(text).slides;
    assert_eq!(slides.len(), 1, "{text}");
    slides.remove(0)
}

/// What the only slide of a text asks.
pub fn ask(text: &str) -> QuestionSpec {
    slide(text)
        .question()
        .unwrap_or_else(|| panic!("{text}"))
        .ask
        .clone()
}

/// Lines and codes of what is wrong with a text.
pub fn errors(text: &str) -> Vec<(usize, &'static str)> {
    read(text)
        .err()
        .unwrap_or_default()
        .iter()
        .map(|problem| (problem.line, problem.code()))
        .collect()
}

/// Lines and codes of what is worth knowing about a text that is right.
pub fn warnings(text: &str) -> Vec<(usize, &'static str)> {
    match read(text) {
        Ok(reading) => reading
            .warnings
            .iter()
            .map(|problem| (problem.line, problem.code()))
            .collect(),
        Err(problems) => panic!("{text}\n{}", said(&problems)),
    }
}

pub fn said(problems: &[Problem]) -> String {
    problems
        .iter()
        .map(|problem| format!("{problem}\n"))
        .collect()
}

/// A question of a kind with more settings and a list.
pub fn question(kind: &str, settings: &str, list: &[&str]) -> String {
    let list: String = list.iter().map(|item| format!("- {item}\n")).collect();
    let settings = if settings.is_empty() {
        String::new()
    } else {
        format!("{settings}\n")
    };
    format!("ask: {kind}\n{settings}---\n\n# Wat?\n\n{list}")
}
