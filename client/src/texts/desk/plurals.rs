//! Sentences with a number or a name in them.

use crate::language::Language;
use crate::messages::MessageArgument;
use crate::messages::plurals as say;
pub use crate::messages::plurals::{
    answers, line, made_on, more_time, page, people, place, round, slides, to_slide,
};

/// How many wait to join, from how many networks.
pub fn waiting(language: Language, participants: u64, networks: u64) -> String {
    say::waiting(language, networks, participants)
}

/// How many errors and warnings; one of the two is more than none.
pub fn problems(language: Language, errors: u64, warnings: u64) -> String {
    match (errors, warnings) {
        (_, 0) => say::errors(language, errors),
        (0, _) => say::warnings(language, warnings),
        _ => say::errors_and_warnings(language, errors, warnings),
    }
}

/// A slide's number and kind, and which round.
pub fn where_we_are(language: Language, place: &str, kind: &str, round: Option<u32>) -> String {
    let [kind, place] = [kind, place].map(MessageArgument::Phrase);
    match round {
        Some(round) => say::where_we_are_again(language, kind, place, round),
        None => say::where_we_are(language, kind, place),
    }
}
