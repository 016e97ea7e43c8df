//! What is not wrong, but worth knowing before the room is full.

/// Something that is read and kept, but may not do what was hoped.
#[derive(Clone, Debug, PartialEq)]
pub enum DeckNotice {
    /// A kind of slide that this version can't play.
    NotPlayed {
        /// The kind.
        kind: &'static str,
    },
    /// A setting that this version does nothing with.
    NotUsed {
        /// The key.
        key: &'static str,
    },
    /// A picture that pages will not load.
    PictureNotShown {
        /// Its address, shortened.
        source: String,
    },
    /// A comment in a slide's settings that looks like a heading.
    Comment {
        /// As written, shortened.
        found: String,
    },
    /// A comment behind a setting that looks like a part of its text.
    CommentBehind {
        /// What is left out, shortened.
        found: String,
    },
    /// A text between quotes as books have them: these are shown.
    CurlyQuotes {
        /// The key.
        key: &'static str,
        /// What stands between them, shortened.
        text: String,
    },
    /// A line of dashes that ends no slide.
    Dashes {
        /// As written, shortened.
        found: String,
    },
    /// A paragraph that looks like a speaker note and is shown to everybody.
    NoteShown {
        /// As written, shortened.
        found: String,
    },
    /// A question takes one list, and there are two.
    TwoLists,
    /// The same text twice among what people choose from.
    SameLabel {
        /// The text, shortened.
        label: String,
    },
    /// A question with a list under it, on a slide that asks nothing.
    AsksNothing,
    /// The whole deck stands in a code fence.
    Fenced,
    /// A deck in the format of another program that can be read all the same.
    OtherProgram {
        /// Its name.
        program: &'static str,
    },
    /// A slide that has no text in a language of the deck.
    NotTranslated {
        /// The language.
        language: String,
    },
    /// A file in UTF-16.
    Utf16,
    /// A slide that shows the agenda of a deck without times.
    NoAgenda,
    /// A slide that nobody comes by who goes at their own pace.
    NotInOwnPace,
    /// A setting that does nothing where everybody goes at their own pace.
    NotUsedInOwnPace {
        /// The key.
        key: &'static str,
    },
    /// A setting that does something only there.
    OwnPaceAlone {
        /// The key.
        key: &'static str,
    },
    /// An answer that nobody is finished without, of whose fields each may stay empty: nothing is
    /// no answer.
    MayStayEmpty,
}

impl DeckNotice {
    pub(super) fn code(&self) -> &'static str {
        match self {
            Self::NotPlayed { .. } => "not-played-yet",
            Self::NotUsed { .. } => "not-used-yet",
            Self::PictureNotShown { .. } => "picture-not-shown",
            Self::Comment { .. } => "comment-like-heading",
            Self::CommentBehind { .. } => "comment-in-text",
            Self::CurlyQuotes { .. } => "curly-quotes",
            Self::Dashes { .. } => "line-of-dashes",
            Self::NoteShown { .. } => "note-shown",
            Self::TwoLists => "two-lists",
            Self::SameLabel { .. } => "same-label",
            Self::AsksNothing => "question-without-ask",
            Self::Fenced => "deck-in-code",
            Self::OtherProgram { .. } => "other-program",
            Self::NotTranslated { .. } => "not-translated",
            Self::Utf16 => "deck-in-utf-16",
            Self::NoAgenda => "no-agenda",
            Self::NotInOwnPace => "not-in-own-pace",
            Self::NotUsedInOwnPace { .. } => "not-used-in-own-pace",
            Self::OwnPaceAlone { .. } => "own-pace-alone",
            Self::MayStayEmpty => "required-may-stay-empty",
        }
    }
}
