//! What can be wrong with ids, and with the keys that name one.

/// Something wrong with an id, or with a key that names one.
#[derive(Clone, Debug, PartialEq)]
pub enum ReferenceProblem {
    /// Two slides would share an id.
    SameId {
        /// The id.
        id: String,
        /// Where the first one stands.
        line: usize,
    },
    /// No slide has that id.
    Unknown {
        /// `compare` or `split`.
        key: &'static str,
        /// As written.
        id: String,
        /// An id that exists and looks like it.
        near: Option<String>,
    },
    /// The slide of that id does not come earlier.
    NotEarlier {
        /// `compare` or `split`.
        key: &'static str,
        /// As written.
        id: String,
    },
    /// `compare` names a slide of another kind.
    OtherKind {
        /// As written.
        id: String,
        /// The kind that is wanted.
        kind: &'static str,
    },
    /// `compare` names a question with other options, statements or steps.
    OtherShape {
        /// As written.
        id: String,
    },
    /// An id that has a meaning of its own.
    Reserved {
        /// The id.
        id: String,
    },
    /// A key that names a question names something else.
    NotQuestion {
        /// The key.
        key: &'static str,
        /// As written.
        id: String,
    },
    /// `items-from` names a question that gathers no texts, or baskets of one that has none.
    NoItems {
        /// As written.
        id: String,
    },
    /// A deck without groups.
    NoGroups {
        /// `by` or `split`.
        key: &'static str,
    },
    /// `split` names something other than a choice question.
    NotChoice {
        /// As written.
        id: String,
    },
}

impl ReferenceProblem {
    pub(super) fn code(&self) -> &'static str {
        match self {
            Self::SameId { .. } => "same-id",
            Self::Unknown { .. } => "reference-unknown",
            Self::NotEarlier { .. } => "reference-not-earlier",
            Self::OtherKind { .. } => "compare-other-kind",
            Self::OtherShape { .. } => "compare-other-shape",
            Self::Reserved { .. } => "id-reserved",
            Self::NotQuestion { .. } => "reference-not-question",
            Self::NoItems { .. } => "items-from-no-texts",
            Self::NoGroups { .. } => "no-groups",
            Self::NotChoice { .. } => "split-not-choice",
        }
    }
}
