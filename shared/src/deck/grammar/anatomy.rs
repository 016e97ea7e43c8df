//! The parts of one slide's text by their lines, for whoever changes one of them and leaves the
//! others as they are written.

use std::collections::BTreeSet;
use std::ops::Range;

use super::content::{self, RawItem, SlideMarkdown};
use super::item::{self, Allows};
use super::list_mark::list_mark;
use super::piece::SourcePiece;
use super::reader::MarkdownParts;
use super::settings::BlockSettings;
use super::source::{self, aside, comment};
use super::yaml::{self, YamlEntry};
use super::{Edition, slide, translated};
use crate::image::Image;

/// A slide's text, taken apart. Lines are counted from 0.
#[derive(Debug)]
pub(in crate::deck) struct SlideAnatomy {
    /// Its lines without their comments.
    pub lines: Vec<String>,
    /// The lines of its settings; behind them stands the separator that ends them.
    pub block: Option<Range<usize>>,
    /// Its settings, each at its line; nothing where they can't be read.
    pub entries: Option<Vec<YamlEntry>>,
    /// The lines of speaker notes among its text.
    pub aside: BTreeSet<usize>,
    /// Its text in each language; that of the first one is the first.
    pub parts: Vec<TextPart>,
}

/// A slide's text in one language.
#[derive(Debug)]
pub(in crate::deck) struct TextPart {
    /// The language behind `===`; nothing of the first.
    pub language: Option<String>,
    /// Its lines.
    pub lines: Range<usize>,
    /// What its heading says, and the lines of the last one, also where that says nothing.
    pub heading: Option<String>,
    pub heading_lines: Option<Range<usize>>,
    /// What people choose from, where the kind takes that out of the text.
    pub items: Vec<ItemPart>,
    /// The rest as it is read, and the lines of its pieces.
    pub body: String,
    pub body_lines: Vec<Range<usize>>,
}

/// An item of a list.
#[derive(Debug)]
pub(in crate::deck) struct ItemPart {
    /// Its lines, without blank ones behind it.
    pub lines: Range<usize>,
    /// What stands before its text: blanks and its mark.
    pub before: String,
    /// Its text as it is written, on one line, its pictures and its marks included.
    pub written: String,
    /// Its pictures as they are written.
    pub pictures: Vec<String>,
    pub label: String,
    pub image: Option<Image>,
    /// How many marks stand behind it.
    pub marks: usize,
}

/// The settings that stand between these lines.
pub(in crate::deck) fn entries(lines: &[String]) -> Option<Vec<YamlEntry>> {
    let trimmed: Vec<_> = lines.iter().map(|line| line.trim_end()).collect();
    let piece = SourcePiece {
        line: 0,
        text: trimmed.join("\n"),
    };
    yaml::read(&piece, &mut Vec::new())
}

/// The lines of a text without their comments.
pub(in crate::deck) fn uncommented(text: &str) -> Vec<String> {
    let text = comment::without(source::normalise(text), &mut Vec::new());
    text.split('\n').map(str::to_owned).collect()
}

impl SlideAnatomy {
    /// Takes the text of one slide apart; nothing where it is no slide by itself.
    pub fn of(text: &str, languages: &[String]) -> Option<Self> {
        let lines = uncommented(text);
        let mut problems = Vec::new();
        let mut cut = source::split(&lines.join("\n"), Edition::Latest, &mut problems);
        let whole = cut.front_lines.is_none() && cut.lost.is_none() && cut.sections.len() == 1;
        let section = cut.sections.pop().filter(|_| whole)?;
        if section.lines != (0..lines.len()) {
            return None;
        }
        let from = section.content.line - 1;
        let block = section.block.is_some().then(|| 0..from - 1);
        let entries = match &block {
            Some(block) => entries(&lines[block.clone()]),
            None => Some(Vec::new()),
        };
        let aside = aside::lines(&lines[from..].join("\n"));
        let aside = aside.iter().enumerate().filter(|(_, aside)| **aside);
        let takes = takes(entries.as_deref().unwrap_or_default());
        Some(Self {
            aside: aside.map(|(line, _)| from + line).collect(),
            parts: parts(section.content, takes, languages),
            lines,
            block,
            entries,
        })
    }
}

fn takes(entries: &[YamlEntry]) -> MarkdownParts {
    let mut problems = Vec::new();
    let what = slide::what(entries, &mut problems);
    let settings = BlockSettings {
        entries,
        problems: &mut problems,
    };
    what.map(|what| what.takes(&settings)).unwrap_or_default()
}

fn parts(content: SourcePiece, takes: MarkdownParts, languages: &[String]) -> Vec<TextPart> {
    if languages.is_empty() {
        return vec![TextPart::of(None, content, takes)];
    }
    let (first, others) = translated::pieces(&content);
    let mut parts = vec![TextPart::of(None, first, takes)];
    for (language, line, text) in others {
        let piece = SourcePiece {
            line: line + 1,
            text,
        };
        let takes = MarkdownParts {
            picture: false,
            ..takes
        };
        parts.push(TextPart::of(Some(language.to_owned()), piece, takes));
    }
    parts
}

impl TextPart {
    fn of(language: Option<String>, piece: SourcePiece, takes: MarkdownParts) -> Self {
        let content = content::read(&piece, takes, &mut Vec::new()).unwrap_or_default();
        let SlideMarkdown { spans, .. } = &content;
        let lines = PieceLines::of(&piece);
        let headings = spans.headings.iter();
        let body_lines = spans.body.iter().map(|span| lines.of_span(span)).collect();
        Self {
            language,
            lines: lines.all(),
            heading_lines: headings.last().map(|span| lines.of_span(span)),
            heading: content.heading.map(|(_, text)| text),
            items: content
                .items
                .into_iter()
                .map(|raw| ItemPart::of(raw, &piece.text, &lines))
                .collect(),
            body: content.body,
            body_lines,
        }
    }
}

/// On which lines of the slide the bytes of a piece stand.
struct PieceLines {
    first: usize,
    ends: Vec<usize>,
    text: String,
}

impl PieceLines {
    fn of(piece: &SourcePiece) -> Self {
        Self {
            first: piece.line - 1,
            ends: piece
                .text
                .match_indices('\n')
                .map(|(place, _)| place)
                .collect(),
            text: piece.text.clone(),
        }
    }

    fn all(&self) -> Range<usize> {
        self.first..self.first + self.ends.len() + 1
    }

    /// The lines of a span without the blank ones behind it.
    fn of_span(&self, span: &Range<usize>) -> Range<usize> {
        let end = span.start + self.text[span.clone()].trim_end().len();
        let line = |place| self.first + self.ends.partition_point(|end| *end < place);
        line(span.start)..line(end.max(span.start)) + 1
    }
}

impl ItemPart {
    fn of(raw: RawItem, text: &str, lines: &PieceLines) -> Self {
        let (span, pictures) = (raw.span.clone(), raw.image_spans.clone());
        let start = text[..span.start].rfind('\n').map_or(0, |end| end + 1);
        let written = text[span.clone()].trim_end();
        let mark = list_mark(written).unwrap_or_default();
        let blanks = written[mark..].len() - written[mark..].trim_start().len();
        let behind = &written[mark + blanks..];
        let marked = item::read(raw, Allows::ANYTHING, &mut Vec::new());
        let on_one_line: Vec<_> = behind.split('\n').map(str::trim).collect();
        Self {
            lines: lines.of_span(&span),
            before: format!("{}{}", &text[start..span.start], &written[..mark]),
            written: on_one_line.join(" "),
            pictures: pictures
                .into_iter()
                .map(|span| text[span].to_owned())
                .collect(),
            label: marked.label,
            image: marked.image,
            marks: marked.marks.len(),
        }
    }
}
