//! The figure of open answers: a wall of cards.

use leptos::prelude::*;
use shared::protocol::view::Input;
use shared::question::Results as AnyResults;
use shared::question::open::{OpenLayout, Results};

use super::wall::Wall;
use crate::charts::{Pointed, hidden};
use crate::kinds::figure_context::FigureContext;

fn wall<'a>(context: &FigureContext<'a>, results: &'a Results) -> Wall<'a> {
    Wall::of(
        context.heading,
        (context.input, context.rules),
        results,
        context.open,
    )
}

/// One page of the figure.
pub fn figure(
    context: &FigureContext<'_>,
    results: &Results,
    page: usize,
    pointed: Pointed<'_>,
) -> AnyView {
    wall(context, results).page(page, pointed, context.language)
}

/// How many pages a stage needs, and which of them shows first, from 0.
pub fn pages(context: &FigureContext<'_>, results: &Results) -> (usize, usize) {
    let wall = wall(context, results);
    (wall.count(), wall.first)
}

/// The answers by their public names, page by page.
pub fn names(context: &FigureContext<'_>, results: &Results) -> Vec<Vec<(String, String)>> {
    wall(context, results).names().collect()
}

/// Under which headings answers are going to stand, where the stage sets them under any.
fn columns(input: &Input) -> Option<&[String]> {
    match input {
        Input::Open {
            columns,
            layout: OpenLayout::Columns,
            ..
        } if !columns.is_empty() => Some(columns),
        _ => None,
    }
}

/// What stands there while results are hidden: the headings, if there are any, else a sentence.
pub fn hidden(input: &Input, sentence: &'static str) -> AnyView {
    columns(input).map_or_else(|| hidden::quiet(sentence), headings)
}

/// Whether that sentence says that results are hidden, for want of anything else.
pub fn says_hidden(input: &Input) -> bool {
    columns(input).is_none()
}

fn headings(columns: &[String]) -> AnyView {
    let class = match columns.len() {
        1 => "wall one",
        2 => "wall two",
        3 => "wall",
        4 => "wall four",
        _ => "wall five",
    };
    let sections: Vec<_> = columns
        .iter()
        .map(|name| view! { <section><h2 dir="auto">{name.clone()}</h2></section> })
        .collect();
    view! { <div class="figure"><div class=class>{sections}</div></div> }.into_any()
}

/// The results of a question that nobody has answered.
pub fn nothing() -> AnyResults {
    AnyResults::Open(Results {
        voters: 0,
        total: 0,
        votes: 0,
        answers: Vec::new(),
    })
}
