//! What a deck is made of, as it is called in a sentence about too many, too few or too long.

/// A part of a deck that is counted or measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Thing {
    /// A deck's title.
    Title,
    /// A slide's heading.
    Prompt,
    /// An option of a choice question, or of a form's field.
    Option,
    /// A statement of a scale.
    Statement,
    /// An item of another list.
    Item,
    /// A field of a form.
    Field,
    /// A heading of an open question's columns.
    Column,
    /// A named stop of a spectrum.
    Stop,
    /// The label of a pole, or of the end of a range or axis.
    Label,
    /// The second line of a pole.
    Note,
    /// An emoji that phones may send.
    Reaction,
}

impl Thing {
    pub(super) fn english(self, many: bool) -> &'static str {
        let (one, more) = match self {
            Self::Title => ("title", "titles"),
            Self::Prompt => ("heading", "headings"),
            Self::Option => ("option", "options"),
            Self::Statement => ("statement", "statements"),
            Self::Item => ("item", "items"),
            Self::Field => ("field", "fields"),
            Self::Column => ("column", "columns"),
            Self::Stop => ("stop", "stops"),
            Self::Label => ("label", "labels"),
            Self::Note => ("note", "notes"),
            Self::Reaction => ("reaction", "reactions"),
        };
        if many { more } else { one }
    }

    pub(super) fn dutch(self, many: bool) -> &'static str {
        let (one, more) = match self {
            Self::Title => ("titel", "titels"),
            Self::Prompt => ("kop", "koppen"),
            Self::Option => ("optie", "opties"),
            Self::Statement => ("stelling", "stellingen"),
            Self::Item => ("onderdeel", "onderdelen"),
            Self::Field => ("veld", "velden"),
            Self::Column => ("kolom", "kolommen"),
            Self::Stop => ("tussenstop", "tussenstops"),
            Self::Label => ("naam", "namen"),
            Self::Note => ("tweede regel", "tweede regels"),
            Self::Reaction => ("reactie", "reacties"),
        };
        if many { more } else { one }
    }
}
