//! List items: their label, their picture and the marks at their end.

use super::content::{EscapedText, RawItem};
use crate::deck::problem::{ContentProblem, Problem};
use crate::deck::text::plain::quote;
use crate::image::Image;

/// A right answer.
pub(crate) const CORRECT: &str = "{correct}";

/// What a list item of a kind may have besides its label and its marks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Allows {
    pub kind: &'static str,
    pub image: bool,
}

impl Allows {
    /// Nothing but a label.
    pub const NOTHING: Self = Self {
        kind: "===",
        image: false,
    };
    /// Whatever an item of some kind may have.
    pub const ANYTHING: Self = Self {
        kind: "",
        image: true,
    };
}

/// A list item without its marks.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Marked {
    pub line: usize,
    pub label: String,
    pub image: Option<Image>,
    /// What stands between the braces at its end, in order.
    pub marks: Vec<EscapedText>,
}

/// Takes an item's marks apart, and says what is wrong with the rest of it.
pub(super) fn read(raw: RawItem, allows: Allows, problems: &mut Vec<Problem>) -> Marked {
    let mut reader = ItemReader {
        line: raw.line,
        allows,
        problems,
    };
    let (text, marks) = take_marks(&raw.text);
    let image = reader.image(raw.images);
    let mut item = Marked {
        line: raw.line,
        label: text.tidy(),
        image,
        marks,
    };
    if let Some(image) = item.image.as_ref().filter(|_| item.label.is_empty()) {
        item.label = image.alt.clone();
    }
    if !raw.plain {
        reader.wrong(ContentProblem::ItemNotPlain {
            instead: raw.instead,
        });
    } else if item.label.is_empty() {
        let picture = item.image.as_ref().map(|image| quote(&image.source));
        reader.wrong(picture.map_or(ContentProblem::ItemEmpty, |source| {
            ContentProblem::ItemPictureSilent { source }
        }));
    }
    item
}

struct ItemReader<'p> {
    line: usize,
    allows: Allows,
    problems: &'p mut Vec<Problem>,
}

impl ItemReader<'_> {
    fn image(&mut self, images: Vec<Image>) -> Option<Image> {
        if images.len() > 1 {
            self.wrong(ContentProblem::ItemPictures);
        }
        let first = images.into_iter().next()?;
        if self.allows.image {
            return Some(first);
        }
        self.wrong(ContentProblem::ItemPicture {
            kind: self.allows.kind,
        });
        None
    }

    fn wrong(&mut self, wrong: ContentProblem) {
        self.problems.push(Problem::new(self.line, wrong));
    }
}

/// The text without the marks at its end, and what stands between their braces, in order.
fn take_marks(text: &EscapedText) -> (EscapedText, Vec<EscapedText>) {
    let mut rest = text.trim();
    let mut marks = Vec::new();
    while let [before @ .., ('}', false)] = rest {
        let Some(open) = before.iter().rposition(|letter| *letter == ('{', false)) else {
            break;
        };
        marks.push(EscapedText(before[open + 1..].to_vec()));
        let end = before[..open]
            .iter()
            .rposition(|(c, _)| !c.is_whitespace() && !c.is_control());
        rest = &before[..end.map_or(0, |last| last + 1)];
    }
    marks.reverse();
    (EscapedText(rest.to_vec()), marks)
}

#[cfg(test)]
mod tests;
