//! How a number question is written in a deck.

use super::{Number, decimal};
use crate::deck::grammar::item::CORRECT;
use crate::deck::grammar::reader::{KindReader, MarkdownParts, QuestionParts, TextKey};
use crate::deck::problem::{ContentProblem, DeckPart, ValueProblem};
use crate::deck::text::plain::quote;
use crate::deck::validate::findings::{Findings, SlidePart};
use crate::deck::write::lines::{ListItem, SettingsWriter};
use crate::image::Image;
use crate::limits::{LIST_ITEMS_MAX, UNIT_CHARS};
use crate::question::QuestionSpec;
use crate::question::item::{self, Item};
use crate::question::items_from::ItemsFrom;
use crate::question::kind::{AnswerTarget, Collects, KindFormat, KindSettings};
use crate::question::quiz::Quiz;

pub(in crate::question) static FORMAT: KindFormat = KindFormat {
    keys: &[
        "from", "to", "low", "high", "unit", "score", "speed", "explain", "guess", "compare",
    ],
    texts: &[
        ("low", TextKey::One),
        ("high", TextKey::One),
        ("unit", TextKey::One),
        ("explain", TextKey::One),
    ],
    takes: |_| MarkdownParts::LISTS,
    marks: &[CORRECT],
    pictures: true,
    read,
};

fn read(reader: &mut KindReader<'_, '_>, parts: QuestionParts) -> QuestionSpec {
    let (items, quiz) = (Item::all(parts.items, reader), Quiz::read(reader));
    QuestionSpec::Number(Number {
        from: reader.settings.number("from"),
        to: reader.settings.number("to"),
        low: reader.settings.text("low"),
        high: reader.settings.text("high"),
        items,
        unit: reader.settings.text("unit"),
        quiz,
        guess: reader.settings.yes_no("guess").unwrap_or(false),
        mark: decimal::DecimalMark::default(),
    })
}

impl KindSettings for Number {
    fn check(&self, findings: &mut Findings) {
        findings.ends(self.low.as_deref(), self.high.as_deref());
        item::check(&self.items, (0, LIST_ITEMS_MAX), findings);
        if let (Some(from), Some(to)) = (self.from, self.to)
            && from >= to
        {
            findings.add(SlidePart::Key("to"), ValueProblem::Order);
        }
        for (index, item) in self
            .items
            .iter()
            .enumerate()
            .filter(|(_, item)| !is_number(&item.label))
        {
            findings.add(
                SlidePart::Item(index),
                ContentProblem::NotNumber {
                    found: quote(&item.label),
                },
            );
        }
        findings.text(
            SlidePart::Key("unit"),
            DeckPart::Unit,
            self.unit.as_deref().unwrap_or_default(),
            UNIT_CHARS,
        );
        self.quiz
            .check(self.items.iter().any(|item| item.correct), findings);
    }

    fn notice(&self, findings: &mut Findings) {
        item::notice(&self.items, findings);
        findings.not_used("guess", self.guess);
        self.quiz.notice(findings);
    }

    fn write(&self, lines: &mut SettingsWriter) {
        lines.number("from", self.from);
        lines.number("to", self.to);
        lines.text("low", self.low.as_deref());
        lines.text("high", self.high.as_deref());
        lines.text("unit", self.unit.as_deref());
        lines.yes_unless("guess", self.guess, false);
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
        Some(Vec::new())
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

    fn set_language(&mut self, language: &str) {
        self.set_language(language);
    }

    fn targets(&self) -> Vec<AnswerTarget<'_>> {
        AnswerTarget::all(&self.unit)
    }

    fn structure(&self) -> QuestionSpec {
        QuestionSpec::Number(Self {
            from: self.from,
            to: self.to,
            guess: self.guess,
            ..Self::default()
        })
    }

    fn collects(&self) -> Collects<'_> {
        Collects::OneAnswer(self)
    }
}

/// A number as decks may write it: `3,5`, `-2`, `1.000`. They may be less strict about thousands
/// than people are asked to be.
fn is_number(text: &str) -> bool {
    let digits = text.strip_prefix(['-', '−']).unwrap_or(text);
    let ends = |at: Option<char>| at.is_some_and(|c| c.is_ascii_digit());
    ends(digits.chars().next())
        && ends(digits.chars().next_back())
        && digits
            .chars()
            .all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | ' '))
}
