//! A number that was sent.

use shared::question::number::NumberInput;
use shared::question::{Fields, number};
use shared::refusal::Refusal;

/// The fields of a frame, where it is a number and within its range.
pub fn fields(input: &NumberInput, said: &Fields) -> Result<Fields, Refusal> {
    input.bounds().read(said).map(number::fields)
}
