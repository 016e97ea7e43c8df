//! In which order the slides of two texts stand in one: as theirs do, with what mine moved and
//! added put behind what it stands behind in mine.

use super::pairing::paired;
use super::{Chunks, is_same};
use crate::deck::edit::DeckText;

/// A slide by its place in each text in which it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct MergeEntry {
    pub base: Option<usize>,
    pub mine: Option<usize>,
    pub theirs: Option<usize>,
}

/// Every slide that one of two still has, in order.
pub(super) fn entries(
    [base, mine, theirs]: [&DeckText; 3],
    [of_base, of_mine, of_theirs]: &[Chunks<'_>; 3],
) -> Vec<MergeEntry> {
    let by_mine = paired((base, of_base), (mine, of_mine));
    let by_theirs = paired((base, of_base), (theirs, of_theirs));
    let mut in_mine = vec![None; base.slides().len()];
    for (place, pair) in by_mine.iter().enumerate() {
        pair.iter().for_each(|base| in_mine[*base] = Some(place));
    }
    let mut list: Vec<MergeEntry> = by_theirs
        .iter()
        .enumerate()
        .map(|(place, base)| MergeEntry {
            base: *base,
            mine: base.and_then(|base| in_mine[base]),
            theirs: Some(place),
        })
        .collect();
    meet_what_both_added(&mut list, (&by_mine, of_mine), of_theirs);
    for place in moved(&by_mine) {
        if let Some(at) = list.iter().position(|entry| entry.mine == Some(place)) {
            let entry = list.remove(at);
            insert(&mut list, entry, place);
        }
    }
    for (place, base) in by_mine.iter().enumerate() {
        if list.iter().all(|entry| entry.mine != Some(place)) {
            let entry = MergeEntry {
                base: *base,
                mine: Some(place),
                theirs: None,
            };
            insert(&mut list, entry, place);
        }
    }
    list
}

/// What both added with the same words is one slide.
fn meet_what_both_added(
    list: &mut [MergeEntry],
    (by_mine, of_mine): (&[Option<usize>], &Chunks<'_>),
    of_theirs: &Chunks<'_>,
) {
    let added = by_mine
        .iter()
        .enumerate()
        .filter(|(_, base)| base.is_none());
    for (place, _) in added {
        let same = |entry: &&mut MergeEntry| {
            let theirs = entry
                .theirs
                .filter(|_| entry.base.is_none() && entry.mine.is_none());
            theirs.is_some_and(|theirs| {
                is_same(of_theirs.slides[theirs].text, of_mine.slides[place].text)
            })
        };
        if let Some(entry) = list.iter_mut().find(same) {
            entry.mine = Some(place);
        }
    }
}

/// Puts a slide behind the nearest one that stands before it in mine.
fn insert(list: &mut Vec<MergeEntry>, entry: MergeEntry, place: usize) {
    let before = (0..place).rev();
    let mut found =
        before.filter_map(|before| list.iter().position(|entry| entry.mine == Some(before)));
    let at = found.next().map_or(0, |before| before + 1);
    list.insert(at, entry);
}

/// The places whose slides were moved: all but the most that are still in their old order.
fn moved(pairs: &[Option<usize>]) -> Vec<usize> {
    let kept: Vec<(usize, usize)> = pairs
        .iter()
        .enumerate()
        .filter_map(|(place, base)| Some((place, (*base)?)))
        .collect();
    // The longest run that rises, by the length of the best one that ends at each.
    let mut best: Vec<(usize, Option<usize>)> = Vec::with_capacity(kept.len());
    for (index, (_, base)) in kept.iter().enumerate() {
        let before = (0..index).filter(|before| kept[*before].1 < *base);
        let before = before.max_by_key(|before| (best[*before].0, usize::MAX - *before));
        best.push((before.map_or(1, |before| best[before].0 + 1), before));
    }
    let mut at = (0..kept.len()).max_by_key(|index| (best[*index].0, usize::MAX - *index));
    let mut stays = vec![false; kept.len()];
    while let Some(index) = at {
        stays[index] = true;
        at = best[index].1;
    }
    let places = kept.iter().zip(stays);
    let moved = places.filter(|(_, stays)| !stays);
    moved.map(|((place, _), _)| *place).collect()
}
