//! One slide's text by its parts, and what is written in the place of one of them.

use std::ops::Range;

use super::NotWritten;
use super::block::{NewLines, SettingBlock, expected};
use super::lines::{RawLines, split};
use super::value::{SettingValue, same_entries};
use crate::deck::grammar::anatomy::{SlideAnatomy, TextPart};
use crate::deck::grammar::yaml::{YamlEntry, YamlValue};

/// What a slide has to know of its deck.
pub(super) struct SlideContext<'d> {
    /// Its languages, the first of which needs no line.
    pub languages: &'d [String],
    /// What ends its lines.
    pub newline: &'d str,
    /// The slide's id, to be written where its settings can't go without one.
    pub id: &'d str,
}

/// One slide's text, taken apart.
pub(super) struct SlideText<'t> {
    pub text: &'t str,
    pub raw: RawLines<'t>,
    pub anatomy: SlideAnatomy,
    pub context: &'t SlideContext<'t>,
}

impl<'t> SlideText<'t> {
    pub fn read(text: &'t str, context: &'t SlideContext<'t>) -> Result<Self, NotWritten> {
        let anatomy = SlideAnatomy::of(text, context.languages).ok_or(NotWritten::Unreadable)?;
        Ok(Self {
            text,
            raw: RawLines::of(text),
            anatomy,
            context,
        })
    }

    /// The text with other lines in the place of some.
    pub fn with(&self, replaced: Range<usize>, new: &[String]) -> String {
        let text = self.raw.with(replaced, new, self.context.newline);
        let lines = RawLines::of(&text);
        let end = lines.trimmed(0..lines.count()).end;
        text[..lines.span(&(0..end)).end].to_owned()
    }

    pub fn entries(&self) -> Result<&[YamlEntry], NotWritten> {
        self.anatomy
            .entries
            .as_deref()
            .ok_or(NotWritten::Unreadable)
    }

    /// What stands behind a key.
    pub fn value(&self, key: &str) -> Option<&YamlValue> {
        let mut entries = self.anatomy.entries.iter().flatten();
        entries
            .find(|entry| entry.key == key)
            .map(|entry| &entry.value)
    }

    /// Its text in a language; nothing is said of the first.
    pub fn part(&self, language: Option<&str>) -> Option<&TextPart> {
        let mut parts = self.anatomy.parts.iter();
        parts.find(|part| part.language.as_deref() == language)
    }

    /// The text with that value behind a key, or without the key.
    pub fn set(&self, key: &str, value: Option<&SettingValue>) -> Result<String, NotWritten> {
        let entries = self.entries()?;
        let expected = expected(entries, key, value);
        let text = match (&self.anatomy.block, value) {
            (None, None) => return Ok(self.text.to_owned()),
            (None, Some(value)) => self.first_setting(key, value),
            (Some(block), _) => {
                let cleaned = &self.anatomy.lines;
                let settings = SettingBlock::new(self.raw.clone(), block.clone(), cleaned, entries);
                match settings.with(key, value)? {
                    None => return Ok(self.text.to_owned()),
                    Some(_) if expected.is_empty() => self.last_setting(block)?,
                    Some(NewLines { replaced, lines }) => self.with(replaced, &lines),
                }
            }
        };
        let after = SlideText::read(&text, self.context)?;
        let kept = same_entries(after.entries()?, &expected)
            || expected.is_empty() && after.is_pinned(self.context.id);
        let alike = after.anatomy.parts.len() == self.anatomy.parts.len();
        if kept && alike {
            Ok(text)
        } else {
            Err(NotWritten::Unlike)
        }
    }

    /// Whether nothing is left of its settings but its id.
    fn is_pinned(&self, id: &str) -> bool {
        let entries = self.anatomy.entries.as_deref().unwrap_or_default();
        matches!(entries, [entry] if entry.key == "id" && entry.value.scalar() == Some(id))
    }

    /// Settings above a text that had none.
    fn first_setting(&self, key: &str, value: &SettingValue) -> String {
        let mut lines = split(&format!("{key}: {}", value.written()));
        lines.push("---".to_owned());
        if !self.raw.is_blank(0) {
            lines.push(String::new());
        }
        self.with(0..0, &lines)
    }

    /// What is left where the last setting goes: its text, with an empty line above it, so that
    /// nothing of it is a setting. Where there is none, or comments stay, an id holds the place.
    fn last_setting(&self, block: &Range<usize>) -> Result<String, NotWritten> {
        let comment = |line: usize| {
            let text = self.anatomy.lines[line].trim();
            text.starts_with('#') || text.is_empty() && !self.raw.is_blank(line)
        };
        let behind = &self.anatomy.lines[block.end + 1..];
        let bare = behind.iter().all(|line| line.trim().is_empty());
        if bare || block.clone().any(comment) {
            let id = SettingValue::text(self.context.id);
            let with_id = self.set("id", Some(&id))?;
            let mut keys = self.entries()?.iter().map(|entry| &entry.key);
            let key = keys.find(|key| *key != "id").ok_or(NotWritten::Unlike)?;
            return SlideText::read(&with_id, self.context)?.set(key, None);
        }
        let blank = self.raw.is_blank(block.end + 1);
        let lines = if blank { vec![] } else { vec![String::new()] };
        Ok(self.with(block.start..block.end + 1, &lines))
    }
}
