//! What a kind takes out of its Markdown and out of its settings.

/// What a kind of slide takes out of its Markdown.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct MarkdownParts {
    /// Its lists are options, statements, items or fields.
    pub lists: bool,
    /// A paragraph that is one picture is what is pointed at.
    pub picture: bool,
}

impl MarkdownParts {
    /// Nothing.
    pub const NOTHING: Self = Self {
        lists: false,
        picture: false,
    };
    /// Its lists.
    pub const LISTS: Self = Self {
        lists: true,
        picture: false,
    };
}

/// What a text setting is, that other languages may have too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TextKey {
    /// A text.
    One,
    /// A list of texts.
    Several,
    /// A text, or a label with a second line.
    Noted,
}
