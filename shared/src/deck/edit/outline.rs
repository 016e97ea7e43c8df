//! A deck's text with where its slides stand, also one with errors.

use std::ops::Range;

use super::lines::{RawLines, newline};
use crate::deck::grammar::trace::{DeckTrace, SlideTrace, trace};
use crate::deck::problem::Problem;
use crate::deck::{Deck, Slide, markdown};

/// A deck's text, and what it says as far as it can be read. Lines are counted from 1 and places in
/// bytes.
#[derive(Clone, Debug)]
pub struct DeckText {
    pub(super) text: String,
    pub(super) newline: &'static str,
    deck: Deck,
    problems: Vec<Problem>,
    head: Option<Range<usize>>,
    slides: Vec<SlideOutline>,
}

/// A slide where it stands in the text.
#[derive(Clone, Debug, PartialEq)]
pub struct SlideOutline {
    /// All of it but the separators and the blank lines around it. A blank line right under its
    /// separator belongs to it: without that its first line could be a setting.
    pub span: Range<usize>,
    /// The lines of it.
    pub lines: Range<usize>,
    /// What others call it; empty where it could not be read.
    pub id: String,
    /// Whether that is written, and not made of its heading or its place.
    pub is_named: bool,
    /// Its heading, or else how its text begins.
    pub title: String,
    /// What it is, in the word of the deck format.
    pub kind: &'static str,
    /// Whether next and previous pass it.
    pub skip: bool,
    /// Whether its settings, its kind or its text could not be read.
    pub unread: bool,
}

impl DeckText {
    /// Reads a text, whatever it says.
    pub fn read(text: impl Into<String>) -> Self {
        let text: String = text.into();
        let DeckTrace {
            deck,
            problems,
            head,
            slides,
        } = trace(&text);
        let lines = RawLines::of(&text);
        let outline = |(index, slide): (usize, &SlideTrace)| {
            let of = deck.slides.get(index);
            SlideOutline::of(slide, of, &lines)
        };
        Self {
            head: head.map(|head| lines.span(&head)),
            slides: slides.iter().enumerate().map(outline).collect(),
            newline: newline(&text),
            problems,
            deck,
            text,
        }
    }

    /// The text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// What it says. It can be used where no problem is an error.
    pub fn deck(&self) -> &Deck {
        &self.deck
    }

    /// All that is wrong with it, and what is worth knowing, in order of the lines.
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }

    /// The deck's own settings, with the separators around them.
    pub fn head(&self) -> Option<Range<usize>> {
        self.head.clone()
    }

    /// Its slides in order; the first of them are those of the deck.
    pub fn slides(&self) -> &[SlideOutline] {
        &self.slides
    }

    /// A slide's text.
    pub fn slide_text(&self, index: usize) -> Option<&str> {
        let slide = self.slides.get(index)?;
        Some(&self.text[slide.span.clone()])
    }

    /// The problems at the lines of a slide.
    pub fn problems_of(&self, index: usize) -> impl Iterator<Item = &Problem> {
        let lines = self.slides.get(index).map(|slide| slide.lines.clone());
        let lines = lines.unwrap_or_default();
        let all = self.problems.iter();
        all.filter(move |problem| lines.contains(&problem.line))
    }

    /// The slide in which a line stands, from 0.
    pub fn slide_at(&self, line: usize) -> Option<usize> {
        let mut slides = self.slides.iter();
        slides.position(|slide| slide.lines.contains(&line))
    }

    pub(super) fn head_text(&self) -> &str {
        self.head
            .as_ref()
            .map_or("", |head| &self.text[head.clone()])
    }

    pub(super) fn slide_texts(&self) -> Vec<&str> {
        let spans = self.slides.iter().map(|slide| slide.span.clone());
        spans.map(|span| &self.text[span]).collect()
    }
}

impl SlideOutline {
    fn of(trace: &SlideTrace, slide: Option<&Slide>, lines: &RawLines<'_>) -> Self {
        let trimmed = lines.trimmed(trace.lines.clone());
        Self {
            span: lines.span(&trimmed),
            lines: trimmed.start + 1..trimmed.end + 1,
            id: slide.map_or_else(String::new, |slide| slide.id.0.clone()),
            is_named: trace.is_named,
            title: slide.map_or_else(String::new, title),
            kind: slide.map_or("content", Slide::kind),
            skip: slide.is_some_and(|slide| slide.skip),
            unread: trace.unread,
        }
    }
}

/// A slide's heading, or the first line of its text.
pub(super) fn title(slide: &Slide) -> String {
    if let Some(prompt) = &slide.prompt {
        return prompt.clone();
    }
    let first = slide.body.lines().find(|line| !line.trim().is_empty());
    let text = markdown::plain(first.unwrap_or_default());
    text.lines().next().unwrap_or_default().trim().to_owned()
}
