//! The figure of a scale: columns for each statement.

use leptos::prelude::*;
use shared::protocol::view::Input;
use shared::question::Results as AnyResults;
use shared::question::scale::{Results, StatementResults};

use super::columns::Statements;
use crate::charts::frame::{self, Frame};
use crate::charts::{Pointed, hidden};
use crate::kinds::figure_context::FigureContext;

/// What the pictures are drawn from.
fn statements<'a>(context: &FigureContext<'a>, results: &'a Results) -> Option<Statements<'a>> {
    let Input::Scale { low, high, .. } = context.input else {
        return None;
    };
    let then = match context.compared.map(|compared| &compared.results) {
        Some(AnyResults::Scale(then)) => Some(then),
        _ => None,
    };
    let ends = (low.as_deref(), high.as_deref());
    Some(Statements {
        heading: context.heading,
        results,
        then,
        ends,
        language: context.language,
    })
}

fn pictures(
    context: &FigureContext<'_>,
    results: &Results,
    frame: &Frame<'_>,
    page: usize,
) -> Vec<AnyView> {
    let statements = statements(context, results);
    frame.pictures(|shape| Some(statements?.drawing(shape, page)))
}

/// One page of the figure.
pub fn figure(
    context: &FigureContext<'_>,
    results: &Results,
    id: String,
    page: usize,
    pointed: Pointed<'_>,
) -> AnyView {
    frame::figure(
        pictures(context, results, &context.frame(id, pointed), page),
        None,
        context.table(),
    )
}

/// How many pages a stage needs.
pub fn pages(context: &FigureContext<'_>, results: &Results) -> usize {
    statements(context, results).map_or(1, |statements| statements.pages())
}

/// The results of a question that nobody has answered.
pub fn nothing(statements: &[String], (from, to): (i32, i32)) -> AnyResults {
    let counts = vec![0; usize::try_from(to - from).unwrap_or(0) + 1];
    let statement = |label: &String| StatementResults {
        label: label.clone(),
        counts: counts.clone(),
        mean: None,
        skipped: 0,
    };
    let statements = statements.iter().map(statement).collect();
    AnyResults::Scale(Results {
        voters: 0,
        skipped: 0,
        from,
        statements,
    })
}

/// What stands there while results are hidden: the statements in their places.
pub fn hidden(
    context: &FigureContext<'_>,
    results: &Results,
    frame: &Frame<'_>,
    page: usize,
) -> AnyView {
    let names = results.statements.iter().map(|statement| &statement.label);
    hidden::frame(pictures(context, results, frame, page), names)
}
