//! The order in which a list stands: new things come on top, but not while somebody is at work in it, since every row
//! would move away under their finger.

use shared::ids::{Round, SlideId};
use shared::protocol::view::Moderable;

/// The names of what a list shows, in its order. Before a page is alive it is empty, and everything is shown.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Seen {
    of: Option<(SlideId, Round)>,
    names: Vec<String>,
}

impl Seen {
    /// Takes note of what there is now. Somebody who is at work sees what they saw; what is gone is gone.
    pub fn follow(&mut self, of: (SlideId, Round), items: &[Moderable], at_work: bool) {
        if at_work && self.of.as_ref() == Some(&of) {
            self.names.retain(|name| items.iter().any(|item| item.name == *name));
        } else {
            self.names = items.iter().map(|item| item.name.clone()).collect();
        }
        self.of = Some(of);
    }

    /// What is shown, in its order.
    pub fn in_order<'a>(&self, items: &'a [Moderable]) -> impl Iterator<Item = &'a Moderable> + use<'a> {
        let place = |item: &&Moderable| self.names.iter().position(|name| *name == item.name);
        let mut shown: Vec<(Option<usize>, &Moderable)> = items.iter().map(|item| (place(&item), item)).collect();
        if self.of.is_some() {
            shown.retain(|(place, _)| place.is_some());
        }
        shown.sort_by_key(|(place, _)| *place);
        shown.into_iter().map(|(_, item)| item)
    }

    /// How many are not shown yet.
    pub fn waiting(&self, items: &[Moderable]) -> usize {
        items.len() - self.in_order(items).count()
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

    fn shown(seen: &Seen, items: &[Moderable]) -> Vec<String> {
        seen.in_order(items).map(|item| item.name.clone()).collect()
    }

    fn words() -> (SlideId, Round) {
        ("woorden".into(), 1)
    }

    #[test]
    fn new_things_wait_while_somebody_is_at_work() {
        let mut seen = Seen::default();
        let (two, three) = (items(["b", "a"]), items(["c", "b", "a"]));
        assert_eq!(shown(&seen, &two), ["b", "a"], "before the page is alive");
        seen.follow(words(), &two, false);
        seen.follow(words(), &three, true);
        assert_eq!((shown(&seen, &three), seen.waiting(&three)), (vec!["b".to_owned(), "a".to_owned()], 1));
        seen.follow(words(), &three, false);
        assert_eq!((shown(&seen, &three).len(), seen.waiting(&three)), (3, 0));
    }

    #[test]
    fn what_is_gone_goes_and_what_moved_stays_where_it_was() {
        let mut seen = Seen::default();
        seen.follow(words(), &items(["c", "b", "a"]), false);
        let later = items(["a", "c"]);
        seen.follow(words(), &later, true);
        assert_eq!(shown(&seen, &later), ["c", "a"]);
    }

    #[test]
    fn another_question_is_another_list() {
        let mut seen = Seen::default();
        seen.follow(words(), &items(["a"]), false);
        let next = items(["z", "y"]);
        seen.follow(("stap".into(), 1), &next, true);
        assert_eq!(shown(&seen, &next), ["z", "y"]);
    }
}
