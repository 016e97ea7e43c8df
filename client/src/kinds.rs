//! The kinds of questions: which there are, and who answers for what phones ask of one. The only
//! list of them on this side, with what it asks of figures in `figures.rs`.
//!
//! A kind has a module of its own with all that it looks like and says. Here every function asks
//! each of them, on a line, and none is left out: a `match` without a wildcard does not compile
//! where one is missing. What needs no kind at all stands elsewhere and asks these.

use shared::ids::AnswerId;
use shared::protocol::view::{Compared, QuestionView};
use shared::question::{Fields, Input, Results};
use shared::refusal::Refusal;
use shared::rules::Rules;

use crate::language::Language;
use crate::model::doubt::Doubt;
use crate::phone::PhoneNotice;
use crate::phone::form::AnswerForm;
use crate::phone::question_context::{NoticePosition, QuestionContext};
use crate::ui::tag::Tag;

mod alike;
mod capability;
pub(crate) mod choice;
pub mod figure_context;
mod figures;
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

pub use alike::{described, doubt, hidden, moved_sentence};
pub use capability::{AnswerMode, Moderates};
use figure_context::{FigureData, kind_figures};
pub use figures::{
    answers, drawings, enlarged, figure, names, nothing, of_people, pages, says_hidden, table,
};
pub(crate) use figures::{
    counted, left_out, span, split_head, split_row, split_texts, under, votes,
};
use pictured::pictured;
pub use sent::Submission;
// For whoever has a form before it and not its question: kinds, by what their fields are called.
pub use shared::question::choice::form_fields::{OPTION, OTHER};
pub use shared::question::open::form_fields::TEXT;
pub use shared::question::scale::form_fields::ruled_out_by;
pub use shared::question::spectrum::form_fields::VALUE as PLACE_ON_A_LINE;
pub use shared::question::words::form_fields::ENTRY;

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
pub fn answer_mode(input: &Input) -> AnswerMode {
    match input {
        Input::Choice(_) => choice::ANSWER_MODE,
        Input::Words(_) => words::ANSWER_MODE,
        Input::Open(_) => open::ANSWER_MODE,
        Input::Scale(_) => scale::ANSWER_MODE,
        Input::Spectrum(_) => spectrum::ANSWER_MODE,
        Input::Number(_) => number::ANSWER_MODE,
        Input::Form(_) => form::ANSWER_MODE,
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
        Input::Words(words) => words::hidden_ahead(words),
        Input::Choice(_) => None,
        Input::Open(_) => None,
        Input::Scale(_) => None,
        Input::Spectrum(_) => None,
        Input::Number(_) => None,
        Input::Form(_) => None,
    }
}

/// How many votes everybody has for the answers of others.
pub fn upvotes(input: &Input) -> u32 {
    match input {
        Input::Open(open) => open::upvotes(open),
        Input::Choice(_) => 0,
        Input::Words(_) => 0,
        Input::Scale(_) => 0,
        Input::Spectrum(_) => 0,
        Input::Number(_) => 0,
        Input::Form(_) => 0,
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
        Input::Choice(_) => context.takes_answer(),
        Input::Words(_) => context.takes_answer(),
        Input::Scale(_) => context.takes_answer(),
        Input::Spectrum(_) => context.takes_answer(),
        Input::Number(_) => context.takes_answer(),
        Input::Form(_) => context.takes_answer(),
    }
}

/// What may be given, where the form does not show it by itself.
pub(crate) fn hint(context: &QuestionContext<'_>) -> Option<String> {
    match &context.question.input {
        Input::Choice(choice) => choice::form::hint(context, choice),
        Input::Words(words) => Some(words::form::hint(context, words)),
        Input::Open(open) => open::form::hint(context, open),
        Input::Scale(_) => None,
        Input::Form(_) => None,
        Input::Spectrum(_) => Some(spectrum::form::hint(context)),
        Input::Number(number) => Some(number::form::hint(context, number)),
    }
}

/// Where in the form it stands what is to be said of it.
pub(crate) fn notice_position(
    context: &QuestionContext<'_>,
    notice: &PhoneNotice,
) -> Option<NoticePosition> {
    match &context.question.input {
        Input::Choice(_) => choice::form::notice_position(context, notice),
        Input::Words(_) => words::form::notice_position(context, notice),
        Input::Open(open) => open::form::notice_position(context, open, notice),
        Input::Scale(_) => scale::form::notice_position(context, notice),
        Input::Spectrum(_) => spectrum::form::notice_position(context),
        Input::Number(_) => number::form::notice_position(context, notice),
        Input::Form(_) => form::fields::notice_position(context, notice),
    }
}

/// Why what was sent is no answer, where the kind has words of its own for it.
pub(crate) fn refused(context: &QuestionContext<'_>, refusal: &Refusal) -> Option<String> {
    match &context.question.input {
        Input::Number(number) => number::form::refused(context, number, refusal),
        Input::Form(_) => form::fields::refused(context, refusal),
        Input::Choice(_) => None,
        Input::Words(_) => None,
        Input::Open(_) => None,
        Input::Scale(_) => None,
        Input::Spectrum(_) => None,
    }
}

/// What is to be asked about a form that is otherwise fine.
fn seldom_meant(question: &QuestionView, fields: &Fields) -> Option<Doubt> {
    match &question.input {
        Input::Choice(choice) => choice::form::doubt(fields, &choice.options),
        Input::Words(words) => words::form::doubt(fields, words.entries as usize, question.change),
        Input::Scale(scale) => scale::form::doubt(fields, scale.statements.len()),
        Input::Open(_) => None,
        Input::Spectrum(_) => None,
        Input::Number(_) => None,
        Input::Form(_) => None,
    }
}

/// What a form that was sent comes to, if it says anything. The room refuses what else is wrong
/// with it.
pub(crate) fn sent(input: &Input, said: Fields, rules: Rules) -> Result<Submission, Refusal> {
    match input {
        Input::Choice(_) => choice::sent::fields(said, rules).map(Submission::Answer),
        Input::Words(words) => words::sent::fields(words, said, rules).map(Submission::Answer),
        Input::Open(open) => open::sent::text(open, &said, rules).map(Submission::Text),
        Input::Scale(scale) => scale::sent::fields(scale, &said).map(Submission::Answer),
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
    let pictured = |picture| pictured(context, figure, picture);
    match figure {
        KindFigure::Choice(choice) => choice::results::options(context, choice.results),
        KindFigure::Words(words) => words::results::entries(context, words.results),
        KindFigure::Open(open) => open::results::answers(context, open),
        KindFigure::Scale(scale) => pictured(scale::results::statements(context, scale)),
        KindFigure::Spectrum(spectrum) => pictured(spectrum::results::line(context, spectrum)),
        KindFigure::Number(number) => pictured(number::results::columns(context, number)),
        KindFigure::Form(_) => pictured(Vec::new()),
    }
}

/// The votes for one of the answers, where answers get any.
pub(crate) fn votes_for(results: &Results, answer: AnswerId) -> Option<u64> {
    match results {
        Results::Open(open) => open::results::votes_for(open, answer),
        Results::Choice(_) => None,
        Results::Words(_) => None,
        Results::Scale(_) => None,
        Results::Spectrum(_) => None,
        Results::Number(_) => None,
        Results::Form(_) => None,
    }
}
