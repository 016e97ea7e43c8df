//! The data folder: that it is there, and that one server at a time writes in it.
//!
//! The lock is a file lock on `peil.lock`, so it goes with the process, however that ends. What is
//! in the file (the holder's process number) is only there for messages.

use std::fs::{self, DirBuilder, File, TryLockError};
use std::io::{self, Read, Seek, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

use super::modes::OWNER_ALONE;

const LOCK: &str = "peil.lock";

/// Why a data folder could not be opened, in sentences for whoever started the program.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    #[error("the data folder {folder} can't be used: {cause}")]
    Folder { folder: PathBuf, cause: io::Error },
    #[error(
        "the data folder {folder} is in use by another peil (process {holder}): stop that one first, or give this one \
         a folder of its own with --data"
    )]
    Taken { folder: PathBuf, holder: String },
    #[error("there is no peil data in {folder}: give the folder of the server with --data")]
    Missing { folder: PathBuf },
    #[error(
        "the data was written by a newer peil (data version {found}, this one knows {known}): start the newer one, or \
         go back to the copy that was made before the update"
    )]
    Newer { found: i64, known: i64 },
    #[error("{database} is a database, but not one of peil")]
    Foreign { database: PathBuf },
    #[error(
        "SQLite does not do what durability needs: {setting} should be {wanted} and is {found} (is the data folder on \
         a network drive?)"
    )]
    Setting {
        setting: &'static str,
        wanted: String,
        found: String,
    },
    #[error("the disk of {folder} is full: make room there, then start again")]
    Full { folder: PathBuf },
    #[error("{database} can't be opened: {cause}")]
    Database { database: PathBuf, cause: String },
}

/// A data folder that this process has for itself, as long as this lives.
pub(super) struct DataFolder {
    pub path: PathBuf,
    _lock: File,
}

impl DataFolder {
    pub fn take(path: &Path) -> Result<DataFolder, OpenError> {
        make(path).map_err(|cause| cannot(path, cause))?;
        let mut lock = File::options()
            .read(true)
            .write(true)
            .create(true)
            .truncate(false)
            .mode(OWNER_ALONE)
            .open(path.join(LOCK))
            .map_err(|cause| cannot(path, cause))?;
        match lock.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(taken(path, &mut lock)),
            Err(TryLockError::Error(cause)) => return Err(cannot(path, cause)),
        }
        write_holder(&mut lock).map_err(|cause| cannot(path, cause))?;
        Ok(DataFolder {
            path: path.to_owned(),
            _lock: lock,
        })
    }

    /// Makes the names in the folder durable; what is in the files, SQLite sees to.
    pub fn sync(&self) -> Result<(), OpenError> {
        let parent = self.path.parent().filter(|p| !p.as_os_str().is_empty());
        [Some(self.path.as_path()), parent]
            .into_iter()
            .flatten()
            .try_for_each(|folder| File::open(folder)?.sync_all())
            .map_err(|cause| cannot(&self.path, cause))
    }
}

/// The folder holds secrets and answers: it is for its owner only.
fn make(path: &Path) -> io::Result<()> {
    DirBuilder::new().recursive(true).mode(0o700).create(path)?;
    match fs::metadata(path)?.is_dir() {
        true => Ok(()),
        false => Err(io::ErrorKind::NotADirectory.into()),
    }
}

/// A full disk must not keep a server from starting: without the number the lock holds as well.
fn write_holder(lock: &mut File) -> io::Result<()> {
    lock.set_len(0)?;
    match write!(lock, "{}", std::process::id()) {
        Err(cause) if cause.kind() == io::ErrorKind::StorageFull => Ok(()),
        written => written,
    }
}

fn taken(path: &Path, lock: &mut File) -> OpenError {
    let mut holder = String::new();
    let read = lock
        .rewind()
        .and_then(|()| lock.read_to_string(&mut holder));
    if read.is_err() || holder.is_empty() {
        holder = "unknown".to_owned();
    }
    OpenError::Taken {
        folder: path.to_owned(),
        holder,
    }
}

fn cannot(path: &Path, cause: io::Error) -> OpenError {
    OpenError::Folder {
        folder: path.to_owned(),
        cause,
    }
}
