//! Erased is erased: not in any file of the folder, whatever SQLite did with its pages before.

use std::fs;
use std::path::Path;
use std::process::Command;

use rusqlite::OpenFlags;

use super::folder::raw;
use super::*;

/// The contents of every file of a folder, taken by another process: if this one opened and closed
/// the database's file, it would give up the locks that the store holds on it.
fn contents(folder: &Path) -> Vec<Vec<u8>> {
    let copy = tempfile::tempdir().expect("a temporary folder");
    let copied = Command::new("cp")
        .arg("-r")
        .arg(folder)
        .arg(copy.path())
        .status();
    assert!(copied.expect("cp runs").success());
    let folder = copy.path().join(folder.file_name().expect("it has a name"));
    let files = fs::read_dir(folder).expect("readable");
    let contents = files.map(|file| fs::read(file.expect("listed").path()).expect("readable"));
    contents.collect()
}

fn is_in(contents: &[Vec<u8>], wanted: &[u8]) -> bool {
    contents
        .iter()
        .any(|file| file.windows(wanted.len()).any(|part| part == wanted))
}

/// The key under which a room, or a document, is sealed now.
fn key_of(folder: &Path, table: &str, name: &str) -> Vec<u8> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI;
    let copy = tempfile::tempdir().expect("a temporary folder");
    for file in ["peil.db", "peil.db-wal"] {
        let copied = Command::new("cp")
            .arg(folder.join(file))
            .arg(copy.path())
            .status();
        assert!(copied.expect("cp runs").success());
    }
    let sql = match table {
        "documents" => {
            "SELECT seals.key FROM documents JOIN seals USING (slot) WHERE documents.key = ?1"
        }
        _ => {
            "SELECT key FROM generations JOIN seals USING (slot) WHERE room = ?1 AND state = 'present'"
        }
    };
    rusqlite::Connection::open_with_flags(copy.path().join("peil.db"), flags)
        .expect("the copy opens")
        .query_row(sql, [name], |row| row.get(0))
        .expect("there is a key")
}

/// Rooms that come, grow beside each other and go: just what makes SQLite move rows between pages,
/// and leave copies behind. Without the seals this finds bytes of dropped rooms.
#[tokio::test(flavor = "multi_thread")]
async fn a_dropped_room_is_in_no_file() {
    let fresh = Fresh::embedded();
    let folder = fresh
        ._folder
        .as_ref()
        .expect("it has one")
        .path()
        .to_owned();
    let mut rooms: Vec<usize> = (0..24).collect();
    let body = |room: usize, round: usize| {
        format!("<secret of {room:04}>")
            .repeat([1, 5, 20, 60, 100, 300][(room * 7 + round * 5) % 6])
    };
    for &room in &rooms {
        create(&fresh.backend, &room.to_string(), &body(room, 0)).await;
    }
    for round in 0..40 {
        for &room in &rooms {
            append(&fresh.backend, &room.to_string(), &body(room, round)).await;
        }
        let gone = rooms.remove((round * 11) % rooms.len());
        let key = key_of(&folder, "generations", &gone.to_string());
        assert!(
            is_in(&contents(&folder), &key),
            "the search finds what is there"
        );
        fresh
            .backend
            .journal
            .drop_room(&gone.to_string())
            .await
            .expect("dropped");
        let contents = contents(&folder);
        assert!(!is_in(&contents, &key), "the key of room {gone}");
        assert!(!is_in(
            &contents,
            format!("<secret of {gone:04}>").as_bytes()
        ));
        rooms.push(24 + round);
        create(
            &fresh.backend,
            &(24 + round).to_string(),
            &body(24 + round, 0),
        )
        .await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_rewritten_is_in_no_file() {
    let fresh = Fresh::embedded();
    let folder = fresh
        ._folder
        .as_ref()
        .expect("it has one")
        .path()
        .to_owned();
    create(&fresh.backend, "room", "made").await;
    for number in 0..300 {
        append(
            &fresh.backend,
            "room",
            &format!("an answer that is erased later {number}"),
        )
        .await;
    }
    let key = key_of(&folder, "generations", "room");
    let erase = Box::new(|record: &Record| match record.seq {
        150 => Bytes::new(),
        _ => record.body.clone(),
    });
    fresh
        .backend
        .journal
        .rewrite("room", erase)
        .await
        .expect("rewritten");
    let contents = contents(&folder);
    assert!(!is_in(&contents, &key), "the key of the old generation");
    assert!(!is_in(&contents, b"an answer that is erased later 148"));
    assert!(is_in(&contents, &key_of(&folder, "generations", "room")));
    let records = all(&*fresh.backend.journal, "room")
        .await
        .expect("readable");
    assert!(records[149].body.is_empty() && !records[150].body.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_deleted_document_is_in_no_file() {
    let fresh = Fresh::embedded();
    let folder = fresh
        ._folder
        .as_ref()
        .expect("it has one")
        .path()
        .to_owned();
    let documents = &fresh.backend.documents;
    for number in 0..60 {
        let body = format!("<mail of {number:04}>").repeat(number * 3 + 1);
        let key = format!("forms/{number}");
        let version = documents.create(&key, bytes(&body)).await.expect("made");
        documents
            .put(&key, version, bytes(&body.repeat(2)))
            .await
            .expect("put");
    }
    for number in (0..60).step_by(7) {
        let name = format!("forms/{number}");
        let key = key_of(&folder, "documents", &name);
        documents.delete(&name).await.expect("deleted");
        let contents = contents(&folder);
        assert!(!is_in(&contents, &key), "the key of {name}");
        assert!(!is_in(
            &contents,
            format!("<mail of {number:04}>").as_bytes()
        ));
    }
}

/// Cut off after the switch but before the old records were swept, or while a next generation was
/// half copied.
#[tokio::test]
async fn what_was_cut_off_is_finished_at_the_next_start() {
    let fresh = Fresh::embedded();
    let folder = fresh._folder.expect("it has one");
    for room in ["copying", "gone", "stays"] {
        create(&fresh.backend, room, "a").await;
        append(&fresh.backend, room, "b").await;
    }
    drop(fresh.backend);
    raw(folder.path())
        .execute_batch(
            "UPDATE generations SET state = 'building' WHERE room = 'copying';
             UPDATE generations SET state = 'gone' WHERE room = 'gone';",
        )
        .expect("set");
    let backend = open(folder.path());
    // Long changes go one after the other: this answers after what was left over is done.
    backend
        .journal
        .drop_room("no such room")
        .await
        .expect("nothing to do");
    assert_eq!(backend.journal.rooms().await, Ok(vec!["stays".to_owned()]));
    let records = all(&*backend.journal, "stays").await.expect("readable");
    assert_eq!(records.len(), 2);
    drop(backend);
    let count = "SELECT (SELECT count(*) FROM records), (SELECT count(*) FROM generations)";
    let counts = raw(folder.path()).query_row(count, [], |row| Ok((row.get(0)?, row.get(1)?)));
    assert_eq!(counts.expect("counted"), (2i64, 1i64));
}
