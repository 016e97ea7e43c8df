//! What the projected page says.

use shared::protocol::view::{Input, Screen};
use shared::room::Action;

use crate::language::Language;
pub use crate::messages::phone::minutes;
pub use crate::messages::stage::{
    Stage as StageTexts, joined, most_frequent_of, newest_of, page_of, people_joined, qr_label, refused, took_part,
};
use crate::messages::stage::{of_answered, of_taken_part, of_voted};
use crate::model::undo::Back;

pub mod keys;
pub mod means;
pub mod strip;

/// The sentences in one language.
pub fn stage(language: Language) -> &'static StageTexts {
    StageTexts::of(language)
}

/// What stands behind the figure: `<b>142</b> van 168 hebben gestemd`. Only who chooses between options votes.
pub fn of_people(language: Language, input: &Input, voters: u64, participants: u64) -> String {
    match input {
        Input::Choice { .. } => of_voted(language, participants, voters),
        Input::Open { .. } => of_answered(language, participants, voters),
        Input::Words { .. } | Input::Scale { .. } | Input::Spectrum { .. } => {
            of_taken_part(language, participants, voters)
        }
    }
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
        Back::Before(Action::Next | Action::Previous | Action::Go) => say.back_moved,
        Back::Before(Action::Close) => say.back_close,
        Back::Before(Action::Open) => say.back_open,
        Back::Before(Action::Hide) => say.back_hide,
        Back::Before(Action::Show) => say.back_show,
        Back::Before(Action::Vote) => say.back_vote,
        Back::Before(Action::Reset) => say.back_reset,
        Back::Before(Action::End | Action::Resume | Action::Undo) => say.back_other,
        Back::Screen(Screen::Slides) => say.back_to_slides,
        Back::Screen(Screen::Join) => say.back_to_join,
        Back::Screen(Screen::Blank) => say.back_to_blank,
        Back::Nothing => say.nothing_back,
    }
}
