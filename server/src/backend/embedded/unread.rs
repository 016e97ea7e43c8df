//! What a read came to, when it did not come to a value.

use super::{JournalError, Trouble};

/// What a read came to, when it did not come to a value.
pub(super) enum Unread {
    Trouble(Trouble),
    /// Damage that is known to the record.
    DamagedRecord(u64),
    NoSuchRoom,
}

impl Unread {
    /// `seq` is the record that was wanted.
    pub fn of_journal(self, room: &str, seq: u64) -> JournalError {
        match self {
            Unread::Trouble(trouble) => JournalError::from_trouble(trouble, room, seq),
            Unread::DamagedRecord(seq) => JournalError::from_trouble(Trouble::Damaged, room, seq),
            Unread::NoSuchRoom => JournalError::NoSuchRoom { room: room.to_owned() },
        }
    }
}

impl From<Trouble> for Unread {
    fn from(trouble: Trouble) -> Unread {
        Unread::Trouble(trouble)
    }
}

impl From<rusqlite::Error> for Unread {
    fn from(error: rusqlite::Error) -> Unread {
        Unread::Trouble(error.into())
    }
}
