//! A report of a room: what stands in it, as data. It is made once, and each writer puts the same
//! into its format, so that no number differs between them.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::ids::{AnswerId, Round, SlideId};

/// What an organiser adds to a report and chooses of it.
///
/// Answers are named by reference: what is erased is in no draft.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ReportDraft {
    /// The lead, in paragraphs that an empty line separates. At most 4,000 characters.
    pub lead: String,
    /// How it goes on from here: each line is an item. At most 4,000 characters.
    pub next: String,
    /// Which questions are in it, in their order; all that have answers, as the deck has them,
    /// where nothing is chosen.
    pub order: Option<Vec<SlideId>>,
    /// Which answers are quoted, by question; the first by votes where nothing is chosen.
    pub quotes: BTreeMap<SlideId, Vec<AnswerId>>,
    /// The forms whose ratings and choices are in it.
    pub totals: Vec<SlideId>,
}

/// A whole report, in the language of its deck.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Report {
    /// The language of its sentences, as in HTML's `lang`.
    pub language: String,
    /// What it is: `Impressieverslag`.
    pub kind: String,
    /// When the room was, in words.
    pub date: String,
    /// The title of the deck.
    pub title: String,
    /// The organiser's lead, a paragraph each.
    pub lead: Vec<String>,
    /// The largest figures: `163` `deelnemers`.
    pub key_figures: Vec<KeyFigure>,
    /// A section for each question that is in it.
    pub sections: Vec<ReportSection>,
    /// The heading of `next`: `Hoe nu verder`.
    pub next_heading: String,
    /// The organiser's list of what comes; left out where it is empty.
    pub next: Vec<String>,
    /// What stands below: who made it with what.
    pub footer: String,
}

/// A number with what it counts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeyFigure {
    /// As it is written in the report's language: `1.310`.
    pub value: String,
    /// `antwoorden`
    pub label: String,
}

/// What the report says of one question, or of the questions to the speakers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ReportSection {
    /// Of which question; nothing for those to the speakers.
    pub question: Option<SlideId>,
    /// Its prompt.
    pub heading: String,
    /// What stands below, in order.
    pub parts: Vec<ReportPart>,
}

/// A part of a section.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "part", rename_all = "snake_case")]
pub enum ReportPart {
    /// A heading within the section: a round, a group, an earlier question.
    Heading(ReportText),
    /// What is said about it, by rule.
    Paragraph(ReportText),
    /// The same in small: how many answered, how to read a picture.
    Note(ReportText),
    /// A picture.
    Figure(ReportFigure),
    /// Its numbers.
    Table(ReportTable),
    /// What somebody wrote.
    Quote(ReportQuote),
}

/// A text without marks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportText {
    /// The text.
    pub text: String,
}

/// What somebody wrote, in their words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportQuote {
    /// Their words.
    pub text: String,
    /// What stands below: `38 stemmen`.
    pub note: Option<String>,
}

/// A picture of a question's results.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ReportFigure {
    /// Of which question.
    pub question: SlideId,
    /// In which round.
    pub round: Round,
    /// The picture in words.
    pub description: String,
    /// A self-contained SVG on white; its size is in its `viewBox`.
    pub svg: String,
}

/// Numbers, as they are written in the report's language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportTable {
    /// What is in it.
    pub caption: String,
    /// The heads of its columns.
    pub head: Vec<String>,
    /// The rows; the first cell of each is its head.
    pub rows: Vec<Vec<String>>,
}
