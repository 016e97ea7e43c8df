//! Where peil keeps what must not be lost, behind two small doors.
//!
//! The [`Journal`] holds a room's records, in one order, appended and never changed; an answer is
//! *saved* once its record is in there. [`Documents`] holds everything that is looked up by name
//! and replaced as a whole: decks, rooms, codes, accounts, secrets. Both move bytes: what an event
//! or a deck is, they don't know, and neither do the files below this one.
//!
//! Every promise stands with its trait and is a named test in `backend/conformance`, run against
//! every implementation: `embedded` (SQLite in the data folder, the default) and `memory` (the same
//! promises without a disk, for tests). A backend is built here, outside the traits, so that no
//! implementation leaks through them.

use std::path::Path;
use std::sync::Arc;

use tokio::sync::watch;

pub mod documents;
pub mod embedded;
mod follow;
pub mod journal;
pub mod memory;
mod storage_error;

#[cfg(test)]
mod conformance;

pub use documents::{Document, DocumentError, Documents};
pub use embedded::{BackupError, Exposed, OpenError, exposed};
pub use journal::{Appended, Followed, Journal, JournalError, NotStored, Record, Verified};

/// The largest body of one record or document. Far above what a batch (256 KiB) or a deck (512 KiB)
/// may be: it bounds what one transaction can weigh, it is no limit that people meet.
pub const BODY_LIMIT_BYTES: usize = 4 * 1024 * 1024;

/// A store of either kind, and how it is.
#[derive(Clone)]
pub struct Backend {
    pub journal: Arc<dyn Journal>,
    pub documents: Arc<dyn Documents>,
    health: watch::Receiver<Health>,
}

/// Whether answers can be stored now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Health {
    Good,
    /// The disk is full: nothing is stored until there is room again, and that is found out without
    /// a restart.
    Full,
    /// A write or an fsync failed in a way that leaves it open what is on disk. Nothing is stored
    /// any more, and nothing in memory is to be trusted: the process has to exit, and to read its
    /// state from disk again.
    Failed(Arc<str>),
}

impl Backend {
    /// Opens the data folder for the one server that may write there, and makes it if there is
    /// none.
    pub fn open(folder: &Path) -> Result<Backend, OpenError> {
        let (store, health) = embedded::Embedded::open(folder)?;
        Ok(Backend::of(store, health))
    }

    /// Opens a data folder for reading only, also beside a running server. Whatever would write is
    /// refused.
    pub fn open_to_read(folder: &Path) -> Result<Backend, OpenError> {
        let (store, health) = embedded::Embedded::open_to_read(folder)?;
        Ok(Backend::of(store, health))
    }

    /// Copies a data folder's store into a new file, also beside a running server; answers its size
    /// in bytes.
    ///
    /// # Errors
    /// Every [`BackupError`].
    pub fn backup(folder: &Path, file: &Path) -> Result<u64, BackupError> {
        embedded::backup(folder, file)
    }

    /// An empty store that is gone when it is dropped.
    pub fn memory() -> Backend {
        Backend::from(memory::MemoryBackend::new())
    }

    /// How the store is, and every change of it.
    pub fn health(&self) -> watch::Receiver<Health> {
        self.health.clone()
    }

    fn of<S: Journal + Documents + 'static>(store: S, health: watch::Receiver<Health>) -> Backend {
        let store = Arc::new(store);
        Backend {
            journal: store.clone(),
            documents: store,
            health,
        }
    }
}

/// For tests that keep their own handle, to make the store fail (see
/// [`memory::MemoryBackend::fail_next`]).
impl From<memory::MemoryBackend> for Backend {
    fn from(memory: memory::MemoryBackend) -> Backend {
        let health = memory.health();
        Backend::of(memory, health)
    }
}
