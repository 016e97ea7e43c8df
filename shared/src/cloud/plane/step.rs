//! The way from where words stand to where they are to stand: in steps, and few words move in each.

use super::letters::extent;
use super::{CloudPlan, PlacedWord, Plane, WordStyle, around};

/// How many words move in one step. What grows or shrinks around its middle, comes or goes does not
/// move.
pub const MOVES: usize = 3;

impl Plane {
    /// From now on this is where words are to stand.
    pub fn head_for(&mut self, plan: CloudPlan) {
        self.plan = Some(plan);
    }

    /// Whether words are not yet where they are to stand.
    pub fn is_on_its_way(&self) -> bool {
        self.plan.is_some()
    }

    /// One step. Words that `is_known` no longer go at once.
    pub fn step(&mut self, is_known: impl Fn(&str) -> bool) {
        let unknown: Vec<String> = self
            .words
            .keys()
            .filter(|key| !is_known(key))
            .cloned()
            .collect();
        unknown.iter().for_each(|key| self.leave(key));
        let Some(plan) = self.plan.take() else { return };
        self.scale = plan.scale;
        self.shrink(&plan);
        let mut step = LayoutStep {
            plane: self,
            plan: &plan,
            moves: MOVES,
            done: false,
        };
        let keys = plan.looks.iter().map(|(key, _)| key.as_str());
        let (heads, others): (Vec<&str>, Vec<&str>) = keys.partition(|key| step.may_head(key));
        let waiting: Vec<&str> = heads.into_iter().filter(|key| !step.reach(key)).collect();
        let all_there = others.into_iter().all(|key| step.is_there(key));
        match waiting.first() {
            None if all_there => {
                let left: Vec<String> = self
                    .words
                    .keys()
                    .filter(|key| plan.get(key).is_none())
                    .cloned()
                    .collect();
                left.iter().for_each(|key| self.leave(key));
            }
            first => {
                if let Some(first) = first.filter(|_| !step.done) {
                    step.press(first);
                }
                self.plan = Some(plan);
            }
        }
    }

    /// What is to be smaller gets smaller where it is.
    fn shrink(&mut self, plan: &CloudPlan) {
        for (key, word) in &mut self.words {
            let Some((_, look)) = plan.get(key).filter(|(_, look)| look.size < word.look.size)
            else {
                continue;
            };
            let extent = extent(&word.look.text, look.size);
            if let Some(area) = around(word.look.area, extent) {
                let (text, count) = (word.look.text.clone(), word.look.count);
                word.look = WordStyle {
                    text,
                    count,
                    size: look.size,
                    area,
                    baseline: extent.baseline,
                };
            }
        }
    }
}

struct LayoutStep<'a> {
    plane: &'a mut Plane,
    plan: &'a CloudPlan,
    moves: usize,
    /// Whether anything has changed.
    done: bool,
}

impl<'a> LayoutStep<'a> {
    /// Whether a word goes to its place for its own sake. While answers come in, a word that would
    /// only make way waits until another needs that.
    fn may_head(&self, key: &str) -> bool {
        let (Some((_, look)), Some(word)) = (self.plan.get(key), self.plane.words.get(key)) else {
            return true;
        };
        self.plan.at_rest || look.size > word.look.size || !self.moves_to(key, look)
    }

    fn is_there(&self, key: &str) -> bool {
        let now = self.plane.words.get(key).map(|word| &word.look);
        now == self.plan.get(key).map(|(_, look)| look)
    }

    /// Lets a word be as it is planned, with all that have to move for it; false, and nothing is
    /// changed, where these are too many or wait for one another.
    fn reach(&mut self, key: &'a str) -> bool {
        let mut chain = Vec::new();
        if !self.chain(key, &mut Vec::new(), &mut chain) {
            return false;
        }
        let moves = chain
            .iter()
            .filter(|(key, look)| self.moves_to(key, look))
            .count();
        if moves > self.moves {
            return false;
        }
        self.moves -= moves;
        for (key, look) in chain {
            self.met(key, look)
                .iter()
                .for_each(|met| self.plane.leave(met));
            self.put(key, look);
        }
        true
    }

    /// The words that have to be put where they are planned before this one, and this one, in
    /// order. `waiting` wait for it to move.
    fn chain(
        &self,
        key: &'a str,
        waiting: &mut Vec<&'a str>,
        chain: &mut Vec<(&'a str, &'a WordStyle)>,
    ) -> bool {
        let Some((key, look)) = self.plan.get(key) else {
            return false;
        };
        if self.is_there(key) || chain.iter().any(|(known, _)| *known == key) {
            return true;
        }
        if waiting.contains(&key) {
            return false;
        }
        waiting.push(key);
        let met = self.met(key, look);
        let free = met
            .iter()
            .filter_map(|met| self.plan.get(met))
            .all(|(met, _)| self.chain(met, waiting, chain));
        waiting.pop();
        chain.push((key, look));
        free
    }

    /// Two words that stand in each other's place can't move one by one: who is in the way of this
    /// one goes, and comes back elsewhere.
    fn press(&mut self, key: &'a str) {
        let Some((_, look)) = self.plan.get(key) else {
            return;
        };
        self.met(key, look)
            .iter()
            .for_each(|key| self.plane.leave(key));
        self.put(key, look);
    }

    fn put(&mut self, key: &str, look: &WordStyle) {
        self.done = true;
        let slot = self.plane.words.get(key).map(|word| word.slot);
        let slot = slot.unwrap_or_else(|| self.plane.slots.take());
        self.plane.words.insert(
            key.to_owned(),
            PlacedWord {
                slot,
                look: look.clone(),
            },
        );
    }

    fn moves_to(&self, key: &str, look: &WordStyle) -> bool {
        let word = self.plane.words.get(key);
        word.is_some_and(|word| word.look.area.middle() != look.area.middle())
    }

    /// The other words that stand where it is to be.
    fn met(&self, key: &str, look: &WordStyle) -> Vec<String> {
        let others = self.plane.words.iter().filter(|(other, _)| *other != key);
        others
            .filter(|(_, word)| word.look.area.touches(look.area))
            .map(|(key, _)| key.clone())
            .collect()
    }
}
