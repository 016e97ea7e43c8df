//! How many filled in a form, in words.

use shared::question::form::FormResults;

use crate::language::Language;
use crate::messages::results::{self as say, ResultsTexts};
use crate::texts::charts::grouped;
use crate::texts::stage as stage_say;

/// How many filled it in.
pub fn described(language: Language, results: &FormResults) -> String {
    say::filled_in(language, results.voters)
}

/// What stands behind how many took part.
pub fn of_people(language: Language, participants: u64, voters: u64) -> String {
    stage_say::of_filled_in(language, participants, voters)
}

/// The same as a table.
pub fn table(language: Language, results: &FormResults) -> (Vec<String>, Vec<Vec<String>>) {
    let head = ResultsTexts::of(language).head_filled_in.to_owned();
    (vec![head], vec![vec![grouped(language, results.voters)]])
}
