//! A form as somebody filled it in: read, with everything that is wrong with it, and written again.

use serde::{Deserialize, Serialize};

use super::form_fields::{self, field_name};
use super::{EMAIL_BYTES, FieldInput, FormField, LONG_CHARS, TEXT_CHARS, TEXTS_BYTES};
use crate::question::Fields;
use crate::refusal::{FieldError, FieldProblem, Refusal};
use crate::rules::Rules;
use crate::text;

/// What somebody filled in, validated and normalised.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct FilledForm {
    /// Of each field what is in it; nothing where it stayed empty.
    pub values: Vec<Option<FieldValue>>,
}

/// What is in one field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FieldValue {
    /// A text, or an address.
    Text(String),
    /// A rating.
    Rating(i32),
    /// An option, from 1.
    Option(u8),
    /// A box that was ticked.
    Ticked,
}

/// Whether this may be an address: something, an `@`, and something with a dot in it. Only sending
/// tells more.
pub fn could_be_email(text: &str) -> bool {
    let Some((local, host)) = text.split_once('@') else {
        return false;
    };
    let dot = host.trim_matches('.').contains('.');
    let plain = !text.chars().any(|c| c.is_whitespace() || c.is_control());
    !local.is_empty() && dot && plain
}

/// Reads every field, so that everything that is wrong is said at once.
pub(super) fn read(
    asked: &[FormField],
    fields: &Fields,
    rules: Rules,
) -> Result<FilledForm, Refusal> {
    let (mut values, mut errors, mut room) = (Vec::new(), Vec::new(), TEXTS_BYTES);
    for (place, field) in asked.iter().enumerate() {
        let typed = form_fields::typed(fields, place).unwrap_or_default();
        let value = field.read(typed, rules).and_then(|value| {
            let left = room.checked_sub(value.as_ref().map_or(0, FieldValue::bytes));
            room = left.ok_or(FieldProblem::TooMuch)?;
            Ok(value)
        });
        match value {
            Ok(value) => values.push(value),
            Err(problem) => errors.push(FieldError {
                field: (place + 1) as u8,
                problem,
            }),
        }
    }
    if !errors.is_empty() {
        return Err(Refusal::Form { fields: errors });
    }
    if values.iter().all(Option::is_none) {
        return Err(Refusal::Empty);
    }
    Ok(FilledForm { values })
}

impl FormField {
    /// Whether it may stay empty: a box never has to be ticked.
    pub fn may_be_empty(&self) -> bool {
        self.optional || self.input == FieldInput::Consent
    }

    fn read(&self, typed: &str, rules: Rules) -> Result<Option<FieldValue>, FieldProblem> {
        let value = self.input.read(typed, rules)?;
        if value.is_none() && !self.may_be_empty() {
            Err(FieldProblem::Empty)
        } else {
            Ok(value)
        }
    }
}

impl FieldInput {
    fn read(&self, typed: &str, rules: Rules) -> Result<Option<FieldValue>, FieldProblem> {
        match self {
            Self::Text => texts(text::line(typed, rules), TEXT_CHARS, rules),
            Self::Long => texts(text::lines(typed, rules), LONG_CHARS, rules),
            Self::Email { .. } => email(text::line(typed, rules)),
            Self::Rating { from, to } => picked(typed, |value| {
                (*from..=*to)
                    .contains(&value)
                    .then_some(FieldValue::Rating(value))
            }),
            Self::Choice { options } => picked(typed, |value| {
                let option = u8::try_from(value).ok()?;
                let is_one = (1..=options.len()).contains(&usize::from(option));
                is_one.then_some(FieldValue::Option(option))
            }),
            Self::Consent => picked(typed, |value| (value == 1).then_some(FieldValue::Ticked)),
        }
    }
}

fn texts(text: String, limit: usize, rules: Rules) -> Result<Option<FieldValue>, FieldProblem> {
    if !text::is_within(&text, limit, rules) {
        return Err(FieldProblem::TooLong { limit });
    }
    Ok((!text.is_empty()).then_some(FieldValue::Text(text)))
}

fn email(text: String) -> Result<Option<FieldValue>, FieldProblem> {
    if text.is_empty() {
        return Ok(None);
    }
    if text.len() > EMAIL_BYTES {
        return Err(FieldProblem::TooLong { limit: EMAIL_BYTES });
    }
    if could_be_email(&text) {
        Ok(Some(FieldValue::Text(text)))
    } else {
        Err(FieldProblem::NoEmail)
    }
}

fn picked(
    typed: &str,
    read: impl Fn(i32) -> Option<FieldValue>,
) -> Result<Option<FieldValue>, FieldProblem> {
    match typed.trim() {
        "" => Ok(None),
        typed => typed
            .parse()
            .ok()
            .and_then(read)
            .map(Some)
            .ok_or(FieldProblem::OutOfRange),
    }
}

impl FilledForm {
    /// The fields that would store this again.
    pub fn fields(&self) -> Fields {
        let mut fields = Fields::default();
        for (place, value) in self.values.iter().enumerate() {
            if let Some(value) = value {
                fields.push(field_name(place), value.written());
            }
        }
        fields
    }

    /// What is in a field, by its place from 0.
    pub fn value(&self, place: usize) -> Option<&FieldValue> {
        self.values.get(place)?.as_ref()
    }
}

impl FieldValue {
    /// As a form sends it.
    pub fn written(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Rating(value) => value.to_string(),
            Self::Option(option) => option.to_string(),
            Self::Ticked => "1".to_owned(),
        }
    }

    /// A rating.
    pub fn rating(&self) -> Option<i32> {
        match self {
            Self::Rating(value) => Some(*value),
            Self::Text(_) | Self::Option(_) | Self::Ticked => None,
        }
    }

    /// An option, from 1.
    pub fn option(&self) -> Option<usize> {
        match self {
            Self::Option(option) => Some(usize::from(*option)),
            Self::Text(_) | Self::Rating(_) | Self::Ticked => None,
        }
    }

    /// What it takes in a frame, where its text is JSON.
    fn bytes(&self) -> usize {
        match self {
            Self::Text(text) => {
                text.len()
                    + text
                        .bytes()
                        .filter(|b| matches!(b, b'"' | b'\\' | b'\n'))
                        .count()
            }
            Self::Rating(_) | Self::Option(_) | Self::Ticked => 0,
        }
    }
}
