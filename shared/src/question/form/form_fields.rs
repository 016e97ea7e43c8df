//! The fields of a form on their way: what they are called, and what they say.

use crate::question::Fields;

const FIELD: &str = "field-";

/// The name of a field, by its place from 0.
pub fn field_name(place: usize) -> String {
    format!("{FIELD}{}", place + 1)
}

/// What was typed or picked in a field, by its place from 0.
pub fn typed(fields: &Fields, place: usize) -> Option<&str> {
    fields.first(&field_name(place))
}
