//! The figure of words: a cloud where one is wanted and the room says where its words stand, else a
//! list.

use leptos::prelude::*;
use shared::cloud::Cloud;
use shared::question::word_counts::WordCount;
use shared::question::words::{WordsLayout, WordsResults, WordsTally};

use super::{WordsFigure, cloud};
use crate::charts::categories::Count;
use crate::charts::frame::{self, Drawing, Shape};
use crate::charts::listing::List;
use crate::charts::{Pointed, hidden};
use crate::kinds::figure_context::FigureContext;

/// A cloud, where one is wanted and the room says where its words stand.
fn cloud_of<'a>(context: &FigureContext<'a>, words: &WordsFigure<'a>) -> Option<&'a Cloud> {
    let wanted = words.input.layout == WordsLayout::Cloud;
    context.cloud.filter(|_| wanted)
}

fn counts(results: &WordsResults) -> Vec<Count> {
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
    words: &WordsFigure<'_>,
    id: String,
    page: usize,
    pointed: Pointed<'_>,
) -> AnyView {
    let results = words.results;
    if results.entries.is_empty() {
        return frame::quiet(context.language);
    }
    let frame = context.frame(id, pointed);
    if let Some(cloud) = cloud_of(context, words) {
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

/// The cloud and what found no room in it, or all pages of the list, without a page around them.
pub fn drawings(
    context: &FigureContext<'_>,
    words: &WordsFigure<'_>,
    shape: Shape,
) -> Vec<Drawing> {
    if let Some(cloud) = cloud_of(context, words) {
        return cloud::drawings(shape, words.results, cloud, context.language);
    }
    let entries = counts(words.results);
    let list = list(context, &entries);
    let pages = 0..list.pages();
    pages.map(|page| list.drawing(shape, page)).collect()
}

/// How many pages a stage needs.
pub fn pages(context: &FigureContext<'_>, words: &WordsFigure<'_>) -> usize {
    match cloud_of(context, words) {
        Some(cloud) => cloud::pages(words.results, cloud, context.language),
        None => list(context, &counts(words.results)).pages(),
    }
}

/// The words, page by page.
pub fn names(
    context: &FigureContext<'_>,
    words: &WordsFigure<'_>,
    shape: Shape,
) -> Vec<Vec<(String, String)>> {
    let pages = match cloud_of(context, words) {
        Some(cloud) => cloud::names(shape, words.results, cloud, context.language),
        None => list(context, &counts(words.results)).names(),
    };
    let named = |page: Vec<String>| page.into_iter().map(|word| (word.clone(), word)).collect();
    pages.into_iter().map(named).collect()
}

/// Whether what stands there while results are hidden says so itself. There is nothing else to
/// show.
pub const SAYS_HIDDEN: bool = true;

/// What stands there while results are hidden.
pub fn hidden(sentence: &'static str) -> AnyView {
    hidden::quiet(sentence)
}

/// The results of a question that nobody has answered.
pub fn nothing() -> WordsResults {
    WordsTally::default().results()
}
