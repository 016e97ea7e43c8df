//! Plain text out of inline Markdown, that remembers of each letter whether it was escaped.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use crate::deck::text::plain;

/// Letters with whether they were escaped: `\{` is a brace and never begins a marker.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct EscapedText(pub Vec<(char, bool)>);

impl EscapedText {
    /// All of the text, a picture's description included.
    pub fn read(events: &[(Event<'_>, Range<usize>)], source: &str) -> Self {
        let mut letters = Self::default();
        for (event, range) in events {
            letters.event(event, range, source);
        }
        letters
    }

    /// The text outside pictures.
    pub fn read_without_images(events: &[(Event<'_>, Range<usize>)], source: &str) -> Self {
        let mut letters = Self::default();
        let mut inside = 0;
        for (event, range) in events {
            match event {
                Event::Start(Tag::Image { .. }) => inside += 1,
                Event::End(TagEnd::Image) => {
                    inside -= 1;
                    letters.blank();
                }
                _ if inside > 0 => {}
                event => letters.event(event, range, source),
            }
        }
        letters
    }

    fn event(&mut self, event: &Event<'_>, range: &Range<usize>, source: &str) {
        match event {
            Event::Text(text) => self.text(text, range, source),
            Event::Code(text) | Event::InlineHtml(text) | Event::Html(text) => {
                self.0.extend(text.chars().map(|c| (c, true)));
            }
            Event::SoftBreak | Event::HardBreak | Event::End(TagEnd::Paragraph) => self.blank(),
            _ => {}
        }
    }

    /// A backslash ends the text before it, so only a first letter can be behind one. A text that
    /// differs from its source was an entity such as `&#123;`.
    fn text(&mut self, text: &str, range: &Range<usize>, source: &str) {
        let entity = source.get(range.clone()) != Some(text);
        let behind = range
            .start
            .checked_sub(1)
            .and_then(|before| source.as_bytes().get(before));
        let escaped = behind == Some(&b'\\');
        let letters = text.chars().enumerate();
        self.0
            .extend(letters.map(|(index, c)| (c, entity || (escaped && index == 0))));
    }

    fn blank(&mut self) {
        self.0.push((' ', false));
    }

    /// As text of one line.
    pub fn tidy(&self) -> String {
        plain::tidy(&self.raw())
    }

    /// As they are.
    pub fn raw(&self) -> String {
        self.0.iter().map(|(c, _)| c).collect()
    }

    /// Without blanks at both ends.
    pub fn trim(&self) -> &[(char, bool)] {
        let blank = |(c, _): &(char, bool)| c.is_whitespace() || c.is_control();
        let start = self
            .0
            .iter()
            .position(|letter| !blank(letter))
            .unwrap_or(self.0.len());
        let end = self
            .0
            .iter()
            .rposition(|letter| !blank(letter))
            .map_or(start, |last| last + 1);
        &self.0[start..end]
    }
}
