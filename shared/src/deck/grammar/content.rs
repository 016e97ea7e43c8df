//! A slide's Markdown as its heading, its list and what is left.
//!
//! Takes pieces out by their place in the source, so that what is left stays as it was written.

use std::iter;
use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, Parser, Tag};

use super::list_mark::{as_text, is_too_deep};
use super::markdown_parts::MarkdownParts;
use super::piece::SourcePiece;
use super::source::aside;
use crate::deck::markdown;
use crate::deck::problem::{Problem, StructureProblem};
use crate::image::Image;

mod letters;

pub(crate) use letters::EscapedText;

/// A slide's Markdown, taken apart.
#[derive(Debug, Default)]
pub(super) struct SlideMarkdown {
    /// The first heading with its line, if it says anything.
    pub heading: Option<(usize, String)>,
    pub items: Vec<RawItem>,
    /// The lines on which the lists begin that its items are of.
    pub lists: Vec<usize>,
    /// Paragraphs that begin like a speaker note, with their lines.
    pub notes: Vec<(usize, String)>,
    pub picture: Option<Image>,
    /// The rest, as written.
    pub body: String,
    pub spans: ContentSpans,
}

/// Where the parts of a slide's Markdown stand in it, in bytes.
#[derive(Debug, Default)]
pub(super) struct ContentSpans {
    /// Headings that say nothing, and behind them the one that is the slide's.
    pub headings: Vec<Range<usize>>,
    /// The pieces of the rest, without the blank lines around each.
    pub body: Vec<Range<usize>>,
}

/// A list item before its markers are read.
#[derive(Debug)]
pub(super) struct RawItem {
    pub line: usize,
    /// Where it stands in the Markdown, and each of its pictures.
    pub span: Range<usize>,
    pub image_spans: Vec<Range<usize>>,
    pub text: EscapedText,
    pub images: Vec<Image>,
    /// Whether it is nothing but text and pictures.
    pub plain: bool,
    /// If it is not: how it is written as the text that it may be meant as.
    pub instead: Option<String>,
}

/// Takes a slide's content apart, unless that would take too long.
pub(super) fn read(
    piece: &SourcePiece,
    takes: MarkdownParts,
    problems: &mut Vec<Problem>,
) -> Option<SlideMarkdown> {
    if let Some(index) = piece.text.lines().position(is_too_deep) {
        problems.push(Problem::new(piece.line + index, StructureProblem::TooDeep));
        return None;
    }
    let events: Vec<SpannedEvent<'_>> = Parser::new_ext(&piece.text, markdown::options())
        .into_offset_iter()
        .collect();
    let line_ends = piece
        .text
        .match_indices('\n')
        .map(|(offset, _)| offset)
        .collect();
    let mut reader = MarkdownReader {
        piece,
        line_ends,
        content: SlideMarkdown::default(),
        fences: Vec::new(),
        taken: Vec::new(),
    };
    let mut at = 0;
    while at < events.len() {
        let end = block_end(&events, at);
        reader.block(&events[at..end], takes);
        at = end;
    }
    reader.content.spans.body = reader.pieces();
    reader.content.body = reader.rest();
    Some(reader.content)
}

/// Whether a question's written content still has that body when its list is taken out again.
pub(in crate::deck) fn keeps(text: &str, picture: bool, body: &str) -> bool {
    // A line `???` that ends the text is text, and begins notes where the list follows.
    let (piece, notes) = aside::take(SourcePiece {
        line: 1,
        text: text.to_owned(),
    });
    let content = read(
        &piece,
        MarkdownParts {
            lists: true,
            picture,
        },
        &mut Vec::new(),
    );
    notes.is_none() && content.is_some_and(|content| content.body == body)
}

type SpannedEvent<'a> = (Event<'a>, Range<usize>);

struct MarkdownReader<'a> {
    piece: &'a SourcePiece,
    line_ends: Vec<usize>,
    content: SlideMarkdown,
    /// Code fences, in order.
    fences: Vec<Range<usize>>,
    /// What is not part of the body, in order.
    taken: Vec<Range<usize>>,
}

impl MarkdownReader<'_> {
    fn block(&mut self, events: &[SpannedEvent<'_>], takes: MarkdownParts) {
        let (Event::Start(tag), range) = &events[0] else {
            return;
        };
        if let Tag::CodeBlock(CodeBlockKind::Fenced(_)) = tag {
            self.fences.push(range.clone());
        }
        let end = match tag {
            Tag::Heading { .. } if self.content.heading.is_none() => self.heading(events),
            Tag::List(_) if takes.lists => self.list(events),
            Tag::Paragraph => {
                self.note(range);
                (takes.picture && self.content.picture.is_none())
                    .then(|| self.picture(events))
                    .flatten()
            }
            _ => None,
        };
        self.taken.extend(end.map(|end| range.start..end));
    }

    /// An empty heading is taken away and forgotten.
    fn heading(&mut self, events: &[SpannedEvent<'_>]) -> Option<usize> {
        let (_, range) = &events[0];
        self.content.spans.headings.push(range.clone());
        let text = EscapedText::read(events, &self.piece.text).tidy();
        if !text.is_empty() {
            self.content.heading = Some((self.line_of(range.start), text));
        }
        Some(range.end)
    }

    /// A paragraph that begins `Note:`, in bold or not.
    fn note(&mut self, range: &Range<usize>) {
        let first = self.piece.text[range.clone()]
            .lines()
            .next()
            .unwrap_or_default();
        let text = first.trim_start_matches(['*', '_']);
        let begins = text
            .get(..4)
            .is_some_and(|word| word.eq_ignore_ascii_case("note"));
        if begins
            && text[4..]
                .trim_start_matches(['*', '_'])
                .starts_with([':', '：'])
        {
            self.content
                .notes
                .push((self.line_of(range.start), first.to_owned()));
        }
    }

    /// Ends where its last item does: the parser counts link definitions behind a list as the
    /// list's.
    fn list(&mut self, events: &[SpannedEvent<'_>]) -> Option<usize> {
        self.content.lists.push(self.line_of(events[0].1.start));
        let mut end = None;
        let mut at = 1;
        while at + 1 < events.len() {
            let next = block_end(events, at);
            let item = self.item(&events[at..next]);
            self.content.items.push(item);
            end = Some(events[at].1.end);
            at = next;
        }
        end
    }

    fn item(&self, events: &[SpannedEvent<'_>]) -> RawItem {
        let inside = &events[1..];
        let plain = inside.iter().all(|(event, _)| is_plain(event));
        let is_picture = |event: &Event<'_>| matches!(event, Event::Start(Tag::Image { .. }));
        let pictures = inside.iter().filter(|(event, _)| is_picture(event));
        RawItem {
            line: self.line_of(events[0].1.start),
            span: events[0].1.clone(),
            image_spans: pictures.map(|(_, range)| range.clone()).collect(),
            text: EscapedText::read_without_images(inside, &self.piece.text),
            images: images(inside, &self.piece.text),
            plain,
            instead: if plain {
                None
            } else {
                as_text(&self.piece.text[events[0].1.clone()])
            },
        }
    }

    fn picture(&mut self, events: &[SpannedEvent<'_>]) -> Option<usize> {
        let words = EscapedText::read_without_images(events, &self.piece.text).tidy();
        let mut found = images(events, &self.piece.text);
        if words.is_empty() && found.len() == 1 {
            self.content.picture = found.pop();
        }
        self.content.picture.as_ref().map(|_| events[0].1.end)
    }

    /// What is left, without blank lines around each piece.
    fn pieces(&self) -> Vec<Range<usize>> {
        let ends = self.taken.iter().map(|range| range.end);
        let starts = self.taken.iter().map(|range| range.start);
        let pieces = iter::once(0)
            .chain(ends)
            .zip(starts.chain([self.piece.text.len()]));
        pieces
            .map(|(from, to)| trim_lines(&self.piece.text, from..to))
            .filter(|piece| !piece.is_empty())
            .collect()
    }

    fn rest(&self) -> String {
        let mut rest = String::new();
        for piece in self.content.spans.body.iter().cloned() {
            if rest.is_empty() {
                rest += &self.piece.text[piece];
            } else {
                rest += "\n\n";
                rest += &self.dedented(piece);
            }
        }
        rest
    }

    /// What follows another piece. A code fence that it begins with moves to the edge: behind a
    /// list, the up to three blanks before it would make it part of the last item.
    fn dedented(&self, piece: Range<usize>) -> String {
        let text = &self.piece.text[piece.clone()];
        let indent = text.len() - text.trim_start_matches(' ').len();
        let Some(block) = self
            .fences
            .iter()
            .find(|fence| fence.start == piece.start + indent)
        else {
            return text.to_owned();
        };
        let (first, others) = text.split_at(block.end.min(piece.end) - piece.start);
        let lines = first.split('\n').map(|line| {
            let blanks = line.len() - line.trim_start_matches(' ').len();
            &line[blanks.min(indent)..]
        });
        lines.collect::<Vec<_>>().join("\n") + others
    }

    fn line_of(&self, offset: usize) -> usize {
        self.piece.line + self.line_ends.partition_point(|end| *end < offset)
    }
}

/// Where the block that begins at an event ends.
fn block_end(events: &[SpannedEvent<'_>], start: usize) -> usize {
    let mut depth = 0;
    for (index, (event, _)) in events.iter().enumerate().skip(start) {
        match event {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return index + 1;
        }
    }
    events.len()
}

/// A range without empty lines at the start and blanks at the end; the first line keeps its indent,
/// which may make it code.
fn trim_lines(text: &str, range: Range<usize>) -> Range<usize> {
    let piece = text[range.clone()].trim_end();
    let blank = piece.len() - piece.trim_start().len();
    let start = piece[..blank].rfind('\n').map_or(0, |end| end + 1);
    range.start + start..range.start + piece.len()
}

fn is_plain(event: &Event<'_>) -> bool {
    match event {
        Event::Start(tag) => matches!(
            tag,
            Tag::Paragraph
                | Tag::Emphasis
                | Tag::Strong
                | Tag::Strikethrough
                | Tag::Link { .. }
                | Tag::Image { .. }
        ),
        Event::Html(_) | Event::Rule => false,
        _ => true,
    }
}

/// The pictures among inline events, with what they show.
fn images(events: &[SpannedEvent<'_>], source: &str) -> Vec<Image> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < events.len() {
        let (Event::Start(Tag::Image { dest_url, .. }), _) = &events[at] else {
            at += 1;
            continue;
        };
        let end = block_end(events, at);
        let alt = EscapedText::read(&events[at..end], source).tidy();
        found.push(Image {
            source: crate::deck::text::plain::tidy(dest_url),
            alt,
        });
        at = end;
    }
    found
}

#[cfg(test)]
mod tests;
