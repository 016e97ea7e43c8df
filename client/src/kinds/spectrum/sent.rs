//! A place on the line that was sent.

use serde_json::Value;
use shared::question::Fields;
use shared::refusal::Refusal;

use crate::kinds::value::object;
use crate::ui::number;

/// The `value` of a frame, where there is a place.
pub fn value(fields: &Fields) -> Result<Value, Refusal> {
    let value = fields.first("value").and_then(number::parse).ok_or(Refusal::Empty)?;
    let hundredths = (value * 100.0).round() as i64;
    let number = match hundredths % 100 {
        0 => Value::from(hundredths / 100),
        _ => Value::from(hundredths as f64 / 100.0),
    };
    Ok(object([("value", number)]))
}
