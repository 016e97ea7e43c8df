//! The deck's own settings of two texts, key by key.

use super::{MergeChoice, MergeSubject, MergedText, merged as merged_text};
use crate::deck::edit::lines::RawLines;
use crate::deck::grammar::piece::key_of_line;

/// A piece of the settings: those of a key, or lines beside them.
pub(super) type HeadPiece = MergedText;

/// The settings at the top of a text, by their lines.
pub(super) struct HeadLines<'d> {
    pieces: Vec<HeadLine<'d>>,
}

struct HeadLine<'d> {
    /// Its key, and which one of that key it is; nothing for comments.
    key: Option<(&'d str, usize)>,
    text: &'d str,
}

impl<'d> HeadLines<'d> {
    /// Those of three texts. A comment may hide any of their lines: where one stands, all of the
    /// settings are one piece.
    pub fn of_each(heads: [&'d str; 3]) -> [Self; 3] {
        let whole = heads.iter().any(|head| head.contains("<!--"));
        heads.map(|head| {
            if whole {
                Self::whole(head)
            } else {
                Self::of(head)
            }
        })
    }

    fn whole(head: &'d str) -> Self {
        let lines = RawLines::of(head);
        let inside = 1..lines.count().saturating_sub(1).max(1);
        let text = &head[lines.span(&inside)];
        let piece = HeadLine {
            key: Some(("", 0)),
            text,
        };
        Self {
            pieces: Some(piece)
                .filter(|_| !text.is_empty())
                .into_iter()
                .collect(),
        }
    }

    fn of(head: &'d str) -> Self {
        let lines = RawLines::of(head);
        let mut pieces: Vec<HeadLine<'d>> = Vec::new();
        let inside = 1..lines.count().saturating_sub(1).max(1);
        let mut from = inside.start;
        for line in inside.clone() {
            let next = line + 1;
            let goes_on = next < inside.end && {
                let text = lines.line(next);
                let set_in = text.starts_with([' ', '\t', ']', '}']) || text.starts_with("- ");
                set_in || text.trim().is_empty() && is_text_block(lines.line(from))
            };
            if goes_on {
                continue;
            }
            let key = key_of_line(lines.line(from)).map(|key| {
                let same = |piece: &&HeadLine<'_>| piece.key.is_some_and(|(other, _)| other == key);
                (key, pieces.iter().filter(same).count())
            });
            pieces.push(HeadLine {
                key,
                text: &head[lines.span(&(from..next))],
            });
            from = next;
        }
        Self { pieces }
    }

    fn of_key(&self, key: (&str, usize)) -> Option<&'d str> {
        let mut pieces = self.pieces.iter();
        pieces
            .find(|piece| piece.key == Some(key))
            .map(|piece| piece.text)
    }

    fn has(&self, text: &str) -> bool {
        self.pieces.iter().any(|piece| piece.text == text)
    }
}

fn is_text_block(line: &str) -> bool {
    let value = line.split_once(':').map_or("", |(_, value)| value.trim());
    value.starts_with(['|', '>'])
}

/// The settings of both, in mine's order, with theirs that mine lacks behind them.
pub(super) fn merged(
    [base, mine, theirs]: &[HeadLines<'_>; 3],
    choices: &mut Vec<MergeChoice>,
) -> Vec<HeadPiece> {
    let mut pieces = Vec::new();
    let mut by_key = |key: (&str, usize)| {
        let texts = [base, mine, theirs].map(|head| head.of_key(key));
        merged_text(texts, MergeSubject::Setting(key.0.to_owned()), choices)
    };
    for piece in &mine.pieces {
        match piece.key {
            Some(key) => pieces.extend(by_key(key)),
            None if theirs.has(piece.text) || !base.has(piece.text) => {
                pieces.push(MergedText::Clear(piece.text.to_owned()));
            }
            None => {}
        }
    }
    for piece in &theirs.pieces {
        match piece.key {
            Some(key) if mine.of_key(key).is_none() => pieces.extend(by_key(key)),
            None if !mine.has(piece.text) && !base.has(piece.text) => {
                pieces.push(MergedText::Clear(piece.text.to_owned()));
            }
            Some(_) | None => {}
        }
    }
    pieces
}

/// The settings between their separators; nothing where there are none.
pub(super) fn written(
    pieces: &[HeadPiece],
    read: impl Fn(&MergedText) -> Option<String>,
    newline: &str,
) -> String {
    let texts: Vec<_> = pieces.iter().filter_map(read).collect();
    if texts.is_empty() {
        return String::new();
    }
    let lines = texts.iter().map(|text| format!("{text}{newline}"));
    format!("---{newline}{}---{newline}", lines.collect::<String>())
}
