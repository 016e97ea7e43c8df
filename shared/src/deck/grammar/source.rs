//! Cuts a file into front matter and slides, each a block of settings and its content, with lines.
//!
//! Knows lines, separators and code fences; what stands in a block or in the content is for others.

use std::ops::Range;

use super::piece::{SourcePiece, key_of_line};
use super::spelling;
use super::{Edition, keys};
use crate::deck::problem::{DeckNotice, Problem, StructureProblem};
use crate::deck::text::plain;

pub(super) mod aside;
pub(super) mod comment;
mod fence;

use fence::CodeRanges;

/// One slide as it stands in the file.
#[derive(Debug, PartialEq)]
pub(super) struct Section {
    /// Its lines, from 0, up to the separator that ends it.
    pub lines: Range<usize>,
    pub block: Option<SourcePiece>,
    pub content: SourcePiece,
    /// Speaker notes that stand among its text, as other programs have them.
    pub notes: Option<String>,
}

/// The whole file.
#[derive(Debug, Default, PartialEq)]
pub(super) struct DeckSource {
    pub front: Option<SourcePiece>,
    /// The lines of what is taken for front matter, from 0, with the separators around it.
    pub front_lines: Option<Range<usize>>,
    /// The line, from 0, of settings that never end: all from there on is in no section.
    pub lost: Option<usize>,
    /// Without the empty ones.
    pub sections: Vec<Section>,
}

impl Section {
    /// The line on which the slide begins.
    pub fn line(&self) -> usize {
        self.block
            .as_ref()
            .map_or(self.content.line, |block| block.line)
    }

    fn is_empty(&self) -> bool {
        self.block.is_none() && self.notes.is_none() && self.content.text.trim().is_empty()
    }
}

/// One kind of line ending, and no byte order mark: browsers paste both.
pub(super) fn normalise(text: &str) -> String {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    text.replace("\r\n", "\n").replace('\r', "\n")
}

/// Cuts normalised text, in which comments are none any more.
pub(super) fn split(text: &str, edition: Edition, problems: &mut Vec<Problem>) -> DeckSource {
    let lines: Vec<&str> = text.split('\n').collect();
    let mut cutter = Cutter {
        lines,
        at: 0,
        front_lines: None,
        lost: None,
        edition,
        problems,
    };
    let front = cutter.front();
    let mut sections = Vec::new();
    while cutter.at < cutter.lines.len() {
        let section = cutter.section();
        sections.extend(section.filter(|section| !section.is_empty()));
    }
    DeckSource {
        front,
        front_lines: cutter.front_lines,
        lost: cutter.lost,
        sections,
    }
}

struct Cutter<'a> {
    lines: Vec<&'a str>,
    /// The next line to read, from 0.
    at: usize,
    front_lines: Option<Range<usize>>,
    lost: Option<usize>,
    edition: Edition,
    problems: &'a mut Vec<Problem>,
}

impl Cutter<'_> {
    /// Front matter, if the file begins with it.
    fn front(&mut self) -> Option<SourcePiece> {
        let start = self.front_start()?;
        let Some(end) = self.separator_from(start + 1) else {
            self.never_closed(start + 1, StructureProblem::FrontOpen);
            self.lost = Some(start);
            self.at = self.lines.len();
            return None;
        };
        self.at = end + 1;
        self.front_lines = Some(start..end + 1);
        let front = self.piece(start + 1, end);
        let keyless = front
            .text
            .lines()
            .all(|line| line.is_empty() || line.starts_with('#'));
        if keyless && !front.text.trim().is_empty() {
            self.problems
                .push(Problem::new(start + 1, StructureProblem::FrontWithoutKeys));
            return None;
        }
        if self.edition == Edition::Latest && begins_with_slide(&front.text) {
            self.at = start + 1;
            self.front_lines = None;
            return None;
        }
        Some(front)
    }

    /// Settings without an end; where a line of dashes was meant as that, it is what is wrong.
    fn never_closed(&mut self, from: usize, wrong: StructureProblem) {
        let dashes = (from..self.lines.len()).find(|line| is_dashes(self.lines[*line]));
        self.problems
            .push(match dashes.filter(|_| self.edition == Edition::Latest) {
                Some(line) => Problem::new(
                    line + 1,
                    StructureProblem::NotSeparator {
                        found: plain::quote(self.lines[line]),
                    },
                ),
                None => Problem::new(from, wrong),
            });
    }

    /// The line of the opening `---`. Empty lines above it are forgiven when a key follows that
    /// could stand nowhere else.
    fn front_start(&self) -> Option<usize> {
        let first = self.lines.iter().position(|line| !line.trim().is_empty())?;
        if !is_separator(self.lines[first]) {
            return None;
        }
        let next = self.lines.get(first + 1).copied().unwrap_or_default();
        (first == 0 || super::keys::only_front(key_of_line(next).unwrap_or_default()))
            .then_some(first)
    }

    /// The slide that begins here, behind a separator; leaves off behind its end.
    fn section(&mut self) -> Option<Section> {
        let start = self.at;
        let mut block = None;
        if self.begins_block(start) {
            let Some(end) = self.separator_from(start) else {
                self.never_closed(start + 1, StructureProblem::BlockOpen);
                self.lost = Some(start);
                self.at = self.lines.len();
                return None;
            };
            block = Some(self.piece(start, end));
            self.at = end + 1;
        }
        let from = self.at;
        let end = self.content_end(from, block.is_none());
        self.at = end + 1;
        let content = self.content(from, end);
        let (content, notes) = match self.edition {
            Edition::First => (content, None),
            Edition::Latest => aside::take(content),
        };
        if notes.is_some() {
            self.no_fence_opens_without_notes(from, &content);
        }
        Some(Section {
            lines: start..end,
            block,
            content,
            notes,
        })
    }

    /// Where notes stood is an empty line, which ends HTML: a fence in it is one from then on.
    fn no_fence_opens_without_notes(&mut self, from: usize, content: &SourcePiece) {
        if let Some(open) = CodeRanges::find(&content.text).open {
            let line = from + content.text[..open.start].matches('\n').count();
            self.problems
                .push(Problem::new(line + 1, StructureProblem::FenceOpen));
        }
    }

    /// Whether settings begin in a line; those that are written wrong too, as long as they end.
    fn begins_block(&self, start: usize) -> bool {
        let misspelt = || {
            let end = self.separator_from(start);
            end.is_some_and(|end| end > start && spelling::are_settings(&self.lines[start..end]))
        };
        key_of_line(self.lines[start]).is_some() || (self.edition == Edition::Latest && misspelt())
    }

    /// The separator that ends content, or the end of the file. Behind a fence nothing is open any
    /// more, so what follows one is looked at on its own.
    fn content_end(&mut self, mut from: usize, mut first: bool) -> usize {
        let lines = self.lines.len();
        loop {
            let end = self.separator_from(from).unwrap_or(lines);
            let text = self.lines[from.min(end)..end].join("\n");
            let code = CodeRanges::find(&text);
            self.look_at(from, end, first, &code);
            first = false;
            let Some(open) = code.open else { return end };
            match (end..lines).find(|line| open.is_closed_by(self.lines[*line])) {
                Some(close) => from = close + 1,
                None => {
                    let line = from + text[..open.start].matches('\n').count();
                    self.problems
                        .push(Problem::new(line + 1, StructureProblem::FenceOpen));
                    return lines;
                }
            }
        }
    }

    /// Says which lines of text were meant as something else. `first`: settings could have begun
    /// with them.
    fn look_at(&mut self, from: usize, to: usize, first: bool, code: &CodeRanges) {
        let content = self.content(from, to);
        let shown = if self.edition == Edition::Latest {
            aside::take(content).0
        } else {
            content
        };
        let mut place = 0;
        for (line, text) in (from..to).zip(shown.text.split('\n')) {
            if (first && line == from) || !code.holds(place + indent(text)) {
                self.look_at_line(line, text, first && line == from);
            }
            place += self.lines[line].len() + 1;
        }
    }

    fn look_at_line(&mut self, line: usize, text: &str, first: bool) {
        let latest = self.edition == Edition::Latest;
        if let Some(key) = misplaced(text).filter(|key| latest || *key != "notes") {
            self.problems.push(Problem::new(
                line + 1,
                StructureProblem::OutsideBlock { key },
            ));
        } else if let Some(wrong) = spelling::in_text(text, first).filter(|_| latest) {
            self.problems.push(Problem::new(line + 1, wrong));
        } else if is_dashes(text) {
            self.problems.push(Problem::new(
                line + 1,
                DeckNotice::Dashes {
                    found: plain::quote(text),
                },
            ));
        }
    }

    fn separator_from(&self, from: usize) -> Option<usize> {
        (from..self.lines.len()).find(|index| is_separator(self.lines[*index]))
    }

    /// Lines of settings: blanks at their ends mean nothing.
    fn piece(&self, from: usize, to: usize) -> SourcePiece {
        let lines: Vec<&str> = self.lines[from..to]
            .iter()
            .map(|line| line.trim_end())
            .collect();
        SourcePiece {
            line: from + 1,
            text: lines.join("\n"),
        }
    }

    /// Lines of Markdown: two blanks at the end of a line are a line break.
    fn content(&self, from: usize, to: usize) -> SourcePiece {
        let from = from.min(to);
        SourcePiece {
            line: from + 1,
            text: self.lines[from..to].join("\n"),
        }
    }
}

/// Of each line of Markdown whether it stands in a block of code.
pub(in crate::deck) fn code_lines(text: &str) -> Vec<bool> {
    let code = CodeRanges::find(text);
    let mut place = 0;
    let is_code = |line: &str| {
        let at = place + indent(line);
        place += line.len() + 1;
        code.holds(at)
    };
    text.split('\n').map(is_code).collect()
}

fn is_separator(line: &str) -> bool {
    line.trim_end() == "---"
}

/// How many bytes of blanks a line begins with; where code is indented, it begins behind them.
fn indent(line: &str) -> usize {
    line.len() - line.trim_start().len()
}

/// A line of nothing but dashes of any length that is no separator, as people and their programs
/// write one.
pub(super) fn is_dashes(line: &str) -> bool {
    let (mut dashes, mut long) = (0, false);
    for c in line.chars().filter(|c| !c.is_whitespace()) {
        match c {
            '-' | '‐' | '‑' | '‒' | '−' | '﹣' | '－' => {}
            '–' | '—' | '―' | '─' | '━' | '﹘' => long = true,
            _ => return false,
        }
        dashes += 1;
    }
    (dashes > 1 || long) && !is_separator(line)
}

/// Whether what stands between the first two separators is for a slide and not for the deck.
fn begins_with_slide(text: &str) -> bool {
    let keys = || {
        text.lines().filter_map(|line| {
            spelling::MisspelledSetting::read(line)
                .filter(spelling::MisspelledSetting::begins_settings)
        })
    };
    keys().any(|meant| keys::only_slides(meant.key))
        && !keys().any(|meant| keys::only_front(meant.key))
}

/// A line of content that was meant as a setting. `show` is an ordinary English word, so it counts
/// only with what it can show behind it.
fn misplaced(line: &str) -> Option<&'static str> {
    match key_of_line(line)? {
        "ask" => Some("ask"),
        "notes" => Some("notes"),
        "show" => {
            let word = line.trim_end().strip_prefix("show:")?.trim();
            super::keys::shown().contains(&word).then_some("show")
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests;
