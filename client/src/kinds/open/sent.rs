//! An open answer that was sent.

use shared::protocol::view::Input;
use shared::question::Fields;
use shared::question::open::headed;
use shared::refusal::Refusal;
use shared::rules::Rules;

use crate::kinds::value::within;

/// The text to add, under its heading where there are any.
pub fn text(input: &Input, fields: &Fields, length: u32, rules: Rules) -> Result<String, Refusal> {
    let text = within(fields.first("text").unwrap_or_default(), length as usize, rules)?;
    headed(input.headings(), fields.first("column"), &text)
}
