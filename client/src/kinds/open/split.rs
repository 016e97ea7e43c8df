//! A group's answers, in its column.

use std::cmp::Reverse;

use shared::question::open::OpenResults;

use super::sentences::counted;
use crate::charts::split_columns::ColumnText;
use crate::language::Language;

/// The answers with most votes, the newest of those that have as many first, and how many there
/// are.
pub fn texts(language: Language, results: &OpenResults) -> (Vec<ColumnText>, u64) {
    let mut answers: Vec<_> = results.answers.iter().rev().collect();
    answers.sort_by_key(|answer| Reverse(answer.votes));
    let answers = answers.into_iter().map(|answer| ColumnText {
        text: answer.text.clone(),
        count: counted(language, answer.votes, answer.votes > 0),
    });
    (answers.collect(), results.total)
}
