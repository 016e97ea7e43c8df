//! The fields of a choice: what they are called, and what they say.

use crate::limits::LIST_ITEMS_MAX;
use crate::question::Fields;
use crate::question::word::Word;
use crate::refusal::Refusal;

/// An option that is chosen, by its number from 1; there may be several.
pub const OPTION: &str = "option";
/// What is typed behind an `{other}` option.
pub const OTHER: &str = "other";

/// The fields that would store this answer again.
pub fn fields(options: &[u8], other: Option<&Word>) -> Fields {
    let mut fields = Fields::default();
    options
        .iter()
        .for_each(|option| fields.push(OPTION, option.to_string()));
    other
        .iter()
        .for_each(|word| fields.push(OTHER, &*word.text));
    fields
}

/// The options that are named, by numbers as they came.
pub fn options(fields: &Fields) -> impl Iterator<Item = &str> {
    fields.all(OPTION).map(str::trim)
}

/// Whether the option of that number is chosen, from 1.
pub fn chooses(fields: &Fields, number: usize) -> bool {
    options(fields).any(|option| option.parse() == Ok(number))
}

/// What is typed behind an option.
pub fn other(fields: &Fields) -> Option<&str> {
    fields.first(OTHER)
}

/// The numbers of the options that are chosen.
///
/// # Errors
/// [`Refusal::TooMany`], [`Refusal::WrongKind`], [`Refusal::OutOfRange`].
pub(super) fn chosen(fields: &Fields) -> Result<Vec<u8>, Refusal> {
    if options(fields).nth(LIST_ITEMS_MAX).is_some() {
        return Err(Refusal::TooMany {
            limit: LIST_ITEMS_MAX,
        });
    }
    options(fields)
        .map(|text| number_of(text.parse().ok()))
        .collect()
}

fn number_of(number: Option<u64>) -> Result<u8, Refusal> {
    let number = number.ok_or(Refusal::WrongKind)?;
    u8::try_from(number).map_err(|_| Refusal::OutOfRange)
}
