//! Filling pages of columns. Knows heights and no texts.
//!
//! The next card goes where there is most room, so columns end alike, and no card moves when
//! another one comes after it.

use super::card::WallCard;

/// Cards on one page, at most.
pub const PAGE: usize = 12;
/// Between two cards.
pub const BETWEEN: f64 = 18.0;
/// How often the height is halved in which pages are balanced.
const HALVINGS: usize = 7;

/// One column of cards.
pub type WallColumn<'a> = Vec<WallCard<'a>>;

/// The room of a page.
#[derive(Clone, Copy, Debug)]
pub struct PageSpace {
    /// Columns side by side.
    pub columns: usize,
    /// Height of a column.
    pub room: f64,
    /// Cards on one page, at most.
    pub cards: usize,
}

impl PageSpace {
    /// Pages that hold every card once, in order. A card that is to be alone gets a page of its
    /// own.
    pub fn fill(self, pieces: Vec<WallCard<'_>>) -> Vec<Vec<WallColumn<'_>>> {
        let places = self.places(&heights(&pieces));
        let mut pages: Vec<Vec<WallColumn<'_>>> = Vec::new();
        for (piece, (page, column)) in pieces.into_iter().zip(places) {
            if pages.len() == page {
                pages.push(Vec::new());
            }
            let columns = &mut pages[page];
            if columns.len() == column {
                columns.push(Vec::new());
            }
            columns[column].push(piece);
        }
        pages
    }

    /// As many pages, all about as full: of the lowest ones that hold everything, with so many
    /// cards each or more, those of which the emptiest is fullest.
    pub fn balanced(self, pieces: Vec<WallCard<'_>>) -> Vec<Vec<WallColumn<'_>>> {
        let high = heights(&pieces);
        let pages = self.count(&high);
        let even = high.len().div_ceil(pages.max(1)).min(self.cards);
        let shelves = (even..=self.cards)
            .map(|cards| Self { cards, ..self })
            .filter(|shelf| shelf.count(&high) <= pages);
        let shelves = shelves.map(|shelf| shelf.lowest(&high, pages));
        let best =
            shelves.max_by(|one, other| one.emptiest(&high).total_cmp(&other.emptiest(&high)));
        best.unwrap_or(self).fill(pieces)
    }

    /// As low as it holds everything on so many pages.
    fn lowest(self, cards: &[(f64, bool)], pages: usize) -> Self {
        let (mut enough, mut few) = (self.room, 0.0);
        for _ in 0..HALVINGS {
            let room = f64::midpoint(enough, few);
            match (Self { room, ..self }).count(cards) {
                count if count <= pages => enough = room,
                _ => few = room,
            }
        }
        Self {
            room: enough,
            ..self
        }
    }

    /// What stands on the emptiest page, as the sum of its heights.
    fn emptiest(self, cards: &[(f64, bool)]) -> f64 {
        let mut pages: Vec<f64> = Vec::new();
        for ((page, _), (height, _)) in self.places(cards).into_iter().zip(cards) {
            pages.resize(pages.len().max(page + 1), 0.0);
            pages[page] += height;
        }
        pages.into_iter().reduce(f64::min).unwrap_or_default()
    }

    /// How many pages cards of these heights take, of which some are to be alone.
    pub fn count(self, cards: &[(f64, bool)]) -> usize {
        self.places(cards).last().map_or(0, |(page, _)| page + 1)
    }

    /// The page and the column of each.
    fn places(self, all: &[(f64, bool)]) -> Vec<(usize, usize)> {
        let empty = vec![0.0; self.columns.max(1)];
        let mut places = Vec::with_capacity(all.len());
        let (mut page, mut cards, mut kept, mut used) = (0, 0, false, empty.clone());
        for (height, alone) in all.iter().copied() {
            let (lowest, high) = lowest(&used);
            let below = if high > 0.0 {
                high + BETWEEN + height
            } else {
                height
            };
            let turns = cards > 0 && (cards >= self.cards || kept || alone || below > self.room);
            let (column, high) = if turns { (0, height) } else { (lowest, below) };
            if turns {
                (page, cards) = (page + 1, 0);
                used.clone_from(&empty);
            }
            used[column] = high;
            places.push((page, column));
            (cards, kept) = (cards + 1, alone);
        }
        places
    }
}

/// The heights of cards, and which are to be alone.
pub fn heights(pieces: &[WallCard<'_>]) -> Vec<(f64, bool)> {
    pieces
        .iter()
        .map(|piece| (piece.height, piece.alone))
        .collect()
}

/// The column with the most room, the first of several.
fn lowest(used: &[f64]) -> (usize, f64) {
    let first = (0, used.first().copied().unwrap_or_default());
    used.iter().copied().enumerate().fold(
        first,
        |best, next| if next.1 < best.1 { next } else { best },
    )
}
