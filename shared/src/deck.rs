//! A deck: an ordered list of slides with their settings, as it was read from its text and as it is
//! frozen into a room's first event.
//!
//! These types are stored for ever: fields are added with a default, never changed or taken away.
//! How text becomes a deck is [`grammar`]; how a deck becomes text again is [`write`].

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::ids::SlideId;
use crate::languages;
use crate::limits::GRACE_SECONDS;
use crate::question::QuestionSpec;

mod agenda;
pub mod edit;
pub mod file;
pub mod grammar;
pub mod markdown;
pub(crate) mod matching;
pub mod problem;
pub mod quick;
mod setting;
pub(crate) mod text;
mod translation;
pub mod validate;
pub mod write;

pub use agenda::AgendaPart;
pub use setting::{
    AnswerPace, Codes, NamePolicy, PhoneResults, PhonesTo, Profanity, QaMode, Visibility,
};
pub use translation::{Translated, Translation};

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
    /// Whether nothing that people type shows before a moderator approved it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub moderated: bool,
    /// What becomes of rude words.
    #[serde(default, skip_serializing_if = "Profanity::is_default")]
    pub profanity: Profanity,
    /// Languages of its texts, the first of which they stand in; none where there is but one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub languages: Vec<String>,
    /// The title in the others.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub titles: BTreeMap<String, String>,
    /// The groups that people are in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub groups: Option<Groups>,
    /// What people are called on the leaderboard.
    #[serde(default, skip_serializing_if = "NamePolicy::is_default")]
    pub names: NamePolicy,
    /// Who may join.
    #[serde(default, skip_serializing_if = "Codes::is_default")]
    pub codes: Codes,
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
    pub pace: AnswerPace,
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
    /// The time of day, `13:30`, of the part of the agenda that it begins.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<String>,
    /// Its planned length; that of a break is the break's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minutes: Option<u32>,
    /// Whether next and previous pass it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub skip: bool,
    /// Its texts in other languages.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub translations: Vec<Translation>,
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
    Instructions {
        /// How to get on the network there; never on phones, in exports or reports.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        wifi: Option<Wifi>,
    },
    /// The deck's table of times.
    Agenda,
    /// An earlier question again.
    Results {
        /// Which.
        question: SlideId,
        /// Which round of it; the newest if not said.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        round: Option<u32>,
    },
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

impl Part {
    /// Whether it says something to whoever comes by it alone. The others are about a moment in a
    /// room that is together.
    pub fn goes_alone(&self) -> bool {
        match self {
            Self::Content | Self::Question(_) => true,
            Self::Instructions { .. }
            | Self::Agenda
            | Self::Results { .. }
            | Self::Leaderboard
            | Self::Break { .. } => false,
        }
    }
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
    pub pace: Option<AnswerPace>,
    /// Whether a group gives one answer.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub by_group: bool,
    /// An earlier room of this deck whose results are shown pale: `last`, or its name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ghost: Option<String>,
    /// What is asked, with the settings of its kind.
    pub ask: QuestionSpec,
}

/// The groups that people are in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Groups {
    /// So many, by their number.
    Count(u32),
    /// By their names.
    Named(Vec<String>),
}

/// A wireless network.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wifi {
    /// Its name.
    pub name: String,
    /// Its password; none where it is open.
    #[serde(default)]
    pub password: Option<String>,
}

impl Default for Deck {
    fn default() -> Self {
        Self {
            title: String::new(),
            language: languages::default().into(),
            qa: QaMode::default(),
            reactions: Vec::new(),
            moderated: false,
            profanity: Profanity::default(),
            languages: Vec::new(),
            titles: BTreeMap::new(),
            groups: None,
            names: NamePolicy::default(),
            codes: Codes::default(),
            theme: None,
            results: Visibility::default(),
            phones: PhoneResults::default(),
            pace: AnswerPace::default(),
            grace: GRACE_SECONDS,
            slides: Vec::new(),
        }
    }
}

impl Question {
    /// A question with nothing said but what is asked.
    pub fn new(ask: QuestionSpec) -> Self {
        Self {
            change: true,
            required: false,
            countdown: None,
            compare: None,
            split: None,
            pace: None,
            by_group: false,
            ghost: None,
            ask,
        }
    }
}

impl Deck {
    /// The same without what is for the stage alone.
    #[must_use]
    pub fn without_secrets(mut self) -> Self {
        for slide in &mut self.slides {
            if let Part::Instructions { wifi } = &mut slide.part {
                *wifi = None;
            }
        }
        self
    }

    /// The slide of that id, with its place from 0.
    pub fn find(&self, id: &SlideId) -> Option<(usize, &Slide)> {
        self.slides
            .iter()
            .enumerate()
            .find(|(_, slide)| slide.id == *id)
    }

    /// Lets next and previous pass a slide, or stop at it again.
    pub(crate) fn set_skip(&mut self, id: &SlideId, skip: bool) {
        let slide = self.slides.iter_mut().find(|slide| slide.id == *id);
        slide.into_iter().for_each(|slide| slide.skip = skip);
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
    /// A slide with nothing but what it is.
    pub fn new(id: SlideId, part: Part) -> Self {
        Self {
            id,
            prompt: None,
            body: String::new(),
            notes: None,
            results: None,
            phones: None,
            reactions: None,
            at: None,
            minutes: None,
            skip: false,
            translations: Vec::new(),
            part,
        }
    }

    /// What it asks, if it is a question.
    pub fn question(&self) -> Option<&Question> {
        match &self.part {
            Part::Question(question) => Some(question),
            _ => None,
        }
    }

    pub(crate) fn question_mut(&mut self) -> Option<&mut Question> {
        match &mut self.part {
            Part::Question(question) => Some(question),
            _ => None,
        }
    }

    /// How to get on the network there, where it says so.
    pub fn wifi(&self) -> Option<&Wifi> {
        match &self.part {
            Part::Instructions { wifi } => wifi.as_ref(),
            _ => None,
        }
    }

    /// How long it is planned to last, in minutes.
    pub fn planned_minutes(&self) -> Option<u32> {
        match &self.part {
            Part::Break { minutes, .. } => *minutes,
            _ => self.minutes,
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
            Part::Instructions { .. } => "instructions",
            Part::Agenda => "agenda",
            Part::Results { .. } => "results",
            Part::Leaderboard => "leaderboard",
            Part::Break { .. } => "break",
            Part::Question(question) => question.ask.kind(),
        }
    }

    /// Whether this version can play it; if not, it is shown with its prompt and a sentence.
    pub fn playable(&self) -> bool {
        match &self.part {
            Part::Leaderboard => false,
            Part::Question(question) => question.ask.playable() || question.ask.shows_questions(),
            Part::Content
            | Part::Instructions { .. }
            | Part::Agenda
            | Part::Results { .. }
            | Part::Break { .. } => true,
        }
    }

    /// Whether next and previous stop at it.
    pub fn is_on_the_way(&self) -> bool {
        self.playable() && !self.skip
    }
}

fn yes() -> bool {
    true
}
