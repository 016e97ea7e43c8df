//! What happens when the disk does not do what disks do: it is full, it fails, it changes bytes.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::folder::raw;
use super::*;
use crate::backend::{Health, NotStored};

/// A disk of its own, small, mounted as long as this lives. Mounting needs root: without it
/// (`unshare -rm cargo test` gives what is needed) the tests that use this fail.
struct TinyDisk(TempDir);

impl TinyDisk {
    fn mount(mib: usize) -> TinyDisk {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let size = format!("size={mib}m");
        let mounted = Command::new("mount")
            .args(["-t", "tmpfs", "-o", &size, "tmpfs"])
            .arg(folder.path())
            .status();
        assert!(
            mounted.is_ok_and(|status| status.success()),
            "a small disk can be mounted (root, or `unshare -rm`)"
        );
        TinyDisk(folder)
    }

    /// Fills what is left, and gives it back when the file is removed.
    fn fill(&self) -> PathBuf {
        let filler = self.0.path().join("filler");
        let filled = Command::new("dd")
            .args(["if=/dev/zero", "bs=4k", "status=none"])
            .arg(format!("of={}", filler.display()))
            .output();
        assert!(
            !filled.expect("dd runs").status.success(),
            "dd stops when the disk is full"
        );
        filler
    }
}

impl Drop for TinyDisk {
    fn drop(&mut self) {
        let unmounted = Command::new("umount").arg("-l").arg(self.0.path()).status();
        assert!(
            unmounted.is_ok_and(|status| status.success()),
            "the small disk is unmounted"
        );
    }
}

async fn becomes(backend: &Backend, wanted: Health) {
    let mut health = backend.health();
    let seen = health.wait_for(|health| *health == wanted);
    within(seen).await.expect("the store is open");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_full_disk_is_said_and_survived() {
    let disk = TinyDisk::mount(8);
    let folder = disk.0.path().join("data");
    let backend = open(&folder);
    let mut kept = vec![create(&backend, "room", "0").await];
    let mut following = backend.journal.follow("room", 0);
    let filler = disk.fill();
    let body = Bytes::from(vec![b'x'; 64 * 1024]);
    // The log may have room for some: what is stored counts, and then comes the sentence.
    let refused = loop {
        match backend.journal.append("room", body.clone()).await {
            Appended::Stored(seq) => kept.push(seq),
            other => break other,
        }
    };
    assert_eq!(refused, Appended::NotStored(NotStored::DiskFull));
    assert_eq!(*backend.health().borrow(), Health::Full);
    let made = backend.documents.create("key", body.clone()).await;
    assert_eq!(made, Err(crate::backend::DocumentError::DiskFull));
    assert_eq!(backend.journal.head("room").await, Ok(kept.last().copied()));

    fs::remove_file(filler).expect("removed");
    becomes(&backend, Health::Good).await;
    for _ in 0..5 {
        kept.push(stored(backend.journal.append("room", body.clone()).await));
    }
    for seq in &kept {
        assert_eq!(next_record(&mut following).await.seq, *seq);
    }
    drop((backend, following));
    let backend = open(&folder);
    let records = all(&*backend.journal, "room").await.expect("readable");
    assert!(records.iter().map(|record| record.seq).eq(kept));
}

/// The next append finds out too, without waiting for the probe.
#[tokio::test(flavor = "multi_thread")]
async fn an_append_that_works_again_ends_a_full_disk() {
    let disk = TinyDisk::mount(8);
    let backend = open(&disk.0.path().join("data"));
    create(&backend, "room", "0").await;
    let filler = disk.fill();
    let body = Bytes::from(vec![b'x'; 1024 * 1024]);
    let refused = backend.journal.append("room", body.clone()).await;
    assert_eq!(refused, Appended::NotStored(NotStored::DiskFull));
    fs::remove_file(filler).expect("removed");
    stored(backend.journal.append("room", body).await);
    assert_eq!(*backend.health().borrow(), Health::Good);
}

#[tokio::test]
async fn a_start_on_a_full_disk_says_so() {
    let disk = TinyDisk::mount(8);
    let folder = disk.0.path().join("data");
    create(&open(&folder), "room", "0").await;
    let filler = disk.fill();
    match Backend::open(&folder) {
        Err(error) => assert!(error.to_string().contains("is full"), "{error}"),
        Ok(_) => panic!("SQLite needs room to start"),
    }
    fs::remove_file(filler).expect("removed");
    let backend = open(&folder);
    assert_eq!(backend.journal.head("room").await, Ok(Some(1)));
}

/// On a full disk the log still has the room it once took, the database has none: appends go on in
/// the log although it can't be moved into the database, until the log has no room either.
#[tokio::test(flavor = "multi_thread")]
async fn a_log_that_cannot_be_moved_fails_no_append() {
    let disk = TinyDisk::mount(28);
    let folder = disk.0.path().join("data");
    let backend = open(&folder);
    create(&backend, "room", "0").await;
    let body = Bytes::from(vec![b'x'; 100 * 1024]);
    // Just before the log is moved for the first time, it becomes twice as long as it ever needs to
    // be.
    for _ in 0..36 {
        stored(backend.journal.append("room", body.clone()).await);
    }
    let large = Bytes::from(vec![b'x'; crate::backend::BODY_LIMIT_BYTES]);
    stored(backend.journal.append("room", large).await);
    stored(backend.journal.append("room", body.clone()).await);
    let length = || fs::metadata(folder.join("peil.db")).expect("there").len();
    let (before, filler) = (length(), disk.fill());
    assert!(before > 7 * 1024 * 1024, "the log was moved: {before}");
    let mut kept = 39;
    while let Appended::Stored(_) = backend.journal.append("room", body.clone()).await {
        kept += 1;
    }
    assert!(
        kept > 39 + 50,
        "stored although the log could not be moved: {kept}"
    );
    assert!(
        length() < before + 2 * 1024 * 1024,
        "the database could not grow"
    );
    fs::remove_file(&filler).expect("removed");
    becomes(&backend, Health::Good).await;
    drop(backend);
    let backend = open(&folder);
    let verified = backend.journal.verify("room").await.expect("sound");
    assert_eq!(verified.records, kept);
}

/// Runs itself once more under strace, where every fsync from the fifth on fails: the answer is
/// "unknown", and it is the last.
#[tokio::test(flavor = "multi_thread")]
async fn an_fsync_that_fails_is_unknown_and_the_end() {
    const FOLDER: &str = "PEIL_TEST_FAILING_FOLDER";
    if let Some(folder) = std::env::var_os(FOLDER) {
        return within(append_until_it_fails(Path::new(&folder))).await;
    }
    let folder = tempfile::tempdir().expect("a temporary folder");
    let ran = Command::new("strace")
        .args([
            "-f",
            "-qq",
            "-o",
            "/dev/null",
            "-e",
            "trace=fsync,fdatasync",
        ])
        .args(["-e", "inject=fsync,fdatasync:error=EIO:when=12+"])
        .arg(std::env::current_exe().expect("a test has a path"))
        .args(["--exact", "--nocapture"])
        .arg(std::thread::current().name().expect("a test has a name"))
        .env(FOLDER, folder.path())
        .output()
        .expect("strace is installed");
    assert!(
        ran.status.success(),
        "{}",
        String::from_utf8_lossy(&ran.stderr)
    );
    let answered = fs::read_to_string(folder.path().join("answered")).expect("it came to the end");
    let answered: u64 = answered.parse().expect("a number");
    let backend = open(folder.path());
    let verified = backend.journal.verify("room").await.expect("sound");
    assert!(
        (answered..=answered + 1).contains(&verified.records),
        "{answered} {verified:?}"
    );
}

async fn append_until_it_fails(folder: &Path) {
    let backend = open(folder);
    create(&backend, "room", "0").await;
    let mut answered = 1;
    let mut last = backend.journal.append("room", bytes("vote")).await;
    while let Appended::Stored(_) = last {
        answered += 1;
        last = backend.journal.append("room", bytes("vote")).await;
    }
    assert_eq!(last, Appended::Unknown);
    assert!(matches!(*backend.health().borrow(), Health::Failed(_)));
    let refused = backend.journal.append("room", bytes("vote")).await;
    assert_eq!(refused, Appended::NotStored(NotStored::Closed));
    let mut following = backend.journal.follow("room", answered);
    assert!(
        next(&mut following).await.is_err(),
        "nobody follows what can't be trusted"
    );
    fs::write(folder.join("answered"), answered.to_string()).expect("written");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_flipped_byte_is_one_rooms_trouble() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let backend = open(folder.path());
    for room in ["sound", "damaged"] {
        create(&backend, room, "first").await;
        append(&backend, room, &"second".repeat(40)).await;
        append(&backend, room, "third").await;
    }
    drop(backend);
    flip(folder.path(), "damaged", 2);

    let backend = open(folder.path());
    let mut following = backend.journal.follow("damaged", 0);
    assert_eq!(next_body(&mut following).await, "first");
    let corrupt = JournalError::Corrupt {
        room: "damaged".to_owned(),
        seq: 2,
    };
    assert_eq!(next(&mut following).await, Err(corrupt.clone()));
    assert!(following.next().await.is_none());
    assert_eq!(
        backend.journal.verify("damaged").await,
        Err(corrupt.clone())
    );
    let rewritten = backend
        .journal
        .rewrite("damaged", Box::new(|r| r.body.clone()))
        .await;
    assert_eq!(rewritten, Err(corrupt));

    append(&backend, "sound", "fourth").await;
    let verified = backend.journal.verify("sound").await.expect("sound");
    assert_eq!(verified.records, 4);
    assert_eq!(*backend.health().borrow(), Health::Good);
    backend
        .journal
        .drop_room("damaged")
        .await
        .expect("what is damaged can be dropped");
}

/// Flips a bit in the middle of a record's body, in the file.
fn flip(folder: &Path, room: &str, seq: i64) {
    let sql = "SELECT body FROM records JOIN generations ON generation = number WHERE room = ?1 AND seq = ?2";
    let read = raw(folder).query_row(sql, (room, seq), |row| row.get(0));
    let body: Vec<u8> = read.expect("there is such a record");
    let database = folder.join("peil.db");
    let mut file = fs::read(&database).expect("readable");
    let found = file.windows(body.len()).position(|part| part == body);
    file[found.expect("the body is in the file") + body.len() / 2] ^= 1;
    fs::write(&database, file).expect("written");
}

/// Wherever a byte is flipped: what is read is what was written, or an error, and nothing panics.
#[tokio::test(flavor = "multi_thread")]
async fn no_flipped_byte_changes_what_is_read() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let backend = open(folder.path());
    let rooms = ["a", "b", "c"];
    for room in rooms {
        create(&backend, room, room).await;
        for number in 0..20 {
            append(
                &backend,
                room,
                &format!("{room}{number} ").repeat(number * 10),
            )
            .await;
        }
    }
    let mut written = Vec::new();
    for room in rooms {
        written.push(all(&*backend.journal, room).await.expect("readable"));
    }
    drop(backend);
    let database = folder.path().join("peil.db");
    let sound = fs::read(&database).expect("readable");
    let (mut noticed, mut tried) = (0, 0);
    for position in (0..sound.len()).step_by(499) {
        let mut file = sound.clone();
        file[position] ^= 0x41;
        fs::write(&database, &file).expect("written");
        tried += 1;
        let Ok(backend) = Backend::open(folder.path()) else {
            noticed += 1;
            continue;
        };
        for (room, written) in rooms.iter().zip(&written) {
            match within(all(&*backend.journal, room)).await {
                Ok(read) => assert!(written.starts_with(&read), "{room}, byte {position}"),
                Err(_) => noticed += 1,
            }
        }
    }
    assert!(noticed > tried / 4, "{noticed} of {tried}");
}
