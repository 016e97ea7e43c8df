//! `type`: a typed quiz answer. Every item of its list is right, marked or not.

use serde::{Deserialize, Serialize};

use crate::deck::grammar::item::CORRECT;
use crate::deck::grammar::reader::{KindReader, MarkdownParts, QuestionParts, TextKey};
use crate::deck::problem::DeckPart;
use crate::deck::validate::findings::{Findings, SlidePart};
use crate::deck::write::lines::{ListItem, SettingsWriter};
use crate::image::Image;
use crate::limits::{LIST_ITEMS_MAX, UNIT_CHARS};
use crate::question::QuestionSpec;
use crate::question::item::{self, Item};
use crate::question::items_from::ItemsFrom;
use crate::question::kind::{AnswerTarget, Collects, KindFormat, KindSettings};
use crate::question::quiz::Quiz;

/// Settings of a typed question.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Type {
    /// Accepted answers.
    pub items: Vec<Item>,
    /// The text behind the answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// What a right answer is worth.
    #[serde(default, skip_serializing_if = "Quiz::is_default")]
    pub quiz: Quiz,
}

pub(super) static FORMAT: KindFormat = KindFormat {
    keys: &["unit", "score", "speed", "explain"],
    texts: &[("unit", TextKey::One), ("explain", TextKey::One)],
    takes: |_| MarkdownParts::LISTS,
    marks: &[CORRECT],
    pictures: true,
    read,
};

fn read(reader: &mut KindReader<'_, '_>, parts: QuestionParts) -> QuestionSpec {
    let (items, quiz) = (Item::all(parts.items, reader), Quiz::read(reader));
    QuestionSpec::Type(Type {
        items,
        unit: reader.settings.text("unit"),
        quiz,
    })
}

impl KindSettings for Type {
    fn check(&self, findings: &mut Findings) {
        item::check(&self.items, (0, LIST_ITEMS_MAX), findings);
        findings.text(
            SlidePart::Key("unit"),
            DeckPart::Unit,
            self.unit.as_deref().unwrap_or_default(),
            UNIT_CHARS,
        );
        self.quiz.check(!self.items.is_empty(), findings);
    }

    fn notice(&self, findings: &mut Findings) {
        item::notice(&self.items, findings);
        findings.not_used("unit", self.unit.is_some());
        self.quiz.notice(findings);
    }

    fn write(&self, lines: &mut SettingsWriter) {
        lines.text("unit", self.unit.as_deref());
        self.quiz.write(lines);
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
        Some(&self.quiz)
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
        AnswerTarget::all(&self.unit)
    }

    fn structure(&self) -> QuestionSpec {
        QuestionSpec::Type(Self::default())
    }

    fn collects(&self) -> Collects<'_> {
        Collects::Nothing
    }
}
