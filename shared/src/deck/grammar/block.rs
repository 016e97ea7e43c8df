//! Lines of settings as keys with values: those that are right, and for the others what to write.
//!
//! YAML knows where it could not go on and not what somebody meant, so where it fails the lines
//! themselves are looked at.

use super::list_mark::list_mark;
use super::piece::{SourcePiece, key_of_line};
use super::source::is_dashes;
use super::yaml::{self, YamlEntry, YamlValue};
use super::{Edition, keys, spelling};
use crate::deck::problem::{DeckNotice, Problem, SettingsProblem, StructureProblem, YamlError};
use crate::deck::text::plain::quote;

/// Whose settings they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum BlockKind {
    Deck,
    Slide,
}

/// Keys behind which any text may stand.
const TEXTS: &[&str] = &[
    "title",
    "left",
    "right",
    "low",
    "high",
    "stops",
    "x",
    "y",
    "theme",
    "notes",
    "quadrants",
    "unit",
    "explain",
    "floor",
    "groups",
    "baskets",
];

/// The keys of a block, or nothing where they can't be read.
pub(super) fn read(
    piece: &SourcePiece,
    home: BlockKind,
    edition: Edition,
    problems: &mut Vec<Problem>,
) -> Option<Vec<YamlEntry>> {
    notice(piece, home, problems);
    let mut unread = Vec::new();
    let entries = yaml::read(piece, &mut unread);
    if edition == Edition::First {
        problems.extend(unread);
        return entries;
    }
    let failed = entries.is_none();
    match spelling::check(piece, home == BlockKind::Slide, entries, problems) {
        Ok(entries) => {
            notice_quotes(&entries, problems);
            problems.extend(unread);
            Some(entries)
        }
        Err(said) => {
            let better = (failed && !said).then(|| likely(piece, &unread)).flatten();
            problems.extend(better.or_else(|| unread.pop().filter(|_| !said)));
            None
        }
    }
}

/// What most likely made YAML fail, if a line shows it.
fn likely(piece: &SourcePiece, unread: &[Problem]) -> Option<Problem> {
    let known = unread.last().map(|problem| &problem.wrong);
    let content = matches!(
        known,
        Some(super::ProblemKind::Settings(SettingsProblem::Unreadable(
            YamlError::Content
        )))
    );
    let mut lines = (piece.line..).zip(piece.text.lines());
    lines.find_map(|(line, text)| {
        let wrong = if is_dashes(text) {
            StructureProblem::NotSeparator { found: quote(text) }.into()
        } else if content {
            return None;
        } else if is_curly(text) {
            SettingsProblem::Unreadable(YamlError::Curly).into()
        } else if is_stray(text) {
            SettingsProblem::Unreadable(YamlError::Stray).into()
        } else {
            return None;
        };
        Some(Problem { line, wrong })
    })
}

/// A line at the edge that is neither a key nor a comment nor an item of a list, nor the end of a
/// list or a text.
fn is_stray(line: &str) -> bool {
    let ends = line.starts_with([' ', '\t', '#', ']', '}', '"', '\'', '[', '{']);
    let key = line.trim_end().ends_with(':') || line.contains(": ");
    !(line.is_empty() || ends || key || list_mark(line).is_some())
}

/// A value that begins with a quote as books have them and holds what YAML would need a straight
/// one for.
fn is_curly(line: &str) -> bool {
    let value = key_of_line(line)
        .and_then(|key| line.get(key.len() + 1..))
        .map(str::trim)
        .unwrap_or_default();
    value.starts_with(['“', '”', '„', '‘', '’']) && value.contains(": ")
}

/// Says which comments may have been meant as a heading or as a part of a text.
fn notice(piece: &SourcePiece, home: BlockKind, problems: &mut Vec<Problem>) {
    for (line, text) in (piece.line..).zip(piece.text.lines()) {
        if home == BlockKind::Slide && text.starts_with("# ") {
            problems.push(Problem::new(
                line,
                DeckNotice::Comment { found: quote(text) },
            ));
        } else if let Some(found) = comment_behind(text) {
            problems.push(Problem::new(
                line,
                DeckNotice::CommentBehind {
                    found: quote(found),
                },
            ));
        }
    }
}

/// What a ` #` leaves out of a text. Behind what takes no text, `# so` is a comment and `#1` may be
/// none.
fn comment_behind(line: &str) -> Option<&str> {
    let key = key_of_line(line)?;
    let value = line.get(key.len() + 1..)?.trim();
    if value.starts_with(['"', '\'', '|', '>', '#']) {
        return None;
    }
    let comment = &value[value.find(" #")? + 1..];
    let joined = comment[1..].starts_with(|c: char| !c.is_whitespace());
    (joined || TEXTS.contains(&key)).then_some(comment)
}

fn notice_quotes(entries: &[YamlEntry], problems: &mut Vec<Problem>) {
    for entry in entries {
        let (Some(key), YamlValue::Scalar(text)) = (keys::named(&entry.key), &entry.value) else {
            continue;
        };
        let inner = text
            .trim()
            .strip_prefix(['“', '”', '„'])
            .and_then(|text| text.strip_suffix(['“', '”']));
        if let Some(inner) =
            inner.filter(|inner| TEXTS.contains(&key) && !inner.contains(['“', '”', '„']))
        {
            problems.push(Problem::new(
                entry.line,
                DeckNotice::CurlyQuotes {
                    key,
                    text: quote(inner),
                },
            ));
        }
    }
}
