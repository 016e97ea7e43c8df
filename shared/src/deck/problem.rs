//! What can be wrong with a deck, said so that an organiser can mend it: what is wrong, and what to
//! write instead, in English and Dutch. Every match over a reason is exhaustive, so a reason without
//! its sentence in both languages does not compile.

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
pub use settings::{Home, Settings, Trouble};
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
        Self { line, wrong: wrong.into() }
    }

    /// Whether the deck can't be used until it is mended; else it is a warning.
    pub fn is_error(&self) -> bool {
        !matches!(self.wrong, Wrong::Notice(_))
    }

    /// A stable name in kebab-case.
    pub fn code(&self) -> &'static str {
        self.wrong.code()
    }

    /// What is wrong and what to write instead, in English.
    pub fn message(&self) -> String {
        self.wrong.english()
    }

    /// The same in the language of that BCP 47 tag: Dutch for `nl…`, else English.
    pub fn sentence(&self, language: &str) -> String {
        let primary = language.split('-').next().unwrap_or_default();
        if primary.eq_ignore_ascii_case("nl") { self.wrong.dutch() } else { self.wrong.english() }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.line, self.message())
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

    fn english(&self) -> String {
        match self {
            Self::Structure(wrong) => wrong.english(),
            Self::Settings(wrong) => wrong.english(),
            Self::Value(wrong) => wrong.english(),
            Self::Content(wrong) => wrong.english(),
            Self::Reference(wrong) => wrong.english(),
            Self::Notice(notice) => notice.english(),
        }
    }

    fn dutch(&self) -> String {
        match self {
            Self::Structure(wrong) => wrong.dutch(),
            Self::Settings(wrong) => wrong.dutch(),
            Self::Value(wrong) => wrong.dutch(),
            Self::Content(wrong) => wrong.dutch(),
            Self::Reference(wrong) => wrong.dutch(),
            Self::Notice(notice) => notice.dutch(),
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

/// `` `a`, `b` or `c` ``, with the last word in the sentence's language.
fn one_of(words: &[&str], or: &str) -> String {
    let quoted: Vec<String> = words.iter().map(|word| format!("`{word}`")).collect();
    match quoted.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} {or} {last}", rest.join(", ")),
        _ => quoted.concat(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dutch_is_for_every_kind_of_dutch_and_english_for_the_rest() {
        let problem = Problem::new(3, Structure::NoSlides);
        for language in ["nl", "nl-BE", "NL"] {
            assert!(problem.sentence(language).starts_with("Deze presentatie"), "{language}");
        }
        for language in ["en", "de", "nlx", ""] {
            assert_eq!(problem.sentence(language), problem.message(), "{language}");
        }
    }

    #[test]
    fn words_are_listed_with_or_before_the_last() {
        assert_eq!(one_of(&["a"], "or"), "`a`");
        assert_eq!(one_of(&["a", "b", "c"], "of"), "`a`, `b` of `c`");
    }
}
