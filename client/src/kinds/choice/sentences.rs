//! What a choice comes to in words: one sentence, the table behind its figure, and what stands
//! under it.

use shared::question::choice::ChoiceResults;

use super::ChoiceFigure;
use super::figure::votes_per_dot;
use crate::kinds::figure_context::FigureContext;
use crate::language::Language;
use crate::messages::MessageArgument;
use crate::messages::results::{self as say, ResultsTexts};
use crate::texts::charts::{grouped, listed, per_dot};
use crate::texts::stage as stage_say;

/// Who leads, and with how many votes.
pub fn described(language: Language, results: &ChoiceResults) -> String {
    let most = results
        .options
        .iter()
        .map(|option| option.votes)
        .max()
        .unwrap_or(0);
    let lead: Vec<String> = results
        .options
        .iter()
        .filter(|option| option.votes == most)
        .map(|option| say::quoted(language, &option.label))
        .collect();
    let (several, lead) = (lead.len() > 1, and_last(language, lead));
    let lead = MessageArgument::Phrase(&lead);
    match results.voters {
        1 => say::chosen_by_one(language, lead),
        voters if several => say::chosen_each(language, lead, most, voters),
        voters => say::chosen(language, lead, most, voters),
    }
}

/// `‘a’, ‘b’ en ‘c’`.
fn and_last(language: Language, mut names: Vec<String>) -> String {
    let last = names.pop().unwrap_or_default();
    let rest = listed(names.into_iter(), |rest, next| {
        say::list(language, next, rest)
    });
    if rest.is_empty() {
        last
    } else {
        say::list_last(
            language,
            MessageArgument::Phrase(&last),
            MessageArgument::Phrase(&rest),
        )
    }
}

/// What stands behind how many took part: only who chooses between options votes.
pub fn of_people(language: Language, participants: u64, voters: u64) -> String {
    stage_say::of_voted(language, participants, voters)
}

/// The head and the rows of the table behind a figure.
pub fn table(language: Language, results: &ChoiceResults) -> (Vec<String>, Vec<Vec<String>>) {
    let say = ResultsTexts::of(language);
    let rows = results
        .options
        .iter()
        .map(|option| vec![option.label.clone(), grouped(language, option.votes)]);
    (
        vec![say.head_answer.to_owned(), say.head_votes.to_owned()],
        rows.collect(),
    )
}

/// That the same options were chosen from before, by so many people.
pub fn moved(language: Language, then: &ChoiceResults) -> String {
    say::bars(language, then.voters)
}

/// Under the figure: that there is nothing yet, or how many votes a dot stands for.
pub fn under(context: &FigureContext<'_>, choice: &ChoiceFigure<'_>) -> Option<String> {
    context
        .nothing_yet()
        .or_else(|| votes_per_dot(context, choice).map(|votes| per_dot(context.language, votes)))
}
