//! `form`: several fields, which only the organiser reads. All that a page shows and says of it.

use shared::question::form::FormInput;

pub mod fields;
pub mod figure;
pub mod reading;
pub mod sent;
pub mod sentences;

/// How results are told where what is asked now is of another kind.
pub static PLAIN: FormInput = FormInput { fields: Vec::new() };

#[cfg(test)]
mod tests;
