//! The store in the data folder: SQLite, one writer, nothing to install.
//!
//! - One thread writes ([`writer`]). It gathers whatever waits, of all rooms, into one transaction:
//!   one fsync, however many votes. Readers have connections of their own ([`readers`]) and never
//!   wait for the writer, nor it for them.
//! - The folder belongs to one server at a time ([`folder`]); others may read beside it.
//! - Bodies are stored under a seal whose key is overwritten when they are to be gone ([`seal`]):
//!   that is what makes "erased" true in a file that moves its contents about.
//!
//! It does not know what is in a body, and no type of SQLite leaves this folder.

use std::path::Path;
use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};

use bytes::Bytes;
use futures_util::future::{self, BoxFuture, FutureExt};
use futures_util::stream::BoxStream;
use tokio::sync::{oneshot, watch};

mod backup;
mod change;
mod emptying;
mod erase;
mod folder;
mod ledger;
pub(super) mod modes;
mod probe;
mod read;
mod read_failure;
mod readers;
mod schema;
mod seal;
mod storage_error;
mod writer;

pub use backup::{BackupError, backup};
pub use folder::OpenError;
pub use modes::{Exposed, exposed};

use super::documents::{Document, DocumentError, Documents};
use super::follow::{self, ChangeFeed, JournalFollowers};
use super::journal::{
    Appended, Followed, Journal, JournalError, NotStored, Record, Transform, Verified,
};
use super::storage_error::StorageError;
use super::{BODY_LIMIT_BYTES, Health};
use change::{DocumentChange, DocumentJob, ExpectedHead, RecordJob, StoreChange};
use erase::Chore;
use folder::DataFolder;
use readers::Readers;
use writer::{Job, WriterHandle};

/// The database inside the data folder.
const DATABASE: &str = "peil.db";

pub(super) struct Embedded {
    /// `None` when open for reading only.
    writer: Option<WriterHandle>,
    readers: Arc<Readers>,
    followers: Arc<JournalFollowers>,
}

impl Embedded {
    pub fn open(path: &Path) -> Result<(Embedded, watch::Receiver<Health>), OpenError> {
        let folder = DataFolder::take(path)?;
        let database = path.join(DATABASE);
        modes::narrow(path);
        // Where that fails, SQLite says why.
        let _made = modes::make_database(&database);
        let connection =
            schema::open_to_write(&database).map_err(|error| say_if_full(path, error))?;
        folder.sync()?;
        let followers = JournalFollowers::open();
        let (writer, health) = WriterHandle::start(connection, folder, followers.clone())?;
        let store = Embedded {
            writer: Some(writer),
            readers: Readers::of(database),
            followers,
        };
        Ok((store, health))
    }

    pub fn open_to_read(path: &Path) -> Result<(Embedded, watch::Receiver<Health>), OpenError> {
        let database = path.join(DATABASE);
        let readers = Readers::of(database.clone());
        readers.keep(schema::open_beside(&database)?);
        let store = Embedded {
            writer: None,
            readers,
            followers: JournalFollowers::open(),
        };
        Ok((store, watch::Sender::new(Health::Good).subscribe()))
    }

    /// Queues a job now and answers when the writer has; `lost` if it died meanwhile.
    fn ask<T: Send + 'static>(
        &self,
        job: impl FnOnce(oneshot::Sender<T>) -> Job,
        refused: impl FnOnce(StorageError) -> T + Send + 'static,
    ) -> BoxFuture<'static, T> {
        let Some(writer) = &self.writer else {
            return future::ready(refused(StorageError::ReadOnly)).boxed();
        };
        let (reply, answer) = oneshot::channel();
        if !writer.queue(job(reply)) {
            return future::ready(refused(StorageError::Closed)).boxed();
        }
        async {
            match answer.await {
                Ok(answer) => answer,
                Err(_) => refused(StorageError::Broken("the writer is gone".into())),
            }
        }
        .boxed()
    }

    fn store(
        &self,
        room: &str,
        body: Bytes,
        expected: ExpectedHead,
    ) -> BoxFuture<'static, Appended> {
        if body.len() > BODY_LIMIT_BYTES {
            return future::ready(Appended::NotStored(NotStored::TooLarge)).boxed();
        }
        let room = room.into();
        self.ask(
            |reply| {
                Job::Change(StoreChange::Record(RecordJob::new(
                    room, body, expected, reply,
                )))
            },
            Appended::from,
        )
    }

    fn change(
        &self,
        key: &str,
        change: DocumentChange,
    ) -> BoxFuture<'static, Result<u64, DocumentError>> {
        if change.body_bytes() > BODY_LIMIT_BYTES {
            return future::ready(Err(DocumentError::TooLarge)).boxed();
        }
        let key: Arc<str> = key.into();
        let named = key.clone();
        self.ask(
            |reply| Job::Change(StoreChange::Document(DocumentJob::new(key, change, reply))),
            move |error| Err(DocumentError::from_storage_error(error, &named)),
        )
    }

    fn chore(
        &self,
        room: &str,
        chore: impl FnOnce(Arc<str>, erase::ErasureReply) -> Chore,
    ) -> BoxFuture<'static, Result<(), JournalError>> {
        let room: Arc<str> = room.into();
        let named = room.clone();
        self.ask(
            |reply| Job::Chore(chore(room, reply)),
            move |error| Err(JournalError::from_storage_error(error, &named, 0)),
        )
    }
}

impl Journal for Embedded {
    fn create(&self, room: &str, body: Bytes) -> BoxFuture<'static, Appended> {
        self.store(room, body, ExpectedHead::First)
    }

    fn append(&self, room: &str, body: Bytes) -> BoxFuture<'static, Appended> {
        self.store(room, body, ExpectedHead::Next)
    }

    fn follow(&self, room: &str, after: u64) -> BoxStream<'static, Result<Followed, JournalError>> {
        let feed = match self.writer {
            Some(_) => ChangeFeed::subscribe(&self.followers, room.into()),
            None => ChangeFeed::polling(room.into()),
        };
        follow::follow(self.readers.clone(), feed, after)
    }

    fn head(&self, room: &str) -> BoxFuture<'static, Result<Option<u64>, JournalError>> {
        let room: Arc<str> = room.into();
        self.readers
            .journal(room.clone(), 0, move |c| read::head(c, &room))
    }

    fn rewrite(
        &self,
        room: &str,
        transform: Transform,
    ) -> BoxFuture<'static, Result<(), JournalError>> {
        self.chore(room, |room, reply| Chore::rewrite(room, transform, reply))
    }

    fn import(
        &self,
        room: &str,
        records: Vec<Record>,
    ) -> BoxFuture<'static, Result<(), JournalError>> {
        self.chore(room, |room, reply| Chore::import(room, records, reply))
    }

    fn drop_room(&self, room: &str) -> BoxFuture<'static, Result<(), JournalError>> {
        self.chore(room, Chore::drop_room)
    }

    fn rooms(&self) -> BoxFuture<'static, Result<Vec<String>, JournalError>> {
        self.readers.journal("".into(), 0, read::rooms)
    }

    fn newest_ms(&self) -> BoxFuture<'static, Result<Option<u64>, JournalError>> {
        self.readers.journal("".into(), 0, read::newest_ms)
    }

    fn verify(&self, room: &str) -> BoxFuture<'static, Result<Verified, JournalError>> {
        read::verify(self.readers.clone(), room.into()).boxed()
    }
}

impl Documents for Embedded {
    fn get(&self, key: &str) -> BoxFuture<'static, Result<Option<Document>, DocumentError>> {
        let key: Arc<str> = key.into();
        self.readers
            .documents(key.clone(), move |c| read::document(c, &key))
    }

    fn create(&self, key: &str, body: Bytes) -> BoxFuture<'static, Result<u64, DocumentError>> {
        self.change(key, DocumentChange::Create { body })
    }

    fn put(
        &self,
        key: &str,
        expected: u64,
        body: Bytes,
    ) -> BoxFuture<'static, Result<u64, DocumentError>> {
        self.change(key, DocumentChange::Put { expected, body })
    }

    fn delete(&self, key: &str) -> BoxFuture<'static, Result<(), DocumentError>> {
        let deleted = self.change(key, DocumentChange::Delete);
        async { deleted.await.map(|_| ()) }.boxed()
    }

    fn list(&self, prefix: &str) -> BoxFuture<'static, Result<Vec<(String, u64)>, DocumentError>> {
        let prefix: Arc<str> = prefix.into();
        self.readers
            .documents(prefix.clone(), move |c| read::keys(c, &prefix))
    }
}

/// On a full disk SQLite can't make the files beside the database, and calls that an error of the
/// disk.
fn say_if_full(path: &Path, error: OpenError) -> OpenError {
    match error {
        OpenError::Database { .. } if !probe::has_room(path) => OpenError::Full {
            folder: path.to_owned(),
        },
        error => error,
    }
}

/// Unix milliseconds by this machine's clock, which may be set back.
pub(super) fn now_ms() -> u64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    since.map_or(0, |since| since.as_millis() as u64)
}
