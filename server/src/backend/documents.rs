//! Documents: whatever is looked up by its key and replaced as a whole.
//!
//! Keys are paths like `decks/4f…`; they stay readable in the store's files, so names and addresses
//! of people belong into bodies. What is in a body, nobody here knows.

use bytes::Bytes;
use futures_util::future::BoxFuture;

use super::storage_error::StorageError;

/// Changes are stored durably before they are answered, and are queued when the method is called.
pub trait Documents: Send + Sync {
    fn get(&self, key: &str) -> BoxFuture<'static, Result<Option<Document>, DocumentError>>;

    /// Stores a new document and answers its version; [`DocumentError::Exists`] if there is one of
    /// this key.
    fn create(&self, key: &str, body: Bytes) -> BoxFuture<'static, Result<u64, DocumentError>>;

    /// Replaces a document if it still has the `expected` version, and answers the new one; else
    /// [`DocumentError::Changed`]. A version is never used twice, also not by a document made again
    /// under a key.
    fn put(
        &self,
        key: &str,
        expected: u64,
        body: Bytes,
    ) -> BoxFuture<'static, Result<u64, DocumentError>>;

    /// Removes a document; no document is `Ok` too. When this answers `Ok`, nothing can bring the
    /// body back, nor an earlier body of it, from the store's files.
    fn delete(&self, key: &str) -> BoxFuture<'static, Result<(), DocumentError>>;

    /// The keys that begin with `prefix`, sorted by their bytes, each with the version that its
    /// document has now.
    fn list(&self, prefix: &str) -> BoxFuture<'static, Result<Vec<(String, u64)>, DocumentError>>;
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    pub version: u64,
    pub body: Bytes,
}

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DocumentError {
    #[error("there is a document of this key already")]
    Exists,
    /// `found` is the version it has now; `None`: it is gone.
    #[error("the document was changed meanwhile")]
    Changed { found: Option<u64> },
    #[error("this is more than {} bytes", super::BODY_LIMIT_BYTES)]
    TooLarge,
    #[error("document {key} is damaged")]
    Corrupt { key: String },
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

impl DocumentError {
    pub(super) fn from_storage_error(error: StorageError, key: &str) -> DocumentError {
        match error {
            StorageError::DiskFull => DocumentError::DiskFull,
            StorageError::Locked => DocumentError::Locked,
            StorageError::Damaged => DocumentError::Corrupt {
                key: key.to_owned(),
            },
            StorageError::ReadOnly => DocumentError::ReadOnly,
            StorageError::Closed => DocumentError::Closed,
            StorageError::Broken(_) => DocumentError::Unknown,
        }
    }
}
