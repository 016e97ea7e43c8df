//! What of a question stands on the stage while its results are hidden: all that can be chosen, in the places that it keeps, and no figure.
//! It is made of the question alone, so nothing can leak by it.

use leptos::prelude::*;
use shared::protocol::view::Input;
use shared::question::choice::OptionVotes;
use shared::question::open::OpenLayout;
use shared::question::scale::StatementResults;
use shared::question::{Results, choice, open, scale, spectrum, words};

use super::Told;
use super::frame::Frame;
use super::mark::Pointed;
use crate::texts::stage as say;

/// The results of a question that nobody has answered.
pub fn nothing(input: &Input) -> Results {
    match input {
        Input::Choice { options, .. } => {
            let option = |label: &String| OptionVotes { label: label.clone(), votes: 0 };
            let options = options.iter().map(|shown| option(&shown.label)).collect();
            Results::Choice(choice::Results { voters: 0, options, others: None })
        }
        Input::Words { .. } => Results::Words(words::Tally::default().results()),
        Input::Open { .. } => Results::Open(open::Results { voters: 0, total: 0, votes: 0, answers: Vec::new() }),
        Input::Scale { statements, from, to, .. } => {
            let counts = vec![0; usize::try_from(to - from).unwrap_or(0) + 1];
            let statement = |label: &String| StatementResults {
                label: label.clone(),
                counts: counts.clone(),
                mean: None,
                skipped: 0,
            };
            let statements = statements.iter().map(statement).collect();
            Results::Scale(scale::Results { voters: 0, skipped: 0, from: *from, statements })
        }
        Input::Spectrum { .. } => Results::Spectrum(spectrum::Tally::default().results()),
    }
}

/// One page of the quiet frame. `told` is of [`nothing`].
pub fn frame(id: String, told: Told<'_>, page: usize) -> AnyView {
    let sentence = say::stage(told.language).hidden;
    match told.input {
        Input::Words { .. } => quiet(sentence),
        Input::Open { columns, layout: OpenLayout::Columns, .. } if !columns.is_empty() => headings(columns),
        Input::Open { .. } => quiet(sentence),
        _ => {
            let prompt = told.heading.prompt.to_owned();
            let frame = Frame { id, prompt, sentence: sentence.to_owned(), pointed: Pointed::default() };
            let pictures = told.pictures(&frame, page);
            let names: Vec<_> = names(told.input).map(|name| view! { <li dir="auto">{name.clone()}</li> }).collect();
            view! {
                <figure class="figure">
                    {pictures} <div class="visually-hidden"><ul>{names}</ul></div>
                </figure>
            }
            .into_any()
        }
    }
}

/// Whether the frame itself says that results are hidden, for want of anything else.
pub fn says_so(input: &Input) -> bool {
    match input {
        Input::Words { .. } => true,
        Input::Open { layout, columns, .. } => *layout != OpenLayout::Columns || columns.is_empty(),
        _ => false,
    }
}

fn quiet(sentence: &'static str) -> AnyView {
    view! { <div class="figure quiet"><p>{sentence}</p></div> }.into_any()
}

/// Under which answers are going to stand.
fn headings(columns: &[String]) -> AnyView {
    let class = match columns.len() {
        1 => "wall one",
        2 => "wall two",
        3 => "wall",
        4 => "wall four",
        _ => "wall five",
    };
    let sections: Vec<_> =
        columns.iter().map(|name| view! { <section><h2 dir="auto">{name.clone()}</h2></section> }).collect();
    view! { <div class="figure"><div class=class>{sections}</div></div> }.into_any()
}

/// All that can be chosen, in words.
fn names(input: &Input) -> Box<dyn Iterator<Item = &String> + '_> {
    match input {
        Input::Choice { options, .. } => Box::new(options.iter().map(|option| &option.label)),
        Input::Scale { statements, .. } => Box::new(statements.iter()),
        Input::Spectrum { left, right, stops, .. } => {
            Box::new(std::iter::once(&left.label).chain(stops).chain([&right.label]))
        }
        Input::Words { .. } | Input::Open { .. } => Box::new(std::iter::empty()),
    }
}
