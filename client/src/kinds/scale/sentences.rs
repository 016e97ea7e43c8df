//! What a scale comes to in words: one sentence, the table behind its figure, and what stands under
//! it.

use shared::question::scale::ScaleResults;

use super::{ScaleFigure, means};
use crate::kinds::figure_context::FigureContext;
use crate::language::Language;
use crate::messages::results::{self as say, ResultsTexts};
use crate::messages::{MessageArgument, ShownNumber};
use crate::texts::charts::{decimal, grouped, listed};
use crate::texts::stage as stage_say;

/// The mean of each statement.
pub fn described(language: Language, results: &ScaleResults) -> String {
    let each = results
        .statements
        .iter()
        .map(|statement| match statement.mean {
            Some(mean) => {
                say::statement_mean(language, ShownNumber::fixed(mean, 1), &statement.label)
            }
            None => say::statement_empty(language, &statement.label),
        });
    say::statements(
        language,
        MessageArgument::Phrase(&listed(each, |rest, next| {
            say::list_long(language, next, rest)
        })),
    )
}

/// What stands behind how many took part.
pub fn of_people(language: Language, participants: u64, voters: u64) -> String {
    stage_say::of_taken_part(language, participants, voters)
}

/// The head and the rows of the table behind a figure.
pub fn table(language: Language, results: &ScaleResults) -> (Vec<String>, Vec<Vec<String>>) {
    let first = results.statements.first();
    let steps = (results.from..).take(first.map_or(0, |statement| statement.counts.len()));
    let say = ResultsTexts::of(language);
    let mut head = vec![say.head_statement.to_owned()];
    head.extend(steps.map(|step| step.to_string()));
    head.extend([say.head_mean.to_owned(), say.head_skipped.to_owned()]);
    let rows = results.statements.iter().map(|statement| {
        let mut row = vec![statement.label.clone()];
        row.extend(
            statement
                .counts
                .iter()
                .map(|count| grouped(language, *count)),
        );
        row.push(
            statement
                .mean
                .map_or_else(|| "–".to_owned(), |mean| decimal(language, mean)),
        );
        row.push(grouped(language, statement.skipped));
        row
    });
    (head, rows.collect())
}

/// That the same statements were answered before, by so many people.
pub fn moved(language: Language, then: &ScaleResults) -> String {
    say::marks(language, then.voters)
}

/// Under the figure: that there is nothing yet, or what it comes to.
pub fn under(context: &FigureContext<'_>, scale: &ScaleFigure<'_>) -> Option<String> {
    context
        .nothing_yet()
        .or_else(|| means::sentence(context.language, scale.results))
}
