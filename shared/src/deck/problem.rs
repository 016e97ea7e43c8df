//! What can be wrong with a deck: a code and what is needed to say it. The sentences, with what to
//! write instead, are in the catalogues of pages (`deck-problems.ftl`); every match over a reason
//! is exhaustive there, so a reason without its sentence does not compile.

use std::fmt;

mod content;
mod deck_part;
mod notice;
mod reference;
mod settings;
mod structure;
mod value;

pub use content::ContentProblem;
pub use deck_part::DeckPart;
pub use notice::DeckNotice;
pub use reference::ReferenceProblem;
pub use settings::{KeyPlacement, SettingsProblem, YamlError};
pub use structure::{FileFormat, StructureProblem};
pub use value::{ValueProblem, Wanted};

/// At most so many problems are said; who has mended these gets the rest.
pub(super) const PROBLEMS_MAX: usize = 200;

/// Something that is wrong, or worth knowing, at a line of a deck's text.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    /// The line of the file, from 1.
    pub line: usize,
    /// What it is.
    pub wrong: ProblemKind,
}

/// What can be wrong, by the part of the deck format that it is about.
#[derive(Clone, Debug, PartialEq)]
pub enum ProblemKind {
    /// How the file is cut into slides.
    Structure(StructureProblem),
    /// The lines of settings: their YAML, their names and where they belong.
    Settings(SettingsProblem),
    /// What is written behind a setting.
    Value(ValueProblem),
    /// A slide's Markdown: heading, list, markers, pictures.
    Content(ContentProblem),
    /// Ids, and what names them.
    Reference(ReferenceProblem),
    /// Nothing wrong, but worth knowing.
    Notice(DeckNotice),
}

impl Problem {
    pub(crate) fn new(line: usize, wrong: impl Into<ProblemKind>) -> Self {
        Self {
            line,
            wrong: wrong.into(),
        }
    }

    /// Whether the deck can't be used until it is mended; else it is a warning.
    pub fn is_error(&self) -> bool {
        !matches!(self.wrong, ProblemKind::Notice(_))
    }

    /// A stable name in kebab-case.
    pub fn code(&self) -> &'static str {
        self.wrong.code()
    }
}

/// For logs of tests and the like; people read the sentence.
impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}: {:?}", self.line, self.code(), self.wrong)
    }
}

impl ProblemKind {
    /// A stable name in kebab-case.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Structure(wrong) => wrong.code(),
            Self::Settings(wrong) => wrong.code(),
            Self::Value(wrong) => wrong.code(),
            Self::Content(wrong) => wrong.code(),
            Self::Reference(wrong) => wrong.code(),
            Self::Notice(notice) => notice.code(),
        }
    }
}

macro_rules! into_kind {
    ($($variant:ident($family:ident)),*) => {
        $(impl From<$family> for ProblemKind {
            fn from(wrong: $family) -> Self {
                Self::$variant(wrong)
            }
        })*
    };
}

into_kind!(
    Structure(StructureProblem),
    Settings(SettingsProblem),
    Value(ValueProblem),
    Content(ContentProblem),
    Reference(ReferenceProblem),
    Notice(DeckNotice)
);
