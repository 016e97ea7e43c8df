//! A place on the line that was sent.

use shared::question::Fields;
use shared::refusal::Refusal;

use crate::ui::number;

/// The fields of a frame, where there is a place: to a hundredth.
pub fn fields(said: &Fields) -> Result<Fields, Refusal> {
    let value = said
        .first("value")
        .and_then(number::parse)
        .ok_or(Refusal::Empty)?;
    let mut ready = Fields::default();
    ready.push("value", number::short(value, 2));
    Ok(ready)
}
