//! `pin`: a place on a picture, with named areas.

use serde::{Deserialize, Serialize};

use crate::deck::grammar::item::{CORRECT, Marked};
use crate::deck::grammar::reader::{KindReader, MarkdownParts, QuestionParts, TextKey, written};
use crate::deck::problem::{ContentProblem, DeckPart};
use crate::deck::text::plain::quote;
use crate::deck::validate::findings::{Findings, SlidePart};
use crate::deck::write::lines::{ListItem, SettingsWriter};
use crate::image::Image;
use crate::limits::LIST_ITEMS_MAX;
use crate::question::QuestionSpec;
use crate::question::items_from::ItemsFrom;
use crate::question::kind::{AnswerTarget, Collects, KindFormat, KindSettings};
use crate::question::quiz::Quiz;

/// Settings of a pin question.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Pin {
    /// The picture to point at.
    #[serde(default)]
    pub image: Option<Image>,
    /// What can be found on it.
    #[serde(default)]
    pub items: Vec<PictureLabel>,
    /// What a right answer is worth.
    #[serde(default, skip_serializing_if = "Quiz::is_default")]
    pub quiz: Quiz,
}

/// Something on the picture that has a name.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PictureLabel {
    /// As written, without its markers.
    pub label: String,
    /// Shown with the label.
    #[serde(default)]
    pub image: Option<Image>,
    /// Marked `{correct}`.
    #[serde(default)]
    pub correct: bool,
    /// Where it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub area: Option<Area>,
}

/// A part of the picture, in percent of its width and height, from the top left.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Area {
    /// Its left edge.
    pub x: f64,
    /// Its upper edge.
    pub y: f64,
    /// Its width.
    pub w: f64,
    /// Its height.
    pub h: f64,
}

const MARKS: &[&str] = &["{area 10,20 30,15}", CORRECT];

pub(super) static FORMAT: KindFormat = KindFormat {
    keys: &["score", "speed", "explain"],
    texts: &[("explain", TextKey::One)],
    takes: |_| MarkdownParts {
        lists: true,
        picture: true,
    },
    marks: MARKS,
    pictures: true,
    read,
};

fn read(reader: &mut KindReader<'_, '_>, parts: QuestionParts) -> QuestionSpec {
    let quiz = Quiz::read(reader);
    let items = parts
        .items
        .into_iter()
        .map(|item| named(reader, item))
        .collect();
    QuestionSpec::Pin(Pin {
        image: parts.picture,
        items,
        quiz,
    })
}

fn named(reader: &mut KindReader<'_, '_>, mut item: Marked) -> PictureLabel {
    let marks = std::mem::take(&mut item.marks);
    let (areas, others) = marks
        .into_iter()
        .partition(|mark| mark.tidy().split(' ').next() == Some("area"));
    item.marks = others;
    let [correct] = reader.marks(&item, [CORRECT]);
    let areas: Vec<crate::deck::grammar::content::EscapedText> = areas;
    let found: Vec<String> = areas.iter().map(written).collect();
    if let Some(second) = found.get(1) {
        reader.wrong(
            &item,
            ContentProblem::MarkerTwice {
                found: quote(second),
            },
        );
    }
    let area = found.first().and_then(|found| Area::parse(found));
    if let Some(first) = found.first().filter(|_| area.is_none()) {
        reader.wrong(
            &item,
            ContentProblem::Area {
                found: quote(first),
            },
        );
    }
    PictureLabel {
        label: item.label,
        image: item.image,
        correct,
        area,
    }
}

impl Area {
    /// Reads `{area X,Y W,H}`.
    fn parse(mark: &str) -> Option<Self> {
        let numbers = mark.strip_prefix("{area ")?.strip_suffix('}')?;
        let (place, size) = numbers.split_once(' ')?;
        let pair = |text: &str| {
            text.split_once(',')
                .and_then(|(a, b)| Some((percent(a)?, percent(b)?)))
        };
        let ((x, y), (w, h)) = (pair(place)?, pair(size.trim())?);
        let fits = w > 0.0 && h > 0.0 && x + w <= 100.0 && y + h <= 100.0;
        fits.then_some(Self { x, y, w, h })
    }

    fn mark(&self) -> String {
        let Self { x, y, w, h } = self;
        format!("{{area {x},{y} {w},{h}}}")
    }

    fn is_inside(&self) -> bool {
        Self::parse(&self.mark()) == Some(*self)
    }
}

/// 0–100, with a decimal point.
fn percent(text: &str) -> Option<f64> {
    let text = text.trim();
    let plain = text.bytes().all(|b| b.is_ascii_digit() || b == b'.');
    text.parse()
        .ok()
        .filter(|number| plain && (0.0..=100.0).contains(number))
}

impl KindSettings for Pin {
    fn check(&self, findings: &mut Findings) {
        if self.image.is_none() {
            findings.add(SlidePart::Slide, ContentProblem::NoPicture);
        }
        findings.at_most(
            SlidePart::Item(LIST_ITEMS_MAX),
            DeckPart::Item,
            self.items.len(),
            LIST_ITEMS_MAX,
        );
        for (index, item) in self.items.iter().enumerate() {
            findings.item(index, DeckPart::Item, &item.label, item.image.as_ref());
            if let Some(area) = item.area.filter(|area| !area.is_inside()) {
                findings.add(
                    SlidePart::Item(index),
                    ContentProblem::Area {
                        found: quote(&area.mark()),
                    },
                );
            }
        }
        self.quiz
            .check(self.items.iter().any(|item| item.correct), findings);
    }

    fn notice(&self, findings: &mut Findings) {
        findings.twice(
            self.items
                .iter()
                .map(|item| (&item.label, item.image.as_ref())),
        );
        self.quiz.notice(findings);
    }

    fn write(&self, lines: &mut SettingsWriter) {
        self.quiz.write(lines);
    }

    fn list(&self, _: &str) -> Vec<ListItem<'_>> {
        let listed = |item: &PictureLabel| {
            let area = item.area.map(|area| area.mark()).unwrap_or_default();
            (item.area.is_some(), area, item.correct)
        };
        let item = |item| {
            let (has_area, area, correct) = listed(item);
            ListItem::new(
                &item.label,
                item.image.as_ref(),
                &[(has_area, &area), (correct, CORRECT)],
            )
        };
        self.items.iter().map(item).collect()
    }

    fn picture(&self) -> Option<&Image> {
        self.image.as_ref()
    }

    fn item_pictures(&self) -> Vec<Option<&Image>> {
        self.items.iter().map(|item| item.image.as_ref()).collect()
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
        AnswerTarget::all(self.items.iter().map(|item| &item.label))
    }

    fn structure(&self) -> QuestionSpec {
        let area = |item: &PictureLabel| PictureLabel {
            area: item.area,
            ..PictureLabel::default()
        };
        QuestionSpec::Pin(Self {
            image: self.image.clone(),
            // Another area lies over the picture: where a pin belongs may change by it.
            items: self.items.iter().map(area).collect(),
            ..Self::default()
        })
    }

    fn collects(&self) -> Collects<'_> {
        Collects::Nothing
    }
}
