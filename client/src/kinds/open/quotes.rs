//! Open answers as a picture of texts, for where there is no page to put a wall on: those with most
//! votes first, then the newest; under their headings, where they have any.

use std::cmp::Reverse;

use shared::question::open::{OpenAnswer, under};

use super::OpenFigure;
use super::sentences::counted;
use crate::charts::frame::{Drawing, Shape};
use crate::charts::split_columns::ColumnText;
use crate::charts::text_columns::{self, TextColumn};
use crate::kinds::figure_context::FigureContext;
use crate::language::Language;
use crate::texts::charts as say;

/// The picture; nothing where nobody has answered.
pub fn drawings(context: &FigureContext<'_>, open: &OpenFigure<'_>, shape: Shape) -> Vec<Drawing> {
    if open.results.answers.is_empty() {
        return Vec::new();
    }
    let surface = context.heading.surface(shape);
    let mut answers: Vec<&OpenAnswer> = open.results.answers.iter().rev().collect();
    answers.sort_by_key(|answer| Reverse(answer.votes));
    let language = context.language;
    let headings = open.input.headings();
    if headings.is_empty() {
        let texts: Vec<ColumnText> = answers
            .into_iter()
            .map(|answer| quote(&answer.text, answer.votes, language))
            .collect();
        let total = open.results.total;
        return vec![text_columns::flowing(surface, &texts, total, language)];
    }
    let mut columns = columns(headings);
    for answer in answers {
        let found = under(headings, &answer.text, context.rules);
        let (place, text) = found.unwrap_or((headings.len(), answer.text.as_str()));
        columns[place]
            .texts
            .push(quote(text, answer.votes, language));
        columns[place].total += 1;
    }
    // What stands under no heading has a column where there is any.
    let (_, homeless) = columns.split_at_mut(headings.len());
    for column in homeless {
        column.heading = Some(say::no_heading(language).to_owned());
    }
    let all = columns.iter().enumerate();
    let columns: Vec<TextColumn> = all
        .filter(|(place, column)| *place < headings.len() || column.total > 0)
        .map(|(_, column)| column.clone())
        .collect();
    vec![text_columns::drawing(surface, &columns, language)]
}

/// A column for each heading, and one more.
fn columns(headings: &[String]) -> Vec<TextColumn> {
    let headed = |heading: &String| TextColumn {
        heading: Some(heading.clone()),
        ..TextColumn::default()
    };
    let mut columns: Vec<TextColumn> = headings.iter().map(headed).collect();
    columns.push(TextColumn::default());
    columns
}

fn quote(text: &str, votes: u64, language: Language) -> ColumnText {
    ColumnText {
        text: text.to_owned(),
        count: counted(language, votes, votes > 0),
    }
}
