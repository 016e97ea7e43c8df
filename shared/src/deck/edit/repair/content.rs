//! A slide's list: its items and their marks.

use super::Repairer;
use crate::deck::edit::TextChange;
use crate::deck::grammar::keyword::Keyword;
use crate::deck::problem::ContentProblem;
use crate::deck::text::nearest::nearest;
use crate::question::Kind;

/// The mark that one item alone can have.
const OTHER: &str = "{other}";

impl Repairer<'_> {
    pub(super) fn content(&self, wrong: &ContentProblem) -> Option<TextChange> {
        match wrong {
            ContentProblem::ItemEmpty => self.with_lines(self.line..self.line + 1, &[]),
            ContentProblem::ItemNotPlain {
                instead: Some(instead),
            } => {
                let text = self.text();
                let indent = &text[..text.len() - text.trim_start().len()];
                self.with_line(&format!("{indent}{instead}"))
            }
            ContentProblem::UnknownMarker { found, known } => self.known_mark(found, known),
            ContentProblem::MarkerTwice { found } => {
                let twice = self.text().matches(found.as_str()).count() > 1;
                (twice || found == OTHER).then(|| self.without_mark(found))?
            }
            ContentProblem::MarkTwice { found } if found.starts_with('{') => {
                self.without_mark(found)
            }
            ContentProblem::ItemPicture { .. } => self.without_picture(),
            ContentProblem::NoHeading { .. }
            | ContentProblem::TooFew { .. }
            | ContentProblem::TooMany { .. }
            | ContentProblem::TooLong { .. }
            | ContentProblem::ItemPictureSilent { .. }
            | ContentProblem::ItemNotPlain { instead: None }
            | ContentProblem::ItemPictures
            | ContentProblem::Rating { .. }
            | ContentProblem::Area { .. }
            | ContentProblem::ListTwice
            | ContentProblem::UnknownLanguage { .. }
            | ContentProblem::LanguageTwice { .. }
            | ContentProblem::Differs { .. }
            | ContentProblem::MarkTwice { .. }
            | ContentProblem::NotNumber { .. }
            | ContentProblem::NoPicture => None,
        }
    }

    /// A mark that is nearly one of these is that; one of another kind goes; else the braces are
    /// text.
    fn known_mark(&self, found: &str, known: &[&'static str]) -> Option<TextChange> {
        let place = self.text().rfind(found)?;
        let near = nearest(found, known.iter().copied());
        if let Some(near) = near {
            return self.with_part(place..place + found.len(), near);
        }
        let mut of_kinds = Kind::ALL.iter().flat_map(|kind| kind.format().marks);
        if of_kinds.any(|mark| *mark == found) {
            return self.without_mark(found);
        }
        self.with_part(place..place, "\\")
    }

    /// The last mark of that name goes, and the blanks before it.
    fn without_mark(&self, found: &str) -> Option<TextChange> {
        let place = self.text().rfind(found)?;
        let before = self.text()[..place].trim_end().len();
        self.with_part(before..place + found.len(), "")
    }

    /// The picture goes, where a label says what is meant.
    fn without_picture(&self) -> Option<TextChange> {
        let first = self.deck.slides().get(self.slide?)?.lines.start - 1;
        let line = self.line - first;
        self.slide(|slide| {
            let items = slide.part(None).map(|part| part.items.as_slice());
            let mut items = items.unwrap_or_default().iter();
            let place = items.position(|item| item.lines.start == line);
            slide.with_picture(place.unwrap_or(usize::MAX), None)
        })
    }
}
