//! A room is made in three places; whatever a crash leaves between them harms nobody and is
//! cleared.

use std::sync::Arc;

use shared::ids::ProducerId;

use super::*;
use crate::backend::Backend;
use crate::decks::DeckDocument;
use crate::precondition::Precondition;
use crate::room::erase;

const DECK: &str = "ask: choice\n---\n# Hond of poes?\n\n- hond\n- poes\n";

struct LobbyFixture {
    backend: Backend,
    lobby: Lobby,
    deck: String,
}

impl LobbyFixture {
    async fn new() -> Self {
        let backend = Backend::memory();
        let store = Store(backend.documents.clone());
        let (deck, _) = Decks::new(store.clone()).add(DECK).await.unwrap();
        let registry = Arc::new(Registry::new(
            backend.journal.clone(),
            ProducerId::from("now"),
        ));
        let lobby = Lobby::new(store, backend.journal.clone(), registry);
        Self {
            backend,
            lobby,
            deck,
        }
    }

    async fn keys(&self) -> (Vec<String>, Vec<String>, Vec<String>) {
        let store = &self.lobby.store;
        let journals = self.backend.journal.rooms().await.unwrap();
        (
            journals,
            store.names(ROOMS).await.unwrap(),
            store.names(CODES).await.unwrap(),
        )
    }
}

#[tokio::test]
async fn a_room_is_found_by_its_name_and_by_its_code() {
    let house = LobbyFixture::new().await;
    let made = house
        .lobby
        .open(&house.deck, NewRoom::default())
        .await
        .unwrap();
    assert_eq!(
        house.lobby.find(&made.id).await.unwrap().document.code,
        made.document.code
    );
    assert_eq!(
        house
            .lobby
            .find_by_code(&made.document.code)
            .await
            .unwrap()
            .id,
        made.id
    );
    assert!(!shared::code::looks_like_code(made.id.as_str()));
    house.lobby.sweep(now_ms()).await.unwrap();
    assert!(
        house.lobby.find(&made.id).await.is_ok(),
        "a whole room is not swept"
    );
}

#[tokio::test]
async fn a_deck_of_before_a_rule_begins_rooms_until_it_is_saved_again() {
    let house = LobbyFixture::new().await;
    for text in [
        "# A\n\nNotes: zacht\n",
        "# A\n\n---\nAsk: choice\n---\n\n# B\n",
        "# A\n\n<!-- open\n",
    ] {
        let document = DeckDocument {
            title: "A".into(),
            slides: 1,
            text: text.into(),
            changed_at: 0,
        };
        house
            .lobby
            .store
            .create("decks/olddeck", &document)
            .await
            .unwrap();
        let made = house
            .lobby
            .open("olddeck", NewRoom::default())
            .await
            .unwrap();
        assert!(house.lobby.find(&made.id).await.is_ok());
        let decks = Decks::new(house.lobby.store.clone());
        let again = decks
            .change("olddeck", &Precondition::Any, &format!("{text}\n"))
            .await;
        assert!(matches!(again, Err(DeckError::Wrong(_))), "{text:?}");
        assert!(!crate::decks::warnings(text).is_empty(), "{text:?}");
        house.lobby.store.delete("decks/olddeck").await.unwrap();
    }
}

#[tokio::test]
async fn a_crash_after_the_journal_leaves_a_journal_that_is_swept() {
    let house = LobbyFixture::new().await;
    let made = house
        .lobby
        .open(&house.deck, NewRoom::default())
        .await
        .unwrap();
    let (room, code) = (room_key(&made.id), code_key(&made.document.code));
    house.lobby.store.delete(&code).await.unwrap();
    house.lobby.store.delete(&room).await.unwrap();
    house.lobby.sweep(now_ms()).await.unwrap();
    assert_eq!(house.keys().await, (vec![], vec![], vec![]));
}

#[tokio::test]
async fn a_crash_before_the_code_leaves_a_room_that_is_swept() {
    let house = LobbyFixture::new().await;
    let made = house
        .lobby
        .open(&house.deck, NewRoom::default())
        .await
        .unwrap();
    house
        .lobby
        .store
        .delete(&code_key(&made.document.code))
        .await
        .unwrap();
    assert!(matches!(
        house.lobby.find_by_code(&made.document.code).await,
        Err(LobbyError::Unknown)
    ));
    house.lobby.sweep(now_ms()).await.unwrap();
    assert_eq!(house.keys().await, (vec![], vec![], vec![]));
}

#[tokio::test]
async fn a_room_that_was_half_taken_in_is_found_by_nobody_and_swept() {
    let house = LobbyFixture::new().await;
    let made = house.lobby.open(&house.deck, NewRoom::default()).await;
    let made = made.unwrap();
    let records = erase::records(&made.id, &*house.backend.journal).await;
    let kept = ImportedRoom::from(&made.document);
    let before = house.keys().await;
    let taken = house.lobby.claim(made.id.clone(), kept.clone()).await;
    assert!(
        matches!(taken, Err(LobbyError::Exists)),
        "its name is taken"
    );
    let id = RoomId::from("elsewhere123");
    house.lobby.claim(id.clone(), kept.clone()).await.unwrap();
    let again = house.lobby.claim(id.clone(), kept.clone()).await;
    assert!(matches!(again, Err(LobbyError::Exists)), "one at a time");
    let journal = house.lobby.import_journal(&id, records.unwrap()).await;
    journal.unwrap();
    let unknown = house.lobby.find(&id).await;
    assert!(matches!(unknown, Err(LobbyError::Unknown)));
    house.lobby.sweep(now_ms()).await.unwrap();
    assert_eq!(house.keys().await, before);
    house.lobby.claim(id.clone(), kept).await.unwrap();
}

#[tokio::test]
async fn a_crash_while_removing_is_finished_by_the_sweep() {
    let house = LobbyFixture::new().await;
    let made = house
        .lobby
        .open(&house.deck, NewRoom::default())
        .await
        .unwrap();
    house
        .lobby
        .store
        .delete(&code_key(&made.document.code))
        .await
        .unwrap();
    house
        .backend
        .journal
        .drop_room(made.id.as_str())
        .await
        .unwrap();
    house.lobby.sweep(now_ms()).await.unwrap();
    assert_eq!(house.keys().await, (vec![], vec![], vec![]));
}

#[tokio::test]
async fn a_used_room_that_lost_its_code_gets_one_and_keeps_its_answers() {
    let house = LobbyFixture::new().await;
    let made = house
        .lobby
        .open(&house.deck, NewRoom::default())
        .await
        .unwrap();
    let handle = house.lobby.registry.get(&made.id);
    handle.ready().await.unwrap();
    let next = shared::control::Control::now(shared::control::ControlAction::Next);
    handle.control(next).await.unwrap();
    house
        .lobby
        .store
        .delete(&code_key(&made.document.code))
        .await
        .unwrap();
    house.lobby.sweep(now_ms()).await.unwrap();
    let found = house.lobby.find(&made.id).await.unwrap();
    assert_eq!(
        house
            .lobby
            .find_by_code(&found.document.code)
            .await
            .unwrap()
            .id,
        made.id
    );
}

#[tokio::test]
async fn removing_a_room_leaves_a_code_alone_that_another_room_has_by_now() {
    let house = LobbyFixture::new().await;
    let old = house
        .lobby
        .open(&house.deck, NewRoom::default())
        .await
        .unwrap();
    let new = house
        .lobby
        .open(&house.deck, NewRoom::default())
        .await
        .unwrap();
    let key = code_key(&old.document.code);
    let version = house
        .lobby
        .store
        .get::<RoomId>(&key)
        .await
        .unwrap()
        .unwrap()
        .version;
    house.lobby.store.put(&key, version, &new.id).await.unwrap();
    house.lobby.remove(&old.id).await.unwrap();
    assert_eq!(
        house.lobby.named(&old.document.code).await.unwrap(),
        Some(new.id)
    );
}

#[tokio::test]
async fn removing_leaves_nothing() {
    let house = LobbyFixture::new().await;
    let made = house
        .lobby
        .open(&house.deck, NewRoom::default())
        .await
        .unwrap();
    house.lobby.remove(&made.id).await.unwrap();
    assert_eq!(house.keys().await, (vec![], vec![], vec![]));
    assert!(matches!(
        house.lobby.remove(&made.id).await,
        Err(LobbyError::Unknown)
    ));
}

#[tokio::test]
async fn a_code_lasts_thirty_days_beyond_the_end() {
    let house = LobbyFixture::new().await;
    let made = house
        .lobby
        .open(&house.deck, NewRoom::default())
        .await
        .unwrap();
    house.lobby.note_end(&made.id).await.unwrap();
    assert!(house.lobby.find_by_code(&made.document.code).await.is_ok());
    let Versioned { version, value } = house.lobby.document(&made.id).await.unwrap();
    let long_ago = RoomDocument {
        ended_at: Some(now_ms() - 31 * DAY_MS),
        ..value
    };
    house
        .lobby
        .store
        .put(&room_key(&made.id), version, &long_ago)
        .await
        .unwrap();
    // By the time it is over, nobody remembers that it was found before.
    drop(house.lobby.known.change());
    assert!(matches!(
        house.lobby.find_by_code(&made.document.code).await,
        Err(LobbyError::Unknown)
    ));
    house.lobby.sweep(now_ms()).await.unwrap();
    assert!(
        house.lobby.find(&made.id).await.is_ok(),
        "the room itself stays"
    );
}

#[tokio::test]
async fn a_clock_that_is_ahead_at_a_start_takes_no_code_away() {
    for (days_after_the_end, days_ahead, kept) in [
        (0, 0, true),
        (0, 40, true),
        (0, 4_000, true),
        (10, 40, true),
        (31, 40, true),
        (398, 440, true),
        (401, 0, false),
        (401, 440, false),
    ] {
        let house = LobbyFixture::new().await;
        let made = house
            .lobby
            .open(&house.deck, NewRoom::default())
            .await
            .unwrap();
        let code = code_key(&made.document.code);
        let Versioned { version, value } = house.lobby.document(&made.id).await.unwrap();
        let ended = RoomDocument {
            ended_at: Some(now_ms() - days_after_the_end * DAY_MS),
            ..value
        };
        house
            .lobby
            .store
            .put(&room_key(&made.id), version, &ended)
            .await
            .unwrap();
        let clock = now_ms() + days_ahead * DAY_MS;
        let now = crate::age::now_to_clear_by(&house.lobby.store, &*house.backend.journal, clock)
            .await
            .unwrap();
        house.lobby.sweep(now).await.unwrap();
        let left = house
            .lobby
            .store
            .get::<RoomId>(&code)
            .await
            .unwrap()
            .is_some();
        assert_eq!(
            left, kept,
            "ended {days_after_the_end} days ago, a clock {days_ahead} days ahead"
        );
    }
}

#[tokio::test]
async fn a_code_is_given_to_no_other_room_while_it_leads_to_a_page_or_is_remembered() {
    const DAY: u64 = 86_400_000;
    let house = LobbyFixture::new().await;
    let wanted = NewRoom::default();
    let made = house.lobby.open(&house.deck, wanted).await.unwrap();
    house.lobby.note_end(&made.id).await.unwrap();
    let (code, now) = (&made.document.code, now_ms());
    let leads = async |days: u64| {
        house
            .lobby
            .read_by_code(code, now + days * DAY)
            .await
            .is_ok()
    };
    let stays = async |days: u64| {
        house.lobby.sweep(now + days * DAY).await.unwrap();
        house.keys().await.2.len() == 1
    };
    assert!(leads(29).await && !leads(31).await);
    assert!(stays(399).await, "it leads nowhere, and is nobody else's");
    let pages = after_pages::AfterPages::new(house.lobby.store.clone());
    let change = |open: bool| after_pages::AfterPageChange {
        draft: after_pages::AfterPageDraft {
            open,
            ..Default::default()
        },
        closes_at: Some(now + 500 * DAY),
        usual: "middag",
    };
    let saves = async |open: bool| {
        let saved = pages.save(&made.id, &Precondition::Any, change(open));
        saved.await.unwrap();
    };
    saves(true).await;
    assert!(leads(499).await && !leads(501).await);
    assert!(stays(499).await);
    saves(false).await;
    assert!(!leads(31).await && stays(399).await);
    assert!(!stays(402).await);
    assert!(house.lobby.find(&made.id).await.is_ok(), "the room stays");
}
