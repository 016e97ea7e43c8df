//! What numbers add up to.

use std::collections::BTreeMap;
use std::collections::btree_map::Range;

use serde::{Deserialize, Serialize};

use super::Number;
use super::decimal::{UNIT, number};
use super::histogram::NumberHistogram;
use crate::question::Answer;
use crate::question::kind::{ResultsScope, RightAnswers, Sum};
use crate::question::word_counts::WordCounts;

/// Answers from which on some of them can lie far outside: quartiles of fewer say nothing.
const MANY: u64 = 5;

/// The running sum: how many gave each number, in thousandths.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NumberTally {
    counts: BTreeMap<i64, u64>,
    voters: u64,
    sum: i128,
}

impl NumberTally {
    /// Counts one number.
    pub fn add(&mut self, thousandths: i64) {
        *self.counts.entry(thousandths).or_default() += 1;
        self.voters += 1;
        self.sum += i128::from(thousandths);
    }

    /// Takes back one number.
    pub fn remove(&mut self, thousandths: i64) {
        let Some(count) = self.counts.get_mut(&thousandths) else {
            return;
        };
        *count -= 1;
        if *count == 0 {
            self.counts.remove(&thousandths);
        }
        self.voters -= 1;
        self.sum -= i128::from(thousandths);
    }

    /// The results with every value and the right answers.
    pub fn results(&self, asked: &Number) -> NumberResults {
        let each =
            |(value, count): (&i64, &u64)| std::iter::repeat_n(number(*value), *count as usize);
        NumberResults {
            values: self.counts.iter().flat_map(each).collect(),
            ..self.page_with_right(asked)
        }
    }

    /// As much of the results as is wanted.
    pub(in crate::question) fn within(
        &self,
        asked: &Number,
        extent: ResultsScope,
    ) -> NumberResults {
        match extent {
            ResultsScope::Whole => self.results(asked),
            ResultsScope::Page(right) | ResultsScope::Stage(right) => match right {
                RightAnswers::Kept => self.page(),
                RightAnswers::Told => self.page_with_right(asked),
            },
        }
    }

    /// Those of a page, with the right answers and who came closest to them.
    fn page_with_right(&self, asked: &Number) -> NumberResults {
        let right = asked.right();
        NumberResults {
            nearest: self.nearest(&right),
            correct: right.into_iter().map(number).collect(),
            ..self.page()
        }
    }

    /// As [`NumberResults::bounded`] leaves them, without making the rest first.
    pub fn page(&self) -> NumberResults {
        let quartiles = self.quarter(1).zip(self.quarter(3));
        let fences = quartiles.filter(|_| self.voters >= MANY).and_then(fences);
        let inside = |value: &i64| fences.is_none_or(|fences| lies_within(*value, fences));
        let ends = self
            .counts
            .keys()
            .find(|value| inside(value))
            .zip(self.counts.keys().rfind(|value| inside(value)));
        let ends = ends.map(|(first, last)| (*first, *last));
        NumberResults {
            voters: self.voters,
            mean: (self.voters > 0)
                .then(|| self.sum as f64 / (i128::from(self.voters) * i128::from(UNIT)) as f64),
            median: self.quarter(2).map(of_quarters),
            quartiles: quartiles.map(|(low, high)| (of_quarters(low), of_quarters(high))),
            outliers: ends.map(|ends| self.outliers(ends)).unwrap_or_default(),
            columns: ends
                .map(|ends| NumberHistogram::of(&self.counts, ends))
                .unwrap_or_default(),
            values: Vec::new(),
            correct: Vec::new(),
            nearest: None,
        }
    }

    /// The value below which so many quarters of all values lie, in quarters of a thousandth:
    /// between two values as far as it is between their places (definition 7 of Hyndman and Fan,
    /// Sample Quantiles in Statistical Packages, 1996: that of spreadsheets).
    fn quarter(&self, quarters: u64) -> Option<i128> {
        let place = self.voters.checked_sub(1)? * quarters;
        let (below, part) = (self.nth(place / 4)?, i128::from(place % 4));
        let above = if part == 0 {
            below
        } else {
            self.nth(place / 4 + 1)?
        };
        Some(4 * below + part * (above - below))
    }

    /// The value at a place in the sorted values, from 0.
    fn nth(&self, place: u64) -> Option<i128> {
        let mut passed = 0;
        let found = self.counts.iter().find(|(_, count)| {
            passed += **count;
            place < passed
        });
        found.map(|(value, _)| i128::from(*value))
    }

    /// What lies beyond the first and the last value within the fences.
    fn outliers(&self, (first, last): (i64, i64)) -> Outliers {
        let (below, above) = (self.counts.range(..first), self.counts.range(last + 1..));
        let people = |side: Range<'_, i64, u64>| side.map(|(_, count)| count).sum();
        let ends = |mut side: Range<'_, i64, u64>| {
            let (least, _) = side.next()?;
            Some((
                number(*least),
                number(side.next_back().map_or(*least, |(most, _)| *most)),
            ))
        };
        Outliers {
            below: people(below.clone()),
            above: people(above.clone()),
            lows: ends(below),
            highs: ends(above),
        }
    }

    /// What was given closest to one of the right ones: on both sides where both are as near.
    fn nearest(&self, right: &[i64]) -> Option<Nearest> {
        let away = |value: &i64| right.iter().map(|right| value.abs_diff(*right)).min();
        let least = self.counts.keys().filter_map(away).min()?;
        let nearest = || {
            self.counts
                .iter()
                .filter(|(value, _)| away(value) == Some(least))
        };
        Some(Nearest {
            values: nearest().map(|(value, _)| number(*value)).collect(),
            voters: nearest().map(|(_, count)| count).sum(),
        })
    }
}

fn of_quarters(quarters: i128) -> f64 {
    quarters as f64 / (4 * UNIT) as f64
}

/// What lies further from the middle half of all values than three times its width lies outside
/// (the outer fences of Tukey, Exploratory Data Analysis, 1977, §2C: what he calls far out); in
/// quarters of a thousandth. A middle half of one value has no width to measure by.
fn fences((low, high): (i128, i128)) -> Option<(i128, i128)> {
    let width = high - low;
    (width > 0).then_some((low - 3 * width, high + 3 * width))
}

fn lies_within(value: i64, (low, high): (i128, i128)) -> bool {
    (low..=high).contains(&(4 * i128::from(value)))
}

impl Sum for NumberTally {
    fn add_answer(&mut self, answer: &Answer) {
        if let Some(thousandths) = answer.number() {
            self.add(*thousandths);
        }
    }

    fn remove_answer(&mut self, answer: &Answer) {
        if let Some(thousandths) = answer.number() {
            self.remove(*thousandths);
        }
    }

    fn voters(&self) -> u64 {
        self.voters
    }

    fn word_counts(&self) -> Option<&WordCounts> {
        None
    }

    fn word_counts_mut(&mut self) -> Option<&mut WordCounts> {
        None
    }
}

/// What a number question adds up to.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct NumberResults {
    /// People who gave a number.
    pub voters: u64,
    /// The arithmetic mean of all; nothing without answers.
    pub mean: Option<f64>,
    /// The middle value; nothing without answers.
    pub median: Option<f64>,
    /// Between which values the middle half lies; nothing without answers.
    pub quartiles: Option<(f64, f64)>,
    /// Sorted; empty in a view.
    pub values: Vec<f64>,
    /// What lies far outside the middle half.
    pub outliers: Outliers,
    /// All that does not.
    pub columns: NumberHistogram,
    /// The right answers; in a view only when the question is closed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub correct: Vec<f64>,
    /// Who came closest to them; like these.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nearest: Option<Nearest>,
}

/// Numbers that lie further from the middle half of all than one and a half times its width.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Outliers {
    /// How many below.
    pub below: u64,
    /// How many above.
    pub above: u64,
    /// From which to which those below.
    pub lows: Option<(f64, f64)>,
    /// From which to which those above.
    pub highs: Option<(f64, f64)>,
}

/// What came closest to a right answer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Nearest {
    /// What was given.
    pub values: Vec<f64>,
    /// By how many.
    pub voters: u64,
}

impl NumberResults {
    /// Without each one's value: how many are in which column stays, and what was nearest to the
    /// right one where it is not about few.
    pub(in crate::question) fn totals(mut self, is_enough: fn(u64) -> bool) -> Self {
        self.values.clear();
        self.nearest = self.nearest.filter(|nearest| is_enough(nearest.voters));
        self
    }

    /// Without the values, and without what only some may see at that moment.
    #[must_use]
    pub fn bounded(self) -> Self {
        Self {
            values: Vec::new(),
            correct: Vec::new(),
            nearest: None,
            ..self
        }
    }
}
