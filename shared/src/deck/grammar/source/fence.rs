//! Which lines are code, so that a `---` in a code fence separates nothing.
//!
//! Only a fence that belongs to no list or quote can hold a line that begins with `---`: inside a
//! list item such a line would be indented, and without indent it ends the item and its fence.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, Parser, Tag, TagEnd};

use crate::deck::grammar::list_mark::is_too_deep;
use crate::deck::markdown;

/// The code in lines of Markdown.
#[derive(Debug, Default)]
pub(super) struct CodeRanges {
    /// Where code stands, in bytes.
    blocks: Vec<Range<usize>>,
    /// The same with code inside paragraphs.
    pub all: Vec<Range<usize>>,
    /// The fence that is still open at the end.
    pub open: Option<OpenFence>,
}

/// A code fence that is not closed.
#[derive(Debug)]
pub(super) struct OpenFence {
    mark: char,
    length: usize,
    /// Where it stands, in bytes.
    pub start: usize,
}

impl CodeRanges {
    /// Finds the code in lines that begin a slide or follow a fence.
    pub fn find(text: &str) -> Self {
        if text.lines().any(is_too_deep) {
            return Self::default(); // an error already, and too much work
        }
        let mut code = Self::default();
        let mut depth = 0;
        let mut last = None;
        for (event, range) in Parser::new_ext(text, markdown::options()).into_offset_iter() {
            match event {
                Event::Start(tag) => {
                    if depth == 0 {
                        last = matches!(tag, Tag::CodeBlock(CodeBlockKind::Fenced(_)))
                            .then(|| range.clone());
                    }
                    depth += 1;
                }
                Event::End(end) => {
                    depth -= 1;
                    if end == TagEnd::CodeBlock {
                        code.all.push(range.clone());
                        code.blocks.push(range);
                    }
                }
                Event::Code(_) => code.all.push(range),
                _ if depth == 0 => last = None,
                _ => {}
            }
        }
        code.open = last.and_then(|range| OpenFence::at(text, range));
        code
    }

    /// Whether a place is inside code.
    pub fn holds(&self, place: usize) -> bool {
        let next = self.blocks.partition_point(|block| block.end <= place);
        self.blocks
            .get(next)
            .is_some_and(|block| block.contains(&place))
    }
}

impl OpenFence {
    /// The fence of the last block, unless its last line closes it.
    fn at(text: &str, block: Range<usize>) -> Option<Self> {
        let fence = &text[block.start..];
        let mark = fence.chars().next()?;
        let length = fence.len() - fence.trim_start_matches(mark).len();
        let open = Self {
            mark,
            length,
            start: block.start,
        };
        let closed = text[block]
            .trim_end()
            .lines()
            .skip(1)
            .last()
            .is_some_and(|line| open.is_closed_by(line));
        (!closed).then_some(open)
    }

    /// At least as many of the same mark, and nothing else.
    pub fn is_closed_by(&self, line: &str) -> bool {
        let text = line.trim_start_matches(' ');
        let rest = text.trim_start_matches(self.mark);
        line.len() - text.len() <= 3
            && text.len() - rest.len() >= self.length
            && rest.trim().is_empty()
    }
}
