//! Question kinds. Each has one file: its settings, how an answer is validated and normalised, how
//! answers add up, and what the results are. Here they meet: one enum arm per kind and family.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::question::answer::Answer;
use crate::question::ask::Ask;
use crate::question::spellings::Spellings;
use crate::refusal::Refusal;
use crate::rules::Rules;

pub mod answer;
pub mod ask;
pub mod choice;
pub mod open;
pub mod scale;
pub mod spectrum;
pub mod spellings;
pub mod words;

/// An answer on its way, not yet trusted: the fields of a form, in order; names may repeat. Forms are posted so, frames carry them
/// so, and so a stored answer comes back to fill the form again.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fields(pub Vec<(String, String)>);

impl Fields {
    /// The first field of that name.
    pub fn first(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// A field at the end.
    pub fn push(&mut self, name: impl Into<String>, value: impl Into<String>) {
        self.0.push((name.into(), value.into()));
    }

    /// All fields of that name, in order.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0.iter().filter(move |(key, _)| key == name).map(|(_, value)| value.as_str())
    }
}

impl Ask {
    /// What a participant may store as their answer to this, under the rules of the room. Fields that its kind does not know are
    /// passed over; of one that a form has once, the first counts.
    ///
    /// # Errors
    /// A [`Refusal`] about the content: too long, too many, empty, of another kind.
    pub fn read(&self, fields: &Fields, rules: Rules) -> Result<Answer, Refusal> {
        match self {
            Self::Choice(choice) => choice.read(fields, rules),
            Self::Words(words) => words.read(fields, rules),
            Self::Scale(scale) => scale.read(fields),
            Self::Spectrum(spectrum) => spectrum.read(fields),
            Self::Open(_) => Err(Refusal::WrongKind),
            _ => Err(Refusal::NotPlayable),
        }
    }
}

impl Answer {
    /// Whether it is of the kind that is asked: the settings of a question may change, its kind in a
    /// round never does.
    pub fn is_for(&self, ask: &Ask) -> bool {
        matches!(
            (self, ask),
            (Self::Choice { .. }, Ask::Choice(_))
                | (Self::Words { .. }, Ask::Words(_))
                | (Self::Scale { .. }, Ask::Scale(_))
                | (Self::Spectrum { .. }, Ask::Spectrum(_))
        )
    }
}

/// The fields that would store this answer again.
pub fn fields(answer: &Answer) -> Fields {
    match answer {
        Answer::Choice { options, other } => choice::fields(options, other.as_ref()),
        Answer::Words { entries } => words::fields(entries),
        Answer::Scale { values } => scale::fields(values),
        Answer::Spectrum { hundredths } => spectrum::fields(*hundredths),
    }
}

/// An answer as typed JSON, for exports.
pub fn value_of(answer: &Answer) -> Value {
    match answer {
        Answer::Choice { options, other } => choice::value(options, other.as_ref()),
        Answer::Words { entries } => words::value(entries),
        Answer::Scale { values } => serde_json::json!({ "values": values }),
        Answer::Spectrum { hundredths } => serde_json::json!({ "value": spectrum::percent(*hundredths) }),
    }
}

/// The running sum of a question's answers in one round. Adding, removing and reading cost the same
/// however many answers there are (reading: as many as there are different ones).
#[derive(Clone, Debug, PartialEq)]
pub enum Tally {
    /// Of `choice`.
    Choice(choice::Tally),
    /// Of `words`.
    Words(words::Tally),
    /// Of `scale`.
    Scale(scale::Tally),
    /// Of `spectrum`.
    Spectrum(spectrum::Tally),
    /// Kinds without a sum of their own: open answers are a list, later kinds collect nothing.
    Nothing,
}

impl Tally {
    /// An empty sum for what is asked.
    pub fn new(ask: &Ask) -> Self {
        match ask {
            Ask::Choice(choice) => Self::Choice(choice::Tally::new(choice.options.len())),
            Ask::Words(_) => Self::Words(words::Tally::default()),
            Ask::Scale(scale) => Self::Scale(scale::Tally::new(scale)),
            Ask::Spectrum(_) => Self::Spectrum(spectrum::Tally::default()),
            _ => Self::Nothing,
        }
    }

    /// An empty sum for what is asked, under what a moderator did to the words of this one.
    pub fn anew(&self, ask: &Ask) -> Self {
        let mut tally = Self::new(ask);
        if let (Some(spellings), Some(before)) = (tally.spellings_mut(), self.spellings()) {
            *spellings = Spellings::moderated_as(before.moderated().clone());
        }
        tally
    }

    /// Counts one answer. One of another kind than the question's can't have passed validation, and
    /// is not counted.
    pub fn add(&mut self, answer: &Answer) {
        match (self, answer) {
            (Self::Choice(tally), Answer::Choice { options, other }) => tally.add(options, other.as_ref()),
            (Self::Words(tally), Answer::Words { entries }) => tally.add(entries),
            (Self::Scale(tally), Answer::Scale { values }) => tally.add(values),
            (Self::Spectrum(tally), Answer::Spectrum { hundredths }) => tally.add(*hundredths),
            _ => {}
        }
    }

    /// Counts several answers into an empty sum.
    pub fn add_all(&mut self, answers: &[&Answer]) {
        match self {
            Self::Words(tally) => tally.add_all(answers.iter().map(|answer| answer.words())),
            tally => answers.iter().for_each(|answer| tally.add(answer)),
        }
    }

    /// Counts one answer in place of another one.
    pub fn replace(&mut self, before: Option<&Answer>, now: Option<&Answer>) {
        if let Self::Words(tally) = self {
            tally.replace(before.map(Answer::words), now.map(Answer::words));
            return;
        }
        now.iter().for_each(|answer| self.add(answer));
        before.iter().for_each(|answer| self.remove(answer));
    }

    /// Takes back one answer that was counted before.
    pub fn remove(&mut self, answer: &Answer) {
        match (self, answer) {
            (Self::Choice(tally), Answer::Choice { options, other }) => tally.remove(options, other.as_ref()),
            (Self::Words(tally), Answer::Words { entries }) => tally.remove(entries),
            (Self::Scale(tally), Answer::Scale { values }) => tally.remove(values),
            (Self::Spectrum(tally), Answer::Spectrum { hundredths }) => tally.remove(*hundredths),
            _ => {}
        }
    }

    /// How many different texts an answer would add to those it holds.
    pub fn unseen_texts(&self, answer: &Answer) -> usize {
        match (self, answer) {
            (Self::Choice(tally), Answer::Choice { other, .. }) => {
                other.iter().filter(|word| !tally.others.holds(word)).count()
            }
            (Self::Words(tally), Answer::Words { entries }) => {
                entries.iter().filter(|word| !tally.entries.holds(word)).count()
            }
            _ => 0,
        }
    }

    /// How many different texts it holds; bounded by
    /// [`DISTINCT_TEXTS`](crate::limits::DISTINCT_TEXTS).
    pub fn distinct_texts(&self) -> usize {
        self.spellings().map_or(0, Spellings::len)
    }

    /// The texts that people typed and that count by their key; nothing for kinds without such.
    pub fn spellings(&self) -> Option<&Spellings> {
        match self {
            Self::Choice(tally) => Some(&tally.others),
            Self::Words(tally) => Some(&tally.entries),
            _ => None,
        }
    }

    /// The same, to be moderated.
    pub fn spellings_mut(&mut self) -> Option<&mut Spellings> {
        match self {
            Self::Choice(tally) => Some(&mut tally.others),
            Self::Words(tally) => Some(&mut tally.entries),
            _ => None,
        }
    }
}

/// What the answers to one question add up to, with the fields of the HTTP API.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Results {
    /// Of `choice`.
    Choice(choice::Results),
    /// Of `words`.
    Words(words::Results),
    /// Of `open`.
    Open(open::Results),
    /// Of `scale`.
    Scale(scale::Results),
    /// Of `spectrum`.
    Spectrum(spectrum::Results),
}

impl Results {
    /// How many people gave an answer that counts.
    pub fn voters(&self) -> u64 {
        match self {
            Self::Choice(results) => results.voters,
            Self::Words(results) => results.voters,
            Self::Open(results) => results.voters,
            Self::Scale(results) => results.voters,
            Self::Spectrum(results) => results.voters,
        }
    }

    /// The same results at a size that is bounded whatever the room has answered, for pages.
    pub fn bounded(self) -> Self {
        match self {
            Self::Words(results) => Self::Words(results.bounded()),
            Self::Open(results) => Self::Open(results.bounded()),
            Self::Spectrum(results) => Self::Spectrum(results.bounded()),
            Self::Choice(results) => Self::Choice(results.bounded()),
            Self::Scale(results) => Self::Scale(results),
        }
    }
}

#[cfg(test)]
pub(crate) mod tests;
