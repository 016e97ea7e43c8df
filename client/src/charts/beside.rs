//! A list beside a picture: what had no room in it, or what was typed besides. What has no room in the list goes to its next page.

use leptos::prelude::*;

use super::frame::{Shape, turned};
use super::mark::Pointed;
use super::measure::{Listed, listed};

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
    /// How many pages it takes, at least one.
    pub fn pages(&self) -> usize {
        self.split().len().max(1)
    }

    /// What is on a page; after the last one comes the first.
    pub fn page(&self, page: usize) -> &[(String, String)] {
        let pages = self.split();
        pages.get(page % pages.len().max(1)).copied().unwrap_or_default()
    }

    /// One page of the list, and an ellipsis on the last for what the page was not told.
    pub fn view(self, page: usize, pointed: Pointed<'_>) -> AnyView {
        let class = match self.shape {
            Some(Shape::Wide) => "beside wide",
            Some(Shape::Tall) => "beside tall",
            _ => "beside",
        };
        let turned = turned(page % self.pages(), self.pages());
        let last = page % self.pages() + 1 == self.pages();
        let more = (last && self.total > self.items.len() as u64).then(|| view! { <li>"…"</li> });
        let items: Vec<_> = self
            .page(page)
            .iter()
            .map(|(name, item)| {
                let (class, chosen) = (self.listed(item).class, pointed.is_at(name));
                view! { <li class=class dir="auto" data-name=name.clone() data-chosen=chosen>{item.clone()}</li> }
            })
            .collect();
        view! {
            <aside class=class>
                <h2>{self.heading}</h2>
                <ul class=turned role="list">{items} {more}</ul>
            </aside>
        }
        .into_any()
    }

    fn listed(&self, item: &str) -> Listed {
        listed(item, SIZE, 400, self.width - 40.0, LINES)
    }

    /// As many items on each page as have room; one that is longer than a page has it to itself.
    fn split(&self) -> Vec<&[(String, String)]> {
        let mut left = self.items.as_slice();
        let mut pages = Vec::new();
        while !left.is_empty() {
            let mut used = 0;
            let fits = |(_, item): &&(String, String)| {
                used += self.listed(item).rows();
                used <= LINES
            };
            let (page, rest) = left.split_at(left.iter().take_while(fits).count().max(1));
            pages.push(page);
            left = rest;
        }
        pages
    }
}

#[cfg(test)]
mod tests {
    use super::super::measure::width;
    use super::*;

    fn shown(items: &[&str]) -> Vec<usize> {
        let items: Vec<(String, String)> = items.iter().map(|item| ("naam".to_owned(), (*item).to_owned())).collect();
        let total = items.len() as u64;
        let beside = Beside { shape: None, heading: String::new(), items, total, width: 300.0 };
        (0..beside.pages()).map(|page| beside.page(page).len()).collect()
    }

    #[test]
    fn long_texts_leave_room_to_fewer_and_the_rest_is_on_further_pages() {
        assert_eq!(shown(&[]), [0]);
        assert_eq!(shown(&["kort"; 24]), [LINES, LINES, 4]);
        assert_eq!(shown(&["vrijwilliger bij het buurthuis in de wijk"; 7]), [3, 3, 1]);
        assert_eq!(shown(&[&"zeer lang ".repeat(60), "kort"]), [1, 1]);
    }

    #[test]
    fn very_wide_characters_are_whole_on_their_page() {
        for (text, class) in [
            ("⸻".repeat(5), None),
            ("⸻".repeat(25), Some("half")),
            ("⸻".repeat(60), Some("half")),
            ("﷽".to_owned(), Some("half")),
            ("﷽".repeat(60), Some("quarter")),
            ("\u{1242b}".repeat(60), Some("half")),
            ("\u{604}".repeat(100), Some("half")),
            ("noaberschap".repeat(5), None),
        ] {
            let listed = listed(&text, SIZE, 400, 260.0, LINES);
            assert_eq!((listed.class, listed.lines.concat().replace('-', "")), (class, text.clone()), "{text}");
            let wide = |line: &String| width(line, SIZE * listed.share, 400) <= 260.0;
            assert!(listed.rows() <= LINES && listed.lines.iter().all(wide), "{text}");
        }
    }

    #[test]
    fn after_the_last_page_comes_the_first() {
        let items: Vec<(String, String)> = (0..15).map(|n| (n.to_string(), n.to_string())).collect();
        let beside = Beside { shape: None, heading: String::new(), items, total: 15, width: 300.0 };
        assert_eq!(beside.page(2), beside.page(0));
        assert_eq!(beside.page(3)[0].0, "10");
    }
}
