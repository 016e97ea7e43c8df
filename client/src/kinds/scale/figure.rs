//! The figure of a scale: columns for each statement.

use leptos::prelude::*;
use shared::question::scale::{ScaleInput, ScaleResults, StatementResults};

use super::ScaleFigure;
use super::columns::Statements;
use crate::charts::frame::{self, Drawing, Frame, Shape};
use crate::charts::{Pointed, hidden};
use crate::kinds::figure_context::FigureContext;

/// What the pictures are drawn from.
fn statements<'a>(context: &FigureContext<'a>, scale: &ScaleFigure<'a>) -> Statements<'a> {
    Statements {
        heading: context.heading,
        results: scale.results,
        then: scale.then,
        ends: (scale.input.low.as_deref(), scale.input.high.as_deref()),
        language: context.language,
    }
}

fn pictures(
    context: &FigureContext<'_>,
    scale: &ScaleFigure<'_>,
    frame: &Frame<'_>,
    page: usize,
) -> Vec<AnyView> {
    let statements = statements(context, scale);
    frame.pictures(|shape| Some(statements.drawing(shape, page)))
}

/// One page of the figure.
pub fn figure(
    context: &FigureContext<'_>,
    scale: &ScaleFigure<'_>,
    id: String,
    page: usize,
    pointed: Pointed<'_>,
) -> AnyView {
    frame::figure(
        pictures(context, scale, &context.frame(id, pointed), page),
        None,
        context.table(),
    )
}

/// How many pages a stage needs.
pub fn pages(context: &FigureContext<'_>, scale: &ScaleFigure<'_>) -> usize {
    statements(context, scale).pages()
}

/// All pages without one around them.
pub fn drawings(
    context: &FigureContext<'_>,
    scale: &ScaleFigure<'_>,
    shape: Shape,
) -> Vec<Drawing> {
    let statements = statements(context, scale);
    let pages = 0..statements.pages();
    pages.map(|page| statements.drawing(shape, page)).collect()
}

/// Whether what stands there while results are hidden says so itself.
pub const SAYS_HIDDEN: bool = false;

/// The results of a question that nobody has answered.
pub fn nothing(input: &ScaleInput) -> ScaleResults {
    let counts = vec![0; usize::try_from(input.to - input.from).unwrap_or(0) + 1];
    let statement = |label: &String| StatementResults {
        label: label.clone(),
        counts: counts.clone(),
        mean: None,
        skipped: 0,
    };
    ScaleResults {
        voters: 0,
        skipped: 0,
        from: input.from,
        statements: input.statements.iter().map(statement).collect(),
    }
}

/// What stands there while results are hidden: the statements in their places.
pub fn hidden(
    context: &FigureContext<'_>,
    scale: &ScaleFigure<'_>,
    frame: &Frame<'_>,
    page: usize,
) -> AnyView {
    let statements = scale.results.statements.iter();
    let names = statements.map(|statement| &statement.label);
    hidden::frame(pictures(context, scale, frame, page), names)
}
