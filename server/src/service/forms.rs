//! What people filled into forms, for the organiser alone: the table, and one form erased.

use shared::ids::SlideId;
use shared::room::Room;

use super::{ServiceError, erasing};
use crate::App;
use crate::forms::FormTable;
use crate::lobby::{FoundRoom, LobbyError};
use crate::room::RoomHandle;

/// Everything that was filled in.
///
/// # Errors
/// [`ServiceError::UnknownForm`] where no form has such a name, and those of the room and the
/// store.
pub async fn table(
    app: &App,
    found: &FoundRoom,
    handle: &RoomHandle,
    question: &SlideId,
) -> Result<FormTable, ServiceError> {
    let asked = handle.read(|room| {
        let known = room.forms_to(question);
        Some((FormTable::of(room, question)?, known))
    })?;
    let (table, known) = asked.ok_or(ServiceError::UnknownForm)?;
    let kept = app.forms.of(found).kept(known).await;
    Ok(table.holding(kept.map_err(LobbyError::from)?))
}

/// The same of every form of a room.
///
/// # Errors
/// Those of the room and the store.
pub async fn tables(
    app: &App,
    found: &FoundRoom,
    handle: &RoomHandle,
) -> Result<Vec<FormTable>, ServiceError> {
    let mut tables = Vec::new();
    for question in handle.read(form_questions)? {
        tables.push(table(app, found, handle, &question).await?);
    }
    Ok(tables)
}

/// The questions of a room that are forms.
pub fn form_questions(room: &Room) -> Vec<SlideId> {
    let asked = room.asked_slides();
    let forms = asked.filter(|(_, state)| state.current().ask.is_kept_apart());
    forms.map(|(slide, _)| slide.id.clone()).collect()
}

/// Erases one form for good.
///
/// # Errors
/// [`ServiceError::UnknownForm`] where none has that name, and those of the room and the store.
pub async fn erase(
    app: &App,
    found: &FoundRoom,
    handle: &RoomHandle,
    (question, form): (&SlideId, &str),
) -> Result<(), ServiceError> {
    let forms = app.forms.of(found);
    let known = handle.read(|room| room.forms_to(question))?;
    let answer = known.iter().find(|known| forms.name(known) == form);
    let answer = answer.ok_or(ServiceError::UnknownForm)?.answer;
    erasing::erase(app, found, handle, answer).await
}
