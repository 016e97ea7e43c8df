//! Results as pictures: data in, SVG out.
//!
//! Pure: no measuring, no browser, fixed viewBoxes, the same on the server and in the browser. Widths of
//! texts come from the font's own advances ([`measure`]). Each kind's geometry is a list of [`mark::Mark`]s
//! in its own file; here they get their frame, and a table with the same numbers behind them.
//!
//! They are the stage's. Phones tell results in their own, lighter way (`views/participant/results`), with the same order, shares and words.

use leptos::prelude::*;
use shared::protocol::view::Input;
use shared::question::Results;
use shared::question::choice::OtherText;

use crate::language::Language;
use crate::texts::charts as say;

pub mod bars;
mod beside;
pub mod cloud;
pub mod columns;
pub mod frame;
pub mod heading;
pub mod mark;
pub mod measure;
pub mod spectrum;
pub mod wall;

use beside::Beside;
use frame::Frame;
pub use heading::Heading;

/// What a list of typed options takes of a picture's width.
const OTHERS_WIDTH: f64 = 400.0;

/// The results of one question in both shapes of screen, of which the page shows the one that fits, with a table behind them for who
/// can't see pictures.
#[component]
pub fn Figure(
    /// Unique on the page.
    id: String,
    prompt: String,
    input: Input,
    results: Results,
    language: Language,
    /// While open, options keep their order; closed, they are sorted by votes.
    open: bool,
    /// The description above it, as HTML.
    #[prop(optional)]
    body: String,
    /// Which page of what does not fit on one; see [`pages`].
    #[prop(optional)]
    page: usize,
    /// The cloud as it has grown so far, where the page saw it grow.
    #[prop(optional_no_strip)]
    grown: Option<cloud::Clouds>,
) -> impl IntoView {
    let frame = Frame { id, prompt, sentence: say::described(language, &input, &results) };
    match (&results, &input) {
        (Results::Open(open_results), input) => {
            let heading = Heading { prompt: &frame.prompt, body: &body };
            wall::Wall::of(heading, input, open_results, open).page(page, language)
        }
        (Results::Words(words), _) if words.entries.is_empty() => quiet(language),
        (Results::Words(words), _) => cloud::view(&frame, words, grown.as_ref(), language),
        (results, input) => Shown { input, results, language, open, page }.drawings(&frame),
    }
}

/// How many pages a stage needs for these results, and which of them shows first, from 0.
pub fn pages(heading: Heading<'_>, input: &Input, results: &Results, open: bool) -> (usize, usize) {
    match results {
        Results::Open(results) => {
            let wall = wall::Wall::of(heading, input, results, open);
            (wall.count(), wall.first)
        }
        Results::Scale(results) => match input {
            Input::Scale { low, high, .. } => (columns::pages(results, (low.as_deref(), high.as_deref())), 0),
            _ => (1, 0),
        },
        _ => (1, 0),
    }
}

struct Shown<'a> {
    input: &'a Input,
    results: &'a Results,
    language: Language,
    open: bool,
    page: usize,
}

impl Shown<'_> {
    fn drawings(&self, frame: &Frame) -> AnyView {
        let Self { input, results, language, open, page } = *self;
        let others = self.others();
        let drawn = [frame::Shape::Wide, frame::Shape::Tall].into_iter().filter_map(|shape| match (results, input) {
            (Results::Choice(choice), _) => {
                let beside = others.as_ref().map_or(0.0, |others| others.width);
                Some(bars::drawing(shape, choice, language, open, beside))
            }
            (Results::Spectrum(spectrum), Input::Spectrum { left, right, stops, .. }) => {
                Some(spectrum::drawing(shape, spectrum, (left, right), stops, language))
            }
            (Results::Scale(scale), Input::Scale { low, high, .. }) => {
                Some(columns::drawing(shape, scale, (low.as_deref(), high.as_deref()), page, language))
            }
            _ => None,
        });
        let pictures: Vec<AnyView> =
            drawn.enumerate().map(|(number, drawing)| frame.picture(number, drawing)).collect();
        let class = if others.is_some() { "figure with-list" } else { "figure" };
        let others = others.map(Beside::view);
        let table = frame::table(&frame.prompt, input, results, language);
        view! { <figure class=class>{pictures} {others} {table}</figure> }.into_any()
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
        let items = others.iter().map(item).collect();
        let total = others.len() as u64;
        Some(Beside { shape: None, heading: heading.unwrap_or_default(), items, total, width: OTHERS_WIDTH })
    }
}

/// What stands where there is nothing to draw yet.
pub fn quiet(language: Language) -> AnyView {
    view! { <div class="figure quiet"><p>{say::nothing_yet(language)}</p></div> }.into_any()
}
