//! What a room shows and when: the same bytes are never new, time alone makes them new, and who
//! left is gone.

use std::sync::Arc;

use shared::control::{Control, ControlAction};
use shared::deck::grammar;
use shared::event::{Batch, Event};
use shared::host::HostRole;
use shared::ids::{ParticipantId, ProducerId, RoomId, SlideId};
use shared::limits;
use shared::protocol::Closing;
use shared::protocol::view::Screen;
use shared::question::Answer;
use shared::rules::Rules;

use super::page::ReadingPage;
use crate::backend::Backend;
use crate::backend::memory::MemoryBackend;
use crate::fanout::{Fanout, RoomHub, Subscription, ViewKind};
use crate::forms::{FormStore, RoomForms};
use crate::room::{Registry, RoomHandle};
use crate::store::Store;

const DECK: &str = "---\nphones: hidden\ngrace: 1\n---\nask: choice\nid: pets\n---\n# Hond of poes?\n\n- hond\n- poes\n\n---\n\n# Klaar\n";
const STAGE: ViewKind = ViewKind::Hosts(HostRole::Stage);

/// A room with a question on the stage.
pub struct RoomFixture {
    backend: Backend,
    id: RoomId,
    pub fanout: Arc<Fanout>,
    pub room: RoomHandle,
}

impl RoomFixture {
    pub async fn begin() -> Self {
        let backend = Backend::from(MemoryBackend::new());
        let id = RoomId::from("room-1");
        let deck = Box::new(grammar::read(DECK).unwrap().deck);
        let events = vec![Event::Created {
            room: id.clone(),
            deck,
            rules: Rules::LATEST,
            moderates: true,
            groups: true,
            own_pace: true,
            trial: false,
        }];
        let batch = Batch {
            rules: limits::RULES,
            producer: ProducerId::from("first"),
            counter: 1,
            events,
            by: Default::default(),
        };
        backend
            .journal
            .create(id.as_str(), serde_json::to_vec(&batch).unwrap().into())
            .await;
        let registry = Registry::new(backend.journal.clone(), ProducerId::from("second"));
        let room = registry.get(&id);
        room.ready().await.unwrap();
        let fixture = Self {
            backend,
            id,
            fanout: Arc::default(),
            room,
        };
        fixture.does(ControlAction::Next).await;
        fixture
    }

    pub fn forms(&self) -> RoomForms {
        let store = Store(self.backend.documents.clone());
        Arc::new(FormStore::new(store)).keyed(&self.id, "a key")
    }

    pub fn hub(&self) -> Arc<RoomHub> {
        self.fanout.of(&self.id, &self.room)
    }

    pub async fn does(&self, action: ControlAction) {
        self.room.control(Control::now(action)).await.unwrap();
    }

    async fn votes(&self, person: u128) {
        let answer = Some(Answer::Choice {
            options: vec![1],
            other: None,
        });
        let (participant, question) = (ParticipantId(person), SlideId::from("pets"));
        self.room
            .submit(Event::Answered {
                participant,
                question,
                round: 1,
                turn: None,
                answer,
                held: Vec::new(),
            })
            .await
            .unwrap();
    }
}

/// A page with that subscription.
pub fn sits(mut subscription: Subscription) -> (ReadingPage, Subscription) {
    let (page, writer) = ReadingPage::opens();
    subscription.attach(writer);
    (page, subscription)
}

#[tokio::test(start_paused = true)]
async fn a_vote_moves_the_stage_and_leaves_the_phones_in_peace() {
    let fixture = RoomFixture::begin().await;
    let (mut stage, _stage) = sits(fixture.hub().subscribe_host(STAGE));
    let (mut phone, _phone) = sits(fixture.hub().subscribe_phone(ParticipantId(1)));
    stage.until(|view| view["present"] == 1).await;
    phone.next().await;
    for person in 1..=50 {
        fixture.votes(person).await;
    }
    let seen = stage
        .until(|view| view["slide"]["part"]["voters"] == 50)
        .await;
    assert_eq!(seen["participants"], 50);
    phone.quiet().await;
}

#[tokio::test]
async fn a_deadline_shows_itself_without_any_event() {
    let fixture = RoomFixture::begin().await;
    let (mut phone, _subscription) = sits(fixture.hub().subscribe_phone(ParticipantId(1)));
    fixture.does(ControlAction::Next).await;
    phone.until(|view| view["late"][0]["id"] == "pets").await;
    // The deck's grace is a second.
    phone
        .until(|view| view["late"] == serde_json::json!([]))
        .await;
}

#[tokio::test]
async fn somebody_who_goes_is_no_longer_there_and_two_tabs_are_one() {
    let fixture = RoomFixture::begin().await;
    let (mut stage, _subscription) = sits(fixture.hub().subscribe_host(STAGE));
    let tabs = [
        fixture.hub().subscribe_phone(ParticipantId(1)),
        fixture.hub().subscribe_phone(ParticipantId(1)),
    ];
    let other = fixture.hub().subscribe_phone(ParticipantId(2));
    stage.until(|view| view["present"] == 2).await;
    drop(other);
    stage.until(|view| view["present"] == 1).await;
    let [first, second] = tabs;
    drop(first);
    assert_eq!(fixture.fanout.present(&fixture.id), 1);
    drop(second);
    stage.until(|view| view["present"] == 0).await;
}

#[tokio::test(start_paused = true)]
async fn the_screen_is_turned_for_every_host_and_no_phone() {
    let fixture = RoomFixture::begin().await;
    let hub = fixture.hub();
    let (mut stage, _stage) = sits(hub.subscribe_host(STAGE));
    let (mut phone, _phone) = sits(hub.subscribe_phone(ParticipantId(1)));
    phone.next().await;
    hub.turn_screen(Screen::Blank);
    stage.until(|view| view["screen"] == "blank").await;
    phone.quiet().await;
}

#[tokio::test]
async fn a_page_that_asks_is_told_only_what_it_can_see() {
    let fixture = RoomFixture::begin().await;
    let hub = fixture.hub();
    let asks = |now: u64, since: u64| {
        fixture
            .room
            .read(|room| hub.asked(ParticipantId(9), since, room, room.at + now))
            .unwrap()
    };
    let seq = || fixture.room.read(|room| room.seq).unwrap();
    assert!(asks(0, 0), "it knows nothing yet");
    let (known, settled) = (seq(), 120_000);
    assert!(!asks(0, known), "time alone has changed nothing since");
    assert!(!asks(settled, known));
    fixture.votes(1).await;
    assert!(
        !asks(settled, known),
        "somebody else's vote is nothing to this phone"
    );
    fixture.does(ControlAction::Close).await;
    assert!(asks(settled, known));
    assert!(!asks(settled, seq()));
    assert_eq!(fixture.fanout.present(&fixture.id), 1, "who asks is there");
}

#[tokio::test]
async fn a_room_that_is_deleted_sends_everybody_away() {
    let fixture = RoomFixture::begin().await;
    let (mut stage, _subscription) = sits(fixture.hub().subscribe_host(STAGE));
    fixture
        .backend
        .journal
        .drop_room(fixture.id.as_str())
        .await
        .unwrap();
    assert_eq!(stage.sent_away().await, Closing::NoRoom);
}

#[tokio::test]
async fn whoever_sits_down_late_sees_what_was_shown_meanwhile() {
    let fixture = RoomFixture::begin().await;
    let hub = fixture.hub();
    let (mut first, _first) = sits(hub.subscribe_phone(ParticipantId(1)));
    let mut subscription = hub.subscribe_phone(ParticipantId(2));
    // The greeting is made now, and the socket is ready only after the room has moved.
    let greeted = fixture
        .room
        .read(|room| hub.view(ViewKind::Phones, room, room.at).version)
        .unwrap();
    fixture.does(ControlAction::Close).await;
    first
        .until(|view| view["slide"]["part"]["open"] == false)
        .await;
    let (mut late, writer) = ReadingPage::knows(greeted);
    subscription.attach(writer);
    late.until(|view| view["slide"]["part"]["open"] == false)
        .await;
}

#[tokio::test]
async fn a_stop_sends_everybody_away_and_waits_for_them() {
    let fixture = RoomFixture::begin().await;
    let (mut phone, subscription) = sits(fixture.hub().subscribe_phone(ParticipantId(1)));
    let (said, heard) = tokio::sync::oneshot::channel();
    fixture.fanout.run(async move {
        said.send(phone.sent_away().await).unwrap();
        drop(subscription);
    });
    fixture.fanout.drain().await;
    assert_eq!(heard.await.unwrap(), Closing::GoingAway);
    let (mut late, _subscription) = sits(fixture.hub().subscribe_phone(ParticipantId(2)));
    assert_eq!(
        late.sent_away().await,
        Closing::GoingAway,
        "nobody is forgotten who comes during the stop"
    );
}
