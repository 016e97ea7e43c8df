//! Who may read what lies in the data folder: its owner alone, whatever the folder and the umask
//! say.
//!
//! SQLite gives the files beside a database the mode of that one, and a database that it makes
//! itself what the umask leaves. So the database is made here, and what is there already is
//! narrowed. A folder that somebody made before may be open to others on purpose: it is reported,
//! and left alone.

use std::fs::{self, DirEntry, File, Metadata, Permissions};
use std::io::{self, Read};
use std::os::unix::fs::{OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};

/// What a file of ours may be: read and written by its owner.
pub(super) const OWNER_ALONE: u32 = 0o600;
const OTHERS: u32 = 0o077;
/// The first bytes of every SQLite database: copies have any name.
const SQLITE: &[u8] = b"SQLite format 3\0";

/// A data folder, or a file in it, that others than its owner may get at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exposed {
    pub path: PathBuf,
    /// Its permission bits.
    pub mode: u32,
}

/// Makes a database that is not there yet: an empty file is one.
pub(super) fn make_database(database: &Path) -> io::Result<()> {
    File::options()
        .write(true)
        .create(true)
        .truncate(false)
        .mode(OWNER_ALONE)
        .open(database)
        .map(drop)
}

/// Takes everybody else's rights from the files that are ours. What could not be narrowed is
/// [`exposed`] afterwards.
pub(in crate::backend) fn narrow(folder: &Path) {
    let Ok(entries) = fs::read_dir(folder) else {
        return;
    };
    for entry in entries.flatten().filter(is_ours) {
        // No link is followed: it may lead to what is not ours to change.
        let open = entry.metadata().is_ok_and(|file| mode(&file) & OTHERS != 0);
        if open {
            let _told_as_exposed =
                fs::set_permissions(entry.path(), Permissions::from_mode(OWNER_ALONE));
        }
    }
}

/// The folder and the files in it that others may get at.
///
/// # Errors
/// Where the folder can't be looked through.
pub fn exposed(folder: &Path) -> io::Result<Vec<Exposed>> {
    let files = fs::read_dir(folder)?
        .flatten()
        .filter(is_ours)
        .map(|entry| entry.path());
    let all = std::iter::once(folder.to_owned()).chain(files);
    let seen = all.filter_map(|path| {
        fs::metadata(&path).ok().map(|found| Exposed {
            path,
            mode: mode(&found),
        })
    });
    Ok(seen.filter(|found| found.mode & OTHERS != 0).collect())
}

fn mode(of: &Metadata) -> u32 {
    of.permissions().mode() & 0o7777
}

/// What peil wrote, by its name, and copies of the database under any.
fn is_ours(entry: &DirEntry) -> bool {
    let is_file = entry.file_type().is_ok_and(|kind| kind.is_file());
    is_file
        && (entry.file_name().as_encoded_bytes().starts_with(b"peil.")
            || is_database(&entry.path()))
}

fn is_database(path: &Path) -> bool {
    let mut first = [0; SQLITE.len()];
    File::open(path)
        .and_then(|mut file| file.read_exact(&mut first))
        .is_ok_and(|()| first == *SQLITE)
}
