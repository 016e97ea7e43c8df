//! What stands on a stage and can be pointed at, page by page. A name says what is meant, never a
//! place: what comes or goes moves others.

use super::pages::turned;
use super::{StageContent, StageState};
use crate::charts::frame::Shape;
use crate::kinds;

/// A word as it is shown or an answer's public name, and what can be read there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PointedItem {
    pub name: String,
    pub text: String,
}

/// All pages of a figure.
#[derive(Clone, Debug, Default)]
pub struct FigurePages {
    /// The page that shows before any is turned.
    pub first: usize,
    pub pages: Vec<Vec<PointedItem>>,
}

impl StageState {
    /// What can be pointed at on a screen of that shape.
    pub fn figure_pages(&self, shape: Shape) -> FigurePages {
        let StageContent::Question(slide, question) = self.shown_content() else {
            return FigurePages::default();
        };
        let Some(context) = self.figure_context(slide, question) else {
            return FigurePages::default();
        };
        let target = |(name, text)| PointedItem { name, text };
        let pages = kinds::names(&context, shape)
            .into_iter()
            .map(|page| page.into_iter().map(target).collect());
        FigurePages {
            first: kinds::pages(&context).1,
            pages: pages.collect(),
        }
    }
}

impl FigurePages {
    /// Which page shows after so many turns.
    pub fn page(&self, turns: i32) -> usize {
        turned(self.first, turns, self.pages.len().max(1))
    }

    /// On which page that name stands: on that one if it does, else on the first that has it.
    pub fn page_of(&self, name: &str, page: usize) -> Option<usize> {
        let has = |page: &usize| self.has(*page, name);
        Some(page)
            .filter(has)
            .or_else(|| (0..self.pages.len()).find(has))
    }

    /// The first or the last on a page.
    pub fn end(&self, page: usize, step: i32) -> Option<&PointedItem> {
        let page = self.pages.get(page)?;
        if step < 0 { page.last() } else { page.first() }
    }

    /// The one before or after that name, also on another page; after the last comes the first.
    pub fn beside(&self, name: &str, step: i32) -> Option<&PointedItem> {
        let each = self.each();
        let at = each.iter().position(|target| target.name == name)?;
        let at = (at as i64 + i64::from(step)).rem_euclid(each.len() as i64);
        each.get(usize::try_from(at).ok()?).copied()
    }

    /// What comes first on the page before or after that one, of what it alone has; none where
    /// there is no other page.
    pub fn over_leaf(&self, page: usize, step: i32) -> Option<(usize, &PointedItem)> {
        let count = self.pages.len();
        let mut others = (1..count).map(|far| {
            (page as i64 + far as i64 * i64::from(step)).rem_euclid(count as i64) as usize
        });
        let new = |to: usize| {
            self.pages[to]
                .iter()
                .find(|target| !self.has(page, &target.name))
        };
        others.find_map(|to| Some((to, new(to)?)))
    }

    fn has(&self, page: usize, name: &str) -> bool {
        self.pages
            .get(page)
            .is_some_and(|page| page.iter().any(|target| target.name == name))
    }

    /// Everything once, in its order. What goes on on another page is one thing, and so is a word
    /// of a picture that all pages have.
    fn each(&self) -> Vec<&PointedItem> {
        let mut seen = std::collections::BTreeSet::new();
        self.pages
            .iter()
            .flatten()
            .filter(|target| seen.insert(target.name.as_str()))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn figure_pages(pages: &[&[&str]]) -> FigurePages {
        let target = |name: &&str| PointedItem {
            name: (*name).to_owned(),
            text: (*name).to_owned(),
        };
        FigurePages {
            first: 0,
            pages: pages
                .iter()
                .map(|page| page.iter().map(target).collect())
                .collect(),
        }
    }

    #[test]
    fn whoever_steps_meets_everything_once_and_comes_round() {
        for pages in [
            &[&["a"][..]][..],
            &[&["a", "b", "c"]],
            // Pages of one; an answer that goes on; words of a picture with a list that turns
            // beside it; a page with nothing on it.
            &[&["a"], &["b"], &["c"]],
            &[&["a", "b"], &["b"], &["b", "c"]],
            &[&["a", "b", "c"], &["a", "b", "d"]],
            &[&["a"], &[], &["b"]],
        ] {
            let figure_pages = figure_pages(pages);
            for step in [1, -1] {
                let (mut met, mut at) = (vec!["a"], figure_pages.beside("a", step).unwrap());
                while at.name != "a" {
                    met.push(&at.name);
                    at = figure_pages.beside(&at.name, step).unwrap();
                }
                met.sort_unstable();
                let mut all: Vec<&str> =
                    pages.iter().flat_map(|page| page.iter().copied()).collect();
                all.sort_unstable();
                all.dedup();
                assert_eq!(met, all, "{pages:?}");
            }
            assert_eq!(figure_pages.beside("elders", 1), None);
        }
    }

    #[test]
    fn over_leaf_is_something_that_was_not_in_sight() {
        let over = |pages: &[&[&str]], page, step| {
            figure_pages(pages)
                .over_leaf(page, step)
                .map(|(page, target)| (page, target.name.clone()))
        };
        for (pages, page, step, found) in [
            (&[&["a", "b"][..]][..], 0, 1, None),
            (&[&["a"], &["b"], &["c"]], 2, 1, Some((0, "a"))),
            (&[&["a"], &["b"], &["c"]], 0, -1, Some((2, "c"))),
            (&[&["a", "b", "c"], &["a", "b", "d"]], 0, 1, Some((1, "d"))),
            (&[&["a"], &["a", "b"]], 0, 1, Some((1, "b"))),
            (&[&["a"], &[], &["b"]], 0, 1, Some((2, "b"))),
            (&[], 0, 1, None),
        ] {
            assert_eq!(
                over(pages, page, step),
                found.map(|(page, name)| (page, name.to_owned())),
                "{pages:?}"
            );
        }
    }
}
