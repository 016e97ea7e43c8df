//! The list of what people give, with a line per kind: an answer as events store it, and what is
//! asked of one.

use serde::{Deserialize, Serialize};

use crate::question::form::FormMac;
use crate::question::of_one_kind::contents;
use crate::question::word::Word;
use crate::question::{Fields, Kind, QuestionSpec, choice, number, scale, spectrum, words};

/// The fields that would store this answer again; none where its content is kept elsewhere.
pub fn fields(answer: &Answer) -> Fields {
    match answer {
        Answer::Choice { options, other } => choice::fields(options, other.as_ref()),
        Answer::Words { entries } => words::fields(entries),
        Answer::Scale { values } => scale::fields(values),
        Answer::Spectrum { hundredths } => spectrum::fields(*hundredths),
        Answer::Number { thousandths } => number::fields(*thousandths),
        Answer::Form { .. } => Fields::default(),
    }
}

/// An answer as typed JSON, for exports; nothing where its content is kept elsewhere.
pub fn value_of(answer: &Answer) -> Option<serde_json::Value> {
    Some(match answer {
        Answer::Choice { options, other } => choice::value(options, other.as_ref()),
        Answer::Words { entries } => words::value(entries),
        Answer::Scale { values } => scale::value(values),
        Answer::Spectrum { hundredths } => spectrum::value(*hundredths),
        Answer::Number { thousandths } => number::value(*thousandths),
        Answer::Form { .. } => return None,
    })
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
    /// That a form was filled in. What is in it is kept elsewhere.
    Form {
        /// Of what is kept; none where nothing is.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        mac: Option<FormMac>,
    },
}

contents! {
    choice: Choice { options, other } as (&Vec<u8>, &Option<Word>),
    entries: Words { entries } as &Vec<Word>,
    scale: Scale { values } as &Vec<Option<i32>>,
    spectrum: Spectrum { hundredths } as &u16,
    number: Number { thousandths } as &i64,
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
            Self::Form { .. } => Kind::Form,
        };
        ask.which() == kind
    }

    /// The texts in it that count by their key.
    pub fn words(&self) -> &[Word] {
        match self {
            Self::Choice { other, .. } => other.as_slice(),
            Self::Words { entries } => entries,
            Self::Scale { .. } => &[],
            Self::Spectrum { .. } => &[],
            Self::Number { .. } => &[],
            Self::Form { .. } => &[],
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
            answer @ Self::Scale { .. } => answer,
            answer @ Self::Spectrum { .. } => answer,
            answer @ Self::Number { .. } => answer,
            answer @ Self::Form { .. } => answer,
        }
    }

    /// Whether its content is kept beside the room.
    pub fn is_kept_apart(&self) -> bool {
        match self {
            Self::Form { .. } => true,
            Self::Choice { .. } => false,
            Self::Words { .. } => false,
            Self::Scale { .. } => false,
            Self::Spectrum { .. } => false,
            Self::Number { .. } => false,
        }
    }

    /// By what the content is known that is kept beside the room.
    pub fn mac(&self) -> Option<&FormMac> {
        match self {
            Self::Form { mac } => mac.as_ref(),
            Self::Choice { .. } => None,
            Self::Words { .. } => None,
            Self::Scale { .. } => None,
            Self::Spectrum { .. } => None,
            Self::Number { .. } => None,
        }
    }

    /// The same, where its content is kept beside the room under that one.
    #[must_use]
    pub fn with_mac(self, now: FormMac) -> Self {
        match self {
            Self::Form { .. } => Self::Form { mac: Some(now) },
            answer @ Self::Choice { .. } => answer,
            answer @ Self::Words { .. } => answer,
            answer @ Self::Scale { .. } => answer,
            answer @ Self::Spectrum { .. } => answer,
            answer @ Self::Number { .. } => answer,
        }
    }

    /// The options that were picked, by their number from 1.
    pub(crate) fn picked(&self) -> &[u8] {
        match self {
            Self::Choice { options, .. } => options,
            Self::Words { .. } => &[],
            Self::Scale { .. } => &[],
            Self::Spectrum { .. } => &[],
            Self::Number { .. } => &[],
            Self::Form { .. } => &[],
        }
    }

    /// Where it stands between two poles, 0–100.
    pub(crate) fn place(&self) -> Option<f64> {
        match self {
            Self::Spectrum { hundredths } => Some(spectrum::place(*hundredths)),
            Self::Choice { .. } => None,
            Self::Words { .. } => None,
            Self::Scale { .. } => None,
            Self::Number { .. } => None,
            Self::Form { .. } => None,
        }
    }
}
