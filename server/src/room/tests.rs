//! The room task over a journal in memory: acks, batches, what is refused, what is waited for.

mod hosts;
mod trial;

use std::time::Duration;

use shared::control::{Control, ControlAction};
use shared::deck::grammar;
use shared::event::{Batch, Event};
use shared::ids::{ParticipantId, ProducerId, RoomId, SlideId};
use shared::limits;
use shared::question::Answer;
use shared::refusal::Refusal;
use shared::rules::Rules;
use tokio::time::Instant;

use super::fold::encode;
use super::inbox::SubmitError;
use super::{Registry, RoomHandle, erase};
use crate::backend::memory::{InjectedFailure, MemoryBackend};
use crate::backend::{Backend, NotStored};

const DECK: &str =
    "ask: choice\nid: pets\n---\n# Hond of poes?\n\n- hond\n- poes\n\n---\n\n# Klaar\n";

struct RoomTaskFixture {
    memory: MemoryBackend,
    backend: Backend,
    registry: Registry,
    id: RoomId,
}

impl RoomTaskFixture {
    async fn begin() -> Self {
        let memory = MemoryBackend::new();
        Self::on(memory.clone(), Backend::from(memory)).await
    }

    async fn on(memory: MemoryBackend, backend: Backend) -> Self {
        Self::beginning_as(memory, backend, false).await
    }

    async fn beginning_as(memory: MemoryBackend, backend: Backend, trial: bool) -> Self {
        let id = RoomId::from("room-1");
        let deck = Box::new(grammar::read(DECK).unwrap().deck);
        let events = vec![Event::Created {
            room: id.clone(),
            deck,
            rules: Rules::LATEST,
            moderates: true,
            groups: true,
            own_pace: true,
            trial,
        }];
        let batch = Batch {
            rules: limits::RULES,
            producer: ProducerId::from("first"),
            counter: 1,
            events,
            by: Default::default(),
        };
        backend.journal.create(id.as_str(), encode(&batch)).await;
        let registry = Registry::new(backend.journal.clone(), ProducerId::from("second"));
        Self {
            memory,
            backend,
            registry,
            id,
        }
    }

    async fn open(&self) -> RoomHandle {
        let handle = self.registry.get(&self.id);
        handle.ready().await.unwrap();
        handle
    }

    /// The same room as another process would find it.
    async fn after_a_restart(&self) -> RoomHandle {
        let registry = Registry::new(self.backend.journal.clone(), ProducerId::from("third"));
        let handle = registry.get(&self.id);
        handle.ready().await.unwrap();
        handle
    }
}

fn control(action: ControlAction) -> Control {
    Control::now(action)
}

fn vote(person: u128, option: u8) -> Event {
    Event::Answered {
        participant: ParticipantId(person),
        question: SlideId::from("pets"),
        round: 1,
        turn: None,
        answer: Some(Answer::Choice {
            options: vec![option],
            other: None,
        }),
        held: Vec::new(),
    }
}

fn votes(handle: &RoomHandle) -> u64 {
    handle
        .read(|room| {
            room.question(&SlideId::from("pets"))
                .unwrap()
                .current()
                .voters()
        })
        .unwrap()
}

#[tokio::test]
async fn an_acknowledged_vote_is_there_after_a_restart() {
    let fixture = RoomTaskFixture::begin().await;
    let room = fixture.open().await;
    room.control(control(ControlAction::Next)).await.unwrap();
    let ack = room.submit(vote(7, 1)).await.unwrap();
    assert_eq!(ack.receipt.turn, Some(1));
    let again = fixture.after_a_restart().await;
    assert_eq!(votes(&again), 1);
    again.reached(ack.seq).await.unwrap();
}

#[tokio::test]
async fn what_comes_in_while_storing_shares_one_record() {
    let fixture = RoomTaskFixture::begin().await;
    let room = fixture.open().await;
    room.control(control(ControlAction::Next)).await.unwrap();
    let crowd = (0..500).map(|person| {
        let room = room.clone();
        tokio::spawn(async move { room.submit(vote(person, 1)).await })
    });
    for vote in crowd.collect::<Vec<_>>() {
        vote.await.unwrap().unwrap();
    }
    assert_eq!(votes(&room), 500);
    let records = fixture
        .backend
        .journal
        .verify(fixture.id.as_str())
        .await
        .unwrap()
        .records;
    assert!(records < 100, "500 votes took {records} records");
}

#[tokio::test]
async fn a_repeated_vote_is_acknowledged_and_not_stored() {
    let fixture = RoomTaskFixture::begin().await;
    let room = fixture.open().await;
    room.control(control(ControlAction::Next)).await.unwrap();
    let first = room.submit(vote(7, 1)).await.unwrap();
    let second = room.submit(vote(7, 1)).await.unwrap();
    assert_eq!(first, second);
    assert_eq!(votes(&room), 1);
}

#[tokio::test]
async fn a_control_behind_a_vote_that_changes_nothing_is_carried_out() {
    let fixture = RoomTaskFixture::begin().await;
    let room = fixture.open().await;
    room.control(control(ControlAction::Next)).await.unwrap();
    room.submit(vote(7, 1)).await.unwrap();
    // Both lie in the inbox before the task looks.
    let both = async {
        tokio::join!(
            room.submit(vote(7, 1)),
            room.control(control(ControlAction::Next))
        )
    };
    let (vote, moved) = tokio::time::timeout(Duration::from_secs(5), both)
        .await
        .expect("both are answered");
    vote.unwrap();
    moved.unwrap();
}

#[tokio::test]
async fn two_controls_sent_together_move_two_slides() {
    let fixture = RoomTaskFixture::begin().await;
    let room = fixture.open().await;
    let (first, second) = tokio::join!(
        room.control(control(ControlAction::Next)),
        room.control(control(ControlAction::Next))
    );
    first.and(second).unwrap();
    assert_eq!(
        room.read(|room| room.position.clone()).unwrap(),
        Some(SlideId::from("klaar"))
    );
    let third = room.control(control(ControlAction::Next)).await;
    assert_eq!(third, Err(SubmitError::Refused(Refusal::AtEnd)));
}

#[tokio::test]
async fn a_full_disk_refuses_and_goes_on_when_there_is_room() {
    let fixture = RoomTaskFixture::begin().await;
    let room = fixture.open().await;
    room.control(control(ControlAction::Next)).await.unwrap();
    fixture
        .memory
        .fail_next(InjectedFailure::NotStored(NotStored::DiskFull));
    assert_eq!(room.submit(vote(7, 1)).await, Err(SubmitError::CannotStore));
    assert_eq!(votes(&room), 0);
    room.submit(vote(7, 1)).await.unwrap();
    assert_eq!(votes(&room), 1);
}

#[tokio::test]
async fn above_the_bound_of_a_journal_participants_are_refused_and_hosts_go_on() {
    let mut fixture = RoomTaskFixture::begin().await;
    let registry = Registry::new(fixture.backend.journal.clone(), ProducerId::from("second"));
    fixture.registry = registry.with_journals_up_to(20_000);
    let room = fixture.open().await;
    room.control(control(ControlAction::Next)).await.unwrap();
    // One person who changes their mind for ever: no bound of people or of answers is reached.
    let mut stored = 0;
    while room.submit(vote(7, 1 + stored % 2)).await.is_ok() {
        stored += 1;
        assert!(stored < 250, "the bound is never reached");
    }
    assert_eq!(
        room.submit(vote(7, 1 + stored % 2)).await,
        Err(SubmitError::Refused(Refusal::Full))
    );
    assert_eq!(
        room.submit(vote(8, 1)).await,
        Err(SubmitError::Refused(Refusal::Full))
    );
    let bytes = fixture
        .backend
        .journal
        .verify(fixture.id.as_str())
        .await
        .unwrap()
        .body_bytes;
    assert!(
        (20_000..20_500).contains(&bytes),
        "{stored} votes took {bytes} bytes"
    );
    room.submit(vote(7, 1 + (stored + 1) % 2))
        .await
        .expect("what is stored is acknowledged again");
    room.control(control(ControlAction::Next))
        .await
        .expect("hosts go on");
    let again = Registry::new(fixture.backend.journal.clone(), ProducerId::from("third"))
        .with_journals_up_to(20_000);
    let again = again.get(&fixture.id);
    again.ready().await.unwrap();
    assert_eq!(
        again.submit(vote(9, 1)).await,
        Err(SubmitError::Refused(Refusal::Full)),
        "a restart gives no room"
    );
    assert_eq!(votes(&again), 1);
}

#[tokio::test]
async fn what_an_inbox_does_not_hold_is_to_be_tried_again() {
    let fixture = RoomTaskFixture::begin().await;
    let room = fixture.open().await;
    room.control(control(ControlAction::Next)).await.unwrap();
    let many = (0..limits::ROOM_QUEUE as u128 + 50).map(|person| room.submit(vote(person, 1)));
    // All of them before the room's task has a turn.
    let replies = tokio::task::unconstrained(futures_util::future::join_all(many)).await;
    let turned_away = replies
        .iter()
        .filter(|reply| **reply == Err(SubmitError::TryAgain))
        .count();
    assert_eq!(turned_away, 50);
    assert_eq!(
        votes(&room),
        limits::ROOM_QUEUE as u64,
        "and the others are stored"
    );
}

#[tokio::test]
async fn a_vote_of_which_it_is_unknown_whether_it_was_stored_counts_once() {
    for failure in [InjectedFailure::UnknownStored, InjectedFailure::UnknownLost] {
        let fixture = RoomTaskFixture::begin().await;
        let room = fixture.open().await;
        room.control(control(ControlAction::Next)).await.unwrap();
        fixture.memory.fail_next(failure);
        room.submit(vote(7, 1)).await.unwrap();
        assert_eq!(votes(&room), 1);
        assert_eq!(votes(&fixture.after_a_restart().await), 1);
    }
}

#[tokio::test]
async fn erasing_takes_the_content_out_of_the_journal_and_the_room_goes_on() {
    let fixture = RoomTaskFixture::begin().await;
    let room = fixture.open().await;
    room.control(control(ControlAction::Next)).await.unwrap();
    let ack = room.submit(vote(7, 1)).await.unwrap();
    room.submit(vote(8, 2)).await.unwrap();
    let answer = ack.receipt.answer.unwrap();
    room.submit(Event::Erased { answer }).await.unwrap();
    erase::redact(&fixture.id, &*fixture.backend.journal)
        .await
        .unwrap();
    assert_eq!(votes(&room), 1);
    assert_eq!(
        room.submit(vote(7, 1)).await,
        Err(SubmitError::Refused(Refusal::Erased))
    );
    room.submit(vote(9, 1)).await.unwrap();
    let again = fixture.after_a_restart().await;
    assert_eq!(votes(&again), 2);
    assert_eq!(
        again.read(|room| room.pending_redactions().len()).unwrap(),
        0
    );
}

#[tokio::test]
async fn a_sequence_that_is_not_there_yet_is_no_refusal() {
    let fixture = RoomTaskFixture::begin().await;
    let room = fixture.open().await;
    assert_eq!(room.reached(1_000).await, Err(SubmitError::TryAgain));
}

#[tokio::test]
async fn a_record_that_can_not_be_read_stops_its_room_alone() {
    let fixture = RoomTaskFixture::begin().await;
    let odd = br#"{"rules":99,"boot":"x","counter":1,"events":[{"event":"never_heard_of"}]}"#;
    fixture
        .backend
        .journal
        .append(fixture.id.as_str(), odd.as_slice().into())
        .await;
    let room = fixture.registry.get(&fixture.id);
    assert_eq!(room.ready().await, Err(SubmitError::Damaged));
    assert_eq!(room.submit(vote(7, 1)).await, Err(SubmitError::Damaged));
}

#[tokio::test]
async fn a_room_that_does_not_exist_is_gone() {
    let fixture = RoomTaskFixture::begin().await;
    let room = fixture.registry.get(&RoomId::from("nowhere"));
    assert_eq!(room.ready().await, Err(SubmitError::Gone));
}

/// Longer than a room stays in memory without anybody.
const A_WHILE: Duration = Duration::from_secs(limits::ROOM_IDLE_SECONDS + 1);

#[tokio::test]
async fn a_room_that_nobody_looks_at_leaves_memory_and_comes_back_whole() {
    let fixture = RoomTaskFixture::begin().await;
    let room = fixture.open().await;
    room.control(control(ControlAction::Next)).await.unwrap();
    room.submit(vote(7, 1)).await.unwrap();
    let mut later = Instant::now() + A_WHILE;
    fixture.registry.unload_idle(later);
    assert_eq!(fixture.registry.len(), 1, "somebody holds it");
    drop(room);
    later += A_WHILE / 2;
    fixture.registry.unload_idle(later);
    assert_eq!(fixture.registry.len(), 1, "somebody held it not long ago");
    later += A_WHILE / 2;
    fixture.registry.unload_idle(later);
    assert_eq!(fixture.registry.len(), 0);
    let again = fixture.open().await;
    assert_eq!(votes(&again), 1);
    again.submit(vote(8, 1)).await.unwrap();
    assert_eq!(votes(&again), 2);
}

#[tokio::test]
async fn answers_that_come_at_the_moment_of_unloading_are_all_stored() {
    for unknown in [
        None,
        Some(InjectedFailure::UnknownLost),
        Some(InjectedFailure::UnknownStored),
    ] {
        let fixture = RoomTaskFixture::begin().await;
        let room = fixture.open().await;
        room.control(control(ControlAction::Next)).await.unwrap();
        unknown
            .into_iter()
            .for_each(|failure| fixture.memory.fail_next(failure));
        // Nobody waits for these: they lie in the inbox, and the last handle but the registry's
        // goes.
        for person in 0..100 {
            room.tell(vote(person, 1)).await;
        }
        drop(room);
        fixture.registry.unload_idle(Instant::now() + A_WHILE);
        assert_eq!(fixture.registry.len(), 0);
        // Somebody comes back before the old task has stored anything, and votes too.
        let again = fixture.open().await;
        again.submit(vote(1_000, 1)).await.unwrap();
        assert_eq!(votes(&again), 101, "{unknown:?}");
        assert_eq!(votes(&fixture.after_a_restart().await), 101, "{unknown:?}");
    }
}

/// A hall comes in faster than a slow disk takes it.
#[tokio::test]
async fn whoever_arrives_is_counted_though_the_inbox_is_full() {
    let fixture = RoomTaskFixture::begin().await;
    let room = fixture.open().await;
    let people = limits::ROOM_QUEUE as u128 + 100;
    for person in 0..people {
        // Between two of these nobody empties the inbox, unless they wait for it.
        room.tell(Event::Joined {
            participant: ParticipantId(person),
        })
        .await;
    }
    room.control(control(ControlAction::Next)).await.unwrap();
    assert_eq!(room.read(|room| room.people.len()).unwrap() as u128, people);
}

/// On a disk, where an append takes its time: what comes meanwhile waits behind it when nobody is
/// left.
#[tokio::test]
async fn what_waits_behind_an_append_is_stored_before_a_room_leaves() {
    let folder = tempfile::tempdir().unwrap();
    let fixture =
        RoomTaskFixture::on(MemoryBackend::new(), Backend::open(folder.path()).unwrap()).await;
    let room = fixture.open().await;
    room.control(control(ControlAction::Next)).await.unwrap();
    room.tell(vote(1, 1)).await;
    // The room's task begins to store it.
    tokio::task::yield_now().await;
    room.tell(vote(2, 1)).await;
    drop(room);
    fixture.registry.unload_idle(Instant::now() + A_WHILE);
    assert_eq!(fixture.registry.len(), 0);
    assert_eq!(votes(&fixture.open().await), 2);
}

/// What a vote takes in the file of a data folder, with everything around it, in bytes: in a hall
/// where hundreds share a record, and for a single voter, with a record to themselves.
const VOTE_BYTES: [u64; 2] = [160, 280];

#[tokio::test]
async fn what_a_vote_takes_on_disk_is_known() {
    let folder = tempfile::tempdir().unwrap();
    let fixture = RoomTaskFixture::on(
        MemoryBackend::new(),
        Backend::open(&folder.path().join("data")).unwrap(),
    )
    .await;
    let room = fixture.open().await;
    room.control(control(ControlAction::Next)).await.unwrap();
    let copies = std::cell::Cell::new(0);
    let size = || {
        copies.set(copies.get() + 1);
        Backend::backup(
            &folder.path().join("data"),
            &folder.path().join(copies.get().to_string()),
        )
        .unwrap()
    };
    let empty = size();
    let votes = (0..4_000).map(|person| {
        let room = room.clone();
        tokio::spawn(async move { room.submit(vote(person << 100 | person, 1)).await })
    });
    for vote in votes.collect::<Vec<_>>() {
        vote.await.unwrap().unwrap();
    }
    let together = size();
    for person in 4_000..4_400 {
        room.submit(vote(person << 100 | person, 1)).await.unwrap();
    }
    let took = [(together - empty) / 4_000, (size() - together) / 400];
    println!("a vote takes {} bytes on disk, alone {}", took[0], took[1]);
    assert!(
        took[0] <= VOTE_BYTES[0] && took[1] <= VOTE_BYTES[1],
        "{took:?}"
    );
}
