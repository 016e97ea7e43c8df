//! A copy of the whole store as it is at one moment, made beside a running server.
//!
//! SQLite copies page by page within one read transaction (`VACUUM INTO`), so writers go on and the
//! copy has every record that was acknowledged before it began, and none by half. The copy has the
//! seals' keys with it: what is erased later stays in it.

use std::fs::File;
use std::io;
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

use rusqlite::Connection;

use super::folder::OpenError;
use super::modes::OWNER_ALONE;
use super::{DATABASE, schema};

/// Why there is no copy.
#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    /// There is nothing to copy, or it can't be read.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// A copy is never written over another file.
    #[error("{} is there already; choose another name", .0.display())]
    Exists(PathBuf),
    /// It can't be written, or not kept.
    #[error("the copy can't be written to {}: {cause}", .file.display())]
    Write {
        file: PathBuf,
        #[source]
        cause: io::Error,
    },
    /// SQLite could not copy.
    #[error("the copy could not be made: {0}")]
    Copy(Box<dyn std::error::Error + Send + Sync>),
    /// The copy is not what it should be.
    #[error("the copy is damaged: {0}")]
    Damaged(String),
}

/// Copies the store of a data folder into a new file, and answers its size in bytes once the disk
/// has it.
///
/// # Errors
/// Every [`BackupError`]; then there is no file of that name.
pub fn backup(data: &Path, file: &Path) -> Result<u64, BackupError> {
    if file.exists() {
        return Err(BackupError::Exists(file.to_owned()));
    }
    let source = schema::open_beside(&data.join(DATABASE))?;
    let unfinished = unfinished(file);
    let made = copy(&source, &unfinished).and_then(|()| keep(&unfinished, file));
    if made.is_err() {
        // What is left of a copy that failed is of no use; that it can't be removed is clear from
        // the error already.
        let _removed = std::fs::remove_file(&unfinished);
    }
    made
}

fn copy(source: &Connection, unfinished: &Path) -> Result<(), BackupError> {
    let failed = |cause: rusqlite::Error| BackupError::Copy(cause.into());
    for_the_owner_alone(unfinished).map_err(|cause| BackupError::Write {
        file: unfinished.to_owned(),
        cause,
    })?;
    // Reading is all that this connection was opened for; a copy elsewhere is written by the same
    // one.
    source
        .execute_batch("PRAGMA query_only = OFF")
        .map_err(failed)?;
    source
        .execute("VACUUM INTO ?1", [unfinished.to_string_lossy()])
        .map_err(failed)?;
    let copy = Connection::open(unfinished).map_err(failed)?;
    let verdict: String = copy
        .query_row("PRAGMA integrity_check", [], |row| row.get(0))
        .map_err(failed)?;
    if verdict == "ok" {
        Ok(())
    } else {
        Err(BackupError::Damaged(verdict))
    }
}

/// Gives the copy its name once all of it is on disk.
fn keep(unfinished: &Path, file: &Path) -> Result<u64, BackupError> {
    let written = || -> io::Result<u64> {
        let copy = File::open(unfinished)?;
        copy.sync_all()?;
        std::fs::rename(unfinished, file)?;
        let folder = file
            .parent()
            .filter(|folder| !folder.as_os_str().is_empty())
            .unwrap_or(Path::new("."));
        File::open(folder)?.sync_all()?;
        Ok(copy.metadata()?.len())
    };
    written().map_err(|cause| BackupError::Write {
        file: file.to_owned(),
        cause,
    })
}

/// It holds what people answered. SQLite writes into an empty file that is there; one that a copy
/// before this one left may be open to others, so it is none of those.
fn for_the_owner_alone(file: &Path) -> io::Result<()> {
    match std::fs::remove_file(file) {
        Err(cause) if cause.kind() != io::ErrorKind::NotFound => Err(cause),
        _ => File::options()
            .write(true)
            .create_new(true)
            .mode(OWNER_ALONE)
            .open(file)
            .map(drop),
    }
}

fn unfinished(file: &Path) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".unfinished");
    name.into()
}
