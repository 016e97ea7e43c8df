//! What documents promise.

use super::*;
use crate::backend::{BODY_LIMIT_BYTES, Document, DocumentError};

pub async fn a_document_is_made_once(backend: &Backend) {
    let documents = &backend.documents;
    assert_eq!(documents.get("decks/a").await, Ok(None));
    let version = documents
        .create("decks/a", bytes("one"))
        .await
        .expect("made");
    let again = documents.create("decks/a", bytes("two")).await;
    assert_eq!(again, Err(DocumentError::Exists));
    let body = bytes("one");
    assert_eq!(
        documents.get("decks/a").await,
        Ok(Some(Document { version, body }))
    );
}

pub async fn a_put_needs_the_present_version(backend: &Backend) {
    let documents = &backend.documents;
    let missing = documents.put("a", 1, bytes("x")).await;
    assert_eq!(missing, Err(DocumentError::Changed { found: None }));
    let first = documents.create("a", bytes("one")).await.expect("made");
    let second = documents.put("a", first, bytes("two")).await.expect("put");
    assert_ne!(first, second);
    let stale = documents.put("a", first, bytes("three")).await;
    assert_eq!(
        stale,
        Err(DocumentError::Changed {
            found: Some(second)
        })
    );
    let found = documents.get("a").await.expect("readable").expect("there");
    assert_eq!((found.version, found.body), (second, bytes("two")));
}

pub async fn of_two_puts_at_once_one_is_refused(backend: &Backend) {
    let mut version = backend
        .documents
        .create("a", bytes("0"))
        .await
        .expect("made");
    for _ in 0..20 {
        let one = backend.documents.put("a", version, bytes("one"));
        let two = backend.documents.put("a", version, bytes("two"));
        let (one, two) = tokio::join!(tokio::spawn(one), tokio::spawn(two));
        let (one, two) = (one.expect("ran"), two.expect("ran"));
        assert_eq!(one.is_ok() as u8 + two.is_ok() as u8, 1, "{one:?} {two:?}");
        let found = backend
            .documents
            .get("a")
            .await
            .expect("readable")
            .expect("there");
        assert_eq!(
            found.body,
            if one.is_ok() {
                bytes("one")
            } else {
                bytes("two")
            }
        );
        version = found.version;
    }
}

pub async fn a_version_is_never_used_twice(backend: &Backend) {
    let documents = &backend.documents;
    let mut seen = Vec::new();
    for _ in 0..5 {
        let made = documents.create("a", bytes("x")).await.expect("made");
        seen.push(made);
        seen.push(documents.put("a", made, bytes("y")).await.expect("put"));
        documents.delete("a").await.expect("deleted");
        assert_eq!(documents.get("a").await, Ok(None));
    }
    let count = seen.len();
    seen.sort_unstable();
    seen.dedup();
    assert_eq!(seen.len(), count);
}

pub async fn deleting_what_is_not_there_is_fine(backend: &Backend) {
    backend
        .documents
        .create("ab", bytes("x"))
        .await
        .expect("made");
    assert_eq!(backend.documents.delete("a").await, Ok(()));
    assert!(
        backend
            .documents
            .get("ab")
            .await
            .expect("readable")
            .is_some()
    );
}

pub async fn list_gives_the_keys_of_a_prefix(backend: &Backend) {
    let keys = [
        "decks/",
        "decks/%",
        "decks/a",
        "decks/a/b",
        "decks/é",
        "decksx",
        "Decks/a",
        "rooms/a",
    ];
    for key in keys {
        backend
            .documents
            .create(key, bytes(key))
            .await
            .expect("made");
    }
    let listed = async |prefix| backend.documents.list(prefix).await.expect("readable");
    let list = async |prefix| {
        listed(prefix)
            .await
            .into_iter()
            .map(|(key, _)| key)
            .collect::<Vec<_>>()
    };
    assert_eq!(
        list("decks/").await,
        ["decks/", "decks/%", "decks/a", "decks/a/b", "decks/é"]
    );
    assert_eq!(list("decks/%").await, ["decks/%"]);
    assert_eq!(list("nothing").await, Vec::<String>::new());
    assert_eq!(list("").await.len(), keys.len());
    assert!(list("").await.is_sorted());
}

pub async fn list_gives_the_versions_of_now(backend: &Backend) {
    let documents = &backend.documents;
    let (first, other) = (
        documents.create("a", bytes("one")).await,
        documents.create("b", bytes("one")).await,
    );
    let (first, other) = (first.expect("made"), other.expect("made"));
    let list = async || documents.list("").await.expect("readable");
    assert_eq!(
        list().await,
        [("a".to_owned(), first), ("b".to_owned(), other)]
    );
    let second = documents.put("a", first, bytes("two")).await.expect("put");
    assert_eq!(
        list().await,
        [("a".to_owned(), second), ("b".to_owned(), other)]
    );
    documents.delete("b").await.expect("deleted");
    assert_eq!(list().await, [("a".to_owned(), second)]);
}

pub async fn too_large_a_document_is_refused(backend: &Backend) {
    let documents = &backend.documents;
    let body = Bytes::from(vec![1; BODY_LIMIT_BYTES]);
    let version = documents.create("a", body.clone()).await.expect("made");
    let more = Bytes::from(vec![1; BODY_LIMIT_BYTES + 1]);
    let put = documents.put("a", version, more.clone()).await;
    assert_eq!(put, Err(DocumentError::TooLarge));
    assert_eq!(
        documents.create("b", more).await,
        Err(DocumentError::TooLarge)
    );
    let found = documents.get("a").await.expect("readable").expect("there");
    assert!(found.body == body);
}
