//! What the last control did, in a word or two: on the button that takes it back.

use shared::control::{ControlAction, Undoable};

use crate::language::Language;
use crate::messages::MessageArgument;
use crate::messages::undo::{UndoTexts, done_on, moved_to};

/// What it did, and with which slide.
pub fn done(language: Language, undoable: &Undoable) -> String {
    did(language, undoable.action, undoable.slide)
}

/// What a control did, and with which slide.
pub(super) fn did(language: Language, action: ControlAction, slide: Option<u64>) -> String {
    let moved = matches!(
        action,
        ControlAction::Next | ControlAction::Previous | ControlAction::Go
    );
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

fn word(language: Language, action: ControlAction) -> &'static str {
    let say = UndoTexts::of(language);
    match action {
        ControlAction::Next | ControlAction::Previous | ControlAction::Go => say.moved,
        ControlAction::Open => say.open,
        ControlAction::Close => say.close,
        ControlAction::Show => say.show,
        ControlAction::Hide => say.hide,
        ControlAction::Vote => say.vote,
        ControlAction::Reset => say.reset,
        ControlAction::Skip => say.skip,
        ControlAction::Unskip => say.unskip,
        ControlAction::Extend => say.extend,
        ControlAction::Evaluate => say.evaluate,
        ControlAction::Begin => say.begin,
        ControlAction::End | ControlAction::Resume | ControlAction::Undo => say.other,
    }
}
