//! A list beside a picture: what had no room in it, or what was typed besides. What has no room in
//! the list goes to its next page.

use leptos::prelude::*;

use super::frame::{Drawing, Shape, Surface, turned};
use super::mark::Pointed;
use super::measure::{MeasuredText, listed, width};
use super::split_columns::ColumnText;
use super::text_columns::{self, TextColumn};
use crate::language::Language;

/// Lines that the list holds below its heading, and on flat screens, where its letters would be too
/// small otherwise.
const LINES: usize = 10;
const LOW: usize = 6;
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
    /// How many pages it takes on the screen that holds fewer lines, at least one.
    pub fn pages(&self) -> usize {
        self.holds()
            .into_iter()
            .map(|lines| self.split(lines).len())
            .max()
            .unwrap_or(0)
            .max(1)
    }

    /// What is on each of so many pages; after the last one comes the first. Breaking thousands of
    /// texts into lines is work, and done once for all of them.
    pub fn each(&self, pages: usize) -> Vec<&[(String, String)]> {
        self.each_of(LINES, pages)
    }

    /// The same on a screen of that shape.
    pub fn each_on(&self, shape: Shape, pages: usize) -> Vec<&[(String, String)]> {
        self.each_of(if shape == Shape::Flat { LOW } else { LINES }, pages)
    }

    fn each_of(&self, lines: usize, pages: usize) -> Vec<&[(String, String)]> {
        let split = self.split(lines);
        (0..pages).map(|page| of(&split, page)).collect()
    }

    /// How many lines it holds: beside a picture for every shape of screen it is there once more
    /// for flat ones.
    fn holds(&self) -> Vec<usize> {
        if self.shape.is_none() {
            vec![LINES, LOW]
        } else {
            vec![LINES]
        }
    }

    /// One page of the list.
    pub fn view(self, page: usize, pointed: Pointed<'_>) -> AnyView {
        let lists: Vec<AnyView> = self
            .holds()
            .into_iter()
            .map(|lines| self.list(lines, page, pointed))
            .collect();
        lists.into_any()
    }

    /// The whole list without a page around it, beside a picture of that height: what has no room
    /// is counted at its end.
    pub fn drawing(&self, shape: Shape, height: f64, language: Language) -> Drawing {
        let text = |(_, item): &(String, String)| ColumnText {
            text: item.clone(),
            count: None,
        };
        let column = TextColumn {
            heading: Some(self.heading.clone()),
            note: None,
            texts: self.items.iter().map(text).collect(),
            total: self.total,
        };
        let surface = Surface {
            shape,
            width: self.width,
            height,
        };
        text_columns::drawing(surface, &[column], language)
    }

    /// The page in so many lines, and an ellipsis on the last for what was not sent to the page.
    fn list(&self, lines: usize, page: usize, pointed: Pointed<'_>) -> AnyView {
        let class = match self.shape {
            _ if lines == LOW => "beside low",
            Some(Shape::Wide) => "beside wide",
            Some(Shape::Tall) => "beside tall",
            _ => "beside",
        };
        let split = self.split(lines);
        let pages = split.len().max(1);
        let turned = turned(page % pages, pages);
        let last = page % pages + 1 == pages;
        let more = (last && self.total > self.items.len() as u64).then(|| view! { <li>"…"</li> });
        let items: Vec<_> = of(&split, page)
            .iter()
            .map(|(name, item)| {
                let (class, chosen) = (self.listed(item, lines).class, pointed.is_at(name));
                view! {
                    <li class=class dir="auto" data-name=name.clone() data-chosen=chosen>
                        {item.clone()}
                    </li>
                }
            })
            .collect();
        view! {
            <aside class=class>
                <h2>{self.heading.clone()}</h2>
                <ul class=turned role="list">{items} {more}</ul>
            </aside>
        }
        .into_any()
    }

    fn listed(&self, item: &str, lines: usize) -> MeasuredText {
        listed(item, SIZE, 400, self.measure(), lines)
    }

    fn measure(&self) -> f64 {
        self.width - 40.0
    }

    /// Lines that an item takes. Most take one, and of those nothing has to be broken.
    fn rows(&self, item: &str, lines: usize) -> usize {
        if width(item, SIZE, 400) <= self.measure() {
            1
        } else {
            self.listed(item, lines).rows()
        }
    }

    /// As many items on each page as have room in so many lines; one that is longer than a page has
    /// it to itself.
    fn split(&self, lines: usize) -> Vec<&[(String, String)]> {
        let mut left = self.items.as_slice();
        let mut pages = Vec::new();
        while !left.is_empty() {
            let mut used = 0;
            let fits = |(_, item): &&(String, String)| {
                used += self.rows(item, lines);
                used <= lines
            };
            let (page, rest) = left.split_at(left.iter().take_while(fits).count().max(1));
            pages.push(page);
            left = rest;
        }
        pages
    }
}

/// One of these pages; after the last one comes the first.
fn of<'a>(pages: &[&'a [(String, String)]], page: usize) -> &'a [(String, String)] {
    pages
        .get(page % pages.len().max(1))
        .copied()
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(shape: Option<Shape>, on: Shape, items: &[&str]) -> Vec<usize> {
        let items: Vec<(String, String)> = items
            .iter()
            .map(|item| ("naam".to_owned(), (*item).to_owned()))
            .collect();
        let total = items.len() as u64;
        let beside = Beside {
            shape,
            heading: String::new(),
            items,
            total,
            width: 300.0,
        };
        beside
            .each_on(on, beside.pages())
            .into_iter()
            .map(<[_]>::len)
            .collect()
    }

    #[test]
    fn long_texts_leave_room_to_fewer_and_the_rest_is_on_further_pages() {
        let wide = |items: &[&str]| shown(Some(Shape::Wide), Shape::Wide, items);
        assert_eq!(wide(&[]), [0]);
        assert_eq!(wide(&["kort"; 24]), [LINES, LINES, 4]);
        assert_eq!(
            wide(&["vrijwilliger bij het buurthuis in de wijk"; 7]),
            [3, 3, 1]
        );
        assert_eq!(wide(&[&"zeer lang ".repeat(60), "kort"]), [1, 1]);
    }

    #[test]
    fn a_flat_screen_has_fewer_lines_and_more_pages() {
        assert_eq!(shown(None, Shape::Flat, &["kort"; 14]), [LOW, LOW, 2]);
        assert_eq!(
            shown(None, Shape::Wide, &["kort"; 14]),
            [LINES, 4, LINES],
            "after the last page comes the first"
        );
        assert_eq!(shown(None, Shape::Tall, &["kort"; 6]), [6]);
        assert_eq!(
            shown(
                None,
                Shape::Flat,
                &["vrijwilliger bij het buurthuis in de wijk"; 5]
            ),
            [2, 2, 1]
        );
        assert_eq!(shown(None, Shape::Flat, &[]), [0]);
        let items = vec![("naam".to_owned(), "kort".to_owned())];
        let beside = Beside {
            shape: None,
            heading: String::new(),
            items,
            total: 1,
            width: 300.0,
        };
        let html = beside.view(0, Pointed::default()).to_html();
        assert_eq!(
            ["\"beside\"", "\"beside low\""].map(|class| html.matches(class).count()),
            [1, 1],
            "{html}"
        );
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
            assert_eq!(
                (listed.class, listed.lines.concat().replace('-', "")),
                (class, text.clone()),
                "{text}"
            );
            let wide = |line: &String| width(line, SIZE * listed.share, 400) <= 260.0;
            assert!(
                listed.rows() <= LINES && listed.lines.iter().all(wide),
                "{text}"
            );
        }
    }

    #[test]
    fn after_the_last_page_comes_the_first() {
        let items: Vec<(String, String)> =
            (0..15).map(|n| (n.to_string(), n.to_string())).collect();
        let beside = Beside {
            shape: None,
            heading: String::new(),
            items,
            total: 15,
            width: 300.0,
        };
        let pages = beside.each(4);
        assert_eq!(pages[2], pages[0]);
        assert_eq!(pages[3][0].0, "10");
    }
}
