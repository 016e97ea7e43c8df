//! What can be wrong with ids, and with the keys that name one.

/// Something wrong with an id, or with a key that names one.
#[derive(Clone, Debug, PartialEq)]
pub enum Reference {
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
    /// `split` names something other than a choice question.
    NotChoice {
        /// As written.
        id: String,
    },
}

impl Reference {
    pub(super) fn code(&self) -> &'static str {
        match self {
            Self::SameId { .. } => "same-id",
            Self::Unknown { .. } => "reference-unknown",
            Self::NotEarlier { .. } => "reference-not-earlier",
            Self::OtherKind { .. } => "compare-other-kind",
            Self::OtherShape { .. } => "compare-other-shape",
            Self::NotChoice { .. } => "split-not-choice",
        }
    }

    pub(super) fn english(&self) -> String {
        match self {
            Self::SameId { id, line } => {
                format!("The id `{id}` is that of the slide in line {line} too. Give one of them its own: `id: …`.")
            }
            Self::Unknown { key, id, near: Some(near) } => {
                format!("`{key}` names `{id}`, which no slide has. Did you mean `{near}`?")
            }
            Self::Unknown { key, id, near: None } => {
                format!("`{key}` names `{id}`, which no slide has. Give the earlier question `id: {id}`.")
            }
            Self::NotEarlier { key, id } => {
                format!("`{key}` names `{id}`, which does not come earlier. Name an earlier question.")
            }
            Self::OtherKind { id, kind } => {
                format!("`compare` names `{id}`, which is no `{kind}` question. Name one of the same kind.")
            }
            Self::OtherShape { id } => {
                format!(
                    "`compare` names `{id}`, which differs in its options, statements or steps. Make them as many and alike."
                )
            }
            Self::NotChoice { id } => {
                format!("`split` names `{id}`, which is no `choice` question. Name one that is.")
            }
        }
    }

    pub(super) fn dutch(&self) -> String {
        match self {
            Self::SameId { id, line } => {
                format!(
                    "Het id `{id}` is ook dat van de dia in regel {line}. Geef één van de twee een eigen id: `id: …`."
                )
            }
            Self::Unknown { key, id, near: Some(near) } => {
                format!("`{key}` noemt `{id}`, maar geen dia heet zo. Bedoel je `{near}`?")
            }
            Self::Unknown { key, id, near: None } => {
                format!("`{key}` noemt `{id}`, maar geen dia heet zo. Geef de eerdere vraag `id: {id}`.")
            }
            Self::NotEarlier { key, id } => {
                format!("`{key}` noemt `{id}`, maar die komt niet eerder. Noem een eerdere vraag.")
            }
            Self::OtherKind { id, kind } => {
                format!("`compare` noemt `{id}`, maar dat is geen `{kind}`-vraag. Noem er één van dezelfde soort.")
            }
            Self::OtherShape { id } => {
                format!(
                    "`compare` noemt `{id}`, maar die heeft andere opties, stellingen of stappen. Maak ze gelijk in aantal."
                )
            }
            Self::NotChoice { id } => {
                format!("`split` noemt `{id}`, maar dat is geen `choice`-vraag. Noem er één die dat wel is.")
            }
        }
    }
}
