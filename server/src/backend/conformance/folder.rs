//! What the data folder promises: it outlives the process, belongs to one server, and says so when
//! it is another's.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use super::*;
use crate::backend::embedded::modes::narrow;
use crate::backend::{DocumentError, Health, NotStored, exposed};

fn folder() -> TempDir {
    tempfile::tempdir().expect("a temporary folder")
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
    let version = backend
        .documents
        .create("key", bytes("body"))
        .await
        .expect("made");
    let before = all(&*backend.journal, "a").await.expect("readable");
    drop(backend);
    let backend = open(folder.path());
    let after = all(&*backend.journal, "a").await.expect("readable");
    assert_eq!(before, after);
    assert_eq!(backend.journal.rooms().await, Ok(vec!["a".to_owned()]));
    let found = backend
        .documents
        .get("key")
        .await
        .expect("readable")
        .expect("there");
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
    assert!(
        error.contains("in use by another peil") && error.contains(&process),
        "{error}"
    );
    drop(backend);
    open(folder.path());
}

#[tokio::test]
async fn a_missing_folder_is_made_for_its_owner_only() {
    let folder = folder();
    let inner = folder.path().join("new/data");
    open(&inner);
    let mode = fs::metadata(&inner).expect("there").permissions().mode();
    assert_eq!(mode & 0o077, 0);
}

fn mode(path: &Path) -> u32 {
    fs::metadata(path).expect("there").permissions().mode() & 0o7777
}

fn set_mode(path: &Path, mode: u32) {
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).expect("it is ours");
}

fn files(folder: &Path) -> Vec<(String, u32)> {
    let entries = fs::read_dir(folder)
        .expect("a folder")
        .map(|entry| entry.expect("readable").path());
    let name = |path: &Path| {
        path.file_name()
            .expect("a name")
            .to_string_lossy()
            .into_owned()
    };
    let mut files: Vec<_> = entries.map(|path| (name(&path), mode(&path))).collect();
    files.sort();
    files
}

#[tokio::test]
async fn in_a_folder_that_was_there_every_file_is_for_the_owner_alone() {
    // What the umask would leave to others is what a file of ours must not be.
    rustix::process::umask(rustix::fs::Mode::empty());
    for wide in [0o755, 0o750, 0o705, 0o711, 0o777, 0o700] {
        let folder = folder();
        set_mode(folder.path(), wide);
        let backend = open(folder.path());
        create(&backend, "room", "a").await;
        let names = ["peil.db", "peil.db-shm", "peil.db-wal", "peil.lock"]
            .map(|name| (name.to_owned(), 0o600));
        assert_eq!(files(folder.path()), names, "in a folder of mode {wide:o}");
        assert_eq!(mode(folder.path()), wide, "the folder is whoever's made it");
        let exposed_paths: Vec<_> = exposed(folder.path())
            .expect("readable")
            .into_iter()
            .map(|found| found.path)
            .collect();
        assert_eq!(exposed_paths.is_empty(), wide == 0o700, "{exposed_paths:?}");
    }
}

#[tokio::test]
async fn what_others_could_read_is_narrowed_at_the_start() {
    let made = folder();
    create(&open(made.path()), "room", "a").await;
    let database = fs::read(made.path().join("peil.db")).expect("a database");
    for (name, wide, narrowed) in [
        ("peil.db", 0o644, 0o600),
        ("peil.lock", 0o666, 0o600),
        ("peil.db-wal", 0o640, 0o600),
        ("peil.db-shm", 0o604, 0o600),
        ("peil.db.unfinished", 0o664, 0o600),
        ("peil.toml", 0o755, 0o600),
        ("kopie-van-gisteren", 0o644, 0o600),
        ("peil.db", 0o400, 0o400),
        ("notities.txt", 0o644, 0o644),
    ] {
        let folder = folder();
        set_mode(folder.path(), 0o700);
        let file = folder.path().join(name);
        fs::write(
            &file,
            if name == "peil.db" || name.starts_with("kopie") {
                &database[..]
            } else {
                b""
            },
        )
        .expect("ours");
        set_mode(&file, wide);
        let others = wide & 0o077 != 0 && narrowed != wide;
        assert_eq!(
            exposed(folder.path()).expect("readable").len(),
            usize::from(others),
            "{name} of mode {wide:o}"
        );
        narrow(folder.path());
        assert_eq!(mode(&file), narrowed, "{name} of mode {wide:o}");
        assert_eq!(exposed(folder.path()).expect("readable"), []);
    }
}

#[test]
fn no_link_out_of_the_folder_is_followed() {
    let (folder, elsewhere) = (folder(), folder());
    let theirs = elsewhere.path().join("theirs");
    fs::write(&theirs, "x").expect("written");
    set_mode(&theirs, 0o644);
    std::os::unix::fs::symlink(&theirs, folder.path().join("peil.db-wal")).expect("a link");
    narrow(folder.path());
    assert_eq!(mode(&theirs), 0o644);
}

#[tokio::test]
async fn a_copy_is_for_the_owner_alone_also_where_one_was_cut_off() {
    let (folder, elsewhere) = (folder(), folder());
    create(&open(folder.path()), "room", "a").await;
    let (copy, cut_off) = (
        elsewhere.path().join("kopie.db"),
        elsewhere.path().join("kopie.db.unfinished"),
    );
    fs::write(&cut_off, "half").expect("written");
    set_mode(&cut_off, 0o644);
    Backend::backup(folder.path(), &copy).expect("copied");
    assert_eq!(mode(&copy), 0o600);
}

#[test]
fn a_file_in_place_of_the_folder_is_refused() {
    let folder = folder();
    let file = folder.path().join("file");
    fs::write(&file, "x").expect("written");
    assert!(matches!(
        refused(Backend::open(&file)),
        OpenError::Folder { .. }
    ));
}

#[tokio::test]
async fn a_newer_database_is_refused() {
    let folder = folder();
    create(&open(folder.path()), "room", "a").await;
    raw(folder.path())
        .pragma_update(None, "user_version", 2)
        .expect("set");
    for opened in [
        Backend::open(folder.path()),
        Backend::open_to_read(folder.path()),
    ] {
        let error = refused(opened);
        assert!(
            matches!(error, OpenError::Newer { found: 2, known: 1 }),
            "{error}"
        );
    }
    raw(folder.path())
        .pragma_update(None, "user_version", 1)
        .expect("set");
    assert_eq!(open(folder.path()).journal.head("room").await, Ok(Some(1)));
}

#[test]
fn a_database_of_something_else_is_refused() {
    let folder = folder();
    raw(folder.path())
        .execute_batch("CREATE TABLE theirs (x)")
        .expect("made");
    assert!(matches!(
        refused(Backend::open(folder.path())),
        OpenError::Foreign { .. }
    ));
    fs::write(
        folder.path().join("peil.db"),
        "no database at all".repeat(99),
    )
    .expect("written");
    assert!(matches!(
        refused(Backend::open(folder.path())),
        OpenError::Database { .. }
    ));
}

#[tokio::test(flavor = "multi_thread")]
async fn one_can_read_beside_a_running_server() {
    let folder = folder();
    let server = open(folder.path());
    create(&server, "room", "a").await;
    server
        .documents
        .create("key", bytes("body"))
        .await
        .expect("made");
    let reader = Backend::open_to_read(folder.path()).expect("opens");
    let mut following = reader.journal.follow("room", 0);
    assert_eq!(next_body(&mut following).await, "a");
    append(&server, "room", "b").await;
    assert_eq!(within(next_body(&mut following)).await, "b");
    let found = reader
        .documents
        .get("key")
        .await
        .expect("readable")
        .expect("there");
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
    assert_eq!(
        reader.journal.drop_room("room").await,
        Err(JournalError::ReadOnly)
    );
    let rewritten = reader
        .journal
        .rewrite("room", Box::new(|r| r.body.clone()))
        .await;
    assert_eq!(rewritten, Err(JournalError::ReadOnly));
    let put = reader.documents.create("key", bytes("b")).await;
    assert_eq!(put, Err(DocumentError::ReadOnly));
    assert_eq!(*reader.health().borrow(), Health::Good);
}

/// A look at the database past the store. Only while no store of this process has it open: closing
/// a file gives up all locks that a process has on it.
pub(super) fn raw(folder: &Path) -> rusqlite::Connection {
    rusqlite::Connection::open(folder.join("peil.db")).expect("the database opens")
}
