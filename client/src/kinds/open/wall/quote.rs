//! One answer that has the page to itself, as large as it can be.

use std::borrow::Cow;

use shared::question::open::OpenAnswer;

use super::card::{WallCard, split};
use crate::charts::measure::wrap;

/// The measure of the text, and its lines' distance by the size of its letters.
const MEASURE: f64 = 1400.0;
const LEADING: f64 = 1.2;
/// Sizes and their classes, the largest first. The sizes are those of the style.
const SIZES: [(f64, &str); 6] = [
    (112.0, "wall single largest"),
    (88.0, "wall single large"),
    (68.0, "wall single"),
    (54.0, "wall single long"),
    (44.0, "wall single longer"),
    (36.0, "wall single longest"),
];
/// The smallest letters.
const SMALLEST: f64 = 36.0;

/// An answer on one page, or on as many as it takes in the smallest letters.
pub fn pieces(answer: &OpenAnswer, room: f64) -> Vec<WallCard<'_>> {
    if fits(&answer.text, SMALLEST, room) {
        return vec![WallCard {
            answer,
            number: 0,
            text: Cow::Borrowed(&answer.text),
            height: room,
            alone: true,
        }];
    }
    let capacity = (room / (SMALLEST * LEADING)).floor().max(1.0) as usize;
    let piece = |text| WallCard {
        answer,
        number: 0,
        text: Cow::Owned(text),
        height: room,
        alone: true,
    };
    split(&answer.text, SMALLEST, MEASURE, capacity)
        .into_iter()
        .map(piece)
        .collect()
}

/// Answers one after the other, a page for each piece.
pub fn pages<'a>(answers: &[&'a OpenAnswer], room: f64) -> Vec<Vec<Vec<WallCard<'a>>>> {
    let mut pages = Vec::new();
    for (number, answer) in answers.iter().enumerate() {
        let numbered = pieces(answer, room)
            .into_iter()
            .map(|piece| vec![vec![WallCard { number, ..piece }]]);
        pages.extend(numbered);
    }
    pages
}

/// The class of the largest size in which a text has room; of an answer that goes on, all pages
/// have the smallest.
pub fn class(piece: &WallCard<'_>, room: f64) -> &'static str {
    let whole = matches!(piece.text, Cow::Borrowed(_));
    let size = SIZES
        .iter()
        .find(|(size, _)| whole && fits(&piece.text, *size, room));
    size.unwrap_or(&SIZES[SIZES.len() - 1]).1
}

fn fits(text: &str, size: f64, room: f64) -> bool {
    let lines = text
        .lines()
        .map(|line| wrap(line, size, 600, MEASURE, usize::MAX).len().max(1));
    lines.sum::<usize>() as f64 * size * LEADING <= room
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(chars: usize) -> OpenAnswer {
        OpenAnswer {
            id: shared::ids::AnswerId(1),
            text: "woord ".repeat(chars / 6),
            votes: 0,
            at: 0,
        }
    }

    #[test]
    fn a_long_answer_alone_gets_smaller_letters_until_it_has_room() {
        let of = |chars: usize| class(&pieces(&answer(chars), 616.0)[0], 616.0);
        assert_eq!(
            [of(60), of(150), of(200), of(1000)],
            [
                "wall single largest",
                "wall single large",
                "wall single",
                "wall single longest"
            ]
        );
    }

    #[test]
    fn one_that_has_no_room_in_the_smallest_letters_goes_on() {
        let long = answer(1000);
        let pieces = pieces(&long, 200.0);
        assert!(pieces.len() > 1);
        assert!(
            pieces
                .iter()
                .all(|piece| fits(&piece.text, SMALLEST, 200.0 + SMALLEST))
        );
        assert_eq!(class(&pieces[1], 200.0), "wall single longest");
    }
}
