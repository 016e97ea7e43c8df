//! Which slide of a changed text is which of the text before.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::Chunks;
use crate::deck::edit::DeckText;

/// For each slide the place of the one that it was, if it was there: the same text, else the same
/// id, else much the same lines, else the only one between the same neighbours.
pub(super) fn paired(
    (base, of_base): (&DeckText, &Chunks<'_>),
    (side, of_side): (&DeckText, &Chunks<'_>),
) -> Vec<Option<usize>> {
    let mut pairs = Pairs {
        of_side: vec![None; side.slides().len()],
        used: vec![false; base.slides().len()],
    };
    let text = |chunks: &Chunks<'_>, at: usize| chunks.slides[at].text.replace('\r', "");
    pairs.by(|at| Some(text(of_base, at)), |at| Some(text(of_side, at)));
    // An id that is made of a place is another slide's once one is added before it.
    let id = |deck: &DeckText, at: usize| {
        let slide = &deck.slides()[at];
        let of_its_own = slide.is_named || !slide.id.starts_with("slide-");
        (of_its_own && !slide.id.is_empty()).then(|| slide.id.clone())
    };
    pairs.by(|at| id(base, at), |at| id(side, at));
    pairs.by_lines(of_base, of_side);
    pairs.between_neighbours();
    pairs.of_side
}

struct Pairs {
    of_side: Vec<Option<usize>>,
    used: Vec<bool>,
}

impl Pairs {
    fn pair(&mut self, side: usize, base: usize) {
        self.of_side[side] = Some(base);
        self.used[base] = true;
    }

    /// Pairs what has the same sign, in order.
    fn by(
        &mut self,
        of_base: impl Fn(usize) -> Option<String>,
        of_side: impl Fn(usize) -> Option<String>,
    ) {
        let mut signs: HashMap<String, Vec<usize>> = HashMap::new();
        for base in (0..self.used.len()).rev().filter(|base| !self.used[*base]) {
            if let Some(sign) = of_base(base) {
                signs.entry(sign).or_default().push(base);
            }
        }
        for side in 0..self.of_side.len() {
            if self.of_side[side].is_some() {
                continue;
            }
            let places = of_side(side).and_then(|sign| signs.get_mut(&sign));
            if let Some(base) = places.and_then(Vec::pop) {
                self.pair(side, base);
            }
        }
    }

    /// Pairs what has at least half of its lines in common, the most alike first.
    fn by_lines(&mut self, of_base: &Chunks<'_>, of_side: &Chunks<'_>) {
        let lines = |text: &str| -> HashSet<String> {
            let lines = text.lines().map(str::trim);
            let said = lines.filter(|line| !line.is_empty() && *line != "---");
            said.map(str::to_owned).collect()
        };
        let free: Vec<_> = (0..self.used.len())
            .filter(|base| !self.used[*base])
            .collect();
        let free: Vec<_> = free
            .into_iter()
            .map(|base| (base, lines(of_base.slides[base].text)))
            .collect();
        let mut alike: BTreeMap<(usize, usize), Vec<usize>> = BTreeMap::new();
        for side in (0..self.of_side.len()).filter(|side| self.of_side[*side].is_none()) {
            let said = lines(of_side.slides[side].text);
            for (base, other) in &free {
                let common = said.intersection(other).count();
                if common > 0 && 2 * common >= said.len().min(other.len()) {
                    let distance = said.len() + other.len() - 2 * common;
                    alike.entry((distance, side)).or_default().push(*base);
                }
            }
        }
        for ((_, side), bases) in alike {
            let base = bases.into_iter().find(|base| !self.used[*base]);
            if let Some(base) = base.filter(|_| self.of_side[side].is_none()) {
                self.pair(side, base);
            }
        }
    }

    fn between_neighbours(&mut self) {
        for side in 0..self.of_side.len() {
            if self.of_side[side].is_some() {
                continue;
            }
            let base = match side.checked_sub(1) {
                Some(before) => match self.of_side[before] {
                    Some(before) => before + 1,
                    None => continue,
                },
                None => 0,
            };
            let next = self.of_side.get(side + 1).copied();
            let closes = next.map_or(base + 1 == self.used.len(), |next| next == Some(base + 1));
            if closes && self.used.get(base) == Some(&false) {
                self.pair(side, base);
            }
        }
    }
}
