//! What people seldom mean when they send a form: they are asked about it once, and what they send
//! after that counts.

use serde::{Deserialize, Serialize};
use shared::question::Fields;

/// The field by which a form says what its sender was asked about.
pub(crate) const SURE: &str = "sure";

/// Something that is asked about before it is sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "doubt", rename_all = "snake_case")]
pub enum Doubt {
    /// Statements, counted from 1, that have no value and are not skipped on purpose.
    Unanswered {
        /// Which.
        statements: Vec<usize>,
    },
    /// Fewer entries than one may give, where none can be added later.
    Fewer {
        /// How many.
        given: usize,
        /// Of how many.
        of: usize,
    },
    /// A text behind an option that is not chosen.
    Unchosen {
        /// The option.
        label: String,
    },
}

impl Doubt {
    /// Whether the sender of that form was asked already.
    pub fn was_asked(&self, fields: &Fields) -> bool {
        fields.first(SURE).is_some_and(|sure| self.is_covered(sure))
    }

    /// What the field [`SURE`] says once its sender was asked this.
    pub fn word(&self) -> String {
        match self {
            Self::Unanswered { statements } => statements
                .iter()
                .map(usize::to_string)
                .collect::<Vec<_>>()
                .join(" "),
            Self::Fewer { .. } => "fewer".to_owned(),
            Self::Unchosen { .. } => "unchosen".to_owned(),
        }
    }

    /// Statements that were not among those that were named are asked about once more.
    fn is_covered(&self, sure: &str) -> bool {
        match self {
            Self::Unanswered { statements } => statements
                .iter()
                .all(|number| sure.split(' ').any(|named| named == number.to_string())),
            other => sure == other.word(),
        }
    }
}
