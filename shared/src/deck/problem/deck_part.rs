//! What a deck is made of, as it is called in a sentence about too many, too few or too long.

/// A part of a deck that is counted or measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DeckPart {
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
    /// A line that is shown with the answer.
    Explanation,
    /// The text behind a number.
    Unit,
    /// A name under which answers are gathered.
    Basket,
    /// A word of a basket.
    Word,
    /// A group.
    Group,
    /// A language.
    Language,
    /// A heading.
    Heading,
    /// A paragraph.
    Paragraph,
}
