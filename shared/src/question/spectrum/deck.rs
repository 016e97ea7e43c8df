//! How a spectrum is written in a deck.

use super::{Pole, Spectrum, SpectrumLayout};
use crate::deck::grammar::keyword::words;
use crate::deck::grammar::reader::{KindReader, MarkdownParts, QuestionParts, TextKey};
use crate::deck::grammar::yaml::YamlValue;
use crate::deck::problem::{DeckNotice, DeckPart, Problem, SettingsProblem, Wanted};
use crate::deck::text::emoji::split_trailing;
use crate::deck::text::plain::quote;
use crate::deck::validate::findings::{Findings, SlidePart, same};
use crate::deck::write::lines::{self, ListItem, SettingsWriter};
use crate::deck::write::scalar;
use crate::image::Image;
use crate::question::QuestionSpec;
use crate::question::items_from::ItemsFrom;
use crate::question::kind::{AnswerTarget, Collects, KindFormat, KindSettings};
use crate::question::quiz::Quiz;
use crate::question::spectrum::{FLOOR_PLACES, FLOOR_PLACES_MAX, FLOOR_PLACES_MIN, STOPS_MAX};

words!(SpectrumLayout {
    Dots: "dots",
    Density: "density"
});

pub(in crate::question) static FORMAT: KindFormat = KindFormat {
    keys: &[
        "left",
        "right",
        "stops",
        "layout",
        "compare",
        "floor",
        "floor-places",
        "guess",
    ],
    texts: &[
        ("left", TextKey::Noted),
        ("right", TextKey::Noted),
        ("stops", TextKey::Several),
        ("floor", TextKey::Several),
    ],
    takes: |_| MarkdownParts::NOTHING,
    marks: &[],
    pictures: false,
    read,
};

fn read(reader: &mut KindReader<'_, '_>, _: QuestionParts) -> QuestionSpec {
    let (left, right) = (pole(reader, "left"), pole(reader, "right"));
    let floor = reader.settings.texts("floor").unwrap_or_default();
    let floor_places = reader
        .settings
        .count("floor-places")
        .unwrap_or(FLOOR_PLACES);
    if reader.settings.line("floor").is_none() {
        reader.alone("floor-places", "floor");
    }
    QuestionSpec::Spectrum(Spectrum {
        left,
        right,
        stops: reader.settings.texts("stops").unwrap_or_default(),
        layout: reader.settings.word("layout").unwrap_or_default(),
        floor,
        floor_places,
        guess: reader.settings.yes_no("guess").unwrap_or(false),
    })
}

/// A pole: a text with or without an emoji at its end, or a map.
fn pole(reader: &mut KindReader<'_, '_>, key: &'static str) -> Pole {
    reader.needs(key);
    let found = match reader.settings.value(key) {
        Some(YamlValue::Map(_)) => pole_map(reader, key),
        Some(YamlValue::List(_)) => {
            reader.settings.not_a(key, Wanted::Pole);
            None
        }
        Some(YamlValue::Scalar(_)) | None => reader.settings.text(key).map(|text| Pole::of(&text)),
    };
    found.unwrap_or_default()
}

fn pole_map(reader: &mut KindReader<'_, '_>, key: &'static str) -> Option<Pole> {
    let line = reader.settings.line(key)?;
    reader
        .settings
        .map(key, &["label", "note", "image"], |map| {
            if map.line("label").is_none() {
                map.problems.push(Problem::new(
                    line,
                    SettingsProblem::Missing {
                        key: "label",
                        kind: key,
                    },
                ));
            }
            let (label, note, image) = (map.text("label")?, map.text("note"), map.text("image"));
            Some(match image {
                Some(_) => Pole { label, note, image },
                None => Pole {
                    note,
                    ..Pole::of(&label)
                },
            })
        })
}

impl Pole {
    /// A pole from a text: the emoji at its end is its picture, unless there is nothing else.
    fn of(text: &str) -> Self {
        match split_trailing(text) {
            Some((label, image)) if !label.is_empty() => Self {
                label: label.to_owned(),
                note: None,
                image: Some(image.to_owned()),
            },
            _ => Self {
                label: text.to_owned(),
                note: None,
                image: None,
            },
        }
    }

    /// A text with its emoji behind it, if that says all; else a map.
    fn written(&self) -> String {
        let short = match &self.image {
            Some(image) => format!("{} {image}", self.label),
            None => self.label.clone(),
        };
        if Self::of(&short) == *self {
            return scalar::block(&short);
        }
        let flow = |text: &String| scalar::flow(text);
        let (note, image) = (self.note.as_ref().map(flow), self.image.as_ref().map(flow));
        lines::map(&[
            ("label", Some(scalar::flow(&self.label))),
            ("note", note),
            ("image", image),
        ])
    }

    fn check(&self, key: &'static str, findings: &mut Findings) {
        findings.label(SlidePart::Key(key), DeckPart::Label, &self.label);
        findings.label(
            SlidePart::Key(key),
            DeckPart::Note,
            self.note.as_deref().unwrap_or_default(),
        );
        self.image
            .iter()
            .for_each(|image| findings.emoji(SlidePart::Key(key), "image", image));
    }
}

impl KindSettings for Spectrum {
    fn check(&self, findings: &mut Findings) {
        self.left.check("left", findings);
        self.right.check("right", findings);
        findings.at_most(
            SlidePart::Key("stops"),
            DeckPart::Stop,
            self.stops.len(),
            STOPS_MAX,
        );
        findings.labels("stops", DeckPart::Stop, &self.stops);
        findings.pair("floor", &self.floor);
        findings.range(
            "floor-places",
            self.floor_places,
            FLOOR_PLACES_MIN,
            FLOOR_PLACES_MAX,
        );
    }

    fn notice(&self, findings: &mut Findings) {
        let same = same(&self.left.label, &self.right.label) && self.left.note == self.right.note;
        if same && self.left.image == self.right.image {
            findings.add(
                SlidePart::Key("right"),
                DeckNotice::SameLabel {
                    label: quote(&self.right.label),
                },
            );
        }
        findings.not_used("floor", !self.floor.is_empty());
        findings.not_used("floor-places", self.floor_places != FLOOR_PLACES);
        findings.not_used("guess", self.guess);
    }

    fn write(&self, lines: &mut SettingsWriter) {
        lines.line("left", self.left.written());
        lines.line("right", self.right.written());
        lines.list_unless_empty("stops", &self.stops);
        lines.word_unless("layout", self.layout, SpectrumLayout::default());
        lines.list_unless_empty("floor", &self.floor);
        lines.number_unless("floor-places", self.floor_places, FLOOR_PLACES);
        lines.yes_unless("guess", self.guess, false);
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
        Some(Vec::new())
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
        let poles = [&self.left.label, &self.right.label];
        AnswerTarget::all(poles.into_iter().chain(&self.stops))
    }

    fn structure(&self) -> QuestionSpec {
        QuestionSpec::Spectrum(Self {
            // One more moves the others.
            stops: vec![String::new(); self.stops.len()],
            guess: self.guess,
            ..Self::default()
        })
    }

    fn collects(&self) -> Collects<'_> {
        Collects::OneAnswer(self)
    }
}
