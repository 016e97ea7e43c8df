//! What can be wrong with a slide's Markdown: heading, list, markers, pictures.

use crate::limits::{STEPS_MAX, STEPS_MIN};

use super::{Thing, one_of};

/// Something wrong with a slide's Markdown.
#[derive(Clone, Debug, PartialEq)]
pub enum Content {
    /// A question without a heading asks nothing.
    NoHeading {
        /// The kind of question.
        kind: &'static str,
    },
    /// A list that is too short, or missing.
    TooFew {
        /// What it lists.
        thing: Thing,
        /// How few there may be.
        min: usize,
        /// How many there are.
        found: usize,
    },
    /// A list that is too long.
    TooMany {
        /// What it lists.
        thing: Thing,
        /// How many there may be.
        max: usize,
        /// How many there are.
        found: usize,
    },
    /// A text that is too long.
    TooLong {
        /// What it is.
        thing: Thing,
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
    /// A number question's right answer that is no number.
    NotNumber {
        /// As written, shortened.
        found: String,
    },
    /// A pin question without the picture to point at.
    NoPicture,
}

impl Content {
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
            Self::NotNumber { .. } => "item-not-a-number",
            Self::NoPicture => "no-picture",
        }
    }

    pub(super) fn english(&self) -> String {
        match self {
            Self::NoHeading { kind } => format!("This `{kind}` question has no heading. Write its prompt as `# …`."),
            Self::TooFew { thing, min, found } => {
                format!("{found} {}; at least {min} wanted. Write them as a list: `- …`.", thing.english(*found != 1))
            }
            Self::TooMany { thing, max, found } => {
                format!("{found} {}; at most {max} fit.", thing.english(*found != 1))
            }
            Self::TooLong { thing, max } => {
                format!("This {} is too long; at most {max} characters fit.", thing.english(false))
            }
            Self::ItemEmpty => "This list item is empty. Write something behind the `-`, or take it away.".into(),
            Self::ItemPictureSilent { source } => {
                format!("This picture needs words for who can't see it: `- ![what it shows]({source})`.")
            }
            Self::ItemNotPlain { instead: Some(instead) } => {
                format!("This begins a list, quote or heading inside the list item. Is it text? Write `{instead}`.")
            }
            Self::ItemNotPlain { instead: None } => {
                "A list item is one line of text here. Take away the list, quote, table or code inside it.".into()
            }
            Self::ItemPictures => "A list item takes one picture. Keep the first.".into(),
            Self::ItemPicture { kind } => format!("Items of `{kind}` have no pictures. Put it above the list."),
            Self::UnknownMarker { found, known: [] } => {
                format!("There are no markers here, so not `{found}`. Write `\\{{` if it is text.")
            }
            Self::UnknownMarker { found, known } => {
                format!(
                    "There is no marker `{found}` here. It can be {}; write `\\{{` if it is text.",
                    one_of(known, "or")
                )
            }
            Self::MarkerTwice { found } => format!("`{found}` is one marker too many. Keep one of its sort."),
            Self::Rating { found } => {
                format!("`{found}` is no rating. Write {STEPS_MIN} to {STEPS_MAX} steps as `{{rating 1-10}}`.")
            }
            Self::NotNumber { found } => {
                format!("`{found}` is no number, and the answer to a `number` question is one.")
            }
            Self::NoPicture => {
                "A `pin` question needs a picture on a line of its own: `![what it shows](/picture.png)`.".into()
            }
        }
    }

    pub(super) fn dutch(&self) -> String {
        match self {
            Self::NoHeading { kind } => format!("Deze vraag (`{kind}`) heeft geen kop. Schrijf de vraag als `# …`."),
            Self::TooFew { thing, min, found } => {
                format!("{found} {}; het moeten er minstens {min} zijn. Schrijf ze als lijst: `- …`.", thing.dutch(*found != 1))
            }
            Self::TooMany { thing, max, found } => {
                format!("{found} {}; het mogen er hoogstens {max} zijn.", thing.dutch(*found != 1))
            }
            Self::TooLong { thing, max } => {
                format!("Te lang voor een {}; het mogen hoogstens {max} tekens zijn.", thing.dutch(false))
            }
            Self::ItemEmpty => "Dit punt van de lijst is leeg. Schrijf iets achter de `-`, of haal het weg.".into(),
            Self::ItemPictureSilent { source } => {
                format!("Dit plaatje heeft woorden nodig voor wie het niet ziet: `- ![wat het toont]({source})`.")
            }
            Self::ItemNotPlain { instead: Some(instead) } => {
                format!("Hier begint een lijst, citaat of kop binnen het punt van de lijst. Is het tekst? Schrijf `{instead}`.")
            }
            Self::ItemNotPlain { instead: None } => "Een punt van de lijst is hier één regel tekst. Haal de lijst, het citaat, de tabel of de code erin weg.".into(),
            Self::ItemPictures => "Een punt van de lijst heeft één plaatje. Houd het eerste.".into(),
            Self::ItemPicture { kind } => format!("Bij `{kind}` hebben de punten van de lijst geen plaatje. Zet het boven de lijst."),
            Self::UnknownMarker { found, known: [] } => {
                format!("Hier zijn geen merktekens, dus ook `{found}` niet. Schrijf `\\{{` als het tekst is.")
            }
            Self::UnknownMarker { found, known } => {
                format!("Het merkteken `{found}` bestaat hier niet. Het kan {} zijn; schrijf `\\{{` als het tekst is.", one_of(known, "of"))
            }
            Self::MarkerTwice { found } => format!("`{found}` is één merkteken te veel. Houd er één van deze soort."),
            Self::Rating { found } => {
                format!("`{found}` is geen cijferschaal. Schrijf {STEPS_MIN} tot en met {STEPS_MAX} stappen als `{{rating 1-10}}`.")
            }
            Self::NotNumber { found } => format!("`{found}` is geen getal, en het antwoord op een `number`-vraag is dat wel."),
            Self::NoPicture => "Een `pin`-vraag heeft een plaatje nodig op een eigen regel: `![wat het toont](/plaatje.png)`.".into(),
        }
    }
}
