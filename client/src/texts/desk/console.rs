//! What the console says.

use shared::deck::problem::{ContentProblem, Problem, ProblemKind, SettingsProblem};

use crate::language::Language;
pub use crate::messages::console::{ConsoleTexts, ask_too_few, newest, next_named};
use crate::texts::problems::problem;

/// The number of a slide.
pub fn slide(language: Language, number: u64) -> String {
    crate::messages::console::slide(language, number)
}

/// What is wrong with a question that is asked in a line. Whoever asks it sees fields, and no text
/// of a deck.
pub fn quick_problem(language: Language, wrong: &Problem) -> String {
    match &wrong.wrong {
        ProblemKind::Content(ContentProblem::TooFew { min, .. }) => ask_too_few(language, *min),
        ProblemKind::Settings(SettingsProblem::Missing { .. }) => {
            ConsoleTexts::of(language).ask_poles.to_owned()
        }
        _ => problem(language, wrong),
    }
}
