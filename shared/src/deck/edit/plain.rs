//! What is hard to read in a deck's text: long sentences and long words, by the language that they
//! are in. How long is too long is data (`plain.txt`).

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use super::DeckText;
use super::lines::RawLines;
use crate::deck::grammar::anatomy::{SlideAnatomy, TextPart};
use crate::deck::grammar::source::code_lines;

const TABLE: &str = include_str!("plain.txt");
/// The line of languages that have none.
const ANY: &str = "und";

/// Something that is hard to read, where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HardWording {
    /// Its bytes in the deck's text.
    pub span: Range<usize>,
    /// What it is.
    pub length: WordingLength,
}

/// What is long, and how long it should be at most.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WordingLength {
    /// A sentence, in words.
    Sentence {
        /// How many it has.
        words: usize,
        /// How many it should have at most.
        max: usize,
    },
    /// A word, in letters.
    Word {
        /// How many it has.
        letters: usize,
        /// How many it should have at most.
        max: usize,
    },
}

/// How long sentences and words may be.
#[derive(Clone, Copy)]
struct ReadingBounds {
    words: usize,
    letters: usize,
}

impl ReadingBounds {
    /// Those of a language, by its BCP 47 tag.
    fn of(language: &str) -> Option<Self> {
        let primary = language.split(['-', '_']).next().unwrap_or_default();
        let line = |tag: &str| {
            let mut lines = TABLE.lines().filter_map(|line| line.split_once(' '));
            lines.find(|(language, _)| language.eq_ignore_ascii_case(tag))
        };
        let (_, bounds) = line(primary).or_else(|| line(ANY))?;
        let (words, letters) = bounds.split_once(' ')?;
        Some(Self {
            words: words.parse().ok()?,
            letters: letters.trim().parse().ok()?,
        })
    }
}

impl DeckText {
    /// What is hard to read of the texts that people see, in order.
    pub fn hard_wordings(&self) -> Vec<HardWording> {
        let languages = &self.deck().languages;
        let mut found = Vec::new();
        for (index, slide) in self.slides().iter().enumerate() {
            let text = self.slide_text(index).unwrap_or_default();
            let Some(anatomy) = SlideAnatomy::of(text, languages) else {
                continue;
            };
            let raw = RawLines::of(text);
            for part in &anatomy.parts {
                let language = part.language.as_deref().unwrap_or(&self.deck().language);
                let Some(bounds) = ReadingBounds::of(language) else {
                    continue;
                };
                for span in paragraphs(part, &anatomy, &raw) {
                    let start = slide.span.start + span.start;
                    hard(&text[span], start, bounds, &mut found);
                }
            }
        }
        found
    }
}

/// The paragraphs, headings and items of a text; what is code, a table or not shown is none.
fn paragraphs(part: &TextPart, anatomy: &SlideAnatomy, raw: &RawLines<'_>) -> Vec<Range<usize>> {
    let lines = part.lines.start..part.lines.end.min(raw.count());
    let code = code_lines(&anatomy.lines[lines.clone()].join("\n"));
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut goes_on = false;
    for (line, is_code) in lines.zip(code) {
        let text = raw.line(line);
        let shown = text == anatomy.lines[line] && !anatomy.aside.contains(&line) && !is_code;
        let begin = text.trim_start();
        if !shown || begin.is_empty() || begin.starts_with('|') {
            goes_on = false;
            continue;
        }
        let marked = begin.trim_start_matches(|c: char| c.is_ascii_digit());
        let begins = marked.len() < begin.len() && marked.starts_with(['.', ')'])
            || begin.starts_with(['#', '-', '*', '+', '>']);
        match found.last_mut() {
            Some(last) if goes_on && !begins => last.end = raw.span(&(line..line + 1)).end,
            _ => found.push(raw.span(&(line..line + 1))),
        }
        goes_on = !begin.starts_with('#');
    }
    found
}

fn hard(text: &str, start: usize, bounds: ReadingBounds, found: &mut Vec<HardWording>) {
    for (place, sentence) in text.split_sentence_bound_indices() {
        let words = sentence.unicode_words().count();
        if words > bounds.words {
            let at = start + place;
            found.push(HardWording {
                span: at..at + sentence.trim_end().len(),
                length: WordingLength::Sentence {
                    words,
                    max: bounds.words,
                },
            });
        }
    }
    for (place, word) in text.unicode_word_indices() {
        let letters = word.graphemes(true).count();
        if letters > bounds.letters && word.chars().all(char::is_alphabetic) {
            let at = start + place;
            found.push(HardWording {
                span: at..at + word.len(),
                length: WordingLength::Word {
                    letters,
                    max: bounds.letters,
                },
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_table_is_read() {
        let lines = TABLE
            .lines()
            .filter(|line| !line.is_empty() && !line.starts_with('#'));
        let languages: Vec<_> = lines.filter_map(|line| line.split(' ').next()).collect();
        assert!(languages.contains(&ANY));
        assert!(
            languages
                .iter()
                .all(|language| ReadingBounds::of(language).is_some())
        );
        let words =
            |language| ReadingBounds::of(language).map(|bounds| (bounds.words, bounds.letters));
        assert_eq!(words("nl-BE"), Some((15, 15)));
        assert_eq!(words("xx"), words(ANY));
    }
}
