//! Everything that the figure of one question depends on: data alone, which the kinds draw and put
//! into words.

use leptos::prelude::AnyView;
use shared::cloud::Cloud;
use shared::protocol::view::{Compared, Input};
use shared::question::Results;
use shared::rules::Rules;

use crate::charts::frame::{self, Frame};
use crate::charts::{Heading, Pointed};
use crate::language::Language;
use crate::texts::charts::nothing_yet;

/// What the figure of one question depends on.
#[derive(Clone, Copy)]
pub struct FigureContext<'a> {
    pub heading: Heading<'a>,
    pub input: &'a Input,
    /// By which rules an answer stands under a heading.
    pub rules: Rules,
    pub results: &'a Results,
    /// Where the words of these results stand, where they are a cloud.
    pub cloud: Option<&'a Cloud>,
    /// The earlier question that it is set against.
    pub compared: Option<&'a Compared>,
    pub language: Language,
    /// While open, options keep their order; closed, they are sorted by votes.
    pub open: bool,
}

impl<'a> FigureContext<'a> {
    /// What stands around the pictures; `id` is unique on the page.
    pub fn frame(&self, id: String, pointed: Pointed<'a>) -> Frame<'a> {
        Frame {
            id,
            prompt: self.heading.prompt.to_owned(),
            sentence: self.sentence(),
            pointed,
        }
    }

    /// The same while results are hidden, which is said in that sentence.
    pub fn hidden_frame(&self, id: String, sentence: &str) -> Frame<'a> {
        let prompt = self.heading.prompt.to_owned();
        Frame {
            id,
            prompt,
            sentence: sentence.to_owned(),
            pointed: Pointed::default(),
        }
    }

    /// The picture in words, for anyone who can't see it.
    fn sentence(&self) -> String {
        let described = super::described(self.language, self.input, self.results);
        let moved = self
            .compared
            .and_then(|then| super::moved_sentence(self.language, self.input, then, self.results));
        moved.map_or_else(
            || described.clone(),
            |moved| format!("{moved}. {described}"),
        )
    }

    /// The numbers behind the pictures.
    pub fn table(&self) -> AnyView {
        frame::table(
            self.heading.prompt,
            super::table(self.language, self.input, self.results),
        )
    }

    /// What is said while nobody has answered.
    pub fn nothing_yet(&self) -> Option<String> {
        (self.results.voters() == 0).then(|| nothing_yet(self.language).to_owned())
    }
}
