//! What a read came to, when it did not come to a value.

use super::{JournalError, StorageError};

/// What a read came to, when it did not come to a value.
pub(super) enum Unread {
    StorageError(StorageError),
    /// Damage that is known to the record.
    DamagedRecord(u64),
    NoSuchRoom,
}

impl Unread {
    /// `seq` is the record that was wanted.
    pub fn of_journal(self, room: &str, seq: u64) -> JournalError {
        match self {
            Unread::StorageError(error) => JournalError::from_trouble(error, room, seq),
            Unread::DamagedRecord(seq) => {
                JournalError::from_trouble(StorageError::Damaged, room, seq)
            }
            Unread::NoSuchRoom => JournalError::NoSuchRoom {
                room: room.to_owned(),
            },
        }
    }
}

impl From<StorageError> for Unread {
    fn from(error: StorageError) -> Unread {
        Unread::StorageError(error)
    }
}

impl From<rusqlite::Error> for Unread {
    fn from(error: rusqlite::Error) -> Unread {
        Unread::StorageError(error.into())
    }
}
