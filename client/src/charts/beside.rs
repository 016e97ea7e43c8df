//! A list beside a picture: what had no room in it, or what was typed besides.

use leptos::prelude::*;

use super::frame::Shape;
use super::measure::wrap;

/// Lines that the list holds below its heading.
const LINES: usize = 10;
/// The size of its letters, in units of a picture of a stage.
const SIZE: f64 = 34.0;

/// A list beside the pictures of a figure.
pub struct Beside {
    /// Seen with the picture of this shape; with every one if there is none.
    pub shape: Option<Shape>,
    pub heading: String,
    /// Each with the name by which it is pointed at.
    pub items: Vec<(String, String)>,
    /// How many there are, also where `items` is cut.
    pub total: u64,
    /// What it takes of the picture's width.
    pub width: f64,
}

impl Beside {
    /// The list, as far as its lines reach, and an ellipsis for what is more.
    pub fn view(self) -> AnyView {
        let class = match self.shape {
            Some(Shape::Wide) => "beside wide",
            Some(Shape::Tall) => "beside tall",
            _ => "beside",
        };
        let shown = self.shown();
        let more = (self.total > shown as u64).then(|| view! { <li>"…"</li> });
        let items: Vec<_> = self
            .items
            .into_iter()
            .take(shown)
            .map(|(name, item)| view! { <li dir="auto" data-name=name>{item}</li> })
            .collect();
        view! {
            <aside class=class>
                <h2>{self.heading}</h2>
                <ul role="list">{items} {more}</ul>
            </aside>
        }
        .into_any()
    }

    /// How many items have room; one that is longer than all lines is shown nevertheless.
    fn shown(&self) -> usize {
        let mut used = 0;
        let fits = |(_, item): &&(String, String)| {
            used += wrap(item, SIZE, 400, self.width - 40.0, usize::MAX).len();
            used <= LINES
        };
        self.items.iter().take_while(fits).count().max(self.items.len().min(1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(items: &[&str]) -> usize {
        let items: Vec<(String, String)> = items.iter().map(|item| ("naam".to_owned(), (*item).to_owned())).collect();
        let total = items.len() as u64;
        Beside { shape: None, heading: String::new(), items, total, width: 300.0 }.shown()
    }

    #[test]
    fn long_texts_leave_room_to_fewer() {
        assert_eq!(shown(&[]), 0);
        assert_eq!(shown(&["kort"; 40]), LINES);
        assert_eq!(shown(&["vrijwilliger bij het buurthuis in de wijk"; 40]), 3);
        assert_eq!(shown(&[&"zeer lang ".repeat(60)]), 1);
    }
}
