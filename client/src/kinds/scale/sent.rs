//! Values of statements that were sent.

use serde_json::Value;
use shared::question::Fields;
use shared::refusal::Refusal;

use crate::kinds::value::object;

/// The `value` of a frame, where anything was touched.
pub fn value(fields: &Fields, statements: usize) -> Result<Value, Refusal> {
    let mut touched = false;
    let mut given = |number: usize| {
        let skips = fields.first(&format!("skip-{number}")).is_some();
        let value = fields.first(&format!("value-{number}")).and_then(|value| value.trim().parse::<i64>().ok());
        touched |= skips || value.is_some();
        value.filter(|_| !skips)
    };
    let values: Vec<Option<i64>> = (1..=statements).map(&mut given).collect();
    if touched { Ok(object([("values", values.into_iter().map(Value::from).collect())])) } else { Err(Refusal::Empty) }
}
