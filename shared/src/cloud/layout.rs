//! The cloud of one question as it changes over time, on both shapes of screen.
//!
//! It changes in beats, so that a burst of answers makes no more work than one. While words come in
//! they find their places, grow where there is room, and make way only for what is given more
//! often; once nothing has come for a while the rest is put right.

use std::collections::BTreeSet;

use super::plane::{Given, PlacedWord, Plane};
use super::{Cloud, CloudWord, TALL, WIDE, WordPosition};
use crate::ids::Millis;
use crate::question::word_counts::{WordCount, WordCounts};

/// Words that are tried to be put onto the plane, of the most frequent.
const WORDS: usize = 300;
/// At least so long from one step to the next, in milliseconds.
const BEAT: Millis = 250;
/// The same once nothing comes in: words take 400 ms to their new place.
const CALM_BEAT: Millis = 1_000;
/// So long after the last change the rest is put right, in milliseconds.
const REST: Millis = 3_000;

/// Where the words of one question stand.
#[derive(Clone, Debug, PartialEq)]
pub struct Layout {
    planes: [Plane; 2],
    /// The most frequent words as of the last step, the most frequent first.
    given: Vec<Given>,
    changed_at: Millis,
    stepped_at: Millis,
    /// When words last went towards where they are to stand.
    went_at: Millis,
    /// Whether every word is, or is on its way to, where it stands at rest.
    rests: bool,
}

impl Layout {
    /// The words laid out at once, the most frequent in the middle; nothing moves any more.
    pub fn new(words: &WordCounts, at: Millis) -> Self {
        let given = given(words);
        let mut planes = [WIDE, TALL].map(Plane::new);
        for plane in &mut planes {
            plane.head_for(plane.plan(&given, true));
            // On an empty plane nothing is in the way.
            plane.step(|_| true);
        }
        Self {
            planes,
            given,
            changed_at: at,
            stepped_at: at,
            went_at: at,
            rests: true,
        }
    }

    /// When the next step is due, where words may have changed since the last one or have not;
    /// nothing once all is at rest.
    pub fn next_step(&self, may_have_changed: bool) -> Option<Millis> {
        let look = may_have_changed.then_some(self.stepped_at.saturating_add(BEAT));
        let go = self
            .is_on_its_way()
            .then(|| self.went_at.saturating_add(self.beat()));
        let rest = (!self.rests).then(|| self.changed_at.saturating_add(REST));
        [look, go, rest].into_iter().flatten().min()
    }

    /// Does all steps that are due up to a moment; `changed` is when words changed since the last
    /// one, if they may have. Whether that is taken up.
    pub fn advance(
        &mut self,
        words: &WordCounts,
        mut changed: Option<Millis>,
        until: Millis,
    ) -> bool {
        while let Some(due) = self.next_step(changed.is_some()) {
            // What changed with a record was not there before it.
            let at = changed.map_or(due, |changed| due.max(changed));
            if at > until {
                break;
            }
            self.step(words, at);
            changed = None;
        }
        changed.is_none()
    }

    fn step(&mut self, words: &WordCounts, at: Millis) {
        let given = given(words);
        self.stepped_at = at;
        let changed = given != self.given;
        if changed {
            (self.given, self.changed_at, self.rests) = (given, at, false);
        }
        let comes_to_rest = !self.rests && at >= self.changed_at.saturating_add(REST);
        self.rests |= comes_to_rest;
        if changed || comes_to_rest {
            let plan = |plane: &mut Plane| plane.head_for(plane.plan(&self.given, comes_to_rest));
            self.planes.iter_mut().for_each(plan);
        } else if at < self.went_at.saturating_add(self.beat()) {
            return;
        }
        self.went_at = at;
        let known: BTreeSet<&str> = self.given.iter().map(|word| word.key.as_str()).collect();
        self.planes
            .iter_mut()
            .for_each(|plane| plane.step(|key| known.contains(key)));
    }

    fn beat(&self) -> Millis {
        if self.rests { CALM_BEAT } else { BEAT }
    }

    fn is_on_its_way(&self) -> bool {
        self.planes.iter().any(Plane::is_on_its_way)
    }

    /// The cloud as pages show it. What nobody is shown any more is left out, whenever the last
    /// step was.
    pub fn cloud(&self, words: &WordCounts) -> Cloud {
        let (all, count) = (words.shown(), |key: &str| words.status_of(key).shown());
        let [wide, tall] = &self.planes;
        let only_tall = tall.words().filter(|(key, _)| wide.word(key).is_none());
        let word = |(key, word): (&str, &PlacedWord)| {
            let place = |plane: &Plane| Some(WordPosition::of(plane, plane.word(key)?));
            Some(CloudWord {
                text: word.look.text.clone(),
                count: count(key)?,
                wide: place(wide),
                tall: place(tall),
            })
        };
        let words: Vec<CloudWord> = wide.words().chain(only_tall).filter_map(word).collect();
        let listed = |place: fn(&CloudWord) -> Option<WordPosition>| {
            words.iter().filter_map(place).count() < all
        };
        let (wide, tall) = (
            wide.picture(listed(|word| word.wide)),
            tall.picture(listed(|word| word.tall)),
        );
        Cloud { wide, tall, words }
    }

    #[cfg(test)]
    pub(super) fn given(&self) -> &[Given] {
        &self.given
    }

    #[cfg(test)]
    pub(super) fn planes(&self) -> &[Plane; 2] {
        &self.planes
    }

    /// Whether nothing has come for a while.
    #[cfg(test)]
    pub(super) fn is_calm(&self) -> bool {
        self.rests
    }

    #[cfg(test)]
    pub(super) fn is_at_rest(&self) -> bool {
        self.rests && !self.is_on_its_way()
    }
}

fn given(words: &WordCounts) -> Vec<Given> {
    let given = |(key, WordCount { text, count }): (String, WordCount)| Given { key, text, count };
    words.ranked(WORDS).into_iter().map(given).collect()
}
