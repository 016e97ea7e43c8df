//! Sessions of every age are sessions; what is noted of them is a day and a browser; what is ended
//! stays ended.

use serde_json::json;

use super::*;
use crate::backend::Backend;

fn store() -> Store {
    Store(Backend::memory().documents)
}

async fn stored(store: &Store, value: &str) -> Session {
    store
        .get(&key(&name_of(value)))
        .await
        .unwrap()
        .unwrap()
        .value
}

#[tokio::test]
async fn documents_of_every_age_are_sessions_as_long_as_they_last() {
    let (store, soon, long_ago) = (store(), now_ms() + 60_000, now_ms() - 60_000);
    let today = day_of(now_ms());
    for (cookie, document, lasts) in [
        ("as-before", json!({ "expires_at": soon }), true),
        (
            "as-before-and-over",
            json!({ "expires_at": long_ago }),
            false,
        ),
        (
            "seen",
            json!({ "expires_at": soon, "seen_at": today }),
            true,
        ),
        (
            "seen-and-over",
            json!({ "expires_at": long_ago, "seen_at": today }),
            false,
        ),
        (
            "known",
            json!({ "expires_at": soon, "seen_at": 0, "browser": { "program": "Firefox" } }),
            true,
        ),
        (
            "of-later",
            json!({ "expires_at": soon, "member": "m1" }),
            true,
        ),
    ] {
        store
            .create(&key(&name_of(cookie)), &document)
            .await
            .unwrap();
        assert_eq!(is_one(&store, cookie).await.unwrap(), lasts, "{cookie}");
        assert_eq!(
            super::lasts(&store, &name_of(cookie)).await.unwrap(),
            lasts,
            "{cookie}"
        );
        assert_eq!(
            stored(&store, cookie).await.seen_at == Some(today),
            lasts || cookie.starts_with("seen"),
            "{cookie}"
        );
    }
    assert!(!is_one(&store, "never-begun").await.unwrap());
    assert_eq!(list(&store).await.unwrap().len(), 4);
    sweep(&store, now_ms()).await.unwrap();
    assert_eq!(store.names(SESSIONS).await.unwrap().len(), 4);
}

#[tokio::test]
async fn a_day_is_noted_once() {
    let store = store();
    let session = begin(&store, UserAgent::of("Firefox/140.0 (Windows NT)"))
        .await
        .unwrap();
    let version = async || {
        store
            .get::<Session>(&key(&name_of(&session)))
            .await
            .unwrap()
            .unwrap()
            .version
    };
    let first = version().await;
    for _ in 0..5 {
        assert!(is_one(&store, &session).await.unwrap());
    }
    assert_eq!(version().await, first, "the day was noted when it began");
    let kept = stored(&store, &session).await;
    let yesterday = Session {
        seen_at: kept.seen_at.map(|day| day - DAY_MS),
        ..kept.clone()
    };
    store
        .put(&key(&name_of(&session)), first, &yesterday)
        .await
        .unwrap();
    for _ in 0..5 {
        assert!(is_one(&store, &session).await.unwrap());
    }
    assert_eq!(stored(&store, &session).await, kept);
    assert_eq!(kept.seen_at.unwrap() % DAY_MS, 0, "no time of day is kept");
    assert_eq!(kept.began_at(), kept.seen_at.unwrap());
}

#[tokio::test]
async fn what_is_ended_stays_ended_and_others_go_on() {
    let store = store();
    let mut all = Vec::new();
    for _ in 0..4 {
        all.push(begin(&store, None).await.unwrap());
    }
    let last = async || {
        let mut last = Vec::new();
        for session in &all {
            last.push(is_one(&store, session).await.unwrap());
        }
        last
    };
    end(&store, &name_of(&all[0])).await.unwrap();
    assert_eq!(last().await, [false, true, true, true]);
    for gone in [
        name_of(&all[0]),
        name_of("never"),
        String::new(),
        "../instance".to_owned(),
    ] {
        end(&store, &gone).await.unwrap();
    }
    assert_eq!(
        last().await,
        [false, true, true, true],
        "ending what is not there ends nothing else"
    );
    end_others(&store, Some(&name_of(&all[2]))).await.unwrap();
    assert_eq!(last().await, [false, false, true, false]);
    end_others(&store, None).await.unwrap();
    assert_eq!(last().await, [false; 4]);
}

/// Leaves a session as of that moment.
pub async fn signs_in_at(store: &Store, at_ms: u64) {
    let session = Session {
        expires_at: at_ms + SECONDS * 1000,
        seen_at: None,
        browser: None,
    };
    store
        .create(&key(&name_of(&at_ms.to_string())), &session)
        .await
        .unwrap();
}

#[tokio::test]
async fn what_is_over_by_the_time_to_clear_by_is_cleared_and_nothing_else() {
    const NOON: u64 = 1_800_000_000_000;
    for (now, left) in [
        (NOON, 3),
        (NOON + DAY_MS, 3),
        (NOON + 10 * DAY_MS - 1, 3),
        (NOON + 10 * DAY_MS, 2),
        (NOON + 29 * DAY_MS, 2),
        (NOON + 30 * DAY_MS, 1),
        (NOON + 40 * DAY_MS, 0),
        (NOON - 40 * DAY_MS, 3),
    ] {
        let store = store();
        for at in [NOON, NOON - 20 * DAY_MS, NOON + DAY_MS] {
            signs_in_at(&store, at).await;
        }
        sweep(&store, now).await.unwrap();
        let hours = (now as i64 - NOON as i64) / 3_600_000;
        assert_eq!(
            store.names(SESSIONS).await.unwrap().len(),
            left,
            "{hours} hours after noon"
        );
    }
}
