//! An answer as it goes over the wire, put together and taken apart.

use serde_json::{Map, Value};
use shared::refusal::Refusal;
use shared::rules::Rules;

use crate::net::characters;

/// What a form that was sent comes to.
pub enum Sent {
    /// A whole answer, which may replace another: the `value` of a frame.
    Answer(Value),
    /// A text that is added to others.
    Text(String),
}

/// The items of a list within a value.
pub fn items<'a>(value: &'a Value, name: &str) -> impl Iterator<Item = &'a Value> {
    value[name].as_array().into_iter().flatten()
}

/// An object of these fields. `json!` would bring along what makes JSON of anything.
pub fn object<const N: usize>(fields: [(&str, Value); N]) -> Value {
    let mut object = Map::new();
    for (name, value) in fields {
        object.insert(name.to_owned(), value);
    }
    Value::Object(object)
}

/// A text that is not empty and not too long, as people count.
pub fn within(text: &str, limit: usize, rules: Rules) -> Result<String, Refusal> {
    match characters::count(text.trim(), rules) {
        0 => Err(Refusal::Empty),
        count if count > limit => Err(Refusal::TooLong { limit }),
        _ => Ok(text.trim().to_owned()),
    }
}
