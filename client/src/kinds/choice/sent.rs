//! A choice that was sent.

use shared::question::Fields;
use shared::question::choice::OTHER_CHARS;
use shared::question::choice::form_fields::{options, other};
use shared::refusal::Refusal;
use shared::rules::Rules;

use crate::browser::characters::within;

/// The fields of a frame, where something is chosen. The room refuses what else is wrong with it.
pub fn fields(said: Fields, rules: Rules) -> Result<Fields, Refusal> {
    let other = other(&said);
    if other.is_none() && options(&said).next().is_none() {
        return Err(Refusal::Empty);
    }
    other.map_or(Ok(()), |text| within(text, OTHER_CHARS, rules))?;
    Ok(said)
}
