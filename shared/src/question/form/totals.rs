//! What the ratings and choices of several forms add up to. Only [`crate::publish`] asks for it.

use serde::{Deserialize, Serialize};

use super::{FieldInput, FieldValue, FilledForm, FormField};

/// The total of one rating or choice.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FieldTotals {
    /// What was asked.
    pub label: String,
    /// `rating` or `choice`.
    pub kind: String,
    /// How many filled it in.
    pub answered: u64,
    /// The mean of a rating.
    pub mean: Option<f64>,
    /// How many gave each value or option, in order.
    pub counts: Vec<FieldCount>,
}

/// How many gave a value or an option.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldCount {
    /// The value or the option.
    pub label: String,
    /// How many gave it.
    pub votes: u64,
}

/// Those of all ratings and choices that are asked for, in order.
pub(crate) fn totals(asked: &[FormField], forms: &[FilledForm]) -> Vec<FieldTotals> {
    let fields = asked.iter().enumerate();
    fields
        .filter_map(|(place, field)| {
            let values = || forms.iter().filter_map(move |form| form.value(place));
            match &field.input {
                FieldInput::Rating { from, to } => {
                    Some(of_rating(&field.label, *from..=*to, values()))
                }
                FieldInput::Choice { options } => Some(of_choice(&field.label, options, values())),
                FieldInput::Text | FieldInput::Long => None,
                FieldInput::Email { .. } | FieldInput::Consent => None,
            }
        })
        .collect()
}

fn of_rating<'v>(
    label: &str,
    steps: std::ops::RangeInclusive<i32>,
    values: impl Iterator<Item = &'v FieldValue>,
) -> FieldTotals {
    let given: Vec<i32> = values.filter_map(FieldValue::rating).collect();
    let sum: i64 = given.iter().map(|value| i64::from(*value)).sum();
    let count = |step: i32| FieldCount {
        label: step.to_string(),
        votes: given.iter().filter(|value| **value == step).count() as u64,
    };
    FieldTotals {
        label: label.to_owned(),
        kind: "rating".to_owned(),
        answered: given.len() as u64,
        mean: (!given.is_empty()).then(|| sum as f64 / given.len() as f64),
        counts: steps.map(count).collect(),
    }
}

fn of_choice<'v>(
    label: &str,
    options: &[String],
    values: impl Iterator<Item = &'v FieldValue>,
) -> FieldTotals {
    let given: Vec<usize> = values.filter_map(FieldValue::option).collect();
    let count = |(place, option): (usize, &String)| FieldCount {
        label: option.clone(),
        votes: given.iter().filter(|given| **given == place).count() as u64,
    };
    FieldTotals {
        label: label.to_owned(),
        kind: "choice".to_owned(),
        answered: given.len() as u64,
        mean: None,
        counts: (1..).zip(options).map(count).collect(),
    }
}
