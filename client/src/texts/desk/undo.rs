//! What the last control did, in a word or two: on the button that takes it back.

use shared::room::{Action, Undoable};

use crate::language::Language;
use crate::messages::Value;
use crate::messages::undo::{UndoTexts, done_on, moved_to};

/// What it did, and with which slide.
pub fn done(language: Language, undoable: &Undoable) -> String {
    let what = word(language, undoable.action);
    let moved = matches!(
        undoable.action,
        Action::Next | Action::Previous | Action::Go
    );
    match undoable.slide {
        Some(number) if moved => moved_to(language, number),
        Some(number) => done_on(language, Value::Phrase(what), number),
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
