//! `scale`: a value per statement on a Likert scale of 2–11 steps, with a skip per statement.

use serde::{Deserialize, Serialize};

use crate::question::by_hand::{ByHand, CountedPart};
use crate::question::exported::{ExportItem, ExportValue};
use crate::question::items_from::ItemsFrom;
use crate::question::kind::{Collected, ResultsScope, Sum};
use crate::question::trial::TrialDraw;
use crate::question::word::Word;
use crate::question::word_counts::WordCounts;
use crate::question::{Answer, Fields, Input, Results, Tally};
use crate::refusal::Refusal;
use crate::rules::Rules;

/// Statements of a scale question.
pub const STATEMENTS_MAX: usize = 20;
/// Steps of a scale, fewest.
pub const STEPS_MIN: i32 = 2;
/// Steps of a scale, most.
pub const STEPS_MAX: i32 = 11;
/// Steps of the consent scale.
pub const CONSENT_STEPS: i32 = 6;
/// The worst step of the consent scale that still carries when the deck names none.
pub const CONSENT_NEEDED: i32 = 4;

pub(super) mod deck;
pub mod form_fields;
mod input;
mod sums;

pub use form_fields::fields;
pub use input::ScaleInput;

/// Steps that are counted: more than any limit ever allowed, so that a damaged deck can't ask for
/// gigabytes.
const COUNTED_STEPS: usize = 1_000;

/// Settings of a scale question.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Scale {
    /// 1–20; without a list the prompt itself is the one statement.
    pub statements: Vec<String>,
    /// The lowest value.
    pub from: i32,
    /// The highest value, 1–10 above the lowest.
    pub to: i32,
    /// What the lowest value means.
    #[serde(default)]
    pub low: Option<String>,
    /// What the highest value means.
    #[serde(default)]
    pub high: Option<String>,
    /// Steps with a meaning that does not stand in the deck.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub preset: Option<Preset>,
    /// Of a preset, the worst step that still carries.
    #[serde(default = "needed", skip_serializing_if = "is_needed")]
    pub needed: i32,
    /// Where the statements come from, if not from the deck.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub items_from: Option<ItemsFrom>,
}

/// Steps with a meaning that does not stand in the deck.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Preset {
    /// Six, from 1, heartily, to 6, a serious objection.
    Consent,
}

fn needed() -> i32 {
    CONSENT_NEEDED
}

fn is_needed(needed: &i32) -> bool {
    *needed == CONSENT_NEEDED
}

impl Default for Scale {
    fn default() -> Self {
        Self {
            statements: Vec::new(),
            from: 1,
            to: 5,
            low: None,
            high: None,
            preset: None,
            needed: CONSENT_NEEDED,
            items_from: None,
        }
    }
}

/// How many steps lie from one number to another.
pub(super) fn steps(from: i32, to: i32) -> i64 {
    i64::from(to) - i64::from(from) + 1
}

/// Whether so many steps are a scale.
pub(super) fn is_scale(steps: i64) -> bool {
    (i64::from(STEPS_MIN)..=i64::from(STEPS_MAX)).contains(&steps)
}

impl Scale {
    /// The values that a statement may be given, lowest first.
    pub fn steps(&self) -> std::ops::RangeInclusive<i32> {
        self.from..=self.to
    }

    /// Validates and normalises an answer: the fields `value-1` … and `skip-1` …; nothing where a
    /// statement was skipped or left open.
    ///
    /// # Errors
    /// [`Refusal::Empty`] where no statement has a value or a skip, [`Refusal::OutOfRange`],
    /// [`Refusal::WrongKind`].
    pub fn read(&self, fields: &Fields) -> Result<Answer, Refusal> {
        let values = form_fields::values(fields, self.statements.len())?;
        let known = |value: &Option<i32>| value.is_none_or(|value| self.steps().contains(&value));
        if !values.iter().all(known) {
            return Err(Refusal::OutOfRange);
        }
        Ok(Answer::Scale { values })
    }

    /// The results with their labels.
    pub fn results(&self, tally: &ScaleTally) -> ScaleResults {
        let statement = |(label, sum): (&String, &StatementTally)| StatementResults {
            label: label.clone(),
            counts: sum.counts.clone(),
            mean: sum.mean(self.from),
            skipped: tally.voters - sum.given().min(tally.voters),
        };
        ScaleResults {
            voters: tally.voters,
            skipped: tally.skipped,
            from: self.from,
            statements: self
                .statements
                .iter()
                .zip(&tally.statements)
                .map(statement)
                .collect(),
        }
    }

    /// The values of an answer in a table.
    pub(super) fn values(&self, values: &[Option<i32>]) -> Vec<ExportValue> {
        let given = (1..).zip(self.statements.iter().zip(values));
        let value = |(place, (label, value)): (usize, (&String, &Option<i32>))| {
            Some(ExportValue::number(
                ExportItem::part(place, label),
                value.as_ref()?,
            ))
        };
        given.filter_map(value).collect()
    }
}

impl Collected for Scale {
    fn input(&self) -> Input {
        Input::Scale(ScaleInput {
            statements: self.statements.clone(),
            from: self.from,
            to: self.to,
            low: self.low.clone(),
            high: self.high.clone(),
        })
    }

    fn read(&self, fields: &Fields, _: Rules) -> Result<Answer, Refusal> {
        self.read(fields)
    }

    fn tally(&self) -> Tally {
        Tally::Scale(ScaleTally::new(self))
    }

    fn results(&self, tally: &Tally, _: ResultsScope) -> Option<Results> {
        Some(Results::Scale(self.results(tally.scale()?)))
    }

    fn values(&self, answer: &Answer, _: Option<&WordCounts>) -> Vec<ExportValue> {
        let values = |values: &Vec<Option<i32>>| self.values(values);
        answer.scale().map(values).unwrap_or_default()
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
        let mut fields = Fields::default();
        for number in 1..=self.statements.len() {
            let place = draw.middling() * steps(self.from, self.to) as f64;
            let value = (self.from + place as i32).min(self.to);
            fields.push(form_fields::value_field(number), value.to_string());
        }
        fields
    }

    fn by_hand(&self) -> ByHand {
        let statements = (1..).zip(&self.statements);
        let cells = statements.flat_map(|(number, statement): (usize, &String)| {
            self.steps().map(move |step| CountedPart {
                name: form_fields::value_field(number),
                value: step.to_string(),
                part: Some(statement.clone()),
                label: step.to_string(),
            })
        });
        ByHand::Counts {
            parts: cells.collect(),
            each: 1,
        }
    }

    fn is_kept_apart(&self) -> bool {
        false
    }

    fn shows_ways(&self) -> bool {
        false
    }

    fn columns(&self) -> Vec<&str> {
        self.statements.iter().map(String::as_str).collect()
    }
}

/// An answer as typed JSON, for exports.
pub fn value(values: &[Option<i32>]) -> serde_json::Value {
    serde_json::json!({ "values": values })
}

/// The running sum.
#[derive(Clone, Debug, PartialEq)]
pub struct ScaleTally {
    /// People who gave any statement a value.
    pub voters: u64,
    /// People who skipped all statements.
    pub skipped: u64,
    from: i32,
    statements: Vec<StatementTally>,
}

#[derive(Clone, Debug, PartialEq)]
struct StatementTally {
    counts: Vec<u64>,
}

impl StatementTally {
    fn given(&self) -> u64 {
        self.counts.iter().sum()
    }

    fn mean(&self, from: i32) -> Option<f64> {
        let sum: i64 = self
            .counts
            .iter()
            .zip(i64::from(from)..)
            .map(|(count, value)| *count as i64 * value)
            .sum();
        let given = self.given();
        (given > 0).then(|| sum as f64 / given as f64)
    }
}

impl ScaleTally {
    /// Nothing counted yet.
    pub fn new(scale: &Scale) -> Self {
        let counts = vec![0; scale.steps().take(COUNTED_STEPS).count()];
        Self {
            voters: 0,
            skipped: 0,
            from: scale.from,
            statements: vec![StatementTally { counts }; scale.statements.len()],
        }
    }

    /// Counts one person's values.
    pub fn add(&mut self, values: &[Option<i32>]) {
        self.change(values, |count| *count += 1);
    }

    /// Takes back one person's values.
    pub fn remove(&mut self, values: &[Option<i32>]) {
        self.change(values, |count| *count = count.saturating_sub(1));
    }

    fn change(&mut self, values: &[Option<i32>], change: impl Fn(&mut u64)) {
        let counts = values.iter().any(Option::is_some);
        change(if counts {
            &mut self.voters
        } else {
            &mut self.skipped
        });
        for (statement, value) in self.statements.iter_mut().zip(values) {
            let step = value.and_then(|value| usize::try_from(value.checked_sub(self.from)?).ok());
            if let Some(count) = step.and_then(|step| statement.counts.get_mut(step)) {
                change(count);
            }
        }
    }
}

impl Sum for ScaleTally {
    fn add_answer(&mut self, answer: &Answer) {
        if let Some(values) = answer.scale() {
            self.add(values);
        }
    }

    fn remove_answer(&mut self, answer: &Answer) {
        if let Some(values) = answer.scale() {
            self.remove(values);
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

/// What a scale question adds up to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ScaleResults {
    /// People who gave any statement a value.
    pub voters: u64,
    /// People who skipped all statements.
    pub skipped: u64,
    /// The value that the first count is of.
    pub from: i32,
    /// In deck order.
    pub statements: Vec<StatementResults>,
}

/// One statement.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StatementResults {
    /// As in the deck.
    pub label: String,
    /// People per value, lowest value first.
    pub counts: Vec<u64>,
    /// The arithmetic mean; nothing without values.
    pub mean: Option<f64>,
    /// Voters who skipped this statement.
    pub skipped: u64,
}

#[cfg(test)]
mod tests;
