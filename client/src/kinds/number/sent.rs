//! A number that was sent.

use shared::protocol::view::Input;
use shared::question::{Fields, number};
use shared::refusal::Refusal;

use super::form::bounds;

/// The fields of a frame, where it is a number and within its range.
pub fn fields(input: &Input, said: &Fields) -> Result<Fields, Refusal> {
    bounds(input).read(said).map(number::fields)
}
