//! What words come to: one sentence, the table behind their figure, and what stands under it.

use shared::question::words::WordsResults;

use crate::kinds::figure_context::FigureContext;
use crate::language::Language;
use crate::messages::MessageArgument;
use crate::messages::results::{self as say, ResultsTexts};
use crate::texts::charts::{grouped, listed};
use crate::texts::desk::moderating::{self, ModeratingTexts};
use crate::texts::stage as stage_say;

/// How many different ones there are, and the most frequent.
pub fn described(language: Language, results: &WordsResults) -> String {
    let first = results.entries.iter().take(5);
    let first = first.map(|entry| say::word_with_count(language, entry.count, &entry.text));
    let first = listed(first, |rest, next| say::list(language, next, rest));
    say::words(language, results.distinct, MessageArgument::Phrase(&first))
}

/// What stands behind how many took part.
pub fn of_people(language: Language, participants: u64, voters: u64) -> String {
    stage_say::of_taken_part(language, participants, voters)
}

/// The head and the rows of the table behind a figure.
pub fn table(language: Language, results: &WordsResults) -> (Vec<String>, Vec<Vec<String>>) {
    let say = ResultsTexts::of(language);
    let rows = results
        .entries
        .iter()
        .map(|entry| vec![entry.text.clone(), grouped(language, entry.count)]);
    (
        vec![say.head_answer.to_owned(), say.head_count.to_owned()],
        rows.collect(),
    )
}

/// Under the figure: how many were given. That there is none yet is said in the figure's place.
pub fn under(context: &FigureContext<'_>, results: &WordsResults) -> Option<String> {
    let several = results.voters > 0 && results.distinct > 1;
    several.then(|| stage_say::words_sentence(context.language, results.given, results.distinct))
}

/// That no page has all of them.
pub fn left_out(language: Language, results: &WordsResults, pages: usize) -> Option<String> {
    let (shown, all) = (results.entries.len() as u64, results.distinct);
    (pages > 1 && all > shown).then(|| stage_say::most_frequent_of(language, shown, all))
}

/// How often a word was given, in the list of what can be hidden.
pub fn counted(language: Language, count: u64) -> String {
    match count {
        0 => ModeratingTexts::of(language).not_given.to_owned(),
        count => moderating::times(language, count),
    }
}
