//! Results as pictures: data in, SVG out.
//!
//! Pure: no measuring, no browser, fixed viewBoxes, the same on the server and in the browser. Widths of
//! texts come from the font's own advances ([`measure`]). Each kind's geometry is a list of [`mark::Mark`]s
//! in its own file; here they get their frame, and a table with the same numbers behind them.

use leptos::prelude::*;
use shared::protocol::view::Input;
use shared::question::Results;

use crate::language::Language;
use crate::texts::charts as say;
use crate::ui::pole::pole;

mod advances;
pub mod bars;
pub mod cloud;
pub mod columns;
pub mod frame;
pub mod mark;
pub mod measure;
pub mod spectrum;
pub mod wall;

use frame::{Drawing, Frame};

/// For which surface a figure is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    /// A participant's page.
    Phone,
    /// The projected page: both shapes of screen, of which the page shows the one that fits.
    Stage,
}

/// The results of one question, with a table behind them for who can't see pictures.
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
    size: Size,
) -> impl IntoView {
    let frame = Frame { id, prompt, sentence: say::described(language, &input, &results) };
    match (&results, &input) {
        (Results::Open(open_results), input) => wall::view(open_results, input, language).into_any(),
        (Results::Words(words), _) if words.entries.is_empty() => quiet(language),
        (Results::Words(words), _) => cloud::view(&frame, words, language, size),
        (Results::Choice(choice), _) if size == Size::Phone => bars::list(choice, language, open),
        (results, input) => drawings(&frame, input, results, language, open, size),
    }
}

fn drawings(frame: &Frame, input: &Input, results: &Results, language: Language, open: bool, size: Size) -> AnyView {
    let shapes: &[frame::Shape] = match size {
        Size::Phone => &[frame::Shape::Phone],
        Size::Stage => &[frame::Shape::Wide, frame::Shape::Tall],
    };
    let drawn = shapes.iter().flat_map(|shape| match (results, input) {
        (Results::Choice(choice), _) => vec![bars::drawing(*shape, choice, language, open)],
        (Results::Spectrum(spectrum), Input::Spectrum { left, right, stops, .. }) => {
            vec![spectrum::drawing(*shape, spectrum, (left, right), stops, language)]
        }
        (Results::Scale(scale), Input::Scale { low, high, .. }) => {
            columns::drawings(*shape, scale, (low.as_deref(), high.as_deref()), language)
        }
        _ => Vec::<Drawing>::new(),
    });
    let pictures: Vec<AnyView> = drawn.enumerate().map(|(number, drawing)| frame.picture(number, drawing)).collect();
    let poles = match input {
        Input::Spectrum { left, right, .. } if size == Size::Phone => {
            Some(view! { <div class="poles">{pole("left", left)} {pole("right", right)}</div> })
        }
        _ => None,
    };
    // On a phone the sentence stands below the picture; a stage says it in its foot.
    let said = (size == Size::Phone).then(|| view! { <p dir="auto">{frame.sentence.clone()}</p> });
    view! { <figure class="figure">{poles} {pictures} {said} {frame::table(&frame.prompt, input, results, language)}</figure> }
        .into_any()
}

/// What stands where there is nothing to draw yet.
pub fn quiet(language: Language) -> AnyView {
    view! { <div class="figure quiet"><p>{say::nothing_yet(language)}</p></div> }.into_any()
}
