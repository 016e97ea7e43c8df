//! `points`: points shared out over 2–12 items.

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

/// Points to share out when the deck names no number.
pub const POINTS_TOTAL: u32 = 100;
/// Points to share out, fewest.
pub const POINTS_TOTAL_MIN: u32 = 10;
/// Points to share out, most.
pub const POINTS_TOTAL_MAX: u32 = 1_000;
/// What − and + do to points when the deck names no number.
pub const POINTS_STEP: u32 = 10;

/// Settings of a points question.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Points {
    /// What to give points to.
    pub items: Vec<Item>,
    /// Points to give away.
    #[serde(default = "total", skip_serializing_if = "is_total")]
    pub total: u32,
    /// What − and + do; any whole number may be typed.
    #[serde(default = "step", skip_serializing_if = "is_step")]
    pub step: u32,
    /// Where the items come from, if not from the deck.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub items_from: Option<ItemsFrom>,
}

impl Default for Points {
    fn default() -> Self {
        Self {
            items: Vec::new(),
            total: POINTS_TOTAL,
            step: POINTS_STEP,
            items_from: None,
        }
    }
}

fn total() -> u32 {
    POINTS_TOTAL
}

fn is_total(total: &u32) -> bool {
    *total == POINTS_TOTAL
}

fn step() -> u32 {
    POINTS_STEP
}

fn is_step(step: &u32) -> bool {
    *step == POINTS_STEP
}

pub(super) static FORMAT: KindFormat = KindFormat {
    keys: &["total", "step", "items-from", "items-top"],
    texts: &[],
    takes: |_| MarkdownParts::LISTS,
    marks: &[],
    pictures: true,
    read,
};

fn read(reader: &mut KindReader<'_, '_>, parts: QuestionParts) -> QuestionSpec {
    let items_from = ItemsFrom::read(reader);
    let total = reader.settings.count("total").unwrap_or(POINTS_TOTAL);
    let step = reader.settings.count("step").unwrap_or(POINTS_STEP);
    QuestionSpec::Points(Points {
        items: Item::unmarked(parts.items, reader),
        total,
        step,
        items_from,
    })
}

impl KindSettings for Points {
    fn check(&self, findings: &mut Findings) {
        item::check_from(
            &self.items,
            self.items_from.as_ref(),
            (WEIGHED_MIN, WEIGHED_MAX),
            findings,
        );
        findings.range("total", self.total, POINTS_TOTAL_MIN, POINTS_TOTAL_MAX);
        findings.range(
            "step",
            self.step,
            1,
            self.total.clamp(POINTS_TOTAL_MIN, POINTS_TOTAL_MAX),
        );
    }

    fn notice(&self, findings: &mut Findings) {
        item::notice(&self.items, findings);
        findings.not_used("total", !is_total(&self.total));
        findings.not_used("step", !is_step(&self.step));
        findings.not_used("items-from", self.items_from.is_some());
    }

    fn write(&self, lines: &mut SettingsWriter) {
        lines.number_unless("total", self.total, POINTS_TOTAL);
        lines.number_unless("step", self.step, POINTS_STEP);
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
        QuestionSpec::Points(Self {
            items: Vec::new(),
            step: step(),
            ..self.clone()
        })
    }

    fn collects(&self) -> Collects<'_> {
        Collects::Nothing
    }
}
