//! `words`: a cloud, in three tones by frequency, and a list beside it of what found no room.

use leptos::prelude::*;
use shared::cloud::{Cloud, Counted, LIST_WIDTH, place};
use shared::question::words::{Entry, Results};

use super::Size;
use super::beside::Beside;
use super::frame::{Drawing, Frame, Shape, table};
use super::mark::{Mark, n};
use super::measure::width;
use crate::language::Language;
use crate::texts::charts as say;

/// The cloud of a stage; on a phone a list, since words of readable size fill a phone at once.
pub fn view(frame: &Frame, results: &Results, language: Language, size: Size) -> AnyView {
    let input = say::words_input();
    let behind = table(&frame.prompt, &input, &shared::question::Results::Words(results.clone()), language);
    if size == Size::Phone {
        return list(&results.entries, results.distinct);
    }
    let drawn = [Shape::Wide, Shape::Tall].map(|shape| (shape, cloud(shape, &results.entries)));
    let pictures: Vec<AnyView> = drawn
        .iter()
        .enumerate()
        .map(|(number, (shape, cloud))| frame.picture(number, drawing(*shape, cloud, &results.entries)))
        .collect();
    let lists: Vec<AnyView> =
        drawn.iter().filter_map(|(shape, cloud)| beside(*shape, cloud, results, language)).map(Beside::view).collect();
    let class = match lists.len() {
        0 => "figure",
        _ => "figure with-list",
    };
    view! { <figure class=class>{pictures} {lists} {behind}</figure> }.into_any()
}

/// What had no room in the picture of that shape, or was not even told to the page.
fn beside(shape: Shape, cloud: &Cloud, results: &Results, language: Language) -> Option<Beside> {
    let total = cloud.left_over.len() as u64 + results.distinct - results.entries.len() as u64;
    let items = cloud.left_over.iter().map(|index| results.entries[*index].text.clone()).collect();
    let heading = say::and_more(language, total);
    (total > 0).then_some(Beside { shape: Some(shape), heading, items, total, width: LIST_WIDTH })
}

fn cloud(shape: Shape, entries: &[Entry]) -> Cloud {
    let words: Vec<Counted<'_>> =
        entries.iter().map(|entry| Counted { text: &entry.text, count: entry.count }).collect();
    place(&words, shape.size(), &width)
}

fn drawing(shape: Shape, cloud: &Cloud, entries: &[Entry]) -> Drawing {
    let (whole, height) = shape.size();
    let most = entries.first().map_or(0, |entry| entry.count);
    let marks = cloud.placed.iter().map(|placed| Mark::Word {
        class: tone(entries[placed.index].count, most),
        transform: format!("translate({} {})", n(placed.x), n(placed.y)),
        size: placed.size,
        weight: placed.weight,
        text: entries[placed.index].text.clone(),
    });
    let width = if cloud.left_over.is_empty() { whole } else { whole - LIST_WIDTH };
    Drawing { shape, width, height, align: None, marks: marks.collect() }
}

/// At least half as often as the most frequent, less than a fifth as often, or between.
fn tone(count: u64, most: u64) -> &'static str {
    match count {
        count if count >= 2 && count * 2 >= most => "word top",
        count if most > 3 && (count == 1 || count * 5 < most) => "word low",
        _ => "word mid",
    }
}

fn list(entries: &[Entry], distinct: u64) -> AnyView {
    let shown: Vec<_> = entries
        .iter()
        .take(30)
        .map(|entry| view! { <li><span dir="auto">{entry.text.clone()}</span> " " <b>{entry.count}</b></li> })
        .collect();
    let more = (distinct > shown.len() as u64).then(|| view! { <li>"…"</li> });
    view! { <ol class="word-list">{shown} {more}</ol> }.into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entries(count: usize) -> Vec<Entry> {
        (0..count).map(|n| Entry { text: format!("woord {n}"), count: (count - n) as u64 / 4 + 1 }).collect()
    }

    #[test]
    fn every_entry_is_in_the_picture_or_beside_it() {
        for count in [1, 25, 300] {
            let entries = entries(count);
            let cloud = cloud(Shape::Wide, &entries);
            assert_eq!(drawing(Shape::Wide, &cloud, &entries).marks.len() + cloud.left_over.len(), count);
        }
    }

    #[test]
    fn one_word_said_once_is_not_pale() {
        assert_eq!(tone(1, 1), "word mid");
        assert_eq!(tone(20, 38), "word top");
        assert_eq!(tone(2, 38), "word low");
    }
}
