//! `grid`: a place on two axes per item.

use serde::{Deserialize, Serialize};

use crate::deck::grammar::reader::{KindReader, MarkdownParts, QuestionParts, TextKey};
use crate::deck::problem::{DeckPart, ValueProblem};
use crate::deck::validate::findings::{Findings, SlidePart};
use crate::deck::write::lines::{ListItem, SettingsWriter};
use crate::image::Image;
use crate::question::QuestionSpec;
use crate::question::item::{self, Item};
use crate::question::items_from::ItemsFrom;
use crate::question::kind::{AnswerTarget, Collects, KindFormat, KindSettings};
use crate::question::quiz::Quiz;

/// Items on a grid.
pub const GRID_MAX: usize = 8;

/// How many quadrants two axes make.
const QUADRANTS: usize = 4;

/// Settings of a grid question.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Grid {
    /// What to place.
    pub items: Vec<Item>,
    /// Labels of the horizontal axis, low and high.
    pub x: Vec<String>,
    /// Labels of the vertical axis, low and high.
    pub y: Vec<String>,
    /// Names of the quadrants: top left, top right, bottom left, bottom right; or none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub quadrants: Vec<String>,
}

pub(super) static FORMAT: KindFormat = KindFormat {
    keys: &["x", "y", "quadrants"],
    texts: &[
        ("x", TextKey::Several),
        ("y", TextKey::Several),
        ("quadrants", TextKey::Several),
    ],
    takes: |_| MarkdownParts::LISTS,
    marks: &[],
    pictures: true,
    read,
};

fn read(reader: &mut KindReader<'_, '_>, parts: QuestionParts) -> QuestionSpec {
    reader.needs("x");
    reader.needs("y");
    let items = Item::unmarked(parts.items, reader);
    let mut texts = |key| reader.settings.texts(key).unwrap_or_default();
    QuestionSpec::Grid(Grid {
        items,
        x: texts("x"),
        y: texts("y"),
        quadrants: texts("quadrants"),
    })
}

impl KindSettings for Grid {
    fn check(&self, findings: &mut Findings) {
        item::check(&self.items, (1, GRID_MAX), findings);
        findings.pair("x", &self.x);
        findings.pair("y", &self.y);
        findings.labels("quadrants", DeckPart::Label, &self.quadrants);
        if ![0, QUADRANTS].contains(&self.quadrants.len()) {
            findings.add(SlidePart::Key("quadrants"), ValueProblem::Quadrants);
        }
    }

    fn notice(&self, findings: &mut Findings) {
        item::notice(&self.items, findings);
        findings.not_used("quadrants", !self.quadrants.is_empty());
    }

    fn write(&self, lines: &mut SettingsWriter) {
        lines.list("x", &self.x);
        lines.list("y", &self.y);
        lines.list_unless_empty("quadrants", &self.quadrants);
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
        None
    }

    fn items_from_mut(&mut self) -> Option<&mut ItemsFrom> {
        None
    }

    fn set_language(&mut self, _: &str) {}

    fn targets(&self) -> Vec<AnswerTarget<'_>> {
        let axes = self.x.iter().chain(&self.y);
        AnswerTarget::all(axes.chain(self.items.iter().map(|item| &item.label)))
    }

    fn structure(&self) -> QuestionSpec {
        QuestionSpec::Grid(Self::default())
    }

    fn collects(&self) -> Collects<'_> {
        Collects::Nothing
    }
}
