//! What a quiz question is worth: one with a right answer.

use serde::{Deserialize, Serialize};

use crate::deck::grammar::reader::KindReader;
use crate::deck::problem::{DeckPart, SettingsProblem};
use crate::deck::validate::findings::{Findings, SlidePart};
use crate::deck::write::lines::SettingsWriter;
use crate::limits::PROMPT_CHARS;

/// The most points of a quiz question when the deck names no number.
pub const SCORE: u32 = 1_000;
/// The most points that a deck may give a quiz question.
pub const SCORE_MAX: u32 = 10_000;

/// Settings of a quiz question.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Quiz {
    /// The most points that it gives.
    #[serde(default = "score")]
    pub score: u32,
    /// Whether who answers sooner gets more of them.
    #[serde(default)]
    pub speed: bool,
    /// A line that is shown with the answer.
    #[serde(default)]
    pub explain: Option<String>,
}

impl Default for Quiz {
    fn default() -> Self {
        Self {
            score: SCORE,
            speed: false,
            explain: None,
        }
    }
}

fn score() -> u32 {
    SCORE
}

impl Quiz {
    /// Reads its settings.
    pub(crate) fn read(reader: &mut KindReader<'_, '_>) -> Self {
        Self {
            score: reader.settings.count("score").unwrap_or(SCORE),
            speed: reader.settings.yes_no("speed").unwrap_or(false),
            explain: reader.settings.text("explain"),
        }
    }

    /// Whether nothing is said of it.
    pub fn is_default(&self) -> bool {
        *self == Self::default()
    }

    /// Its settings with whether they are set.
    fn set(&self) -> [(&'static str, bool); 3] {
        [
            ("score", self.score != SCORE),
            ("speed", self.speed),
            ("explain", self.explain.is_some()),
        ]
    }

    /// What is wrong with it. `has_right`: some answer is marked as right.
    pub(crate) fn check(&self, has_right: bool, findings: &mut Findings) {
        findings.range("score", self.score, 1, SCORE_MAX);
        findings.text(
            SlidePart::Key("explain"),
            DeckPart::Explanation,
            self.explain.as_deref().unwrap_or_default(),
            PROMPT_CHARS,
        );
        for (key, _) in self.set().into_iter().filter(|(_, set)| *set && !has_right) {
            findings.add(SlidePart::Key(key), SettingsProblem::NoQuiz { key });
        }
    }

    /// What does nothing yet.
    pub(crate) fn notice(&self, findings: &mut Findings) {
        self.set()
            .into_iter()
            .for_each(|(key, set)| findings.not_used(key, set));
    }

    /// Writes its settings.
    pub(crate) fn write(&self, lines: &mut SettingsWriter) {
        lines.number_unless("score", self.score, SCORE);
        lines.yes_unless("speed", self.speed, false);
        lines.text("explain", self.explain.as_deref());
    }
}
