//! A list item of a kind that has no settings of its own per item.

use serde::{Deserialize, Serialize};

use crate::deck::grammar::item::{CORRECT, Marked};
use crate::deck::grammar::reader::KindReader;
use crate::deck::problem::DeckPart;
use crate::deck::validate::findings::{Findings, SlidePart};
use crate::deck::write::lines::ListItem;
use crate::image::Image;
use crate::question::items_from::ItemsFrom;

/// A list item.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Item {
    /// As written, without its markers.
    pub label: String,
    /// Shown with the label.
    #[serde(default)]
    pub image: Option<Image>,
    /// Marked `{correct}`.
    #[serde(default)]
    pub correct: bool,
}

impl Item {
    /// Reads items of which some may be right.
    pub(crate) fn all(listed: Vec<Marked>, reader: &mut KindReader<'_, '_>) -> Vec<Self> {
        let item = |marked: Marked| {
            let [correct] = reader.marks(&marked, [CORRECT]);
            Self {
                label: marked.label,
                image: marked.image,
                correct,
            }
        };
        listed.into_iter().map(item).collect()
    }

    /// Reads items of which none is right or wrong.
    pub(crate) fn unmarked(listed: Vec<Marked>, reader: &mut KindReader<'_, '_>) -> Vec<Self> {
        let item = |marked: Marked| {
            let [] = reader.marks(&marked, []);
            Self {
                label: marked.label,
                image: marked.image,
                correct: false,
            }
        };
        listed.into_iter().map(item).collect()
    }
}

/// The same of items that may come from elsewhere.
pub(crate) fn check_from(
    items: &[Item],
    from: Option<&ItemsFrom>,
    (min, max): (usize, usize),
    findings: &mut Findings,
) {
    match from {
        Some(from) => from.check(items.len(), (min, max), findings),
        None => check(items, (min, max), findings),
    }
}

/// Says where items are too few, too many or too long.
pub(crate) fn check(items: &[Item], (min, max): (usize, usize), findings: &mut Findings) {
    findings.at_least(SlidePart::Slide, DeckPart::Item, items.len(), min);
    findings.at_most(SlidePart::Item(max), DeckPart::Item, items.len(), max);
    for (index, item) in items.iter().enumerate() {
        findings.item(index, DeckPart::Item, &item.label, item.image.as_ref());
    }
}

/// Says which one stands there twice.
pub(crate) fn notice(items: &[Item], findings: &mut Findings) {
    findings.twice(items.iter().map(|item| (&item.label, item.image.as_ref())));
}

/// The items as they are written.
pub(crate) fn listed(items: &[Item]) -> Vec<ListItem<'_>> {
    items
        .iter()
        .map(|item| ListItem::new(&item.label, item.image.as_ref(), &[(item.correct, CORRECT)]))
        .collect()
}

/// The picture of each.
pub(crate) fn pictures(items: &[Item]) -> Vec<Option<&Image>> {
    items.iter().map(|item| item.image.as_ref()).collect()
}
