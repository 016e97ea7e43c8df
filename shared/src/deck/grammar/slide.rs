//! One section of the file as a slide, with the lines on which its parts stand.

use super::Edition;
use super::ask::{self, Parts};
use super::block::{self, Home};
use super::content::{self, Content, Takes};
use super::item;
use super::keys;
use super::plain::quote;
use super::settings::Settings;
use super::source::Section;
use super::yaml::Entry;
use crate::deck::problem::{Content as Wrong, Notice, Problem, Settings as Keys};
use crate::deck::{Pace, Part, Question, Slide};
use crate::ids::SlideId;

/// A slide that still needs an id.
#[derive(Debug)]
pub(super) struct Draft {
    pub slide: Slide,
    /// The id that the deck gives it.
    pub named: Option<String>,
    pub lines: Lines,
    /// Whether its settings, its kind or its text could not be read: then what it lacks says nothing.
    pub unread: bool,
}

impl Draft {
    /// Whether it shows and sets nothing: a mark of a heading without a text, say.
    pub fn is_empty(&self) -> bool {
        let bare = self.lines.keys.is_empty() && !self.unread;
        bare && self.slide.prompt.is_none() && self.slide.body.is_empty()
    }

    /// Where its id comes from.
    pub fn id_line(&self) -> usize {
        self.lines.of_key("id").or(self.lines.heading).unwrap_or(self.lines.start)
    }
}

/// Where a slide's parts stand in the file.
#[derive(Debug, Default)]
pub(super) struct Lines {
    pub start: usize,
    pub heading: Option<usize>,
    pub keys: Vec<(String, usize)>,
    pub items: Vec<usize>,
}

impl Lines {
    /// The line of a key, if it stands there.
    pub fn of_key(&self, key: &str) -> Option<usize> {
        self.keys.iter().find(|(name, _)| name == key).map(|(_, line)| *line)
    }
}

/// Reads one slide, as far as it can be read.
pub(super) fn read(section: &Section, edition: Edition, problems: &mut Vec<Problem>) -> Draft {
    let entries = match &section.block {
        Some(block) => block::read(block, Home::Slide, edition, problems),
        None => Some(Vec::new()),
    };
    let kind = entries.as_deref().and_then(|entries| kind(entries, problems));
    let mut entries = entries.unwrap_or_default();
    if let Some(kind) = kind {
        entries = keys::check_slide(entries, kind, problems);
    }
    let settings = Settings { entries: &entries, problems };
    let mut draft = Reader { section, kind: kind.unwrap_or("content"), settings }.slide();
    draft.unread |= kind.is_none();
    draft
}

/// What a slide is, or nothing if it says so in words that don't exist.
fn kind(entries: &[Entry], problems: &mut Vec<Problem>) -> Option<&'static str> {
    let mut settings = Settings { entries, problems };
    match (settings.line("ask"), settings.line("show")) {
        (None, None) => Some("content"),
        (Some(_), None) => settings.known_word("ask", keys::ASK),
        (None, Some(_)) => settings.known_word("show", keys::SHOW),
        (Some(ask), Some(show)) => {
            settings.problems.push(Problem::new(ask.max(show), Keys::AskAndShow));
            None
        }
    }
}

struct Reader<'a> {
    section: &'a Section,
    kind: &'static str,
    settings: Settings<'a>,
}

impl Reader<'_> {
    fn slide(mut self) -> Draft {
        let asks = keys::ASK.contains(&self.kind);
        let takes = if asks { ask::takes(self.kind, &self.settings) } else { Takes::default() };
        let content = content::read(&self.section.content, takes, self.settings.problems);
        let unread = content.is_none();
        let mut content = content.unwrap_or_default();
        self.notice(&content);
        let lines = self.lines(&content);
        let body = std::mem::take(&mut content.body);
        let prompt = content.heading.as_ref().map(|(_, text)| text.clone());
        let part = match self.kind {
            "content" => Part::Content,
            "instructions" => Part::Instructions,
            "leaderboard" => Part::Leaderboard,
            "break" => self.pause(),
            _ if unread => Part::Content,
            _ => self.question(content),
        };
        let slide = Slide {
            id: SlideId(String::new()),
            prompt,
            body,
            notes: self.notes(),
            results: self.settings.word("results"),
            phones: self.settings.word("phones"),
            reactions: self.settings.texts("reactions"),
            part,
        };
        Draft { slide, named: self.settings.text("id"), lines, unread }
    }

    /// Notes of its settings, and those among its text.
    fn notes(&mut self) -> Option<String> {
        let among = self.section.notes.as_deref().map(super::settings::long);
        let notes: Vec<_> = self.settings.long_text("notes").into_iter().chain(among).collect();
        (!notes.is_empty()).then(|| notes.join("\n\n"))
    }

    /// What of its text may not do what was hoped.
    fn notice(&mut self, content: &Content) {
        let problems = &mut self.settings.problems;
        problems.extend(content.lists.get(1).map(|line| Problem::new(*line, Notice::TwoLists)));
        let notes = content.notes.iter();
        problems.extend(notes.map(|(line, text)| Problem::new(*line, Notice::NoteShown { found: quote(text) })));
    }

    fn pause(&mut self) -> Part {
        Part::Break { minutes: self.settings.count("minutes"), until: self.settings.time("until") }
    }

    fn question(&mut self, content: Content) -> Part {
        let line = self.section.line();
        let prompt = content.heading.map(|(_, text)| text).unwrap_or_default();
        if prompt.is_empty() {
            self.settings.problems.push(Problem::new(line, Wrong::NoHeading { kind: self.kind }));
        }
        let allows = item::allows(self.kind);
        let items = content.items.into_iter().map(|raw| item::read(raw, allows, self.settings.problems)).collect();
        let parts = Parts { prompt, items, picture: content.picture };
        Part::Question(Question {
            change: self.settings.yes_no("change").unwrap_or(true),
            required: self.settings.yes_no("required").unwrap_or(false),
            countdown: self.settings.count("countdown"),
            compare: self.settings.text("compare").map(SlideId),
            split: self.settings.text("split").map(SlideId),
            pace: self.settings.word_among("pace", &[Pace::Room, Pace::Own, Pace::After]),
            ask: ask::read(self.kind, line, &mut self.settings, parts),
        })
    }

    fn lines(&self, content: &Content) -> Lines {
        Lines {
            start: self.section.line(),
            heading: content.heading.as_ref().map(|(line, _)| *line),
            keys: self.settings.lines(),
            items: content.items.iter().map(|item| item.line).collect(),
        }
    }
}
