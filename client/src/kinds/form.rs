//! `form`: several fields, which only the organiser reads. All that a page shows and says of it.

use shared::question::form::FormInput;

use crate::kinds::{AnswerMode, Moderates};

pub mod fields;
pub mod figure;
pub mod reading;
pub mod sent;
pub mod sentences;

/// What people give.
pub const ANSWER_MODE: AnswerMode = AnswerMode::Answer;

/// What can be hidden and merged.
pub const MODERATES: Moderates = Moderates::Nothing;

/// How results are shown where what is asked now is of another kind.
pub static PLAIN: FormInput = FormInput { fields: Vec::new() };

#[cfg(test)]
mod tests;
