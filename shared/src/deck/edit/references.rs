//! What slides say of one another: who refers to whom, by which key, and to which earlier question
//! a key can refer.

use std::collections::{BTreeMap, BTreeSet};

use super::slide::SlideText;
use super::slides::DraftText;
use super::value::SettingValue;
use super::{DeckText, NotWritten, outline};
use crate::deck::text::slug;
use crate::deck::validate;
use crate::deck::{Part, Slide};
use crate::ids::SlideId;

/// The keys behind which the id of an earlier slide stands.
const KEYS: &[&str] = &["compare", "split", "items-from", "question"];
/// What follows an id where the baskets of a question are meant.
const BASKETS: &str = "/baskets";
/// The groups of the deck, where a question is meant.
const GROUPS: &str = "groups";

/// A slide that refers to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Referrer {
    /// Its place, from 0.
    pub slide: usize,
    /// By which key.
    pub key: &'static str,
}

/// Something that a key can refer to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// What is written behind the key.
    pub value: String,
    /// The slide, from 0; nothing for the groups of the deck.
    pub slide: Option<usize>,
    /// Its heading.
    pub title: String,
    /// Whether the baskets of its answers are meant, and not these.
    pub baskets: bool,
}

impl DeckText {
    /// Which slides refer to one.
    pub fn referrers(&self, at: usize) -> Vec<Referrer> {
        let Some(id) = self.slides().get(at).map(|slide| slide.id.as_str()) else {
            return Vec::new();
        };
        let all = self.deck().slides.iter().enumerate();
        all.filter(|(slide, _)| *slide != at)
            .flat_map(|(slide, of)| {
                let named = named(of).into_iter();
                let to_it = named.filter(|(_, to)| to.as_str() == id);
                to_it.map(move |(key, _)| Referrer { slide, key })
            })
            .collect()
    }

    /// The earlier slides that a key of a slide can refer to, in order.
    pub fn candidates(&self, at: usize, key: &str) -> Vec<Candidate> {
        let Some(slide) = self.deck().slides.get(at) else {
            return Vec::new();
        };
        let groups = (key == "split" && self.deck().groups.is_some()).then(|| Candidate {
            value: GROUPS.to_owned(),
            slide: None,
            title: String::new(),
            baskets: false,
        });
        let earlier = self.deck().slides[..at].iter().enumerate();
        let fitting = earlier.flat_map(|(place, earlier)| {
            let ways = [false, true].into_iter();
            let fitting = ways.filter(|baskets| fits(slide, earlier, key, *baskets));
            fitting.map(move |baskets| Candidate::of(place, earlier, baskets))
        });
        groups.into_iter().chain(fitting).collect()
    }

    /// Another id for a slide, also where others refer to it.
    pub(super) fn with_id(&self, at: usize, id: &str) -> Result<DraftText, NotWritten> {
        let slide = self.slides().get(at).ok_or(NotWritten::NoSuchSlide)?;
        let others = self.slides().iter().enumerate();
        let is_taken = others
            .filter(|(place, _)| *place != at)
            .any(|(_, other)| other.id == id);
        if is_taken || slug::is_reserved(id) || !validate::is_id(id) {
            return Err(NotWritten::NoSuchId);
        }
        if slide.id == id && slide.is_named {
            return Ok(self.as_draft());
        }
        let mut texts = BTreeMap::new();
        let value = SettingValue::text(id);
        texts.insert(
            at,
            self.slide_changed(at, |slide| slide.set("id", Some(&value)))?,
        );
        let twice = self
            .slides()
            .iter()
            .filter(|other| other.id == slide.id)
            .count()
            > 1;
        let referrers = if twice {
            Vec::new()
        } else {
            self.referrers(at)
        };
        let places: BTreeSet<usize> = referrers.iter().map(|other| other.slide).collect();
        for place in places {
            let text = self.slide_changed(place, |other| other.referring(&slide.id, id))?;
            texts.insert(place, text);
        }
        Ok(self.with_slide_texts(&texts))
    }

    /// Other texts for several slides.
    fn with_slide_texts(&self, texts: &BTreeMap<usize, String>) -> DraftText {
        let mut draft = self.as_draft();
        for (place, text) in texts.iter().rev() {
            draft
                .text
                .replace_range(self.slides()[*place].span.clone(), text);
            draft.slides[*place].clone_from(text);
        }
        draft
    }

    /// The id of a slide that its heading makes, where others refer to it by that.
    pub(super) fn id_to_keep(&self, at: usize) -> Option<String> {
        let slide = self.slides().get(at).filter(|slide| !slide.is_named)?;
        (!self.referrers(at).is_empty()).then(|| slide.id.clone())
    }
}

impl SlideText<'_> {
    /// The text with another id wherever it refers to a slide.
    fn referring(&self, old: &str, new: &str) -> Result<String, NotWritten> {
        let mut text = self.text.to_owned();
        for key in KEYS {
            let slide = SlideText::read(&text, self.context)?;
            let says = slide
                .value(key)
                .and_then(|value| value.scalar())
                .map(str::trim);
            let value = match says.and_then(|says| says.strip_prefix(old)) {
                Some("") => new.to_owned(),
                Some(BASKETS) => format!("{new}{BASKETS}"),
                Some(_) | None => continue,
            };
            text = slide.set(key, Some(&SettingValue::text(value)))?;
        }
        Ok(text)
    }
}

impl Candidate {
    fn of(place: usize, slide: &Slide, baskets: bool) -> Self {
        let behind = if baskets { BASKETS } else { "" };
        Self {
            value: format!("{}{behind}", slide.id.as_str()),
            slide: Some(place),
            title: outline::title(slide),
            baskets,
        }
    }
}

/// Whether a key of a slide can refer to an earlier one.
fn fits(slide: &Slide, earlier: &Slide, key: &str, baskets: bool) -> bool {
    let Some(to) = earlier.question() else {
        return false;
    };
    if key == "items-from" {
        return to.ask.settings().gives_items(baskets);
    }
    let asked = slide.question();
    !baskets
        && match key {
            "question" => true,
            "split" => to.ask.settings().splits(),
            "compare" => asked.is_some_and(|asked| {
                asked.ask.is_of_the_kind_of(&to.ask) && asked.ask.is_alike(&to.ask)
            }),
            _ => false,
        }
}

/// What a slide refers to, by which key.
fn named(slide: &Slide) -> Vec<(&'static str, &SlideId)> {
    match &slide.part {
        Part::Question(question) => {
            let from = question.ask.settings().items_from();
            let named = [
                ("compare", question.compare.as_ref()),
                ("split", question.split.as_ref()),
                ("items-from", from.map(|from| &from.question)),
            ];
            let named = named.into_iter();
            named.filter_map(|(key, id)| Some((key, id?))).collect()
        }
        Part::Results { question, .. } => vec![("question", question)],
        Part::Content
        | Part::Instructions { .. }
        | Part::Agenda
        | Part::Leaderboard
        | Part::Break { .. } => Vec::new(),
    }
}
