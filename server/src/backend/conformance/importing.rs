//! What the journal promises about taking in what another store kept.

use super::*;
use crate::backend::BODY_LIMIT_BYTES;

/// More than a page of them, from long ago.
fn kept_elsewhere() -> Vec<Record> {
    let body = |seq: u64| match seq {
        7 => Bytes::from(vec![b'7'; BODY_LIMIT_BYTES]),
        _ => bytes(&format!("n{seq}")),
    };
    let record = |seq| Record {
        seq,
        at_ms: 1_000 + seq,
        body: body(seq),
    };
    (1..=600).map(record).collect()
}

pub async fn an_imported_journal_is_what_it_was_elsewhere(backend: &Backend) {
    let records = kept_elsewhere();
    let imported = backend.journal.import("room", records.clone()).await;
    assert_eq!(imported, Ok(()));
    let read = all(&*backend.journal, "room").await.expect("readable");
    assert!(
        read == records,
        "sequences, times and bodies are as they were"
    );
    let verified = backend.journal.verify("room").await.expect("sound");
    assert_eq!(verified.records, 600);
    assert_eq!(backend.journal.rooms().await, Ok(vec!["room".to_owned()]));
}

pub async fn what_is_imported_takes_no_journals_place(backend: &Backend) {
    create(backend, "room", "here before").await;
    let imported = backend.journal.import("room", kept_elsewhere()).await;
    let exists = JournalError::Exists {
        room: "room".to_owned(),
    };
    assert_eq!(imported, Err(exists));
    let read = all(&*backend.journal, "room").await.expect("readable");
    assert_eq!(read.iter().map(text).collect::<Vec<_>>(), ["here before"]);
}

pub async fn an_imported_journal_goes_on(backend: &Backend) {
    let imported = backend.journal.import("room", kept_elsewhere()).await;
    imported.expect("imported");
    assert_eq!(append(backend, "room", "next").await, 601);
    let mut followed = backend.journal.follow("room", 600);
    assert_eq!(next_body(&mut followed).await, "next");
}
