//! `choice`: one or several of 2–20 options, with a free text behind an `{other}` option.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::image::Image;
use crate::limits::VIEW_WORDS;
use crate::question::by_hand::{ByHand, CountedPart};
use crate::question::exported::{ExportItem, ExportValue};
use crate::question::items_from::ItemsFrom;
use crate::question::kind::{Collected, ResultsScope, Sum};
use crate::question::quiz::Quiz;
use crate::question::trial::TrialDraw;
use crate::question::word::Word;
use crate::question::word_counts::{WordCount, WordCounts};
use crate::question::{Answer, Fields, Input, Results, Tally};
use crate::refusal::Refusal;
use crate::rules::Rules;
use crate::text;

/// What is typed behind an `{other}` option, in characters as people count them.
pub const OTHER_CHARS: usize = 60;

pub(super) mod deck;
pub mod form_fields;
mod input;
mod sums;

pub use form_fields::fields;
pub use input::{ChoiceInput, InputOption};

/// Settings of a choice question.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Choice {
    /// 2–20, in deck order.
    pub options: Vec<ChoiceOption>,
    /// How many may be picked.
    #[serde(default)]
    pub pick: Pick,
    /// Whether each phone gets its own order.
    #[serde(default)]
    pub shuffle: bool,
    /// How the stage draws it.
    #[serde(default)]
    pub layout: ChoiceLayout,
    /// Where the options come from, if not from the deck.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub items_from: Option<ItemsFrom>,
    /// What a right answer is worth.
    #[serde(default, skip_serializing_if = "Quiz::is_default")]
    pub quiz: Quiz,
    /// Whether people guess where the room stands.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub guess: bool,
}

/// One option.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ChoiceOption {
    /// As written, without its markers.
    pub label: String,
    /// Shown with the label.
    #[serde(default)]
    pub image: Option<Image>,
    /// Marked `{other}`: it takes a text of its own.
    #[serde(default)]
    pub other: bool,
    /// Marked `{correct}`; never sent to a phone while the question is open.
    #[serde(default)]
    pub correct: bool,
}

/// How many options one person picks, fewest and most.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pick {
    /// At least 1.
    pub min: u32,
    /// At most the number of options.
    pub max: u32,
}

impl Default for Pick {
    fn default() -> Self {
        Self { min: 1, max: 1 }
    }
}

/// How the stage draws a choice question.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ChoiceLayout {
    /// Horizontal bars.
    #[default]
    Bars,
    /// Standing columns.
    Columns,
    /// A ring.
    Donut,
    /// A dot per vote.
    Dots,
    /// Options as spots in a room, voters as dots.
    Places,
}

impl Choice {
    /// Validates and normalises an answer: fields `option` (repeated, from 1) and `other`.
    ///
    /// # Errors
    /// [`Refusal::Empty`], [`Refusal::OutOfRange`], [`Refusal::TooFew`], [`Refusal::TooMany`],
    /// [`Refusal::TooLong`], [`Refusal::WrongKind`].
    pub fn read(&self, fields: &Fields, rules: Rules) -> Result<Answer, Refusal> {
        let mut options = form_fields::chosen(fields)?;
        let other = form_fields::other(fields).unwrap_or_default();
        let other = text::within(text::line(other, rules), OTHER_CHARS, rules)?;
        let other_number = (1..=u8::MAX)
            .zip(&self.options)
            .find(|(_, option)| option.other)
            .map(|(number, _)| number);
        if options.is_empty() && !other.is_empty() {
            // Somebody typed and ticked nothing: the text says which option they mean.
            options.extend(other_number);
        }
        options.sort_unstable();
        options.dedup();
        self.check_count(&options)?;
        let chose_other = other_number.is_some_and(|number| options.contains(&number));
        let other = (chose_other && !other.is_empty()).then(|| Word {
            key: text::word_key(&other, rules),
            text: other,
        });
        Ok(Answer::Choice { options, other })
    }

    fn check_count(&self, options: &[u8]) -> Result<(), Refusal> {
        let known = |option: &u8| (1..=self.options.len()).contains(&usize::from(*option));
        if options.is_empty() {
            return Err(Refusal::Empty);
        }
        if !options.iter().all(known) {
            return Err(Refusal::OutOfRange);
        }
        if options.len() > self.pick.max as usize {
            return Err(Refusal::TooMany {
                limit: self.pick.max as usize,
            });
        }
        if options.len() < self.pick.min as usize {
            return Err(Refusal::TooFew {
                limit: self.pick.min as usize,
            });
        }
        Ok(())
    }

    /// The results with their labels.
    pub fn results(&self, tally: &ChoiceTally) -> ChoiceResults {
        self.most_frequent(tally, usize::MAX)
    }

    /// The values of an answer in a table: what was chosen, and what was typed behind it.
    pub(super) fn values(
        &self,
        options: &[u8],
        other: Option<&Word>,
        word_counts: Option<&WordCounts>,
    ) -> Vec<ExportValue> {
        let chosen = options.iter().filter_map(|number| {
            let place = usize::from(*number);
            Some((place, self.options.get(place.checked_sub(1)?)?))
        });
        let values = chosen.flat_map(|(place, option)| {
            let item = ExportItem::part(place, &option.label);
            match other.filter(|_| option.other) {
                Some(word) => ExportValue::words(&item, std::slice::from_ref(word), word_counts),
                None => vec![ExportValue::number(item, 1)],
            }
        });
        values.collect()
    }

    /// As much of the results as is wanted.
    pub(super) fn within(&self, tally: &ChoiceTally, extent: ResultsScope) -> ChoiceResults {
        match extent {
            ResultsScope::Whole => self.results(tally),
            ResultsScope::Page(_) | ResultsScope::Stage(_) => self.page(tally),
        }
    }

    /// As [`ChoiceResults::bounded`] leaves them, without making the rest first.
    pub fn page(&self, tally: &ChoiceTally) -> ChoiceResults {
        self.most_frequent(tally, VIEW_WORDS)
    }

    fn most_frequent(&self, tally: &ChoiceTally, limit: usize) -> ChoiceResults {
        let label = |(option, votes): (&ChoiceOption, &u64)| OptionVotes {
            label: option.label.clone(),
            votes: *votes,
        };
        let takes_other = self.options.iter().any(|option| option.other);
        ChoiceResults {
            voters: tally.voters,
            options: self.options.iter().zip(&tally.votes).map(label).collect(),
            others: takes_other.then(|| {
                tally
                    .others
                    .most_frequent(limit)
                    .map(OtherText::of)
                    .collect()
            }),
        }
    }
}

impl Collected for Choice {
    fn input(&self) -> Input {
        let option = |option: &ChoiceOption| InputOption {
            label: option.label.clone(),
            other: option.other,
            image: option.image.clone().map(|image| (image.source, image.alt)),
        };
        Input::Choice(ChoiceInput {
            options: self.options.iter().map(option).collect(),
            pick: self.pick,
            shuffle: self.shuffle,
            layout: self.layout,
        })
    }

    fn read(&self, fields: &Fields, rules: Rules) -> Result<Answer, Refusal> {
        self.read(fields, rules)
    }

    fn tally(&self) -> Tally {
        Tally::Choice(ChoiceTally::new(self.options.len()))
    }

    fn results(&self, tally: &Tally, extent: ResultsScope) -> Option<Results> {
        Some(Results::Choice(self.within(tally.choice()?, extent)))
    }

    fn values(&self, answer: &Answer, word_counts: Option<&WordCounts>) -> Vec<ExportValue> {
        match answer.choice() {
            Some((options, other)) => self.values(options, other.as_ref(), word_counts),
            None => Vec::new(),
        }
    }

    fn takes_texts(&self) -> bool {
        self.options.iter().any(|option| option.other)
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
        let all = self.options.len();
        let most = (self.pick.max as usize).min(all);
        let wanted = draw.between((self.pick.min as usize).min(most).max(1), most);
        let mut left: Vec<usize> = (1..=all).collect();
        let mut fields = Fields::default();
        for _ in 0..wanted {
            let option = left.remove(draw.place(left.len()));
            fields.push(form_fields::OPTION, option.to_string());
        }
        fields
    }

    fn by_hand(&self) -> ByHand {
        let options = (1..).zip(&self.options);
        let part = |(number, option): (usize, &ChoiceOption)| CountedPart {
            name: form_fields::OPTION.to_owned(),
            value: number.to_string(),
            part: None,
            label: option.label.clone(),
        };
        ByHand::Counts {
            parts: options.map(part).collect(),
            each: self.pick.max as usize,
        }
    }

    fn is_kept_apart(&self) -> bool {
        false
    }

    fn shows_ways(&self) -> bool {
        false
    }

    fn columns(&self) -> Vec<&str> {
        self.options
            .iter()
            .map(|option| option.label.as_str())
            .collect()
    }
}

/// An answer as typed JSON, for exports.
pub fn value(options: &[u8], other: Option<&Word>) -> Value {
    match other {
        Some(word) => serde_json::json!({ "options": options, "other": word.text }),
        None => serde_json::json!({ "options": options }),
    }
}

/// The running sum.
#[derive(Clone, Debug, PartialEq)]
pub struct ChoiceTally {
    /// People who picked anything.
    pub voters: u64,
    /// People per option, in deck order.
    pub votes: Vec<u64>,
    /// What was typed behind the `{other}` option.
    pub others: WordCounts,
}

impl ChoiceTally {
    /// Nothing counted yet.
    pub fn new(options: usize) -> Self {
        Self {
            voters: 0,
            votes: vec![0; options],
            others: WordCounts::default(),
        }
    }

    /// Counts one person's options.
    pub fn add(&mut self, options: &[u8], other: Option<&Word>) {
        self.voters += 1;
        for option in options {
            if let Some(votes) = self.votes.get_mut(usize::from(*option).wrapping_sub(1)) {
                *votes += 1;
            }
        }
        self.others
            .add(other.map(std::slice::from_ref).unwrap_or_default());
    }

    /// Takes back one person's options.
    pub fn remove(&mut self, options: &[u8], other: Option<&Word>) {
        self.voters = self.voters.saturating_sub(1);
        for option in options {
            if let Some(votes) = self.votes.get_mut(usize::from(*option).wrapping_sub(1)) {
                *votes = votes.saturating_sub(1);
            }
        }
        self.others
            .remove(other.map(std::slice::from_ref).unwrap_or_default());
    }
}

impl Sum for ChoiceTally {
    fn add_answer(&mut self, answer: &Answer) {
        if let Some((options, other)) = answer.choice() {
            self.add(options, other.as_ref());
        }
    }

    fn remove_answer(&mut self, answer: &Answer) {
        if let Some((options, other)) = answer.choice() {
            self.remove(options, other.as_ref());
        }
    }

    fn voters(&self) -> u64 {
        self.voters
    }

    fn word_counts(&self) -> Option<&WordCounts> {
        Some(&self.others)
    }

    fn word_counts_mut(&mut self) -> Option<&mut WordCounts> {
        Some(&mut self.others)
    }
}

/// What a choice question adds up to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ChoiceResults {
    /// People who picked anything; percentages are of these.
    pub voters: u64,
    /// In deck order.
    pub options: Vec<OptionVotes>,
    /// Only where there is an `{other}` option; most frequent first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub others: Option<Vec<OtherText>>,
}

/// One option and how many people picked it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OptionVotes {
    /// As in the deck.
    pub label: String,
    /// People.
    pub votes: u64,
}

/// One text behind the `{other}` option.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OtherText {
    /// Its most frequent spelling.
    pub text: String,
    /// People.
    pub votes: u64,
}

impl OtherText {
    fn of(entry: WordCount) -> Self {
        Self {
            text: entry.text,
            votes: entry.count,
        }
    }
}

impl ChoiceResults {
    /// Without what was typed behind `{other}`; how many did so stays.
    pub(super) fn without_texts(self) -> Self {
        Self {
            others: None,
            ..self
        }
    }

    /// Without the texts that few gave; they are counted with their option.
    pub(super) fn totals(mut self, is_enough: fn(u64) -> bool) -> Self {
        let others = self.others.iter_mut();
        others.for_each(|texts| texts.retain(|text| is_enough(text.votes)));
        self
    }

    /// With at most [`VIEW_WORDS`] texts.
    pub fn bounded(mut self) -> Self {
        self.others
            .iter_mut()
            .for_each(|others| others.truncate(VIEW_WORDS));
        self
    }
}

#[cfg(test)]
mod tests;
