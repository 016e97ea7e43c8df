//! A journal read into a room, and what its records look like.

use futures_util::stream::{BoxStream, StreamExt};
use shared::event::Batch;
use shared::ids::{Millis, RoomId};
use shared::room::{Outcome, Room};

use crate::backend::{Followed, Journal, JournalError};

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
    'again: loop {
        let gone = || JournalError::NoSuchRoom {
            room: id.to_string(),
        };
        let head = journal.head(id.as_str()).await?.ok_or_else(gone)?;
        let mut followed = journal.follow(id.as_str(), 0);
        let (mut folded, mut bytes): (Option<Room>, u64) = (None, 0);
        while folded.as_ref().is_none_or(|room| room.seq < head) {
            let Followed::Record(record) = followed.next().await.ok_or(JournalError::Closed)??
            else {
                continue 'again;
            };
            let batch = decode(id, record.seq, &record.body)?;
            bytes += record.body.len() as u64;
            match &mut folded {
                Some(room) => {
                    before(room, record.at_ms);
                    let outcomes = room.apply(record.seq, record.at_ms, &batch);
                    seen(record.seq, &batch, &outcomes);
                }
                None => {
                    let begun = Room::begin(record.seq, record.at_ms, &batch);
                    folded = Some(begun.map_err(|_| JournalError::Corrupt {
                        room: id.to_string(),
                        seq: record.seq,
                    })?);
                }
            }
        }
        if let Some(room) = folded {
            return Ok(Folded {
                room,
                followed,
                bytes,
            });
        }
    }
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
