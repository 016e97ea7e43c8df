//! Connections for reading: a few, kept open, used on the runtime's blocking threads.
//!
//! No read keeps its snapshot longer than one page or one document, so none can keep the writer
//! from emptying its log.

use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

use futures_util::future::{BoxFuture, FutureExt};
use rusqlite::Connection;
use tokio::sync::Semaphore;

use super::read_failure::ReadFailure;
use super::{DocumentError, JournalError, StorageError, schema};

/// Reads under way at once.
const CONNECTIONS: usize = 4;

pub(super) struct Readers {
    database: PathBuf,
    permits: Arc<Semaphore>,
    idle: Mutex<Vec<Connection>>,
}

impl Readers {
    pub fn of(database: PathBuf) -> Arc<Readers> {
        Arc::new(Readers {
            database,
            permits: Arc::new(Semaphore::new(CONNECTIONS)),
            idle: Mutex::default(),
        })
    }

    pub fn keep(&self, connection: Connection) {
        let mut idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        idle.push(connection);
    }

    /// Reads of a journal; `seq` is the record that is wanted first, for what is said of damage.
    pub fn journal<T: Send + 'static>(
        self: &Arc<Self>,
        room: Arc<str>,
        seq: u64,
        read: impl FnOnce(&Connection) -> Result<T, ReadFailure> + Send + 'static,
    ) -> BoxFuture<'static, Result<T, JournalError>> {
        let readers = self.clone();
        async move {
            let read = readers.read(read).await;
            read.map_err(|unread| match unread {
                // A read that fails leaves no doubt about what is stored.
                ReadFailure::Storage(StorageError::Broken(cause)) => {
                    JournalError::Unreadable(cause.to_string())
                }
                unread => unread.of_journal(&room, seq),
            })
        }
        .boxed()
    }

    pub fn documents<T: Send + 'static>(
        self: &Arc<Self>,
        key: Arc<str>,
        read: impl FnOnce(&Connection) -> Result<T, ReadFailure> + Send + 'static,
    ) -> BoxFuture<'static, Result<T, DocumentError>> {
        let readers = self.clone();
        async move {
            readers.read(read).await.map_err(|unread| match unread {
                ReadFailure::Storage(StorageError::Broken(cause)) => {
                    DocumentError::Unreadable(cause.to_string())
                }
                ReadFailure::Storage(error) => DocumentError::from_storage_error(error, &key),
                ReadFailure::DamagedRecord(_) | ReadFailure::NoSuchRoom | ReadFailure::Exists => {
                    DocumentError::from_storage_error(StorageError::Damaged, &key)
                }
            })
        }
        .boxed()
    }

    async fn read<T: Send + 'static>(
        self: Arc<Self>,
        read: impl FnOnce(&Connection) -> Result<T, ReadFailure> + Send + 'static,
    ) -> Result<T, ReadFailure> {
        let permit = self.permits.clone().acquire_owned().await;
        let permit = permit.expect("the semaphore is never closed");
        let reading = tokio::task::spawn_blocking(move || {
            let connection = self.connection()?;
            let value = read(&connection);
            self.keep(connection);
            drop(permit);
            value
        });
        reading
            .await
            .unwrap_or_else(|stopped| Err(StorageError::Broken(stopped.to_string().into()).into()))
    }

    fn connection(&self) -> rusqlite::Result<Connection> {
        let idle = self
            .idle
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .pop();
        match idle {
            Some(connection) => Ok(connection),
            None => schema::open_to_read(&self.database),
        }
    }
}
