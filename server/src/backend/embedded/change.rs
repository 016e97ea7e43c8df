//! The small changes, of which many share one transaction: a record, a document.
//!
//! A change that can't be done for a reason of its own (there is no such room) says so in its
//! answer and leaves the transaction alone; an error of the database ends the transaction for all
//! that are in it.

use std::sync::Arc;

use bytes::Bytes;
use rusqlite::OptionalExtension;
use tokio::sync::oneshot;

use super::ledger::Ledger;
use super::seal::{Position, Seal};
use super::{Appended, DocumentError, NotStored, StorageError};
use crate::backend::Record;

/// What deleting nothing answers; versions begin at 1.
const NO_VERSION: u64 = 0;

pub(super) enum StoreChange {
    Record(RecordJob),
    Document(DocumentJob),
}

pub(super) struct RecordJob {
    pub room: Arc<str>,
    body: Bytes,
    expected: ExpectedHead,
    reply: oneshot::Sender<Appended>,
    pub done: Result<StoredRecord, NotStored>,
}

pub(super) enum ExpectedHead {
    First,
    Next,
}

#[derive(Clone)]
pub(super) struct StoredRecord {
    pub generation: u64,
    pub record: Record,
}

pub(super) struct DocumentJob {
    key: Arc<str>,
    change: DocumentChange,
    reply: oneshot::Sender<Result<u64, DocumentError>>,
    done: Result<u64, DocumentError>,
}

pub(super) enum DocumentChange {
    Create { body: Bytes },
    Put { expected: u64, body: Bytes },
    Delete,
}

/// What a change leaves behind in the log.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum LogResidue {
    Nothing,
    /// An old version that nobody was promised to be rid of at once.
    OldVersion,
    /// Something that must be gone before this is answered.
    Erased,
}

impl StoreChange {
    pub fn execute(&mut self, ledger: &mut Ledger) -> Result<(), StorageError> {
        match self {
            StoreChange::Record(job) => job.execute(ledger),
            StoreChange::Document(job) => job.execute(ledger),
        }
    }

    pub fn body_bytes(&self) -> usize {
        match self {
            StoreChange::Record(job) => job.body.len(),
            StoreChange::Document(job) => job.change.body_bytes(),
        }
    }

    /// Whether something was written.
    pub fn has_written(&self) -> bool {
        match self {
            StoreChange::Record(job) => job.done.is_ok(),
            StoreChange::Document(job) => job
                .done
                .as_ref()
                .is_ok_and(|version| *version != NO_VERSION),
        }
    }

    pub fn leaves(&self) -> LogResidue {
        match self {
            StoreChange::Document(job) if job.done.is_ok() => match job.change {
                DocumentChange::Create { .. } => LogResidue::Nothing,
                DocumentChange::Put { .. } => LogResidue::OldVersion,
                DocumentChange::Delete => LogResidue::Erased,
            },
            _ => LogResidue::Nothing,
        }
    }

    /// Answers what was committed.
    pub fn settle(self) {
        // Whoever asked may have left: the change stands all the same.
        match self {
            StoreChange::Record(job) => {
                let _ = job.reply.send(match job.done {
                    Ok(stored) => Appended::Stored(stored.record.seq),
                    Err(why) => Appended::NotStored(why),
                });
            }
            StoreChange::Document(job) => {
                let _ = job.reply.send(job.done);
            }
        }
    }

    /// Answers what was not.
    pub fn refuse(self, error: StorageError) {
        match self {
            StoreChange::Record(job) => {
                let _ = job.reply.send(error.into());
            }
            StoreChange::Document(job) => {
                let error = DocumentError::from_storage_error(error, &job.key);
                let _ = job.reply.send(Err(error));
            }
        }
    }
}

impl RecordJob {
    pub fn new(
        room: Arc<str>,
        body: Bytes,
        expected: ExpectedHead,
        reply: oneshot::Sender<Appended>,
    ) -> RecordJob {
        RecordJob {
            room,
            body,
            expected,
            reply,
            done: Err(NotStored::Closed),
        }
    }

    fn execute(&mut self, ledger: &mut Ledger) -> Result<(), StorageError> {
        let mut head = match (&self.expected, ledger.head(&self.room)?) {
            (ExpectedHead::First, None) => ledger.begin_generation(&self.room, "present")?,
            (ExpectedHead::Next, Some(head)) => head,
            (ExpectedHead::First, Some(_)) => {
                self.done = Err(NotStored::Exists);
                return Ok(());
            }
            (ExpectedHead::Next, None) => {
                self.done = Err(NotStored::NoSuchRoom);
                return Ok(());
            }
        };
        let record = ledger.add_record(&self.room, &mut head, self.body.clone())?;
        self.done = Ok(StoredRecord {
            generation: head.generation as u64,
            record,
        });
        ledger.know_head(&self.room, head);
        Ok(())
    }
}

impl DocumentJob {
    pub fn new(
        key: Arc<str>,
        change: DocumentChange,
        reply: oneshot::Sender<Result<u64, DocumentError>>,
    ) -> DocumentJob {
        DocumentJob {
            key,
            change,
            reply,
            done: Err(DocumentError::Closed),
        }
    }

    fn execute(&mut self, ledger: &mut Ledger) -> Result<(), StorageError> {
        let found = find(ledger, &self.key)?;
        self.done = match (&self.change, found) {
            (DocumentChange::Create { .. }, Some(_)) => Err(DocumentError::Exists),
            (DocumentChange::Create { body }, None) => Ok(insert(ledger, &self.key, body)?),
            (DocumentChange::Put { expected, body }, Some(old)) if old.version == *expected => {
                remove(ledger, &old)?;
                Ok(insert(ledger, &self.key, body)?)
            }
            (DocumentChange::Put { .. }, found) => Err(DocumentError::Changed {
                found: found.map(|found| found.version),
            }),
            (DocumentChange::Delete, Some(old)) => {
                remove(ledger, &old).map(|()| Ok(old.version))?
            }
            (DocumentChange::Delete, None) => Ok(NO_VERSION),
        };
        Ok(())
    }
}

impl DocumentChange {
    pub fn body_bytes(&self) -> usize {
        match self {
            DocumentChange::Create { body } | DocumentChange::Put { body, .. } => body.len(),
            DocumentChange::Delete => 0,
        }
    }
}

struct FoundDocument {
    version: u64,
    slot: i64,
}

fn find(ledger: &Ledger, key: &str) -> Result<Option<FoundDocument>, StorageError> {
    let mut statement = ledger
        .connection()
        .prepare_cached("SELECT version, slot FROM documents WHERE key = ?1")?;
    let found = statement.query_row([key], |row| {
        Ok(FoundDocument {
            version: row.get::<_, i64>(0)? as u64,
            slot: row.get(1)?,
        })
    });
    Ok(found.optional()?)
}

fn insert(ledger: &mut Ledger, key: &str, body: &Bytes) -> Result<u64, StorageError> {
    let version = next_version(ledger)?;
    let seal = Seal::random();
    let slot = ledger.take_slot(&seal)?;
    let of = Position {
        name: key,
        number: version,
        at_ms: 0,
    };
    ledger
        .connection()
        .prepare_cached("INSERT INTO documents (version, key, slot, checksum, body) VALUES (?1, ?2, ?3, ?4, ?5)")?
        .execute((version as i64, key, slot, of.checksum(body), seal.apply(version, body)))?;
    Ok(version)
}

/// SQLite remembers the highest version there ever was, also of a document that is gone.
fn next_version(ledger: &Ledger) -> Result<u64, StorageError> {
    let mut statement = ledger
        .connection()
        .prepare_cached("SELECT seq FROM sqlite_sequence WHERE name = 'documents'")?;
    let last: Option<i64> = statement.query_row([], |row| row.get(0)).optional()?;
    Ok(last.unwrap_or(0) as u64 + 1)
}

fn remove(ledger: &mut Ledger, old: &FoundDocument) -> Result<(), StorageError> {
    ledger.free_slot(old.slot)?;
    ledger
        .connection()
        .prepare_cached("DELETE FROM documents WHERE version = ?1")?
        .execute([old.version as i64])?;
    Ok(())
}
