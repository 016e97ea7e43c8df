//! What a hall shows and when: the same bytes are never new, time alone makes them new, and who left is gone.

use std::sync::Arc;
use std::time::Duration;

use shared::deck::grammar;
use shared::event::{Answer, Audience as Shows, Batch, Event};
use shared::ids::{Boot, ParticipantId, RoomId, SlideId};
use shared::limits;
use shared::protocol::view::Screen;
use shared::room::{Action, Control, HostRole};

use super::*;
use crate::backend::Backend;
use crate::backend::memory::Memory;
use crate::room::Registry;

const DECK: &str = "---\nphones: hidden\ngrace: 1\n---\nask: choice\nid: dier\n---\n# Hond of poes?\n\n- hond\n- poes\n\n---\n\n# Klaar\n";
const STAGE: Audience = Audience::Hosts(HostRole::Stage);

struct Evening {
    backend: Backend,
    id: RoomId,
    hall: Arc<Hall>,
    room: RoomHandle,
}

impl Evening {
    async fn begin() -> Self {
        let backend = Backend::from(Memory::new());
        let id = RoomId::from("avond");
        let deck = Box::new(grammar::read(DECK).unwrap().deck);
        let events = vec![Event::Created { room: id.clone(), deck }];
        let batch = Batch { rules: limits::RULES, boot: Boot::from("eerste"), counter: 1, events };
        backend.journal.create(id.as_str(), serde_json::to_vec(&batch).unwrap().into()).await;
        let registry = Registry::new(backend.journal.clone(), Boot::from("tweede"));
        let room = registry.get(&id);
        room.ready().await.unwrap();
        let evening = Self { backend, id, hall: Arc::default(), room };
        evening.does(Action::Next).await;
        evening
    }

    fn gathering(&self) -> Arc<Gathering> {
        self.hall.of(&self.id, &self.room)
    }

    async fn does(&self, action: Action) {
        self.room.control(Control { action, slide: None, on: Shows::Stage }).await.unwrap();
    }

    async fn votes(&self, person: u128) {
        let answer = Some(Answer::Choice { options: vec![1], other: None });
        let (participant, question) = (ParticipantId(person), SlideId::from("dier"));
        self.room.submit(Event::Answered { participant, question, round: 1, turn: None, answer }).await.unwrap();
    }
}

async fn next(seat: &mut Seat) -> Shown {
    let changed = tokio::time::timeout(Duration::from_secs(5), seat.shown.changed()).await;
    changed.expect("something is shown in time").expect("the hall is there");
    seat.shown.borrow_and_update().clone()
}

fn view(shown: Shown) -> serde_json::Value {
    match shown {
        Shown::View(view) => serde_json::from_str(view.json.get()).unwrap(),
        other => panic!("a view, not {other:?}"),
    }
}

/// Looks until the view is as it should be; the last one is shown if it never is.
async fn until(seat: &mut Seat, wanted: impl Fn(&serde_json::Value) -> bool) -> serde_json::Value {
    loop {
        let seen = view(next(seat).await);
        if wanted(&seen) {
            return seen;
        }
    }
}

async fn quiet(seat: &mut Seat) {
    let changed = tokio::time::timeout(Duration::from_millis(400), seat.shown.changed()).await;
    assert!(changed.is_err(), "nothing new: {:?}", seat.shown.borrow());
}

#[tokio::test]
async fn a_vote_moves_the_stage_and_leaves_the_phones_in_peace() {
    let evening = Evening::begin().await;
    let (mut stage, mut phone) =
        (evening.gathering().seat_host(STAGE), evening.gathering().seat_phone(ParticipantId(1)));
    until(&mut stage, |view| view["present"] == 1).await;
    view(next(&mut phone).await);
    for person in 1..=50 {
        evening.votes(person).await;
    }
    let seen = until(&mut stage, |view| view["slide"]["part"]["voters"] == 50).await;
    assert_eq!(seen["participants"], 50);
    quiet(&mut phone).await;
}

#[tokio::test]
async fn a_deadline_shows_itself_without_any_event() {
    let evening = Evening::begin().await;
    let mut phone = evening.gathering().seat_phone(ParticipantId(1));
    evening.does(Action::Next).await;
    until(&mut phone, |view| view["late"][0]["id"] == "dier").await;
    // The deck's grace is a second.
    until(&mut phone, |view| view["late"] == serde_json::json!([])).await;
}

#[tokio::test]
async fn somebody_who_goes_is_no_longer_there_and_two_tabs_are_one() {
    let evening = Evening::begin().await;
    let mut stage = evening.gathering().seat_host(STAGE);
    let tabs = [evening.gathering().seat_phone(ParticipantId(1)), evening.gathering().seat_phone(ParticipantId(1))];
    let other = evening.gathering().seat_phone(ParticipantId(2));
    until(&mut stage, |view| view["present"] == 2).await;
    drop(other);
    until(&mut stage, |view| view["present"] == 1).await;
    let [first, second] = tabs;
    drop(first);
    assert_eq!(evening.hall.present(&evening.id), 1);
    drop(second);
    until(&mut stage, |view| view["present"] == 0).await;
}

#[tokio::test]
async fn the_screen_is_turned_for_every_host_and_no_phone() {
    let evening = Evening::begin().await;
    let gathering = evening.gathering();
    let (mut stage, mut phone) = (gathering.seat_host(STAGE), gathering.seat_phone(ParticipantId(1)));
    view(next(&mut phone).await);
    gathering.turn_screen(Screen::Blank);
    until(&mut stage, |view| view["screen"] == "blank").await;
    quiet(&mut phone).await;
}

#[tokio::test]
async fn a_page_that_asks_is_told_only_what_it_can_see() {
    let evening = Evening::begin().await;
    let gathering = evening.gathering();
    let asks = |now: u64, since: u64| {
        evening.room.read(|room| gathering.asked(ParticipantId(9), since, room, room.at + now)).unwrap()
    };
    let seq = || evening.room.read(|room| room.seq).unwrap();
    assert!(asks(0, 0), "it knows nothing yet");
    let (known, settled) = (seq(), 120_000);
    assert!(!asks(settled, known));
    evening.votes(1).await;
    assert!(!asks(settled, known), "somebody else's vote is nothing to this phone");
    evening.does(Action::Close).await;
    assert!(asks(settled, known));
    assert!(!asks(settled, seq()));
    assert_eq!(evening.hall.present(&evening.id), 1, "who asks is there");
}

#[tokio::test]
async fn a_room_that_is_deleted_sends_everybody_away() {
    let evening = Evening::begin().await;
    let mut stage = evening.gathering().seat_host(STAGE);
    evening.backend.journal.drop_room(evening.id.as_str()).await.unwrap();
    while !matches!(next(&mut stage).await, Shown::Over(_)) {}
}

#[tokio::test]
async fn a_stop_waits_for_sockets_and_tells_them() {
    let hall = Arc::new(Hall::default());
    let mut stopping = hall.stopping();
    let (said, heard) = tokio::sync::oneshot::channel();
    hall.run(async move {
        stopping.wait_for(|stopping| *stopping).await.unwrap();
        said.send(()).unwrap();
    });
    hall.drain().await;
    heard.await.unwrap();
}
