//! The order in which a list stands: new things come on top, but not while somebody is at work in
//! it, since every row would move away under their finger.

use std::collections::BTreeMap;

use shared::ids::{Round, SlideId};
use shared::protocol::view::Moderable;

/// The names of what a list shows, in its order. Before a page is alive it is empty, and everything
/// is shown.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SeenNames {
    of: Option<(SlideId, Round)>,
    names: Vec<String>,
}

impl SeenNames {
    /// Takes note of what there is now. A moderator at work sees what they saw, each item in its
    /// place, also where one of them went.
    pub fn follow(&mut self, of: (SlideId, Round), items: &[Moderable], at_work: bool) {
        if !at_work || self.of.as_ref() != Some(&of) {
            self.names = items.iter().map(|item| item.name.clone()).collect();
        }
        self.of = Some(of);
    }

    /// What is shown, in its order; nothing in the place of what went.
    pub fn in_order<'a>(&self, items: &'a [Moderable]) -> Vec<Option<&'a Moderable>> {
        if self.of.is_none() {
            return items.iter().map(Some).collect();
        }
        let named: BTreeMap<&str, &Moderable> = items
            .iter()
            .map(|item| (item.name.as_str(), item))
            .collect();
        self.names
            .iter()
            .map(|name| named.get(name.as_str()).copied())
            .collect()
    }

    /// How many are not shown yet.
    pub fn waiting(&self, items: &[Moderable]) -> usize {
        items.len() - self.in_order(items).iter().flatten().count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn items<const N: usize>(names: [&str; N]) -> Vec<Moderable> {
        let item = |name: &str| Moderable {
            name: name.to_owned(),
            text: name.to_owned(),
            count: 1,
            hidden: false,
            merged: Vec::new(),
        };
        names.map(item).to_vec()
    }

    fn shown(seen: &SeenNames, items: &[Moderable]) -> Vec<String> {
        seen.in_order(items)
            .into_iter()
            .map(|item| item.map_or("", |item| &item.name).to_owned())
            .collect()
    }

    fn words() -> (SlideId, Round) {
        ("words".into(), 1)
    }

    #[test]
    fn new_things_wait_while_somebody_is_at_work() {
        let mut seen = SeenNames::default();
        let (two, three) = (items(["b", "a"]), items(["c", "b", "a"]));
        assert_eq!(shown(&seen, &two), ["b", "a"], "before the page is alive");
        seen.follow(words(), &two, false);
        seen.follow(words(), &three, true);
        assert_eq!(
            (shown(&seen, &three), seen.waiting(&three)),
            (vec!["b".to_owned(), "a".to_owned()], 1)
        );
        seen.follow(words(), &three, false);
        assert_eq!((shown(&seen, &three).len(), seen.waiting(&three)), (3, 0));
    }

    #[test]
    fn nothing_moves_under_who_is_at_work_whatever_comes_moves_or_goes() {
        let before = items(["d", "c", "b", "a"]);
        for (later, at_work, waiting) in [
            (items(["a", "c"]), &["", "c", "", "a"][..], 0),
            (items(["a", "b", "c", "d"]), &["d", "c", "b", "a"], 0),
            (
                items(["f", "e", "d", "c", "b", "a"]),
                &["d", "c", "b", "a"],
                2,
            ),
            (items(["e", "d", "b"]), &["d", "", "b", ""], 1),
            (items([]), &["", "", "", ""], 0),
        ] {
            let mut seen = SeenNames::default();
            seen.follow(words(), &before, false);
            seen.follow(words(), &later, true);
            assert_eq!(
                (shown(&seen, &later), seen.waiting(&later)),
                (
                    at_work.iter().map(|name| (*name).to_owned()).collect(),
                    waiting
                )
            );
            seen.follow(words(), &later, false);
            let names: Vec<String> = later.iter().map(|item| item.name.clone()).collect();
            assert_eq!(
                shown(&seen, &later),
                names,
                "at rest all that there is is shown"
            );
        }
    }

    #[test]
    fn another_question_is_another_list() {
        let mut seen = SeenNames::default();
        seen.follow(words(), &items(["a"]), false);
        let next = items(["z", "y"]);
        seen.follow(("step".into(), 1), &next, true);
        assert_eq!(shown(&seen, &next), ["z", "y"]);
    }
}
