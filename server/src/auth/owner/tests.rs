//! Sign-in links: each works once, for a while, and depends on one start of one instance.

use super::*;
use crate::backend::Backend;

const ADDRESS: &str = "http://127.0.0.1:8080";

fn store() -> Store {
    Store(Backend::memory().documents)
}

/// The last part of a new link's path.
fn link(instance: &Instance, reach: LinkScope) -> String {
    let path = instance.sign_in_path(reach).unwrap();
    path.strip_prefix("/sign-in/").unwrap().to_owned()
}

/// What becomes of a link.
async fn used(instance: &Instance, store: &Store, link: &str) -> Result<LinkScope, LinkRefusal> {
    match instance.sign_in(store, link, None).await {
        Ok(signed_in) => {
            assert!(sessions::is_one(store, &signed_in.session).await.unwrap());
            Ok(signed_in.reach)
        }
        Err(NotSignedIn::Spent(spent)) => Err(spent),
        Err(NotSignedIn::Documents(error)) => panic!("{error}"),
    }
}

#[tokio::test]
async fn a_link_works_once() {
    let store = store();
    let instance = Instance::begin(&store, ADDRESS, now_ms()).await.unwrap();
    let (first, second) = (
        link(&instance, LinkScope::One),
        link(&instance, LinkScope::One),
    );
    assert_eq!(used(&instance, &store, &first).await, Ok(LinkScope::One));
    assert_eq!(
        used(&instance, &store, &first).await,
        Err(LinkRefusal::Used)
    );
    assert_eq!(
        used(&instance, &store, &second).await,
        Ok(LinkScope::One),
        "its neighbour is another"
    );
    // Read from the folder, as the command does.
    let beside = Instance::read(&store).await.unwrap().unwrap();
    assert_eq!(
        used(&instance, &store, &link(&beside, LinkScope::AllOut)).await,
        Ok(LinkScope::AllOut)
    );
}

#[tokio::test]
async fn a_link_lives_a_quarter_of_an_hour() {
    let store = store();
    let instance = Instance::begin(&store, ADDRESS, now_ms()).await.unwrap();
    let start = instance.start.clone().unwrap();
    let until = |expires_at: u64, nonce: &str| {
        let payload = format!("{nonce}.{expires_at}.in");
        format!(
            "{payload}.{}.{}",
            mark(&start),
            instance.proof(&start, &payload)
        )
    };
    let now = now_ms();
    assert_eq!(
        used(&instance, &store, &until(now + 60_000, "a")).await,
        Ok(LinkScope::One)
    );
    for expires_at in [now, now - 1, now - 60_000, 1, 0] {
        assert_eq!(
            used(&instance, &store, &until(expires_at, "b")).await,
            Err(LinkRefusal::Over),
            "{expires_at}"
        );
    }
    store.create("used/c", &now).await.unwrap();
    assert_eq!(
        used(&instance, &store, &until(now - 1, "c")).await,
        Err(LinkRefusal::Used),
        "that it was used says more"
    );
    let lives: u64 = link(&instance, LinkScope::One)
        .split('.')
        .nth(1)
        .unwrap()
        .parse()
        .unwrap();
    assert!((now + LINK_MS..=now_ms() + LINK_MS).contains(&lives) && LINK_MS == 900_000);
}

#[tokio::test]
async fn what_is_changed_in_a_link_makes_it_none() {
    let store = store();
    let instance = Instance::begin(&store, ADDRESS, now_ms()).await.unwrap();
    let right = link(&instance, LinkScope::One);
    let parts: Vec<&str> = right.split('.').collect();
    let with = |place: usize, part: &str| {
        let mut parts = parts.clone();
        parts[place] = part;
        parts.join(".")
    };
    let later = (parts[1].parse::<u64>().unwrap() + 1).to_string();
    for (changed, expected) in [
        (with(0, "zzz"), LinkRefusal::Unknown),
        (with(0, ""), LinkRefusal::Unknown),
        (with(1, &later), LinkRefusal::Unknown),
        (with(1, "soon"), LinkRefusal::Unknown),
        (with(2, "all-out"), LinkRefusal::Unknown),
        (with(2, ""), LinkRefusal::Unknown),
        (with(3, "0123456789abcdef"), LinkRefusal::Earlier),
        (with(4, "0"), LinkRefusal::Unknown),
        (with(4, &parts[4][1..]), LinkRefusal::Unknown),
        (format!("{right}."), LinkRefusal::Unknown),
        (parts[..4].join("."), LinkRefusal::Unknown),
        (String::new(), LinkRefusal::Unknown),
        ("\u{1f600}".to_owned(), LinkRefusal::Unknown),
        // As links were before they depended on a start.
        (
            [parts[0], parts[1], parts[4]].join("."),
            LinkRefusal::Earlier,
        ),
    ] {
        assert_eq!(
            used(&instance, &store, &changed).await,
            Err(expected),
            "{changed}"
        );
    }
    assert_eq!(
        used(&instance, &store, &right).await,
        Ok(LinkScope::One),
        "and none of them used it up"
    );
}

#[tokio::test]
async fn each_start_ends_all_links_of_before_used_or_not() {
    let store = store();
    let first = Instance::begin(&store, ADDRESS, now_ms()).await.unwrap();
    let links = [(); 2].map(|()| link(&first, LinkScope::One));
    used(&first, &store, &links[0]).await.unwrap();
    let second = Instance::begin(&store, ADDRESS, now_ms()).await.unwrap();
    sweep(&store).await.unwrap();
    for link in &links {
        assert_eq!(used(&second, &store, link).await, Err(LinkRefusal::Earlier));
    }
    assert_eq!(
        store.names(USED).await.unwrap(),
        [""; 0],
        "nothing has to be kept of them"
    );
    assert_eq!(
        used(&second, &store, &link(&second, LinkScope::One)).await,
        Ok(LinkScope::One)
    );
}

#[tokio::test]
async fn a_folder_of_before_links_hung_on_a_start_gets_none_until_it_is_started() {
    let store = store();
    let old = serde_json::json!({ "secret": "geheim", "address": ADDRESS });
    store.create(INSTANCE, &old).await.unwrap();
    let instance = Instance::read(&store).await.unwrap().unwrap();
    assert_eq!(instance.sign_in_path(LinkScope::One), None);
    let begun = Instance::begin(&store, "http://10.0.0.3", now_ms())
        .await
        .unwrap();
    assert_eq!(
        (begun.secret.as_str(), begun.address.as_deref()),
        ("geheim", Some("http://10.0.0.3"))
    );
    assert_eq!(
        used(&begun, &store, &link(&begun, LinkScope::One)).await,
        Ok(LinkScope::One)
    );
}

#[tokio::test]
async fn a_link_that_signs_all_out_ends_every_session_but_its_own() {
    let store = store();
    let instance = Instance::begin(&store, ADDRESS, now_ms()).await.unwrap();
    let mut before = Vec::new();
    for _ in 0..3 {
        before.push(sessions::begin(&store, None).await.unwrap());
    }
    used(&instance, &store, &link(&instance, LinkScope::One))
        .await
        .unwrap();
    assert_eq!(
        sessions::list(&store).await.unwrap().len(),
        4,
        "any other link ends nothing"
    );
    let made = link(&instance, LinkScope::AllOut);
    assert_eq!(
        sessions::list(&store).await.unwrap().len(),
        4,
        "nor does one that nobody uses"
    );
    let own = instance
        .sign_in(&store, &made, None)
        .await
        .map_err(|error| error.to_string())
        .unwrap()
        .session;
    for session in before {
        assert!(!sessions::is_one(&store, &session).await.unwrap());
    }
    let left: Vec<String> = sessions::list(&store)
        .await
        .unwrap()
        .into_iter()
        .map(|(name, _)| name)
        .collect();
    assert_eq!(left, [sessions::name_of(&own)]);
}

#[tokio::test]
async fn an_instance_knows_since_when_its_cookies_are_prefixed() {
    const DAY_MS: u64 = 86_400_000;
    const NOON: u64 = 1_800_000_000_000;
    // Each start with its address and its day, and what is then known.
    for (starts, expected) in [
        (&[("https://peil.nl", 0)][..], Some(0)),
        (&[("http://peil.nl", 0)], None),
        (
            &[("http://peil.nl", 0), ("https://peil.nl", 3)],
            Some(NOON + 3 * DAY_MS),
        ),
        (
            &[
                ("http://peil.nl", 0),
                ("https://peil.nl", 3),
                ("https://peil.nl", 9),
            ],
            Some(NOON + 3 * DAY_MS),
        ),
        (
            &[
                ("http://a", 0),
                ("https://peil.nl", 3),
                ("https://ander.nl", 9),
            ],
            Some(NOON + 3 * DAY_MS),
        ),
        (
            &[
                ("https://peil.nl", 0),
                ("http://peil.nl", 3),
                ("https://peil.nl", 9),
            ],
            Some(NOON + 9 * DAY_MS),
        ),
    ] {
        let store = store();
        let mut known = None;
        for (address, day) in starts {
            known = Instance::begin(&store, address, NOON + day * DAY_MS)
                .await
                .unwrap()
                .prefixed_since;
        }
        assert_eq!(known, expected, "{starts:?}");
    }
}
