//! One section of the file as a slide, with the lines on which its parts stand.

use std::ops::Range;

use super::block::{self, BlockKind};
use super::content::{self, SlideMarkdown};
use super::item::{self, Allows};
use super::keys::{self, Show};
use super::keyword::Keyword;
use super::reader::{self, MarkdownParts, QuestionParts};
use super::settings::BlockSettings;
use super::source::Section;
use super::yaml::YamlEntry;
use super::{Edition, translated};
use crate::deck::problem::{ContentProblem, DeckNotice, Problem, SettingsProblem, Wanted};
use crate::deck::text::plain::quote;
use crate::deck::{AnswerPace, Part, Question, Slide, Wifi};
use crate::ids::SlideId;
use crate::question::Kind;

/// A slide that still needs an id.
#[derive(Debug)]
pub(super) struct SlideDraft {
    pub slide: Slide,
    /// The id that the deck gives it.
    pub named: Option<String>,
    pub lines: SlideLines,
    /// Whether its settings, its kind or its text could not be read: then what it lacks says
    /// nothing.
    pub unread: bool,
}

impl SlideDraft {
    /// Whether it shows and sets nothing: a mark of a heading without a text, say.
    pub fn is_empty(&self) -> bool {
        let bare = self.lines.keys.is_empty() && !self.unread;
        bare && self.slide.prompt.is_none() && self.slide.body.is_empty()
    }

    /// Where its id comes from.
    pub fn id_line(&self) -> usize {
        self.lines
            .of_key("id")
            .or(self.lines.heading)
            .unwrap_or(self.lines.start)
    }
}

/// Where a slide's parts stand in the file.
#[derive(Debug, Default)]
pub(super) struct SlideLines {
    /// All of them, from 0, up to the separator that ends it.
    pub span: Range<usize>,
    pub start: usize,
    pub heading: Option<usize>,
    pub keys: Vec<(String, usize)>,
    pub items: Vec<usize>,
}

impl SlideLines {
    /// The line of a key, if it stands there.
    pub fn of_key(&self, key: &str) -> Option<usize> {
        self.keys
            .iter()
            .find(|(name, _)| name == key)
            .map(|(_, line)| *line)
    }
}

/// Reads one slide, as far as it can be read.
pub(super) fn read(
    section: &Section,
    edition: Edition,
    languages: &[String],
    problems: &mut Vec<Problem>,
) -> SlideDraft {
    let entries = match &section.block {
        Some(block) => block::read(block, BlockKind::Slide, edition, problems),
        None => Some(Vec::new()),
    };
    let what = entries
        .as_deref()
        .and_then(|entries| what(entries, problems));
    let mut entries = entries.unwrap_or_default();
    if let Some(what) = what {
        entries = keys::check_slide(entries, what.word(), languages, problems);
    }
    let settings = BlockSettings {
        entries: &entries,
        problems,
    };
    let mut draft = SlideReader {
        section,
        languages,
        what: what.unwrap_or(SlideKind::Text),
        settings,
    }
    .slide();
    draft.unread |= what.is_none();
    draft
}

/// What a slide is.
#[derive(Clone, Copy)]
pub(super) enum SlideKind {
    Text,
    Shown(Show),
    Question(Kind),
}

impl SlideKind {
    /// What it takes out of its Markdown, with these settings.
    pub fn takes(self, settings: &BlockSettings<'_>) -> MarkdownParts {
        match self {
            Self::Question(kind) => (kind.format().takes)(settings),
            Self::Text | Self::Shown(_) => MarkdownParts::NOTHING,
        }
    }

    fn word(self) -> &'static str {
        match self {
            Self::Text => "content",
            Self::Shown(show) => show.word(),
            Self::Question(kind) => kind.word(),
        }
    }
}

/// What a slide is, or nothing if it says so in words that don't exist.
pub(super) fn what(entries: &[YamlEntry], problems: &mut Vec<Problem>) -> Option<SlideKind> {
    let mut settings = BlockSettings { entries, problems };
    match (settings.line("ask"), settings.line("show")) {
        (None, None) => Some(SlideKind::Text),
        (Some(_), None) => settings.word("ask").map(SlideKind::Question),
        (None, Some(_)) => settings.word("show").map(SlideKind::Shown),
        (Some(ask), Some(show)) => {
            settings
                .problems
                .push(Problem::new(ask.max(show), SettingsProblem::AskAndShow));
            None
        }
    }
}

struct SlideReader<'a> {
    section: &'a Section,
    languages: &'a [String],
    what: SlideKind,
    settings: BlockSettings<'a>,
}

impl SlideReader<'_> {
    fn slide(mut self) -> SlideDraft {
        let takes = self.what.takes(&self.settings);
        let texts = match self.what {
            SlideKind::Question(kind) => kind.format().texts,
            SlideKind::Text | SlideKind::Shown(_) => &[],
        };
        let (first, blocks) = translated::cut(
            &self.section.content,
            self.languages,
            self.settings.problems,
        );
        let content = content::read(&first, takes, self.settings.problems);
        let unread = content.is_none();
        let mut content = content.unwrap_or_default();
        self.notice(&content);
        let lines = self.lines(&content);
        let body = std::mem::take(&mut content.body);
        let prompt = content.heading.as_ref().map(|(_, text)| text.clone());
        let part = match self.what {
            SlideKind::Text => Part::Content,
            SlideKind::Shown(show) => self.shown(show),
            SlideKind::Question(_) if unread => Part::Content,
            SlideKind::Question(kind) => self.question(kind, content),
        };
        let minutes = if matches!(part, Part::Break { .. }) {
            None
        } else {
            self.settings.count("minutes")
        };
        let slide = Slide {
            id: SlideId(String::new()),
            prompt,
            body,
            notes: self.notes(),
            results: self.settings.word("results"),
            phones: self.settings.word("phones"),
            reactions: self.settings.texts("reactions"),
            at: self.settings.time("at"),
            minutes,
            skip: self.settings.yes_no("skip").unwrap_or(false),
            translations: translated::read(
                (&first, &blocks),
                self.languages,
                takes,
                texts,
                &mut self.settings,
            ),
            part,
        };
        SlideDraft {
            slide,
            named: self.settings.text("id"),
            lines,
            unread,
        }
    }

    /// Notes of its settings, and those among its text.
    fn notes(&mut self) -> Option<String> {
        let among = self.section.notes.as_deref().map(super::settings::long);
        let notes: Vec<_> = self
            .settings
            .long_text("notes")
            .into_iter()
            .chain(among)
            .collect();
        (!notes.is_empty()).then(|| notes.join("\n\n"))
    }

    /// What of its text may not do what was hoped.
    fn notice(&mut self, content: &SlideMarkdown) {
        let problems = &mut self.settings.problems;
        problems.extend(
            content
                .lists
                .get(1)
                .map(|line| Problem::new(*line, DeckNotice::TwoLists)),
        );
        let notes = content.notes.iter();
        problems.extend(
            notes.map(|(line, text)| {
                Problem::new(*line, DeckNotice::NoteShown { found: quote(text) })
            }),
        );
    }

    fn shown(&mut self, show: Show) -> Part {
        match show {
            Show::Instructions => Part::Instructions { wifi: self.wifi() },
            Show::Leaderboard => Part::Leaderboard,
            Show::Break => Part::Break {
                minutes: self.settings.count("minutes"),
                until: self.settings.time("until"),
            },
            Show::Agenda => Part::Agenda,
            Show::Results => self.results(),
        }
    }

    fn wifi(&mut self) -> Option<Wifi> {
        let line = self.settings.line("wifi")?;
        if !self.settings.is_map("wifi") {
            self.settings.not_a("wifi", Wanted::Wifi);
            return None;
        }
        self.settings.map("wifi", &["name", "password"], |map| {
            if map.line("name").is_none() {
                map.problems.push(Problem::new(
                    line,
                    SettingsProblem::Missing {
                        key: "name",
                        kind: "wifi",
                    },
                ));
            }
            let (name, password) = (map.text("name"), map.text("password"));
            Some(Wifi {
                name: name?,
                password,
            })
        })
    }

    fn results(&mut self) -> Part {
        if self.settings.line("question").is_none() {
            let wrong = SettingsProblem::Missing {
                key: "question",
                kind: self.what.word(),
            };
            self.settings
                .problems
                .push(Problem::new(self.section.line(), wrong));
        }
        let question = SlideId(self.settings.text("question").unwrap_or_default());
        Part::Results {
            question,
            round: self.settings.count("round"),
        }
    }

    fn question(&mut self, kind: Kind, content: SlideMarkdown) -> Part {
        let (line, word, format) = (self.section.line(), kind.word(), kind.format());
        let prompt = content.heading.map(|(_, text)| text).unwrap_or_default();
        if prompt.is_empty() {
            self.settings
                .problems
                .push(Problem::new(line, ContentProblem::NoHeading { kind: word }));
        }
        let allows = Allows {
            kind: word,
            image: format.pictures,
        };
        let items = content
            .items
            .into_iter()
            .map(|raw| item::read(raw, allows, self.settings.problems))
            .collect();
        let parts = QuestionParts {
            prompt,
            items,
            picture: content.picture,
        };
        Part::Question(Question {
            change: self.settings.yes_no("change").unwrap_or(true),
            required: self.settings.yes_no("required").unwrap_or(false),
            countdown: self.settings.count("countdown"),
            compare: self.settings.text("compare").map(SlideId),
            split: self.settings.text("split").map(SlideId),
            pace: self.settings.word_among(
                "pace",
                &[AnswerPace::Room, AnswerPace::Own, AnswerPace::After],
            ),
            by_group: self.settings.known_word("by", &["group"]).is_some(),
            ghost: self.settings.text("ghost"),
            ask: (format.read)(
                &mut reader::KindReader {
                    kind: word,
                    line,
                    settings: &mut self.settings,
                    marks: format.marks,
                },
                parts,
            ),
        })
    }

    fn lines(&self, content: &SlideMarkdown) -> SlideLines {
        SlideLines {
            span: self.section.lines.clone(),
            start: self.section.line(),
            heading: content.heading.as_ref().map(|(line, _)| *line),
            keys: self.settings.lines(),
            items: content.items.iter().map(|item| item.line).collect(),
        }
    }
}
