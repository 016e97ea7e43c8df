//! Lines of settings as keys with values, read from YAML 1.2 events with the lines of the file.
//!
//! Scalars stay as they are written, since the key decides the type. Anchors, aliases and tags are
//! refused: no setting needs them, and an alias can blow up a few bytes to gigabytes.

mod mistake;

use std::collections::HashMap;

use saphyr_parser::{Event, Parser, Span, StrInput};

use super::list_mark::list_mark;
use super::piece::SourcePiece;
use crate::deck::problem::{Problem, SettingsProblem, YamlError};
use crate::deck::text::plain::quote;

/// Settings go no deeper than a map within a list; this leaves room to say so.
const DEPTH_MAX: usize = 8;

/// One key and its value.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct YamlEntry {
    pub key: String,
    pub line: usize,
    pub value: YamlValue,
}

/// What stands behind a key.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum YamlValue {
    /// As written, without its quotes.
    Scalar(String),
    List(Vec<YamlValue>),
    Map(Vec<YamlEntry>),
}

/// The keys of a block; keys that stand there twice are problems, and the first counts.
pub(super) fn read(piece: &SourcePiece, problems: &mut Vec<Problem>) -> Option<Vec<YamlEntry>> {
    let mut reader = YamlReader {
        parser: Parser::new_from_str(&piece.text),
        first: piece.line,
        problems,
    };
    match reader.document() {
        Ok(entries) => Some(entries),
        Err(stop) => {
            let (YamlStop::Said(Problem { line, .. }) | YamlStop::Unread(line)) = stop;
            problems.push(content_line(piece, line).unwrap_or_else(|| stop.problem(piece)));
            None
        }
    }
}

/// Why reading ended before the end.
enum YamlStop {
    /// What stands there is no setting.
    Said(Problem),
    /// It is no YAML, up to this line of the file at the latest.
    Unread(usize),
}

impl YamlStop {
    fn problem(self, piece: &SourcePiece) -> Problem {
        match self {
            Self::Said(problem) => problem,
            Self::Unread(line) => {
                let (at, trouble) = mistake::find(&piece.text, line.saturating_sub(piece.line));
                Problem::new(piece.line + at, SettingsProblem::Unreadable(trouble))
            }
        }
    }
}

impl From<Problem> for YamlStop {
    fn from(problem: Problem) -> Self {
        Self::Said(problem)
    }
}

struct YamlReader<'a, 'p> {
    parser: Parser<'a, StrInput<'a>>,
    /// The line of the file on which the text begins.
    first: usize,
    problems: &'p mut Vec<Problem>,
}

impl<'a> YamlReader<'a, '_> {
    fn document(&mut self) -> Result<Vec<YamlEntry>, YamlStop> {
        let mut entries = None;
        loop {
            let (event, line) = self.next()?;
            match event {
                Event::StreamEnd => return Ok(entries.unwrap_or_default()),
                Event::MappingStart(0, None) if entries.is_none() => entries = Some(self.map(1)?),
                Event::Nothing | Event::StreamStart | Event::DocumentEnd => {}
                Event::DocumentStart(_) if entries.is_none() => {}
                _ => return Err(Problem::new(line, SettingsProblem::NotKeys).into()),
            }
        }
    }

    fn map(&mut self, depth: usize) -> Result<Vec<YamlEntry>, YamlStop> {
        let mut entries = Vec::new();
        let mut lines = HashMap::new();
        loop {
            let (event, line) = self.next()?;
            let key = match event {
                Event::MappingEnd => return Ok(entries),
                Event::Scalar(key, _, 0, None) => key.into_owned(),
                other => return Err(Problem::new(line, not_key(&other)).into()),
            };
            let (event, value_line) = self.next()?;
            let value = self.value(event, value_line, depth)?;
            match lines.get(&key) {
                Some(&first) => {
                    let wrong = SettingsProblem::SameKey {
                        key: quote(&key),
                        line: first,
                    };
                    self.problems.push(Problem::new(line, wrong));
                }
                None => {
                    lines.insert(key.clone(), line);
                    entries.push(YamlEntry { key, line, value });
                }
            }
        }
    }

    fn value(
        &mut self,
        event: Event<'a>,
        line: usize,
        depth: usize,
    ) -> Result<YamlValue, YamlStop> {
        if depth > DEPTH_MAX {
            return Err(Problem::new(line, SettingsProblem::TooDeep).into());
        }
        match event {
            Event::Scalar(text, _, 0, None) => Ok(YamlValue::Scalar(text.into_owned())),
            Event::SequenceStart(0, None) => self.list(depth).map(YamlValue::List),
            Event::MappingStart(0, None) => self.map(depth + 1).map(YamlValue::Map),
            _ => Err(Problem::new(line, SettingsProblem::Unreadable(YamlError::Mark)).into()),
        }
    }

    fn list(&mut self, depth: usize) -> Result<Vec<YamlValue>, YamlStop> {
        let mut values = Vec::new();
        loop {
            let (event, line) = self.next()?;
            match event {
                Event::SequenceEnd => return Ok(values),
                event => values.push(self.value(event, line, depth + 1)?),
            }
        }
    }

    fn next(&mut self) -> Result<(Event<'a>, usize), YamlStop> {
        match self.parser.next_event() {
            Some(Ok((event, span))) => Ok((event, self.line_of(span))),
            Some(Err(error)) => Err(YamlStop::Unread(
                self.first + error.marker().line().saturating_sub(1),
            )),
            None => Ok((Event::StreamEnd, self.first)),
        }
    }

    fn line_of(&self, span: Span) -> usize {
        self.first + span.start.line().saturating_sub(1)
    }
}

/// A heading or list item no further than where reading failed: what was forgotten is the `---`.
fn content_line(piece: &SourcePiece, failed: usize) -> Option<Problem> {
    let lines = (piece.line..=failed).zip(piece.text.lines());
    let mut content = lines.filter(|(line, text)| {
        let item = list_mark(text).is_some() && *line == failed;
        item || text.starts_with("# ")
    });
    content
        .next()
        .map(|(line, _)| Problem::new(line, SettingsProblem::Unreadable(YamlError::Content)))
}

/// A key that is no text: an anchor or tag, or a value where a key should stand.
fn not_key(event: &Event<'_>) -> SettingsProblem {
    match event {
        Event::Alias(_) | Event::Scalar(..) => SettingsProblem::Unreadable(YamlError::Mark),
        _ => SettingsProblem::NotKeys,
    }
}

impl YamlValue {
    /// As it could be written on one line.
    pub fn written(&self) -> String {
        match self {
            Self::Scalar(text) => text.clone(),
            Self::List(values) => {
                let values: Vec<_> = values.iter().map(Self::written).collect();
                format!("[{}]", values.join(", "))
            }
            Self::Map(entries) => {
                let entries: Vec<_> = entries
                    .iter()
                    .map(|entry| format!("{}: {}", entry.key, entry.value.written()))
                    .collect();
                format!("{{{}}}", entries.join(", "))
            }
        }
    }

    /// The text of a scalar.
    pub fn scalar(&self) -> Option<&str> {
        match self {
            Self::Scalar(text) => Some(text),
            Self::List(_) | Self::Map(_) => None,
        }
    }
}

#[cfg(test)]
mod tests;
