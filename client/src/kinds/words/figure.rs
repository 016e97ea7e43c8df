//! The figure of words: a cloud where one is wanted and the room says where its words stand, else a
//! list.

use leptos::prelude::*;
use shared::cloud::Cloud;
use shared::protocol::view::Input;
use shared::question::Results as AnyResults;
use shared::question::words::{Results, Tally, WordCount, WordsLayout};

use super::cloud;
use crate::charts::Pointed;
use crate::charts::categories::Count;
use crate::charts::frame::{self, Shape};
use crate::charts::listing::List;
use crate::kinds::figure_context::FigureContext;

/// A cloud, where one is wanted and the room says where its words stand.
fn cloud_of<'a>(context: &FigureContext<'a>) -> Option<&'a Cloud> {
    context.cloud.filter(|_| {
        matches!(
            context.input,
            Input::Words {
                layout: WordsLayout::Cloud,
                ..
            }
        )
    })
}

fn counts(results: &Results) -> Vec<Count> {
    let count = |entry: &WordCount| Count {
        label: entry.text.clone(),
        votes: entry.count,
    };
    results.entries.iter().map(count).collect()
}

fn list<'a>(context: &FigureContext<'a>, entries: &'a [Count]) -> List<'a> {
    List {
        heading: context.heading,
        entries,
        language: context.language,
    }
}

/// One page of the figure.
pub fn figure(
    context: &FigureContext<'_>,
    results: &Results,
    id: String,
    page: usize,
    pointed: Pointed<'_>,
) -> AnyView {
    if results.entries.is_empty() {
        return frame::quiet(context.language);
    }
    let frame = context.frame(id, pointed);
    if let Some(cloud) = cloud_of(context) {
        return cloud::view(
            &frame,
            results,
            cloud,
            page,
            context.table(),
            context.language,
        );
    }
    let entries = counts(results);
    let list = list(context, &entries);
    frame::figure(
        frame.pictures(|shape| Some(list.drawing(shape, page))),
        None,
        context.table(),
    )
}

/// How many pages a stage needs.
pub fn pages(context: &FigureContext<'_>, results: &Results) -> usize {
    match cloud_of(context) {
        Some(cloud) => cloud::pages(results, cloud, context.language),
        None => list(context, &counts(results)).pages(),
    }
}

/// The words, page by page.
pub fn names(
    context: &FigureContext<'_>,
    results: &Results,
    shape: Shape,
) -> Vec<Vec<(String, String)>> {
    let pages = match cloud_of(context) {
        Some(cloud) => cloud::names(shape, results, cloud, context.language),
        None => list(context, &counts(results)).names(),
    };
    let named = |page: Vec<String>| page.into_iter().map(|word| (word.clone(), word)).collect();
    pages.into_iter().map(named).collect()
}

/// The results of a question that nobody has answered.
pub fn nothing() -> AnyResults {
    AnyResults::Words(Tally::default().results())
}
