//! How an open question is written in a deck.

use super::{Basket, Open, OpenLayout};
use crate::deck::grammar::keyword::{Keyword, words};
use crate::deck::grammar::reader::{KindReader, MarkdownParts, QuestionParts};
use crate::deck::problem::{DeckPart, SettingsProblem, Wanted};
use crate::deck::validate::findings::{Findings, SlidePart};
use crate::deck::write::lines::{self, ListItem, SettingsWriter};
use crate::deck::write::scalar;
use crate::image::Image;
use crate::limits::ENTRIES_MAX;
use crate::question::QuestionSpec;
use crate::question::items_from::ItemsFrom;
use crate::question::kind::{AnswerTarget, Collects, KindFormat, KindSettings};
use crate::question::open::{
    BASKET_WORDS_MAX, BASKETS_MAX, BASKETS_MIN, COLUMNS_MAX, OPEN_LENGTH, OPEN_LENGTH_MAX,
    VOTES_MAX,
};
use crate::question::quiz::Quiz;

words!(OpenLayout {
    Wall: "wall",
    One: "one",
    List: "list",
    Columns: "columns"
});

pub(in crate::question) static FORMAT: KindFormat = KindFormat {
    keys: &[
        "entries",
        "length",
        "votes",
        "layout",
        "moderated",
        "promise",
        "baskets",
    ],
    texts: &[],
    takes: |settings| {
        if settings.is("layout", OpenLayout::Columns.word()) {
            MarkdownParts::LISTS
        } else {
            MarkdownParts::NOTHING
        }
    },
    marks: &[],
    pictures: false,
    read,
};

fn read(reader: &mut KindReader<'_, '_>, parts: QuestionParts) -> QuestionSpec {
    let columns = reader.labels(parts.items);
    QuestionSpec::Open(Open {
        entries: reader.settings.count("entries").unwrap_or(1),
        length: reader.settings.count("length").unwrap_or(OPEN_LENGTH),
        votes: reader.settings.count("votes").unwrap_or(0),
        layout: reader.settings.word("layout").unwrap_or_default(),
        columns,
        moderated: reader.settings.yes_no("moderated"),
        promise: reader.settings.yes_no("promise").unwrap_or(false),
        baskets: baskets(reader).unwrap_or_default(),
    })
}

/// `[one, {name: two, words: [three, four]}]`.
fn baskets(reader: &mut KindReader<'_, '_>) -> Option<Vec<Basket>> {
    reader
        .settings
        .maps("baskets", Wanted::Baskets, &["name", "words"], |map| {
            Some(Basket {
                name: map.text("name")?,
                words: map.texts("words").unwrap_or_default(),
            })
        })
}

impl KindSettings for Open {
    fn check(&self, findings: &mut Findings) {
        findings.range("entries", self.entries, 1, ENTRIES_MAX);
        findings.range("length", self.length, 1, OPEN_LENGTH_MAX);
        findings.range("votes", self.votes, 0, VOTES_MAX);
        if self.layout == OpenLayout::Columns {
            findings.at_least(SlidePart::Slide, DeckPart::Column, self.columns.len(), 1);
        }
        findings.at_most(
            SlidePart::Item(COLUMNS_MAX),
            DeckPart::Column,
            self.columns.len(),
            COLUMNS_MAX,
        );
        for (index, column) in self.columns.iter().enumerate() {
            findings.label(SlidePart::Item(index), DeckPart::Column, column);
        }
        if self.promise && self.entries != 1 {
            findings.add(
                SlidePart::Key("promise"),
                SettingsProblem::Beside {
                    key: "promise",
                    other: "entries",
                },
            );
        }
        self.check_baskets(findings);
    }

    fn notice(&self, findings: &mut Findings) {
        findings.twice(self.columns.iter().map(|column| (column, None)));
        let names: Vec<_> = self
            .baskets
            .iter()
            .map(|basket| basket.name.clone())
            .collect();
        findings.twice_at(SlidePart::Key("baskets"), &names);
        findings.not_used("promise", self.promise);
        findings.not_used("baskets", !self.baskets.is_empty());
    }

    fn write(&self, lines: &mut SettingsWriter) {
        lines.number_unless("entries", self.entries, 1);
        lines.number_unless("length", self.length, OPEN_LENGTH);
        lines.number_unless("votes", self.votes, 0);
        lines.word_unless("layout", self.layout, OpenLayout::default());
        lines.yes("moderated", self.moderated);
        lines.yes_unless("promise", self.promise, false);
        if !self.baskets.is_empty() {
            let baskets: Vec<_> = self.baskets.iter().map(Basket::written).collect();
            lines.line("baskets", format!("[{}]", baskets.join(", ")));
        }
    }

    fn list(&self, _: &str) -> Vec<ListItem<'_>> {
        self.columns
            .iter()
            .map(|column| ListItem::label(column))
            .collect()
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
        !baskets || !self.baskets.is_empty()
    }

    fn items_from(&self) -> Option<&ItemsFrom> {
        None
    }

    fn items_from_mut(&mut self) -> Option<&mut ItemsFrom> {
        None
    }

    fn set_language(&mut self, _: &str) {}

    fn targets(&self) -> Vec<AnswerTarget<'_>> {
        AnswerTarget::all(&self.columns)
    }

    fn structure(&self) -> QuestionSpec {
        QuestionSpec::Open(Self {
            entries: self.entries,
            length: self.length,
            votes: self.votes,
            ..Self::default()
        })
    }

    fn collects(&self) -> Collects<'_> {
        Collects::ManyTexts(self)
    }
}

impl Open {
    fn check_baskets(&self, findings: &mut Findings) {
        let spot = SlidePart::Key("baskets");
        if !self.baskets.is_empty() {
            findings.at_least(spot, DeckPart::Basket, self.baskets.len(), BASKETS_MIN);
        }
        findings.at_most(spot, DeckPart::Basket, self.baskets.len(), BASKETS_MAX);
        for basket in &self.baskets {
            findings.label(spot, DeckPart::Basket, &basket.name);
            findings.at_most(spot, DeckPart::Word, basket.words.len(), BASKET_WORDS_MAX);
            basket
                .words
                .iter()
                .for_each(|word| findings.label(spot, DeckPart::Word, word));
        }
    }
}

impl Basket {
    fn written(&self) -> String {
        let name = scalar::flow(&self.name);
        if self.words.is_empty() {
            return name;
        }
        lines::map(&[
            ("name", Some(name)),
            ("words", Some(lines::list(&self.words))),
        ])
    }
}
