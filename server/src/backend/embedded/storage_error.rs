//! SQLite's errors, sorted by what one can do about them.

use rusqlite::{Error, ErrorCode};

use super::StorageError;

impl From<Error> for StorageError {
    fn from(error: Error) -> StorageError {
        if let Error::FromSqlConversionFailure(..)
        | Error::InvalidColumnType(..)
        | Error::IntegralValueOutOfRange(..)
        | Error::Utf8Error(..) = error
        {
            return StorageError::Damaged;
        }
        match error.sqlite_error_code() {
            // SQLite reports this for ENOSPC of a write only, where nothing of the transaction can
            // be on disk as committed. A full disk that shows first at the fsync is an IO error,
            // and falls below.
            Some(ErrorCode::DiskFull) => StorageError::DiskFull,
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => StorageError::Locked,
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => StorageError::Damaged,
            _ => StorageError::Broken(error.to_string().into()),
        }
    }
}
