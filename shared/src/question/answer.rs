//! The list of what people give, with a line per kind: an answer as events store it, and what is
//! asked of one.

use serde::{Deserialize, Serialize};

use crate::question::exported::ExportValue;
use crate::question::word::Word;
use crate::question::word_counts::WordCounts;
use crate::question::{Fields, Kind, QuestionSpec, choice, number, scale, spectrum, words};

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

    /// The options that were picked, by their number from 1.
    pub(crate) fn picked(&self) -> &[u8] {
        match self {
            Self::Choice { options, .. } => options,
            Self::Words { .. } | Self::Scale { .. } => &[],
            Self::Spectrum { .. } | Self::Number { .. } => &[],
        }
    }

    /// Where it stands between two poles, 0–100.
    pub(crate) fn place(&self) -> Option<f64> {
        match self {
            Self::Spectrum { hundredths } => Some(spectrum::place(*hundredths)),
            Self::Choice { .. } | Self::Words { .. } => None,
            Self::Scale { .. } | Self::Number { .. } => None,
        }
    }

    /// Its values in a table, each with what it is about; nothing of an answer to something else.
    pub(crate) fn values(
        &self,
        ask: &QuestionSpec,
        word_counts: Option<&WordCounts>,
    ) -> Vec<ExportValue> {
        match (self, ask) {
            (Self::Choice { options, other }, QuestionSpec::Choice(choice)) => {
                choice.values((options, other.as_ref()), word_counts)
            }
            (Self::Words { entries }, QuestionSpec::Words(_)) => {
                words::values(entries, word_counts)
            }
            (Self::Scale { values }, QuestionSpec::Scale(scale)) => scale.values(values),
            (Self::Spectrum { hundredths }, QuestionSpec::Spectrum(_)) => {
                spectrum::values(*hundredths)
            }
            (Self::Number { thousandths }, QuestionSpec::Number(_)) => number::values(*thousandths),
            (Self::Choice { .. } | Self::Words { .. } | Self::Scale { .. }, _) => Vec::new(),
            (Self::Spectrum { .. } | Self::Number { .. }, _) => Vec::new(),
        }
    }
}
