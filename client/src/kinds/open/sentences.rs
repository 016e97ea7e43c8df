//! What open answers come to: one sentence, the table behind their wall, and what stands under it.

use shared::question::open::{OpenAnswer, OpenInput, OpenResults};

use super::OpenFigure;
use crate::language::Language;
use crate::messages::results::{self as say, ResultsTexts};
use crate::texts::charts::grouped;
use crate::texts::desk::moderating;
use crate::texts::stage as stage_say;

/// How many answers there are, and how many votes they have.
pub fn described(language: Language, open: &OpenFigure<'_>) -> String {
    let results = open.results;
    if open.input.votes > 0 && results.votes > 0 {
        say::open_voted(language, results.total, results.votes)
    } else {
        say::open_given(language, results.total)
    }
}

/// What stands behind how many took part.
pub fn of_people(language: Language, participants: u64, voters: u64) -> String {
    stage_say::of_answered(language, participants, voters)
}

/// The head and the rows of the table behind a figure.
pub fn table(language: Language, open: &OpenFigure<'_>) -> (Vec<String>, Vec<Vec<String>>) {
    let (say, results) = (ResultsTexts::of(language), open.results);
    let text = |answer: &OpenAnswer| answer.text.clone();
    if open.input.votes == 0 {
        // Nobody votes: a column of zeros would say that nobody liked anything.
        return (
            vec![say.head_answer.to_owned()],
            results
                .answers
                .iter()
                .map(|answer| vec![text(answer)])
                .collect(),
        );
    }
    let rows = results
        .answers
        .iter()
        .map(|answer| vec![text(answer), grouped(language, answer.votes)]);
    (
        vec![say.head_answer.to_owned(), say.head_votes.to_owned()],
        rows.collect(),
    )
}

/// How many votes there are, once there are some or anybody may vote, with what stands behind that
/// number.
pub fn votes(language: Language, results: &OpenResults, voting: bool) -> Option<(u64, String)> {
    let votes = || stage_say::votes_on(language, results.votes, results.total);
    (voting || results.votes > 0).then(|| (results.votes, votes()))
}

/// That no page has the oldest of them.
pub fn left_out(language: Language, results: &OpenResults) -> Option<String> {
    let (shown, all) = (results.answers.len() as u64, results.total);
    (all > shown).then(|| stage_say::newest_of(language, shown, all))
}

/// How many votes an answer has, in the list of what can be hidden, where anybody votes.
pub fn counted(language: Language, count: u64, voted: bool) -> Option<String> {
    voted.then(|| moderating::votes(language, count))
}

/// The same in the list of what can be hidden: nothing where nobody can vote.
pub fn counted_votes(language: Language, input: &OpenInput, count: u64) -> Option<String> {
    counted(language, count, input.votes > 0)
}
