//! The figure of a spectrum: the line with its votes, or how everybody moved since an earlier one.

use leptos::prelude::*;
use shared::question::spectrum::{SpectrumResults, SpectrumTally};

use super::SpectrumFigure;
use super::line::{self, Line};
use super::slope_chart::SlopeChart;
use crate::charts::frame::{self, Drawing, Frame, Shape};
use crate::charts::{Pointed, hidden};
use crate::kinds::figure_context::FigureContext;

/// How the room moved, once somebody has.
fn slope_chart<'a>(
    context: &FigureContext<'a>,
    spectrum: &SpectrumFigure<'a>,
) -> Option<SlopeChart<'a>> {
    let (input, now) = (spectrum.input, spectrum.results);
    Some(SlopeChart {
        then: spectrum.then.filter(|_| now.voters > 0)?,
        now,
        pairs: spectrum.pairs,
        poles: (&input.left, &input.right),
        language: context.language,
    })
}

fn drawing(context: &FigureContext<'_>, spectrum: &SpectrumFigure<'_>, shape: Shape) -> Drawing {
    let (surface, input) = (context.heading.surface(shape), spectrum.input);
    let line = Line {
        poles: (&input.left, &input.right),
        stops: &input.stops,
        layout: input.layout,
    };
    match slope_chart(context, spectrum) {
        Some(slopes) => slopes.drawing(surface),
        None => line::drawing(surface, spectrum.results, line, context.language),
    }
}

fn pictures(
    context: &FigureContext<'_>,
    spectrum: &SpectrumFigure<'_>,
    frame: &Frame<'_>,
) -> Vec<AnyView> {
    frame.pictures(|shape| Some(drawing(context, spectrum, shape)))
}

/// The figure.
pub fn figure(
    context: &FigureContext<'_>,
    spectrum: &SpectrumFigure<'_>,
    id: String,
    pointed: Pointed<'_>,
) -> AnyView {
    frame::figure(
        pictures(context, spectrum, &context.frame(id, pointed)),
        None,
        context.table(),
    )
}

/// The picture without a page around it.
pub fn drawings(
    context: &FigureContext<'_>,
    spectrum: &SpectrumFigure<'_>,
    shape: Shape,
) -> Vec<Drawing> {
    vec![drawing(context, spectrum, shape)]
}

/// What stands there while results are hidden: the poles and the stops in their places.
pub fn hidden(
    context: &FigureContext<'_>,
    spectrum: &SpectrumFigure<'_>,
    frame: &Frame<'_>,
) -> AnyView {
    let input = spectrum.input;
    let names = std::iter::once(&input.left.label)
        .chain(&input.stops)
        .chain([&input.right.label]);
    hidden::frame(pictures(context, spectrum, frame), names)
}

/// Whether what stands there while results are hidden says so itself.
pub const SAYS_HIDDEN: bool = false;

/// How many pages a stage needs, and which of them shows first, from 0.
pub const PAGES: (usize, usize) = (1, 0);

/// The results of a question that nobody has answered.
pub fn nothing() -> SpectrumResults {
    SpectrumTally::default().results()
}
