//! Words that were sent.

use shared::question::Fields;
use shared::question::words::WordsInput;
use shared::question::words::form_fields::entries;
use shared::refusal::Refusal;
use shared::rules::Rules;

use crate::browser::characters::within;

/// The fields of a frame, where there is a word and none is too long.
pub fn fields(input: &WordsInput, said: Fields, rules: Rules) -> Result<Fields, Refusal> {
    entries(&said).next().ok_or(Refusal::Empty)?;
    entries(&said).try_for_each(|entry| within(entry, input.length as usize, rules))?;
    Ok(said)
}
