//! What is not wrong, but worth knowing before the room is full.

/// Something that is read and kept, but may not do what was hoped.
#[derive(Clone, Debug, PartialEq)]
pub enum Notice {
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
}

impl Notice {
    pub(super) fn code(&self) -> &'static str {
        match self {
            Self::NotPlayed { .. } => "not-played-yet",
            Self::NotUsed { .. } => "not-used-yet",
            Self::PictureNotShown { .. } => "picture-not-shown",
            Self::Comment { .. } => "comment-like-heading",
        }
    }

    pub(super) fn english(&self) -> String {
        match self {
            Self::NotPlayed { kind } => {
                format!("`{kind}` is kept and shown with its prompt; this version can't play it yet.")
            }
            Self::NotUsed { key } => {
                format!("`{key}` is kept; this version does nothing with it yet.")
            }
            Self::PictureNotShown { source } => {
                format!(
                    "The picture `{source}` is not loaded: pages show only `data:image/…` and addresses of this site (`/…`). Its description is shown instead."
                )
            }
            Self::Comment { found } => {
                format!(
                    "`{found}` stands among the settings, where `#` begins a comment. If it is the heading, put a line `---` above it."
                )
            }
        }
    }

    pub(super) fn dutch(&self) -> String {
        match self {
            Self::NotPlayed { kind } => {
                format!("`{kind}` blijft bewaard en wordt met zijn kop getoond; deze versie kan het nog niet spelen.")
            }
            Self::NotUsed { key } => {
                format!("`{key}` blijft bewaard; deze versie doet er nog niets mee.")
            }
            Self::PictureNotShown { source } => {
                format!(
                    "Het plaatje `{source}` wordt niet geladen: pagina's tonen alleen `data:image/…` en adressen van deze site (`/…`). De beschrijving komt ervoor in de plaats."
                )
            }
            Self::Comment { found } => {
                format!(
                    "`{found}` staat tussen de instellingen; daar begint `#` een opmerking. Is het de kop? Zet er dan een regel `---` boven."
                )
            }
        }
    }
}
