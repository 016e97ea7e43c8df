//! A page once more, for flat screens: the same answers in more and wider columns, as large as they
//! have room there. Where they have none in letters that the last row reads, such a screen shows
//! the page for wide ones, smaller.

use super::card::{Card, FRAME, WallCard};
use super::headed::{self, Headings};
use super::page_filling::{PageSpace, WallColumn, heights};
use super::sizing::{GAP, INSIDE, SIZES};
use super::{BESIDE, ranked};
use crate::charts::measure::width;

/// The width of a page on the narrowest flat screen.
const WIDTH: f64 = 1820.0;
/// Heights for which pages are filled, and their classes. The heights are those of the style, which
/// draws a page smaller where a screen has less.
const ROOMS: [(f64, &str); 6] = [
    (180.0, "low-180"),
    (240.0, "low-240"),
    (300.0, "low-300"),
    (340.0, "low-340"),
    (380.0, "low-380"),
    (460.0, "low-460"),
];
/// Sizes besides those of a wall: a flat screen has more units in its height, so 28 is as large to
/// the eye as 34 on a wide one. The last is for full pages of long answers.
const SMALLER: [(f64, &str); 3] = [(30.0, "at-30"), (28.0, "at-28"), (26.0, "at-26")];

/// What a page is.
#[derive(Clone, Copy, Debug)]
pub enum WallPageKind<'h> {
    /// Cards in so many columns at most, beside whose text something takes so much, with votes
    /// below it or not.
    Cards {
        columns: usize,
        listed: bool,
        voted: bool,
    },
    /// Columns under headings.
    Headed { headings: &'h [String], voted: bool },
    /// The five with the most votes.
    Ranked,
}

/// A page as it is drawn.
#[derive(Debug)]
pub struct WallPage<'a> {
    pub columns: Vec<WallColumn<'a>>,
    /// The class of the columns, of the letters' size, and of the height.
    pub class: [&'static str; 3],
}

/// The class and the height of what is left on a flat screen.
fn room(left: f64) -> (f64, &'static str) {
    ROOMS
        .into_iter()
        .find(|(height, _)| left <= *height + 1.0)
        .unwrap_or(ROOMS[ROOMS.len() - 1])
}

/// The page in the largest letters in which it and `others` of its kind have room.
pub fn laid<'a>(
    kind: WallPageKind<'_>,
    page: &[WallColumn<'a>],
    others: &[&[WallColumn<'a>]],
    left: f64,
) -> Option<WallPage<'a>> {
    let (high, room_class) = room(left);
    let most = std::iter::once(&page)
        .chain(others)
        .map(|page| page.iter().map(Vec::len).sum::<usize>())
        .max()
        .unwrap_or(1);
    let sizes = SIZES.into_iter().chain(SMALLER);
    let mut looks = sizes.flat_map(|(size, class)| {
        kind.columns(page, most)
            .map(move |columns| (size, class, columns))
    });
    let pages: Vec<(&[WallColumn<'a>], Vec<Vec<f64>>)> = std::iter::once(&page)
        .chain(others)
        .map(|page| (*page, widths(page)))
        .collect();
    looks.find_map(|(size, size_class, columns)| {
        let card = kind.card(size, columns, high);
        // Breaking all texts into lines for every look would take longer than a vote does.
        if pages.iter().any(|(_, widths)| card.hopeless(widths)) {
            return None;
        }
        let others = pages[1..]
            .iter()
            .all(|(page, _)| card.filled(page).is_some());
        let columns = WallPage {
            columns: card.filled(page)?,
            class: [kind.class(columns), size_class, room_class],
        };
        others.then_some(columns)
    })
}

/// How wide the paragraphs of each card are, in letters of size 1.
fn widths(page: &[WallColumn<'_>]) -> Vec<Vec<f64>> {
    let of = |piece: &WallCard<'_>| {
        piece
            .text
            .lines()
            .map(|text| width(text, 1.0, 400))
            .collect()
    };
    page.iter().flatten().map(of).collect()
}

impl WallPageKind<'_> {
    /// Numbers of columns that are tried, the most first, where the fullest page has so many
    /// answers.
    fn columns(self, page: &[WallColumn<'_>], most: usize) -> impl Iterator<Item = usize> + use<> {
        let most = match self {
            Self::Cards { columns, .. } => columns.min(most).max(1),
            Self::Headed { .. } => page.len(),
            Self::Ranked => 1,
        };
        let least = if matches!(self, Self::Headed { .. }) {
            most
        } else {
            1
        };
        (least..=most).rev()
    }

    fn class(self, columns: usize) -> &'static str {
        match self {
            Self::Ranked => "wall one ranked",
            Self::Cards { listed: true, .. } if columns == 1 => "wall one listed",
            Self::Cards { listed: true, .. } => "wall two listed",
            Self::Cards { .. } | Self::Headed { .. } => headed::class(columns),
        }
    }

    fn card(self, size: f64, columns: usize, room: f64) -> StyleCandidate {
        let measure = (WIDTH - GAP * (columns - 1) as f64) / columns as f64;
        let (frame, measure, voted, room) = match self {
            Self::Ranked => (ranked::FRAME, WIDTH - ranked::BESIDE, false, room),
            Self::Cards { listed, voted, .. } => (
                FRAME,
                measure - INSIDE - if listed { BESIDE } else { 0.0 },
                voted && !listed,
                room,
            ),
            Self::Headed { headings, voted } => (
                FRAME,
                measure - INSIDE,
                voted,
                room - Headings::above(headings, measure),
            ),
        };
        let card = Card {
            size,
            frame,
            measure,
            room,
            voted,
        };
        StyleCandidate {
            card,
            columns,
            room,
            apart: matches!(self, Self::Headed { .. }),
        }
    }
}

/// A look that is tried.
#[derive(Clone, Copy)]
struct StyleCandidate {
    card: Card,
    columns: usize,
    room: f64,
    /// Whether each column keeps its own answers.
    apart: bool,
}

impl StyleCandidate {
    /// Whether cards with paragraphs of such widths have no room, however their lines break.
    fn hopeless(self, widths: &[Vec<f64>]) -> bool {
        let high: f64 = widths
            .iter()
            .map(|paragraphs| self.card.least(paragraphs))
            .sum();
        high > self.room * self.columns as f64
    }

    /// The page in this look, where it has room.
    fn filled<'a>(self, page: &[WallColumn<'a>]) -> Option<Vec<WallColumn<'a>>> {
        let anew = |piece: &WallCard<'a>| WallCard {
            height: self.card.height(&piece.text),
            alone: false,
            ..piece.clone()
        };
        if self.apart {
            let columns: Vec<WallColumn<'a>> = page
                .iter()
                .map(|column| column.iter().map(anew).collect())
                .collect();
            let one = PageSpace {
                columns: 1,
                room: self.room,
                cards: usize::MAX,
            };
            let holds = |column: &WallColumn<'a>| {
                one.count(&heights(column)) <= 1 && fits(column, self.room)
            };
            return columns.iter().all(holds).then_some(columns);
        }
        let mut pieces: Vec<WallCard<'a>> = page.iter().flatten().map(anew).collect();
        pieces.sort_by_key(|piece| piece.number);
        if !fits(&pieces, self.room) {
            return None;
        }
        let mut pages = PageSpace {
            columns: self.columns,
            room: self.room,
            cards: usize::MAX,
        }
        .fill(pieces);
        (pages.len() == 1).then(|| pages.remove(0))
    }
}

/// Whether each card has room by itself.
fn fits(pieces: &[WallCard<'_>], room: f64) -> bool {
    pieces.iter().all(|piece| piece.height <= room)
}
