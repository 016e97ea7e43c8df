//! What the settings and the list of a question are read with, whatever its kind.

use super::content::EscapedText;
use super::item::Marked;
pub(crate) use super::markdown_parts::{MarkdownParts, TextKey};
use super::settings::BlockSettings;
use crate::deck::problem::{ContentProblem, Problem, SettingsProblem};
use crate::deck::text::plain::quote;
use crate::image::Image;

/// What a question's Markdown holds for its kind.
pub(crate) struct QuestionParts {
    pub prompt: String,
    pub items: Vec<Marked>,
    pub picture: Option<Image>,
}

/// Reads what is a kind's own.
pub(crate) struct KindReader<'r, 'a> {
    pub kind: &'static str,
    /// Where the question begins, for what is missing.
    pub line: usize,
    pub settings: &'r mut BlockSettings<'a>,
    /// The marks that an item may have.
    pub marks: &'static [&'static str],
}

impl KindReader<'_, '_> {
    /// Says that a key is missing, where it is.
    pub fn needs(&mut self, key: &'static str) {
        if self.settings.line(key).is_none() {
            let wrong = SettingsProblem::Missing {
                key,
                kind: self.kind,
            };
            self.settings.problems.push(Problem::new(self.line, wrong));
        }
    }

    /// Says that a key says nothing without another one, where it stands.
    pub fn alone(&mut self, key: &'static str, other: &'static str) {
        if let Some(line) = self.settings.line(key) {
            self.settings
                .problems
                .push(Problem::new(line, SettingsProblem::Alone { key, other }));
        }
    }

    /// Says that a key can't stand beside another one, where it stands.
    pub fn beside(&mut self, key: &'static str, other: &'static str) {
        if let Some(line) = self.settings.line(key) {
            self.settings
                .problems
                .push(Problem::new(line, SettingsProblem::Beside { key, other }));
        }
    }

    /// Which of these marks an item has; others it may not have.
    pub fn marks<const N: usize>(&mut self, item: &Marked, known: [&'static str; N]) -> [bool; N] {
        let mut seen = [false; N];
        for mark in &item.marks {
            let found = written(mark);
            match known.iter().position(|known| *known == found) {
                Some(place) if seen[place] => {
                    self.wrong(item, ContentProblem::MarkerTwice { found })
                }
                Some(place) => seen[place] = true,
                None => self.unknown_mark(item, mark),
            }
        }
        seen
    }

    /// Says that an item of this kind has no such mark.
    pub fn unknown_mark(&mut self, item: &Marked, mark: &EscapedText) {
        self.wrong(
            item,
            ContentProblem::UnknownMarker {
                found: quote(&written(mark)),
                known: self.marks,
            },
        );
    }

    /// Says what is wrong with an item.
    pub fn wrong(&mut self, item: &Marked, wrong: ContentProblem) {
        self.settings.problems.push(Problem::new(item.line, wrong));
    }

    /// The labels of items that have nothing else.
    pub fn labels(&mut self, items: Vec<Marked>) -> Vec<String> {
        items.iter().for_each(|item| {
            self.marks(item, []);
        });
        items.into_iter().map(|item| item.label).collect()
    }
}

/// A mark as it could be written.
pub(crate) fn written(mark: &EscapedText) -> String {
    format!("{{{}}}", mark.tidy())
}
