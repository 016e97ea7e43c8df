//! The journal: a room's records, in one total order, for good.
//!
//! What it promises stands at the methods. It does not know what is in a body, and hands out no
//! connection, row or error of an implementation.

use bytes::Bytes;
use futures_util::future::BoxFuture;
use futures_util::stream::BoxStream;

use super::storage_error::StorageError;

/// Turns a record into the body it has in the next generation.
pub type Transform = Box<dyn Fn(&Record) -> Bytes + Send + Sync>;

/// A call is queued when the method is called, not when its future is first polled, and dropping
/// the future takes nothing back: a record may be stored though nobody waited for the answer.
/// Whoever wants an order between two appends waits for the first. One append in flight per room is
/// what bounds the memory of the queue.
pub trait Journal: Send + Sync {
    /// Begins a room's journal with its first record. [`NotStored::Exists`] if there is one.
    fn create(&self, room: &str, body: Bytes) -> BoxFuture<'static, Appended>;

    /// Stores one record at the end of the room's journal and stamps the time. What is `Stored`
    /// survives a crash of the process and a cut of the power.
    fn append(&self, room: &str, body: Bytes) -> BoxFuture<'static, Appended>;

    /// Begins a room's journal with records that another store kept, each with its sequence, time
    /// and body: all of them or none. Sequences are 1, 2, … without a gap.
    /// [`JournalError::Exists`] if the room has a journal.
    fn import(
        &self,
        room: &str,
        records: Vec<Record>,
    ) -> BoxFuture<'static, Result<(), JournalError>>;

    /// Every record with a sequence above `after`, in order, each exactly once: first what is
    /// stored, then what gets stored. It never ends while the room exists, except with
    /// [`Followed::Rewritten`] or an error, which are last. A follower that stops reading costs a
    /// bounded amount of memory and catches up from disk.
    ///
    /// `after` is a sequence of the generation the caller last followed to its end; a state that
    /// was folded from a stream that was dropped early begins again at 0, else it would miss a
    /// rewrite in between.
    fn follow(&self, room: &str, after: u64) -> BoxStream<'static, Result<Followed, JournalError>>;

    /// The sequence of the last stored record; `None` if there is no such journal.
    fn head(&self, room: &str) -> BoxFuture<'static, Result<Option<u64>, JournalError>>;

    /// Writes the next generation of a room's journal: every record with the body that `transform`
    /// makes of it, and sequence and time as they were. Followers of the old generation get
    /// [`Followed::Rewritten`]. An append that comes meanwhile is in the new generation too. When
    /// this answers `Ok`, nothing can bring the old bodies back from the store's files. `transform`
    /// may be called more than once per record and must not panic.
    fn rewrite(
        &self,
        room: &str,
        transform: Transform,
    ) -> BoxFuture<'static, Result<(), JournalError>>;

    /// Removes a room's journal; its followers get [`JournalError::NoSuchRoom`]. When this answers
    /// `Ok`, nothing can bring the bodies back from the store's files. Dropping a room that is not
    /// there is `Ok`: after an error one asks again.
    fn drop_room(&self, room: &str) -> BoxFuture<'static, Result<(), JournalError>>;

    /// The rooms that have a journal, sorted.
    fn rooms(&self) -> BoxFuture<'static, Result<Vec<String>, JournalError>>;

    /// When the newest record of all rooms was stored, as far as that can be read: a damaged
    /// journal tells nothing. `None` where there is no record.
    fn newest_ms(&self) -> BoxFuture<'static, Result<Option<u64>, JournalError>>;

    /// Reads a whole journal and checks every record.
    fn verify(&self, room: &str) -> BoxFuture<'static, Result<Verified, JournalError>>;
}

/// What became of an append.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Appended {
    /// On disk, with this sequence.
    Stored(u64),
    /// Not on disk, and it never will be.
    NotStored(NotStored),
    /// It may be on disk or not: what [`Journal::follow`] shows is what counts.
    Unknown,
}

/// Why a record was not stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotStored {
    #[error("there is no such room")]
    NoSuchRoom,
    #[error("there is a room of this name already")]
    Exists,
    #[error("the disk is full")]
    DiskFull,
    #[error("this is more than {} bytes", super::BODY_LIMIT_BYTES)]
    TooLarge,
    #[error("another program keeps the database locked")]
    Locked,
    #[error("the place in the database where this belongs is damaged")]
    Damaged,
    #[error("the store is open for reading only")]
    ReadOnly,
    #[error("the store is closed")]
    Closed,
}

/// One stored record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// Increases within a room, not necessarily by one.
    pub seq: u64,
    /// When the journal stored it, in Unix milliseconds by its own clock, which may step back.
    pub at_ms: u64,
    pub body: Bytes,
}

/// What a follower sees.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Followed {
    Record(Record),
    /// There is a next generation of this journal: begin again at 0. Nothing comes after this.
    Rewritten,
}

/// What [`Journal::verify`] found in a sound journal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Verified {
    pub records: u64,
    pub body_bytes: u64,
    pub last_seq: u64,
}

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum JournalError {
    #[error("there is no journal of room {room}")]
    NoSuchRoom { room: String },
    #[error("there is a journal of room {room} already")]
    Exists { room: String },
    #[error("record {seq} of room {room} is damaged")]
    Corrupt { room: String, seq: u64 },
    #[error("the disk is full")]
    DiskFull,
    #[error("another program keeps the database locked")]
    Locked,
    #[error("the store is open for reading only")]
    ReadOnly,
    #[error("the store is closed")]
    Closed,
    #[error("it is not known whether this was stored")]
    Unknown,
    #[error("the store can't be read: {0}")]
    Unreadable(String),
}

impl From<StorageError> for Appended {
    fn from(error: StorageError) -> Appended {
        Appended::NotStored(match error {
            StorageError::DiskFull => NotStored::DiskFull,
            StorageError::Locked => NotStored::Locked,
            StorageError::Damaged => NotStored::Damaged,
            StorageError::ReadOnly => NotStored::ReadOnly,
            StorageError::Closed => NotStored::Closed,
            StorageError::Broken(_) => return Appended::Unknown,
        })
    }
}

impl JournalError {
    /// `seq` is the record that was to be read or written when the trouble came.
    pub(super) fn from_storage_error(error: StorageError, room: &str, seq: u64) -> JournalError {
        let room = room.to_owned();
        match error {
            StorageError::DiskFull => JournalError::DiskFull,
            StorageError::Locked => JournalError::Locked,
            StorageError::Damaged => JournalError::Corrupt { room, seq },
            StorageError::ReadOnly => JournalError::ReadOnly,
            StorageError::Closed => JournalError::Closed,
            StorageError::Broken(_) => JournalError::Unknown,
        }
    }
}
