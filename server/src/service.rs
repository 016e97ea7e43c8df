//! What organisers and a room's hosts do, whichever way they ask for it. Pages and the API are two
//! doors to this; it knows neither of them, and nothing of HTTP: whether somebody may do it was
//! decided before.
//!
//! Decks are added, changed and removed by [`crate::decks`], which needs nothing from here.

pub mod after_page;
pub mod archiving;
pub mod by_hand;
pub mod control;
pub mod editing;
pub mod erasing;
pub mod exporting;
pub mod figures;
pub mod forms;
pub mod mail;
pub mod moderation;
pub mod outcome;
pub mod page_content;
pub mod participants;
pub mod qa;
pub mod reporting;
pub mod results;
pub mod rooms;
pub mod tablets;

use zip::result::ZipError;

use crate::after_pages::AfterPageError;
use crate::archive::ArchiveError;
use crate::backend::JournalError;
use crate::child::ChildError;
use crate::decks::DeckError;
use crate::lobby::LobbyError;
use crate::mail::asked_for::AskedForError;
use crate::mail::letter::MailError;
use crate::room::SubmitError;

/// Why something was not done.
#[derive(Debug, thiserror::Error)]
pub enum ServiceError {
    #[error(transparent)]
    Room(#[from] SubmitError),
    #[error(transparent)]
    Lobby(#[from] LobbyError),
    #[error(transparent)]
    Deck(#[from] DeckError),
    #[error(transparent)]
    Journal(#[from] JournalError),
    #[error(transparent)]
    Mail(#[from] MailError),
    #[error(transparent)]
    Archive(#[from] ArchiveError),
    #[error("a file of the room could not be made")]
    NotMade,
    #[error(transparent)]
    AfterPage(#[from] AfterPageError),
    #[error("the answers of the room have ended; its totals stay")]
    AnswersEnded,
    #[error("there is no such answer")]
    UnknownAnswer,
    #[error("there is no such question")]
    UnknownQuestion,
    #[error("the question has no such round")]
    UnknownRound,
    #[error("the question has no figure")]
    NoFigure,
    #[error(transparent)]
    Child(#[from] ChildError),
    #[error("results can't be split by that")]
    NotSplittable,
    #[error("there is no such form")]
    UnknownForm,
    #[error("a room has no link for that role")]
    UnknownRole,
    #[error("a room can't have that number of participants")]
    ExpectedOutOfRange,
    #[error("that is no day and time")]
    NotPlannable,
    #[error("that day has passed")]
    DayHasPassed,
    #[error("a speaker does nothing but answer")]
    NotForSpeakers,
    #[error("as many words are hidden ahead as there can be")]
    HiddenAheadFull,
    #[error("a trial can't have that number of votes")]
    TrialVotesOutOfRange,
    #[error("these fields do not go together for a moderator")]
    UnsoundModeration,
}

impl From<ZipError> for ServiceError {
    fn from(error: ZipError) -> Self {
        tracing::error!(%error, "what belongs to a room could not be packed");
        Self::NotMade
    }
}

impl From<AskedForError> for ServiceError {
    fn from(error: AskedForError) -> Self {
        match error {
            AskedForError::Room(error) => Self::Room(error),
            AskedForError::Documents(error) => Self::Lobby(error.into()),
        }
    }
}
