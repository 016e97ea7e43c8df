//! How large a wall is written, and in how many columns: as large as all of it has room on one
//! page, else on as few pages as there can be.

use shared::question::open::OpenAnswer;

use super::card::{Card, FRAME, WallCard};
use super::page_filling::{PAGE, PageSpace, heights};
use crate::charts::measure::width;

/// The sizes of a card's letters and their classes, the largest first. The sizes are those of the
/// style; nothing on a stage is smaller than the last.
pub const SIZES: [(f64, &str); 7] = [
    (60.0, "at-60"),
    (54.0, "at-54"),
    (48.0, "at-48"),
    (44.0, "at-44"),
    (40.0, "at-40"),
    (36.0, "at-36"),
    (34.0, "at-34"),
];
/// The width of a page, what lies between two columns, and what a card takes beside its text.
pub const WIDTH: f64 = 1744.0;
pub const GAP: f64 = 24.0;
pub const INSIDE: f64 = 56.0;
/// While answers come in, their look is that of so many of the first: more of them change nothing.
const FIRST: usize = 24;
/// So many looks are tried where there are too many answers to try all.
const TRIED: usize = 6;

/// A look.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WallStyle {
    pub size: f64,
    pub columns: usize,
}

/// What a wall has room for.
#[derive(Clone, Copy, Debug)]
pub struct WallSpace {
    pub height: f64,
    /// What stands beside the text of each card.
    pub beside: f64,
    /// Whether votes stand below the text.
    pub voted: bool,
    /// How many columns there may be.
    pub columns: usize,
}

impl WallSpace {
    /// The look of these answers. `growing`: more of them are to come.
    pub fn look(self, answers: &[&OpenAnswer], growing: bool) -> WallStyle {
        let best = self.best(answers);
        if growing && best.1 > 1 {
            self.best(&answers[..answers.len().min(FIRST)]).0
        } else {
            best.0
        }
    }

    /// The look in which they take the fewest pages, of several the largest, of those the one with
    /// most columns; and how many pages.
    fn best(self, answers: &[&OpenAnswer]) -> (WallStyle, usize) {
        let exact = answers.len() <= PAGE;
        let width = |text: &str| width(text, 1.0, 400);
        let widths = |answer: &&OpenAnswer| answer.text.lines().map(width).collect::<Vec<f64>>();
        // Breaking hundreds of texts into lines for every look would take longer than anybody
        // waits.
        let widths: Vec<Vec<f64>> = if exact {
            Vec::new()
        } else {
            answers.iter().map(widths).collect()
        };
        let mut looks: Vec<(WallStyle, usize)> = Vec::new();
        for (size, _) in SIZES {
            for columns in (1..=self.columns.min(answers.len().max(1))).rev() {
                let look = WallStyle { size, columns };
                let high = if exact {
                    heights(&self.pieces(look, answers))
                } else {
                    self.about(look, &widths)
                };
                looks.push((look, self.shelf(look).count(&high)));
            }
            if looks.iter().any(|(_, pages)| *pages <= 1) {
                break;
            }
        }
        looks.sort_by_key(|(_, pages)| *pages);
        // What was estimated may break into lines otherwise: the best few are tried.
        let some = &answers[..answers.len().min(FIRST)];
        let tried = looks.iter().take(if exact { 1 } else { TRIED });
        let pages = |look: WallStyle| self.shelf(look).count(&heights(&self.pieces(look, some)));
        let best = tried
            .min_by_key(|(look, _)| if exact { 0 } else { pages(*look) })
            .copied();
        best.unwrap_or((
            WallStyle {
                size: SIZES[SIZES.len() - 1].0,
                columns: self.columns,
            },
            0,
        ))
    }

    /// About how high the cards of that look are, and which are to be alone.
    fn about(self, look: WallStyle, widths: &[Vec<f64>]) -> Vec<(f64, bool)> {
        let (narrow, whole) = (self.card(look, look.columns), self.card(look, 1));
        let card = |paragraphs: &Vec<f64>| {
            let high = narrow.about(paragraphs);
            if high <= self.height {
                (high, false)
            } else {
                (whole.about(paragraphs), true)
            }
        };
        widths.iter().map(card).collect()
    }

    fn card(self, look: WallStyle, columns: usize) -> Card {
        let measure = (WIDTH - GAP * (columns - 1) as f64) / columns as f64 - INSIDE - self.beside;
        Card {
            size: look.size,
            frame: FRAME,
            measure,
            room: self.height,
            voted: self.voted,
        }
    }

    /// The cards of that look.
    pub fn pieces<'a>(self, look: WallStyle, answers: &[&'a OpenAnswer]) -> Vec<WallCard<'a>> {
        let (narrow, whole) = (self.card(look, look.columns), self.card(look, 1));
        let pieces = |(number, answer): (usize, &&'a OpenAnswer)| {
            let pieces = narrow.or_alone(whole, answer, &answer.text).into_iter();
            pieces
                .map(move |piece| WallCard { number, ..piece })
                .collect::<Vec<_>>()
        };
        answers.iter().enumerate().flat_map(pieces).collect()
    }

    pub fn shelf(self, look: WallStyle) -> PageSpace {
        PageSpace {
            columns: look.columns,
            room: self.height,
            cards: PAGE,
        }
    }
}

/// The class of a size.
pub fn class(size: f64) -> &'static str {
    SIZES
        .iter()
        .find(|(known, _)| *known <= size)
        .map_or(SIZES[SIZES.len() - 1].1, |(_, class)| class)
}
