//! Where each word of a cloud is to stand, as words stand and count now.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::letters::{breadth, extent};
use super::{CellGrid, CellRect, Given, LetterScale, Plane, WordExtent, WordStyle, around};

/// While answers come in, a word moves others aside only when it is to be so much larger.
const GROWN: f64 = 1.2;
/// So many words make room at most for one that grows, before it looks for another place itself.
const MADE_WAY: usize = 2;
/// Words that take more of the plane are not tried to be put onto it.
const CROWDED: f64 = 0.8;
/// Words that would take less are written larger.
const ROOMY: f64 = 0.35;

/// Where words are to stand, the most frequent first. A word that is not in it has no room.
#[derive(Clone, Debug, PartialEq)]
pub struct CloudPlan {
    pub scale: LetterScale,
    /// Whether it puts everything right, whoever moves for it.
    pub at_rest: bool,
    pub looks: Vec<(String, WordStyle)>,
    by_key: BTreeMap<String, usize>,
}

impl CloudPlan {
    fn new(scale: LetterScale, at_rest: bool, looks: Vec<(String, WordStyle)>) -> Self {
        let by_key = looks
            .iter()
            .enumerate()
            .map(|(at, (key, _))| (key.clone(), at))
            .collect();
        Self {
            scale,
            at_rest,
            looks,
            by_key,
        }
    }

    /// A word that has room, with the plan's own key.
    pub fn get(&self, key: &str) -> Option<(&str, &WordStyle)> {
        let (key, look) = &self.looks[*self.by_key.get(key)?];
        Some((key, look))
    }
}

impl Plane {
    /// The plan for these words, the most frequent first. At rest every word gets the size that its
    /// count has, whoever moves for it.
    pub fn plan(&self, given: &[Given], at_rest: bool) -> CloudPlan {
        let most = given.first().map_or(1, |word| word.count);
        let (largest, tightest) = (LetterScale::of_most(most), LetterScale::tightest(most));
        let mut scale = self.scale.max(largest);
        if at_rest {
            scale = scale.min(tightest);
            while scale > largest && self.share(given, scale.larger(2, largest)) <= ROOMY {
                scale = scale.larger(1, largest);
            }
        }
        while scale < tightest && self.share(given, scale) > CROWDED {
            scale = scale.smaller();
        }
        loop {
            let planning = Planning::new(self, given, scale, at_rest);
            match planning.finish(given, scale >= tightest) {
                Some(looks) => return CloudPlan::new(scale, at_rest, looks),
                None => scale = scale.smaller(),
            }
        }
    }

    /// How much of the plane the words would take.
    fn share(&self, given: &[Given], scale: LetterScale) -> f64 {
        let (columns, rows) = self.cells();
        let cells = |word: &Given| {
            let WordExtent { width, height, .. } = extent(&word.text, scale.size(word.count));
            if width <= columns { width * height } else { 0 }
        };
        given.iter().map(cells).sum::<usize>() as f64 / (columns * rows) as f64
    }
}

struct Planning<'a> {
    plane: &'a Plane,
    scale: LetterScale,
    at_rest: bool,
    /// By words that are planned.
    taken: CellGrid,
    /// Words that are not, where they stand.
    standing: BTreeMap<&'a str, (u64, CellRect)>,
    /// What neither of them takes; nothing once it is no longer true.
    open: Option<CellGrid>,
    /// Words that have no room: how often they were given, and how wide they are.
    left_out: Vec<(u64, f64)>,
    looks: Vec<(String, WordStyle)>,
}

impl<'a> Planning<'a> {
    fn new(plane: &'a Plane, given: &'a [Given], scale: LetterScale, at_rest: bool) -> Self {
        let mut standing = BTreeMap::new();
        for word in given {
            if let Some(known) = plane.words.get(&word.key) {
                let size = known.look.size.min(scale.size(word.count));
                let area = around(known.look.area, extent(&known.look.text, size))
                    .unwrap_or(known.look.area);
                standing.insert(word.key.as_str(), (word.count, area));
            }
        }
        let (taken, left_out, looks) = (plane.free(), Vec::new(), Vec::new());
        Self {
            plane,
            scale,
            at_rest,
            taken,
            standing,
            open: None,
            left_out,
            looks,
        }
    }

    /// Plans all; nothing where a word has no room that smaller letters would have, and these are
    /// not the smallest.
    fn finish(mut self, given: &[Given], tightest: bool) -> Option<Vec<(String, WordStyle)>> {
        let mut order: Vec<&Given> = given.iter().collect();
        order.sort_by_key(|word| {
            (
                Reverse(word.count),
                !self.standing.contains_key(word.key.as_str()),
            )
        });
        if let Some(leader) = order.first().filter(|_| self.at_rest) {
            self.crown(leader);
        }
        for word in order {
            if self.looks.first().is_some_and(|(key, _)| *key == word.key) {
                continue;
            }
            if !self.place(word) && !tightest && self.could_stand(word) {
                return None;
            }
        }
        Some(self.looks)
    }

    /// Puts the most frequent word into the middle, where one stands that is given far less often.
    fn crown(&mut self, leader: &Given) {
        let middle = self.taken.middle();
        let holder = self
            .standing
            .iter()
            .find(|(_, (_, area))| area.holds(middle));
        if holder
            .is_none_or(|(key, (count, _))| **key == *leader.key || leader.count * 5 <= count * 6)
        {
            return;
        }
        let wanted = self.wanted(leader);
        if let Some(area) = self.taken.nearest(wanted.1.width, wanted.1.height, middle) {
            self.stand_aside(&leader.key);
            self.put(leader, wanted.0, wanted.1, area);
        }
    }

    fn wanted(&self, word: &Given) -> (u32, WordExtent) {
        let size = self.scale.size(word.count);
        (size, extent(&word.text, size))
    }

    /// Finds a place for a word; false where it has none.
    fn place(&mut self, word: &Given) -> bool {
        let breadth = breadth(&word.text);
        // Nobody comes in before whoever is given more often and is no wider.
        let passed = |(count, narrow): &(u64, f64)| *count > word.count && *narrow <= breadth;
        if self.left_out.iter().any(passed) {
            self.stand_aside(&word.key);
            return false;
        }
        let (size, extent) = self.wanted(word);
        let known = self.plane.words.get(&word.key);
        let found = self.in_place(word, size, extent);
        let found = found.or_else(|| self.elsewhere(word, extent));
        match (found, known) {
            (Some(area), _) => self.put(word, size, extent, area),
            (None, Some(known)) if self.may_stay(word, size) => self.set(word, known.look.clone()),
            (None, _) => {
                self.stand_aside(&word.key);
                self.left_out.push((word.count, breadth));
                return false;
            }
        }
        true
    }

    /// Where it is already, in its new size, when at most a few less frequent words make way for
    /// it.
    fn in_place(&self, word: &Given, size: u32, extent: WordExtent) -> Option<CellRect> {
        let (_, own) = self.standing.get(word.key.as_str())?;
        let area = around(*own, extent).filter(|area| self.taken.is_free(*area))?;
        let mut met = self.met(word, area).peekable();
        if met.peek().is_none() {
            return Some(area);
        }
        let (number, most) = met.fold((0, 0), |(number, most), count| {
            (number + 1, count.max(most))
        });
        let may_press = self.at_rest || (most < word.count && self.outgrows(word, size));
        (may_press && number <= MADE_WAY).then_some(area)
    }

    /// Somewhere else: beside all others, or in the place of less frequent ones. From then on it
    /// stands nowhere.
    fn elsewhere(&mut self, word: &Given, extent: WordExtent) -> Option<CellRect> {
        let WordExtent { width, height, .. } = extent;
        let own = self.standing.get(word.key.as_str()).map(|(_, area)| *area);
        if own.is_some() && !self.at_rest && self.may_stay(word, self.scale.size(word.count)) {
            return None;
        }
        self.stand_aside(&word.key);
        let left = self
            .plane
            .left
            .iter()
            .rev()
            .find(|(key, _)| *key == word.key)
            .map(|(_, area)| *area);
        let point = own.or(left).map_or(self.taken.middle(), CellRect::middle);
        let open = self.open();
        let back = left
            .and_then(|area| around(area, extent))
            .filter(|area| own.is_none() && open.is_free(*area));
        back.or_else(|| open.nearest(width, height, point))
            .or_else(|| self.displacing(word, extent, point))
    }

    /// In the place of words that are given less often, of the least frequent that will do.
    fn displacing(
        &self,
        word: &Given,
        WordExtent { width, height, .. }: WordExtent,
        point: (usize, usize),
    ) -> Option<CellRect> {
        let place = |most: u64| {
            let mut others = self.taken.clone();
            let stay = self.standing.values().filter(|(count, _)| *count > most);
            stay.for_each(|(_, area)| others.occupy(*area));
            others.nearest(width, height, point)
        };
        let mut lower: Vec<u64> = self
            .standing
            .values()
            .map(|(count, _)| *count)
            .filter(|count| *count < word.count)
            .collect();
        lower.sort_unstable();
        lower.dedup();
        place(*lower.last()?)?;
        lower.into_iter().find_map(place)
    }

    /// While answers come in, a word that stands may go on standing as it is rather than move.
    fn may_stay(&self, word: &Given, size: u32) -> bool {
        let known = self.plane.words.get(&word.key);
        let as_it_is = known.is_some_and(|known| {
            let alone = self.met(word, known.look.area).next().is_none();
            known.look.size <= size && self.taken.is_free(known.look.area) && alone
        });
        as_it_is && !self.at_rest && !self.outgrows(word, size)
    }

    fn outgrows(&self, word: &Given, size: u32) -> bool {
        let known = self.plane.words.get(&word.key);
        known.is_some_and(|known| f64::from(size) >= GROWN * f64::from(known.look.size))
    }

    /// Of the other words that stand in an area and are not planned yet: how often they were given.
    fn met(&self, word: &Given, area: CellRect) -> impl Iterator<Item = u64> {
        let met = move |(key, (_, standing)): &(&&str, &(u64, CellRect))| {
            **key != word.key && standing.touches(area)
        };
        self.standing
            .iter()
            .filter(met)
            .map(|(_, (count, _))| *count)
    }

    /// What is free beside all words, planned or not.
    fn open(&mut self) -> &mut CellGrid {
        let (taken, standing) = (&self.taken, &self.standing);
        self.open.get_or_insert_with(|| {
            let mut open = taken.clone();
            standing.values().for_each(|(_, area)| open.occupy(*area));
            open
        })
    }

    fn stand_aside(&mut self, key: &str) {
        if self.standing.remove(key).is_some() {
            self.open = None;
        }
    }

    fn put(&mut self, word: &Given, size: u32, extent: WordExtent, area: CellRect) {
        self.set(word, WordStyle::new(word, size, area, extent));
    }

    /// Plans a word. One that stays where it stood takes what it took and more, so what is open
    /// only gets less.
    fn set(&mut self, word: &Given, look: WordStyle) {
        self.standing.remove(word.key.as_str());
        self.taken.occupy(look.area);
        self.open.iter_mut().for_each(|open| open.occupy(look.area));
        self.looks.push((
            word.key.clone(),
            WordStyle {
                count: word.count,
                ..look
            },
        ));
    }

    /// Whether smaller letters would give it room, if it were alone.
    fn could_stand(&self, word: &Given) -> bool {
        extent(
            &word.text,
            LetterScale::tightest(word.count).size(word.count),
        )
        .width
            <= self.plane.cells().0
    }
}
