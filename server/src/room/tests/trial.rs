//! What was tried out goes from the journal when the room begins, also where that was cut off.

use std::time::Duration;

use shared::room::Room;

use super::*;
use crate::room::fold::fold_all;

impl RoomTaskFixture {
    async fn tried_out() -> (Self, RoomHandle) {
        let memory = MemoryBackend::new();
        let backend = Backend::from(memory.clone());
        let fixture = Self::beginning_as(memory, backend, true).await;
        let room = fixture.open().await;
        room.control(control(ControlAction::Next)).await.unwrap();
        room.try_out(5).await.unwrap();
        room.submit(vote(1 << 100, 1)).await.unwrap();
        assert_eq!(votes(&room), 6);
        (fixture, room)
    }

    /// The whole journal as text.
    async fn journal(&self) -> String {
        let mut text = String::new();
        let keep = |_, batch: &Batch, _: &[_]| text += &serde_json::to_string(batch).unwrap();
        let folded = fold_all(&self.id, &*self.backend.journal, |_, _| {}, keep).await;
        assert!(folded.is_ok());
        text
    }
}

#[tokio::test]
async fn a_room_that_began_has_nothing_left_of_its_trial_in_the_journal() {
    let (fixture, room) = RoomTaskFixture::tried_out().await;
    assert_eq!(fixture.journal().await.matches("answered").count(), 6);
    room.control(control(ControlAction::Begin)).await.unwrap();
    erase::redact(&fixture.id, &*fixture.backend.journal)
        .await
        .unwrap();
    assert_eq!(fixture.journal().await.matches("answered").count(), 0);
    room.control(control(ControlAction::Next)).await.unwrap();
    room.submit(vote(1 << 100, 2)).await.unwrap();
    let again = fixture.after_a_restart().await;
    for room in [&room, &again] {
        assert_eq!(votes(room), 1);
        assert!(!room.read(Room::is_trial).unwrap());
    }
}

#[tokio::test]
async fn what_was_left_of_a_trial_when_peil_fell_over_goes_at_the_next_start() {
    let (fixture, room) = RoomTaskFixture::tried_out().await;
    room.control(control(ControlAction::Begin)).await.unwrap();
    assert_eq!(fixture.journal().await.matches("answered").count(), 6);
    let again = fixture.after_a_restart().await;
    assert_eq!(votes(&again), 0);
    let gone = async {
        while fixture.journal().await.contains("answered") {
            tokio::task::yield_now().await;
        }
    };
    tokio::time::timeout(Duration::from_secs(20), gone)
        .await
        .expect("the journal is written anew");
}
