//! Where the slides of a text stand, also of one with errors, for whoever changes it.

use std::ops::Range;

use super::{Edition, PROBLEMS_MAX, Problem, StructureProblem};
use super::{cleaned, fill, program, source, too_many};
use crate::deck::{Deck, problem::DeckNotice};
use crate::limits::DECK_SLIDES;

/// A text as far as it can be read.
#[derive(Debug)]
pub(in crate::deck) struct DeckTrace {
    /// What could be read of it, with a slide for each of those traced that are read.
    pub deck: Deck,
    /// All that is wrong with it, and what is worth knowing, in order of the lines.
    pub problems: Vec<Problem>,
    /// The lines of the deck's own settings, from 0, with the separators around them.
    pub head: Option<Range<usize>>,
    /// In order. The first are those of the deck.
    pub slides: Vec<SlideTrace>,
}

/// Where a slide stands.
#[derive(Debug)]
pub(in crate::deck) struct SlideTrace {
    /// Its lines, from 0, up to the separator that ends it.
    pub lines: Range<usize>,
    /// Whether its id is written.
    pub is_named: bool,
    /// Whether its settings, its kind or its text could not be read.
    pub unread: bool,
}

/// Traces a text.
pub(in crate::deck) fn trace(text: &str) -> DeckTrace {
    let mut problems = Vec::new();
    let mut traced = slides(text, &mut problems);
    problems.sort_by_key(|problem| problem.line);
    problems.dedup();
    if let Some((line, program)) = program::of(text) {
        // One sentence says more than one for each of its settings.
        if problems.iter().any(Problem::is_error) {
            let wrong = StructureProblem::OtherProgram { program };
            problems = vec![Problem::new(line, wrong)];
        } else {
            problems.push(Problem::new(line, DeckNotice::OtherProgram { program }));
            problems.sort_by_key(|problem| problem.line);
        }
    }
    problems.truncate(PROBLEMS_MAX);
    traced.problems = problems;
    traced
}

fn slides(text: &str, problems: &mut Vec<Problem>) -> DeckTrace {
    let mut traced = DeckTrace {
        deck: Deck::default(),
        problems: Vec::new(),
        head: None,
        slides: Vec::new(),
    };
    let Some(text) = cleaned(Edition::Latest, text, problems) else {
        return traced;
    };
    if let Some(line) = program::fenced(&text) {
        problems.push(Problem::new(line, DeckNotice::Fenced));
    }
    let source = source::split(&text, Edition::Latest, problems);
    let (deck, places) = fill(Edition::Latest, &source, |_| {}, problems);
    let read = places.into_iter().map(|place| SlideTrace {
        lines: place.lines.span,
        is_named: place.is_named,
        unread: place.unread,
    });
    let unread = |lines| SlideTrace {
        lines,
        is_named: false,
        unread: true,
    };
    let more = source.sections.iter().skip(DECK_SLIDES);
    let lost = source.lost.map(|start| start..text.split('\n').count());
    traced.slides = read
        .chain(more.map(|section| section.lines.clone()).map(unread))
        .chain(lost.map(unread))
        .collect();
    problems.extend(source.sections.get(DECK_SLIDES).map(too_many));
    traced.head = source.front_lines;
    traced.deck = deck;
    traced
}
