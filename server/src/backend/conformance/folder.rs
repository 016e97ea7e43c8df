//! What the data folder promises: it outlives the process, belongs to one server, and says so when it is another's.

use std::fs;
use std::path::Path;

use super::*;
use crate::backend::{DocumentError, Health, NotStored, OpenError};

fn folder() -> TempDir {
    tempfile::tempdir().expect("a temporary folder")
}

fn open(folder: &Path) -> Backend {
    Backend::open(folder).expect("the folder opens")
}

#[track_caller]
fn refused(opened: Result<Backend, OpenError>) -> OpenError {
    match opened {
        Ok(_) => panic!("it opened"),
        Err(error) => error,
    }
}

#[tokio::test]
async fn a_reopened_folder_has_everything() {
    let folder = folder();
    let backend = open(folder.path());
    for room in ["a", "b"] {
        create(&backend, room, room).await;
        append(&backend, room, "more").await;
    }
    backend.journal.drop_room("b").await.expect("dropped");
    let version = backend.documents.create("key", bytes("body")).await.expect("made");
    let before = all(&*backend.journal, "a").await.expect("readable");
    drop(backend);
    let backend = open(folder.path());
    let after = all(&*backend.journal, "a").await.expect("readable");
    assert_eq!(before, after);
    assert_eq!(backend.journal.rooms().await, Ok(vec!["a".to_owned()]));
    let found = backend.documents.get("key").await.expect("readable").expect("there");
    assert_eq!((found.version, found.body), (version, bytes("body")));
    let next = append(&backend, "a", "again").await;
    assert!(after.iter().all(|record| record.seq < next));
}

#[tokio::test]
async fn a_second_server_is_refused() {
    let folder = folder();
    let backend = open(folder.path());
    let error = refused(Backend::open(folder.path())).to_string();
    let process = format!("process {}", std::process::id());
    assert!(error.contains("in use by another peil") && error.contains(&process), "{error}");
    drop(backend);
    open(folder.path());
}

#[tokio::test]
async fn a_missing_folder_is_made_for_its_owner_only() {
    use std::os::unix::fs::PermissionsExt;
    let folder = folder();
    let inner = folder.path().join("new/data");
    open(&inner);
    let mode = fs::metadata(&inner).expect("there").permissions().mode();
    assert_eq!(mode & 0o077, 0);
}

#[test]
fn a_file_in_place_of_the_folder_is_refused() {
    let folder = folder();
    let file = folder.path().join("file");
    fs::write(&file, "x").expect("written");
    assert!(matches!(refused(Backend::open(&file)), OpenError::Folder { .. }));
}

#[tokio::test]
async fn a_newer_database_is_refused() {
    let folder = folder();
    create(&open(folder.path()), "room", "a").await;
    raw(folder.path()).pragma_update(None, "user_version", 2).expect("set");
    for opened in [Backend::open(folder.path()), Backend::open_to_read(folder.path())] {
        let error = refused(opened);
        assert!(matches!(error, OpenError::Newer { found: 2, known: 1 }), "{error}");
    }
    raw(folder.path()).pragma_update(None, "user_version", 1).expect("set");
    assert_eq!(open(folder.path()).journal.head("room").await, Ok(Some(1)));
}

#[test]
fn a_database_of_something_else_is_refused() {
    let folder = folder();
    raw(folder.path()).execute_batch("CREATE TABLE theirs (x)").expect("made");
    assert!(matches!(refused(Backend::open(folder.path())), OpenError::Foreign { .. }));
    fs::write(folder.path().join("peil.db"), "no database at all".repeat(99)).expect("written");
    assert!(matches!(refused(Backend::open(folder.path())), OpenError::Database { .. }));
}

#[tokio::test(flavor = "multi_thread")]
async fn one_can_read_beside_a_running_server() {
    let folder = folder();
    let server = open(folder.path());
    create(&server, "room", "a").await;
    server.documents.create("key", bytes("body")).await.expect("made");
    let reader = Backend::open_to_read(folder.path()).expect("opens");
    let mut following = reader.journal.follow("room", 0);
    assert_eq!(next_body(&mut following).await, "a");
    append(&server, "room", "b").await;
    assert_eq!(within(next_body(&mut following)).await, "b");
    let found = reader.documents.get("key").await.expect("readable").expect("there");
    assert_eq!(found.body, bytes("body"));
    // Nor does a reader keep the server from erasing.
    let erased = server.journal.drop_room("room").await;
    assert_eq!(erased, Ok(()));
}

#[tokio::test]
async fn one_can_read_without_a_server() {
    let folder = folder();
    let error = refused(Backend::open_to_read(folder.path()));
    assert!(matches!(error, OpenError::Missing { .. }), "{error}");
    create(&open(folder.path()), "room", "a").await;
    let reader = Backend::open_to_read(folder.path()).expect("opens");
    let records = all(&*reader.journal, "room").await.expect("readable");
    assert_eq!(text(&records[0]), "a");
}

#[tokio::test]
async fn a_reader_writes_nothing() {
    let folder = folder();
    create(&open(folder.path()), "room", "a").await;
    let reader = Backend::open_to_read(folder.path()).expect("opens");
    let refused = Appended::NotStored(NotStored::ReadOnly);
    assert_eq!(reader.journal.append("room", bytes("b")).await, refused);
    assert_eq!(reader.journal.create("new", bytes("b")).await, refused);
    assert_eq!(reader.journal.drop_room("room").await, Err(JournalError::ReadOnly));
    let rewritten = reader.journal.rewrite("room", Box::new(|r| r.body.clone())).await;
    assert_eq!(rewritten, Err(JournalError::ReadOnly));
    let put = reader.documents.create("key", bytes("b")).await;
    assert_eq!(put, Err(DocumentError::ReadOnly));
    assert_eq!(*reader.health().borrow(), Health::Good);
}

/// A look at the database past the store. Only while no store of this process has it open: closing a file gives up
/// all locks that a process has on it.
pub(super) fn raw(folder: &Path) -> rusqlite::Connection {
    rusqlite::Connection::open(folder.join("peil.db")).expect("the database opens")
}
