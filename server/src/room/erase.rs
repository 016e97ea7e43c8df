//! Taking erased answers, what was tried out before a room began, and all answers once they end,
//! out of a journal for good: the next generation of it, without their content.

use std::collections::BTreeMap;
use std::sync::Arc;

use bytes::Bytes;
use shared::event::Batch;
use shared::ids::RoomId;
use shared::room::{Applied, EmptiedJournal, Erasure};

use super::fold::{begun_by, encode, fold_all};
use crate::backend::{Journal, JournalError, Record};

/// One rewrite at a time: each is planned from a fold, and a plan made before another rewrite would
/// bring back what that one took out. Erasing is rare, so all rooms share the turn.
static TURN: tokio::sync::Mutex<()> = tokio::sync::Mutex::const_new(());

/// Rewrites a room's journal without what was erased. Answers when no file holds it any more.
///
/// # Errors
/// Those of reading and rewriting. After one, the same again is safe.
pub async fn redact(id: &RoomId, journal: &dyn Journal) -> Result<(), JournalError> {
    let _turn = TURN.lock().await;
    let mut journaled: Vec<Applied> = Vec::new();
    let keep = |seq, batch: &Batch, outcomes: &[_]| {
        journaled.push((seq, batch.clone(), outcomes.to_vec()))
    };
    let room = fold_all(id, journal, |_, _| {}, keep).await?.room;
    let erasure = Erasure::plan(&room, &journaled);
    if erasure.is_empty() || !room.is_to_be_rewritten() {
        return Ok(());
    }
    let changed: BTreeMap<u64, Bytes> = journaled
        .iter()
        .filter_map(|applied| {
            let redacted = erasure.redact(applied);
            (redacted != applied.1).then(|| (applied.0, encode(&redacted)))
        })
        .collect();
    let transform = move |record: &Record| changed.get(&record.seq).unwrap_or(&record.body).clone();
    journal.rewrite(id.as_str(), Box::new(transform)).await
}

/// Rewrites a room's journal without anything that anybody gave: the room is over, with the deck
/// that it had last. Answers when no file holds the rest any more; the same again is safe.
///
/// # Errors
/// Those of reading and rewriting.
pub async fn empty(id: &RoomId, journal: &dyn Journal) -> Result<(), JournalError> {
    let _turn = TURN.lock().await;
    let room = fold_all(id, journal, |_, _| {}, |_, _, _| {}).await?.room;
    let (first, created) = begun_by(id, journal).await?;
    let emptied = EmptiedJournal::of(&room, (first, &created));
    let transform = move |record: &Record| encode(&emptied.batch(record.seq));
    journal.rewrite(id.as_str(), Box::new(transform)).await
}

/// Finishes what a crash interrupted between an erasure and its rewrite.
pub fn in_background(id: RoomId, journal: Arc<dyn Journal>) {
    tokio::spawn(async move {
        if let Err(error) = redact(&id, &*journal).await {
            tracing::error!(room = %id, %error, "what was erased or tried out is still in the journal; it is tried again at the next start");
        }
    });
}
