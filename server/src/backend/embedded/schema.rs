//! The database's tables and settings: made when there are none, read back and compared each time.
//!
//! A setting that SQLite does not take (a file system without shared memory keeps it from WAL) is
//! no warning: the promise "stored" depends on it.

use std::path::Path;
use std::time::Duration;

use rusqlite::{Connection, OpenFlags};

use super::folder::OpenError;

/// The version of the tables below. A database of a newer one is refused, never guessed at.
const VERSION: i64 = 1;
/// "peil" in ASCII, in the file's header: distinguishes a database of ours from any other.
const APPLICATION: i64 = 0x7065_696c;
const PATIENCE: Duration = Duration::from_secs(5);

const TABLES: &str = "
    -- The keys of the seals. No row ever leaves this table and all are of one size: a key is overwritten where it
    -- stands, so that it was nowhere else. Zeroes: free.
    CREATE TABLE seals (slot INTEGER PRIMARY KEY, key BLOB NOT NULL);

    -- A journal is its present generation; the others are on their way in (building) or out (gone).
    CREATE TABLE generations (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        room TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('present', 'building', 'gone')),
        slot INTEGER NOT NULL
    );
    CREATE UNIQUE INDEX present_generation ON generations (room) WHERE state = 'present';

    -- Append-only, but for generations that are gone. Sequences are dense: a gap is damage.
    CREATE TABLE records (
        generation INTEGER NOT NULL,
        seq INTEGER NOT NULL,
        at_ms INTEGER NOT NULL,
        checksum INTEGER NOT NULL,
        body BLOB NOT NULL,
        PRIMARY KEY (generation, seq)
    ) WITHOUT ROWID;

    CREATE TABLE documents (
        version INTEGER PRIMARY KEY AUTOINCREMENT,
        key TEXT NOT NULL UNIQUE,
        slot INTEGER NOT NULL,
        checksum INTEGER NOT NULL,
        body BLOB NOT NULL
    );
";

/// What must be true of the writer's connection, as SQLite reads it back.
const SETTINGS: [(&str, &str, &str); 8] = [
    ("journal_mode", "WAL", "wal"),
    // An fsync before every commit is answered; NORMAL would lose the last ones with the power.
    ("synchronous", "FULL", "2"),
    // On macOS an fsync does not reach the disk; elsewhere these two change nothing.
    ("fullfsync", "ON", "1"),
    ("checkpoint_fullfsync", "ON", "1"),
    // What is overwritten or freed is overwritten with zeroes; the keys of the seals count on it.
    ("secure_delete", "ON", "1"),
    // No copies of anything in temporary files.
    ("temp_store", "MEMORY", "2"),
    // The writer moves the log into the database itself, after it has answered.
    ("wal_autocheckpoint", "0", "0"),
    ("cell_size_check", "ON", "1"),
];

/// Opens, or makes, the database for the one who writes.
pub(super) fn open_to_write(database: &Path) -> Result<Connection, OpenError> {
    let connection = connect(database, OpenFlags::SQLITE_OPEN_CREATE)?;
    let failed = |cause| broken(database, cause);
    let (application, version) = identity(&connection).map_err(failed)?;
    check_identity(database, &connection, application, version)?;
    for (setting, wanted, read_back) in SETTINGS {
        set(&connection, setting, wanted, read_back).map_err(failed)??;
    }
    if version == 0 {
        make_tables(&connection).map_err(failed)?;
    }
    Ok(connection)
}

/// Opens a database that is there, beside whoever writes, with a look at what it is.
pub(super) fn open_beside(database: &Path) -> Result<Connection, OpenError> {
    if !database.is_file() {
        return Err(missing(database));
    }
    let connection = open_to_read(database).map_err(|cause| broken(database, cause))?;
    let (application, version) = identity(&connection).map_err(|cause| broken(database, cause))?;
    check_identity(database, &connection, application, version)?;
    match version {
        0 => Err(missing(database)),
        _ => Ok(connection),
    }
}

/// One more connection for reading. It may write the files that SQLite keeps beside the database (a
/// reader can't do without them when no server runs), never the database.
pub(super) fn open_to_read(database: &Path) -> rusqlite::Result<Connection> {
    let connection = connect_raw(database, OpenFlags::empty())?;
    connection.execute_batch("PRAGMA query_only = ON; PRAGMA cell_size_check = ON;")?;
    Ok(connection)
}

fn connect(database: &Path, more: OpenFlags) -> Result<Connection, OpenError> {
    connect_raw(database, more).map_err(|cause| broken(database, cause))
}

fn connect_raw(database: &Path, more: OpenFlags) -> rusqlite::Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX | more;
    let connection = Connection::open_with_flags(database, flags)?;
    connection.busy_timeout(PATIENCE)?;
    Ok(connection)
}

fn identity(connection: &Connection) -> rusqlite::Result<(i64, i64)> {
    let number = |pragma| connection.pragma_query_value(None, pragma, |row| row.get(0));
    Ok((number("application_id")?, number("user_version")?))
}

fn check_identity(
    database: &Path,
    connection: &Connection,
    application: i64,
    version: i64,
) -> Result<(), OpenError> {
    let tables = "SELECT count(*) FROM sqlite_schema";
    let tables: i64 = connection
        .query_row(tables, [], |row| row.get(0))
        .map_err(|cause| broken(database, cause))?;
    let fresh = tables == 0 && version == 0 && application == 0;
    if !fresh && application != APPLICATION {
        return Err(OpenError::Foreign {
            database: database.to_owned(),
        });
    }
    match version > VERSION {
        true => Err(OpenError::Newer {
            found: version,
            known: VERSION,
        }),
        false => Ok(()),
    }
}

fn set(
    connection: &Connection,
    setting: &'static str,
    wanted: &str,
    read_back: &str,
) -> rusqlite::Result<Result<(), OpenError>> {
    connection.execute_batch(&format!("PRAGMA {setting} = {wanted};"))?;
    let found = connection.pragma_query_value(None, setting, |row| {
        Ok(match row.get_ref(0)? {
            rusqlite::types::ValueRef::Integer(number) => number.to_string(),
            other => other.as_str().unwrap_or("unreadable").to_owned(),
        })
    })?;
    Ok(match found == read_back {
        true => Ok(()),
        false => Err(OpenError::Setting {
            setting,
            wanted: read_back.to_owned(),
            found,
        }),
    })
}

/// In one transaction: a crash leaves either no tables or all of them, with their version.
fn make_tables(connection: &Connection) -> rusqlite::Result<()> {
    connection.execute_batch(&format!(
        "BEGIN IMMEDIATE; {TABLES} PRAGMA application_id = {APPLICATION}; PRAGMA user_version = {VERSION}; COMMIT;"
    ))
}

fn missing(database: &Path) -> OpenError {
    OpenError::Missing {
        folder: database.parent().unwrap_or(database).to_owned(),
    }
}

fn broken(database: &Path, cause: rusqlite::Error) -> OpenError {
    OpenError::Database {
        database: database.to_owned(),
        cause: cause.to_string(),
    }
}
