//! Two changed texts of one deck as one: slide by slide, and the deck's own settings by key. What
//! both changed in different ways is a choice that somebody makes; no line that either wrote is
//! lost.

use super::lines::{RawLines, newline};
use super::{DeckEdit, DeckText};
use crate::deck::grammar::anatomy;
use crate::limits::DECK_SLIDES;

mod head;
mod order;
mod pairing;

use head::{HeadLines, HeadPiece};
use order::MergeEntry;

/// Texts of more slides are not taken apart: that is no deck, and would take its time.
const SLIDES_MAX: usize = 2 * DECK_SLIDES;

/// Whose text it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MergeSide {
    /// Of who merges.
    Mine,
    /// Of who saved before.
    Theirs,
}

/// What two texts are both about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MergeSubject {
    /// One of the deck's own settings, by its key; all of them, where that is empty.
    Setting(String),
    /// A slide, by its id.
    Slide(String),
    /// The whole text, where it has far more slides than a deck may have.
    Deck,
}

/// What both changed in different ways, or one changed and the other took out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MergeChoice {
    /// What it is about.
    pub subject: MergeSubject,
    /// What it was; nothing where it is new.
    pub base: Option<String>,
    /// What it is to one; nothing where that one took it out.
    pub mine: Option<String>,
    /// What it is to the other.
    pub theirs: Option<String>,
}

/// A text, up to what somebody still has to choose.
#[derive(Clone, Debug)]
pub struct DeckMerge {
    mark: &'static str,
    newline: &'static str,
    /// What stands above the deck's own settings.
    above: String,
    head: Vec<HeadPiece>,
    slides: Vec<SlidePiece>,
    tail: String,
    /// What is to be chosen, in the order in which it stands in the text.
    pub choices: Vec<MergeChoice>,
}

/// A slide of the merged text.
#[derive(Clone, Debug)]
struct SlidePiece {
    /// What stands between it and the one before, up to the separator.
    lead: String,
    text: MergedText,
}

/// What is clear, or the choice that it depends on.
#[derive(Clone, Debug)]
enum MergedText {
    Clear(String),
    Choice(usize),
}

impl DeckMerge {
    /// Merges what two made of a text.
    pub fn of(base: &str, mine: &str, theirs: &str) -> Self {
        if is_same(mine, theirs) || is_same(theirs, base) {
            return Self::clear(mine);
        }
        if is_same(mine, base) {
            return Self::clear(theirs);
        }
        let [base, mine, theirs] = [base, mine, theirs].map(DeckText::read);
        if [&base, &mine, &theirs]
            .iter()
            .any(|deck| deck.slides().len() > SLIDES_MAX)
        {
            return Self::whole(base.text, mine.text, theirs.text);
        }
        let theirs = with_ids_apart(&base, &mine, theirs);
        let mut choices = Vec::new();
        let heads = [&base, &mine, &theirs].map(|deck| deck.head_text());
        let heads = HeadLines::of_each(heads);
        let head = head::merged(&heads, &mut choices);
        let chunks = [&base, &mine, &theirs].map(Chunks::of);
        let entries = order::entries([&base, &mine, &theirs], &chunks);
        let mut slides = Vec::new();
        for entry in entries {
            slides.extend(entry.piece(&base, &mine, &theirs, &chunks, &mut choices));
        }
        Self {
            mark: if mine.text.starts_with('\u{feff}') {
                "\u{feff}"
            } else {
                ""
            },
            newline: newline(&mine.text),
            above: both(chunks.each_ref().map(|chunks| chunks.above)),
            tail: both(chunks.each_ref().map(|chunks| chunks.tail)),
            head,
            slides,
            choices,
        }
    }

    /// A text of which nothing has to be chosen.
    fn clear(text: &str) -> Self {
        Self {
            mark: "",
            newline: "\n",
            above: String::new(),
            head: Vec::new(),
            slides: Vec::new(),
            tail: text.to_owned(),
            choices: Vec::new(),
        }
    }

    /// One of two whole texts.
    fn whole(base: String, mine: String, theirs: String) -> Self {
        let text = MergedText::Choice(0);
        Self {
            slides: vec![SlidePiece {
                lead: String::new(),
                text,
            }],
            choices: vec![MergeChoice {
                subject: MergeSubject::Deck,
                base: Some(base),
                mine: Some(mine),
                theirs: Some(theirs),
            }],
            ..Self::clear("")
        }
    }

    /// The text, with what was chosen; where nothing was, mine stands.
    pub fn text(&self, chosen: &[MergeSide]) -> String {
        let read = |text: &MergedText| match text {
            MergedText::Clear(text) => Some(text.clone()),
            MergedText::Choice(place) => {
                let choice = &self.choices[*place];
                match chosen.get(*place).unwrap_or(&MergeSide::Mine) {
                    MergeSide::Mine => choice.mine.clone(),
                    MergeSide::Theirs => choice.theirs.clone(),
                }
            }
        };
        let mut text = format!("{}{}", self.mark, self.above);
        text += &head::written(&self.head, read, self.newline);
        let mut is_first = true;
        for slide in &self.slides {
            let Some(body) = read(&slide.text) else {
                continue;
            };
            if !is_first {
                text += &slide.lead;
            }
            text += &body;
            is_first = false;
        }
        text + &self.tail
    }
}

impl MergeEntry {
    /// What becomes of a slide: nothing where it is out.
    fn piece(
        &self,
        base: &DeckText,
        mine: &DeckText,
        theirs: &DeckText,
        [of_base, of_mine, of_theirs]: &[Chunks<'_>; 3],
        choices: &mut Vec<MergeChoice>,
    ) -> Option<SlidePiece> {
        let texts = [
            self.base.map(|at| of_base.slides[at].text),
            self.mine.map(|at| of_mine.slides[at].text),
            self.theirs.map(|at| of_theirs.slides[at].text),
        ];
        let lead = match (self.mine, self.theirs) {
            (Some(at), _) if at > 0 => of_mine.slides[at].lead,
            (_, Some(at)) if at > 0 => of_theirs.slides[at].lead,
            _ => "",
        };
        let between = format!("{0}{0}---{0}", mine.newline);
        let lead = if lead.is_empty() {
            between
        } else {
            lead.to_owned()
        };
        let named = [(mine, self.mine), (theirs, self.theirs), (base, self.base)];
        let id = named
            .iter()
            .find_map(|(deck, at)| Some(deck.slides()[(*at)?].id.clone()));
        let text = merged(texts, MergeSubject::Slide(id.unwrap_or_default()), choices)?;
        Some(SlidePiece { lead, text })
    }
}

/// One text of three: what one changed, or what both made of it, or a choice.
fn merged(
    [base, mine, theirs]: [Option<&str>; 3],
    subject: MergeSubject,
    choices: &mut Vec<MergeChoice>,
) -> Option<MergedText> {
    let same = |one: Option<&str>, other: Option<&str>| match (one, other) {
        (Some(one), Some(other)) => is_same(one, other),
        (None, None) => true,
        (Some(_), None) | (None, Some(_)) => false,
    };
    let clear = |text: Option<&str>| text.map(|text| MergedText::Clear(text.to_owned()));
    if same(mine, theirs) || same(theirs, base) {
        return clear(mine);
    }
    if same(mine, base) {
        return clear(theirs);
    }
    let owned = |text: Option<&str>| text.map(str::to_owned);
    choices.push(MergeChoice {
        subject,
        base: owned(base),
        mine: owned(mine),
        theirs: owned(theirs),
    });
    Some(MergedText::Choice(choices.len() - 1))
}

/// Whether two texts have the same lines, whatever ends them.
fn is_same(one: &str, other: &str) -> bool {
    if one == other {
        return true;
    }
    let (one, other) = (RawLines::of(one), RawLines::of(other));
    one.count() == other.count() && (0..one.count()).all(|line| one.line(line) == other.line(line))
}

/// Two who add a question at once may get the same id for it: then theirs has another.
fn with_ids_apart(base: &DeckText, mine: &DeckText, mut theirs: DeckText) -> DeckText {
    let is_new = |id: &str| base.slides().iter().all(|slide| slide.id != id);
    for at in 0..theirs.slides().len() {
        let slide = &theirs.slides()[at];
        let text = theirs.slide_text(at).unwrap_or_default();
        let mut others = mine.slides().iter().enumerate();
        let meets = others.any(|(place, other)| {
            let other_text = mine.slide_text(place).unwrap_or_default();
            other.is_named && other.id == slide.id && !is_same(other_text, text)
        });
        if !(meets && slide.is_named && is_new(&slide.id)) {
            continue;
        }
        let numbered = (2..).map(|number| crate::deck::text::slug::numbered(&slide.id, number));
        let is_free = |id: &String| {
            let mut all = mine.slides().iter().chain(theirs.slides());
            all.all(|slide| slide.id != *id)
        };
        let id = numbered.take(1_000).find(is_free).unwrap_or_default();
        if let Ok((_, renamed)) = theirs.edit(&DeckEdit::Rename { at, id }) {
            theirs = renamed;
        }
    }
    theirs
}

/// A text cut into its slides, with what stands before each and behind the last.
struct Chunks<'d> {
    above: &'d str,
    slides: Vec<Chunk<'d>>,
    tail: &'d str,
}

/// A slide with what stands before it up to the separator of the one before.
struct Chunk<'d> {
    lead: &'d str,
    /// Its text. Sections above it that hold nothing but comments are a part of it.
    text: &'d str,
}

impl<'d> Chunks<'d> {
    fn of(deck: &'d DeckText) -> Self {
        let (text, lines) = (deck.text.as_str(), RawLines::of(&deck.text));
        let cleaned = anatomy::uncommented(text);
        let mark = lines.start(0);
        let above = deck.head().map_or("", |head| &text[mark..head.start]);
        let mut at = deck.head().map_or(mark, |head| {
            let line = lines.line_at(head.end);
            lines.start(line + 1).max(head.end)
        });
        let mut slides = Vec::new();
        for (index, slide) in deck.slides().iter().enumerate() {
            let start = slide.span.start;
            let body = if index == 0 {
                let gap = text[at..start].lines();
                let bare = gap
                    .into_iter()
                    .all(|line| matches!(line.trim(), "" | "---"));
                if bare { start } else { at }
            } else {
                let first = lines.line_at(at) + 1;
                let is_separator = |line: &usize| cleaned[*line].trim_end() == "---";
                let separator = (first..lines.line_at(start)).find(is_separator);
                separator.map_or(start, |line| lines.start(line + 1))
            };
            slides.push(Chunk {
                lead: &text[at..body],
                text: &text[body..slide.span.end],
            });
            at = slide.span.end;
        }
        Self {
            above,
            slides,
            tail: &text[at..],
        }
    }
}

/// What stands above the settings or behind the last slide; both, where both changed it.
fn both([base, mine, theirs]: [&str; 3]) -> String {
    if is_same(theirs, base) || is_same(mine, theirs) {
        return mine.to_owned();
    }
    if is_same(mine, base) || mine.trim().is_empty() {
        return theirs.to_owned();
    }
    format!("{mine}{theirs}")
}
