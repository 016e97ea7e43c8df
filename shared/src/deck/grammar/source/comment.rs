//! Comments, `<!-- … -->`, which nobody is ever shown.
//!
//! They go before anything else is read, so that one may hold a `---`, a whole slide or a part of a
//! label. In code they are what the code says.

use std::ops::Range;

use super::{CodeRanges, is_separator};
use crate::deck::grammar::piece::key_of_line;
use crate::deck::grammar::spelling;
use crate::deck::problem::{Problem, StructureProblem};

const BEGIN: &str = "<!--";
const END: &str = "-->";

/// How often a text is looked at again: without a comment, what stood beside it may be code no
/// more.
const PASSES: usize = 8;

/// Normalised text without its comments; every other line keeps its number.
pub(in crate::deck::grammar) fn without(mut text: String, problems: &mut Vec<Problem>) -> String {
    for _ in 0..PASSES {
        if !text.contains(BEGIN) {
            break;
        }
        let (before, said) = (text.len(), problems.len());
        text = once(&text, problems);
        if text.len() == before || problems.len() > said {
            break;
        }
    }
    text
}

fn once(text: &str, problems: &mut Vec<Problem>) -> String {
    let code = code(text);
    let mut rest = String::with_capacity(text.len());
    let mut at = 0;
    while let Some(start) = next(text, at, &code) {
        let Some(end) = end(text, start) else {
            let line = text[..start].matches('\n').count();
            problems.push(Problem::new(line + 1, StructureProblem::CommentOpen));
            break;
        };
        rest.push_str(&text[at..start]);
        leave_out(&mut rest, &text[start..end], &text[end..]);
        at = end;
    }
    rest + &text[at..]
}

/// The lines of a comment stay, empty. Blanks before one at the end of a line would be a line
/// break.
fn leave_out(rest: &mut String, comment: &str, behind: &str) {
    let lines = comment.matches('\n').count();
    if lines > 0
        || behind
            .trim_start_matches([' ', '\t'])
            .chars()
            .next()
            .is_none_or(|c| c == '\n')
    {
        rest.truncate(rest.trim_end_matches([' ', '\t']).len());
    }
    rest.extend(std::iter::repeat_n('\n', lines));
    if (1..BEGIN.len()).any(|length| rest.ends_with(&BEGIN[..length])) {
        rest.push(' '); // or another would begin here
    }
}

/// Where the next comment begins: not in code, and not behind a backslash.
fn next(text: &str, from: usize, code: &[Range<usize>]) -> Option<usize> {
    let found = text[from..]
        .match_indices(BEGIN)
        .map(|(place, _)| from + place);
    let escaped = |place: usize| {
        text[..place]
            .bytes()
            .rev()
            .take_while(|b| *b == b'\\')
            .count()
            % 2
            == 1
    };
    let coded = |place: usize| {
        let next = code.partition_point(|range| range.end <= place);
        code.get(next).is_some_and(|range| range.contains(&place))
    };
    found
        .into_iter()
        .find(|place| !escaped(*place) && !coded(*place))
}

/// Behind its end. `<!-->` and `<!--->` are whole comments, as HTML has it.
fn end(text: &str, start: usize) -> Option<usize> {
    let from = start + BEGIN.len() - 2;
    text[from..].find(END).map(|place| from + place + END.len())
}

/// Where code stands, in order: in each slide's text by itself, since nothing of one slide goes on
/// in the next but a fence.
fn code(text: &str) -> Vec<Range<usize>> {
    let mut lines = LineScanner::of(text);
    let mut found = Vec::new();
    // Whether settings may begin here: behind those of a slide comes its text.
    let mut begins = true;
    while lines.at < lines.all.len() {
        let end = lines.separator();
        if begins && lines.are_settings(end) {
            (lines.at, begins) = (end + 1, false);
            continue;
        }
        let start = lines.starts[lines.at];
        let code = CodeRanges::find(&text[start..lines.start(end).max(start + 1) - 1]);
        found.extend(
            code.all
                .iter()
                .map(|range| start + range.start..start + range.end),
        );
        (lines.at, begins) = (end + 1, true);
        if let Some(open) = code.open {
            let close = (end..lines.all.len()).find(|line| open.is_closed_by(lines.all[*line]));
            (lines.at, begins) = (close.map_or(lines.all.len(), |line| line + 1), false);
            found.push(start + open.start..lines.start(lines.at));
        }
    }
    found
}

/// The lines of a text, where each starts, and the next to look at.
struct LineScanner<'t> {
    all: Vec<&'t str>,
    starts: Vec<usize>,
    length: usize,
    at: usize,
}

impl<'t> LineScanner<'t> {
    fn of(text: &'t str) -> Self {
        let all: Vec<&str> = text.split('\n').collect();
        let starts = all
            .iter()
            .scan(0, |next, line| {
                Some(std::mem::replace(next, *next + line.len() + 1))
            })
            .collect();
        Self {
            all,
            starts,
            length: text.len() + 1,
            at: 0,
        }
    }

    /// Where a line starts; the last one ends as if another followed.
    fn start(&self, line: usize) -> usize {
        self.starts.get(line).copied().unwrap_or(self.length)
    }

    fn separator(&self) -> usize {
        (self.at..self.all.len())
            .find(|line| is_separator(self.all[*line]))
            .unwrap_or(self.all.len())
    }

    fn are_settings(&self, end: usize) -> bool {
        let lines = &self.all[self.at..end];
        lines
            .first()
            .is_some_and(|line| key_of_line(line).is_some())
            || spelling::are_settings(lines)
    }
}
