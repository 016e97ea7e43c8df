//! The figure of a number question: columns along an axis.

use leptos::prelude::*;
use shared::question::number::NumberResults;

use super::NumberFigure;
use super::columns::Columns;
use super::form::meanings;
use crate::charts::frame::{self, Drawing, Frame, Shape};
use crate::charts::{Pointed, hidden};
use crate::kinds::figure_context::FigureContext;

fn drawing(context: &FigureContext<'_>, number: &NumberFigure<'_>, shape: Shape) -> Drawing {
    let columns = Columns {
        input: number.input,
        results: number.results,
        then: number.then.and_then(|then| then.mean),
        language: context.language,
    };
    columns.drawing(context.heading.surface(shape))
}

fn pictures(
    context: &FigureContext<'_>,
    number: &NumberFigure<'_>,
    frame: &Frame<'_>,
) -> Vec<AnyView> {
    frame.pictures(|shape| Some(drawing(context, number, shape)))
}

/// The picture without a page around it.
pub fn drawings(
    context: &FigureContext<'_>,
    number: &NumberFigure<'_>,
    shape: Shape,
) -> Vec<Drawing> {
    vec![drawing(context, number, shape)]
}

/// The figure.
pub fn figure(
    context: &FigureContext<'_>,
    number: &NumberFigure<'_>,
    id: String,
    pointed: Pointed<'_>,
) -> AnyView {
    frame::figure(
        pictures(context, number, &context.frame(id, pointed)),
        None,
        context.table(),
    )
}

/// What stands there while results are hidden: the axis, and what its ends mean.
pub fn hidden(
    context: &FigureContext<'_>,
    number: &NumberFigure<'_>,
    frame: &Frame<'_>,
) -> AnyView {
    hidden::frame(
        pictures(context, number, frame),
        meanings(number.input, context.language).iter(),
    )
}

/// Whether what stands there while results are hidden says so itself.
pub const SAYS_HIDDEN: bool = false;

/// How many pages a stage needs, and which of them shows first, from 0.
pub const PAGES: (usize, usize) = (1, 0);

/// The results of a question that nobody has answered.
pub fn nothing() -> NumberResults {
    NumberResults::default()
}
