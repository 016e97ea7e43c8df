//! `form`: several fields, never linked to other answers.
//!
//! What people fill in is no part of a room: whoever keeps it gives the room a [`FormMac`] of it,
//! by which two forms are the same or not, and which tells nothing of them.

use serde::{Deserialize, Serialize};

use crate::question::by_hand::ByHand;
use crate::question::exported::ExportValue;
use crate::question::kind::{Collected, ResultsScope};
use crate::question::trial::TrialDraw;
use crate::question::word::Word;
use crate::question::word_counts::WordCounts;
use crate::question::{Answer, Fields, Input, Results, Tally};
use crate::refusal::Refusal;
use crate::rules::Rules;

pub(super) mod deck;
mod filled;
pub mod form_fields;
mod input;
mod mac;
mod marker;
mod sums;
mod tally;
mod totals;

pub use filled::{FieldValue, FilledForm, could_be_email};
pub use form_fields::field_name;
pub use input::FormInput;
pub use mac::FormMac;
pub use tally::{FormResults, FormTally};
pub(crate) use totals::totals;
pub use totals::{FieldCount, FieldTotals};

/// Fields of a form.
pub const FIELDS_MAX: usize = 30;
/// A text of one line, in characters as people count them.
pub const TEXT_CHARS: usize = 200;
/// A text of several lines, in characters as people count them.
pub const LONG_CHARS: usize = 2000;
/// An e-mail address, in bytes (RFC 5321 has paths of 256 with their brackets).
pub const EMAIL_BYTES: usize = 254;
/// All texts of one form as they travel in a frame, in bytes: the rest of it has place beside them.
pub const TEXTS_BYTES: usize = 13_000;
/// Settings of a form.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Form {
    /// In order.
    pub fields: Vec<FormField>,
}

/// One field of a form.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FormField {
    /// What is asked.
    pub label: String,
    /// What may be filled in.
    pub input: FieldInput,
    /// Whether it may stay empty.
    #[serde(default)]
    pub optional: bool,
}

/// What may be filled in.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "input", rename_all = "snake_case")]
pub enum FieldInput {
    /// Any text.
    Text,
    /// A text of several lines.
    Long,
    /// An e-mail address.
    Email {
        /// Whether who fills it in asked for the report.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        report: bool,
    },
    /// A whole number in a range.
    Rating {
        /// Lowest.
        from: i32,
        /// Highest.
        to: i32,
    },
    /// One of several.
    Choice {
        /// In order.
        options: Vec<String>,
    },
    /// A box to tick; never ticked beforehand.
    Consent,
}

impl Form {
    /// Validates and normalises what somebody filled in: the fields `field-1`, `field-2` …
    ///
    /// # Errors
    /// [`Refusal::Form`] with everything that is wrong; [`Refusal::Empty`] where nothing is filled
    /// in.
    pub fn filled(&self, fields: &Fields, rules: Rules) -> Result<FilledForm, Refusal> {
        filled::read(&self.fields, fields, rules)
    }

    /// The same, as a room knows it of which nothing is kept.
    pub(super) fn read(&self, fields: &Fields, rules: Rules) -> Result<Answer, Refusal> {
        self.filled(fields, rules)
            .map(|_| Answer::Form { mac: None })
    }
}

impl Collected for Form {
    fn input(&self) -> Input {
        Input::Form(FormInput {
            fields: self.fields.clone(),
        })
    }

    fn read(&self, fields: &Fields, rules: Rules) -> Result<Answer, Refusal> {
        self.read(fields, rules)
    }

    fn tally(&self) -> Tally {
        Tally::Form(FormTally::default())
    }

    fn results(&self, tally: &Tally, _: ResultsScope) -> Option<Results> {
        Some(Results::Form(tally.form()?.results()))
    }

    fn values(&self, _: &Answer, _: Option<&WordCounts>) -> Vec<ExportValue> {
        Vec::new()
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
        for (index, field) in self.fields.iter().enumerate() {
            fields.push(field_name(index), field.input.trial(draw));
        }
        fields
    }

    fn by_hand(&self) -> ByHand {
        ByHand::Nothing
    }

    fn is_kept_apart(&self) -> bool {
        true
    }

    fn shows_ways(&self) -> bool {
        false
    }

    fn columns(&self) -> Vec<&str> {
        Vec::new()
    }
}

impl FieldInput {
    /// The word of the deck format for it.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Long => "long",
            Self::Email { .. } => "email",
            Self::Rating { .. } => "rating",
            Self::Choice { .. } => "choice",
            Self::Consent => "consent",
        }
    }

    fn trial(&self, draw: &mut TrialDraw<'_>) -> String {
        match self {
            Self::Text => draw.text(TEXT_CHARS),
            Self::Long => draw.text(LONG_CHARS),
            Self::Email { .. } => "naam@voorbeeld.example".to_owned(),
            Self::Rating { from, to } => {
                let steps = to.abs_diff(*from) as usize;
                (i64::from(*from) + draw.between(0, steps) as i64).to_string()
            }
            Self::Choice { options } => (draw.place(options.len()) + 1).to_string(),
            Self::Consent => "1".to_owned(),
        }
    }
}

#[cfg(test)]
mod tests;
