//! What got the most votes, once voting is over: five rows with their ranks, and then all others.

use std::collections::BTreeMap;

use shared::ids::AnswerId;
use shared::question::open::OpenAnswer;

use super::card::{Card, WallCard};
use super::page_filling::{BETWEEN, PAGE, PageSpace, WallColumn};
use super::sizing::{SIZES, WIDTH};

/// So many are shown by themselves.
pub const TOP: usize = 5;
/// What a rank and the votes take of a row, and what is above and below its lines.
pub const BESIDE: f64 = 228.0;
pub const FRAME: f64 = 16.0;
/// Where five long ones have no room in the smallest letters of a wall.
const SMALLEST: (f64, &str) = (30.0, "at-30");

/// The pages that tell of these, and the class of their size: one, unless they have no room on it.
pub fn pages<'a>(
    answers: &[&'a OpenAnswer],
    room: f64,
) -> (Vec<Vec<WallColumn<'a>>>, &'static str) {
    let mut sizes = SIZES.into_iter().chain([SMALLEST]);
    let pieces = |size: f64| -> Vec<WallCard<'a>> {
        let row = Card {
            size,
            frame: FRAME,
            measure: WIDTH - BESIDE,
            room,
            voted: false,
        };
        let each = answers.iter().enumerate();
        each.flat_map(|(number, answer)| {
            row.pieces(answer, &answer.text)
                .into_iter()
                .map(move |it| WallCard { number, ..it })
        })
        .collect()
    };
    let high = |pieces: &[WallCard<'_>]| {
        pieces
            .iter()
            .map(|piece| piece.height + BETWEEN)
            .sum::<f64>()
            - BETWEEN
    };
    let (size, class) = sizes
        .find(|(size, _)| high(&pieces(*size)) <= room)
        .unwrap_or(SIZES[SIZES.len() - 1]);
    (
        PageSpace {
            columns: 1,
            room,
            cards: PAGE,
        }
        .balanced(pieces(size)),
        class,
    )
}

/// How many of these, the most voted first, are shown by themselves.
pub fn top(answers: &[&OpenAnswer]) -> usize {
    let voted = answers.iter().take_while(|answer| answer.votes > 0);
    voted.count().min(TOP)
}

/// The rank of each answer.
pub fn by_answer(answers: &[&OpenAnswer]) -> BTreeMap<AnswerId, usize> {
    let ids = answers.iter().map(|answer| answer.id);
    ids.zip(ranks(answers)).collect()
}

/// The ranks of answers that stand in the order of their votes: who has as many votes has the same,
/// and the next are passed over.
pub fn ranks(answers: &[&OpenAnswer]) -> Vec<usize> {
    let mut ranks: Vec<usize> = Vec::with_capacity(answers.len());
    for (at, answer) in answers.iter().enumerate() {
        let tie = at
            .checked_sub(1)
            .filter(|before| answers[*before].votes == answer.votes)
            .map(|before| ranks[before]);
        ranks.push(tie.unwrap_or(at + 1));
    }
    ranks
}
