//! What can be wrong with how a file is cut into slides.

/// Something wrong with the file as a whole, or with how it is cut into slides.
#[derive(Clone, Debug, PartialEq)]
pub enum StructureProblem {
    /// The text is larger than a deck may be.
    TooLarge {
        /// Its size.
        bytes: usize,
    },
    /// This slide is one too many.
    TooManySlides,
    /// There is nothing to show or ask.
    NoSlides,
    /// The front matter is never closed.
    FrontOpen,
    /// The file begins with a separator, but no front matter follows.
    FrontWithoutKeys,
    /// A slide's settings are never closed.
    BlockOpen,
    /// A code fence is never closed, so that it hides every slide after it.
    FenceOpen,
    /// A setting stands in the content.
    OutsideBlock {
        /// `ask` or `show`.
        key: &'static str,
    },
    /// Quotes and lists inside one another, deeper than a page can show.
    TooDeep,
    /// A comment is never closed, so that nobody can say what it hides.
    CommentOpen,
    /// A line of dashes where only `---` ends settings.
    NotSeparator {
        /// As written, shortened.
        found: String,
    },
    /// A deck in the format of another program.
    OtherProgram {
        /// Its name.
        program: &'static str,
    },
    /// A file of a word processor, which holds more than its text.
    NoText {
        /// What it is.
        format: FileFormat,
    },
}

/// What a file is that holds more than text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileFormat {
    /// Of a word processor, also where it is a ZIP.
    Word,
    /// Rich text.
    Rtf,
    /// Printed.
    Pdf,
}

impl StructureProblem {
    pub(super) fn code(&self) -> &'static str {
        match self {
            Self::TooLarge { .. } => "deck-too-large",
            Self::TooManySlides => "too-many-slides",
            Self::NoSlides => "no-slides",
            Self::FrontOpen => "front-matter-not-closed",
            Self::FrontWithoutKeys => "front-matter-without-keys",
            Self::BlockOpen => "block-not-closed",
            Self::FenceOpen => "fence-not-closed",
            Self::OutsideBlock { .. } => "key-outside-block",
            Self::TooDeep => "nested-too-deep",
            Self::CommentOpen => "comment-not-closed",
            Self::NotSeparator { .. } => "not-a-separator",
            Self::OtherProgram { .. } => "other-program",
            Self::NoText { .. } => "deck-not-text",
        }
    }
}
