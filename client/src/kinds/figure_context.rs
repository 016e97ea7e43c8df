//! Everything that the figure of one question depends on: data alone, which the kinds draw and put
//! into words.

use leptos::prelude::AnyView;
use shared::cloud::Cloud;
use shared::protocol::view::Pair;
use shared::rules::Rules;

use super::KindFigure;
use crate::charts::frame::{self, Frame};
use crate::charts::{Heading, Pointed};
use crate::language::Language;
use crate::texts::charts::nothing_yet;

/// What was asked of one kind, what it came to, and what it came to before.
pub struct FigureData<'a, I, R> {
    pub input: &'a I,
    pub results: &'a R,
    /// Those of the earlier question that they are set against.
    pub then: Option<&'a R>,
    /// Where each unnamed person was then and is now.
    pub pairs: Option<&'a [Pair]>,
}

/// A variant for each kind, with its own input and its own results. Here alone a question and
/// results meet that may be of two kinds: a host can show a round from before a question became
/// another one. Its results are then shown by the plainest settings of their own kind.
macro_rules! kind_figures {
    ($($variant:ident: $module:ident::$input:ident => $results:ident),* $(,)?) => {
        /// What was asked and what it came to.
        pub enum KindFigure<'a> {
            $($variant(
                FigureData<
                    'a,
                    shared::question::$module::$input,
                    shared::question::$module::$results,
                >,
            ),)*
        }

        impl<'a> KindFigure<'a> {
            pub fn of(input: &'a Input, results: &'a Results) -> Self {
                match results {
                    $(Results::$variant(results) => Self::$variant(FigureData {
                        input: if let Input::$variant(input) = input {
                            input
                        } else {
                            &$module::PLAIN
                        },
                        results,
                        then: None,
                        pairs: None,
                    }),)*
                }
            }

            /// The same beside an earlier question of its kind.
            pub fn against(mut self, earlier: &'a Compared) -> Self {
                match (&mut self, &earlier.results) {
                    $((Self::$variant(figure), Results::$variant(then)) => {
                        (figure.then, figure.pairs) = (Some(then), earlier.pairs.as_deref());
                    })*
                    $((Self::$variant(_), _) => {})*
                }
                self
            }

            /// How many people gave an answer that counts.
            pub fn voters(&self) -> u64 {
                match self {
                    $(Self::$variant(figure) => figure.results.voters,)*
                }
            }
        }
    };
}
pub(super) use kind_figures;

/// What the figure of one question depends on.
pub struct FigureContext<'a> {
    pub heading: Heading<'a>,
    pub figure: KindFigure<'a>,
    /// By which rules an answer stands under a heading.
    pub rules: Rules,
    /// Where the words of these results stand, where they are a cloud.
    pub cloud: Option<&'a Cloud>,
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
    pub fn sentence(&self) -> String {
        let described = super::described(self.language, &self.figure);
        match super::moved_sentence(self.language, &self.figure) {
            Some(moved) => format!("{moved}. {described}"),
            None => described,
        }
    }

    /// The numbers behind the pictures.
    pub fn table(&self) -> AnyView {
        frame::table(
            self.heading.prompt,
            super::table(self.language, &self.figure),
        )
    }

    /// What is said while nobody has answered.
    pub fn nothing_yet(&self) -> Option<String> {
        (self.figure.voters() == 0).then(|| nothing_yet(self.language).to_owned())
    }
}
