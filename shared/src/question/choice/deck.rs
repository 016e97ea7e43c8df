//! How a choice is written in a deck.

use super::{Choice, ChoiceLayout, ChoiceOption, Pick};
use crate::deck::grammar::item::{CORRECT, Marked};
use crate::deck::grammar::keyword::words;
use crate::deck::grammar::reader::{KindReader, MarkdownParts, QuestionParts, TextKey};
use crate::deck::problem::{
    ContentProblem, DeckNotice, DeckPart, SettingsProblem, ValueProblem, Wanted,
};
use crate::deck::validate::findings::{Findings, SlidePart};
use crate::deck::write::lines::{ListItem, SettingsWriter};
use crate::image::Image;
use crate::limits::{LIST_ITEMS_MAX, OPTIONS_MIN};
use crate::question::QuestionSpec;
use crate::question::items_from::ItemsFrom;
use crate::question::kind::{AnswerTarget, Collects, KindFormat, KindSettings};
use crate::question::quiz::Quiz;

const OTHER: &str = "{other}";

words!(ChoiceLayout {
    Bars: "bars",
    Columns: "columns",
    Donut: "donut",
    Dots: "dots",
    Places: "places"
});

pub(in crate::question) static FORMAT: KindFormat = KindFormat {
    keys: &[
        "pick",
        "shuffle",
        "layout",
        "compare",
        "score",
        "speed",
        "explain",
        "guess",
        "items-from",
        "items-top",
    ],
    texts: &[("explain", TextKey::One)],
    takes: |_| MarkdownParts::LISTS,
    marks: &[CORRECT, OTHER],
    pictures: true,
    read,
};

fn read(reader: &mut KindReader<'_, '_>, parts: QuestionParts) -> QuestionSpec {
    let options = parts
        .items
        .into_iter()
        .map(|item| option(reader, item))
        .collect();
    let (items_from, quiz) = (ItemsFrom::read(reader), Quiz::read(reader));
    QuestionSpec::Choice(Choice {
        options,
        pick: reader
            .settings
            .parsed("pick", Wanted::Pick, pick)
            .unwrap_or_default(),
        shuffle: reader.settings.yes_no("shuffle").unwrap_or(false),
        layout: reader.settings.word("layout").unwrap_or_default(),
        items_from,
        quiz,
        guess: reader.settings.yes_no("guess").unwrap_or(false),
    })
}

fn option(reader: &mut KindReader<'_, '_>, item: Marked) -> ChoiceOption {
    let [correct, other] = reader.marks(&item, [CORRECT, OTHER]);
    ChoiceOption {
        label: item.label,
        image: item.image,
        other,
        correct,
    }
}

/// How many to pick: `2`, or `1-3`.
fn pick(text: &str) -> Option<Pick> {
    let (min, max) = match text.split_once(['-', '–']) {
        Some((min, max)) => (min.trim().parse().ok()?, max.trim().parse().ok()?),
        None => (text.parse().ok()?, text.parse().ok()?),
    };
    (1 <= min && min <= max).then_some(Pick { min, max })
}

impl Choice {
    fn check_options(&self, findings: &mut Findings) {
        let options = &self.options;
        findings.at_least(
            SlidePart::Slide,
            DeckPart::Option,
            options.len(),
            OPTIONS_MIN,
        );
        findings.at_most(
            SlidePart::Item(LIST_ITEMS_MAX),
            DeckPart::Option,
            options.len(),
            LIST_ITEMS_MAX,
        );
        for (index, option) in options.iter().enumerate() {
            findings.item(
                index,
                DeckPart::Option,
                &option.label,
                option.image.as_ref(),
            );
        }
        let others = options
            .iter()
            .enumerate()
            .filter(|(_, option)| option.other);
        for (index, _) in others.skip(1) {
            findings.add(
                SlidePart::Item(index),
                ContentProblem::MarkerTwice {
                    found: OTHER.into(),
                },
            );
        }
        let pick = self.pick.max;
        if options.len() >= OPTIONS_MIN && pick as usize > options.len() {
            findings.add(
                SlidePart::Key("pick"),
                ValueProblem::PickOptions {
                    pick,
                    options: options.len(),
                },
            );
        }
    }
}

impl KindSettings for Choice {
    fn check(&self, findings: &mut Findings) {
        match &self.items_from {
            Some(from) => from.check(self.options.len(), (OPTIONS_MIN, LIST_ITEMS_MAX), findings),
            None => self.check_options(findings),
        }
        self.quiz
            .check(self.options.iter().any(|option| option.correct), findings);
        if self.guess && self.pick.max > 1 {
            findings.add(
                SlidePart::Key("guess"),
                SettingsProblem::Beside {
                    key: "guess",
                    other: "pick",
                },
            );
        }
    }

    fn notice(&self, findings: &mut Findings) {
        if let Some(index) = self.options.iter().position(|option| option.correct) {
            findings.add(SlidePart::Item(index), DeckNotice::NotUsed { key: CORRECT });
        }
        findings.twice(
            self.options
                .iter()
                .map(|option| (&option.label, option.image.as_ref())),
        );
        findings.not_used("items-from", self.items_from.is_some());
        findings.not_used("guess", self.guess);
        self.quiz.notice(findings);
    }

    fn write(&self, lines: &mut SettingsWriter) {
        match self.pick {
            Pick { min: 1, max: 1 } => {}
            Pick { min, max } if min == max => lines.line("pick", min),
            Pick { min, max } => lines.line("pick", format!("{min}-{max}")),
        }
        lines.yes_unless("shuffle", self.shuffle, false);
        lines.word_unless("layout", self.layout, ChoiceLayout::default());
        self.items_from.iter().for_each(|from| from.write(lines));
        lines.yes_unless("guess", self.guess, false);
        self.quiz.write(lines);
    }

    fn list(&self, _: &str) -> Vec<ListItem<'_>> {
        let marks = |option: &ChoiceOption| [(option.correct, CORRECT), (option.other, OTHER)];
        self.options
            .iter()
            .map(|option| ListItem::new(&option.label, option.image.as_ref(), &marks(option)))
            .collect()
    }

    fn picture(&self) -> Option<&Image> {
        None
    }

    fn item_pictures(&self) -> Vec<Option<&Image>> {
        self.options
            .iter()
            .map(|option| option.image.as_ref())
            .collect()
    }

    fn shape(&self) -> Option<Vec<i64>> {
        Some(vec![self.options.len() as i64])
    }

    fn quiz(&self) -> Option<&Quiz> {
        Some(&self.quiz)
    }

    fn splits(&self) -> bool {
        true
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
        let targets = self.options.iter().map(|option| AnswerTarget {
            text: &option.label,
            typed: option.other,
        });
        targets.collect()
    }

    fn structure(&self) -> QuestionSpec {
        QuestionSpec::Choice(Self {
            pick: self.pick,
            items_from: self.items_from.clone(),
            guess: self.guess,
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
