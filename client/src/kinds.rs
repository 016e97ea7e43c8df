//! The kinds of questions: which there are, and who answers for what pages ask of one. The only
//! list of them on this side.
//!
//! A kind has a module of its own with all that it looks like and says. Here every function asks
//! each of them, on a line, and none is left out: a `match` without a wildcard does not compile
//! where one is missing. What needs no kind at all stands elsewhere and asks these.

use leptos::prelude::AnyView;
use shared::protocol::view::{Compared, Input, QuestionView};
use shared::question::{Fields, Results};
use shared::refusal::Refusal;
use shared::rules::Rules;

use crate::charts::frame::Shape;
use crate::charts::{Pointed, hidden as hiding};
use crate::language::Language;
use crate::model::doubt::Doubt;
use crate::phone::PhoneNotice;
use crate::phone::form::AnswerForm;
use crate::phone::question_context::{NoticePosition, QuestionContext};
use crate::texts::charts::nothing_yet_sentence;
use crate::texts::stage as stage_say;
use crate::ui::tag::{Tag, tags};

mod capability;
pub(crate) mod choice;
pub mod figure_context;
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
use figure_context::FigureContext;
pub use sent::Submission;

crate::reading::kinds!(Input {
    "choice" => Choice: choice::reading::input,
    "words" => Words: words::reading::input,
    "open" => Open: open::reading::input,
    "scale" => Scale: scale::reading::input,
    "spectrum" => Spectrum: spectrum::reading::input,
    "number" => Number: number::reading::input,
});

crate::reading::kinds!(Results {
    "choice" => Choice: choice::reading::results,
    "words" => Words: words::reading::results,
    "open" => Open: open::reading::results,
    "scale" => Scale: scale::reading::results,
    "spectrum" => Spectrum: spectrum::reading::results,
    "number" => Number: number::reading::results,
});

/// What people give.
pub fn collects(input: &Input) -> AnswerMode {
    match input {
        Input::Open { .. } => AnswerMode::Texts,
        Input::Choice { .. } | Input::Words { .. } | Input::Scale { .. } => AnswerMode::Answer,
        Input::Spectrum { .. } | Input::Number { .. } => AnswerMode::Answer,
    }
}

/// What can be hidden and merged.
pub fn moderates(input: &Input) -> Moderates {
    match input {
        Input::Open { .. } => Moderates::Answers,
        Input::Words { .. } => Moderates::Words,
        Input::Choice { .. }
        | Input::Scale { .. }
        | Input::Spectrum { .. }
        | Input::Number { .. } => Moderates::Nothing,
    }
}

/// How many characters a word has at most that can be hidden before anybody gives it, where words
/// are given.
pub fn hidden_ahead(input: &Input) -> Option<u32> {
    match input {
        Input::Words { length, .. } => Some(*length),
        Input::Choice { .. } | Input::Open { .. } | Input::Scale { .. } => None,
        Input::Spectrum { .. } | Input::Number { .. } => None,
    }
}

/// How many votes everybody has for the answers of others.
pub fn upvotes(input: &Input) -> u32 {
    match input {
        Input::Open { votes, .. } => *votes,
        Input::Choice { .. } | Input::Words { .. } | Input::Scale { .. } => 0,
        Input::Spectrum { .. } | Input::Number { .. } => 0,
    }
}

// ---- A phone's page

/// The form of a question.
pub(crate) fn form(context: &QuestionContext<'_>) -> AnswerForm {
    let input = &context.question.input;
    match input {
        Input::Choice {
            options,
            pick,
            shuffle,
            ..
        } => choice::form::form(context, options, *pick, *shuffle),
        Input::Words {
            entries, length, ..
        } => words::form::form(context, *entries, *length),
        Input::Open { .. } => AnswerForm::Own(open::form::body(context)),
        Input::Scale { .. } => AnswerForm::Whole(tags![scale::form::fields(context, input)]),
        Input::Spectrum {
            left, right, stops, ..
        } => spectrum::form::form(context, left, right, stops),
        Input::Number { .. } => number::form::form(context),
    }
}

/// Whether there is something to fill in or to press.
pub(crate) fn has_form(context: &QuestionContext<'_>) -> bool {
    match &context.question.input {
        Input::Open { .. } => open::form::has_form(context),
        Input::Choice { .. } | Input::Words { .. } => context.takes_answer(),
        Input::Scale { .. } | Input::Spectrum { .. } | Input::Number { .. } => {
            context.takes_answer()
        }
    }
}

/// What may be given, where the form does not show it by itself.
pub(crate) fn hint(context: &QuestionContext<'_>) -> Option<String> {
    match &context.question.input {
        Input::Choice { options, pick, .. } => choice::form::hint(context, *pick, options.len()),
        Input::Words {
            entries, length, ..
        } => Some(words::form::hint(context, *entries, *length)),
        Input::Open { .. } => open::form::hint(context),
        Input::Scale { .. } => None,
        Input::Spectrum { .. } => Some(spectrum::form::hint(context)),
        Input::Number { .. } => Some(number::form::hint(context)),
    }
}

/// Where in the form it stands what is to be said of it.
pub(crate) fn spot(context: &QuestionContext<'_>, notice: &PhoneNotice) -> Option<NoticePosition> {
    match &context.question.input {
        Input::Choice { .. } => choice::form::spot(context, notice),
        Input::Words { .. } => words::form::spot(context, notice),
        Input::Open { .. } => open::form::spot(context, notice),
        Input::Scale { .. } => scale::form::spot(context, notice),
        Input::Spectrum { .. } => spectrum::form::spot(context),
        Input::Number { .. } => number::form::spot(context, notice),
    }
}

/// Why what was sent is no answer, where the kind has words of its own for it.
pub(crate) fn refused(context: &QuestionContext<'_>, refusal: &Refusal) -> Option<String> {
    match &context.question.input {
        Input::Number { .. } => number::form::refused(context, refusal),
        Input::Choice { .. } | Input::Words { .. } | Input::Open { .. } => None,
        Input::Scale { .. } | Input::Spectrum { .. } => None,
    }
}

/// What is to be asked about a form that is otherwise fine, unless its sender was asked already.
pub fn doubt(question: &QuestionView, fields: &Fields) -> Option<Doubt> {
    let doubt = match &question.input {
        Input::Choice { options, .. } => choice::form::doubt(fields, options),
        Input::Words { entries, .. } => {
            words::form::doubt(fields, *entries as usize, question.change)
        }
        Input::Scale { statements, .. } => scale::form::doubt(fields, statements.len()),
        Input::Open { .. } | Input::Spectrum { .. } | Input::Number { .. } => None,
    };
    doubt.filter(|doubt| !doubt.was_asked(fields))
}

/// What a form that was sent comes to, if it says anything. The room refuses what else is wrong
/// with it.
pub(crate) fn sent(input: &Input, said: Fields, rules: Rules) -> Result<Submission, Refusal> {
    match input {
        Input::Choice { .. } => choice::sent::fields(said, rules).map(Submission::Answer),
        Input::Words { length, .. } => {
            words::sent::fields(said, *length as usize, rules).map(Submission::Answer)
        }
        Input::Open { length, .. } => {
            open::sent::text(input, &said, *length, rules).map(Submission::Text)
        }
        Input::Scale { statements, .. } => {
            scale::sent::fields(&said, statements.len()).map(Submission::Answer)
        }
        Input::Spectrum { .. } => spectrum::sent::fields(&said).map(Submission::Answer),
        Input::Number { .. } => number::sent::fields(input, &said).map(Submission::Answer),
    }
}

/// What was filled into a form, in words.
pub(crate) fn answer_text(input: &Input, fields: &Fields, language: Language) -> String {
    match input {
        Input::Choice { options, .. } => choice::form::answer_text(options, fields),
        Input::Words { .. } => words::form::answer_text(fields),
        Input::Open { .. } => open::form::answer_text(fields),
        Input::Scale { statements, .. } => scale::form::answer_text(statements, fields, language),
        Input::Spectrum { left, right, .. } => {
            spectrum::form::answer_text(left, right, fields, language)
        }
        Input::Number { .. } => number::form::answer_text(input, fields, language),
    }
}

/// What the room answered.
pub(crate) fn results(context: &QuestionContext<'_>, results: &Results) -> Tag {
    match results {
        Results::Choice(choice) => choice::results::options(context, choice),
        Results::Words(words) => words::results::entries(context, words),
        Results::Open(open) => open::results::answers(context, open),
        Results::Scale(scale) => scale::results::statements(context, results, scale),
        Results::Spectrum(line) => spectrum::results::line(context, results, line),
        Results::Number(numbers) => number::results::columns(context, results, numbers),
    }
}

// ---- Sentences

/// The results as one sentence.
pub fn described(language: Language, input: &Input, results: &Results) -> String {
    if results.voters() == 0 {
        return nothing_yet_sentence(language).to_owned();
    }
    match results {
        Results::Choice(choice) => choice::sentences::described(language, choice),
        Results::Words(words) => words::sentences::described(language, words),
        Results::Open(open) => open::sentences::described(language, open, upvotes(input) > 0),
        Results::Scale(scale) => scale::sentences::described(language, scale),
        Results::Spectrum(line) => spectrum::sentences::described(language, input, line),
        Results::Number(numbers) => number::sentences::described(language, input, numbers),
    }
}

/// How everybody moved since an earlier question, as one sentence; nothing while there is nothing
/// to compare.
pub fn moved_sentence(
    language: Language,
    input: &Input,
    then: &Compared,
    results: &Results,
) -> Option<String> {
    if results.voters() == 0 {
        return None;
    }
    match results {
        Results::Choice(_) => choice::sentences::moved(language, then),
        Results::Scale(_) => scale::sentences::moved(language, then),
        Results::Spectrum(now) => spectrum::sentences::moved(language, input, then, now),
        Results::Number(now) => number::sentences::moved(language, then, now),
        Results::Words(_) | Results::Open(_) => None,
    }
}

/// The head and the rows of the table behind a figure.
pub fn table(
    language: Language,
    input: &Input,
    results: &Results,
) -> (Vec<String>, Vec<Vec<String>>) {
    match results {
        Results::Choice(choice) => choice::sentences::table(language, choice),
        Results::Words(words) => words::sentences::table(language, words),
        Results::Open(open) => open::sentences::table(language, input, open),
        Results::Scale(scale) => scale::sentences::table(language, input, scale),
        Results::Spectrum(line) => spectrum::sentences::table(language, line),
        Results::Number(numbers) => number::sentences::table(language, numbers),
    }
}

/// What stands behind how many took part: `<b>142</b> van 168 hebben gestemd`. Only who chooses
/// between options votes.
pub fn of_people(language: Language, input: &Input, voters: u64, participants: u64) -> String {
    match input {
        Input::Choice { .. } => stage_say::of_voted(language, participants, voters),
        Input::Open { .. } => stage_say::of_answered(language, participants, voters),
        Input::Words { .. } | Input::Scale { .. } => {
            stage_say::of_taken_part(language, participants, voters)
        }
        Input::Spectrum { .. } => stage_say::of_taken_part(language, participants, voters),
        Input::Number { .. } => stage_say::of_answered(language, participants, voters),
    }
}

/// The votes that answers got, with what stands behind their number, where they are what is
/// counted.
pub(crate) fn votes(language: Language, results: &Results, voting: bool) -> Option<(u64, String)> {
    match results {
        Results::Open(open) => open::sentences::votes(language, open, voting),
        Results::Choice(_) | Results::Words(_) | Results::Scale(_) => None,
        Results::Spectrum(_) | Results::Number(_) => None,
    }
}

/// That there are more than any of so many pages shows.
pub(crate) fn left_out(language: Language, results: &Results, pages: usize) -> Option<String> {
    match results {
        Results::Words(words) => words::sentences::left_out(language, words, pages),
        Results::Open(open) => open::sentences::left_out(language, open),
        Results::Choice(_) | Results::Scale(_) | Results::Spectrum(_) | Results::Number(_) => None,
    }
}

/// What is said under a figure, if there is more to say than the figure does.
pub(crate) fn under(context: &FigureContext<'_>) -> Option<String> {
    match context.results {
        Results::Choice(choice) => choice::sentences::under(context, choice),
        Results::Words(words) => words::sentences::under(context, words),
        Results::Open(_) => None,
        Results::Scale(scale) => scale::sentences::under(context, scale),
        Results::Spectrum(line) => spectrum::sentences::under(context, line),
        Results::Number(numbers) => number::sentences::under(context, numbers),
    }
}

/// How often a word was given, or how many votes an answer has, in the list of what can be hidden.
pub(crate) fn counted(language: Language, input: &Input, count: u64) -> Option<String> {
    match input {
        Input::Words { .. } => Some(words::sentences::counted(language, count)),
        Input::Open { votes, .. } => open::sentences::counted(language, count, *votes > 0),
        Input::Choice { .. }
        | Input::Scale { .. }
        | Input::Spectrum { .. }
        | Input::Number { .. } => None,
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
    match context.results {
        Results::Choice(choice) => choice::figure::figure(context, choice, id, page, pointed),
        Results::Words(words) => words::figure::figure(context, words, id, page, pointed),
        Results::Open(open) => open::figure::figure(context, open, page, pointed),
        Results::Scale(scale) => scale::figure::figure(context, scale, id, page, pointed),
        Results::Spectrum(line) => spectrum::figure::figure(context, line, id, pointed),
        Results::Number(numbers) => number::figure::figure(context, numbers, id, pointed),
    }
}

/// How many pages a stage needs, and which of them shows first, from 0.
pub fn pages(context: &FigureContext<'_>) -> (usize, usize) {
    match context.results {
        Results::Choice(choice) => (choice::figure::pages(context, choice), 0),
        Results::Words(words) => (words::figure::pages(context, words), 0),
        Results::Open(open) => open::figure::pages(context, open),
        Results::Scale(scale) => (scale::figure::pages(context, scale), 0),
        Results::Spectrum(_) | Results::Number(_) => (1, 0),
    }
}

/// What can be pointed at on each page, in the shape that shows, with how it reads there.
pub fn names(context: &FigureContext<'_>, shape: Shape) -> Vec<Vec<(String, String)>> {
    match context.results {
        Results::Choice(choice) => choice::figure::names(context, choice, shape),
        Results::Words(words) => words::figure::names(context, words, shape),
        Results::Open(open) => open::figure::names(context, open),
        Results::Scale(_) | Results::Spectrum(_) | Results::Number(_) => Vec::new(),
    }
}

/// What is pointed at by itself, as large as it can be; nothing where it has no room as a whole.
pub fn enlarged(context: &FigureContext<'_>, name: &str) -> Option<AnyView> {
    match context.results {
        Results::Open(open) => open::wall::enlarged(context, open, name),
        Results::Choice(_) | Results::Words(_) | Results::Scale(_) => None,
        Results::Spectrum(_) | Results::Number(_) => None,
    }
}

/// The results of a question that nobody has answered.
pub fn nothing(input: &Input) -> Results {
    match input {
        Input::Choice { options, .. } => choice::figure::nothing(options),
        Input::Words { .. } => words::figure::nothing(),
        Input::Open { .. } => open::figure::nothing(),
        Input::Scale {
            statements,
            from,
            to,
            ..
        } => scale::figure::nothing(statements, (*from, *to)),
        Input::Spectrum { .. } => spectrum::figure::nothing(),
        Input::Number { .. } => number::figure::nothing(),
    }
}

/// What stands there while results are hidden, of [`nothing`]: all that can be chosen, in its
/// places.
pub fn hidden(context: &FigureContext<'_>, id: String, page: usize) -> AnyView {
    let sentence = stage_say::stage(context.language).hidden;
    match context.results {
        Results::Choice(choice) => {
            choice::figure::hidden(context, choice, &context.hidden_frame(id, sentence), page)
        }
        Results::Words(_) => hiding::quiet(sentence),
        Results::Open(_) => open::figure::hidden(context.input, sentence),
        Results::Scale(scale) => {
            scale::figure::hidden(context, scale, &context.hidden_frame(id, sentence), page)
        }
        Results::Spectrum(line) => {
            spectrum::figure::hidden(context, line, &context.hidden_frame(id, sentence))
        }
        Results::Number(numbers) => {
            number::figure::hidden(context, numbers, &context.hidden_frame(id, sentence))
        }
    }
}

/// Whether that itself says that results are hidden, for want of anything else.
pub fn says_hidden(input: &Input) -> bool {
    match input {
        Input::Words { .. } => true,
        Input::Open { .. } => open::figure::says_hidden(input),
        Input::Choice { .. }
        | Input::Scale { .. }
        | Input::Spectrum { .. }
        | Input::Number { .. } => false,
    }
}
