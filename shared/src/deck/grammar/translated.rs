//! A slide's text in the other languages of its deck: behind a line `=== en` begins the same text
//! again.

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use super::content::{self, RawItem, SlideMarkdown};
use super::item;
use super::piece::SourcePiece;
use super::reader::{MarkdownParts, TextKey, written};
use super::settings::BlockSettings;
use super::source::code_lines;
use crate::deck::problem::{ContentProblem, DeckPart, Problem, ValueProblem, Wanted};
use crate::deck::text::plain::quote;
use crate::deck::{Translated, Translation, markdown};
use crate::limits::{LABEL_CHARS, PROMPT_CHARS};
use crate::text::fits;

/// A slide's text in one of the other languages.
pub(super) struct Block {
    language: String,
    /// The line that begins it.
    line: usize,
    piece: SourcePiece,
}

/// The text in the first language, and the others.
pub(super) fn cut(
    piece: &SourcePiece,
    languages: &[String],
    problems: &mut Vec<Problem>,
) -> (SourcePiece, Vec<Block>) {
    if languages.is_empty() {
        let first = SourcePiece {
            line: piece.line,
            text: piece.text.clone(),
        };
        return (first, Vec::new());
    }
    let (first, others) = pieces(piece);
    let mut blocks: Vec<Block> = Vec::new();
    for (language, line, text) in others {
        let mut wrong = |what| problems.push(Problem::new(line, what));
        let found = || quote(language);
        let mut known = languages.iter().skip(1);
        if !known.any(|known| known == language) {
            wrong(ContentProblem::UnknownLanguage {
                found: found(),
                known: languages.iter().skip(1).cloned().collect(),
            });
        } else if blocks.iter().any(|block| block.language == language) {
            wrong(ContentProblem::LanguageTwice { found: found() });
        } else {
            blocks.push(Block {
                language: language.to_owned(),
                line,
                piece: SourcePiece {
                    line: line + 1,
                    text,
                },
            });
        }
    }
    (first, blocks)
}

/// The text before the first line that names a language, and each such name with its line and the
/// text behind it.
pub(super) fn pieces(piece: &SourcePiece) -> (SourcePiece, Vec<(&str, usize, String)>) {
    let mut first = Vec::new();
    let mut others: Vec<(&str, usize, Vec<&str>)> = Vec::new();
    let lines = piece.text.split('\n').zip(code_lines(&piece.text));
    for (number, (text, is_code)) in (piece.line..).zip(lines) {
        let begins = text.strip_prefix("=== ").filter(|_| !is_code);
        match (begins, others.last_mut()) {
            (Some(language), _) => others.push((language.trim(), number, Vec::new())),
            (None, Some((.., lines))) => lines.push(text),
            (None, None) => first.push(text),
        }
    }
    let first = SourcePiece {
        line: piece.line,
        text: first.join("\n"),
    };
    let joined = |(language, line, lines): (_, _, Vec<&str>)| (language, line, lines.join("\n"));
    (first, others.into_iter().map(joined).collect())
}

/// Reads the texts in the other languages; each has what the first has.
pub(super) fn read(
    (first, blocks): (&SourcePiece, &[Block]),
    languages: &[String],
    takes: MarkdownParts,
    texts: &[(&'static str, TextKey)],
    settings: &mut BlockSettings<'_>,
) -> Vec<Translation> {
    let mut translations = Vec::new();
    for language in languages.iter().skip(1) {
        let block = blocks.iter().find(|block| block.language == *language);
        let mut translation = block.map_or_else(
            || Translation::new(language),
            |block| block.read(takes, settings.problems),
        );
        if let Some(block) = block {
            block.compare(first, settings.problems);
        }
        for (key, text) in texts {
            let name = format!("{key}-{language}");
            if let Some(value) = setting(&name, (key, *text), settings) {
                translation.settings.insert((*key).to_owned(), value);
            }
        }
        if !translation.is_without_text() || !translation.settings.is_empty() {
            translations.push(translation);
        }
    }
    translations
}

impl Block {
    fn read(&self, takes: MarkdownParts, problems: &mut Vec<Problem>) -> Translation {
        let SlideMarkdown {
            heading,
            items,
            body,
            ..
        } = content::read(
            &self.piece,
            MarkdownParts {
                picture: false,
                ..takes
            },
            problems,
        )
        .unwrap_or_default();
        let prompt = heading.map(|(_, prompt)| prompt);
        let is_long = !fits(prompt.as_deref().unwrap_or_default(), PROMPT_CHARS);
        if is_long {
            problems.push(Problem::new(
                self.line,
                ContentProblem::TooLong {
                    part: DeckPart::Prompt,
                    max: PROMPT_CHARS,
                },
            ));
        }
        let labels = items.into_iter().map(|raw| label(raw, problems));
        Translation {
            prompt,
            body,
            items: labels.collect(),
            ..Translation::new(&self.language)
        }
    }

    /// Says of what it has more or less than the first language.
    fn compare(&self, first: &SourcePiece, problems: &mut Vec<Problem>) {
        let (wanted, found) = (
            TextCounts::of(&first.text),
            TextCounts::of(&self.piece.text),
        );
        for (part, wanted, found) in [
            (DeckPart::Heading, wanted.headings, found.headings),
            (DeckPart::Paragraph, wanted.paragraphs, found.paragraphs),
            (DeckPart::Item, wanted.items, found.items),
        ] {
            if wanted != found {
                problems.push(Problem::new(
                    self.line,
                    ContentProblem::Differs {
                        part,
                        found,
                        wanted,
                    },
                ));
            }
        }
        if let Some(picture) = found.picture {
            problems.push(Problem::new(
                self.line,
                ContentProblem::MarkTwice {
                    found: quote(&picture),
                },
            ));
        }
    }
}

/// The label of an item, which has no marks: those of the first language count.
fn label(raw: RawItem, problems: &mut Vec<Problem>) -> String {
    let line = raw.line;
    let marked = item::read(raw, item::Allows::NOTHING, problems);
    if let Some(mark) = marked.marks.first() {
        let found = quote(&written(mark));
        problems.push(Problem::new(line, ContentProblem::MarkTwice { found }));
    }
    if !fits(&marked.label, LABEL_CHARS) {
        problems.push(Problem::new(
            line,
            ContentProblem::TooLong {
                part: DeckPart::Item,
                max: LABEL_CHARS,
            },
        ));
    }
    marked.label
}

/// What a text has of what each language must have.
#[derive(Default)]
struct TextCounts {
    headings: usize,
    paragraphs: usize,
    items: usize,
    /// The address of the first picture.
    picture: Option<String>,
}

impl TextCounts {
    fn of(text: &str) -> Self {
        let mut counted = Self::default();
        // Paragraphs of items are items, and one that is nothing but a picture stands in the first
        // language alone.
        let (mut inside_items, mut inside_picture, mut says) = (0_usize, 0_usize, false);
        for event in Parser::new_ext(text, markdown::options()) {
            match event {
                Event::Start(Tag::Heading { .. }) => counted.headings += 1,
                Event::Start(Tag::Item) => {
                    counted.items += 1;
                    inside_items += 1;
                }
                Event::End(TagEnd::Item) => inside_items -= 1,
                Event::Start(Tag::Paragraph) => says = false,
                Event::End(TagEnd::Paragraph) => {
                    counted.paragraphs += usize::from(says && inside_items == 0)
                }
                Event::Start(Tag::Image { dest_url, .. }) => {
                    inside_picture += 1;
                    counted
                        .picture
                        .get_or_insert_with(|| dest_url.into_string());
                }
                Event::End(TagEnd::Image) => inside_picture -= 1,
                Event::Text(text) | Event::Code(text) => {
                    says |= inside_picture == 0 && !text.trim().is_empty()
                }
                _ => {}
            }
        }
        counted
    }
}

/// A text setting in another language, in the shape of the first.
fn setting(
    name: &str,
    (key, text): (&str, TextKey),
    settings: &mut BlockSettings<'_>,
) -> Option<Translated> {
    settings.line(name)?;
    let value = match text {
        TextKey::One => settings.text(name).map(Translated::Text),
        TextKey::Several => settings.texts(name).map(Translated::Texts),
        TextKey::Noted => noted(name, settings),
    }?;
    let long = match &value {
        Translated::Text(text) => !fits(text, LABEL_CHARS),
        Translated::Texts(texts) => texts.iter().any(|text| !fits(text, LABEL_CHARS)),
        Translated::Noted { label, note } => !fits(label, LABEL_CHARS) || !fits(note, LABEL_CHARS),
    };
    if long {
        let wrong = ContentProblem::TooLong {
            part: DeckPart::Label,
            max: LABEL_CHARS,
        };
        settings
            .problems
            .push(Problem::new(settings.line(name).unwrap_or_default(), wrong));
    }
    if let (Translated::Texts(texts), Some(first)) = (&value, settings.list_length(key))
        && texts.len() != first
    {
        let wrong = ContentProblem::Differs {
            part: DeckPart::Label,
            found: texts.len(),
            wanted: first,
        };
        settings
            .problems
            .push(Problem::new(settings.line(name).unwrap_or_default(), wrong));
    }
    Some(value)
}

/// A label with or without a second line; its picture stands in the first language.
fn noted(name: &str, settings: &mut BlockSettings<'_>) -> Option<Translated> {
    if settings.is_list(name) {
        settings.not_a(name, Wanted::Pole);
        return None;
    }
    if !settings.is_map(name) {
        return settings.text(name).map(Translated::Text);
    }
    let line = settings.line(name)?;
    let found = settings.map(name, &["label", "note"], |map| {
        Some((map.text("label"), map.text("note")))
    })?;
    match found {
        (Some(label), Some(note)) => Some(Translated::Noted { label, note }),
        (Some(label), None) => Some(Translated::Text(label)),
        (None, _) => {
            settings.problems.push(Problem::new(
                line,
                ValueProblem::Empty {
                    key: name.to_owned(),
                },
            ));
            None
        }
    }
}
