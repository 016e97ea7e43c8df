//! What the journal promises about rewriting a room and dropping one.

use super::*;
use crate::backend::NotStored;
use crate::backend::journal::Transform;

fn upper_case() -> Transform {
    Box::new(|record| bytes(&text(record).to_uppercase()))
}

pub async fn rewriting_keeps_sequence_and_time(backend: &Backend) {
    create(backend, "room", "a").await;
    for number in 0..600 {
        append(backend, "room", &format!("n{number}")).await;
    }
    create(backend, "another", "b").await;
    let before = all(&*backend.journal, "room").await.expect("readable");
    backend
        .journal
        .rewrite("room", upper_case())
        .await
        .expect("rewritten");
    let after = all(&*backend.journal, "room").await.expect("readable");
    let expected = before.into_iter().map(|mut record| {
        record.body = bytes(&text(&record).to_uppercase());
        record
    });
    assert!(expected.eq(after.iter().cloned()));
    let next = append(backend, "room", "next").await;
    assert!(after.iter().all(|record| record.seq < next));
    let records = all(&*backend.journal, "room").await.expect("readable");
    assert_eq!(records.last().map(text), Some("next".to_owned()));
    let another = all(&*backend.journal, "another").await.expect("readable");
    assert_eq!(text(&another[0]), "b");
}

pub async fn rewriting_ends_every_follower(backend: &Backend) {
    create(backend, "room", "a").await;
    create(backend, "another", "a").await;
    let mut waiting = backend.journal.follow("room", 0);
    assert_eq!(next_body(&mut waiting).await, "a");
    let mut behind = backend.journal.follow("room", 0);
    assert_eq!(next_body(&mut behind).await, "a");
    let mut elsewhere = backend.journal.follow("another", 0);
    assert_eq!(next_body(&mut elsewhere).await, "a");
    for number in 0..100 {
        append(backend, "room", &number.to_string()).await;
        next_body(&mut waiting).await;
    }
    let events = tokio::spawn(async move { (next(&mut waiting).await, waiting.next().await) });
    backend
        .journal
        .rewrite("room", upper_case())
        .await
        .expect("rewritten");
    let events = events.await.expect("the follower ends");
    assert_eq!(events, (Ok(Followed::Rewritten), None));
    // A follower that is behind may still get some of the old records, and then has to learn of it.
    let mut last = next(&mut behind).await;
    while matches!(last, Ok(Followed::Record(_))) {
        last = next(&mut behind).await;
    }
    assert_eq!(last, Ok(Followed::Rewritten));
    assert!(behind.next().await.is_none());
    append(backend, "another", "b").await;
    assert_eq!(next_body(&mut elsewhere).await, "b");
}

pub async fn rewriting_no_room_says_so(backend: &Backend) {
    let room = "room".to_owned();
    let rewritten = backend.journal.rewrite("room", upper_case()).await;
    assert_eq!(rewritten, Err(JournalError::NoSuchRoom { room }));
    assert_eq!(backend.journal.rooms().await, Ok(vec![]));
}

/// Appends go on while the room is rewritten again and again; each is in the last generation, in
/// its place.
pub async fn an_append_during_a_rewrite_is_kept(backend: &Backend) {
    create(backend, "room", "a").await;
    let padding = "x".repeat(20_000);
    for _ in 0..200 {
        append(backend, "room", &padding).await;
    }
    let appending = {
        let backend = backend.clone();
        tokio::spawn(async move {
            let mut stored = Vec::new();
            for number in 0..300 {
                let body = format!("vote {number}");
                stored.push((append(&backend, "room", &body).await, body));
            }
            stored
        })
    };
    for _ in 0..5 {
        backend
            .journal
            .rewrite("room", upper_case())
            .await
            .expect("rewritten");
    }
    let appended = appending.await.expect("appended");
    let records = all(&*backend.journal, "room").await.expect("readable");
    assert_eq!(records.len(), 501);
    for ((seq, body), record) in appended.iter().zip(&records[201..]) {
        assert_eq!(
            (*seq, body.to_uppercase()),
            (record.seq, text(record).to_uppercase())
        );
    }
}

pub async fn dropping_a_room_ends_its_followers(backend: &Backend) {
    create(backend, "room", "a").await;
    let mut following = backend.journal.follow("room", 0);
    assert_eq!(next_body(&mut following).await, "a");
    let events = tokio::spawn(async move { (next(&mut following).await, following.next().await) });
    backend.journal.drop_room("room").await.expect("dropped");
    let room = "room".to_owned();
    let events = events.await.expect("the follower ends");
    assert_eq!(events, (Err(JournalError::NoSuchRoom { room }), None));
    backend
        .journal
        .drop_room("room")
        .await
        .expect("no room is fine");
}

pub async fn dropping_a_room_leaves_the_others(backend: &Backend) {
    for room in ["a", "b", "c"] {
        create(backend, room, room).await;
        append(backend, room, "more").await;
    }
    backend.journal.drop_room("b").await.expect("dropped");
    assert_eq!(backend.journal.head("b").await, Ok(None));
    let appended = backend.journal.append("b", bytes("x")).await;
    assert_eq!(appended, Appended::NotStored(NotStored::NoSuchRoom));
    let rooms = backend.journal.rooms().await;
    assert_eq!(rooms, Ok(vec!["a".to_owned(), "c".to_owned()]));
    for room in ["a", "c"] {
        append(backend, room, "after").await;
        let records = all(&*backend.journal, room).await.expect("readable");
        assert_eq!(
            records.iter().map(text).collect::<Vec<_>>(),
            [room, "more", "after"]
        );
    }
}

pub async fn a_dropped_room_can_be_made_again(backend: &Backend) {
    create(backend, "room", "old").await;
    let mut old = backend.journal.follow("room", 0);
    assert_eq!(next_body(&mut old).await, "old");
    backend.journal.drop_room("room").await.expect("dropped");
    create(backend, "room", "new").await;
    let records = all(&*backend.journal, "room").await.expect("readable");
    assert_eq!(records.iter().map(text).collect::<Vec<_>>(), ["new"]);
    // A follower of the old journal never sees the new one's records as its own.
    assert!(!matches!(next(&mut old).await, Ok(Followed::Record(_))));
}
