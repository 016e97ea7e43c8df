//! All that people gave to a question, for a moderator who looks for something: searched, sorted
//! and in pages.

use client::views::desk::moderating::whole_list::WholeList;
use serde::Deserialize;
use shared::ids::SlideId;
use shared::protocol::view::Moderable;
use shared::question::Fields;

use super::paging::{holds, page, parameters};

/// Rows of a page.
const PAGE: usize = 100;

/// What of a whole list is asked for; nothing of the page that follows the room.
#[derive(Clone, Default, Deserialize)]
pub struct ListQuery {
    /// What a text must hold.
    find: Option<String>,
    /// `count` for what most people gave first, else the newest first.
    by: Option<String>,
    /// Which page, from 1.
    page: Option<String>,
}

impl ListQuery {
    /// As the forms of such a page say it again.
    pub fn of_form(fields: &Fields) -> Self {
        let said = |name: &str| fields.first(name).map(str::to_owned);
        Self {
            find: said("find"),
            by: said("by"),
            page: said("page"),
        }
    }

    /// Whether a whole list is asked for.
    pub fn is_asked(&self) -> bool {
        self.find.is_some() || self.by.is_some() || self.page.is_some()
    }

    /// What an address says of it.
    pub fn parameters(&self) -> String {
        parameters(&[("find", &self.find), ("by", &self.by), ("page", &self.page)])
    }

    /// Those items that it asks for, and what the page says of the others.
    pub fn page_of(
        &self,
        question: &SlideId,
        mut items: Vec<Moderable>,
        address: &str,
    ) -> (Vec<Moderable>, WholeList) {
        let find = self.find.as_deref().unwrap_or_default().trim().to_owned();
        items.retain(|item| holds(texts(item), &find));
        let by_count = self.by.as_deref() == Some("count");
        if by_count {
            // The sort keeps the newest first among those that as many gave.
            items.sort_by_key(|item| std::cmp::Reverse(item.count));
        }
        let wanted = self.page.as_deref().and_then(|page| page.parse().ok());
        let at = |page: usize| {
            let beside = Self {
                page: Some(page.to_string()),
                ..self.clone()
            };
            format!("{address}?question={question}&{}", beside.parameters())
        };
        let (rows, pages) = page(&items, PAGE, wanted, Moderable::clone, at).apart();
        let list = WholeList {
            find,
            by_count,
            pages,
        };
        (rows, list)
    }
}

/// A text, and those that count with it.
fn texts(item: &Moderable) -> impl Iterator<Item = &String> {
    let merged = item.merged.iter().map(|merged| &merged.text);
    merged.chain([&item.text])
}

#[cfg(test)]
mod tests {
    use shared::protocol::view::Merged;

    use super::*;

    fn items(count: usize) -> Vec<Moderable> {
        let item = |number: usize| Moderable {
            name: format!("w{number}"),
            text: format!("Woord {number}"),
            count: (number % 7) as u64,
            hidden: false,
            waits: false,
            merged: Vec::new(),
        };
        (0..count).map(item).collect()
    }

    fn asked(find: &str, by: &str, page: &str) -> ListQuery {
        let said = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        ListQuery {
            find: said(find),
            by: said(by),
            page: said(page),
        }
    }

    #[test]
    fn a_thousand_words_stand_in_pages_and_none_is_left_out_or_shown_twice() {
        for by in ["", "count"] {
            let mut seen = Vec::new();
            for page in 1..=11 {
                let asked = asked("", by, &page.to_string());
                let (rows, list) = asked.page_of(&"q".into(), items(1_050), "/here");
                assert_eq!((list.pages.page, list.pages.total), (page, 1_050));
                assert_eq!(list.pages.before.is_some(), page > 1);
                assert_eq!(list.pages.after.is_some(), page < 11);
                seen.extend(rows);
            }
            assert_eq!(seen.len(), 1_050);
            if by == "count" {
                assert!(seen.is_sorted_by_key(|item| std::cmp::Reverse(item.count)));
            }
            seen.sort_by(|a, b| a.name.cmp(&b.name));
            seen.dedup_by(|a, b| a.name == b.name);
            assert_eq!(seen.len(), 1_050);
        }
    }

    #[test]
    fn what_is_looked_for_is_found_in_capitals_or_not_and_in_what_counts_with_it() {
        let mut all = items(30);
        all[3].merged.push(Merged {
            name: "m".to_owned(),
            text: "MANTELZORG".to_owned(),
        });
        let found = |find: &str| {
            let (rows, list) = asked(find, "", "9").page_of(&"q".into(), all.clone(), "/here");
            assert_eq!((list.pages.total, list.pages.page), (rows.len(), 1));
            rows.into_iter().map(|item| item.name).collect::<Vec<_>>()
        };
        assert_eq!(found("woord 21"), ["w21"]);
        assert_eq!(found(" mantelzorg "), ["w3"]);
        assert!(found("niemand").is_empty());
    }

    #[test]
    fn the_way_to_another_page_keeps_what_was_looked_for() {
        let (_, list) = asked("a&b=c", "count", "1").page_of(&"q".into(), items(0), "/here");
        assert_eq!(list.pages.after, None);
        let all: Vec<Moderable> = items(101)
            .into_iter()
            .map(|item| Moderable {
                text: "a&b=c".to_owned(),
                ..item
            })
            .collect();
        let (_, list) = asked("a&b=c", "count", "1").page_of(&"q".into(), all, "/here");
        let expected = "/here?question=q&find=a%26b%3Dc&by=count&page=2";
        assert_eq!(list.pages.after.as_deref(), Some(expected));
    }
}
