//! What figures and their sentences are asked for, of each kind: the other part of the list of
//! kinds. Every function asks each of them, on a line, and none is left out.

use leptos::prelude::AnyView;
use shared::question::{Input, Results};

use super::figure_context::FigureContext;
use super::{KindFigure, choice, form, number, open, scale, spectrum, words};
use crate::charts::Pointed;
use crate::charts::frame::{Drawing, Frame, Shape};
use crate::charts::split_columns::ColumnText;
use crate::charts::split_rows::{RowFigure, SplitHead};
use crate::language::Language;

/// The results as one sentence, where there are any.
pub(super) fn described(language: Language, figure: &KindFigure<'_>) -> String {
    match figure {
        KindFigure::Choice(choice) => choice::sentences::described(language, choice.results),
        KindFigure::Words(words) => words::sentences::described(language, words.results),
        KindFigure::Open(open) => open::sentences::described(language, open),
        KindFigure::Scale(scale) => scale::sentences::described(language, scale.results),
        KindFigure::Spectrum(spectrum) => spectrum::sentences::described(language, spectrum),
        KindFigure::Number(number) => number::sentences::described(language, number),
        KindFigure::Form(form) => form::sentences::described(language, form.results),
    }
}

/// How everybody moved since an earlier question, as one sentence.
pub(super) fn moved(language: Language, figure: &KindFigure<'_>) -> Option<String> {
    match figure {
        KindFigure::Choice(choice) => Some(choice::sentences::moved(language, choice.then?)),
        KindFigure::Scale(scale) => Some(scale::sentences::moved(language, scale.then?)),
        KindFigure::Spectrum(spectrum) => spectrum::sentences::moved(language, spectrum),
        KindFigure::Number(number) => number::sentences::moved(language, number),
        KindFigure::Words(_) => None,
        KindFigure::Open(_) => None,
        KindFigure::Form(_) => None,
    }
}

/// The head and the rows of the table behind a figure.
pub fn table(language: Language, figure: &KindFigure<'_>) -> (Vec<String>, Vec<Vec<String>>) {
    match figure {
        KindFigure::Choice(choice) => choice::sentences::table(language, choice.results),
        KindFigure::Words(words) => words::sentences::table(language, words.results),
        KindFigure::Open(open) => open::sentences::table(language, open),
        KindFigure::Scale(scale) => scale::sentences::table(language, scale.results),
        KindFigure::Spectrum(spectrum) => spectrum::sentences::table(language, spectrum.results),
        KindFigure::Number(number) => number::sentences::table(language, number.results),
        KindFigure::Form(form) => form::sentences::table(language, form.results),
    }
}

/// What stands behind how many took part: `<b>142</b> van 168 hebben gestemd`.
pub fn of_people(language: Language, input: &Input, voters: u64, people: u64) -> String {
    match input {
        Input::Choice(_) => choice::sentences::of_people(language, people, voters),
        Input::Words(_) => words::sentences::of_people(language, people, voters),
        Input::Open(_) => open::sentences::of_people(language, people, voters),
        Input::Scale(_) => scale::sentences::of_people(language, people, voters),
        Input::Spectrum(_) => spectrum::sentences::of_people(language, people, voters),
        Input::Number(_) => number::sentences::of_people(language, people, voters),
        Input::Form(_) => form::sentences::of_people(language, people, voters),
    }
}

/// The votes that answers got, with what stands behind their number, where they are what is
/// counted.
pub(crate) fn votes(language: Language, results: &Results, voting: bool) -> Option<(u64, String)> {
    match results {
        Results::Open(open) => open::sentences::votes(language, open, voting),
        Results::Choice(_) => None,
        Results::Words(_) => None,
        Results::Scale(_) => None,
        Results::Spectrum(_) => None,
        Results::Number(_) => None,
        Results::Form(_) => None,
    }
}

/// That there are more than any of so many pages shows.
pub(crate) fn left_out(language: Language, results: &Results, pages: usize) -> Option<String> {
    match results {
        Results::Words(words) => words::sentences::left_out(language, words, pages),
        Results::Open(open) => open::sentences::left_out(language, open),
        Results::Choice(_) => None,
        Results::Scale(_) => None,
        Results::Spectrum(_) => None,
        Results::Number(_) => None,
        Results::Form(_) => None,
    }
}

/// What is said under a figure, if there is more to say than the figure does.
pub(crate) fn under(context: &FigureContext<'_>) -> Option<String> {
    match &context.figure {
        KindFigure::Choice(choice) => choice::sentences::under(context, choice),
        KindFigure::Words(words) => words::sentences::under(context, words.results),
        KindFigure::Open(_) => None,
        KindFigure::Form(_) => None,
        KindFigure::Scale(scale) => scale::sentences::under(context, scale),
        KindFigure::Spectrum(spectrum) => spectrum::sentences::under(context, spectrum),
        KindFigure::Number(number) => number::sentences::under(context, number),
    }
}

/// How often a word was given, or how many votes an answer has, in the list of what can be hidden.
pub(crate) fn counted(language: Language, input: &Input, count: u64) -> Option<String> {
    match input {
        Input::Words(_) => Some(words::sentences::counted(language, count)),
        Input::Open(open) => open::sentences::counted_votes(language, open, count),
        Input::Choice(_) => None,
        Input::Scale(_) => None,
        Input::Spectrum(_) => None,
        Input::Number(_) => None,
        Input::Form(_) => None,
    }
}

// ---- The stage's figure

/// The results of one question in all shapes of screen, of which the page shows the one that fits,
/// with a table behind them for anyone who can't see pictures. `id` is unique on the page; `page`
/// is one of [`pages`].
pub fn figure(
    context: &FigureContext<'_>,
    id: String,
    page: usize,
    pointed: Pointed<'_>,
) -> AnyView {
    match &context.figure {
        KindFigure::Choice(choice) => choice::figure::figure(context, choice, id, page, pointed),
        KindFigure::Words(words) => words::figure::figure(context, words, id, page, pointed),
        KindFigure::Open(open) => open::figure::figure(context, open, page, pointed),
        KindFigure::Scale(scale) => scale::figure::figure(context, scale, id, page, pointed),
        KindFigure::Spectrum(spectrum) => spectrum::figure::figure(context, spectrum, id, pointed),
        KindFigure::Number(number) => number::figure::figure(context, number, id, pointed),
        KindFigure::Form(_) => form::figure::figure(context),
    }
}

/// The pictures of a figure as marks, for where they stand without a page: all of its pages in one
/// shape. Nothing where there is none to draw.
pub fn drawings(context: &FigureContext<'_>, shape: Shape) -> Vec<Drawing> {
    match &context.figure {
        KindFigure::Choice(choice) => choice::figure::drawings(context, choice, shape),
        KindFigure::Words(words) => words::figure::drawings(context, words, shape),
        KindFigure::Open(open) => open::quotes::drawings(context, open, shape),
        KindFigure::Scale(scale) => scale::figure::drawings(context, scale, shape),
        KindFigure::Spectrum(spectrum) => spectrum::figure::drawings(context, spectrum, shape),
        KindFigure::Number(number) => number::figure::drawings(context, number, shape),
        KindFigure::Form(_) => form::figure::drawings(),
    }
}

/// How many answers a figure is made of.
pub fn answers(figure: &KindFigure<'_>) -> u64 {
    match figure {
        KindFigure::Open(open) => open.results.total,
        KindFigure::Choice(choice) => choice.results.voters,
        KindFigure::Words(words) => words.results.voters,
        KindFigure::Scale(scale) => scale.results.voters,
        KindFigure::Spectrum(spectrum) => spectrum.results.voters,
        KindFigure::Number(number) => number.results.voters,
        KindFigure::Form(form) => form.results.voters,
    }
}

/// How many pages a stage needs, and which of them shows first, from 0.
pub fn pages(context: &FigureContext<'_>) -> (usize, usize) {
    match &context.figure {
        KindFigure::Choice(choice) => (choice::figure::pages(context, choice), 0),
        KindFigure::Words(words) => (words::figure::pages(context, words), 0),
        KindFigure::Open(open) => open::figure::pages(context, open),
        KindFigure::Scale(scale) => (scale::figure::pages(context, scale), 0),
        KindFigure::Spectrum(_) => spectrum::figure::PAGES,
        KindFigure::Number(_) => number::figure::PAGES,
        KindFigure::Form(_) => form::figure::PAGES,
    }
}

/// What can be pointed at on each page, in the shape that shows, with how it reads there.
pub fn names(context: &FigureContext<'_>, shape: Shape) -> Vec<Vec<(String, String)>> {
    match &context.figure {
        KindFigure::Choice(choice) => choice::figure::names(context, choice, shape),
        KindFigure::Words(words) => words::figure::names(context, words, shape),
        KindFigure::Open(open) => open::figure::names(context, open),
        KindFigure::Scale(_) => Vec::new(),
        KindFigure::Spectrum(_) => Vec::new(),
        KindFigure::Number(_) => Vec::new(),
        KindFigure::Form(_) => Vec::new(),
    }
}

/// What is pointed at by itself, as large as it can be; nothing where it has no room as a whole.
pub fn enlarged(context: &FigureContext<'_>, name: &str) -> Option<AnyView> {
    match &context.figure {
        KindFigure::Open(open) => open::wall::enlarged(context, open.results, name),
        KindFigure::Choice(_) => None,
        KindFigure::Words(_) => None,
        KindFigure::Scale(_) => None,
        KindFigure::Spectrum(_) => None,
        KindFigure::Number(_) => None,
        KindFigure::Form(_) => None,
    }
}

/// From where to where a group's numbers reach, of kinds whose rows need one axis.
pub(crate) fn span(figure: &KindFigure<'_>) -> Option<(f64, f64)> {
    match figure {
        KindFigure::Number(number) => number::split::span(number),
        KindFigure::Choice(_) => None,
        KindFigure::Words(_) => None,
        KindFigure::Open(_) => None,
        KindFigure::Scale(_) => None,
        KindFigure::Spectrum(_) => None,
        KindFigure::Form(_) => None,
    }
}

/// What rows of groups have in common; nothing of kinds whose texts stand in columns.
pub(crate) fn split_head(
    language: Language,
    figure: &KindFigure<'_>,
    span: (f64, f64),
) -> Option<SplitHead> {
    match figure {
        KindFigure::Choice(choice) => Some(choice::split::head(choice)),
        KindFigure::Scale(scale) => Some(scale::split::head(language, scale)),
        KindFigure::Spectrum(spectrum) => Some(spectrum::split::head(language, spectrum)),
        KindFigure::Number(number) => Some(number::split::head(language, number, span)),
        KindFigure::Words(_) => None,
        KindFigure::Open(_) => None,
        KindFigure::Form(_) => None,
    }
}

/// A group's results in its row, with what is said at it; nothing of kinds whose texts stand in
/// columns.
pub(crate) fn split_row(
    language: Language,
    figure: &KindFigure<'_>,
    span: (f64, f64),
) -> Option<(RowFigure, Vec<String>)> {
    match figure {
        KindFigure::Choice(choice) => Some(choice::split::row(choice)),
        KindFigure::Scale(scale) => Some(scale::split::row(language, scale)),
        KindFigure::Spectrum(spectrum) => Some(spectrum::split::row(language, spectrum)),
        KindFigure::Number(number) => Some(number::split::row(language, number, span)),
        KindFigure::Words(_) => None,
        KindFigure::Open(_) => None,
        KindFigure::Form(_) => None,
    }
}

/// What a group gave as texts, for its column, those that count most first; and how many there are.
pub(crate) fn split_texts(language: Language, figure: &KindFigure<'_>) -> (Vec<ColumnText>, u64) {
    match figure {
        KindFigure::Words(words) => words::split::texts(language, words.results),
        KindFigure::Open(open) => open::split::texts(language, open.results),
        KindFigure::Choice(_) => (Vec::new(), 0),
        KindFigure::Scale(_) => (Vec::new(), 0),
        KindFigure::Spectrum(_) => (Vec::new(), 0),
        KindFigure::Number(_) => (Vec::new(), 0),
        KindFigure::Form(_) => (Vec::new(), 0),
    }
}

/// The results of a question that nobody has answered.
pub fn nothing(input: &Input) -> Results {
    match input {
        Input::Choice(choice) => Results::Choice(choice::figure::nothing(choice)),
        Input::Words(_) => Results::Words(words::figure::nothing()),
        Input::Open(_) => Results::Open(open::figure::nothing()),
        Input::Scale(scale) => Results::Scale(scale::figure::nothing(scale)),
        Input::Spectrum(_) => Results::Spectrum(spectrum::figure::nothing()),
        Input::Number(_) => Results::Number(number::figure::nothing()),
        Input::Form(_) => Results::Form(form::figure::nothing()),
    }
}

/// What stands there while results are hidden, of [`nothing`]: all that can be chosen, in its
/// places.
pub(super) fn hidden(
    context: &FigureContext<'_>,
    sentence: &'static str,
    frame: &Frame<'_>,
    page: usize,
) -> AnyView {
    match &context.figure {
        KindFigure::Choice(choice) => choice::figure::hidden(context, choice, frame, page),
        KindFigure::Words(_) => words::figure::hidden(sentence),
        KindFigure::Open(open) => open::figure::hidden(open.input, sentence),
        KindFigure::Scale(scale) => scale::figure::hidden(context, scale, frame, page),
        KindFigure::Spectrum(spectrum) => spectrum::figure::hidden(context, spectrum, frame),
        KindFigure::Number(number) => number::figure::hidden(context, number, frame),
        KindFigure::Form(_) => form::figure::figure(context),
    }
}

/// Whether that itself says that results are hidden, for want of anything else.
pub fn says_hidden(input: &Input) -> bool {
    match input {
        Input::Choice(_) => choice::figure::SAYS_HIDDEN,
        Input::Words(_) => words::figure::SAYS_HIDDEN,
        Input::Open(open) => open::figure::says_hidden(open),
        Input::Scale(_) => scale::figure::SAYS_HIDDEN,
        Input::Spectrum(_) => spectrum::figure::SAYS_HIDDEN,
        Input::Number(_) => number::figure::SAYS_HIDDEN,
        Input::Form(_) => form::figure::SAYS_HIDDEN,
    }
}
