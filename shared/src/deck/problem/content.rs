//! What can be wrong with a slide's Markdown: heading, list, markers, pictures.

use super::DeckPart;

/// Something wrong with a slide's Markdown.
#[derive(Clone, Debug, PartialEq)]
pub enum ContentProblem {
    /// A question without a heading asks nothing.
    NoHeading {
        /// The kind of question.
        kind: &'static str,
    },
    /// A list that is too short, or missing.
    TooFew {
        /// What it lists.
        part: DeckPart,
        /// How few there may be.
        min: usize,
        /// How many there are.
        found: usize,
    },
    /// A list that is too long.
    TooMany {
        /// What it lists.
        part: DeckPart,
        /// How many there may be.
        max: usize,
        /// How many there are.
        found: usize,
    },
    /// A text that is too long.
    TooLong {
        /// What it is.
        part: DeckPart,
        /// Characters, as people count them.
        max: usize,
    },
    /// A list item that says nothing.
    ItemEmpty,
    /// A list item that is a picture of which nobody says what it shows.
    ItemPictureSilent {
        /// Its address, shortened.
        source: String,
    },
    /// A list item with a list, a table, a quote or code in it.
    ItemNotPlain {
        /// The item as the text that it was most likely meant as.
        instead: Option<String>,
    },
    /// A list item with more than one picture.
    ItemPictures,
    /// A list item with a picture, of a kind that shows none.
    ItemPicture {
        /// The kind of question.
        kind: &'static str,
    },
    /// A marker that doesn't exist, or not for this kind.
    UnknownMarker {
        /// As written, shortened.
        found: String,
        /// What this kind knows.
        known: &'static [&'static str],
    },
    /// A marker that stands there already, or a second field type.
    MarkerTwice {
        /// As written, shortened.
        found: String,
    },
    /// A rating without a sensible range.
    Rating {
        /// As written, shortened.
        found: String,
    },
    /// An area that is none, or none of the picture.
    Area {
        /// As written, shortened.
        found: String,
    },
    /// A list beside a setting that gives one.
    ListTwice,
    /// A language that the deck does not have, or the first, which needs no line.
    UnknownLanguage {
        /// As written, shortened.
        found: String,
        /// Those that it has, but for the first.
        known: Vec<String>,
    },
    /// A language that the slide has already.
    LanguageTwice {
        /// As written.
        found: String,
    },
    /// A slide in another language with more or less of something.
    Differs {
        /// Of what.
        part: DeckPart,
        /// How many there are.
        found: usize,
        /// How many there are in the first language.
        wanted: usize,
    },
    /// A mark or a picture in another language than the first.
    MarkTwice {
        /// As written, shortened.
        found: String,
    },
    /// A number question's right answer that is no number.
    NotNumber {
        /// As written, shortened.
        found: String,
    },
    /// A pin question without the picture to point at.
    NoPicture,
}

impl ContentProblem {
    pub(super) fn code(&self) -> &'static str {
        match self {
            Self::NoHeading { .. } => "no-heading",
            Self::TooFew { .. } => "too-few",
            Self::TooMany { .. } => "too-many",
            Self::TooLong { .. } => "too-long",
            Self::ItemEmpty | Self::ItemPictureSilent { .. } => "item-empty",
            Self::ItemNotPlain { .. } => "item-not-plain",
            Self::ItemPictures => "item-pictures",
            Self::ItemPicture { .. } => "item-picture",
            Self::UnknownMarker { .. } => "unknown-marker",
            Self::MarkerTwice { .. } => "marker-twice",
            Self::Rating { .. } => "marker-rating",
            Self::Area { .. } => "marker-area",
            Self::ListTwice => "list-and-items-from",
            Self::UnknownLanguage { .. } => "language-unknown",
            Self::LanguageTwice { .. } => "language-twice",
            Self::Differs { .. } => "translation-differs",
            Self::MarkTwice { .. } => "translation-mark",
            Self::NotNumber { .. } => "item-not-a-number",
            Self::NoPicture => "no-picture",
        }
    }
}
