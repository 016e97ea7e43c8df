//! A stored answer as it came over the wire, taken apart.

use serde_json::Value;

/// The items of a list within a value.
pub(super) fn items<'a>(value: &'a Value, name: &str) -> impl Iterator<Item = &'a Value> {
    value[name].as_array().into_iter().flatten()
}
