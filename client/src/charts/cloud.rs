//! `words`: a cloud, in three tones by frequency, and a list beside it of what found no room.

use leptos::prelude::*;
use shared::cloud::{Cloud, LIST_WIDTH, Placed, Tone};
use shared::question::words::{Entry, Results};

use super::beside::Beside;
use super::frame::{Drawing, Frame, Shape, table};
use super::mark::{Mark, n};
use crate::language::Language;
use crate::texts::charts as say;

/// Both shapes of a cloud, as they grow.
#[derive(Clone, Debug, PartialEq)]
pub struct Clouds {
    wide: Cloud,
    tall: Cloud,
}

impl Default for Clouds {
    fn default() -> Self {
        let new = |(width, height): (f64, f64)| Cloud::new(width as u32, height as u32);
        Self { wide: new(Shape::Wide.size()), tall: new(Shape::Tall.size()) }
    }
}

impl Clouds {
    /// Takes the words as they are now; those that were there keep their places as long as they can.
    pub fn show(&mut self, entries: &[Entry]) {
        self.wide.show(entries);
        self.tall.show(entries);
    }
}

/// The picture, with what is left over beside it. Where no cloud has grown yet, it is laid at once.
pub fn view(frame: &Frame, results: &Results, grown: Option<&Clouds>, language: Language) -> AnyView {
    let laid = grown.is_none().then(|| {
        let mut clouds = Clouds::default();
        clouds.show(&results.entries);
        clouds
    });
    let default = Clouds::default();
    let clouds = grown.or(laid.as_ref()).unwrap_or(&default);
    let drawn = [(Shape::Wide, &clouds.wide), (Shape::Tall, &clouds.tall)];
    let picture = |(number, (shape, cloud)): (usize, &(Shape, &Cloud))| frame.picture(number, drawing(*shape, cloud));
    let pictures: Vec<AnyView> = drawn.iter().enumerate().map(picture).collect();
    let lists: Vec<AnyView> =
        drawn.iter().filter_map(|(shape, cloud)| beside(*shape, cloud, results, language)).map(Beside::view).collect();
    let class = if lists.is_empty() { "figure" } else { "figure with-list" };
    let input = say::words_input();
    let behind = table(&frame.prompt, &input, &shared::question::Results::Words(results.clone()), language);
    view! { <figure class=class>{pictures} {lists} {behind}</figure> }.into_any()
}

/// What had no room in the picture of that shape, or was not even told to the page.
fn beside(shape: Shape, cloud: &Cloud, results: &Results, language: Language) -> Option<Beside> {
    let total = results.distinct.saturating_sub(cloud.words().len() as u64);
    let items = cloud.left().iter().map(|entry| (entry.text.clone(), entry.text.clone())).collect();
    let heading = say::and_more(language, total);
    (total > 0).then_some(Beside { shape: Some(shape), heading, items, total, width: f64::from(LIST_WIDTH) })
}

fn drawing(shape: Shape, cloud: &Cloud) -> Drawing {
    // In order of arrival, so that each word stays the same element while others come.
    let mut words: Vec<&Placed> = cloud.words().iter().collect();
    words.sort_by_key(|placed| placed.born);
    let marks = words.into_iter().map(|placed| Mark::Word {
        class: match placed.tone {
            Tone::Top => "word top",
            Tone::Middle => "word mid",
            Tone::Low => "word low",
        },
        transform: format!("translate({} {})", n(placed.x), n(placed.baseline)),
        size: placed.size,
        weight: placed.weight,
        text: placed.text.clone(),
    });
    Drawing {
        shape,
        width: f64::from(cloud.width()),
        height: f64::from(cloud.height()),
        align: None,
        marks: marks.collect(),
    }
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
            let mut clouds = Clouds::default();
            clouds.show(&entries(count));
            assert_eq!(drawing(Shape::Wide, &clouds.wide).marks.len() + clouds.wide.left().len(), count);
            assert_eq!(drawing(Shape::Tall, &clouds.tall).marks.len() + clouds.tall.left().len(), count);
        }
    }
}
