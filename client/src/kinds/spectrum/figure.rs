//! The figure of a spectrum: the line with its votes, or how everybody moved since an earlier one.

use leptos::prelude::*;
use shared::protocol::view::Input;
use shared::question::Results as AnyResults;
use shared::question::spectrum::{Pole, Results, Tally};

use super::line::{self, Line};
use super::slope_chart::SlopeChart;
use crate::charts::frame::{self, Drawing, Frame, Shape};
use crate::charts::{Pointed, hidden};
use crate::kinds::figure_context::FigureContext;

/// How the room moved, once somebody has.
fn shift<'a>(
    context: &FigureContext<'a>,
    now: &'a Results,
    poles: (&'a Pole, &'a Pole),
) -> Option<SlopeChart<'a>> {
    let compared = context.compared.filter(|_| now.voters > 0)?;
    let AnyResults::Spectrum(then) = &compared.results else {
        return None;
    };
    Some(SlopeChart {
        then,
        now,
        pairs: compared.pairs.as_deref(),
        poles,
        language: context.language,
    })
}

fn drawing(context: &FigureContext<'_>, results: &Results, shape: Shape) -> Option<Drawing> {
    let Input::Spectrum {
        left,
        right,
        stops,
        layout,
    } = context.input
    else {
        return None;
    };
    let (surface, poles) = (context.heading.surface(shape), (left, right));
    let line = Line {
        poles,
        stops,
        layout: *layout,
    };
    Some(match shift(context, results, poles) {
        Some(shift) => shift.drawing(surface),
        None => line::drawing(surface, results, line, context.language),
    })
}

fn pictures(context: &FigureContext<'_>, results: &Results, frame: &Frame<'_>) -> Vec<AnyView> {
    frame.pictures(|shape| drawing(context, results, shape))
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

/// What stands there while results are hidden: the poles and the stops in their places.
pub fn hidden(context: &FigureContext<'_>, results: &Results, frame: &Frame<'_>) -> AnyView {
    let Input::Spectrum {
        left, right, stops, ..
    } = context.input
    else {
        return hidden::frame(Vec::new(), std::iter::empty());
    };
    let names = std::iter::once(&left.label)
        .chain(stops)
        .chain([&right.label]);
    hidden::frame(pictures(context, results, frame), names)
}

/// The results of a question that nobody has answered.
pub fn nothing() -> AnyResults {
    AnyResults::Spectrum(Tally::default().results())
}
