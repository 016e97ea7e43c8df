//! What pages that know no kind of question want to know of one.

use shared::ids::AnswerId;
use shared::room::ModerationTarget;

/// What people give to a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AnswerMode {
    /// One answer each, which may replace another.
    Answer,
    /// Texts, added one at a time.
    Texts,
}

/// What of the answers can be hidden and merged one by one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moderates {
    Nothing,
    /// Words, by how they are written.
    Words,
    /// Answers, by their public names. Each can be shown by itself, and they change places when the
    /// question closes or is voted on.
    Answers,
}

impl Moderates {
    /// What is meant by a name.
    pub fn named(self, name: &str) -> Option<ModerationTarget> {
        match self {
            Self::Answers => AnswerId::parse(name).map(ModerationTarget::Answer),
            Self::Words | Self::Nothing => Some(ModerationTarget::Word(name.to_owned())),
        }
    }
}
