//! Comments, `<!-- … -->`, which nobody is ever shown.
//!
//! They go before anything else is read, so that one may hold a `---`, a whole slide or a part of a label. In code they are
//! what the code says.

use std::ops::Range;

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use super::is_too_deep;
use crate::deck::grammar::problem::{Problem, Structure};
use crate::deck::markdown;

const BEGIN: &str = "<!--";
const END: &str = "-->";

/// How often a text is looked at again: without a comment, what stood beside it may be code no more.
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
            problems.push(Problem::new(line + 1, Structure::CommentOpen));
            break;
        };
        rest.push_str(&text[at..start]);
        leave_out(&mut rest, &text[start..end], &text[end..]);
        at = end;
    }
    rest + &text[at..]
}

/// The lines of a comment stay, empty. Blanks before one at the end of a line would be a line break.
fn leave_out(rest: &mut String, comment: &str, behind: &str) {
    let lines = comment.matches('\n').count();
    if lines > 0 || behind.trim_start_matches([' ', '\t']).chars().next().is_none_or(|c| c == '\n') {
        rest.truncate(rest.trim_end_matches([' ', '\t']).len());
    }
    rest.extend(std::iter::repeat_n('\n', lines));
    if (1..BEGIN.len()).any(|length| rest.ends_with(&BEGIN[..length])) {
        rest.push(' '); // or another would begin here
    }
}

/// Where the next comment begins: not in code, and not behind a backslash.
fn next(text: &str, from: usize, code: &[Range<usize>]) -> Option<usize> {
    let found = text[from..].match_indices(BEGIN).map(|(place, _)| from + place);
    let escaped = |place: usize| text[..place].bytes().rev().take_while(|b| *b == b'\\').count() % 2 == 1;
    let coded = |place: usize| {
        let next = code.partition_point(|range| range.end <= place);
        code.get(next).is_some_and(|range| range.contains(&place))
    };
    found.into_iter().find(|place| !escaped(*place) && !coded(*place))
}

/// Behind its end. `<!-->` and `<!--->` are whole comments, as HTML has it.
fn end(text: &str, start: usize) -> Option<usize> {
    let from = start + BEGIN.len() - 2;
    text[from..].find(END).map(|place| from + place + END.len())
}

/// Where code stands, in order.
fn code(text: &str) -> Vec<Range<usize>> {
    if text.lines().any(is_too_deep) {
        return Vec::new(); // an error already, and too much work
    }
    let events = Parser::new_ext(text, markdown::options()).into_offset_iter();
    let code = events.filter_map(|(event, range)| {
        let is_code = matches!(event, Event::Code(_) | Event::Start(Tag::CodeBlock(_)) | Event::End(TagEnd::CodeBlock));
        is_code.then_some(range)
    });
    code.collect()
}
