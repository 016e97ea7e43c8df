//! What is found in a deck, said with the part of the deck that it is about.

use std::collections::HashSet;

use crate::deck::problem::{
    ContentProblem, DeckNotice, DeckPart, ProblemKind, ReferenceProblem, ValueProblem, Wanted,
};
use crate::deck::text::emoji::is_emoji;
use crate::deck::text::instead;
use crate::deck::text::plain::quote;
use crate::image::Image;
use crate::limits::LABEL_CHARS;
use crate::rules::Rules;
use crate::text::{fits, word_key};

/// Something about a part of a deck: an error, or a notice.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// The slide, from 0; nothing for the deck itself.
    pub slide: Option<usize>,
    /// The part of it.
    pub spot: SlidePart,
    /// What it is.
    pub wrong: ProblemKind,
    /// The other slide that it is about, from 0.
    pub about: Option<usize>,
}

/// A part of a slide, or of the deck's own settings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SlidePart {
    /// The slide as a whole.
    Slide,
    /// Its heading.
    Heading,
    /// One of its settings.
    Key(&'static str),
    /// An item of its list, from 0.
    Item(usize),
}

/// Collects findings about the slide at hand.
pub(crate) struct Findings {
    pub slide: Option<usize>,
    pub list: Vec<Finding>,
}

impl Findings {
    /// Something about a part of the slide.
    pub fn add(&mut self, spot: SlidePart, wrong: impl Into<ProblemKind>) {
        self.list.push(Finding {
            slide: self.slide,
            spot,
            wrong: wrong.into(),
            about: None,
        });
    }

    /// Something that is about another slide too.
    pub fn add_about(&mut self, spot: SlidePart, about: usize, wrong: ReferenceProblem) {
        self.list.push(Finding {
            slide: self.slide,
            spot,
            wrong: wrong.into(),
            about: Some(about),
        });
    }

    /// A key with which this version does nothing yet, where it is set.
    pub fn not_used(&mut self, key: &'static str, set: bool) {
        if set {
            self.add(SlidePart::Key(key), DeckNotice::NotUsed { key });
        }
    }

    /// Another type than the key wants.
    pub fn not_a(&mut self, key: &'static str, wanted: Wanted, found: &str) {
        let instead = instead::of(wanted, found);
        self.add(
            SlidePart::Key(key),
            ValueProblem::NotA {
                key: key.into(),
                wanted,
                found: quote(found),
                instead,
            },
        );
    }

    /// A picture that is no emoji.
    pub fn emoji(&mut self, spot: SlidePart, name: &str, found: &str) {
        if !is_emoji(found) {
            let wanted = Wanted::Emoji;
            self.add(
                spot,
                ValueProblem::NotA {
                    key: name.into(),
                    wanted,
                    found: quote(found),
                    instead: None,
                },
            );
        }
    }

    /// A number outside its range.
    pub fn range(
        &mut self,
        key: &'static str,
        found: impl Into<i64>,
        min: impl Into<i64>,
        max: impl Into<i64>,
    ) {
        let (found, min, max) = (found.into(), min.into(), max.into());
        if !(min..=max).contains(&found) {
            self.add(
                SlidePart::Key(key),
                ValueProblem::Range {
                    key,
                    found,
                    min,
                    max,
                },
            );
        }
    }

    /// Too few of something.
    pub fn at_least(&mut self, spot: SlidePart, part: DeckPart, found: usize, min: usize) {
        if found < min {
            self.add(spot, ContentProblem::TooFew { part, min, found });
        }
    }

    /// Too many of something.
    pub fn at_most(&mut self, spot: SlidePart, part: DeckPart, found: usize, max: usize) {
        if found > max {
            self.add(spot, ContentProblem::TooMany { part, max, found });
        }
    }

    /// A label that is too long.
    pub fn label(&mut self, spot: SlidePart, part: DeckPart, text: &str) {
        self.text(spot, part, text, LABEL_CHARS);
    }

    /// Several of them behind a key.
    pub fn labels(&mut self, key: &'static str, part: DeckPart, texts: &[String]) {
        texts
            .iter()
            .for_each(|text| self.label(SlidePart::Key(key), part, text));
    }

    /// The label of an item, and the description of its picture.
    pub fn item(&mut self, index: usize, part: DeckPart, label: &str, image: Option<&Image>) {
        self.label(SlidePart::Item(index), part, label);
        self.label(
            SlidePart::Item(index),
            DeckPart::Label,
            image.map(|image| image.alt.as_str()).unwrap_or_default(),
        );
    }

    /// What the ends of a range mean.
    pub fn ends(&mut self, low: Option<&str>, high: Option<&str>) {
        self.label(
            SlidePart::Key("low"),
            DeckPart::Label,
            low.unwrap_or_default(),
        );
        self.label(
            SlidePart::Key("high"),
            DeckPart::Label,
            high.unwrap_or_default(),
        );
    }

    /// The two names of an axis.
    pub fn pair(&mut self, key: &'static str, labels: &[String]) {
        if labels.len() != 2 && !labels.is_empty() {
            self.add(SlidePart::Key(key), ValueProblem::Pair { key });
        }
        self.labels(key, DeckPart::Label, labels);
    }

    /// A text that is too long.
    pub fn text(&mut self, spot: SlidePart, part: DeckPart, text: &str, max: usize) {
        if !fits(text, max) {
            self.add(spot, ContentProblem::TooLong { part, max });
        }
    }

    /// Labels of which one is as one before it, to the eye and with the same picture.
    pub fn twice<'d>(
        &mut self,
        labels: impl Iterator<Item = (&'d String, Option<&'d Image>)> + Clone,
    ) {
        if let Some(place) = second(labels.clone())
            && let Some((label, _)) = labels.clone().nth(place)
        {
            self.add(
                SlidePart::Item(place),
                DeckNotice::SameLabel {
                    label: quote(label),
                },
            );
        }
    }

    /// The same of texts behind a key or an item.
    pub fn twice_at(&mut self, spot: SlidePart, labels: &[String]) {
        if let Some(place) = second(labels.iter().map(|label| (label, None))) {
            self.add(
                spot,
                DeckNotice::SameLabel {
                    label: quote(&labels[place]),
                },
            );
        }
    }
}

fn second<'d>(mut labels: impl Iterator<Item = (&'d String, Option<&'d Image>)>) -> Option<usize> {
    let mut seen = HashSet::new();
    let key = |label: &str| word_key(label, Rules::LATEST);
    labels.position(|(label, image)| {
        let label = key(label);
        !label.is_empty() && !seen.insert((label, image.map(|image| image.source.as_str())))
    })
}

/// Whether two labels are the same to the eye.
pub(crate) fn same(one: &str, other: &str) -> bool {
    !one.is_empty() && word_key(one, Rules::LATEST) == word_key(other, Rules::LATEST)
}
