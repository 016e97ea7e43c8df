//! The figure of a number question: columns along an axis.

use leptos::prelude::*;
use shared::question::Results as AnyResults;
use shared::question::number::Results;

use super::columns::Columns;
use super::form::meanings;
use crate::charts::frame::{self, Frame};
use crate::charts::{Pointed, hidden};
use crate::kinds::figure_context::FigureContext;

fn pictures(context: &FigureContext<'_>, results: &Results, frame: &Frame<'_>) -> Vec<AnyView> {
    let then = context
        .compared
        .and_then(|compared| match &compared.results {
            AnyResults::Number(then) => then.mean,
            _ => None,
        });
    let columns = Columns {
        input: context.input,
        results,
        then,
        language: context.language,
    };
    frame.pictures(|shape| Some(columns.drawing(context.heading.surface(shape))))
}

/// The figure.
pub fn figure(
    context: &FigureContext<'_>,
    results: &Results,
    id: String,
    pointed: Pointed<'_>,
) -> AnyView {
    frame::figure(
        pictures(context, results, &context.frame(id, pointed)),
        None,
        context.table(),
    )
}

/// What stands there while results are hidden: the axis, and what its ends mean.
pub fn hidden(context: &FigureContext<'_>, results: &Results, frame: &Frame<'_>) -> AnyView {
    hidden::frame(
        pictures(context, results, frame),
        meanings(context.input, context.language).iter(),
    )
}

/// The results of a question that nobody has answered.
pub fn nothing() -> AnyResults {
    AnyResults::Number(Results::default())
}
