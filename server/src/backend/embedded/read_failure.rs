//! What a read came to, when it did not come to a value.

use super::{JournalError, StorageError};

/// What a read came to, when it did not come to a value.
pub(super) enum ReadFailure {
    Storage(StorageError),
    /// Damage that is known to the record.
    DamagedRecord(u64),
    NoSuchRoom,
    Exists,
}

impl ReadFailure {
    /// `seq` is the record that was wanted.
    pub fn of_journal(self, room: &str, seq: u64) -> JournalError {
        match self {
            ReadFailure::Storage(error) => JournalError::from_storage_error(error, room, seq),
            ReadFailure::DamagedRecord(seq) => {
                JournalError::from_storage_error(StorageError::Damaged, room, seq)
            }
            ReadFailure::NoSuchRoom => JournalError::NoSuchRoom {
                room: room.to_owned(),
            },
            ReadFailure::Exists => JournalError::Exists {
                room: room.to_owned(),
            },
        }
    }
}

impl From<StorageError> for ReadFailure {
    fn from(error: StorageError) -> ReadFailure {
        ReadFailure::Storage(error)
    }
}

impl From<rusqlite::Error> for ReadFailure {
    fn from(error: rusqlite::Error) -> ReadFailure {
        ReadFailure::Storage(error.into())
    }
}
