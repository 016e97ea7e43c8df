//! `number`: a number, of which some may be right.

use serde::{Deserialize, Serialize};

use crate::question::by_hand::ByHand;
use crate::question::exported::{ExportItem, ExportValue};
use crate::question::item::Item;
use crate::question::kind::{Collected, ResultsScope};
use crate::question::quiz::Quiz;
use crate::question::trial::TrialDraw;
use crate::question::word::Word;
use crate::question::word_counts::WordCounts;
use crate::question::{Answer, Fields, Input, Results, Tally};
use crate::refusal::Refusal;
use crate::rules::Rules;

pub mod decimal;
pub(super) mod deck;
pub mod form_fields;
mod histogram;
mod input;
mod sums;
mod tally;

use decimal::{DecimalMark, NoNumber};
pub use form_fields::fields;
pub use histogram::{COLUMNS, NumberHistogram, nice_step};
pub use input::NumberInput;
pub use tally::{Nearest, NumberResults, NumberTally, Outliers};

/// How far apart made-up numbers are where the deck names no bounds.
const TRIAL_SPAN: f64 = 100.0;

/// Settings of a number question.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Number {
    /// Smallest value.
    #[serde(default)]
    pub from: Option<f64>,
    /// Largest value.
    #[serde(default)]
    pub to: Option<f64>,
    /// What the smallest value means.
    #[serde(default)]
    pub low: Option<String>,
    /// What the largest value means.
    #[serde(default)]
    pub high: Option<String>,
    /// Accepted answers, as items marked correct.
    #[serde(default)]
    pub items: Vec<Item>,
    /// The text behind the value.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// What a right answer is worth.
    #[serde(default, skip_serializing_if = "Quiz::is_default")]
    pub quiz: Quiz,
    /// Whether people guess where the room stands.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub guess: bool,
    /// What stands before decimals in the deck's language.
    #[serde(default, skip_serializing_if = "DecimalMark::is_default")]
    pub mark: DecimalMark,
}

/// What a field may hold, of the settings that pages know.
#[derive(Clone, Copy, Debug)]
pub struct Bounds<'a> {
    /// Smallest value.
    pub from: Option<f64>,
    /// Largest value.
    pub to: Option<f64>,
    /// The text that people may type with the value.
    pub unit: Option<&'a str>,
    /// What stands before decimals.
    pub mark: DecimalMark,
}

impl Bounds<'_> {
    /// Reads the field `value`, in thousandths.
    ///
    /// # Errors
    /// [`Refusal::Empty`], [`Refusal::WrongKind`] where it is no number, [`Refusal::OutOfRange`].
    pub fn read(&self, fields: &Fields) -> Result<i64, Refusal> {
        let typed = form_fields::typed(fields).ok_or(Refusal::Empty)?;
        let value = decimal::parse(typed, self.mark).or_else(|wrong| match self.bare(typed) {
            Some(bare) => decimal::parse(bare, self.mark),
            None => Err(wrong),
        });
        let value = value.map_err(|wrong| match wrong {
            NoNumber::Else => Refusal::WrongKind,
            NoNumber::TooLarge => Refusal::OutOfRange,
        })?;
        let number = decimal::number(value);
        let fits =
            self.from.is_none_or(|from| number >= from) && self.to.is_none_or(|to| number <= to);
        if fits {
            Ok(value)
        } else {
            Err(Refusal::OutOfRange)
        }
    }

    /// What was typed without the unit behind it, or before it as money has it.
    fn bare<'t>(&self, typed: &'t str) -> Option<&'t str> {
        let unit = self.unit?.trim();
        let cut = |at: usize| Some((typed.get(..at)?, typed.get(at..)?));
        // Units are ASCII or signs without case; folding all letters costs a phone 6 kB of tables.
        let is_unit = |part: &str| !unit.is_empty() && part.trim().eq_ignore_ascii_case(unit);
        let places = || typed.char_indices().map(|(at, _)| at).filter_map(cut);
        let behind = places()
            .find(|(_, behind)| is_unit(behind))
            .map(|(before, _)| before);
        behind.or_else(|| {
            places()
                .find(|(before, _)| is_unit(before))
                .map(|(_, behind)| behind)
        })
    }
}

impl Number {
    /// The same in a deck of that language.
    pub fn set_language(&mut self, language: &str) {
        self.mark = DecimalMark::of(language);
    }

    /// What the field of an answer may hold.
    pub fn bounds(&self) -> Bounds<'_> {
        Bounds {
            from: self.from,
            to: self.to,
            unit: self.unit.as_deref(),
            mark: self.mark,
        }
    }

    /// Validates and normalises an answer: the field `value`, to a thousandth.
    ///
    /// # Errors
    /// Those of [`Bounds::read`].
    pub fn read(&self, fields: &Fields) -> Result<Answer, Refusal> {
        self.bounds()
            .read(fields)
            .map(|thousandths| Answer::Number { thousandths })
    }

    /// The right answers, in thousandths and ascending.
    fn right(&self) -> Vec<i64> {
        let read = |item: &Item| {
            decimal::parse(&item.label, self.mark)
                .ok()
                .or_else(|| digits(&item.label))
        };
        let mut right: Vec<i64> = self
            .items
            .iter()
            .filter(|item| item.correct)
            .filter_map(read)
            .collect();
        right.sort_unstable();
        right.dedup();
        right
    }
}

/// What a deck may hold besides: a number with signs between its digits that are no groups of
/// three.
fn digits(label: &str) -> Option<i64> {
    decimal::parse(&label.replace(['.', ',', ' '], ""), DecimalMark::Comma).ok()
}

/// An answer as typed JSON, for exports.
pub fn value(thousandths: i64) -> serde_json::Value {
    serde_json::json!({ "value": plain(thousandths) })
}

/// Whole numbers stay whole.
fn plain(thousandths: i64) -> serde_json::Value {
    match thousandths % decimal::UNIT {
        0 => serde_json::Value::from(thousandths / decimal::UNIT),
        _ => serde_json::Value::from(decimal::number(thousandths)),
    }
}

impl Collected for Number {
    fn input(&self) -> Input {
        Input::Number(NumberInput {
            from: self.from,
            to: self.to,
            low: self.low.clone(),
            high: self.high.clone(),
            unit: self.unit.clone(),
            mark: self.mark,
        })
    }

    fn read(&self, fields: &Fields, _: Rules) -> Result<Answer, Refusal> {
        self.read(fields)
    }

    fn tally(&self) -> Tally {
        Tally::Number(NumberTally::default())
    }

    fn results(&self, tally: &Tally, extent: ResultsScope) -> Option<Results> {
        Some(Results::Number(tally.number()?.within(self, extent)))
    }

    fn values(&self, answer: &Answer, _: Option<&WordCounts>) -> Vec<ExportValue> {
        let value = |thousandths: &i64| ExportValue::number(ExportItem::Whole, plain(*thousandths));
        answer.number().map(value).into_iter().collect()
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
        let (from, to) = match (self.from, self.to) {
            (Some(from), Some(to)) => (from, to),
            (Some(from), None) => (from, from + TRIAL_SPAN),
            (None, Some(to)) => (to - TRIAL_SPAN, to),
            (None, None) => (0.0, TRIAL_SPAN),
        };
        // Whole where there are enough of those: people think of whole numbers.
        let digits = if to - from < 10.0 { 10.0 } else { 1.0 };
        let drawn = from + draw.middling() * (to - from);
        let value = ((drawn * digits).round() / digits).clamp(from, to);
        fields((value * decimal::UNIT as f64).round() as i64)
    }

    fn by_hand(&self) -> ByHand {
        let read = |said: &str| {
            let mut fields = Fields::default();
            fields.push(form_fields::VALUE, said);
            fields
        };
        let written: fn(&str) -> String = match self.mark {
            DecimalMark::Comma => |said| decimal::rewritten(said, DecimalMark::Comma),
            DecimalMark::Point => |said| decimal::rewritten(said, DecimalMark::Point),
        };
        ByHand::Texts { read, written }
    }

    fn is_kept_apart(&self) -> bool {
        false
    }

    fn shows_ways(&self) -> bool {
        false
    }

    fn columns(&self) -> Vec<&str> {
        Vec::new()
    }
}

#[cfg(test)]
mod tests;
