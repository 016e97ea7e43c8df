//! Answers in columns under headings. An answer says itself where it stands: it begins with the
//! heading and a colon.

use shared::question::open::{OpenAnswer, under};
use shared::rules::Rules;

use super::card::{Card, FRAME};
use super::page_filling::{BETWEEN, WallColumn};
use crate::charts::measure::wrap;

/// The width of all columns, between two of them, and what a card takes of its own.
const WIDE: f64 = 1744.0;
const GAP: f64 = 24.0;
const INSIDE: f64 = 56.0;
/// The letters of a card.
pub const TEXT: f64 = 36.0;
/// The letters of a heading, its line, and what stands below it.
const SIZE: f64 = 40.0;
const LINE: f64 = 46.0;
const BELOW: f64 = 31.0;

/// What answers stand under, and how that is said.
#[derive(Clone, Copy)]
pub struct Headings<'h> {
    pub headings: &'h [String],
    pub rules: Rules,
}

impl Headings<'_> {
    /// Pages on which every heading has a column, with what comes next under it. What stands under
    /// none has one more.
    pub fn pages<'a>(
        self,
        answers: &[&'a OpenAnswer],
        room: f64,
        voted: bool,
    ) -> Vec<Vec<WallColumn<'a>>> {
        let headings = self.headings;
        let place =
            |answer: &OpenAnswer| self.find(answer).map_or(headings.len(), |(place, _)| place);
        let homeless = answers.iter().any(|answer| place(answer) == headings.len());
        let columns = headings.len() + usize::from(homeless);
        let measure = (WIDE - GAP * (columns - 1) as f64) / columns as f64;
        let room = room - Self::above(headings, measure);
        let card = Card {
            size: TEXT,
            frame: FRAME,
            measure: measure - INSIDE,
            room,
            voted,
        };
        let stacks = (0..columns).map(|column| {
            let under = answers
                .iter()
                .copied()
                .filter(|answer| place(answer) == column);
            self.stack(under, card)
        });
        let mut stacks: Vec<Vec<WallColumn<'a>>> = stacks.collect();
        let pages = stacks.iter().map(Vec::len).max().unwrap_or(0);
        let mut page = |number: usize| {
            stacks
                .iter_mut()
                .map(|stack| stack.get_mut(number).map(std::mem::take))
                .collect()
        };
        (0..pages)
            .map(|number| -> Vec<Option<WallColumn<'a>>> { page(number) })
            .map(filled)
            .collect()
    }

    /// What headings take above columns of that width.
    pub fn above(headings: &[String], measure: f64) -> f64 {
        let lines = headings
            .iter()
            .map(|heading| wrap(heading, SIZE, 750, measure, usize::MAX).len());
        BELOW + lines.max().unwrap_or(1) as f64 * LINE
    }

    /// One column's answers, as many on each page as have room; one that is higher than a page goes
    /// on on the next.
    fn stack<'a>(
        self,
        answers: impl Iterator<Item = &'a OpenAnswer>,
        card: Card,
    ) -> Vec<WallColumn<'a>> {
        let mut pages: Vec<WallColumn<'a>> = Vec::new();
        let mut used = f64::INFINITY;
        let text = |answer: &'a OpenAnswer| {
            self.find(answer)
                .map_or(answer.text.as_str(), |(_, rest)| rest)
        };
        for piece in answers.flat_map(|answer| card.pieces(answer, text(answer))) {
            let high = piece.height;
            match pages.last_mut() {
                Some(page) if used + BETWEEN + high <= card.room => {
                    page.push(piece);
                    used += BETWEEN + high;
                }
                _ => {
                    pages.push(vec![piece]);
                    used = high;
                }
            }
        }
        pages
    }

    fn find(self, answer: &OpenAnswer) -> Option<(usize, &str)> {
        under(self.headings, &answer.text, self.rules)
    }
}

fn filled<'a>(columns: Vec<Option<WallColumn<'a>>>) -> Vec<WallColumn<'a>> {
    columns.into_iter().map(Option::unwrap_or_default).collect()
}

/// The class of a wall of so many columns.
pub fn class(columns: usize) -> &'static str {
    match columns {
        1 => "wall one",
        2 => "wall two",
        3 => "wall",
        4 => "wall four",
        _ => "wall five",
    }
}
