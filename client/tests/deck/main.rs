//! What an organiser reads who made a mistake in a deck: text in, sentences out, in every language.
#![allow(clippy::unwrap_used)]

mod helpful;
mod sentences;
mod spelling;
#[path = "../../../shared/tests/deck/texts.rs"]
mod texts;

use client::language::Language;
use shared::deck::problem::Problem;
use texts::{ask, deck, errors, question, said, slide, warnings};

/// What is said of a problem, in the language of that tag.
fn sentence(problem: &Problem, tag: &str) -> String {
    client::texts::problems::problem(Language::of_tag(tag).unwrap(), problem)
}

/// What is said of it in each.
fn sentences(problem: &Problem) -> Vec<String> {
    Language::ALL
        .into_iter()
        .map(|language| client::texts::problems::problem(language, problem))
        .collect()
}
