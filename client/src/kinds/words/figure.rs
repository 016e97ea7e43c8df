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
use crate::charts::frame::{self, SurfaceShape};
use crate::charts::listing::List;
use crate::kinds::figure_context::FigureContext;

/// A cloud, where one is wanted and the room says where its words stand.
fn cloud_of<'a>(told: &FigureContext<'a>) -> Option<&'a Cloud> {
    told.cloud.filter(|_| {
        matches!(
            told.input,
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

fn list<'a>(told: &FigureContext<'a>, entries: &'a [Count]) -> List<'a> {
    List {
        heading: told.heading,
        entries,
        language: told.language,
    }
}

/// One page of the figure.
pub fn figure(
    told: &FigureContext<'_>,
    results: &Results,
    id: String,
    page: usize,
    pointed: Pointed<'_>,
) -> AnyView {
    if results.entries.is_empty() {
        return frame::quiet(told.language);
    }
    let frame = told.frame(id, pointed);
    if let Some(cloud) = cloud_of(told) {
        return cloud::view(&frame, results, cloud, page, told.table(), told.language);
    }
    let entries = counts(results);
    let list = list(told, &entries);
    frame::figure(
        frame.pictures(|shape| Some(list.drawing(shape, page))),
        None,
        told.table(),
    )
}

/// How many pages a stage needs.
pub fn pages(told: &FigureContext<'_>, results: &Results) -> usize {
    match cloud_of(told) {
        Some(cloud) => cloud::pages(results, cloud, told.language),
        None => list(told, &counts(results)).pages(),
    }
}

/// The words, page by page.
pub fn names(
    told: &FigureContext<'_>,
    results: &Results,
    shape: SurfaceShape,
) -> Vec<Vec<(String, String)>> {
    let pages = match cloud_of(told) {
        Some(cloud) => cloud::names(shape, results, cloud, told.language),
        None => list(told, &counts(results)).names(),
    };
    let named = |page: Vec<String>| page.into_iter().map(|word| (word.clone(), word)).collect();
    pages.into_iter().map(named).collect()
}

/// The results of a question that nobody has answered.
pub fn nothing() -> AnyResults {
    AnyResults::Words(Tally::default().results())
}
