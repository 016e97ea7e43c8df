//! Erasing one answer for good.

use shared::event::Event;
use shared::ids::AnswerId;
use shared::refusal::Refusal;

use super::ServiceError;
use crate::App;
use crate::lobby::{FoundRoom, LobbyError};
use crate::room::{RoomHandle, SubmitError, erase};

/// The answer of that name.
///
/// # Errors
/// [`ServiceError::UnknownAnswer`], where no answer has such a name.
pub fn named(answer: &str) -> Result<AnswerId, ServiceError> {
    AnswerId::parse(answer).ok_or(ServiceError::UnknownAnswer)
}

/// Erases it from the state at once, and from the journal before this answers.
///
/// # Errors
/// [`ServiceError::UnknownAnswer`], and those of the room and the store.
pub async fn erase(
    app: &App,
    found: &FoundRoom,
    handle: &RoomHandle,
    answer: AnswerId,
) -> Result<(), ServiceError> {
    let form = handle.read(|room| room.form_named(answer))?;
    let erased = handle.submit(Event::Erased { answer }).await;
    erased.map_err(|error| match error {
        SubmitError::Refused(Refusal::UnknownAnswer) => ServiceError::UnknownAnswer,
        error => error.into(),
    })?;
    erase::redact(&found.id, &*app.journal).await?;
    if let Some(form) = form {
        let forms = app.forms.of(found);
        let removed = forms.remove(&forms.name(&form)).await;
        removed.map_err(LobbyError::from)?;
    }
    tracing::info!(room = %found.id, %answer, "an answer was erased for good");
    Ok(())
}
