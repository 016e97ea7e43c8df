//! The field of a spectrum: what it is called, and what it says.

use super::percent;
use crate::question::Fields;

/// The place on the line, 0–100, with a decimal comma or point.
pub const VALUE: &str = "value";

/// The fields that would store this answer again.
pub fn fields(hundredths: u16) -> Fields {
    written(percent(hundredths).to_string())
}

/// The same of a place that is a text already: a phone has no other way to write one.
pub fn written(place: String) -> Fields {
    let mut fields = Fields::default();
    fields.push(VALUE, place);
    fields
}

/// The place as it came, where there is one. It is read twice: here to whatever a program may send,
/// and on a phone by whole numbers alone.
pub fn place(fields: &Fields) -> Option<&str> {
    fields
        .first(VALUE)
        .map(str::trim)
        .filter(|place| !place.is_empty())
}
