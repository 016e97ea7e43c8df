//! The list of question kinds. Each has a folder or file of its own: its settings and how a deck
//! writes them, how an answer is validated and normalised, how answers add up, what the results are
//! and what tables tell of them. Here they meet, with a line per kind, and no code of any. What
//! every kind tells of itself is in `kind`; whoever asks names none.

use serde::{Deserialize, Serialize};

use crate::deck::grammar::keyword::{Keyword as _, words};

mod answer;
mod asking;
mod by_hand;
pub mod choice;
pub mod exported;
pub mod form;
pub mod form_fields;
pub mod grid;
mod input;
pub mod item;
pub mod items_from;
pub(crate) mod kind;
pub mod number;
mod of_one_kind;
pub mod open;
pub mod pin;
pub mod points;
pub mod qa;
pub mod quiz;
pub mod rank;
mod rewording;
pub mod scale;
pub mod spectrum;
pub mod sums;
mod tally;
pub(crate) mod trial;
pub mod typed;
pub mod word;
pub mod word_counts;
pub mod words;

pub use answer::{Answer, fields, value_of};
pub(crate) use by_hand::people_of;
pub use by_hand::{ByHand, CountedPart};
pub(crate) use form::totals;
pub use form::{FieldCount, FieldInput, FieldTotals, FieldValue, FilledForm, FormField, FormMac};
pub use form_fields::Fields;
pub use input::Input;
use of_one_kind::of_one_kind;

// Forms are asked for by whoever keeps what people fill in beside the room.
of_one_kind!(QuestionSpec {
    pub as_form: Form(form::Form),
});

of_one_kind!(Tally {
    choice: Choice(choice::ChoiceTally),
    words: Words(words::WordsTally),
    scale: Scale(scale::ScaleTally),
    spectrum: Spectrum(spectrum::SpectrumTally),
    number: Number(number::NumberTally),
    form: Form(form::FormTally),
});

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
            Self::Form => &form::deck::FORMAT,
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

    pub(crate) fn settings_mut(&mut self) -> &mut dyn kind::KindSettings {
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

/// The running sum of a question's answers in one round. Adding, removing and reading cost the same
/// however many answers there are (reading: as many as there are different ones).
#[derive(Clone, Debug, PartialEq)]
pub enum Tally {
    /// Of `choice`.
    Choice(choice::ChoiceTally),
    /// Of `words`.
    Words(words::WordsTally),
    /// Of `scale`.
    Scale(scale::ScaleTally),
    /// Of `spectrum`.
    Spectrum(spectrum::SpectrumTally),
    /// Of `number`.
    Number(number::NumberTally),
    /// Of `form`.
    Form(form::FormTally),
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
            Self::Form(sum) => Some(sum),
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
            Self::Form(sum) => Some(sum),
            Self::Nothing => None,
        }
    }
}

/// What the answers to one question add up to, with the fields of the HTTP API.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Results {
    /// Of `choice`.
    Choice(choice::ChoiceResults),
    /// Of `words`.
    Words(words::WordsResults),
    /// Of `open`.
    Open(open::OpenResults),
    /// Of `scale`.
    Scale(scale::ScaleResults),
    /// Of `spectrum`.
    Spectrum(spectrum::SpectrumResults),
    /// Of `number`.
    Number(number::NumberResults),
    /// Of `form`.
    Form(form::FormResults),
}

impl From<open::OpenResults> for Results {
    fn from(results: open::OpenResults) -> Self {
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
            Self::Form(results) => results.voters,
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
            Self::Form(results) => Self::Form(results),
        }
    }

    /// What of them may stay when answers end: numbers, and of texts those alone that enough people
    /// gave.
    #[must_use]
    pub fn totals(self, is_enough: fn(u64) -> bool) -> Self {
        match self {
            Self::Choice(results) => Self::Choice(results.totals(is_enough)),
            Self::Words(results) => Self::Words(results.totals(is_enough)),
            Self::Open(results) => Self::Open(results.totals()),
            Self::Scale(results) => Self::Scale(results),
            Self::Spectrum(results) => Self::Spectrum(results.totals()),
            Self::Number(results) => Self::Number(results.totals(is_enough)),
            Self::Form(results) => Self::Form(results),
        }
    }

    /// The words that were given, where that is what is counted.
    pub fn words(&self) -> Option<&[word_counts::WordCount]> {
        match self {
            Self::Words(results) => Some(&results.entries),
            Self::Choice(_) => None,
            Self::Open(_) => None,
            Self::Scale(_) => None,
            Self::Spectrum(_) => None,
            Self::Number(_) => None,
            Self::Form(_) => None,
        }
    }

    /// Its texts, for kinds whose answers are shown one by one.
    pub fn added(&self) -> &[open::OpenAnswer] {
        match self {
            Self::Open(results) => &results.answers,
            Self::Choice(_) => &[],
            Self::Words(_) => &[],
            Self::Scale(_) => &[],
            Self::Spectrum(_) => &[],
            Self::Number(_) => &[],
            Self::Form(_) => &[],
        }
    }

    /// The same without what people wrote at length or in the place of an option: what is left are
    /// counts, and words that several gave.
    #[must_use]
    pub fn without_texts(self) -> Self {
        match self {
            Self::Choice(results) => Self::Choice(results.without_texts()),
            Self::Words(results) => Self::Words(results.without_texts()),
            Self::Open(results) => Self::Open(results.without_texts()),
            Self::Scale(results) => Self::Scale(results),
            Self::Spectrum(results) => Self::Spectrum(results),
            Self::Number(results) => Self::Number(results),
            Self::Form(results) => Self::Form(results),
        }
    }

    /// What they are as numbers in a table.
    pub fn sums(&self) -> sums::SumTable {
        match self {
            Self::Choice(results) => results.sums(),
            Self::Words(results) => results.sums(),
            Self::Open(results) => results.sums(),
            Self::Scale(results) => results.sums(),
            Self::Spectrum(results) => results.sums(),
            Self::Number(results) => results.sums(),
            Self::Form(results) => results.sums(),
        }
    }

    /// Texts with a public name of their own.
    pub fn added_mut(&mut self) -> &mut [open::OpenAnswer] {
        match self {
            Self::Open(results) => &mut results.answers,
            Self::Choice(_) => &mut [],
            Self::Words(_) => &mut [],
            Self::Scale(_) => &mut [],
            Self::Spectrum(_) => &mut [],
            Self::Number(_) => &mut [],
            Self::Form(_) => &mut [],
        }
    }
}

#[cfg(test)]
pub(crate) mod tests;
