//! How a words question is written in a deck.

use super::{Words, WordsLayout};
use crate::deck::grammar::keyword::words;
use crate::deck::grammar::reader::{KindReader, MarkdownParts, QuestionParts};
use crate::deck::validate::findings::Findings;
use crate::deck::write::lines::{ListItem, SettingsWriter};
use crate::image::Image;
use crate::limits::ENTRIES_MAX;
use crate::question::QuestionSpec;
use crate::question::items_from::ItemsFrom;
use crate::question::kind::{AnswerTarget, Collects, KindFormat, KindSettings};
use crate::question::quiz::Quiz;
use crate::question::words::{WORDS_ENTRIES, WORDS_LENGTH, WORDS_LENGTH_MAX};

words!(WordsLayout {
    Cloud: "cloud",
    List: "list"
});

pub(in crate::question) static FORMAT: KindFormat = KindFormat {
    keys: &["entries", "length", "layout", "moderated"],
    texts: &[],
    takes: |_| MarkdownParts::NOTHING,
    marks: &[],
    pictures: false,
    read,
};

fn read(reader: &mut KindReader<'_, '_>, _: QuestionParts) -> QuestionSpec {
    QuestionSpec::Words(Words {
        entries: reader.settings.count("entries").unwrap_or(WORDS_ENTRIES),
        length: reader.settings.count("length").unwrap_or(WORDS_LENGTH),
        layout: reader.settings.word("layout").unwrap_or_default(),
        moderated: reader.settings.yes_no("moderated"),
    })
}

impl KindSettings for Words {
    fn check(&self, findings: &mut Findings) {
        findings.range("entries", self.entries, 1, ENTRIES_MAX);
        findings.range("length", self.length, 1, WORDS_LENGTH_MAX);
    }

    fn notice(&self, _: &mut Findings) {}

    fn write(&self, lines: &mut SettingsWriter) {
        lines.number_unless("entries", self.entries, WORDS_ENTRIES);
        lines.number_unless("length", self.length, WORDS_LENGTH);
        lines.word_unless("layout", self.layout, WordsLayout::default());
        lines.yes("moderated", self.moderated);
    }

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

    fn gives_items(&self, baskets: bool) -> bool {
        !baskets
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
        QuestionSpec::Words(Self {
            layout: WordsLayout::default(),
            moderated: None,
            ..self.clone()
        })
    }

    fn collects(&self) -> Collects<'_> {
        Collects::OneAnswer(self)
    }
}
