//! SQLite's errors, sorted by what one can do about them.

use rusqlite::{Error, ErrorCode};

use super::Trouble;

impl From<Error> for Trouble {
    fn from(error: Error) -> Trouble {
        if let Error::FromSqlConversionFailure(..)
        | Error::InvalidColumnType(..)
        | Error::IntegralValueOutOfRange(..)
        | Error::Utf8Error(..) = error
        {
            return Trouble::Damaged;
        }
        match error.sqlite_error_code() {
            // SQLite reports this for ENOSPC of a write only, where nothing of the transaction can be on disk as
            // committed. A full disk that shows first at the fsync is an IO error, and falls below.
            Some(ErrorCode::DiskFull) => Trouble::DiskFull,
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Trouble::Locked,
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => Trouble::Damaged,
            _ => Trouble::Broken(error.to_string().into()),
        }
    }
}
