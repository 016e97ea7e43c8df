//! Results as pictures: data in, SVG out.
//!
//! Pure: no measuring, no browser, fixed viewBoxes, the same on the server and in the browser. Widths of
//! texts come from the font's own advances ([`measure`]). Each kind's geometry is a list of [`mark::Mark`]s
//! in its own file; here they get their frame, and a table with the same numbers behind them.
//!
//! They are the stage's. Phones tell results in their own, lighter way (`views/participant/results`), with the same order, shares and words.

use leptos::prelude::*;
use shared::cloud::Cloud;
use shared::protocol::view::{Compared, Input};
use shared::question::Results;
use shared::question::choice::{self as choice_results, ChoiceLayout, OtherText};
use shared::question::scale as scale_results;
use shared::question::spectrum::{self as spectrum_results, Pole};
use shared::question::words::{self as words_results, WordsLayout};
use shared::rules::Rules;

use crate::language::Language;
use crate::texts::charts as say;

pub mod bars;
mod beside;
mod cells;
pub mod choice;
pub mod cloud;
pub mod columns;
pub mod donut;
pub mod frame;
pub mod heading;
pub mod hidden;
mod hill;
pub mod listing;
pub mod mark;
pub mod measure;
mod picture;
pub mod places;
mod poles;
pub mod share;
pub mod shift;
pub mod spectrum;
pub mod standing;
mod stops;
#[cfg(test)]
mod tests;
pub mod wall;

use beside::Beside;
use choice::Choice;
use columns::Statements;
use frame::{Drawing, Frame, Shape};
pub use heading::Heading;
use listing::List;
pub use mark::Pointed;
use shift::Shift;
use spectrum::Line;

/// What a list of typed options takes of a picture's width.
const OTHERS_WIDTH: f64 = 400.0;

/// Everything that the figure of one question hangs on.
#[derive(Clone, Copy)]
pub struct Told<'a> {
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

/// The results of one question in all shapes of screen, of which the page shows the one that fits, with a table behind them for who
/// can't see pictures. `id` is unique on the page; `page` is one of [`Told::pages`].
pub fn figure(id: String, told: Told<'_>, page: usize, pointed: Pointed<'_>) -> AnyView {
    let Told { input, results, language, .. } = told;
    let frame = Frame { id, prompt: told.heading.prompt.to_owned(), sentence: told.sentence(), pointed };
    match (results, told.cloud()) {
        (Results::Open(open), _) => {
            wall::Wall::of(told.heading, (input, told.rules), open, told.open).page(page, pointed, language)
        }
        (Results::Words(words), _) if words.entries.is_empty() => quiet(language),
        (Results::Words(words), Some(cloud)) => {
            let behind = frame::table(&frame.prompt, input, results, language);
            cloud::view(&frame, words, cloud, page, behind, language)
        }
        _ => told.drawings(&frame, page),
    }
}

impl<'a> Told<'a> {
    /// How many pages a stage needs, and which of them shows first, from 0.
    pub fn pages(&self) -> (usize, usize) {
        match (self.results, self.input) {
            (Results::Open(results), input) => {
                let wall = wall::Wall::of(self.heading, (input, self.rules), results, self.open);
                (wall.count(), wall.first)
            }
            (Results::Scale(results), Input::Scale { low, high, .. }) => {
                (self.statements(results, (low, high)).pages(), 0)
            }
            (Results::Words(results), _) => match self.cloud() {
                Some(cloud) => (cloud::pages(results, cloud, self.language), 0),
                None => (self.list(results).pages(), 0),
            },
            (Results::Choice(results), _) => {
                let others = self.others().map_or(1, |others| others.pages());
                (self.choice(results).pages().max(others), 0)
            }
            _ => (1, 0),
        }
    }

    /// What can be pointed at on each page, in the shape that shows, with how it reads there.
    pub fn names(&self, shape: Shape) -> Vec<Vec<(String, String)>> {
        let texts = |page: Vec<String>| page.into_iter().map(|text| (text.clone(), text)).collect();
        match (self.results, self.cloud()) {
            (Results::Open(open), _) => {
                wall::Wall::of(self.heading, (self.input, self.rules), open, self.open).names().collect()
            }
            (Results::Words(words), Some(cloud)) => {
                cloud::names(shape, words, cloud, self.language).into_iter().map(texts).collect()
            }
            (Results::Words(words), None) => self.list(words).names().into_iter().map(texts).collect(),
            (Results::Choice(_), _) => {
                let Some(others) = self.others() else { return vec![Vec::new(); self.pages().0] };
                let named = |page: &[(String, String)]| page.iter().map(|(name, _)| name.clone()).collect();
                others.each_on(shape, self.pages().0).into_iter().map(|page| texts(named(page))).collect()
            }
            _ => Vec::new(),
        }
    }

    /// A cloud, where one is wanted and the room says where its words stand.
    fn cloud(&self) -> Option<&'a Cloud> {
        self.cloud.filter(|_| matches!(self.input, Input::Words { layout: WordsLayout::Cloud, .. }))
    }

    /// How many votes one dot stands for, where that is not one.
    pub fn votes_per_dot(&self) -> Option<u64> {
        let Results::Choice(results) = self.results else { return None };
        let choice = self.choice(results);
        Some(choice.votes_per_dot()).filter(|votes| choice.has_dots() && *votes > 1)
    }

    /// The picture in words, for who can't see it.
    fn sentence(&self) -> String {
        let described = say::described(self.language, self.input, self.results);
        let moved = self.compared.and_then(|then| say::moved_sentence(self.language, self.input, then, self.results));
        moved.map_or_else(|| described.clone(), |moved| format!("{moved}. {described}"))
    }

    fn choice(&self, results: &'a choice_results::Results) -> Choice<'a> {
        let (layout, pick) = match self.input {
            Input::Choice { layout, pick, .. } => (*layout, pick.max),
            _ => (ChoiceLayout::Bars, 1),
        };
        let then = match self.compared.map(|compared| &compared.results) {
            Some(Results::Choice(then)) => Some(then),
            _ => None,
        };
        let beside = self.others().map_or(0.0, |others| others.width);
        Choice { heading: self.heading, results, then, layout, pick, language: self.language, open: self.open, beside }
    }

    fn statements(
        &self,
        results: &'a scale_results::Results,
        ends: (&'a Option<String>, &'a Option<String>),
    ) -> Statements<'a> {
        let then = match self.compared.map(|compared| &compared.results) {
            Some(Results::Scale(then)) => Some(then),
            _ => None,
        };
        let ends = (ends.0.as_deref(), ends.1.as_deref());
        Statements { heading: self.heading, results, then, ends, language: self.language }
    }

    fn list(&self, results: &'a words_results::Results) -> List<'a> {
        List { heading: self.heading, results, language: self.language }
    }

    fn drawings(&self, frame: &Frame<'_>, page: usize) -> AnyView {
        let pictures = self.pictures(frame, page);
        let others = self.others();
        let class = if others.is_some() { "figure with-list" } else { "figure" };
        let others = others.map(|others| others.view(page, frame.pointed));
        let table = frame::table(&frame.prompt, self.input, self.results, self.language);
        view! { <figure class=class>{pictures} {others} {table}</figure> }.into_any()
    }

    /// A picture for each shape of screen.
    fn pictures(&self, frame: &Frame<'_>, page: usize) -> Vec<AnyView> {
        let drawings = Shape::ALL.into_iter().filter_map(|shape| self.drawing(shape, page));
        drawings.enumerate().map(|(number, drawing)| frame.picture(number, drawing)).collect()
    }

    fn drawing(&self, shape: Shape, page: usize) -> Option<Drawing> {
        let language = self.language;
        Some(match (self.results, self.input) {
            (Results::Choice(results), _) => {
                let choice = self.choice(results);
                // The list of what people typed may have more pages than the options.
                choice.drawing(shape, page % choice.pages(), choice.pages())
            }
            (Results::Spectrum(results), Input::Spectrum { left, right, stops, layout }) => {
                let poles = (left, right);
                match self.shift(results, poles) {
                    Some(shift) => shift.drawing(self.heading.surface(shape)),
                    None => spectrum::drawing(
                        self.heading.surface(shape),
                        results,
                        Line { poles, stops, layout: *layout },
                        language,
                    ),
                }
            }
            (Results::Scale(results), Input::Scale { low, high, .. }) => {
                self.statements(results, (low, high)).drawing(shape, page)
            }
            (Results::Words(results), _) => self.list(results).drawing(shape, page),
            _ => return None,
        })
    }

    /// How the room moved, once somebody has.
    fn shift(&self, now: &'a spectrum_results::Results, poles: (&'a Pole, &'a Pole)) -> Option<Shift<'a>> {
        let compared = self.compared.filter(|_| now.voters > 0)?;
        let Results::Spectrum(then) = &compared.results else { return None };
        Some(Shift { then, now, pairs: compared.pairs.as_deref(), poles, language: self.language })
    }

    /// What was typed behind the `{other}` option.
    fn others(&self) -> Option<Beside> {
        let Results::Choice(choice) = self.results else { return None };
        let others = choice.others.as_ref().filter(|others| !others.is_empty())?;
        let heading = match self.input {
            Input::Choice { options, .. } => {
                options.iter().find(|option| option.other).map(|option| option.label.clone())
            }
            _ => None,
        };
        let item = |other: &OtherText| match other.votes {
            1 => other.text.clone(),
            votes => format!("{} ({})", other.text, say::grouped(self.language, votes)),
        };
        let items = others.iter().map(|other| (other.text.clone(), item(other))).collect();
        let total = others.len() as u64;
        Some(Beside { shape: None, heading: heading.unwrap_or_default(), items, total, width: OTHERS_WIDTH })
    }
}

/// What stands where there is nothing to draw yet.
pub fn quiet(language: Language) -> AnyView {
    view! { <div class="figure quiet"><p>{say::nothing_yet(language)}</p></div> }.into_any()
}
