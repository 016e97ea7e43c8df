//! A text by its lines as they are written, with what ends each.

use std::ops::Range;

/// The mark that some programs begin a file with.
const BYTE_ORDER_MARK: char = '\u{feff}';

/// The lines of a text in which every kind of end is one.
#[derive(Clone, Debug)]
pub(super) struct RawLines<'t> {
    text: &'t str,
    /// Each without what ends it.
    spans: Vec<Range<usize>>,
}

impl<'t> RawLines<'t> {
    pub fn of(text: &'t str) -> Self {
        let mut spans = Vec::new();
        let mark = text.strip_prefix(BYTE_ORDER_MARK).unwrap_or(text);
        let mut start = text.len() - mark.len();
        let bytes = text.as_bytes();
        let mut at = start;
        while at < bytes.len() {
            let width = match (bytes[at], bytes.get(at + 1)) {
                (b'\r', Some(b'\n')) => 2,
                (b'\r' | b'\n', _) => 1,
                _ => 0,
            };
            if width > 0 {
                spans.push(start..at);
                start = at + width;
            }
            at += width.max(1);
        }
        spans.push(start..bytes.len());
        Self { text, spans }
    }

    pub fn count(&self) -> usize {
        self.spans.len()
    }

    /// A line without what ends it.
    pub fn line(&self, index: usize) -> &'t str {
        self.spans
            .get(index)
            .map_or("", |span| &self.text[span.clone()])
    }

    pub fn is_blank(&self, index: usize) -> bool {
        self.line(index).trim().is_empty()
    }

    /// Where a line begins; behind the last one, where the text ends.
    pub fn start(&self, index: usize) -> usize {
        self.spans
            .get(index)
            .map_or(self.text.len(), |span| span.start)
    }

    /// The bytes of lines, without what ends the last.
    pub fn span(&self, lines: &Range<usize>) -> Range<usize> {
        let start = self.start(lines.start);
        let last = lines.end.checked_sub(1).filter(|last| *last >= lines.start);
        let end = last.and_then(|last| self.spans.get(last));
        start..end.map_or(start, |span| span.end)
    }

    /// The line, from 0, in which a byte stands.
    pub fn line_at(&self, place: usize) -> usize {
        let behind = self.spans.partition_point(|span| span.start <= place);
        behind.saturating_sub(1)
    }

    /// Lines without the blank ones at their end.
    pub fn trimmed(&self, lines: Range<usize>) -> Range<usize> {
        let mut end = lines.end.min(self.count());
        while end > lines.start && self.is_blank(end - 1) {
            end -= 1;
        }
        lines.start..end
    }

    /// The text with other lines in the place of some. What is new ends as the other lines do.
    pub fn with(&self, replaced: Range<usize>, new: &[String], newline: &str) -> String {
        let written = |line: usize| {
            let next = self.spans.get(line + 1);
            let end = next.map_or(self.text.len(), |span| span.start);
            let text = self.line(line).to_owned();
            (text, &self.text[self.spans[line].end..end])
        };
        let mut lines: Vec<(String, &str)> = (0..replaced.start).map(written).collect();
        lines.extend(new.iter().map(|line| (line.clone(), newline)));
        lines.extend((replaced.end..self.count()).map(written));
        let last = lines.len().saturating_sub(1);
        let mut text = self.text[..self.start(0)].to_owned();
        for (index, (line, end)) in lines.iter().enumerate() {
            text += line;
            text += match end {
                _ if index == last => "",
                &"" => newline,
                end => end,
            };
        }
        text
    }
}

/// What ends the lines of a text: what ends the first.
pub(super) fn newline(text: &str) -> &'static str {
    match text.find(['\r', '\n']) {
        Some(at) if text[at..].starts_with("\r\n") => "\r\n",
        Some(at) if text[at..].starts_with('\r') => "\r",
        _ => "\n",
    }
}

/// Texts of several lines as those.
pub(super) fn split(text: &str) -> Vec<String> {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    text.split('\n').map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_end_is_one_and_stays_where_it_is() {
        let text = "\u{feff}a\r\nb\rc\n\nd";
        let lines = RawLines::of(text);
        let all: Vec<_> = (0..lines.count()).map(|line| lines.line(line)).collect();
        assert_eq!(all, ["a", "b", "c", "", "d"]);
        assert_eq!(lines.with(0..0, &[], "\n"), text);
        let new = ["x".to_owned(), "y".to_owned()];
        assert_eq!(lines.with(1..3, &new, "\r\n"), "\u{feff}a\r\nx\r\ny\r\n\nd");
        assert_eq!(lines.with(5..5, &new, "\n"), format!("{text}\nx\ny"));
        assert_eq!(lines.with(3..5, &[], "\n"), "\u{feff}a\r\nb\rc");
        assert_eq!(lines.span(&(1..3)), 6..9);
        assert_eq!((lines.line_at(3), lines.line_at(6)), (0, 1));
        assert_eq!(lines.trimmed(0..4), 0..3);
    }
}
