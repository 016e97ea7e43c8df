//! A deck: an ordered list of slides with their settings, as it was read from its text and as it is
//! frozen into a room's first event.
//!
//! These types are stored for ever: fields are added with a default, never changed or taken away.
//! How text becomes a deck is [`grammar`]; how a deck becomes text again is [`write`].

use serde::{Deserialize, Serialize};

use crate::ids::SlideId;
pub use crate::image::Image;
pub use crate::question::ask::{Ask, Field, FieldInput, Item};

pub mod file;
pub mod grammar;
pub mod markdown;
pub mod problem;
pub mod validate;
pub mod write;

/// A deck with the defaults of its front matter filled in.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Deck {
    /// Shown on phones and in lists; empty if neither front matter nor a heading gave one.
    pub title: String,
    /// BCP 47, for example `nl` or `en-GB`.
    pub language: String,
    /// Questions to the speakers beside the slides.
    #[serde(default)]
    pub qa: QaMode,
    /// Emoji offered on every slide that does not say otherwise.
    #[serde(default)]
    pub reactions: Vec<String>,
    /// A named look; kept as written.
    #[serde(default)]
    pub theme: Option<String>,
    /// Whether the stage shows results from the start.
    #[serde(default)]
    pub results: Visibility,
    /// When phones show results.
    #[serde(default)]
    pub phones: PhoneResults,
    /// Who decides which slide a phone shows.
    #[serde(default)]
    pub pace: Pace,
    /// Seconds that a question stays open after the stage has moved on.
    pub grace: u32,
    /// In order; empty slides are not kept.
    pub slides: Vec<Slide>,
}

/// One slide: content to show, or a question to ask.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Slide {
    /// Unique in the deck.
    pub id: SlideId,
    /// The first heading as plain text; questions always have one.
    #[serde(default)]
    pub prompt: Option<String>,
    /// Markdown: a question's description, or all of a content slide but its first heading.
    #[serde(default)]
    pub body: String,
    /// Speaker notes; never on stage or phones.
    #[serde(default)]
    pub notes: Option<String>,
    /// Overrides the deck's results on the stage.
    #[serde(default)]
    pub results: Option<Visibility>,
    /// Overrides the deck's results on phones.
    #[serde(default)]
    pub phones: Option<PhoneResults>,
    /// Overrides the deck's reactions.
    #[serde(default)]
    pub reactions: Option<Vec<String>>,
    /// What the slide is.
    pub part: Part,
}

/// What a slide is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "part", rename_all = "snake_case")]
#[allow(
    clippy::large_enum_variant,
    reason = "most slides are questions, a deck has at most 500, and wasm32 has smaller ones"
)]
pub enum Part {
    /// Text, lists, tables, quotes.
    Content,
    /// The address, the code and the QR.
    Instructions,
    /// Who has the most points.
    Leaderboard,
    /// A pause, with its length in minutes, or the time of day (`HH:MM`) until which it lasts.
    Break {
        /// 1 to [`BREAK_MINUTES_MAX`](crate::limits::BREAK_MINUTES_MAX).
        #[serde(default)]
        minutes: Option<u32>,
        /// A time of day, `15:30`.
        #[serde(default)]
        until: Option<String>,
    },
    /// Something to answer.
    Question(Question),
}

/// A slide that collects answers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Question {
    /// Whether an answer may be changed while the question is open.
    #[serde(default = "yes")]
    pub change: bool,
    /// Whether it must be answered in own pace.
    #[serde(default)]
    pub required: bool,
    /// Seconds that the question stays open from when it opens.
    #[serde(default)]
    pub countdown: Option<u32>,
    /// An earlier question of the same shape to compare with.
    #[serde(default)]
    pub compare: Option<SlideId>,
    /// An earlier choice question to split the results by.
    #[serde(default)]
    pub split: Option<SlideId>,
    /// Overrides the deck's pace.
    #[serde(default)]
    pub pace: Option<Pace>,
    /// What is asked, with the settings of its kind.
    pub ask: Ask,
}

/// Whether something shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Visibility {
    /// It shows.
    #[default]
    Shown,
    /// It does not, until the presenter shows it.
    Hidden,
}

/// When phones show results.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PhoneResults {
    /// Once the question is closed and the stage shows them.
    #[default]
    Closed,
    /// At once.
    Shown,
    /// Not, until the presenter shows them.
    Hidden,
}

/// Who decides when a question is answered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Pace {
    /// The presenter, for all at once.
    #[default]
    Room,
    /// Each phone for itself.
    Own,
    /// The question stays open when the room has ended.
    After,
}

/// Questions to the speakers beside the slides.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum QaMode {
    /// Seen by the moderator first.
    Moderated,
    /// Seen by everyone at once.
    Open,
    /// None.
    #[default]
    Off,
}

impl Deck {
    /// The slide of that id, with its place from 0.
    pub fn find(&self, id: &SlideId) -> Option<(usize, &Slide)> {
        self.slides.iter().enumerate().find(|(_, slide)| slide.id == *id)
    }

    /// The question of that id.
    pub fn question(&self, id: &SlideId) -> Option<&Question> {
        self.find(id).and_then(|(_, slide)| slide.question())
    }

    /// Whether the stage shows a slide's results from the start.
    pub fn results_of(&self, slide: &Slide) -> Visibility {
        slide.results.unwrap_or(self.results)
    }

    /// When phones show a slide's results.
    pub fn phones_of(&self, slide: &Slide) -> PhoneResults {
        slide.phones.unwrap_or(self.phones)
    }
}

impl Slide {
    /// What it asks, if it is a question.
    pub fn question(&self) -> Option<&Question> {
        match &self.part {
            Part::Question(question) => Some(question),
            _ => None,
        }
    }

    /// The prompt, or nothing.
    pub fn heading(&self) -> &str {
        self.prompt.as_deref().unwrap_or_default()
    }

    /// The word of the deck format for what this slide is: `choice`, `content`, `break`, …
    pub fn kind(&self) -> &'static str {
        match &self.part {
            Part::Content => "content",
            Part::Instructions => "instructions",
            Part::Leaderboard => "leaderboard",
            Part::Break { .. } => "break",
            Part::Question(question) => question.ask.kind(),
        }
    }

    /// Whether this version can play it; if not, it is shown with its prompt and a sentence.
    pub fn playable(&self) -> bool {
        match &self.part {
            Part::Leaderboard => false,
            Part::Question(question) => question.ask.playable(),
            _ => true,
        }
    }
}

fn yes() -> bool {
    true
}
