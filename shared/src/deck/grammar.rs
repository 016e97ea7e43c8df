//! From a deck's text to a deck, with everything that is wrong with it said at its line.
//!
//! The text is cut into front matter and slides (`source`), settings are read as YAML (`yaml`)
//! by keys that say their type (`settings`), content is taken apart as Markdown (`content`).
//! Nothing here plays a deck, and nothing here knows a file or a page.

use super::problem::PROBLEMS_MAX;
use super::validate::{self, Finding, SlidePart};
use super::{Deck, Part};
use crate::limits::{DECK_BYTES, DECK_SLIDES, REACTIONS_MAX, REACTIONS_ONCE, TITLE_CHARS};

pub(super) mod anatomy;
mod block;
pub(crate) mod content;
mod front;
mod ids;
pub(crate) mod item;
pub(super) mod keys;
pub(crate) mod keyword;
mod list_mark;
mod markdown_parts;
pub(super) mod piece;
mod program;
pub(crate) mod reader;
pub(crate) mod settings;
mod slide;
pub(super) mod source;
pub(super) mod spelling;
mod synonyms;
pub(super) mod trace;
mod translated;
pub(crate) mod yaml;

use super::problem::{DeckNotice, FileFormat, Problem, ProblemKind, StructureProblem};
pub use super::text::emoji::is_emoji;

/// A deck that can be used, and what is worth knowing about it.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// What the text says.
    pub deck: Deck,
    /// In order of their lines.
    pub warnings: Vec<Problem>,
}

/// By which rules a text is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Edition {
    /// Those of before: comments and notes among a slide's text are text, and what looks like a
    /// setting may be text.
    First,
    /// Those of now.
    Latest,
}

/// Reads a deck.
///
/// # Errors
///
/// Everything that is wrong, in order of its line; the first 200.
pub fn read(text: &str) -> Result<Reading, Vec<Problem>> {
    read_named(text, |_| {})
}

/// Reads a deck whose slides are given other ids before it is looked at what they say of each
/// other.
pub(crate) fn read_named(
    text: &str,
    name: impl FnOnce(&mut Deck),
) -> Result<Reading, Vec<Problem>> {
    let reading = read_by(Edition::Latest, text, name);
    match (reading, program::of(text)) {
        // One sentence says more than one for each of its settings.
        (Err(_), Some((line, program))) => Err(vec![Problem::new(
            line,
            StructureProblem::OtherProgram { program },
        )]),
        (Ok(Reading { deck, mut warnings }), Some((line, program))) => {
            warnings.push(Problem::new(line, DeckNotice::OtherProgram { program }));
            warnings.sort_by_key(|problem| problem.line);
            Ok(Reading { deck, warnings })
        }
        (reading, None) => reading,
    }
}

/// Reads a deck that was stored, perhaps before a rule was added: what breaks only such a rule is a
/// warning until the deck is saved again, and means what it meant.
///
/// # Errors
///
/// As [`read`], where a deck could never have been stored.
pub fn read_stored(text: &str) -> Result<Reading, Vec<Problem>> {
    read(text).or_else(|errors| {
        let Reading { deck, warnings } =
            read_by(Edition::First, text, |_| {}).map_err(|_| errors.clone())?;
        let mut warnings: Vec<_> = errors.into_iter().chain(warnings).collect();
        warnings.sort_by_key(|problem| problem.line);
        Ok(Reading { deck, warnings })
    })
}

fn read_by(
    edition: Edition,
    text: &str,
    name: impl FnOnce(&mut Deck),
) -> Result<Reading, Vec<Problem>> {
    let mut problems = Vec::new();
    let deck = read_all(edition, text, name, &mut problems);
    problems.sort_by_key(|problem| problem.line);
    problems.dedup();
    let (errors, warnings): (Vec<_>, Vec<_>) = problems.into_iter().partition(Problem::is_error);
    match deck {
        Some(deck) if errors.is_empty() => Ok(Reading { deck, warnings }),
        _ => Err(errors.into_iter().take(PROBLEMS_MAX).collect()),
    }
}

/// A text that is one, without what is not of the deck.
fn cleaned(edition: Edition, text: &str, problems: &mut Vec<Problem>) -> Option<String> {
    let is_none = |what| Problem::new(1, what);
    if text.len() > DECK_BYTES {
        problems.push(is_none(StructureProblem::TooLarge { bytes: text.len() }));
        return None;
    }
    let text = source::normalise(text);
    if edition == Edition::First {
        return Some(text);
    }
    if super::file::is_rich_text(&text) {
        let format = FileFormat::Rtf;
        problems.push(is_none(StructureProblem::NoText { format }));
        return None;
    }
    Some(source::comment::without(text, problems))
}

fn read_all(
    edition: Edition,
    text: &str,
    name: impl FnOnce(&mut Deck),
    problems: &mut Vec<Problem>,
) -> Option<Deck> {
    let text = cleaned(edition, text, problems)?;
    if let Some(line) = program::fenced(&text) {
        problems.push(Problem::new(line, DeckNotice::Fenced));
    }
    let source = source::split(&text, edition, problems);
    if let Some(section) = source.sections.get(DECK_SLIDES) {
        problems.push(too_many(section));
        return None;
    }
    Some(fill(edition, &source, name, problems).0)
}

fn too_many(section: &source::Section) -> Problem {
    Problem::new(section.line(), StructureProblem::TooManySlides)
}

/// The deck of a text that is cut, as far as it can be read, and where its slides stand. No more
/// slides are looked at than a deck may have.
fn fill(
    edition: Edition,
    source: &source::DeckSource,
    name: impl FnOnce(&mut Deck),
    problems: &mut Vec<Problem>,
) -> (Deck, Vec<SlideSource>) {
    let (mut deck, keys) = front::read(source.front.as_ref(), edition, problems);
    let languages = &deck.languages;
    let mut drafts: Vec<_> = source
        .sections
        .iter()
        .take(DECK_SLIDES)
        .map(|section| slide::read(section, edition, languages, problems))
        .collect();
    drafts.retain(|draft| !draft.is_empty());
    if drafts.is_empty() && problems.is_empty() {
        problems.push(Problem::new(1, StructureProblem::NoSlides));
    }
    ids::assign(&mut drafts, edition, problems);
    let mut places = Vec::with_capacity(drafts.len());
    for draft in drafts {
        deck.slides.push(draft.slide);
        places.push(SlideSource {
            is_named: draft.named.is_some(),
            lines: draft.lines,
            unread: draft.unread,
        });
    }
    set_language(&mut deck);
    if deck.title.is_empty() {
        deck.title = title_of(&deck);
    }
    if edition == Edition::First {
        once_more_reactions(&mut deck);
    }
    name(&mut deck);
    let map = Map {
        front: keys,
        places,
    };
    let findings = validate::check(&deck).into_iter();
    problems.extend(findings.filter_map(|finding| map.problem(finding)));
    (deck, map.places)
}

/// Questions know what they have to of the language of their deck.
fn set_language(deck: &mut Deck) {
    for slide in &mut deck.slides {
        if let Part::Question(question) = &mut slide.part {
            question.ask.set_language(&deck.language);
        }
    }
}

/// Decks of before could offer more reactions: the first of them stay.
fn once_more_reactions(deck: &mut Deck) {
    let slides = deck
        .slides
        .iter_mut()
        .filter_map(|slide| slide.reactions.as_mut());
    for reactions in slides
        .chain([&mut deck.reactions])
        .filter(|reactions| reactions.len() <= REACTIONS_ONCE)
    {
        reactions.truncate(REACTIONS_MAX);
    }
}

/// The first heading, as much of it as a title may be.
fn title_of(deck: &Deck) -> String {
    let heading = deck
        .slides
        .iter()
        .map(|slide| slide.heading())
        .find(|heading| !heading.is_empty());
    validate::shortened(heading.unwrap_or_default(), TITLE_CHARS)
}

/// Where the parts of a deck stand in its text.
struct Map {
    front: Vec<(String, usize)>,
    places: Vec<SlideSource>,
}

struct SlideSource {
    is_named: bool,
    lines: slide::SlideLines,
    unread: bool,
}

impl Map {
    /// A finding at its line, unless it is about a slide that could not be read.
    fn problem(&self, finding: Finding) -> Option<Problem> {
        let unread = |slide: Option<usize>| {
            slide
                .and_then(|slide| self.places.get(slide))
                .is_some_and(|place| place.unread)
        };
        let silent = unread(finding.slide) || unread(finding.about);
        (!silent).then(|| Problem::new(self.line(&finding), finding.wrong))
    }

    fn line(&self, finding: &Finding) -> usize {
        let of_key = |keys: &[(String, usize)], key| {
            keys.iter()
                .find(|(name, _)| name == key)
                .map(|(_, line)| *line)
        };
        let Some(place) = finding.slide.and_then(|slide| self.places.get(slide)) else {
            return match finding.spot {
                SlidePart::Key(key) => of_key(&self.front, key).unwrap_or(1),
                _ => 1,
            };
        };
        let lines = &place.lines;
        match finding.spot {
            SlidePart::Key(key) => of_key(&lines.keys, key),
            SlidePart::Item(index) => lines.items.get(index).copied(),
            SlidePart::Slide => None,
            SlidePart::Heading => lines.heading,
        }
        .or(lines.heading)
        .unwrap_or(lines.start)
    }
}
