//! A place on the line that was sent.

use shared::question::Fields;
use shared::question::spectrum::form_fields::{place, written};
use shared::refusal::Refusal;

use crate::ui::number;

/// The fields of a frame, where there is a place: to a hundredth.
pub fn fields(said: &Fields) -> Result<Fields, Refusal> {
    let value = place(said).and_then(number::parse).ok_or(Refusal::Empty)?;
    Ok(written(number::short(value, 2)))
}
