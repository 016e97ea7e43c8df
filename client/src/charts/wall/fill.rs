//! Filling pages of columns from top to bottom. Knows heights and no texts.

use shared::question::open::OpenAnswer;

/// Cards on one page, at most.
pub const PAGE: usize = 12;
/// Between two cards.
pub const BETWEEN: f64 = 18.0;

/// One column of cards.
pub type Column<'a> = Vec<&'a OpenAnswer>;

/// The room of a page.
#[derive(Clone, Copy, Debug)]
pub struct Shelf {
    /// Columns side by side.
    pub columns: usize,
    /// Height of a column.
    pub room: f64,
}

impl Shelf {
    /// Pages that hold every card once, in order. A card that is higher than a column gets a page of its own.
    pub fn fill<'a>(self, answers: Vec<&'a OpenAnswer>, height: impl Fn(&OpenAnswer) -> f64) -> Vec<Vec<Column<'a>>> {
        let mut pages: Vec<Vec<Column<'a>>> = Vec::new();
        let mut used = 0.0;
        for answer in answers {
            let high = height(answer);
            let wanted = match pages.last() {
                Some(page) => self.place_on(page, used, high),
                None => Place::NextPage,
            };
            match (wanted, pages.last_mut()) {
                (Place::Below, Some(page)) => page.last_mut().into_iter().for_each(|column| column.push(answer)),
                (Place::NextColumn, Some(page)) => page.push(vec![answer]),
                _ => pages.push(vec![vec![answer]]),
            }
            used = if wanted == Place::Below { used + BETWEEN + high } else { high };
        }
        pages.into_iter().map(|page| self.spread(page)).collect()
    }

    fn place_on(self, page: &[Column<'_>], used: f64, high: f64) -> Place {
        let cards: usize = page.iter().map(Vec::len).sum();
        if cards >= PAGE || high > self.room || (cards == 1 && used > self.room) {
            return Place::NextPage;
        }
        match (used + BETWEEN + high <= self.room, page.len() < self.columns) {
            (true, _) => Place::Below,
            (false, true) => Place::NextColumn,
            (false, false) => Place::NextPage,
        }
    }

    /// As few cards as there are columns stand side by side instead of below each other.
    fn spread(self, page: Vec<Column<'_>>) -> Vec<Column<'_>> {
        match page.as_slice() {
            [only] if (2..=self.columns).contains(&only.len()) => only.iter().map(|answer| vec![*answer]).collect(),
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
