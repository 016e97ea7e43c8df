//! What the projected page says.

use shared::control::ControlAction;
use shared::protocol::view::Screen;

use crate::language::Language;
pub use crate::messages::phone::minutes;
pub use crate::messages::stage::{
    StageTexts, elapsed, elapsed_hours, evaluation, joined, late_for_part, most_frequent_of,
    newest_of, of_answered, of_filled_in, of_groups, of_planned, of_taken_part, of_voted,
    over_time, page_of, people_joined, qa_total, qa_total_open, qa_votes, qr_label, refused,
    took_part, until_part,
};
use crate::model::undo::Back;

pub mod keys;
pub mod strip;

/// The sentences in one language.
pub fn stage(language: Language) -> &'static StageTexts {
    StageTexts::of(language)
}

/// Behind a number of upvotes: `stemmen op 9 antwoorden`.
pub fn votes_on(language: Language, votes: u64, answers: u64) -> String {
    crate::messages::stage::votes_on(language, answers, votes)
}

/// Words as they were given, and different ones.
pub fn words_sentence(language: Language, given: u64, distinct: u64) -> String {
    crate::messages::stage::words_given(language, distinct, given)
}

/// How it is with something that was taken back, behind its name where it has one.
pub fn back(language: Language, back: &Back) -> &'static str {
    let say = stage(language);
    match back {
        Back::Seen(_) => say.back_seen,
        Back::Apart(_) => say.back_apart,
        Back::Before(ControlAction::Next | ControlAction::Previous | ControlAction::Go) => {
            say.back_moved
        }
        Back::Before(ControlAction::Close) => say.back_close,
        Back::Before(ControlAction::Open) => say.back_open,
        Back::Before(ControlAction::Hide) => say.back_hide,
        Back::Before(ControlAction::Show) => say.back_show,
        Back::Before(ControlAction::Vote) => say.back_vote,
        Back::Before(ControlAction::Reset) => say.back_reset,
        Back::Before(ControlAction::Skip) => say.back_skip,
        Back::Before(ControlAction::Unskip) => say.back_unskip,
        Back::Before(ControlAction::Extend) => say.back_extend,
        Back::Before(ControlAction::Evaluate) => say.back_evaluate,
        Back::Before(
            ControlAction::Begin | ControlAction::End | ControlAction::Resume | ControlAction::Undo,
        ) => say.back_other,
        Back::Screen(Screen::Slides) => say.back_to_slides,
        Back::Screen(Screen::Join) => say.back_to_join,
        Back::Screen(Screen::Blank) => say.back_to_blank,
        Back::Nothing => say.nothing_back,
    }
}
