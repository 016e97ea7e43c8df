//! A slide's heading, its text and its speaker notes.

use std::ops::Range;

use super::NotWritten;
use super::block::tail;
use super::lines::split;
use super::slide::SlideText;
use super::value::SettingValue;
use crate::deck::grammar::anatomy::{SlideAnatomy, TextPart, uncommented};
use crate::deck::grammar::source::code_lines;
use crate::deck::text::plain::tidy;
use crate::deck::write::inline;

impl SlideText<'_> {
    /// The text with another heading in a language, or without one.
    pub fn with_title(&self, language: Option<&str>, title: &str) -> Result<String, NotWritten> {
        let title = Some(tidy(title)).filter(|title| !title.is_empty());
        let Some(part) = self.part(language) else {
            return self.in_new_language(language, title.as_deref(), |text, title| {
                text.with_title(language, title)
            });
        };
        if part.heading == title {
            return Ok(self.text.to_owned());
        }
        let text = match (&part.heading_lines, &title) {
            (Some(lines), Some(title)) => {
                self.with(lines.clone(), &[self.heading_line(part, lines, title)])
            }
            (Some(lines), None) => self.with(self.with_blanks_behind(lines), &[]),
            (None, Some(title)) => self.with_first_heading(part, title),
            (None, None) => self.text.to_owned(),
        };
        let kept = |after: &TextPart| {
            after.heading == title && after.body == part.body && labels(after) == labels(part)
        };
        self.kept(text, language, kept)
    }

    /// A heading of the level that it had; what is behind it as a comment stays.
    fn heading_line(&self, part: &TextPart, lines: &Range<usize>, title: &str) -> String {
        let cleaned = self.anatomy.lines[lines.start].trim_start();
        let level = cleaned.bytes().take_while(|byte| *byte == b'#').count();
        let raw = self.raw.line(lines.start);
        let says_it = |text: &str| {
            let text = uncommented(text).join("\n");
            let alone = SlideAnatomy::of(&format!("\n{text}"), &[]);
            alone.is_some_and(|alone| alone.parts[0].heading == part.heading)
        };
        let comment = if lines.len() == 1 {
            tail(raw, &["<!--"], says_it)
        } else {
            ""
        };
        let marks = "#".repeat(level.max(1));
        format!("{marks} {}{comment}", inline::heading(title))
    }

    fn with_first_heading(&self, part: &TextPart, title: &str) -> String {
        let heading = format!("# {}", inline::heading(title));
        let first = part
            .body_lines
            .iter()
            .chain(part.items.iter().map(|item| &item.lines));
        match first.map(|lines| lines.start).min() {
            Some(line) => {
                let mut lines = vec![heading, String::new()];
                if line > 0 && !self.raw.is_blank(line - 1) {
                    lines.insert(0, String::new());
                }
                self.with(line..line, &lines)
            }
            None => self.with_behind(part, vec![heading]),
        }
    }

    /// Lines behind all that is shown in a language, an empty line before them.
    pub fn with_behind(&self, part: &TextPart, mut lines: Vec<String>) -> String {
        let at = self.end_of(part);
        if at > 0 && !self.raw.is_blank(at - 1) {
            lines.insert(0, String::new());
        }
        if at < self.raw.count() && !self.raw.is_blank(at) {
            lines.push(String::new());
        }
        self.with(at..at, &lines)
    }

    /// The line behind all that is shown in a language, and the comments right under that.
    fn end_of(&self, part: &TextPart) -> usize {
        let aside = |line: &usize| self.anatomy.aside.contains(line);
        let is_empty = |line: usize| self.anatomy.lines[line].trim().is_empty();
        let shown = |line: &usize| !is_empty(*line) && !aside(line);
        let lines = part.lines.start..part.lines.end.min(self.raw.count());
        let last = lines.clone().rev().find(shown);
        let first = last.map_or(part.lines.start, |line| line + 1);
        let hidden = |line: &usize| is_empty(*line) && !self.raw.is_blank(*line) && !aside(line);
        first + (first..lines.end).take_while(hidden).count()
    }

    fn with_blanks_behind(&self, lines: &Range<usize>) -> Range<usize> {
        let behind = (lines.end..self.raw.count()).take_while(|line| self.raw.is_blank(*line));
        lines.start..lines.end + behind.count()
    }

    /// The text with other words beside its heading and its list.
    pub fn with_body(&self, language: Option<&str>, body: &str) -> Result<String, NotWritten> {
        let body = body_text(body);
        let Some(part) = self.part(language) else {
            let said = Some(body.as_str()).filter(|body| !body.is_empty());
            return self
                .in_new_language(language, said, |text, body| text.with_body(language, body));
        };
        if part.body == body {
            return Ok(self.text.to_owned());
        }
        let text = self.body_written(part, &body);
        let kept = |after: &TextPart| {
            after.body == body && after.heading == part.heading && labels(after) == labels(part)
        };
        self.kept(text, language, kept)
    }

    /// Only what differs is written: pieces that are the same stay, and lines of the others.
    fn body_written(&self, part: &TextPart, body: &str) -> String {
        let new: Vec<String> = if body.is_empty() { vec![] } else { split(body) };
        let [piece] = part.body_lines.as_slice() else {
            return self.pieces_written(part, &new);
        };
        if new.is_empty() {
            return self.with(self.with_blanks_behind(piece), &[]);
        }
        let old = &self.anatomy.lines[piece.clone()];
        let start = old
            .iter()
            .zip(&new)
            .take_while(|(old, new)| old == new)
            .count();
        let ends = old[start..].iter().rev().zip(new[start..].iter().rev());
        let end = ends.take_while(|(old, new)| old == new).count();
        let replaced = piece.start + start..piece.end - end;
        self.with(replaced, &new[start..new.len() - end])
    }

    /// Where the text stands in several pieces, all of it goes to the first; where it stands in
    /// none, behind the heading.
    fn pieces_written(&self, part: &TextPart, new: &[String]) -> String {
        if let Some((first, others)) = part.body_lines.split_first() {
            let mut text = self.text.to_owned();
            for piece in others.iter().rev() {
                let gone = self.with_blanks_behind(piece);
                let lines = super::lines::RawLines::of(&text);
                text = lines.with(gone, &[], self.context.newline);
            }
            let blanks = if new.is_empty() {
                self.with_blanks_behind(first)
            } else {
                first.clone()
            };
            let lines = super::lines::RawLines::of(&text);
            return lines
                .with(blanks, new, self.context.newline)
                .trim_end()
                .to_owned();
        }
        let mut lines = new.to_vec();
        let items = part.items.iter().map(|item| item.lines.start).min();
        let at = match (&part.heading_lines, items) {
            (Some(heading), _) => heading.end,
            (None, Some(item)) => item,
            (None, None) => return self.with_behind(part, lines),
        };
        if at > 0 && !self.raw.is_blank(at - 1) {
            lines.insert(0, String::new());
        }
        if at < self.raw.count() && !self.raw.is_blank(at) {
            lines.push(String::new());
        }
        self.with(at..at, &lines)
    }

    /// The text with other speaker notes. Those among its text move to its settings.
    pub fn with_notes(&self, notes: &str) -> Result<String, NotWritten> {
        let value = SettingValue::Lines(notes.to_owned());
        let value = Some(&value).filter(|_| !notes.trim().is_empty());
        if self.anatomy.aside.is_empty() {
            return self.set("notes", value);
        }
        let mut kept: Vec<String> = Vec::new();
        for line in 0..self.raw.count() {
            if !self.anatomy.aside.contains(&line) {
                kept.push(self.raw.line(line).to_owned());
            }
        }
        let text = self.with(0..self.raw.count(), &kept);
        let moved = SlideText::read(&text, self.context)?;
        let first = |anatomy: &SlideAnatomy| {
            anatomy
                .parts
                .iter()
                .map(|part| part.body.clone())
                .collect::<Vec<_>>()
        };
        if first(&moved.anatomy) != first(&self.anatomy) {
            return Err(NotWritten::Unlike);
        }
        moved.set("notes", value)
    }

    /// Adds a text in a language that the slide had none in, and writes something there.
    fn in_new_language(
        &self,
        language: Option<&str>,
        said: Option<&str>,
        write: impl FnOnce(&SlideText<'_>, &str) -> Result<String, NotWritten>,
    ) -> Result<String, NotWritten> {
        let Some(said) = said else {
            return Ok(self.text.to_owned());
        };
        let others = self.context.languages.iter().skip(1);
        let known = others
            .into_iter()
            .find(|one| Some(one.as_str()) == language);
        let known = known.ok_or(NotWritten::NoSuchLanguage)?;
        let last = self.anatomy.parts.last().ok_or(NotWritten::Unreadable)?;
        let text = self.with_behind(last, vec![format!("=== {known}")]);
        let slide = SlideText::read(&text, self.context)?;
        slide.part(language).ok_or(NotWritten::Unlike)?;
        write(&slide, said)
    }

    /// The text, if it says what is wanted in a language and what it said in the others.
    pub fn kept(
        &self,
        text: String,
        language: Option<&str>,
        wanted: impl FnOnce(&TextPart) -> bool,
    ) -> Result<String, NotWritten> {
        let after = SlideText::read(&text, self.context)?;
        let said = |anatomy: &SlideAnatomy| -> Vec<_> {
            let others = anatomy
                .parts
                .iter()
                .filter(|part| part.language.as_deref() != language);
            let said = |part: &TextPart| (part.heading.clone(), part.body.clone(), labels(part));
            others.map(said).collect()
        };
        let same_settings = match (&self.anatomy.entries, &after.anatomy.entries) {
            (Some(before), Some(after)) => super::value::same_entries(before, after),
            (None, None) => true,
            (Some(_), None) | (None, Some(_)) => false,
        };
        let others = said(&after.anatomy) == said(&self.anatomy);
        let part = after.part(language).is_some_and(wanted);
        let aside = after.anatomy.aside.len() == self.anatomy.aside.len();
        if part && others && same_settings && aside {
            Ok(text)
        } else {
            Err(NotWritten::Unlike)
        }
    }
}

/// The items of a text as they are read.
pub(super) fn labels(part: &TextPart) -> Vec<(String, Option<String>, usize)> {
    let read = part.items.iter().map(|item| {
        let picture = item.image.as_ref().map(|image| image.source.clone());
        (item.label.clone(), picture, item.marks)
    });
    read.collect()
}

/// A slide's text as somebody types it: without blank lines around it, and a line of three dashes,
/// which would end the slide, as the line that it looks like.
fn body_text(typed: &str) -> String {
    let lines = split(typed);
    let start = lines.iter().position(|line| !line.trim().is_empty());
    let text = lines[start.unwrap_or(lines.len())..].join("\n");
    let text = text.trim_end();
    let is_rule = |line: &str, is_code: bool| line.trim_end() == "---" && !is_code;
    let lines = text.split('\n').zip(code_lines(text));
    let lines = lines.map(|(line, is_code)| if is_rule(line, is_code) { "***" } else { line });
    lines.collect::<Vec<_>>().join("\n")
}
