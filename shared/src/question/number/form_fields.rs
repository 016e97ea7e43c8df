//! The field of a number: what it is called, and what it says. [`super::Bounds::read`] reads it.

use super::decimal;
use crate::question::Fields;

/// The number, as people write it or as [`decimal::plain`] does.
pub const VALUE: &str = "value";

/// The fields that would store this answer again.
pub fn fields(thousandths: i64) -> Fields {
    let mut fields = Fields::default();
    fields.push(VALUE, decimal::plain(thousandths));
    fields
}

/// What was typed, where something was.
pub fn typed(fields: &Fields) -> Option<&str> {
    fields
        .first(VALUE)
        .map(str::trim)
        .filter(|typed| !typed.is_empty())
}
