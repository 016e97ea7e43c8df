//! Changing the deck of a room while it runs.

use shared::deck::grammar::{self};
use shared::deck::problem::Problem;
use shared::deck::quick::QuickQuestion;
use shared::deck::write;
use shared::ids::DeckVersion;
use shared::refusal::Refusal;
use shared::room::{Change, NewDeck};

use super::ServiceError;
use crate::App;
use crate::clock::now_ms;
use crate::decks::DeckError;
use crate::lobby::FoundRoom;
use crate::precondition::Precondition;
use crate::room::{RoomHandle, SubmitError};

/// How often a change is planned anew that others come before.
const ATTEMPTS: usize = 64;

/// A room's deck as text.
#[derive(Clone, Debug)]
pub struct RoomDeck {
    pub text: String,
    pub version: DeckVersion,
}

/// What a new text changes in a room, or changed.
#[derive(Clone, Debug)]
pub struct DeckChange {
    pub changes: Vec<Change>,
    /// The version of the deck that it was compared with, or became.
    pub version: DeckVersion,
    /// What is worth knowing about the text.
    pub warnings: Vec<Problem>,
    /// Why it could not be made now, of a change that was only looked at.
    pub refused: Option<Refusal>,
}

/// The text of a room's deck: the one that it was started from while that still says the same, so
/// that what only people read in it stays; otherwise written anew.
///
/// # Errors
/// Those of the room.
pub async fn deck(
    app: &App,
    found: &FoundRoom,
    handle: &RoomHandle,
) -> Result<RoomDeck, ServiceError> {
    let (deck, version) = handle.read(|room| (room.deck.clone(), room.deck_version))?;
    let stored = app.decks.get(&found.document.deck).await.ok();
    let same = stored
        .map(|stored| stored.value.text)
        .filter(|text| grammar::read_stored(text).is_ok_and(|reading| reading.deck == deck));
    let text = same.unwrap_or_else(|| write::text(&deck));
    Ok(RoomDeck { text, version })
}

/// What a new text would change. Nothing is done.
///
/// # Errors
/// [`ServiceError::Deck`] with every error of the text or where another version is there than was
/// expected, and those of the room.
pub fn look(
    handle: &RoomHandle,
    text: &str,
    expected: &Precondition,
) -> Result<DeckChange, ServiceError> {
    let new = read(handle, text, expected)?;
    let (changes, refused, version) = handle.read(|room| {
        let plan = room.plan_deck(&new);
        let changes = plan.changes.clone();
        let refused = room.check(&plan.event(), now_ms()).err();
        (changes, refused, room.deck_version)
    })?;
    Ok(DeckChange {
        changes,
        version,
        warnings: new.warnings,
        // Others changed it since it was read: it is planned anew when it is made.
        refused: refused.filter(|refusal| *refusal != Refusal::Changed),
    })
}

/// Changes the deck to a new text. A change that others came before is planned anew, unless it
/// expected another version.
///
/// # Errors
/// As [`look`], and [`Refusal::OnStage`], [`Refusal::Full`].
pub async fn change(
    app: &App,
    found: &FoundRoom,
    handle: &RoomHandle,
    text: &str,
    expected: &Precondition,
) -> Result<DeckChange, ServiceError> {
    for _ in 0..ATTEMPTS {
        let new = read(handle, text, expected)?;
        let (plan, before) = handle.read(|room| (room.plan_deck(&new), room.deck_version))?;
        let changes = plan.changes.clone();
        let mut version = before;
        if !plan.is_empty() {
            match handle.submit(plan.event()).await {
                Err(SubmitError::Refused(Refusal::Changed)) => continue,
                done => done?,
            };
            version = before + 1;
            app.lobby.note_title(&found.id, new.title()).await?;
            tracing::info!(room = %found.id, changes = changes.len(), "a room's deck was changed");
        }
        return Ok(DeckChange {
            changes,
            version,
            warnings: new.warnings,
            refused: None,
        });
    }
    Err(SubmitError::TryAgain.into())
}

/// Asks a question that somebody typed in a line: a slide more, behind the one on the stage.
///
/// # Errors
/// As [`change`]; [`ServiceError::Deck`] also with what is wrong with the question.
pub async fn ask(
    app: &App,
    found: &FoundRoom,
    handle: &RoomHandle,
    question: &QuickQuestion,
) -> Result<DeckChange, ServiceError> {
    for _ in 0..ATTEMPTS {
        let (text, version) = handle.read(|room| {
            let text = question.added_to(&room.deck, room.position.as_ref());
            (text, room.deck_version)
        })?;
        let text = text.map_err(DeckError::Wrong)?;
        let seen = Precondition::Versions(vec![version.to_string()]);
        match change(app, found, handle, &text, &seen).await {
            // Somebody changed it in between: it stands in what is there now.
            Err(ServiceError::Deck(DeckError::Changed)) => {}
            done => return done,
        }
    }
    Err(SubmitError::TryAgain.into())
}

/// Reads a text beside the room, which goes on meanwhile.
fn read(handle: &RoomHandle, text: &str, expected: &Precondition) -> Result<NewDeck, ServiceError> {
    let (known, version) = handle.read(|room| (room.known_slides(), room.deck_version))?;
    let new = known.read(text).map_err(DeckError::Wrong)?;
    if expected.allows(version.into()) {
        Ok(new)
    } else {
        Err(DeckError::Changed.into())
    }
}
