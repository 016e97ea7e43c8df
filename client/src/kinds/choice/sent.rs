//! A choice that was sent.

use serde_json::Value;
use shared::limits::OTHER_CHARS;
use shared::question::Fields;
use shared::refusal::Refusal;
use shared::rules::Rules;

use crate::kinds::value::{object, within};

/// The `value` of a frame, where something is chosen. The room refuses what else is wrong with it.
pub fn value(fields: &Fields, rules: Rules) -> Result<Value, Refusal> {
    let options: Vec<u64> = fields.all("option").filter_map(|option| option.trim().parse().ok()).collect();
    let other = fields.first("other").map(str::trim).unwrap_or_default();
    match (options.is_empty(), other) {
        (true, "") => Err(Refusal::Empty),
        (false, "") => Ok(object([("options", options.into())])),
        (_, other) => Ok(object([("options", options.into()), ("other", within(other, OTHER_CHARS, rules)?.into())])),
    }
}
