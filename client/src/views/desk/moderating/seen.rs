//! The order in which a list stands: what waits for the moderator on top, then the newest; but not
//! while somebody is at work in it, since every row would move away under their finger.

use std::collections::BTreeMap;

use shared::ids::{Round, SlideId};
use shared::protocol::view::Moderable;

/// The names of what a list shows, in its order. Before a page is alive it is empty, and everything
/// is shown.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SeenNames {
    of: Option<(SlideId, Round)>,
    names: Vec<String>,
    /// How many of them waited, which stand first.
    waited: usize,
}

/// What a list shows: nothing in the place of what went.
pub type SeenRows<'a> = Vec<Option<&'a Moderable>>;

/// What waits, before everything else.
fn waiting_first(items: &[Moderable]) -> (Vec<&Moderable>, usize) {
    let is_waiting = |item: &&Moderable| item.waits && !item.hidden;
    let (mut first, rest): (Vec<_>, Vec<_>) = items.iter().partition(is_waiting);
    let waiting = first.len();
    first.extend(rest);
    (first, waiting)
}

impl SeenNames {
    /// Takes note of what there is now. A moderator at work sees what they saw, each item in its
    /// place, also where one of them went.
    pub fn follow(&mut self, of: (SlideId, Round), items: &[Moderable], at_work: bool) {
        if !at_work || self.of.as_ref() != Some(&of) {
            let (items, waited) = waiting_first(items);
            self.names = items.into_iter().map(|item| item.name.clone()).collect();
            self.waited = waited;
        }
        self.of = Some(of);
    }

    /// What waits, or did when somebody began to work in the list; and what stands below it.
    pub fn parts<'a>(&self, items: &'a [Moderable]) -> (SeenRows<'a>, SeenRows<'a>) {
        let mut all = self.in_order(items);
        let waited = if self.of.is_none() {
            waiting_first(items).1
        } else {
            self.waited
        };
        let rest = all.split_off(waited.min(all.len()));
        (all, rest)
    }

    fn in_order<'a>(&self, items: &'a [Moderable]) -> SeenRows<'a> {
        if self.of.is_none() {
            return waiting_first(items).0.into_iter().map(Some).collect();
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
            waits: false,
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

    #[test]
    fn what_waits_stands_first_and_stays_there_while_somebody_is_at_work() {
        let with = |waiting: &[&str], names: [&str; 4]| {
            let mut items = items(names);
            items
                .iter_mut()
                .for_each(|item| item.waits = waiting.contains(&item.name.as_str()));
            items
        };
        let parts = |seen: &SeenNames, items: &[Moderable]| {
            let (first, rest) = seen.parts(items);
            let names = |rows: SeenRows<'_>| {
                let names = rows.into_iter().flatten().map(|item| item.name.clone());
                names.collect::<String>()
            };
            (names(first), names(rest))
        };
        let said = |first: &str, rest: &str| (first.to_owned(), rest.to_owned());
        let mut seen = SeenNames::default();
        let before = with(&["c", "a"], ["d", "c", "b", "a"]);
        assert_eq!(parts(&seen, &before), said("ca", "db"));
        seen.follow(words(), &before, false);
        let approved = with(&["a"], ["d", "c", "b", "a"]);
        seen.follow(words(), &approved, true);
        assert_eq!(parts(&seen, &approved), said("ca", "db"), "none moved up");
        seen.follow(words(), &approved, false);
        assert_eq!(parts(&seen, &approved), said("a", "dcb"));
        let mut refused = approved;
        refused[3].hidden = true;
        seen.follow(words(), &refused, false);
        assert_eq!(parts(&seen, &refused), said("", "dcba"));
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
