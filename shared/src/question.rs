//! The list of question kinds. Each has a folder or file of its own: its settings and how a deck
//! writes them, how an answer is validated and normalised, how answers add up, what the results are
//! and what tables tell of them. Here they meet, with a line per kind, and no code of any. What
//! every kind tells of itself is in `kind`; whoever asks names none.

use serde::{Deserialize, Serialize};

use crate::deck::grammar::keyword::{Keyword as _, words};
use crate::question::word::Word;
use crate::refusal::Refusal;
use crate::rules::Rules;

mod asking;
pub mod choice;
pub mod exported;
pub mod form;
mod form_fields;
pub mod grid;
mod input;
pub mod item;
pub mod items_from;
pub(crate) mod kind;
pub mod number;
pub mod open;
pub mod pin;
pub mod points;
pub mod qa;
pub mod quiz;
pub mod rank;
mod rewording;
pub mod scale;
pub mod spectrum;
mod tally;
pub mod typed;
pub mod word;
pub mod word_counts;
pub mod words;

pub use form_fields::Fields;
pub use input::Input;

impl QuestionSpec {
    /// What a participant may store as their answer to this, under the rules of the room. Fields
    /// that its kind does not know are passed over; of one that a form has once, the first counts.
    ///
    /// # Errors
    /// A [`Refusal`] about the content: too long, too many, empty, of another kind.
    pub fn read(&self, fields: &Fields, rules: Rules) -> Result<Answer, Refusal> {
        match self {
            Self::Choice(choice) => choice.read(fields, rules),
            Self::Words(words) => words.read(fields, rules),
            Self::Scale(scale) => scale.read(fields),
            Self::Spectrum(spectrum) => spectrum.read(fields),
            Self::Number(number) => number.read(fields),
            Self::Open(_) => Err(Refusal::WrongKind),
            Self::Rank(_) | Self::Points(_) | Self::Grid(_) | Self::Pin(_) => {
                Err(Refusal::NotPlayable)
            }
            Self::Type(_) | Self::Form(_) | Self::Qa(_) => Err(Refusal::NotPlayable),
        }
    }

    /// Where its items come from, if not from the deck.
    pub(crate) fn items_from_mut(&mut self) -> Option<&mut items_from::ItemsFrom> {
        match self {
            Self::Choice(choice) => choice.items_from.as_mut(),
            Self::Scale(scale) => scale.items_from.as_mut(),
            Self::Rank(rank) => rank.items_from.as_mut(),
            Self::Points(points) => points.items_from.as_mut(),
            Self::Words(_) | Self::Open(_) | Self::Spectrum(_) | Self::Number(_) => None,
            Self::Grid(_) | Self::Pin(_) => None,
            Self::Type(_) | Self::Form(_) | Self::Qa(_) => None,
        }
    }

    /// Takes over what a kind has to know of the language of its deck.
    pub(crate) fn set_language(&mut self, language: &str) {
        match self {
            Self::Number(number) => number.set_language(language),
            Self::Choice(_)
            | Self::Words(_)
            | Self::Open(_)
            | Self::Scale(_)
            | Self::Spectrum(_) => {}
            Self::Rank(_) | Self::Points(_) | Self::Grid(_) | Self::Pin(_) => {}
            Self::Type(_) | Self::Form(_) | Self::Qa(_) => {}
        }
    }
}

/// The fields that would store this answer again.
pub fn fields(answer: &Answer) -> Fields {
    match answer {
        Answer::Choice { options, other } => choice::fields(options, other.as_ref()),
        Answer::Words { entries } => words::fields(entries),
        Answer::Scale { values } => scale::fields(values),
        Answer::Spectrum { hundredths } => spectrum::fields(*hundredths),
        Answer::Number { thousandths } => number::fields(*thousandths),
    }
}

/// An answer as typed JSON, for exports.
pub fn value_of(answer: &Answer) -> serde_json::Value {
    match answer {
        Answer::Choice { options, other } => choice::value(options, other.as_ref()),
        Answer::Words { entries } => words::value(entries),
        Answer::Scale { values } => serde_json::json!({ "values": values }),
        Answer::Spectrum { hundredths } => {
            serde_json::json!({ "value": spectrum::percent(*hundredths) })
        }
        Answer::Number { thousandths } => {
            serde_json::json!({ "value": number::value(*thousandths) })
        }
    }
}

/// What is asked. Every kind of the deck format is read and kept; which ones this version can play
/// says [`QuestionSpec::playable`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum QuestionSpec {
    /// One or several of 2–20 options.
    Choice(choice::Choice),
    /// Short entries, shown as a cloud.
    Words(words::Words),
    /// Free text that the room may vote on.
    Open(open::Open),
    /// A value per statement.
    Scale(scale::Scale),
    /// A place on the line between two poles.
    Spectrum(spectrum::Spectrum),
    /// An order of 2–12 items.
    Rank(rank::Rank),
    /// 100 points over 2–12 items.
    Points(points::Points),
    /// A place on two axes per item.
    Grid(grid::Grid),
    /// A place on an image.
    Pin(pin::Pin),
    /// A number.
    Number(number::Number),
    /// A typed quiz answer.
    Type(typed::Type),
    /// Several fields.
    Form(form::Form),
    /// Questions to the speakers.
    Qa(qa::Qa),
}

/// The kind of a question alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Choice,
    Words,
    Open,
    Scale,
    Spectrum,
    Rank,
    Points,
    Grid,
    Pin,
    Number,
    Type,
    Form,
    Qa,
}

words!(Kind {
    Choice: "choice",
    Words: "words",
    Open: "open",
    Scale: "scale",
    Spectrum: "spectrum",
    Rank: "rank",
    Points: "points",
    Grid: "grid",
    Pin: "pin",
    Number: "number",
    Type: "type",
    Form: "form",
    Qa: "qa",
});

impl Kind {
    /// How it is written in a deck.
    pub fn format(self) -> &'static kind::KindFormat {
        match self {
            Self::Choice => &choice::deck::FORMAT,
            Self::Words => &words::deck::FORMAT,
            Self::Open => &open::deck::FORMAT,
            Self::Scale => &scale::deck::FORMAT,
            Self::Spectrum => &spectrum::deck::FORMAT,
            Self::Rank => &rank::FORMAT,
            Self::Points => &points::FORMAT,
            Self::Grid => &grid::FORMAT,
            Self::Pin => &pin::FORMAT,
            Self::Number => &number::deck::FORMAT,
            Self::Type => &typed::FORMAT,
            Self::Form => &form::FORMAT,
            Self::Qa => &qa::FORMAT,
        }
    }
}

impl QuestionSpec {
    /// The word of the deck format for this kind.
    pub fn kind(&self) -> &'static str {
        self.which().word()
    }

    pub(crate) fn which(&self) -> Kind {
        match self {
            Self::Choice(_) => Kind::Choice,
            Self::Words(_) => Kind::Words,
            Self::Open(_) => Kind::Open,
            Self::Scale(_) => Kind::Scale,
            Self::Spectrum(_) => Kind::Spectrum,
            Self::Rank(_) => Kind::Rank,
            Self::Points(_) => Kind::Points,
            Self::Grid(_) => Kind::Grid,
            Self::Pin(_) => Kind::Pin,
            Self::Number(_) => Kind::Number,
            Self::Type(_) => Kind::Type,
            Self::Form(_) => Kind::Form,
            Self::Qa(_) => Kind::Qa,
        }
    }

    pub(crate) fn settings(&self) -> &dyn kind::KindSettings {
        match self {
            Self::Choice(settings) => settings,
            Self::Words(settings) => settings,
            Self::Open(settings) => settings,
            Self::Scale(settings) => settings,
            Self::Spectrum(settings) => settings,
            Self::Rank(settings) => settings,
            Self::Points(settings) => settings,
            Self::Grid(settings) => settings,
            Self::Pin(settings) => settings,
            Self::Number(settings) => settings,
            Self::Type(settings) => settings,
            Self::Form(settings) => settings,
            Self::Qa(settings) => settings,
        }
    }
}

/// What one participant submitted to a question, validated and normalised, as events store it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Answer {
    /// Options by their number.
    Choice {
        /// From 1, ascending.
        options: Vec<u8>,
        /// What was typed behind the `{other}` option.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        other: Option<Word>,
    },
    /// Entries, each word key once.
    Words {
        /// In the order in which they were typed.
        entries: Vec<Word>,
    },
    /// A value per statement.
    Scale {
        /// Nothing where the statement was skipped.
        values: Vec<Option<i32>>,
    },
    /// A place between two poles.
    Spectrum {
        /// 0 to 10,000: hundredths of the 0–100 that people see.
        hundredths: u16,
    },
    /// A number.
    Number {
        /// In thousandths.
        thousandths: i64,
    },
}

impl Answer {
    /// Whether it is of the kind that is asked: the settings of a question may change, its kind in
    /// a round never does.
    pub fn is_for(&self, ask: &QuestionSpec) -> bool {
        let kind = match self {
            Self::Choice { .. } => Kind::Choice,
            Self::Words { .. } => Kind::Words,
            Self::Scale { .. } => Kind::Scale,
            Self::Spectrum { .. } => Kind::Spectrum,
            Self::Number { .. } => Kind::Number,
        };
        ask.which() == kind
    }

    /// The texts in it that count by their key.
    pub fn words(&self) -> &[Word] {
        match self {
            Self::Choice { other, .. } => other.as_slice(),
            Self::Words { entries } => entries,
            Self::Scale { .. } | Self::Spectrum { .. } | Self::Number { .. } => &[],
        }
    }

    /// The same without the texts that are to go; what was picked and placed stays.
    #[must_use]
    pub fn without(self, goes: impl Fn(&Word) -> bool) -> Self {
        match self {
            Self::Choice { options, other } => Self::Choice {
                options,
                other: other.filter(|word| !goes(word)),
            },
            Self::Words { entries } => Self::Words {
                entries: words::without(entries, goes),
            },
            answer @ (Self::Scale { .. } | Self::Spectrum { .. } | Self::Number { .. }) => answer,
        }
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
    /// Of `number`.
    Number(number::Tally),
    /// Kinds without a sum of their own: open answers are a list, later kinds collect nothing.
    Nothing,
}

impl Tally {
    fn sum(&self) -> Option<&dyn kind::Sum> {
        match self {
            Self::Choice(sum) => Some(sum),
            Self::Words(sum) => Some(sum),
            Self::Scale(sum) => Some(sum),
            Self::Spectrum(sum) => Some(sum),
            Self::Number(sum) => Some(sum),
            Self::Nothing => None,
        }
    }

    fn sum_mut(&mut self) -> Option<&mut dyn kind::Sum> {
        match self {
            Self::Choice(sum) => Some(sum),
            Self::Words(sum) => Some(sum),
            Self::Scale(sum) => Some(sum),
            Self::Spectrum(sum) => Some(sum),
            Self::Number(sum) => Some(sum),
            Self::Nothing => None,
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
    /// Of `number`.
    Number(number::Results),
}

impl From<open::Results> for Results {
    fn from(results: open::Results) -> Self {
        Self::Open(results)
    }
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
            Self::Number(results) => results.voters,
        }
    }

    /// The same results at a size that is bounded whatever the room has answered, for pages.
    #[must_use]
    pub fn bounded(self) -> Self {
        match self {
            Self::Choice(results) => Self::Choice(results.bounded()),
            Self::Words(results) => Self::Words(results.bounded()),
            Self::Open(results) => Self::Open(results.bounded()),
            Self::Scale(results) => Self::Scale(results),
            Self::Spectrum(results) => Self::Spectrum(results.bounded()),
            Self::Number(results) => Self::Number(results.bounded()),
        }
    }

    /// Those of a page with what is right, once nobody can answer any more; `whole` makes all of
    /// them.
    #[must_use]
    pub fn revealed(self, whole: impl FnOnce() -> Option<Self>) -> Self {
        match self {
            Self::Number(results) => Self::Number(results.revealed(whole())),
            open @ (Self::Choice(_)
            | Self::Words(_)
            | Self::Open(_)
            | Self::Scale(_)
            | Self::Spectrum(_)) => open,
        }
    }

    /// Texts with a public name of their own.
    pub fn added_mut(&mut self) -> &mut [open::OpenAnswer] {
        match self {
            Self::Open(results) => &mut results.answers,
            Self::Choice(_)
            | Self::Words(_)
            | Self::Scale(_)
            | Self::Spectrum(_)
            | Self::Number(_) => &mut [],
        }
    }
}

#[cfg(test)]
pub(crate) mod tests;
