//! List items: their label, their picture and the markers at their end.

use super::content::{Letters, RawItem};
use super::plain::quote;
use crate::deck::problem::{Content, Problem};
use crate::deck::{FieldInput, Image, Item};
use crate::question::choice::ChoiceOption;

mod field;

const CORRECT: &str = "{correct}";
const OTHER: &str = "{other}";
const FIELD: &[&str] = &["{text}", "{email}", "{rating 1-10}", "{choice a|b|c}", "{consent}"];

/// What a list item of a kind may have besides its label.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Allows {
    pub kind: &'static str,
    pub markers: &'static [&'static str],
    pub image: bool,
}

/// What the items of a kind may have.
pub(super) fn allows(kind: &'static str) -> Allows {
    let (markers, image): (&[_], _) = match kind {
        "choice" => (&[CORRECT, OTHER], true),
        "pin" | "number" | "type" => (&[CORRECT], true),
        "rank" | "points" | "grid" => (&[], true),
        "form" => (FIELD, false),
        _ => (&[], false),
    };
    Allows { kind, markers, image }
}

/// A list item without its markers.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Marked {
    pub label: String,
    pub image: Option<Image>,
    pub correct: bool,
    pub other: bool,
    pub field: Option<field::Field>,
}

/// Reads an item's markers, and says what is wrong with it.
pub(super) fn read(raw: RawItem, allows: Allows, problems: &mut Vec<Problem>) -> Marked {
    let mut reader = Reader { line: raw.line, allows, problems };
    let (text, markers) = take_markers(&raw.text);
    let mut item = Marked { label: text.tidy(), image: None, correct: false, other: false, field: None };
    for marker in &markers {
        reader.marker(marker, &mut item);
    }
    item.image = reader.image(raw.images);
    if let Some(image) = item.image.as_ref().filter(|_| item.label.is_empty()) {
        item.label = image.alt.clone();
    }
    if !raw.plain {
        reader.wrong(Content::ItemNotPlain { instead: raw.instead });
    } else if item.label.is_empty() {
        let picture = item.image.as_ref().map(|image| quote(&image.source));
        reader.wrong(picture.map_or(Content::ItemEmpty, |source| Content::ItemPictureSilent { source }));
    }
    item
}

struct Reader<'p> {
    line: usize,
    allows: Allows,
    problems: &'p mut Vec<Problem>,
}

impl Reader<'_> {
    fn marker(&mut self, marker: &Letters, item: &mut Marked) {
        let found = format!("{{{}}}", marker.tidy());
        let known = self.allows.markers;
        if known == FIELD {
            match field::read(marker) {
                Ok(field) if item.field.is_none() => item.field = Some(field),
                Ok(_) => self.wrong(Content::MarkerTwice { found: quote(&found) }),
                Err(field::Wrong::Unknown) => {
                    self.wrong(Content::UnknownMarker { found: quote(&found), known });
                }
                Err(field::Wrong::Rating) => self.wrong(Content::Rating { found: quote(&found) }),
            }
            return;
        }
        let seen = match found.as_str() {
            CORRECT if known.contains(&CORRECT) => &mut item.correct,
            OTHER if known.contains(&OTHER) => &mut item.other,
            _ => {
                return self.wrong(Content::UnknownMarker { found: quote(&found), known });
            }
        };
        if std::mem::replace(seen, true) {
            self.wrong(Content::MarkerTwice { found });
        }
    }

    fn image(&mut self, images: Vec<Image>) -> Option<Image> {
        if images.len() > 1 {
            self.wrong(Content::ItemPictures);
        }
        let first = images.into_iter().next()?;
        if self.allows.image {
            return Some(first);
        }
        self.wrong(Content::ItemPicture { kind: self.allows.kind });
        None
    }

    fn wrong(&mut self, wrong: Content) {
        self.problems.push(Problem::new(self.line, wrong));
    }
}

/// The text without the markers at its end, and what stands between their braces, in order.
fn take_markers(text: &Letters) -> (Letters, Vec<Letters>) {
    let mut rest = text.trim();
    let mut markers = Vec::new();
    while let [before @ .., ('}', false)] = rest {
        let Some(open) = before.iter().rposition(|letter| *letter == ('{', false)) else {
            break;
        };
        markers.push(Letters(before[open + 1..].to_vec()));
        let end = before[..open].iter().rposition(|(c, _)| !c.is_whitespace() && !c.is_control());
        rest = &before[..end.map_or(0, |last| last + 1)];
    }
    markers.reverse();
    (Letters(rest.to_vec()), markers)
}

impl From<Marked> for ChoiceOption {
    fn from(item: Marked) -> Self {
        Self { label: item.label, image: item.image, other: item.other, correct: item.correct }
    }
}

impl From<Marked> for Item {
    fn from(item: Marked) -> Self {
        Self { label: item.label, image: item.image, correct: item.correct }
    }
}

impl From<Marked> for crate::deck::Field {
    fn from(item: Marked) -> Self {
        let field = item.field.unwrap_or(field::Field { input: FieldInput::Text, optional: false });
        Self { label: item.label, input: field.input, optional: field.optional }
    }
}

#[cfg(test)]
mod tests;
