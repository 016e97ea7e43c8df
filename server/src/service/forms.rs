//! What people filled into forms, for the organiser alone: the table, one form erased, and totals
//! through the gate.

use serde_json::{Value, json};
use shared::ids::SlideId;

use super::{ServiceError, erasing};
use crate::App;
use crate::export;
use crate::forms::{FormRound, FormTable};
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

/// What the answers to every question add up to, for the organiser: with the totals of forms, where
/// there are enough of them; split by that question, or else as the deck says.
///
/// # Errors
/// Those of the room and the store.
pub async fn results(
    app: &App,
    found: &FoundRoom,
    handle: &RoomHandle,
    by: Option<&SlideId>,
) -> Result<Vec<Value>, ServiceError> {
    let (mut results, forms) = handle.read(|room| {
        let forms = room.asked_slides().filter_map(|(slide, state)| {
            state.current().ask.as_form()?;
            Some((slide.id.clone(), state.round()))
        });
        (export::json::questions(room, by), forms.collect::<Vec<_>>())
    })?;
    for (question, round) in forms {
        let table = table(app, found, handle, &question).await?;
        let now = table.rounds.iter().find(|of| of.number == round);
        let totals = now.and_then(FormRound::totals);
        let mut of = results.iter_mut();
        if let Some(result) = of.find(|result| result["id"] == question.as_str()) {
            result["fields"] = json!(totals);
        }
    }
    Ok(results)
}
