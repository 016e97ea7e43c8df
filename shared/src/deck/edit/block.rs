//! One setting of a block written anew, the others and their comments left as they stand.

use std::ops::Range;

use super::NotWritten;
use super::lines::{RawLines, split};
use super::value::{SettingValue, same};
use crate::deck::grammar::anatomy;
use crate::deck::grammar::piece::key_of_line;
use crate::deck::grammar::yaml::{YamlEntry, YamlValue};

/// Keys in the order in which they are written, those of all kinds before and behind what is a
/// kind's own.
const FIRST: &[&str] = &["title", "ask", "show", "id", "language", "languages", "at"];
const LAST: &[&str] = &[
    "qa",
    "groups",
    "names",
    "codes",
    "theme",
    "compare",
    "split",
    "by",
    "ghost",
    "countdown",
    "change",
    "required",
    "pace",
    "grace",
    "skip",
    "results",
    "phones",
    "reactions",
    "moderated",
    "profanity",
    "notes",
];

/// The lines of a block of settings, and what they say.
pub(super) struct SettingBlock<'t> {
    raw: RawLines<'t>,
    /// The lines between the separators.
    pub lines: Range<usize>,
    /// All lines of the text without comments.
    cleaned: &'t [String],
    entries: &'t [YamlEntry],
}

/// Lines to be written in the place of others.
pub(super) struct NewLines {
    pub replaced: Range<usize>,
    pub lines: Vec<String>,
}

impl<'t> SettingBlock<'t> {
    pub fn new(
        raw: RawLines<'t>,
        lines: Range<usize>,
        cleaned: &'t [String],
        entries: &'t [YamlEntry],
    ) -> Self {
        Self {
            raw,
            lines,
            cleaned,
            entries,
        }
    }

    /// The block with that value behind a key, or without the key; nothing where that is so
    /// already.
    pub fn with(
        &self,
        key: &str,
        value: Option<&SettingValue>,
    ) -> Result<Option<NewLines>, NotWritten> {
        let place = self.entries.iter().position(|entry| entry.key == key);
        let written = value.map(|value| split(&format!("{key}: {}", value.written())));
        let lines = match (place, value, written) {
            (None, None, _) | (_, Some(_), None) => return Ok(None),
            (Some(place), Some(value), _) if same(&self.entries[place].value, &value.read()) => {
                return Ok(None);
            }
            (Some(place), _, written) => self.without(place, written.unwrap_or_default())?,
            (None, Some(_), Some(written)) => self.inserted(key, written)?,
        };
        Ok(Some(NewLines {
            replaced: self.lines.clone(),
            lines: self.key_first(lines),
        }))
    }

    /// The block with other lines for one of its settings. Comments among its lines stay.
    fn without(&self, place: usize, mut written: Vec<String>) -> Result<Vec<String>, NotWritten> {
        let old = self.of_entry(place)?;
        if let [line] = written.as_mut_slice() {
            line.push_str(self.tail(old.start, &self.entries[place]));
        }
        if !self.is_text_block(old.start) {
            let comments = (old.start + 1..old.end).filter(|line| self.is_comment(*line));
            written.extend(comments.map(|line| self.raw.line(line).to_owned()));
        }
        let mut lines = self.raw_lines(self.lines.start..old.start);
        lines.extend(written);
        lines.extend(self.raw_lines(old.end..self.lines.end));
        Ok(lines)
    }

    /// The block with a new setting behind those that are written before it.
    fn inserted(&self, key: &str, written: Vec<String>) -> Result<Vec<String>, NotWritten> {
        let rank_of_it = rank(key);
        let before = (0..self.entries.len())
            .filter(|place| rank(&self.entries[*place].key) <= rank_of_it)
            .max_by_key(|place| self.entries[*place].line);
        let at = match before {
            Some(place) => self.of_entry(place)?.end,
            None => self.lines.start,
        };
        let mut lines = self.raw_lines(self.lines.start..at);
        lines.extend(written);
        lines.extend(self.raw_lines(at..self.lines.end));
        Ok(lines)
    }

    fn raw_lines(&self, lines: Range<usize>) -> Vec<String> {
        lines.map(|line| self.raw.line(line).to_owned()).collect()
    }

    /// The lines of an entry, without blank lines and comments behind it.
    pub fn of_entry(&self, place: usize) -> Result<Range<usize>, NotWritten> {
        let start = self.line_of(place);
        let shared =
            (0..self.entries.len()).any(|other| other != place && self.line_of(other) == start);
        if shared || !self.cleaned[start].starts_with(|c: char| !c.is_whitespace()) {
            return Err(NotWritten::Unreadable);
        }
        let begins = |line: &usize| {
            key_of_line(&self.cleaned[*line]).is_some()
                || self
                    .entries
                    .iter()
                    .any(|entry| entry.line + self.lines.start == *line)
        };
        let next = (start + 1..self.lines.end).find(begins);
        let mut end = next.unwrap_or(self.lines.end);
        let text_block = self.is_text_block(start);
        let is_apart = |line: usize| {
            let text = &self.cleaned[line];
            let comment = if text_block {
                text.as_str()
            } else {
                text.trim_start()
            };
            text.trim().is_empty() || comment.starts_with('#')
        };
        while end > start + 1 && is_apart(end - 1) {
            end -= 1;
        }
        Ok(start..end)
    }

    fn line_of(&self, place: usize) -> usize {
        self.lines.start + self.entries[place].line
    }

    /// Whether a text of lines of its own begins here, in which a `#` begins no comment.
    fn is_text_block(&self, line: usize) -> bool {
        let value = self.cleaned[line]
            .split_once(':')
            .map(|(_, value)| value.trim());
        value.is_some_and(|value| value.starts_with(['|', '>', '"', '\'']))
    }

    fn is_comment(&self, line: usize) -> bool {
        let hidden = self.cleaned[line].trim().is_empty() && !self.raw.is_blank(line);
        hidden || self.cleaned[line].trim_start().starts_with('#')
    }

    /// What stands behind the value of a setting of one line: a comment, with the blanks before it.
    fn tail(&self, line: usize, entry: &YamlEntry) -> &'t str {
        let raw = self.raw.line(line);
        let says_it = |text: &str| {
            let lines = anatomy::uncommented(text);
            let read = anatomy::entries(&lines).unwrap_or_default();
            let [read] = read.as_slice() else {
                return false;
            };
            read.key == entry.key && same(&read.value, &entry.value)
        };
        tail(raw, &["#", "<!--"], says_it)
    }

    /// Settings begin with a key: where that went, the next one comes first.
    fn key_first(&self, mut lines: Vec<String>) -> Vec<String> {
        let cleaned = anatomy::uncommented(&lines.join("\n"));
        let is_key = |line: &String| key_of_line(line).is_some();
        if cleaned.first().is_none_or(is_key) {
            return lines;
        }
        let Some(first) = cleaned.iter().position(is_key) else {
            return lines;
        };
        let behind = first + 1;
        let goes_on = |line: &&String| line.starts_with([' ', '\t']) || line.starts_with("- ");
        let more = cleaned[behind..].iter().take_while(goes_on).count();
        lines[..behind + more].rotate_right(1 + more);
        lines
    }
}

/// What stands behind a text on its line from the first of these marks on, if the text says the
/// same without that; with the blanks before it.
pub(super) fn tail<'l>(line: &'l str, marks: &[&str], says_it: impl Fn(&str) -> bool) -> &'l str {
    let begins = |place: &usize| {
        let rest = &line[*place..];
        let before = line[..*place].ends_with([' ', '\t']);
        before && marks.iter().any(|mark| rest.starts_with(mark))
    };
    let mut places = line.char_indices().map(|(place, _)| place).filter(begins);
    places
        .find(|place| says_it(&line[..*place]))
        .map_or("", |place| &line[line[..place].trim_end().len()..])
}

/// Where a key is written among others.
fn rank(key: &str) -> usize {
    let of = |keys: &[&str]| keys.iter().position(|one| *one == key);
    let title = key.strip_prefix("title-").map(|_| 0);
    let first = of(FIRST).or(title);
    let last = of(LAST).map(|place| FIRST.len() + 1 + place);
    first.or(last).unwrap_or(FIRST.len())
}

/// What a block says once a key has another value, or is gone.
pub(super) fn expected(
    entries: &[YamlEntry],
    key: &str,
    value: Option<&SettingValue>,
) -> Vec<YamlEntry> {
    let mut entries: Vec<_> = entries
        .iter()
        .filter(|entry| entry.key != key)
        .cloned()
        .collect();
    let value: Option<YamlValue> = value.map(SettingValue::read);
    entries.extend(value.map(|value| YamlEntry {
        key: key.to_owned(),
        line: 0,
        value,
    }));
    entries
}
