//! The fields of words: what they are called, and what they say.

use crate::question::Fields;
use crate::question::word::Word;

/// An entry; there may be several.
pub const ENTRY: &str = "entry";

/// The fields that would store this answer again.
pub fn fields(entries: &[Word]) -> Fields {
    let mut fields = Fields::default();
    entries
        .iter()
        .for_each(|word| fields.push(ENTRY, &*word.text));
    fields
}

/// The entries as they were typed, also those that are empty.
pub fn entries(fields: &Fields) -> impl Iterator<Item = &str> {
    fields.all(ENTRY)
}
