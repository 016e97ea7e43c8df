//! Filling pages of columns from top to bottom. Knows heights and no texts.

use super::piece::Piece;

/// Cards on one page, at most.
pub const PAGE: usize = 12;
/// Between two cards.
pub const BETWEEN: f64 = 18.0;

/// One column of cards.
pub type Column<'a> = Vec<Piece<'a>>;

/// The room of a page.
#[derive(Clone, Copy, Debug)]
pub struct Shelf {
    /// Columns side by side.
    pub columns: usize,
    /// Height of a column.
    pub room: f64,
}

impl Shelf {
    /// Pages that hold every card once, in order. A card that is to be alone gets a page of its own.
    pub fn fill(self, pieces: Vec<Piece<'_>>) -> Vec<Vec<Column<'_>>> {
        let mut pages: Vec<Vec<Column<'_>>> = Vec::new();
        let mut used = 0.0;
        for piece in pieces {
            let high = piece.height;
            let wanted = match pages.last() {
                Some(page) => self.place_on(page, used, &piece),
                None => Place::NextPage,
            };
            match (wanted, pages.last_mut()) {
                (Place::Below, Some(page)) => match page.last_mut() {
                    Some(column) => column.push(piece),
                    None => page.push(vec![piece]),
                },
                (Place::NextColumn, Some(page)) => page.push(vec![piece]),
                _ => pages.push(vec![vec![piece]]),
            }
            used = if wanted == Place::Below { used + BETWEEN + high } else { high };
        }
        pages.into_iter().map(|page| self.spread(page)).collect()
    }

    fn place_on(self, page: &[Column<'_>], used: f64, piece: &Piece<'_>) -> Place {
        let cards: usize = page.iter().map(Vec::len).sum();
        let kept = page.iter().flatten().any(|piece| piece.alone);
        if cards >= PAGE || kept || piece.alone {
            return Place::NextPage;
        }
        match (used + BETWEEN + piece.height <= self.room, page.len() < self.columns) {
            (true, _) => Place::Below,
            (false, true) => Place::NextColumn,
            (false, false) => Place::NextPage,
        }
    }

    /// As few cards as there are columns stand side by side instead of below each other.
    fn spread(self, mut page: Vec<Column<'_>>) -> Vec<Column<'_>> {
        match page.as_slice() {
            [only] if (2..=self.columns).contains(&only.len()) => {
                page.swap_remove(0).into_iter().map(|piece| vec![piece]).collect()
            }
            _ => page,
        }
    }
}

/// Where the next card goes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Below,
    NextColumn,
    NextPage,
}
