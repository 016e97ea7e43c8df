//! Who did what, where answers of people are stored in between.

use shared::control::{ControlAction, HostAction};
use shared::deck::PhonesTo;
use shared::event::Event;
use shared::host::{Actor, HostRole};

use super::{RoomTaskFixture, control, vote, votes};

/// Answers and what hosts do wait together, and go into one record.
#[tokio::test]
async fn what_a_host_asks_among_answers_is_theirs_and_the_answers_are_nobodys() {
    let fixture = RoomTaskFixture::begin().await;
    let room = fixture.open().await;
    let second = Actor::Link {
        role: HostRole::Remote,
        number: Some(2),
    };
    let host = room.on_behalf_of(Some(second));
    host.control(control(ControlAction::Next)).await.unwrap();
    let shows = Event::PhonesSet {
        to: PhonesTo::Shown,
    };
    let (before, closed, after) = tokio::join!(
        room.submit(vote(7, 1)),
        host.submit(shows),
        room.submit(vote(8, 1))
    );
    before.and(closed).and(after).unwrap();
    let again = fixture.after_a_restart().await;
    let listed = again.read(|room| room.recent_actions()).unwrap();
    let listed: Vec<_> = listed.iter().map(|each| (each.by, each.action)).collect();
    let expected = [
        (second, HostAction::SetPhones),
        (second, HostAction::Control(ControlAction::Go)),
    ];
    assert_eq!(listed, expected);
    assert_eq!(votes(&again), 2);
}
