//! Ending the answers of a room: its totals are stored first, then it is noted that they stand for
//! the answers, and only then these go. Each step is durable before the next begins, and what a
//! stop cuts off after the second is finished: at any moment either the answers are whole or the
//! totals.

use shared::ids::{Millis, RoomId};
use shared::room::EmptiedJournal;

use super::RetentionError;
use crate::AppParts;
use crate::forms::FormTable;
use crate::lobby::{AnswersEnded, FoundRoom, clear_mail, forms_folder};
use crate::room::erase;
use crate::room::fold::fold_all;
use crate::service::forms::form_questions;
use crate::totals::{self, TotalsDocument};

/// Ends the answers of a room at that moment.
///
/// # Errors
/// Those of the store, after which the same again is safe.
pub(super) async fn end(parts: &AppParts, id: &RoomId, at: Millis) -> Result<(), RetentionError> {
    let ended = AnswersEnded { at, gone: false };
    store_totals(parts, id).await?;
    parts.lobby.note_answers_ended(id, ended).await?;
    finish(parts, id, ended).await
}

/// Takes the answers away whose totals are stored and stand for them.
///
/// # Errors
/// As [`end`].
pub(super) async fn finish(
    parts: &AppParts,
    id: &RoomId,
    ended: AnswersEnded,
) -> Result<(), RetentionError> {
    // What a moderator did while they were taken is in them too.
    store_totals(parts, id).await?;
    erase::empty(id, &*parts.journal).await?;
    parts.store.clear(&forms_folder(id)).await?;
    clear_mail(&parts.store, id).await?;
    parts.reports.forget_quotes(id).await?;
    let gone = AnswersEnded {
        gone: true,
        ..ended
    };
    parts.lobby.note_answers_ended(id, gone).await?;
    tracing::info!(room = %id, "the answers of a room were erased, and its totals kept");
    Ok(())
}

/// Stores the totals of a room as it stands in its journal; none anew of one whose answers are gone
/// from it, or that is as it was when they were stored.
pub(super) async fn store_totals(parts: &AppParts, id: &RoomId) -> Result<(), RetentionError> {
    let stored = totals::get(&parts.store, id).await?;
    let head = parts.journal.head(id.as_str()).await?;
    if stored.is_some_and(|stored| Some(stored.seq) == head) {
        return Ok(());
    }
    let mut is_emptied = false;
    let seen = |_, batch: &_, _: &[_]| is_emptied |= EmptiedJournal::holds(batch);
    let room = fold_all(id, &*parts.journal, |_, _| {}, seen).await?.room;
    if is_emptied {
        return Ok(());
    }
    let found = parts.lobby.find(id).await?;
    let tables = forms(parts, &found, &room).await?;
    let totals = TotalsDocument::of(&room, &tables);
    Ok(totals::put(&parts.store, id, &totals).await?)
}

/// What people filled into its forms.
async fn forms(
    parts: &AppParts,
    found: &FoundRoom,
    room: &shared::room::Room,
) -> Result<Vec<FormTable>, RetentionError> {
    let forms = parts.forms.of(found);
    let mut tables = Vec::new();
    for question in form_questions(room) {
        let kept = forms.kept(room.forms_to(&question)).await?;
        tables.extend(FormTable::of(room, &question).map(|table| table.holding(kept)));
    }
    Ok(tables)
}
