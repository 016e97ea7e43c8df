//! The kinds of questions: which there are, and who answers for what pages ask of one. The only
//! list of them on this side.
//!
//! A kind has a module of its own with all that it looks like and says. Here every function asks
//! each of them, on a line, and none is left out: a `match` without a wildcard does not compile
//! where one is missing. What needs no kind at all stands elsewhere and asks these.

use leptos::prelude::AnyView;
use shared::ids::AnswerId;
use shared::protocol::view::{Compared, Input, QuestionView};
use shared::question::{Fields, Results};
use shared::refusal::Refusal;
use shared::rules::Rules;

use crate::charts::Pointed;
use crate::charts::frame::Shape;
use crate::charts::split_rows::{ColumnText, RowFigure, SplitHead};
use crate::language::Language;
use crate::model::doubt::Doubt;
use crate::phone::PhoneNotice;
use crate::phone::form::AnswerForm;
use crate::phone::question_context::{NoticePosition, QuestionContext};
use crate::texts::charts::nothing_yet_sentence;
use crate::texts::stage as stage_say;
use crate::ui::tag::Tag;

mod capability;
pub(crate) mod choice;
pub mod figure_context;
pub(crate) mod form;
pub(crate) mod number;
pub(crate) mod open;
mod pictured;
pub(crate) mod scale;
mod sent;
pub(crate) mod spectrum;
#[cfg(test)]
pub(crate) mod tests;
pub(crate) mod words;

pub use capability::{AnswerMode, Moderates};
use figure_context::{FigureContext, FigureData, kind_figures};
use pictured::pictured;
pub use sent::Submission;

crate::reading::kinds!(Input {
    "choice" => Choice,
    "words" => Words,
    "open" => Open,
    "scale" => Scale,
    "spectrum" => Spectrum,
    "number" => Number,
    "form" => Form,
});

crate::reading::kinds!(Results {
    "choice" => Choice,
    "words" => Words,
    "open" => Open,
    "scale" => Scale,
    "spectrum" => Spectrum,
    "number" => Number,
    "form" => Form,
});

kind_figures! {
    Choice: choice::ChoiceInput => ChoiceResults,
    Words: words::WordsInput => WordsResults,
    Open: open::OpenInput => OpenResults,
    Scale: scale::ScaleInput => ScaleResults,
    Spectrum: spectrum::SpectrumInput => SpectrumResults,
    Number: number::NumberInput => NumberResults,
    Form: form::FormInput => FormResults,
}

/// What people give.
pub fn collects(input: &Input) -> AnswerMode {
    match input {
        Input::Choice(_) => choice::COLLECTS,
        Input::Words(_) => words::COLLECTS,
        Input::Open(_) => open::COLLECTS,
        Input::Scale(_) => scale::COLLECTS,
        Input::Spectrum(_) => spectrum::COLLECTS,
        Input::Number(_) => number::COLLECTS,
        Input::Form(_) => form::COLLECTS,
    }
}

/// What can be hidden and merged.
pub fn moderates(input: &Input) -> Moderates {
    match input {
        Input::Choice(_) => choice::MODERATES,
        Input::Words(_) => words::MODERATES,
        Input::Open(_) => open::MODERATES,
        Input::Scale(_) => scale::MODERATES,
        Input::Spectrum(_) => spectrum::MODERATES,
        Input::Number(_) => number::MODERATES,
        Input::Form(_) => form::MODERATES,
    }
}

/// How many characters a word has at most that can be hidden before anybody gives it, where words
/// are given.
pub fn hidden_ahead(input: &Input) -> Option<u32> {
    match input {
        Input::Words(words) => Some(words.length),
        Input::Choice(_) | Input::Open(_) | Input::Scale(_) => None,
        Input::Spectrum(_) | Input::Number(_) | Input::Form(_) => None,
    }
}

/// How many votes everybody has for the answers of others.
pub fn upvotes(input: &Input) -> u32 {
    match input {
        Input::Open(open) => open.votes,
        Input::Choice(_) | Input::Words(_) | Input::Scale(_) => 0,
        Input::Spectrum(_) | Input::Number(_) | Input::Form(_) => 0,
    }
}

// ---- A phone's page

/// The form of a question.
pub(crate) fn form(context: &QuestionContext<'_>) -> AnswerForm {
    match &context.question.input {
        Input::Choice(choice) => choice::form::form(context, choice),
        Input::Words(words) => words::form::form(context, words),
        Input::Open(open) => AnswerForm::Own(open::form::body(context, open)),
        Input::Scale(scale) => scale::form::form(context, scale),
        Input::Spectrum(spectrum) => spectrum::form::form(context, spectrum),
        Input::Number(number) => number::form::form(context, number),
        Input::Form(form) => form::fields::form(context, form),
    }
}

/// Whether there is something to fill in or to press.
pub(crate) fn has_form(context: &QuestionContext<'_>) -> bool {
    match &context.question.input {
        Input::Open(open) => open::form::has_form(context, open),
        Input::Choice(_) | Input::Words(_) => context.takes_answer(),
        Input::Scale(_) | Input::Spectrum(_) | Input::Number(_) => context.takes_answer(),
        Input::Form(_) => context.takes_answer(),
    }
}

/// What may be given, where the form does not show it by itself.
pub(crate) fn hint(context: &QuestionContext<'_>) -> Option<String> {
    match &context.question.input {
        Input::Choice(choice) => choice::form::hint(context, choice),
        Input::Words(words) => Some(words::form::hint(context, words)),
        Input::Open(open) => open::form::hint(context, open),
        Input::Scale(_) | Input::Form(_) => None,
        Input::Spectrum(_) => Some(spectrum::form::hint(context)),
        Input::Number(number) => Some(number::form::hint(context, number)),
    }
}

/// Where in the form it stands what is to be said of it.
pub(crate) fn spot(context: &QuestionContext<'_>, notice: &PhoneNotice) -> Option<NoticePosition> {
    match &context.question.input {
        Input::Choice(_) => choice::form::spot(context, notice),
        Input::Words(_) => words::form::spot(context, notice),
        Input::Open(open) => open::form::spot(context, open, notice),
        Input::Scale(_) => scale::form::spot(context, notice),
        Input::Spectrum(_) => spectrum::form::spot(context),
        Input::Number(_) => number::form::spot(context, notice),
        Input::Form(_) => form::fields::spot(context, notice),
    }
}

/// Why what was sent is no answer, where the kind has words of its own for it.
pub(crate) fn refused(context: &QuestionContext<'_>, refusal: &Refusal) -> Option<String> {
    match &context.question.input {
        Input::Number(number) => number::form::refused(context, number, refusal),
        Input::Form(_) => form::fields::refused(context, refusal),
        Input::Choice(_) | Input::Words(_) | Input::Open(_) => None,
        Input::Scale(_) | Input::Spectrum(_) => None,
    }
}

/// What is to be asked about a form that is otherwise fine, unless its sender was asked already.
pub fn doubt(question: &QuestionView, fields: &Fields) -> Option<Doubt> {
    let doubt = match &question.input {
        Input::Choice(choice) => choice::form::doubt(fields, &choice.options),
        Input::Words(words) => words::form::doubt(fields, words.entries as usize, question.change),
        Input::Scale(scale) => scale::form::doubt(fields, scale.statements.len()),
        Input::Open(_) | Input::Spectrum(_) | Input::Number(_) | Input::Form(_) => None,
    };
    doubt.filter(|doubt| !doubt.was_asked(fields))
}

/// What a form that was sent comes to, if it says anything. The room refuses what else is wrong
/// with it.
pub(crate) fn sent(input: &Input, said: Fields, rules: Rules) -> Result<Submission, Refusal> {
    match input {
        Input::Choice(_) => choice::sent::fields(said, rules).map(Submission::Answer),
        Input::Words(words) => {
            words::sent::fields(said, words.length as usize, rules).map(Submission::Answer)
        }
        Input::Open(open) => open::sent::text(open, &said, rules).map(Submission::Text),
        Input::Scale(scale) => {
            scale::sent::fields(&said, scale.statements.len()).map(Submission::Answer)
        }
        Input::Spectrum(_) => spectrum::sent::fields(&said).map(Submission::Answer),
        Input::Number(number) => number::sent::fields(number, &said).map(Submission::Answer),
        Input::Form(form) => form::sent::fields(form, said, rules).map(Submission::Answer),
    }
}

/// What was filled into a form, in words.
pub(crate) fn answer_text(input: &Input, fields: &Fields, language: Language) -> String {
    match input {
        Input::Choice(choice) => choice::form::answer_text(&choice.options, fields),
        Input::Words(_) => words::form::answer_text(fields),
        Input::Open(_) => open::form::answer_text(fields),
        Input::Scale(scale) => scale::form::answer_text(&scale.statements, fields, language),
        Input::Spectrum(spectrum) => spectrum::form::answer_text(spectrum, fields, language),
        Input::Number(number) => number::form::answer_text(number, fields, language),
        Input::Form(form) => form::fields::answer_text(form, fields, language),
    }
}

/// What the room answered.
pub(crate) fn results(context: &QuestionContext<'_>, figure: &KindFigure<'_>) -> Tag {
    let picture = match figure {
        KindFigure::Choice(choice) => return choice::results::options(context, choice.results),
        KindFigure::Words(words) => return words::results::entries(context, words.results),
        KindFigure::Open(open) => return open::results::answers(context, open),
        KindFigure::Scale(scale) => scale::results::statements(context, scale),
        KindFigure::Spectrum(spectrum) => spectrum::results::line(context, spectrum),
        KindFigure::Number(number) => number::results::columns(context, number),
        KindFigure::Form(_) => Vec::new(),
    };
    pictured(context, figure, picture)
}

/// The votes for one of the answers, where answers get any.
pub(crate) fn votes_for(results: &Results, answer: AnswerId) -> Option<u64> {
    match results {
        Results::Open(open) => open::results::votes_for(open, answer),
        Results::Choice(_) | Results::Words(_) | Results::Scale(_) => None,
        Results::Spectrum(_) | Results::Number(_) | Results::Form(_) => None,
    }
}

// ---- Sentences

/// The results as one sentence.
pub fn described(language: Language, figure: &KindFigure<'_>) -> String {
    if figure.voters() == 0 {
        return nothing_yet_sentence(language).to_owned();
    }
    match figure {
        KindFigure::Choice(choice) => choice::sentences::described(language, choice.results),
        KindFigure::Words(words) => words::sentences::described(language, words.results),
        KindFigure::Open(open) => open::sentences::described(language, open),
        KindFigure::Scale(scale) => scale::sentences::described(language, scale.results),
        KindFigure::Spectrum(spectrum) => spectrum::sentences::described(language, spectrum),
        KindFigure::Number(number) => {
            number::sentences::described(language, number.input, number.results)
        }
        KindFigure::Form(form) => form::sentences::described(language, form.results),
    }
}

/// How everybody moved since an earlier question, as one sentence; nothing while there is nothing
/// to compare.
pub fn moved_sentence(language: Language, figure: &KindFigure<'_>) -> Option<String> {
    if figure.voters() == 0 {
        return None;
    }
    match figure {
        KindFigure::Choice(choice) => Some(choice::sentences::moved(language, choice.then?)),
        KindFigure::Scale(scale) => Some(scale::sentences::moved(language, scale.then?)),
        KindFigure::Spectrum(spectrum) => spectrum::sentences::moved(language, spectrum),
        KindFigure::Number(number) => {
            number::sentences::moved(language, number.then?, number.results)
        }
        KindFigure::Words(_) | KindFigure::Open(_) | KindFigure::Form(_) => None,
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
        Results::Choice(_) | Results::Words(_) | Results::Scale(_) => None,
        Results::Spectrum(_) | Results::Number(_) | Results::Form(_) => None,
    }
}

/// That there are more than any of so many pages shows.
pub(crate) fn left_out(language: Language, results: &Results, pages: usize) -> Option<String> {
    match results {
        Results::Words(words) => words::sentences::left_out(language, words, pages),
        Results::Open(open) => open::sentences::left_out(language, open),
        Results::Choice(_) | Results::Scale(_) | Results::Spectrum(_) => None,
        Results::Number(_) | Results::Form(_) => None,
    }
}

/// What is said under a figure, if there is more to say than the figure does.
pub(crate) fn under(context: &FigureContext<'_>) -> Option<String> {
    match &context.figure {
        KindFigure::Choice(choice) => choice::sentences::under(context, choice),
        KindFigure::Words(words) => words::sentences::under(context, words.results),
        KindFigure::Open(_) | KindFigure::Form(_) => None,
        KindFigure::Scale(scale) => scale::sentences::under(context, scale),
        KindFigure::Spectrum(spectrum) => spectrum::sentences::under(context, spectrum),
        KindFigure::Number(number) => number::sentences::under(context, number),
    }
}

/// How often a word was given, or how many votes an answer has, in the list of what can be hidden.
pub(crate) fn counted(language: Language, input: &Input, count: u64) -> Option<String> {
    match input {
        Input::Words(_) => Some(words::sentences::counted(language, count)),
        Input::Open(open) => open::sentences::counted(language, count, open.votes > 0),
        Input::Choice(_) | Input::Scale(_) | Input::Spectrum(_) => None,
        Input::Number(_) | Input::Form(_) => None,
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
        KindFigure::Scale(_) | KindFigure::Spectrum(_) | KindFigure::Number(_) => Vec::new(),
        KindFigure::Form(_) => Vec::new(),
    }
}

/// What is pointed at by itself, as large as it can be; nothing where it has no room as a whole.
pub fn enlarged(context: &FigureContext<'_>, name: &str) -> Option<AnyView> {
    match &context.figure {
        KindFigure::Open(open) => open::wall::enlarged(context, open.results, name),
        KindFigure::Choice(_) | KindFigure::Words(_) | KindFigure::Scale(_) => None,
        KindFigure::Spectrum(_) | KindFigure::Number(_) | KindFigure::Form(_) => None,
    }
}

/// From where to where a group's numbers reach, of kinds whose rows need one axis.
pub(crate) fn span(figure: &KindFigure<'_>) -> Option<(f64, f64)> {
    match figure {
        KindFigure::Number(number) => number::split::span(number),
        KindFigure::Choice(_) | KindFigure::Words(_) | KindFigure::Open(_) => None,
        KindFigure::Scale(_) | KindFigure::Spectrum(_) | KindFigure::Form(_) => None,
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
        KindFigure::Words(_) | KindFigure::Open(_) | KindFigure::Form(_) => None,
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
        KindFigure::Words(_) | KindFigure::Open(_) | KindFigure::Form(_) => None,
    }
}

/// What a group gave as texts, for its column, those that count most first; and how many there are.
pub(crate) fn split_texts(language: Language, figure: &KindFigure<'_>) -> (Vec<ColumnText>, u64) {
    match figure {
        KindFigure::Words(words) => words::split::texts(language, words.results),
        KindFigure::Open(open) => open::split::texts(language, open.results),
        KindFigure::Choice(_) | KindFigure::Scale(_) => (Vec::new(), 0),
        KindFigure::Spectrum(_) | KindFigure::Number(_) | KindFigure::Form(_) => (Vec::new(), 0),
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
pub fn hidden(context: &FigureContext<'_>, id: String, page: usize) -> AnyView {
    let sentence = stage_say::stage(context.language).hidden;
    let frame = context.hidden_frame(id, sentence);
    match &context.figure {
        KindFigure::Choice(choice) => choice::figure::hidden(context, choice, &frame, page),
        KindFigure::Words(_) => words::figure::hidden(sentence),
        KindFigure::Open(open) => open::figure::hidden(open.input, sentence),
        KindFigure::Scale(scale) => scale::figure::hidden(context, scale, &frame, page),
        KindFigure::Spectrum(spectrum) => spectrum::figure::hidden(context, spectrum, &frame),
        KindFigure::Number(number) => number::figure::hidden(context, number, &frame),
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
