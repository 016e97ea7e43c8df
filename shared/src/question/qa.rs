//! `qa`: the slide that puts the room's questions to the speakers on the stage.

use serde::{Deserialize, Serialize};

use crate::deck::grammar::reader::MarkdownParts;
use crate::deck::validate::findings::Findings;
use crate::deck::write::lines::{ListItem, SettingsWriter};
use crate::image::Image;
use crate::question::QuestionSpec;
use crate::question::items_from::ItemsFrom;
use crate::question::kind::{AnswerTarget, Collects, KindFormat, KindSettings};
use crate::question::quiz::Quiz;

/// It has no settings of its own.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Qa {}

pub(super) static FORMAT: KindFormat = KindFormat {
    keys: &[],
    texts: &[],
    takes: |_| MarkdownParts::NOTHING,
    marks: &[],
    pictures: false,
    read: |_, _| QuestionSpec::Qa(Qa {}),
};

impl KindSettings for Qa {
    fn check(&self, _: &mut Findings) {}

    fn notice(&self, _: &mut Findings) {}

    fn write(&self, _: &mut SettingsWriter) {}

    fn list(&self, _: &str) -> Vec<ListItem<'_>> {
        Vec::new()
    }

    fn picture(&self) -> Option<&Image> {
        None
    }

    fn item_pictures(&self) -> Vec<Option<&Image>> {
        Vec::new()
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
        Vec::new()
    }

    fn structure(&self) -> QuestionSpec {
        QuestionSpec::Qa(Self {})
    }

    fn collects(&self) -> Collects<'_> {
        Collects::Questions
    }
}
