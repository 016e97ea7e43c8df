//! A journal read into a room, and what its records look like.

use futures_util::stream::{BoxStream, StreamExt};
use shared::event::Batch;
use shared::ids::{Millis, RoomId};
use shared::room::{Outcome, Room};

use crate::backend::{Followed, Journal, JournalError, Record};

/// What comes after what was read of a journal.
pub type Following = BoxStream<'static, Result<Followed, JournalError>>;

/// A whole journal.
pub struct Folded {
    /// What it comes to.
    pub room: Room,
    pub followed: Following,
    /// Of its records, in bytes.
    pub bytes: u64,
}

/// Reads a whole journal into a room, and goes on following it. `before` gets the room and the
/// moment of each record after the first before it is applied, `seen` its batch with what became of
/// it.
pub async fn fold_all(
    id: &RoomId,
    journal: &dyn Journal,
    mut before: impl FnMut(&Room, Millis),
    mut seen: impl FnMut(u64, &Batch, &[Outcome]),
) -> Result<Folded, JournalError> {
    loop {
        // A journal that is rewritten meanwhile is read from its start again.
        if let Some(folded) = fold_generation(id, journal, &mut before, &mut seen).await? {
            return Ok(folded);
        }
    }
}

/// Reads a journal as long as it is not rewritten; nothing where it is.
async fn fold_generation(
    id: &RoomId,
    journal: &dyn Journal,
    before: &mut impl FnMut(&Room, Millis),
    seen: &mut impl FnMut(u64, &Batch, &[Outcome]),
) -> Result<Option<Folded>, JournalError> {
    let gone = || JournalError::NoSuchRoom {
        room: id.to_string(),
    };
    let head = journal.head(id.as_str()).await?.ok_or_else(gone)?;
    let mut followed = journal.follow(id.as_str(), 0);
    let (mut folded, mut bytes): (Option<Room>, u64) = (None, 0);
    while folded.as_ref().is_none_or(|room| room.seq < head) {
        let Followed::Record(record) = followed.next().await.ok_or(JournalError::Closed)?? else {
            return Ok(None);
        };
        let batch = decode(id, record.seq, &record.body)?;
        bytes += record.body.len() as u64;
        let Some(room) = &mut folded else {
            folded = Some(begin(id, &record, &batch)?);
            continue;
        };
        before(room, record.at_ms);
        let outcomes = room.apply(record.seq, record.at_ms, &batch);
        seen(record.seq, &batch, &outcomes);
    }
    Ok(folded.map(|room| Folded {
        room,
        followed,
        bytes,
    }))
}

/// The record that began a room: its sequence, and what it holds.
///
/// # Errors
/// Those of the journal.
pub async fn begun_by(id: &RoomId, journal: &dyn Journal) -> Result<(u64, Batch), JournalError> {
    loop {
        let first = journal.follow(id.as_str(), 0).next().await;
        if let Followed::Record(record) = first.ok_or(JournalError::Closed)?? {
            return Ok((record.seq, decode(id, record.seq, &record.body)?));
        }
    }
}

fn begin(id: &RoomId, record: &Record, batch: &Batch) -> Result<Room, JournalError> {
    Room::begin(record.seq, record.at_ms, batch).map_err(|_| JournalError::Corrupt {
        room: id.to_string(),
        seq: record.seq,
    })
}

/// A batch as the journal stores it.
pub fn encode(batch: &Batch) -> bytes::Bytes {
    serde_json::to_vec(batch)
        .expect("events are plain data with text keys")
        .into()
}

/// A batch as the journal stored it. One that this version can't read stops its room: skipping it
/// would miscount for ever.
pub fn decode(id: &RoomId, seq: u64, body: &[u8]) -> Result<Batch, JournalError> {
    serde_json::from_slice(body).map_err(|error| {
        tracing::error!(room = %id, seq, %error, "a record can't be read by this version");
        JournalError::Corrupt {
            room: id.to_string(),
            seq,
        }
    })
}
