//! Values of statements that were sent.

use shared::question::Fields;
use shared::question::scale::ScaleInput;
use shared::refusal::Refusal;

/// The fields of a frame, where anything was touched. What was left open is skipped.
pub fn fields(input: &ScaleInput, said: &Fields) -> Result<Fields, Refusal> {
    let (mut ready, mut touched) = (Fields::default(), false);
    for number in 1..=input.statements.len() {
        let (name, skip) = (format!("value-{number}"), format!("skip-{number}"));
        let skips = said.first(&skip).is_some();
        let value = said.first(&name).filter(|_| !skips);
        touched |= skips || value.is_some();
        match value {
            Some(value) => ready.push(name, value),
            None => ready.push(skip, "1"),
        }
    }
    if touched {
        Ok(ready)
    } else {
        Err(Refusal::Empty)
    }
}
