//! Stories about attacks and bad lines: thousands who say nothing, floods, guessers, lines that
//! lose what they carry. Beside each of them somebody honest goes on.

mod floods;
mod guessing;
mod lossy_phones;
mod pieces;
mod silent;
mod slow;
mod stuck;

use tests::{Peil, Presenter, SampleQuestion, sample};

/// A room whose one question, a choice, is open.
fn room(peil: &Peil) -> Presenter {
    let presenter = peil.organiser().starts(&sample([SampleQuestion::Choice]));
    presenter.opens("pet");
    presenter
}
