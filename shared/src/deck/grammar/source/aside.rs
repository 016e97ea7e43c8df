//! Speaker notes that stand among a slide's text, as other programs have them: all behind a line
//! `???`, and what stands between `::: notes` and `:::`.

use super::{CodeRanges, indent};
use crate::deck::grammar::piece::SourcePiece;

/// Content without such notes, and the notes; every line of text keeps its number.
pub(in crate::deck::grammar) fn take(piece: SourcePiece) -> (SourcePiece, Option<String>) {
    if !piece.text.contains("???") && !piece.text.contains(":::") {
        return (piece, None);
    }
    let taker = Taker::of(&piece.text);
    let notes = taker.notes.join("\n").trim().to_owned();
    let text = taker.shown.join("\n");
    (
        SourcePiece {
            line: piece.line,
            text,
        },
        Some(notes).filter(|notes| !notes.is_empty()),
    )
}

/// Of each line of content whether it is one of such notes.
pub(in crate::deck::grammar) fn lines(text: &str) -> Vec<bool> {
    Taker::of(text).taken
}

struct Taker<'t> {
    shown: Vec<&'t str>,
    /// Of each line so far whether it is not shown.
    taken: Vec<bool>,
    notes: Vec<&'t str>,
    /// Whether all that follows is notes.
    all: bool,
    /// How many fences of `:::` are open, the first of which is that of notes.
    depth: usize,
}

impl<'t> Taker<'t> {
    fn of(text: &'t str) -> Self {
        let code = CodeRanges::find(text);
        let mut taker = Self {
            shown: Vec::new(),
            taken: Vec::new(),
            notes: Vec::new(),
            all: false,
            depth: 0,
        };
        let mut place = 0;
        for line in text.split('\n') {
            taker.line(
                line,
                code.holds(place + indent(line)),
                &text[place + line.len()..],
            );
            place += line.len() + 1;
        }
        taker
    }

    fn line(&mut self, line: &'t str, is_code: bool, behind: &str) {
        let fence = fence(line).filter(|_| !is_code);
        match (self.all, self.depth, fence) {
            (true, ..) => self.note(line),
            (_, 0, Some("notes")) => self.begin(),
            (_, 0, _) if !is_code && line.trim_end() == "???" && !behind.trim().is_empty() => {
                self.all = true
            }
            (_, 0, _) => {
                self.taken.push(false);
                return self.shown.push(line);
            }
            (_, 1, Some("")) => self.depth = 0,
            (_, _, Some("")) => self.depth -= 1,
            (_, _, Some(_)) => self.depth += 1,
            (_, _, None) => self.note(line),
        }
        self.taken.push(true);
        self.shown.push("");
    }

    /// Notes that stand apart stay apart.
    fn begin(&mut self) {
        self.depth = 1;
        self.note("");
    }

    fn note(&mut self, line: &'t str) {
        self.notes.push(line);
    }
}

/// What stands behind a `:::`, in small letters where it is that of notes; nothing where one ends.
fn fence(line: &str) -> Option<&str> {
    let rest = line
        .trim()
        .strip_prefix(":::")?
        .trim_matches(|c: char| c == ':' || c.is_whitespace());
    let class = rest.trim_matches(|c: char| matches!(c, '{' | '}' | '.') || c.is_whitespace());
    Some(if class.eq_ignore_ascii_case("notes") {
        "notes"
    } else {
        rest
    })
}
