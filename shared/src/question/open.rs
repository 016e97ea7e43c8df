//! `open`: free text, added one at a time, that the room may vote on.

use serde::{Deserialize, Serialize};

use crate::ids::{AnswerId, Millis};
use crate::limits::VIEW_ANSWERS;
use crate::question::exported::{ExportItem, ExportValue};
use crate::question::form_fields::KEY;
use crate::question::kind::CollectedTexts;
use crate::question::trial::TrialDraw;
use crate::question::{Fields, Input};
use crate::refusal::Refusal;
use crate::rules::Rules;
use crate::text;

/// An open answer, in characters as people count them, when the deck names no length.
pub const OPEN_LENGTH: u32 = 200;
/// An open answer, at most, in characters as people count them.
pub const OPEN_LENGTH_MAX: u32 = 1000;
/// Upvotes that a deck may give each person per question.
pub const VOTES_MAX: u32 = 100;
/// Columns of an open question.
pub const COLUMNS_MAX: usize = 4;
/// Baskets of an open question, fewest.
pub const BASKETS_MIN: usize = 2;
/// Baskets of an open question, most.
pub const BASKETS_MAX: usize = 7;
/// Words of a basket.
pub const BASKET_WORDS_MAX: usize = 50;

pub(super) mod deck;
pub mod form_fields;
mod input;
mod sums;

pub use input::OpenInput;

/// Settings of an open question.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Open {
    /// Answers that one person may give, 1–10.
    pub entries: u32,
    /// Characters per answer as people count them, 1–1000.
    pub length: u32,
    /// Upvotes that one person may give, 0–100.
    #[serde(default)]
    pub votes: u32,
    /// How the stage draws it.
    #[serde(default)]
    pub layout: OpenLayout,
    /// Headings of `layout: columns`, from the list, 0–4.
    #[serde(default)]
    pub columns: Vec<String>,
    /// Whether nothing shows before a moderator approved it; as the deck if not said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub moderated: Option<bool>,
    /// Whether it is what people promise themselves.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub promise: bool,
    /// Under which names answers are gathered.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub baskets: Vec<Basket>,
}

/// A name under which answers are gathered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Basket {
    /// The name.
    pub name: String,
    /// Words by which an answer surely belongs there.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub words: Vec<String>,
}

impl Default for Open {
    fn default() -> Self {
        Self {
            entries: 1,
            length: OPEN_LENGTH,
            votes: 0,
            layout: OpenLayout::default(),
            columns: Vec::new(),
            moderated: None,
            promise: false,
            baskets: Vec::new(),
        }
    }
}

/// How the stage draws an open question.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OpenLayout {
    /// Cards in pages.
    #[default]
    Wall,
    /// One at a time.
    One,
    /// By votes.
    List,
    /// Under headings.
    Columns,
}

/// Colons of an answer that may end a heading: a heading may have some of its own.
const COLONS: usize = 4;

impl Open {
    /// Under which headings answers stand.
    pub fn headings(&self) -> &[String] {
        self.layout.headings(&self.columns)
    }
}

impl CollectedTexts for Open {
    fn input(&self) -> Input {
        Input::Open(OpenInput {
            entries: self.entries,
            length: self.length,
            votes: self.votes,
            layout: self.layout,
            columns: self.columns.clone(),
        })
    }

    fn headings(&self) -> &[String] {
        self.headings()
    }

    fn entries(&self) -> u32 {
        self.entries
    }

    fn votes(&self) -> u32 {
        self.votes
    }

    fn moderated(&self) -> Option<bool> {
        self.moderated
    }

    /// A heading that it begins with, as [`headed`] sets it, does not count for its length.
    fn read(&self, typed: &str, rules: Rules) -> Result<String, Refusal> {
        let text = text::lines(typed, rules);
        let limit = self.length as usize;
        match apart(self.headings(), &text).1 {
            "" => Err(Refusal::Empty),
            own if text::is_within(own, limit, rules) => Ok(text),
            _ => Err(Refusal::TooLong { limit }),
        }
    }

    fn read_form(&self, fields: &Fields, rules: Rules) -> Result<String, Refusal> {
        let text = form_fields::under_its_heading(fields, self.headings())?;
        self.read(&text, rules)
    }

    /// Under each heading one, and one under none.
    fn place_in_group(&self, text: &str, rules: Rules) -> Option<u8> {
        let place = || under(self.headings(), text, rules).map_or(0, |(place, _)| place as u8 + 1);
        (self.entries == 1 || !self.headings().is_empty()).then(place)
    }

    fn trial(&self, draw: &mut TrialDraw<'_>) -> Fields {
        let headings = self.headings();
        let column = (!headings.is_empty()).then(|| draw.place(headings.len()) + 1);
        let mut fields = form_fields::fields(column, draw.text(self.length as usize));
        fields.push(KEY, "trial");
        fields
    }

    /// Votes for what counts as another one are counted there.
    fn values(&self, given: &str, counts_as: Option<&str>, votes: u64) -> Vec<ExportValue> {
        let text = ExportValue::text(
            ExportItem::Whole,
            counts_as.unwrap_or(given).to_owned(),
            given.to_owned(),
        );
        let votes = (self.votes > 0 && counts_as.is_none())
            .then(|| ExportValue::number(ExportItem::Upvotes, votes));
        std::iter::once(text).chain(votes).collect()
    }
}

impl OpenLayout {
    /// Under which of these answers stand.
    pub fn headings(self, columns: &[String]) -> &[String] {
        if self == Self::Columns { columns } else { &[] }
    }
}

/// A text under the heading of that number, from 1, as a form names it; without one, and where
/// there are no headings, as it is. It then begins with the heading and a colon.
///
/// # Errors
/// [`Refusal::OutOfRange`] where no heading has that number.
pub fn headed(headings: &[String], number: Option<&str>, text: &str) -> Result<String, Refusal> {
    let number = number
        .map(str::trim)
        .filter(|number| !number.is_empty() && !headings.is_empty());
    let heading = |number: &str| headings.get(number.parse::<usize>().ok()?.checked_sub(1)?);
    let heading = number
        .map(|number| heading(number).ok_or(Refusal::OutOfRange))
        .transpose()?;
    Ok(match heading.filter(|_| !text.trim().is_empty()) {
        Some(heading) => format!("{heading}: {}", text.trim_start()),
        None => text.to_owned(),
    })
}

/// The number of the heading that a text begins with as [`headed`] sets it, and the text without
/// it.
pub fn apart<'t>(headings: &[String], text: &'t str) -> (Option<usize>, &'t str) {
    let of = |(number, heading): (usize, &String)| {
        let rest = text.strip_prefix(heading.as_str())?.strip_prefix(": ")?;
        (!rest.is_empty()).then_some((Some(number), rest))
    };
    (1..).zip(headings).find_map(of).unwrap_or((None, text))
}

/// Under which of these headings an answer stands, by its place, and the answer without it: it
/// begins with the heading and a colon, matched as words are in its room.
pub fn under<'t>(headings: &[String], text: &'t str, rules: Rules) -> Option<(usize, &'t str)> {
    let key = |text: &str| text::word_key(text, rules);
    let colons = text
        .match_indices(':')
        .map(|(at, _)| (key(&text[..at]), text[at + 1..].trim_start()));
    let of = |(typed, rest): (String, &'t str)| {
        let found = headings.iter().position(|heading| key(heading) == typed);
        found
            .filter(|_| !rest.is_empty())
            .map(|place| (place, rest))
    };
    colons.take(COLONS).find_map(of)
}

/// What an open question adds up to.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct OpenResults {
    /// People with an answer.
    pub voters: u64,
    /// How many answers there are, also where `answers` is cut.
    pub total: u64,
    /// Upvotes on all answers together.
    pub votes: u64,
    /// In order of arrival.
    pub answers: Vec<OpenAnswer>,
}

/// One answer as everyone may see it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OpenAnswer {
    /// Its public name.
    pub id: AnswerId,
    /// As it was typed.
    pub text: String,
    /// Upvotes.
    pub votes: u64,
    /// When it was stored, RFC 3339 in UTC.
    #[serde(with = "crate::instant")]
    pub at: Millis,
}

impl OpenResults {
    /// Without the answers; how many there are stays.
    pub(super) fn without_texts(self) -> Self {
        Self {
            answers: Vec::new(),
            ..self
        }
    }

    /// Without the answers: each is somebody's.
    pub(super) fn totals(mut self) -> Self {
        self.answers.clear();
        self
    }

    /// With the newest [`VIEW_ANSWERS`] answers only.
    pub fn bounded(mut self) -> Self {
        let surplus = self.answers.len().saturating_sub(VIEW_ANSWERS);
        self.answers.drain(..surplus);
        self
    }
}

#[cfg(test)]
mod tests;
