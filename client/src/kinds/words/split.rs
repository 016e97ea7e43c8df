//! A group's words, in its column.

use shared::question::words::WordsResults;

use super::sentences::counted;
use crate::charts::split_columns::ColumnText;
use crate::language::Language;

/// The words given most, each with how often.
const MOST: usize = 10;

/// The words given most, and how many different ones there are.
pub fn texts(language: Language, results: &WordsResults) -> (Vec<ColumnText>, u64) {
    let words = results.entries.iter().take(MOST);
    let words = words.map(|word| ColumnText {
        text: word.text.clone(),
        count: Some(counted(language, word.count)),
    });
    (words.collect(), results.distinct)
}
