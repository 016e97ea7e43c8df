//! The figure of a number question: columns along an axis.

use leptos::prelude::*;
use shared::question::Results as AnyResults;
use shared::question::number::Results;

use super::columns::Columns;
use super::form::meanings;
use crate::charts::frame::{self, Frame};
use crate::charts::{Pointed, hidden};
use crate::kinds::figure_context::FigureContext;

fn pictures(told: &FigureContext<'_>, results: &Results, frame: &Frame<'_>) -> Vec<AnyView> {
    let then = told.compared.and_then(|compared| match &compared.results {
        AnyResults::Number(then) => then.mean,
        _ => None,
    });
    let columns = Columns {
        input: told.input,
        results,
        then,
        language: told.language,
    };
    frame.pictures(|shape| Some(columns.drawing(told.heading.surface(shape))))
}

/// The figure.
pub fn figure(
    told: &FigureContext<'_>,
    results: &Results,
    id: String,
    pointed: Pointed<'_>,
) -> AnyView {
    frame::figure(
        pictures(told, results, &told.frame(id, pointed)),
        None,
        told.table(),
    )
}

/// What stands there while results are hidden: the axis, and what its ends mean.
pub fn hidden(told: &FigureContext<'_>, results: &Results, frame: &Frame<'_>) -> AnyView {
    hidden::frame(
        pictures(told, results, frame),
        meanings(told.input, told.language).iter(),
    )
}

/// The results of a question that nobody has answered.
pub fn nothing() -> AnyResults {
    AnyResults::Number(Results::default())
}
