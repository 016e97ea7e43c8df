//! What can be wrong with the lines of settings: their YAML, their names and where they belong.

/// Something wrong with the lines of settings.
#[derive(Clone, Debug, PartialEq)]
pub enum SettingsProblem {
    /// They can't be read as YAML.
    Unreadable(YamlError),
    /// They are not lines of `key: value`.
    NotKeys,
    /// Values inside values, deeper than any setting goes.
    TooDeep,
    /// The key stands there already.
    SameKey {
        /// The key.
        key: String,
        /// Where it stands first.
        line: usize,
    },
    /// No such key.
    UnknownKey {
        /// As written.
        key: String,
        /// A key that exists and looks like it.
        near: Option<&'static str>,
    },
    /// The key exists, but not here.
    Elsewhere {
        /// The key.
        key: &'static str,
        /// Where it belongs.
        home: KeyPlacement,
        /// The kind of this slide; empty for the front matter.
        kind: &'static str,
    },
    /// A slide is a question or a special slide, not both.
    AskAndShow,
    /// A kind needs this key.
    Missing {
        /// The key.
        key: &'static str,
        /// The kind that needs it.
        kind: &'static str,
    },
    /// The key says nothing without another one.
    Alone {
        /// The key.
        key: &'static str,
        /// What it needs.
        other: &'static str,
    },
    /// The key can't stand beside another one.
    Beside {
        /// The key.
        key: &'static str,
        /// What stands there too.
        other: &'static str,
    },
    /// A key of quiz questions, where no answer is right.
    NoQuiz {
        /// The key.
        key: &'static str,
    },
    /// The language of a deck is another than the first of its languages.
    FirstLanguage {
        /// That first.
        first: String,
    },
    /// A break has a length or an end, not both.
    BothLengths,
    /// A setting in letters or with marks that no setting has.
    Misspelt {
        /// As written, shortened.
        found: String,
        /// What to write.
        instead: String,
        /// Whether it stands among a slide's text.
        in_text: bool,
    },
}

/// Why YAML can't be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum YamlError {
    /// `: ` inside a text.
    Colon,
    /// A quote that is never closed, or text behind it.
    Quote,
    /// A `[` or `{` that is never closed, or a comma that is missing.
    Bracket,
    /// A tab where only spaces may stand.
    Tab,
    /// A text that begins with a mark that YAML keeps for itself.
    Mark,
    /// A heading or a list item: the content begins without a line `---` above it.
    Content,
    /// A line that is no setting.
    Stray,
    /// Quotes as books have them.
    Curly,
    /// Anything else.
    Other,
}

/// Where a key belongs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KeyPlacement {
    /// At the top of the file.
    Front,
    /// In a slide's settings.
    Slides,
    /// In a question's settings.
    Questions,
    /// In the settings of these kinds.
    Kinds(Vec<&'static str>),
}

impl SettingsProblem {
    pub(super) fn code(&self) -> &'static str {
        match self {
            Self::Unreadable(_) => "settings-unreadable",
            Self::NotKeys => "settings-not-keys",
            Self::TooDeep => "settings-too-deep",
            Self::SameKey { .. } => "key-twice",
            Self::UnknownKey { .. } => "unknown-key",
            Self::Elsewhere { .. } => "key-elsewhere",
            Self::AskAndShow => "ask-and-show",
            Self::Missing { .. } => "key-missing",
            Self::Alone { .. } => "key-alone",
            Self::Beside { .. } => "keys-exclude",
            Self::NoQuiz { .. } => "no-right-answer",
            Self::FirstLanguage { .. } => "language-not-first",
            Self::BothLengths => "minutes-and-until",
            Self::Misspelt { .. } => "key-misspelt",
        }
    }
}
