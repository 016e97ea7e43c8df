//! Cookies from before identities were proven, on a data folder from then.

use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use http::{Method, Request, StatusCode, header};
use serde_json::{Value, json};
use shared::event::Event;
use shared::ids::ProducerId;
use tower::ServiceExt;

use crate::backend::Backend;
use crate::backend::memory::MemoryBackend;
use crate::decks::Decks;
use crate::http::router::router;
use crate::lobby::{Lobby, NewRoom, RoomDocument};
use crate::room::Registry;
use crate::settings::ServerSettings;
use crate::store::Store;
use crate::{App, prepare, random};

use super::*;

const ANNA: &str = "00112233445566778899aabbccddeeff";
const EVE: &str = "ffeeddccbbaa99887766554433221100";
const DECK: &str = "---\ntitle: Vroeger\nlanguage: nl\n---\nask: choice\nid: pets\n---\n\n# Poes of hond?\n\n- Poes\n- Hond\n";

/// An instance whose first room is from before, with Anna in it.
struct EntranceFixture {
    app: App,
    router: Router,
    /// The room of before, and one from after.
    codes: [String; 2],
}

async fn house() -> EntranceFixture {
    let memory = MemoryBackend::new();
    let backend = Backend::from(memory.clone());
    let store = Store(backend.documents.clone());
    let registry = Arc::new(Registry::new(
        backend.journal.clone(),
        ProducerId(random::name(16)),
    ));
    let lobby = Lobby::new(store.clone(), backend.journal.clone(), registry.clone());
    let (deck, _) = Decks::new(store.clone()).add(DECK).await.unwrap();
    let old = lobby.open(&deck, NewRoom::default()).await.unwrap();
    let kept = store
        .get::<RoomDocument>(&format!("rooms/{}", old.id))
        .await
        .unwrap()
        .unwrap();
    let before = RoomDocument {
        created_at: 1,
        ..kept.value
    };
    let participant = Identity::parse(ANNA).unwrap().in_room(&before);
    store
        .put(&format!("rooms/{}", old.id), kept.version, &before)
        .await
        .unwrap();
    let room = registry.get(&old.id);
    room.ready().await.unwrap();
    room.submit(Event::Opened {
        question: "pets".into(),
        after: None,
    })
    .await
    .unwrap();
    room.submit(Event::Joined { participant }).await.unwrap();
    let listener = crate::http::accept::listen("127.0.0.1:0".parse().unwrap()).unwrap();
    let ready = prepare(listener, Backend::from(memory), ServerSettings::default())
        .await
        .unwrap();
    let new = ready
        .app
        .lobby
        .open(&deck, NewRoom::default())
        .await
        .unwrap();
    let handle = ready.app.registry.get(&new.id);
    handle.ready().await.unwrap();
    handle
        .submit(Event::Opened {
            question: "pets".into(),
            after: None,
        })
        .await
        .unwrap();
    let codes = [&old, &new].map(|found| found.document.code.digits().to_owned());
    EntranceFixture {
        router: router(ready.app.clone()),
        app: ready.app,
        codes,
    }
}

impl EntranceFixture {
    async fn asks(
        &self,
        method: Method,
        path: String,
        cookie: &str,
        body: Value,
    ) -> (StatusCode, Option<String>) {
        let request = Request::builder()
            .method(method)
            .uri(path)
            .header("cookie", format!("peil_id={cookie}"));
        let request = request
            .header("origin", "http://localhost")
            .header("host", "localhost");
        let response = self
            .router
            .clone()
            .oneshot(request.body(Body::from(body.to_string())).unwrap())
            .await
            .unwrap();
        let set = response
            .headers()
            .get(header::SET_COOKIE)
            .map(|set| set.to_str().unwrap().to_owned());
        let value =
            set.and_then(|set| Some(set.strip_prefix("peil_id=")?.split(';').next()?.to_owned()));
        (response.status(), value)
    }

    /// The status of a vote, and the cookie that the page brings.
    async fn comes(&self, code: &str, cookie: &str) -> (StatusCode, String) {
        let vote = json!({ "type": "answer", "question": "pets", "round": 1, "turn": 1, "fields": [["option", "1"]] });
        let (voted, _) = self
            .asks(Method::POST, format!("/{code}/frames"), cookie, vote)
            .await;
        let (shown, brought) = self
            .asks(Method::GET, format!("/{code}"), cookie, Value::Null)
            .await;
        assert_eq!(shown, StatusCode::OK);
        (voted, brought.expect("a page brings a cookie"))
    }

    async fn people(&self, code: &str) -> usize {
        let found = self
            .app
            .lobby
            .find_by_code(&shared::code::JoinCode::parse(code).unwrap())
            .await
            .unwrap();
        self.app
            .registry
            .get(&found.id)
            .read(|room| room.people.len())
            .unwrap()
    }
}

#[tokio::test]
async fn an_old_cookie_counts_where_its_owner_had_joined_and_nowhere_else() {
    let house = house().await;
    let [old, new] = &house.codes;
    let (voted, anew) = house.comes(old, ANNA).await;
    assert_eq!(voted, StatusCode::OK, "Anna had joined");
    assert!(
        anew.starts_with(&format!("{ANNA}.")) && anew.len() > 70,
        "and is issued a cookie anew: {anew}"
    );
    for (code, cookie, why) in [
        (old, EVE, "never joined"),
        (
            new,
            ANNA,
            "did not join this one, and nobody could by such a cookie any more",
        ),
        (new, EVE, "never joined anything"),
        (
            old,
            &ANNA.to_uppercase()[..],
            "is no cookie that there ever was",
        ),
        (old, &ANNA[1..], "is too short"),
    ] {
        let (voted, given) = house.comes(code, cookie).await;
        assert_eq!(voted, StatusCode::CONFLICT, "{cookie} {why}");
        assert!(
            !given.to_lowercase().contains(&cookie.to_lowercase()),
            "{cookie} {why}: {given}"
        );
    }
    assert_eq!((house.people(old).await, house.people(new).await), (1, 0));
    for code in [old, new] {
        let (voted, again) = house.comes(code, &anew).await;
        assert_eq!(
            (voted, &again),
            (StatusCode::OK, &anew),
            "the new cookie counts everywhere"
        );
    }
    assert_eq!((house.people(old).await, house.people(new).await), (1, 1));
}
