//! What a read came to, when it did not come to a value.

use super::{JournalError, StorageError};

/// What a read came to, when it did not come to a value.
pub(super) enum Unread {
    Storage(StorageError),
    /// Damage that is known to the record.
    DamagedRecord(u64),
    NoSuchRoom,
}

impl Unread {
    /// `seq` is the record that was wanted.
    pub fn of_journal(self, room: &str, seq: u64) -> JournalError {
        match self {
            Unread::Storage(error) => JournalError::from_storage_error(error, room, seq),
            Unread::DamagedRecord(seq) => {
                JournalError::from_storage_error(StorageError::Damaged, room, seq)
            }
            Unread::NoSuchRoom => JournalError::NoSuchRoom {
                room: room.to_owned(),
            },
        }
    }
}

impl From<StorageError> for Unread {
    fn from(error: StorageError) -> Unread {
        Unread::Storage(error)
    }
}

impl From<rusqlite::Error> for Unread {
    fn from(error: rusqlite::Error) -> Unread {
        Unread::Storage(error.into())
    }
}
