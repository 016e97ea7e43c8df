//! How a scale is written in a deck.

use super::{Preset, Scale, is_scale, steps};
use crate::deck::grammar::keyword::words;
use crate::deck::grammar::reader::{KindReader, MarkdownParts, QuestionParts, TextKey};
use crate::deck::problem::{DeckPart, ValueProblem};
use crate::deck::validate::findings::{Findings, SlidePart};
use crate::deck::write::lines::{ListItem, SettingsWriter};
use crate::image::Image;
use crate::limits::{LABEL_CHARS, PROMPT_CHARS};
use crate::question::QuestionSpec;
use crate::question::items_from::ItemsFrom;
use crate::question::kind::{AnswerTarget, Collects, KindFormat, KindSettings};
use crate::question::quiz::Quiz;
use crate::question::scale::{CONSENT_NEEDED, CONSENT_STEPS, STATEMENTS_MAX};

words!(Preset { Consent: "consent" });

pub(in crate::question) static FORMAT: KindFormat = KindFormat {
    keys: &[
        "from",
        "to",
        "low",
        "high",
        "preset",
        "needed",
        "compare",
        "items-from",
        "items-top",
    ],
    texts: &[("low", TextKey::One), ("high", TextKey::One)],
    takes: |_| MarkdownParts::LISTS,
    marks: &[],
    pictures: false,
    read,
};

fn read(reader: &mut KindReader<'_, '_>, parts: QuestionParts) -> QuestionSpec {
    let listed = reader.labels(parts.items);
    let items_from = ItemsFrom::read(reader);
    let alone = listed.is_empty() && items_from.is_none();
    let (preset, needed) = preset(reader);
    let ends = if preset.is_some() {
        (1, CONSENT_STEPS)
    } else {
        (1, 5)
    };
    QuestionSpec::Scale(Scale {
        statements: if alone { vec![parts.prompt] } else { listed },
        from: reader.settings.whole("from").unwrap_or(ends.0),
        to: reader.settings.whole("to").unwrap_or(ends.1),
        low: reader.settings.text("low"),
        high: reader.settings.text("high"),
        preset,
        needed,
        items_from,
    })
}

/// A preset says what its steps are and mean, so nothing else may.
fn preset(reader: &mut KindReader<'_, '_>) -> (Option<Preset>, i32) {
    let preset = reader.settings.word::<Preset>("preset");
    let needed = reader.settings.whole("needed").unwrap_or(CONSENT_NEEDED);
    if preset.is_some() {
        ["from", "to", "low", "high"]
            .into_iter()
            .for_each(|key| reader.beside(key, "preset"));
    } else if reader.settings.line("preset").is_none() {
        reader.alone("needed", "preset");
    }
    (preset, needed)
}

impl KindSettings for Scale {
    fn check(&self, findings: &mut Findings) {
        match &self.items_from {
            Some(from) => from.check(self.statements.len(), (1, STATEMENTS_MAX), findings),
            None => self.check_statements(findings),
        }
        findings.ends(self.low.as_deref(), self.high.as_deref());
        findings.range("needed", self.needed, 1, CONSENT_STEPS);
        if self.from >= self.to {
            findings.add(SlidePart::Key("to"), ValueProblem::Order);
            return;
        }
        let steps = steps(self.from, self.to);
        if !is_scale(steps) {
            findings.add(SlidePart::Key("to"), ValueProblem::Steps { steps });
        }
    }

    fn notice(&self, findings: &mut Findings) {
        findings.twice(self.statements.iter().map(|statement| (statement, None)));
        findings.not_used("preset", self.preset.is_some());
        findings.not_used("needed", self.needed != CONSENT_NEEDED);
        findings.not_used("items-from", self.items_from.is_some());
    }

    fn write(&self, lines: &mut SettingsWriter) {
        lines.word("preset", self.preset);
        lines.number_unless("needed", self.needed, CONSENT_NEEDED);
        if self.preset.is_none() && (self.from, self.to) != (1, 5) {
            lines.line("from", self.from);
            lines.line("to", self.to);
        }
        lines.text("low", self.low.as_deref());
        lines.text("high", self.high.as_deref());
        self.items_from.iter().for_each(|from| from.write(lines));
    }

    fn list(&self, prompt: &str) -> Vec<ListItem<'_>> {
        if self.statements == [prompt] {
            return Vec::new();
        }
        self.statements
            .iter()
            .map(|statement| ListItem::label(statement))
            .collect()
    }

    fn picture(&self) -> Option<&Image> {
        None
    }

    fn item_pictures(&self) -> Vec<Option<&Image>> {
        Vec::new()
    }

    fn shape(&self) -> Option<Vec<i64>> {
        Some(vec![
            self.statements.len() as i64,
            self.from.into(),
            self.to.into(),
        ])
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
        AnswerTarget::all(&self.statements)
    }

    fn structure(&self) -> QuestionSpec {
        QuestionSpec::Scale(Self {
            from: self.from,
            to: self.to,
            preset: self.preset,
            items_from: self.items_from.clone(),
            ..Self::default()
        })
    }

    fn collects(&self) -> Collects<'_> {
        if self.items_from.is_some() {
            Collects::Nothing
        } else {
            Collects::OneAnswer(self)
        }
    }
}

impl Scale {
    fn check_statements(&self, findings: &mut Findings) {
        findings.at_most(
            SlidePart::Item(STATEMENTS_MAX),
            DeckPart::Statement,
            self.statements.len(),
            STATEMENTS_MAX,
        );
        // One statement may be the prompt itself, and has the room that a prompt has.
        let one = self.statements.len() == 1;
        let (part, max) = if one {
            (DeckPart::Prompt, PROMPT_CHARS)
        } else {
            (DeckPart::Statement, LABEL_CHARS)
        };
        for (index, statement) in self.statements.iter().enumerate() {
            findings.text(SlidePart::Item(index), part, statement, max);
        }
    }
}
