//! The fields of an open answer: what they are called, and what they say.

use super::headed;
use crate::question::Fields;
pub use crate::question::form_fields::TEXT;
use crate::refusal::Refusal;

/// The heading under which it stands, by its number from 1; nothing where there are none.
pub const COLUMN: &str = "column";

/// The fields that would store this answer again.
pub fn fields(column: Option<usize>, text: impl Into<String>) -> Fields {
    let mut fields = Fields::default();
    column
        .iter()
        .for_each(|number| fields.push(COLUMN, number.to_string()));
    fields.push(TEXT, text);
    fields
}

/// The number of the heading, as it came.
pub fn column(fields: &Fields) -> Option<&str> {
    fields.first(COLUMN)
}

/// The text as it was typed.
pub fn text(fields: &Fields) -> Option<&str> {
    fields.first(TEXT)
}

/// The text under its heading, as [`headed`] sets it.
///
/// # Errors
/// Those of [`headed`].
pub fn under_its_heading(fields: &Fields, headings: &[String]) -> Result<String, Refusal> {
    headed(headings, column(fields), text(fields).unwrap_or_default())
}
