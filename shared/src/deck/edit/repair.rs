//! What one press mends: for problems of which one thing is most likely meant, the change that
//! writes it. What has several ways out, or loses what somebody wrote, has none.

use std::ops::Range;

use super::lines::RawLines;
use super::slide::SlideText;
use super::slides::DraftText;
use super::value::SettingValue;
use super::{DeckText, NotWritten, TextChange, paste};
use crate::deck::grammar::anatomy;
use crate::deck::grammar::yaml::YamlValue;
use crate::deck::problem::{DeckNotice, Problem, ProblemKind, ReferenceProblem};

mod content;
mod settings;
mod structure;

impl DeckText {
    /// The change that mends a problem of this text, where there is one that is most likely meant.
    pub fn repair(&self, problem: &Problem) -> Option<TextChange> {
        let line = problem.line.checked_sub(1)?;
        let repairer = Repairer {
            deck: self,
            lines: RawLines::of(&self.text),
            slide: self.slide_at(problem.line),
            line,
        };
        let change = match &problem.wrong {
            ProblemKind::Structure(wrong) => repairer.structure(wrong),
            ProblemKind::Settings(wrong) => repairer.settings(wrong),
            ProblemKind::Value(wrong) => repairer.value(wrong),
            ProblemKind::Content(wrong) => repairer.content(wrong),
            ProblemKind::Reference(wrong) => repairer.reference(wrong),
            ProblemKind::Notice(notice) => repairer.notice(notice),
        };
        change.filter(|change| !change.is_empty())
    }
}

/// Mends what is wrong at a line.
struct Repairer<'d> {
    deck: &'d DeckText,
    lines: RawLines<'d>,
    /// The slide in which it stands; nothing for the deck's own settings.
    slide: Option<usize>,
    /// From 0.
    line: usize,
}

impl Repairer<'_> {
    fn text(&self) -> &str {
        self.lines.line(self.line)
    }

    /// Another line in the place of the one that is wrong, unless a comment hides a part of that.
    fn with_line(&self, line: &str) -> Option<TextChange> {
        let cleaned = anatomy::uncommented(&self.deck.text);
        cleaned.get(self.line).filter(|line| *line == self.text())?;
        self.with_lines(self.line..self.line + 1, &[line.to_owned()])
    }

    fn with_lines(&self, replaced: Range<usize>, lines: &[String]) -> Option<TextChange> {
        let text = self.lines.with(replaced, lines, self.deck.newline);
        Some(TextChange::between(&self.deck.text, &text))
    }

    /// The line without what begins at a place of it.
    fn with_part(&self, part: Range<usize>, new: &str) -> Option<TextChange> {
        let mut line = self.text().to_owned();
        line.get(part.clone())?;
        line.replace_range(part, new);
        self.with_line(line.trim_end())
    }

    fn drafted(&self, draft: Result<DraftText, NotWritten>) -> Option<TextChange> {
        let draft = draft.ok()?;
        Some(TextChange::between(&self.deck.text, &draft.text))
    }

    /// The slide, or the deck's own settings, with another value behind a key.
    fn set(&self, key: &str, value: Option<SettingValue>) -> Option<TextChange> {
        let draft = match self.slide {
            Some(at) => self
                .deck
                .with_slide_changed(at, |slide| slide.set(key, value.as_ref())),
            None => self.deck.with_head_setting(key, value.as_ref()),
        };
        self.drafted(draft)
    }

    fn slide(
        &self,
        change: impl FnOnce(&SlideText<'_>) -> Result<String, NotWritten>,
    ) -> Option<TextChange> {
        self.drafted(self.deck.with_slide_changed(self.slide?, change))
    }

    /// The same with a value that is written as settings are.
    fn set_written(&self, key: &str, written: &str) -> Option<TextChange> {
        let read = anatomy::entries(&[format!("key: {written}")])?;
        self.set(key, Some(SettingValue::of(&read.first()?.value)))
    }

    /// What stands behind a key.
    fn said(&self, key: &str) -> Option<YamlValue> {
        let entries = match self.slide {
            Some(at) => {
                let text = anatomy::uncommented(self.deck.slide_text(at)?);
                let end = text.iter().position(|line| line.trim_end() == "---")?;
                anatomy::entries(&text[..end])?
            }
            None => {
                let text = anatomy::uncommented(self.deck.head_text());
                anatomy::entries(text.get(1..text.len().checked_sub(1)?)?)?
            }
        };
        let mut entries = entries.into_iter();
        entries
            .find(|entry| entry.key == key)
            .map(|entry| entry.value)
    }

    fn reference(&self, wrong: &ReferenceProblem) -> Option<TextChange> {
        match wrong {
            ReferenceProblem::SameId { id, .. } => {
                self.set("id", Some(SettingValue::text(self.deck.free_id(id))))
            }
            ReferenceProblem::Reserved { id } => {
                self.drafted(self.deck.with_id(self.slide?, &self.deck.free_id(id)))
            }
            ReferenceProblem::Unknown {
                key,
                near: Some(near),
                ..
            } => {
                let said = self.said(key)?;
                let behind = said
                    .scalar()?
                    .split_once('/')
                    .map_or("", |(_, behind)| behind);
                let slash = if behind.is_empty() { "" } else { "/" };
                self.set(
                    key,
                    Some(SettingValue::text(format!("{near}{slash}{behind}"))),
                )
            }
            ReferenceProblem::Unknown { near: None, .. }
            | ReferenceProblem::NotEarlier { .. }
            | ReferenceProblem::OtherKind { .. }
            | ReferenceProblem::OtherShape { .. }
            | ReferenceProblem::NotQuestion { .. }
            | ReferenceProblem::NoItems { .. }
            | ReferenceProblem::NoGroups { .. }
            | ReferenceProblem::NotChoice { .. } => None,
        }
    }

    fn notice(&self, notice: &DeckNotice) -> Option<TextChange> {
        match notice {
            DeckNotice::CurlyQuotes { key, .. } => {
                let said = self.said(key)?;
                let inner = said.scalar()?.trim();
                let inner = inner.trim_matches(['“', '”', '„']);
                self.set(key, Some(SettingValue::text(inner)))
            }
            DeckNotice::CommentBehind { .. } => self.quoted(),
            DeckNotice::Dashes { .. } => self.with_line("---"),
            DeckNotice::AsksNothing => {
                self.set("ask", Some(SettingValue::text(paste::kind_with(true))))
            }
            DeckNotice::Fenced => self.without_fence(),
            DeckNotice::NotPlayed { .. }
            | DeckNotice::NotUsed { .. }
            | DeckNotice::PictureNotShown { .. }
            | DeckNotice::Comment { .. }
            | DeckNotice::NoteShown { .. }
            | DeckNotice::TwoLists
            | DeckNotice::SameLabel { .. }
            | DeckNotice::OtherProgram { .. }
            | DeckNotice::NotTranslated { .. }
            | DeckNotice::Utf16
            | DeckNotice::NoAgenda
            | DeckNotice::NotInOwnPace
            | DeckNotice::NotUsedInOwnPace { .. }
            | DeckNotice::OwnPaceAlone { .. }
            | DeckNotice::MayStayEmpty => None,
        }
    }
}
