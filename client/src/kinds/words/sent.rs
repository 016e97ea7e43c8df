//! Words that were sent.

use serde_json::Value;
use shared::question::Fields;
use shared::refusal::Refusal;
use shared::rules::Rules;

use crate::kinds::value::{object, within};

/// The `value` of a frame, where there is a word and none is too long.
pub fn value(fields: &Fields, length: usize, rules: Rules) -> Result<Value, Refusal> {
    let entries =
        fields.all("entry").filter(|entry| !entry.trim().is_empty()).map(|entry| within(entry, length, rules));
    let entries: Vec<String> = entries.collect::<Result<_, _>>()?;
    if entries.is_empty() { Err(Refusal::Empty) } else { Ok(object([("entries", entries.into())])) }
}
