//! An open answer that was sent.

use shared::question::Fields;
use shared::question::open::{OpenInput, form_fields};
use shared::refusal::Refusal;
use shared::rules::Rules;

use crate::browser::characters::within;

/// The text to add, under its heading where there are any.
pub fn text(input: &OpenInput, said: &Fields, rules: Rules) -> Result<String, Refusal> {
    let text = form_fields::text(said).unwrap_or_default();
    within(text, input.length as usize, rules)?;
    form_fields::under_its_heading(said, input.headings())
}
