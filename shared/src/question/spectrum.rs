//! `spectrum`: one position between two poles, 0 at the left pole and 100 at the right one.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::question::by_hand::{ByHand, CountedPart};
use crate::question::exported::{ExportItem, ExportValue};
use crate::question::kind::{Collected, ResultsScope, Sum};
use crate::question::trial::TrialDraw;
use crate::question::word::Word;
use crate::question::word_counts::WordCounts;
use crate::question::{Answer, Fields, Input, Results, Tally};
use crate::refusal::Refusal;
use crate::rules::Rules;

/// Named stops between two poles.
pub const STOPS_MAX: usize = 7;
/// Places on the floor between two poles when the deck names no number.
pub const FLOOR_PLACES: u32 = 10;
/// Places on the floor, fewest.
pub const FLOOR_PLACES_MIN: u32 = 2;
/// Places on the floor, most.
pub const FLOOR_PLACES_MAX: u32 = 100;

pub(super) mod deck;
pub mod form_fields;
mod input;
mod sums;

pub use form_fields::fields;
pub use input::SpectrumInput;

/// The right pole in hundredths.
pub const FULL: u16 = 10_000;
/// Bins of the histogram; bin = ⌊v/5 + 0.5⌋, so that the outer two are half as wide.
pub const BINS: usize = 21;
/// Votes above which pages get the histogram and [`SpectrumResults::fine`] instead of every value.
pub const DOTS_MAX: usize = 400;

/// Settings of a spectrum question.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Spectrum {
    /// The pole at 0.
    pub left: Pole,
    /// The pole at 100.
    pub right: Pole,
    /// Names between the poles, evenly spread: stop i of n lies at 100·i/(n+1).
    #[serde(default)]
    pub stops: Vec<String>,
    /// How the stage draws it.
    #[serde(default)]
    pub layout: SpectrumLayout,
    /// What is at the two ends of the floor on which people stand; or nothing.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub floor: Vec<String>,
    /// Places on that floor.
    #[serde(default = "floor_places", skip_serializing_if = "is_floor_places")]
    pub floor_places: u32,
    /// Whether people guess where the room stands.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub guess: bool,
}

fn floor_places() -> u32 {
    FLOOR_PLACES
}

fn is_floor_places(places: &u32) -> bool {
    *places == FLOOR_PLACES
}

impl Default for Spectrum {
    fn default() -> Self {
        Self {
            left: Pole::default(),
            right: Pole::default(),
            stops: Vec::new(),
            layout: SpectrumLayout::default(),
            floor: Vec::new(),
            floor_places: FLOOR_PLACES,
            guess: false,
        }
    }
}

/// One end of the line.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Pole {
    /// The word at the end of the line.
    pub label: String,
    /// A second, quieter line.
    #[serde(default)]
    pub note: Option<String>,
    /// An emoji; common ones have a drawing of our own.
    #[serde(default)]
    pub image: Option<String>,
}

/// How the stage draws a spectrum question.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SpectrumLayout {
    /// A dot per vote.
    #[default]
    Dots,
    /// The density alone.
    Density,
}

impl Spectrum {
    /// Validates and normalises an answer: the field `value`, 0–100 to a hundredth, with a decimal
    /// comma or point.
    ///
    /// # Errors
    /// [`Refusal::Empty`], [`Refusal::OutOfRange`], [`Refusal::WrongKind`].
    pub fn read(&self, fields: &Fields) -> Result<Answer, Refusal> {
        let place = form_fields::place(fields).ok_or(Refusal::Empty)?;
        let percent: f64 = place
            .replace(',', ".")
            .parse()
            .map_err(|_| Refusal::WrongKind)?;
        if !(0.0..=100.0).contains(&percent) {
            return Err(Refusal::OutOfRange);
        }
        Ok(Answer::Spectrum {
            hundredths: (percent * 100.0).round() as u16,
        })
    }
}

impl Collected for Spectrum {
    fn input(&self) -> Input {
        Input::Spectrum(SpectrumInput {
            left: self.left.clone(),
            right: self.right.clone(),
            stops: self.stops.clone(),
            layout: self.layout,
        })
    }

    fn read(&self, fields: &Fields, _: Rules) -> Result<Answer, Refusal> {
        self.read(fields)
    }

    fn tally(&self) -> Tally {
        Tally::Spectrum(SpectrumTally::default())
    }

    fn results(&self, tally: &Tally, extent: ResultsScope) -> Option<Results> {
        Some(Results::Spectrum(tally.spectrum()?.within(extent)))
    }

    fn values(&self, answer: &Answer, _: Option<&WordCounts>) -> Vec<ExportValue> {
        let value = |hundredths: &u16| ExportValue::number(ExportItem::Whole, percent(*hundredths));
        answer.spectrum().map(value).into_iter().collect()
    }

    fn takes_texts(&self) -> bool {
        false
    }

    fn moderated(&self) -> Option<bool> {
        None
    }

    fn word(&self, _: &str, _: Rules) -> Result<Option<Word>, Refusal> {
        Err(Refusal::UnknownAnswer)
    }

    fn is_cloud(&self) -> bool {
        false
    }

    fn trial(&self, draw: &mut TrialDraw<'_>) -> Fields {
        fields((draw.middling() * f64::from(FULL)) as u16)
    }

    fn by_hand(&self) -> ByHand {
        let fifth = |place: u16| CountedPart {
            name: form_fields::VALUE.to_owned(),
            value: (20 * place + 10).to_string(),
            part: Some(format!("{} – {}", self.left.label, self.right.label)),
            label: format!("{}–{}", 20 * place, 20 * (place + 1)),
        };
        ByHand::Counts {
            parts: (0..5).map(fifth).collect(),
            each: 1,
        }
    }

    fn is_kept_apart(&self) -> bool {
        false
    }

    fn shows_ways(&self) -> bool {
        true
    }

    fn columns(&self) -> Vec<&str> {
        Vec::new()
    }
}

/// Where an answer stands, 0–100.
pub(super) fn place(hundredths: u16) -> f64 {
    f64::from(hundredths) / 100.0
}

/// An answer as typed JSON, for exports.
pub fn value(hundredths: u16) -> Value {
    serde_json::json!({ "value": percent(hundredths) })
}

/// The 0–100 that people see; whole numbers stay whole.
pub fn percent(hundredths: u16) -> Value {
    match hundredths % 100 {
        0 => Value::from(hundredths / 100),
        _ => Value::from(f64::from(hundredths) / 100.0),
    }
}

/// The running sum: how many votes lie at each hundredth.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SpectrumTally {
    counts: BTreeMap<u16, u64>,
    voters: u64,
    sum: u64,
}

impl SpectrumTally {
    /// Counts one vote.
    pub fn add(&mut self, hundredths: u16) {
        *self.counts.entry(hundredths).or_default() += 1;
        self.voters += 1;
        self.sum += u64::from(hundredths);
    }

    /// Takes back one vote.
    pub fn remove(&mut self, hundredths: u16) {
        let Some(count) = self.counts.get_mut(&hundredths) else {
            return;
        };
        *count -= 1;
        if *count == 0 {
            self.counts.remove(&hundredths);
        }
        self.voters -= 1;
        self.sum -= u64::from(hundredths);
    }

    /// People who took a position.
    pub fn voters(&self) -> u64 {
        self.voters
    }

    /// The results, with every value.
    pub fn results(&self) -> SpectrumResults {
        SpectrumResults {
            values: self.values().collect(),
            ..self.without_values()
        }
    }

    /// As much of the results as is wanted.
    pub(super) fn within(&self, extent: ResultsScope) -> SpectrumResults {
        match extent {
            ResultsScope::Whole => self.results(),
            ResultsScope::Page(_) | ResultsScope::Stage(_) => self.page(),
        }
    }

    /// As [`SpectrumResults::bounded`] leaves them, without making the rest first.
    pub fn page(&self) -> SpectrumResults {
        if self.voters > DOTS_MAX as u64 {
            self.without_values()
        } else {
            self.results()
        }
    }

    fn values(&self) -> impl Iterator<Item = f64> {
        let each = |(value, count): (&u16, &u64)| std::iter::repeat_n(*value, *count as usize);
        self.counts
            .iter()
            .flat_map(each)
            .map(|value| f64::from(value) / 100.0)
    }

    fn without_values(&self) -> SpectrumResults {
        SpectrumResults {
            voters: self.voters,
            // Divided once: of whole positions it is the very number that adding them up gives.
            mean: (self.voters > 0).then(|| self.sum as f64 / (self.voters * 100) as f64),
            median: self.median(),
            histogram: self.binned(BINS, |value| (value / 5.0 + 0.5).floor()),
            fine: self.binned(101, f64::round),
            values: Vec::new(),
        }
    }

    /// The middle of all values; of an even number the mean of the middle two.
    fn median(&self) -> Option<f64> {
        let upper = self.voters / 2;
        let middle = if self.voters % 2 == 1 {
            [upper; 2]
        } else {
            [upper.checked_sub(1)?, upper]
        };
        let [low, high] = middle.map(|place| self.nth(place));
        Some(f64::midpoint(low?, high?))
    }

    /// The value at a place in the sorted values, from 0.
    fn nth(&self, place: u64) -> Option<f64> {
        let mut passed = 0;
        let found = self.counts.iter().find(|(_, count)| {
            passed += **count;
            place < passed
        });
        found.map(|(value, _)| f64::from(*value) / 100.0)
    }

    fn binned(&self, bins: usize, bin: impl Fn(f64) -> f64) -> Vec<u64> {
        let mut counts = vec![0; bins];
        for (value, count) in &self.counts {
            counts[(bin(f64::from(*value) / 100.0) as usize).min(bins - 1)] += count;
        }
        counts
    }
}

impl Sum for SpectrumTally {
    fn add_answer(&mut self, answer: &Answer) {
        if let Some(hundredths) = answer.spectrum() {
            self.add(*hundredths);
        }
    }

    fn remove_answer(&mut self, answer: &Answer) {
        if let Some(hundredths) = answer.spectrum() {
            self.remove(*hundredths);
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

/// What a spectrum question adds up to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SpectrumResults {
    /// People who took a position.
    pub voters: u64,
    /// The arithmetic mean, 0–100; nothing without votes.
    pub mean: Option<f64>,
    /// The middle value, 0–100; nothing without votes.
    pub median: Option<f64>,
    /// Sorted; empty in a view of more than [`DOTS_MAX`] votes.
    pub values: Vec<f64>,
    /// [`BINS`] bins.
    pub histogram: Vec<u64>,
    /// Votes at each whole position from 0 to 100, from which the density is drawn.
    pub fine: Vec<u64>,
}

impl SpectrumResults {
    /// Without each one's place: how many took which stays.
    pub(super) fn totals(mut self) -> Self {
        self.values.clear();
        self
    }

    /// Without the values where there are more than [`DOTS_MAX`].
    pub fn bounded(mut self) -> Self {
        if self.values.len() > DOTS_MAX {
            self.values.clear();
        }
        self
    }
}

#[cfg(test)]
mod tests;
