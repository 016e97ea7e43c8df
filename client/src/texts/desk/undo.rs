//! What the last control did, in a word or two: on the button that takes it back.

use shared::room::{Action, Undoable};

use crate::language::Language::{self, En, Nl};

/// What it did, and with which slide.
pub fn done(language: Language, undoable: &Undoable) -> String {
    let what = word(language, undoable.action);
    let moved = matches!(undoable.action, Action::Next | Action::Previous | Action::Go);
    match (language, undoable.slide) {
        (Nl, Some(number)) if moved => format!("naar dia {number} gegaan"),
        (En, Some(number)) if moved => format!("moved to slide {number}"),
        (Nl, Some(number)) => format!("{what} (dia {number})"),
        (En, Some(number)) => format!("{what} (slide {number})"),
        (_, None) => what.to_owned(),
    }
}

fn word(language: Language, action: Action) -> &'static str {
    match (action, language) {
        (Action::Next | Action::Previous | Action::Go, Nl) => "naar een andere dia",
        (Action::Next | Action::Previous | Action::Go, En) => "moved to another slide",
        (Action::Open, Nl) => "vraag geopend",
        (Action::Open, En) => "question opened",
        (Action::Close, Nl) => "vraag gesloten",
        (Action::Close, En) => "question closed",
        (Action::Show, Nl) => "resultaten getoond",
        (Action::Show, En) => "results shown",
        (Action::Hide, Nl) => "resultaten verborgen",
        (Action::Hide, En) => "results hidden",
        (Action::Vote, Nl) => "stemfase begonnen",
        (Action::Vote, En) => "voting started",
        (Action::Reset, Nl) => "nieuwe ronde begonnen",
        (Action::Reset, En) => "new round started",
        (Action::End | Action::Resume | Action::Undo, Nl) => "laatste handeling",
        (Action::End | Action::Resume | Action::Undo, En) => "last action",
    }
}
