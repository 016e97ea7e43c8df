//! `rank`: an order of 2–12 items.

use serde::{Deserialize, Serialize};

use crate::deck::grammar::reader::{KindReader, MarkdownParts, QuestionParts};
use crate::deck::validate::findings::Findings;
use crate::deck::write::lines::{ListItem, SettingsWriter};
use crate::image::Image;
use crate::limits::{WEIGHED_MAX, WEIGHED_MIN};
use crate::question::QuestionSpec;
use crate::question::item::{self, Item};
use crate::question::items_from::ItemsFrom;
use crate::question::kind::{AnswerTarget, Collects, KindFormat, KindSettings};
use crate::question::quiz::Quiz;

/// Settings of a rank question.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Rank {
    /// What to put in order.
    pub items: Vec<Item>,
    /// Whether each phone gets its own first order.
    #[serde(default = "yes")]
    pub shuffle: bool,
    /// How many are ranked; all if not said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub top: Option<u32>,
    /// Where the items come from, if not from the deck.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub items_from: Option<ItemsFrom>,
}

impl Default for Rank {
    fn default() -> Self {
        Self {
            items: Vec::new(),
            shuffle: true,
            top: None,
            items_from: None,
        }
    }
}

fn yes() -> bool {
    true
}

pub(super) static FORMAT: KindFormat = KindFormat {
    keys: &["shuffle", "top", "items-from", "items-top"],
    texts: &[],
    takes: |_| MarkdownParts::LISTS,
    marks: &[],
    pictures: true,
    read,
};

fn read(reader: &mut KindReader<'_, '_>, parts: QuestionParts) -> QuestionSpec {
    let items_from = ItemsFrom::read(reader);
    let (shuffle, top) = (
        reader.settings.yes_no("shuffle").unwrap_or(true),
        reader.settings.count("top"),
    );
    QuestionSpec::Rank(Rank {
        items: Item::unmarked(parts.items, reader),
        shuffle,
        top,
        items_from,
    })
}

impl KindSettings for Rank {
    fn check(&self, findings: &mut Findings) {
        let most = self
            .items_from
            .as_ref()
            .map_or(self.items.len(), |from| from.top as usize);
        item::check_from(
            &self.items,
            self.items_from.as_ref(),
            (WEIGHED_MIN, WEIGHED_MAX),
            findings,
        );
        if let Some(top) = self.top {
            findings.range("top", top, 1, most.clamp(WEIGHED_MIN, WEIGHED_MAX) as i64);
        }
    }

    fn notice(&self, findings: &mut Findings) {
        item::notice(&self.items, findings);
        findings.not_used("top", self.top.is_some());
        findings.not_used("items-from", self.items_from.is_some());
    }

    fn write(&self, lines: &mut SettingsWriter) {
        lines.yes_unless("shuffle", self.shuffle, true);
        lines.number("top", self.top);
        self.items_from.iter().for_each(|from| from.write(lines));
    }

    fn list(&self, _: &str) -> Vec<ListItem<'_>> {
        item::listed(&self.items)
    }

    fn picture(&self) -> Option<&Image> {
        None
    }

    fn item_pictures(&self) -> Vec<Option<&Image>> {
        item::pictures(&self.items)
    }

    fn shape(&self) -> Option<Vec<i64>> {
        None
    }

    fn quiz(&self) -> Option<&Quiz> {
        None
    }

    fn splits(&self) -> bool {
        false
    }

    fn gives_items(&self, _: bool) -> bool {
        false
    }

    fn items_from(&self) -> Option<&ItemsFrom> {
        self.items_from.as_ref()
    }

    fn items_from_mut(&mut self) -> Option<&mut ItemsFrom> {
        self.items_from.as_mut()
    }

    fn set_language(&mut self, _: &str) {}

    fn targets(&self) -> Vec<AnswerTarget<'_>> {
        AnswerTarget::all(self.items.iter().map(|item| &item.label))
    }

    fn structure(&self) -> QuestionSpec {
        QuestionSpec::Rank(Self {
            items: Vec::new(),
            shuffle: true,
            ..self.clone()
        })
    }

    fn collects(&self) -> Collects<'_> {
        Collects::Nothing
    }
}
