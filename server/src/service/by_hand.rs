//! Answers that hosts enter for people without a phone.

use shared::ids::Key;
use shared::refusal::Refusal;
use shared::room::TypedEntry;

use super::ServiceError;
use crate::lobby::FoundRoom;
use crate::random;
use crate::room::{RoomHandle, SubmitError};

/// How many letters the key of an entry has that a host sends without one.
const KEY_LETTERS: usize = 16;

/// Stores it; the sequence under which it is.
///
/// # Errors
/// Those of the room.
pub async fn enter(
    (found, handle): (&FoundRoom, &RoomHandle),
    entry: &TypedEntry,
) -> Result<u64, ServiceError> {
    let refused = |refusal: Refusal| ServiceError::from(SubmitError::Refused(refusal));
    let key = match &entry.key {
        Some(key) => Key::parse(key.as_str()).ok_or_else(|| refused(Refusal::BadKey))?,
        None => Key(random::name(KEY_LETTERS)),
    };
    let event = handle.read(|room| room.typed_in(entry, key))?;
    let stored = handle.submit(event.map_err(refused)?).await?;
    tracing::info!(room = %found.id, question = %entry.question, "answers were entered by hand");
    Ok(stored.seq)
}
