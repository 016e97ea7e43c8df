//! What can be wrong with a deck, in sentences that say what to write instead.

mod content;
mod settings;
mod structure;
mod value;

use shared::deck::problem::{DeckNotice, DeckPart, Problem, ProblemKind, ReferenceProblem};
use shared::question::scale::{STEPS_MAX, STEPS_MIN};

use crate::language::Language;
use crate::messages::MessageArgument;
use crate::messages::deck_problems::{self as say, DeckProblemsTexts};

/// What is wrong and what to write instead.
pub fn problem(language: Language, problem: &Problem) -> String {
    match &problem.wrong {
        ProblemKind::Structure(wrong) => structure::said(language, wrong),
        ProblemKind::Settings(wrong) => settings::said(language, wrong),
        ProblemKind::Value(wrong) => value::said(language, wrong),
        ProblemKind::Content(wrong) => content::said(language, wrong),
        ProblemKind::Reference(wrong) => reference(language, wrong),
        ProblemKind::Notice(notice) => worth_knowing(language, notice),
    }
}

/// A text of the deck, as it must be typed: with nothing invisible in it.
fn typed(text: &str) -> MessageArgument<'_> {
    MessageArgument::Phrase(text)
}

/// `` `a`, `b` or `c` ``, with the last word as the language has it.
fn one_of(language: Language, words: &[impl std::fmt::Display]) -> String {
    let mut quoted: Vec<String> = words.iter().map(|word| format!("`{word}`")).collect();
    let last = quoted.pop().unwrap_or_default();
    let rest = quoted
        .into_iter()
        .reduce(|rest, next| say::words(language, typed(&next), typed(&rest)));
    rest.map_or_else(
        || last.clone(),
        |rest| say::words_last(language, typed(&last), typed(&rest)),
    )
}

/// What so many of something are called.
fn things(language: Language, part: DeckPart, count: usize) -> String {
    match part {
        DeckPart::Title => say::thing_title(language, count),
        DeckPart::Prompt => say::thing_prompt(language, count),
        DeckPart::Option => say::thing_option(language, count),
        DeckPart::Statement => say::thing_statement(language, count),
        DeckPart::Item => say::thing_item(language, count),
        DeckPart::Field => say::thing_field(language, count),
        DeckPart::Column => say::thing_column(language, count),
        DeckPart::Stop => say::thing_stop(language, count),
        DeckPart::Label => say::thing_label(language, count),
        DeckPart::Note => say::thing_note(language, count),
        DeckPart::Reaction => say::thing_reaction(language, count),
        DeckPart::Explanation => say::thing_explanation(language, count),
        DeckPart::Unit => say::thing_unit(language, count),
        DeckPart::Basket => say::thing_basket(language, count),
        DeckPart::Word => say::thing_word(language, count),
        DeckPart::Group => say::thing_group(language, count),
        DeckPart::Language => say::thing_language(language, count),
        DeckPart::Heading => say::thing_heading(language, count),
        DeckPart::Paragraph => say::thing_paragraph(language, count),
    }
}

fn reference(language: Language, wrong: &ReferenceProblem) -> String {
    match wrong {
        ReferenceProblem::SameId { id, line } => {
            say::same_id(language, typed(id), typed(&line.to_string()))
        }
        ReferenceProblem::Unknown {
            key,
            id,
            near: Some(near),
        } => say::id_unknown_near(language, typed(id), typed(key), typed(near)),
        ReferenceProblem::Unknown {
            key,
            id,
            near: None,
        } => say::id_unknown(language, typed(id), typed(key)),
        ReferenceProblem::NotEarlier { key, id } => {
            say::not_earlier(language, typed(id), typed(key))
        }
        ReferenceProblem::OtherKind { id, kind } => {
            say::other_kind(language, typed(id), typed(kind))
        }
        ReferenceProblem::OtherShape { id } => say::other_shape(language, typed(id)),
        ReferenceProblem::Reserved { id } => say::id_reserved(language, typed(id)),
        ReferenceProblem::NotQuestion { key, id } => {
            say::not_question(language, typed(id), typed(key))
        }
        ReferenceProblem::NoItems { id } => say::no_items(language, typed(id)),
        ReferenceProblem::NoGroups { key } => say::no_groups(language, typed(key)),
        ReferenceProblem::NotChoice { id } => say::not_choice(language, typed(id)),
    }
}

fn worth_knowing(language: Language, notice: &DeckNotice) -> String {
    let whole = DeckProblemsTexts::of(language);
    match notice {
        DeckNotice::NotPlayed { kind } => say::not_played(language, typed(kind)),
        DeckNotice::NotUsed { key } => say::not_used(language, typed(key)),
        DeckNotice::PictureNotShown { source } => say::picture_not_shown(language, typed(source)),
        DeckNotice::Comment { found } => say::comment(language, typed(found)),
        DeckNotice::CommentBehind { found } => say::comment_behind(language, typed(found)),
        DeckNotice::CurlyQuotes { key, text } => {
            say::curly_quotes(language, typed(key), typed(text))
        }
        DeckNotice::Dashes { found } => say::dashes(language, typed(found)),
        DeckNotice::NoteShown { found } => say::note_shown(language, typed(found)),
        DeckNotice::TwoLists => whole.two_lists.to_owned(),
        DeckNotice::SameLabel { label } => say::same_label(language, typed(label)),
        DeckNotice::AsksNothing => whole.asks_nothing.to_owned(),
        DeckNotice::Fenced => whole.fenced.to_owned(),
        DeckNotice::OtherProgram { program } => say::program_readable(language, typed(program)),
        DeckNotice::NotTranslated { language: of } => say::not_translated(language, typed(of)),
        DeckNotice::NoAgenda => whole.no_agenda.to_owned(),
        DeckNotice::NotInOwnPace => whole.not_in_own_pace.to_owned(),
        DeckNotice::NotUsedInOwnPace { key } => say::not_used_in_own_pace(language, typed(key)),
        DeckNotice::OwnPaceAlone { key } => say::own_pace_alone(language, typed(key)),
        DeckNotice::MayStayEmpty => whole.may_stay_empty.to_owned(),
        DeckNotice::Utf16 => whole.utf_16.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::known::{En, Nl};

    #[test]
    fn words_are_listed_with_or_before_the_last() {
        assert_eq!(one_of(En, &["a"]), "`a`");
        assert_eq!(one_of(Nl, &["a", "b", "c"]), "`a`, `b` of `c`");
        assert_eq!(one_of(En, &["a", "b"]), "`a` or `b`");
    }
}
