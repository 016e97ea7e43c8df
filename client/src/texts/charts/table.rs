//! The table behind a figure.

use shared::protocol::view::Input;
use shared::question::{Results, scale};

use super::{decimal, grouped};
use crate::language::Language;
use crate::messages::results::Results as Texts;

/// The head and the rows of the table behind a figure.
pub fn table(language: Language, input: &Input, results: &Results) -> (Vec<String>, Vec<Vec<String>>) {
    let (say, count) = (Texts::of(language), |count: &u64| grouped(language, *count));
    let head = |first: &str, second: &str| vec![first.to_owned(), second.to_owned()];
    match results {
        Results::Choice(results) => {
            let rows = results.options.iter().map(|option| vec![option.label.clone(), count(&option.votes)]);
            (head(say.head_answer, say.head_votes), rows.collect())
        }
        Results::Words(results) => {
            let rows = results.entries.iter().map(|entry| vec![entry.text.clone(), count(&entry.count)]);
            (head(say.head_answer, say.head_count), rows.collect())
        }
        Results::Open(results) if matches!(input, Input::Open { votes: 0, .. }) => {
            // Nobody votes: a column of zeros would say that nobody liked anything.
            (vec![say.head_answer.to_owned()], results.answers.iter().map(|answer| vec![answer.text.clone()]).collect())
        }
        Results::Open(results) => {
            let rows = results.answers.iter().map(|answer| vec![answer.text.clone(), count(&answer.votes)]);
            (head(say.head_answer, say.head_votes), rows.collect())
        }
        Results::Spectrum(results) => {
            // Where somebody is: a row of nobody tells nothing.
            let taken = results.histogram.iter().enumerate().filter(|(_, votes)| **votes > 0);
            let rows = taken.map(|(bin, votes)| vec![(bin * 5).to_string(), count(votes)]);
            (head(say.head_place, say.head_answers), rows.collect())
        }
        Results::Scale(results) => scale_table(language, input, results),
    }
}

fn scale_table(language: Language, input: &Input, results: &scale::Results) -> (Vec<String>, Vec<Vec<String>>) {
    let steps = match input {
        Input::Scale { from, to, .. } => *from..=*to,
        _ => 1..=results.statements.first().map_or(1, |statement| statement.counts.len() as i32),
    };
    let say = Texts::of(language);
    let mut head = vec![say.head_statement.to_owned()];
    head.extend(steps.map(|step| step.to_string()));
    head.extend([say.head_mean.to_owned(), say.head_skipped.to_owned()]);
    let rows = results.statements.iter().map(|statement| {
        let mut row = vec![statement.label.clone()];
        row.extend(statement.counts.iter().map(|count| grouped(language, *count)));
        row.push(statement.mean.map_or_else(|| "–".to_owned(), |mean| decimal(language, mean)));
        row.push(grouped(language, statement.skipped));
        row
    });
    (head, rows.collect())
}
