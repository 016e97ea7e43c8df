//! What can go wrong in a store of any kind, before it becomes the error of the one trait or the
//! other.

use std::sync::Arc;

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum StorageError {
    DiskFull,
    /// Another program holds the database; later it may work.
    Locked,
    /// What is on disk is not what was written there.
    Damaged,
    ReadOnly,
    Closed,
    /// A write failed and left it open what is on disk.
    Broken(Arc<str>),
}
