//! The figure of open answers: a wall of cards.

use leptos::prelude::*;
use shared::question::open::{OpenInput, OpenResults};

use super::OpenFigure;
use super::wall::Wall;
use crate::charts::{Pointed, hidden};
use crate::kinds::figure_context::FigureContext;

fn wall<'a>(context: &FigureContext<'a>, open: &OpenFigure<'a>) -> Wall<'a> {
    Wall::of(
        context.heading,
        (open.input, context.rules),
        open.results,
        context.open,
    )
}

/// One page of the figure.
pub fn figure(
    context: &FigureContext<'_>,
    open: &OpenFigure<'_>,
    page: usize,
    pointed: Pointed<'_>,
) -> AnyView {
    wall(context, open).page(page, pointed, context.language)
}

/// How many pages a stage needs, and which of them shows first, from 0.
pub fn pages(context: &FigureContext<'_>, open: &OpenFigure<'_>) -> (usize, usize) {
    let wall = wall(context, open);
    (wall.count(), wall.first)
}

/// The answers by their public names, page by page.
pub fn names(context: &FigureContext<'_>, open: &OpenFigure<'_>) -> Vec<Vec<(String, String)>> {
    wall(context, open).names().collect()
}

/// What stands there while results are hidden: the headings, if there are any, else a sentence.
pub fn hidden(input: &OpenInput, sentence: &'static str) -> AnyView {
    match input.headings() {
        [] => hidden::quiet(sentence),
        columns => headings(columns),
    }
}

/// Whether that sentence says that results are hidden, for want of anything else.
pub fn says_hidden(input: &OpenInput) -> bool {
    input.headings().is_empty()
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
pub fn nothing() -> OpenResults {
    OpenResults {
        voters: 0,
        total: 0,
        votes: 0,
        answers: Vec::new(),
    }
}
