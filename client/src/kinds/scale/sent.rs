//! Values of statements that were sent.

use shared::question::Fields;
use shared::question::scale::ScaleInput;
use shared::question::scale::form_fields::{GivenValue, given, skip_field, value_field};
use shared::refusal::Refusal;

/// The fields of a frame, where anything was touched. What was left open is skipped.
pub fn fields(input: &ScaleInput, said: &Fields) -> Result<Fields, Refusal> {
    let (mut ready, mut touched) = (Fields::default(), false);
    for number in 1..=input.statements.len() {
        let given = given(said, number);
        touched |= given.is_some();
        match given {
            Some(GivenValue::Value(value)) => ready.push(value_field(number), value),
            Some(GivenValue::Skipped) | None => ready.push(skip_field(number), "1"),
        }
    }
    if touched {
        Ok(ready)
    } else {
        Err(Refusal::Empty)
    }
}
