//! Taking erased answers, what was tried out before a room began, and all answers once they end,
//! out of a journal for good: the next generation of it, without their content.

use std::collections::BTreeMap;
use std::sync::Arc;

use bytes::Bytes;
use futures_util::StreamExt;
use shared::event::Batch;
use shared::ids::RoomId;
use shared::room::{Applied, EmptiedJournal, Erasure};

use super::fold::{begun_by, encode, fold_all};
use crate::backend::{Followed, Journal, JournalError, Record};

/// One rewrite at a time: each is planned from a fold, and a plan made before another rewrite would
/// bring back what that one took out. Erasing is rare, so all rooms share the turn.
static TURN: tokio::sync::Mutex<()> = tokio::sync::Mutex::const_new(());

/// Rewrites a room's journal without what was erased. Answers when no file holds it any more.
///
/// # Errors
/// Those of reading and rewriting. After one, the same again is safe.
pub async fn redact(id: &RoomId, journal: &dyn Journal) -> Result<(), JournalError> {
    let _turn = TURN.lock().await;
    let changed = changed(id, journal).await?;
    if changed.is_empty() {
        return Ok(());
    }
    let transform = move |record: &Record| changed.get(&record.seq).unwrap_or(&record.body).clone();
    journal.rewrite(id.as_str(), Box::new(transform)).await
}

/// A journal's records as they are now, without what was erased, also where they were not rewritten
/// yet.
///
/// # Errors
/// Those of reading.
pub async fn records(id: &RoomId, journal: &dyn Journal) -> Result<Vec<Record>, JournalError> {
    'again: loop {
        let changed = changed(id, journal).await?;
        let gone = || JournalError::NoSuchRoom {
            room: id.to_string(),
        };
        let head = journal.head(id.as_str()).await?.ok_or_else(gone)?;
        let mut followed = journal.follow(id.as_str(), 0);
        let mut records: Vec<Record> = Vec::new();
        while records.last().is_none_or(|last| last.seq < head) {
            match followed.next().await.ok_or(JournalError::Closed)?? {
                Followed::Record(mut record) => {
                    if let Some(body) = changed.get(&record.seq) {
                        record.body = body.clone();
                    }
                    records.push(record);
                }
                // Another rewrite may have been about something else.
                Followed::Rewritten => continue 'again,
            }
        }
        return Ok(records);
    }
}

/// The bodies that records have without what was erased, of those that hold something of it.
async fn changed(id: &RoomId, journal: &dyn Journal) -> Result<BTreeMap<u64, Bytes>, JournalError> {
    let mut journaled: Vec<Applied> = Vec::new();
    let keep = |seq, batch: &Batch, outcomes: &[_]| {
        journaled.push((seq, batch.clone(), outcomes.to_vec()))
    };
    let room = fold_all(id, journal, |_, _| {}, keep).await?.room;
    let erasure = Erasure::plan(&room, &journaled);
    if erasure.is_empty() || !room.is_to_be_rewritten() {
        return Ok(BTreeMap::new());
    }
    let changed = journaled.iter().filter_map(|applied| {
        let redacted = erasure.redact(applied);
        (redacted != applied.1).then(|| (applied.0, encode(&redacted)))
    });
    Ok(changed.collect())
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
