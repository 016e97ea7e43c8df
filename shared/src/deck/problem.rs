//! What can be wrong with a deck: a code and what is needed to say it. The sentences, with what to
//! write instead, are in the catalogues of pages (`deck-problems.ftl`); every match over a reason
//! is exhaustive there, so a reason without its sentence does not compile.

use std::fmt;

mod content;
mod notice;
mod reference;
mod settings;
mod structure;
mod thing;
mod value;

pub use content::Content;
pub use notice::Notice;
pub use reference::Reference;
pub use settings::{Home, Settings, YamlError};
pub use structure::{Format, Structure};
pub use thing::Thing;
pub use value::{Value, Wanted};

/// At most so many problems are said; who has mended these gets the rest.
pub(super) const PROBLEMS_MAX: usize = 200;

/// Something that is wrong, or worth knowing, at a line of a deck's text.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    /// The line of the file, from 1.
    pub line: usize,
    /// What it is.
    pub wrong: Wrong,
}

/// What can be wrong, by the part of the deck format that it is about.
#[derive(Clone, Debug, PartialEq)]
pub enum Wrong {
    /// How the file is cut into slides.
    Structure(Structure),
    /// The lines of settings: their YAML, their names and where they belong.
    Settings(Settings),
    /// What is written behind a setting.
    Value(Value),
    /// A slide's Markdown: heading, list, markers, pictures.
    Content(Content),
    /// Ids, and what names them.
    Reference(Reference),
    /// Nothing wrong, but worth knowing.
    Notice(Notice),
}

impl Problem {
    pub(crate) fn new(line: usize, wrong: impl Into<Wrong>) -> Self {
        Self {
            line,
            wrong: wrong.into(),
        }
    }

    /// Whether the deck can't be used until it is mended; else it is a warning.
    pub fn is_error(&self) -> bool {
        !matches!(self.wrong, Wrong::Notice(_))
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

impl Wrong {
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

macro_rules! into_wrong {
    ($($family:ident),*) => {
        $(impl From<$family> for Wrong {
            fn from(wrong: $family) -> Self {
                Self::$family(wrong)
            }
        })*
    };
}

into_wrong!(Structure, Settings, Value, Content, Reference, Notice);
