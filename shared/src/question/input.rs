//! What pages need to know of a question: a variant for each kind that this version plays.

use serde::{Deserialize, Serialize};

use crate::question::choice::ChoiceInput;
use crate::question::form::FormInput;
use crate::question::number::NumberInput;
use crate::question::open::OpenInput;
use crate::question::scale::ScaleInput;
use crate::question::spectrum::SpectrumInput;
use crate::question::words::{WordsInput, WordsLayout};

/// What may be given: the settings that a page needs, and no right answers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Input {
    /// One or several options.
    Choice(ChoiceInput),
    /// Short entries.
    Words(WordsInput),
    /// Texts, added one at a time.
    Open(OpenInput),
    /// A value per statement.
    Scale(ScaleInput),
    /// A place between two poles.
    Spectrum(SpectrumInput),
    /// A number.
    Number(NumberInput),
    /// Several fields.
    Form(FormInput),
}

impl Input {
    /// Under which headings the stage sets answers; none where it doesn't.
    pub fn headings(&self) -> &[String] {
        match self {
            Self::Open(open) => open.headings(),
            Self::Choice(_) => &[],
            Self::Words(_) => &[],
            Self::Scale(_) => &[],
            Self::Spectrum(_) => &[],
            Self::Number(_) => &[],
            Self::Form(_) => &[],
        }
    }

    /// Whether what is given is drawn as a cloud of words.
    pub fn is_cloud(&self) -> bool {
        match self {
            Self::Words(words) => words.layout == WordsLayout::Cloud,
            Self::Choice(_) => false,
            Self::Open(_) => false,
            Self::Scale(_) => false,
            Self::Spectrum(_) => false,
            Self::Number(_) => false,
            Self::Form(_) => false,
        }
    }

    /// Whether another text may be added to those that somebody, or their group, has given.
    pub fn takes_more(&self, texts: &[&str], by_group: bool) -> bool {
        match self {
            Self::Open(open) => open.takes_more(texts, by_group),
            Self::Choice(_) => false,
            Self::Words(_) => false,
            Self::Scale(_) => false,
            Self::Spectrum(_) => false,
            Self::Number(_) => false,
            Self::Form(_) => false,
        }
    }
}
