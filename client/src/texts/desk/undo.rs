//! What the last control did, in a word or two: on the button that takes it back.

use shared::room::{Action, Undoable};

use crate::language::Language;
use crate::messages::MessageArgument;
use crate::messages::undo::{UndoTexts, done_on, moved_to};

/// What it did, and with which slide.
pub fn done(language: Language, undoable: &Undoable) -> String {
    did(language, undoable.action, undoable.slide)
}

/// What a control did, and with which slide.
pub(super) fn did(language: Language, action: Action, slide: Option<u64>) -> String {
    let moved = matches!(action, Action::Next | Action::Previous | Action::Go);
    match slide {
        Some(number) if moved => moved_to(language, number),
        _ => on_slide(language, word(language, action), slide),
    }
}

/// What was done, with the slide that it was about.
pub(super) fn on_slide(language: Language, what: &str, slide: Option<u64>) -> String {
    match slide {
        Some(number) => done_on(language, MessageArgument::Phrase(what), number),
        None => what.to_owned(),
    }
}

fn word(language: Language, action: Action) -> &'static str {
    let say = UndoTexts::of(language);
    match action {
        Action::Next | Action::Previous | Action::Go => say.moved,
        Action::Open => say.open,
        Action::Close => say.close,
        Action::Show => say.show,
        Action::Hide => say.hide,
        Action::Vote => say.vote,
        Action::Reset => say.reset,
        Action::Skip => say.skip,
        Action::Unskip => say.unskip,
        Action::Extend => say.extend,
        Action::Begin | Action::End | Action::Resume | Action::Undo => say.other,
    }
}
