//! What the journal promises about storing and following.

use super::*;
use crate::backend::{BODY_LIMIT_BYTES, NotStored};
use futures_util::future::join_all;

pub async fn records_come_in_the_order_they_were_stored(backend: &Backend) {
    create(backend, "room", "0").await;
    let mut last = 1;
    for number in 1..50 {
        let seq = append(backend, "room", &number.to_string()).await;
        assert!(seq > last || number == 1, "sequences increase");
        last = seq;
    }
    let records = all(&*backend.journal, "room").await.expect("readable");
    let bodies: Vec<String> = records.iter().map(text).collect();
    let expected: Vec<String> = (0..50).map(|number| number.to_string()).collect();
    assert_eq!(bodies, expected);
    assert!(records.is_sorted_by(|one, next| one.seq < next.seq));
}

pub async fn the_time_is_stamped(backend: &Backend) {
    let before = crate::backend::embedded::now_ms();
    create(backend, "room", "a").await;
    append(backend, "room", "b").await;
    let after = crate::backend::embedded::now_ms();
    for record in all(&*backend.journal, "room").await.expect("readable") {
        assert!((before..=after).contains(&record.at_ms));
    }
}

pub async fn a_journal_is_made_once(backend: &Backend) {
    create(backend, "room", "first").await;
    let again = backend.journal.create("room", bytes("second")).await;
    assert_eq!(again, Appended::NotStored(NotStored::Exists));
    let records = all(&*backend.journal, "room").await.expect("readable");
    assert_eq!(records.iter().map(text).collect::<Vec<_>>(), ["first"]);
}

pub async fn without_a_journal_nothing_is_stored(backend: &Backend) {
    let appended = backend.journal.append("room", bytes("x")).await;
    assert_eq!(appended, Appended::NotStored(NotStored::NoSuchRoom));
    assert_eq!(backend.journal.head("room").await, Ok(None));
    assert_eq!(backend.journal.rooms().await, Ok(vec![]));
}

pub async fn head_is_the_last_stored_sequence(backend: &Backend) {
    let first = create(backend, "room", "a").await;
    assert_eq!(backend.journal.head("room").await, Ok(Some(first)));
    let second = append(backend, "room", "b").await;
    assert_eq!(backend.journal.head("room").await, Ok(Some(second)));
    assert_eq!(backend.journal.head("another").await, Ok(None));
}

pub async fn the_newest_record_is_known_by_its_time(backend: &Backend) {
    let newest = async || backend.journal.newest_ms().await.expect("readable");
    assert_eq!(newest().await, None);
    for room in ["a", "b", "a"] {
        match backend.journal.head(room).await {
            Ok(None) => create(backend, room, "x").await,
            _ => append(backend, room, "x").await,
        };
        let last = all(&*backend.journal, room)
            .await
            .expect("readable")
            .last()
            .expect("stored")
            .at_ms;
        assert_eq!(newest().await, Some(last), "of all rooms");
    }
    backend.journal.drop_room("a").await.expect("dropped");
    let left = all(&*backend.journal, "b").await.expect("readable")[0].at_ms;
    assert_eq!(newest().await, Some(left));
    backend.journal.drop_room("b").await.expect("dropped");
    assert_eq!(newest().await, None);
}

pub async fn follow_begins_after_a_sequence(backend: &Backend) {
    create(backend, "room", "a").await;
    let second = append(backend, "room", "b").await;
    append(backend, "room", "c").await;
    let mut following = backend.journal.follow("room", second);
    assert_eq!(next_body(&mut following).await, "c");
    append(backend, "room", "d").await;
    assert_eq!(next_body(&mut following).await, "d");
}

pub async fn follow_beyond_the_head_waits_for_it(backend: &Backend) {
    let head = create(backend, "room", "a").await;
    let mut following = backend.journal.follow("room", head + 1);
    let next = append(backend, "room", "b").await;
    let after = append(backend, "room", "c").await;
    let expected = if next > head + 1 { next } else { after };
    assert_eq!(next_record(&mut following).await.seq, expected);
}

pub async fn follow_shows_what_is_stored_later(backend: &Backend) {
    create(backend, "room", "a").await;
    let mut following = backend.journal.follow("room", 0);
    assert_eq!(next_body(&mut following).await, "a");
    for number in 0..100 {
        let seq = append(backend, "room", &number.to_string()).await;
        let record = next_record(&mut following).await;
        assert_eq!((record.seq, text(&record)), (seq, number.to_string()));
    }
}

pub async fn follow_of_no_room_says_so(backend: &Backend) {
    let mut following = backend.journal.follow("room", 0);
    let room = "room".to_owned();
    assert_eq!(
        next(&mut following).await,
        Err(JournalError::NoSuchRoom { room })
    );
    assert!(following.next().await.is_none(), "an error is the end");
}

pub async fn a_record_is_there_once_its_append_is_answered(backend: &Backend) {
    create(backend, "room", "0").await;
    for number in 1..50 {
        let body = number.to_string();
        let seq = append(backend, "room", &body).await;
        let mut following = backend.journal.follow("room", seq - 1);
        assert_eq!(next_body(&mut following).await, body);
    }
}

/// Followers that begin before, between and after appends from many sides: subscribing first and
/// dropping what was read leaves no gap and no double.
pub async fn followers_see_all_of_many_appends_once_and_in_order(backend: &Backend) {
    const WRITERS: usize = 8;
    const EACH: usize = 60;
    create(backend, "room", "0").await;
    let appending = (0..WRITERS).map(|writer| {
        let journal = backend.journal.clone();
        tokio::spawn(async move {
            for number in 0..EACH {
                stored(
                    journal
                        .append("room", bytes(&format!("{writer}-{number}")))
                        .await,
                );
            }
        })
    });
    let following = (0..WRITERS).map(|_| {
        let journal = backend.journal.clone();
        tokio::spawn(async move {
            let mut seen = Vec::new();
            for _ in 0..20 {
                // Begin anew now and then, where the last one stopped.
                let after = seen.last().map_or(0, |last: &Record| last.seq);
                let mut following = journal.follow("room", after);
                for _ in 0..24.min(WRITERS * EACH + 1 - seen.len()) {
                    seen.push(next_record(&mut following).await);
                }
            }
            let mut rest = journal.follow("room", seen.last().map_or(0, |last| last.seq));
            while seen.len() < WRITERS * EACH + 1 {
                seen.push(next_record(&mut rest).await);
            }
            seen
        })
    });
    let tasks: Vec<_> = following.collect();
    for appended in join_all(appending).await {
        appended.expect("appending went well");
    }
    let expected = all(&*backend.journal, "room").await.expect("readable");
    assert_eq!(expected.len(), WRITERS * EACH + 1);
    for seen in join_all(tasks).await {
        assert_eq!(seen.expect("following went well"), expected);
    }
}

pub async fn a_slow_follower_catches_up(backend: &Backend) {
    create(backend, "room", "0").await;
    let mut slow = backend.journal.follow("room", 0);
    assert_eq!(next_body(&mut slow).await, "0");
    for number in 1..600 {
        append(backend, "room", &number.to_string()).await;
    }
    for number in 1..600 {
        assert_eq!(next_body(&mut slow).await, number.to_string());
    }
    append(backend, "room", "live again").await;
    assert_eq!(next_body(&mut slow).await, "live again");
}

pub async fn a_dropped_answer_takes_nothing_back(backend: &Backend) {
    create(backend, "room", "a").await;
    let mut following = backend.journal.follow("room", 0);
    drop(backend.journal.append("room", bytes("b")));
    append(backend, "room", "c").await;
    for expected in ["a", "b", "c"] {
        assert_eq!(next_body(&mut following).await, expected);
    }
}

pub async fn many_rooms_at_once_stay_apart(backend: &Backend) {
    let rooms = (0..64).map(|room| {
        let backend = backend.clone();
        tokio::spawn(async move {
            let room = format!("room {room}");
            let mut seqs = vec![create(&backend, &room, &room).await];
            for number in 0..20 {
                seqs.push(append(&backend, &room, &format!("{room}: {number}")).await);
            }
            let records = all(&*backend.journal, &room).await.expect("readable");
            assert_eq!(records.iter().map(|r| r.seq).collect::<Vec<_>>(), seqs);
            assert!(records.iter().all(|record| text(record).starts_with(&room)));
            room
        })
    });
    let mut rooms: Vec<String> = join_all(rooms)
        .await
        .into_iter()
        .map(|room| room.expect("the room went well"))
        .collect();
    rooms.sort();
    assert_eq!(backend.journal.rooms().await, Ok(rooms));
}

pub async fn large_and_empty_bodies_are_kept(backend: &Backend) {
    let large = Bytes::from(vec![7; 300 * 1024]);
    let limit = Bytes::from(vec![8; BODY_LIMIT_BYTES]);
    create(backend, "room", "").await;
    let mut following = backend.journal.follow("room", 0);
    for body in [&large, &limit, &Bytes::new(), &large] {
        stored(backend.journal.append("room", body.clone()).await);
    }
    let mut sizes = Vec::new();
    for expected in [&Bytes::new(), &large, &limit, &Bytes::new(), &large] {
        let record = next_record(&mut following).await;
        assert!(record.body == *expected);
        sizes.push(record.body.len());
    }
    let records = all(&*backend.journal, "room").await.expect("readable");
    assert!(records.iter().map(|r| r.body.len()).eq(sizes));
}

pub async fn too_large_a_body_is_refused(backend: &Backend) {
    create(backend, "room", "a").await;
    let body = Bytes::from(vec![0; BODY_LIMIT_BYTES + 1]);
    for refused in [
        backend.journal.append("room", body.clone()).await,
        backend.journal.create("another", body).await,
    ] {
        assert_eq!(refused, Appended::NotStored(NotStored::TooLarge));
    }
    assert_eq!(backend.journal.rooms().await, Ok(vec!["room".to_owned()]));
}

pub async fn verify_counts_what_is_there(backend: &Backend) {
    create(backend, "room", "12").await;
    let mut last_seq = 0;
    for _ in 0..300 {
        last_seq = append(backend, "room", "345").await;
    }
    let verified = backend.journal.verify("room").await.expect("sound");
    assert_eq!((verified.records, verified.body_bytes), (301, 902));
    assert_eq!(verified.last_seq, last_seq);
    let room = "another".to_owned();
    let missing = backend.journal.verify("another").await;
    assert_eq!(missing, Err(JournalError::NoSuchRoom { room }));
}

#[tokio::test]
async fn a_closed_store_ends_its_followers() {
    for fresh in [Fresh::memory(), Fresh::embedded()] {
        create(&fresh.backend, "room", "a").await;
        let mut following = fresh.backend.journal.follow("room", 0);
        assert_eq!(next_body(&mut following).await, "a");
        drop(fresh);
        assert_eq!(
            within(next(&mut following)).await,
            Err(JournalError::Closed)
        );
    }
}
