//! The door: who is in stays, nobody else joins, by whatever they do.

use super::commands::*;
use super::story::{NOON, room};
use super::*;
use crate::event::Event;
use crate::host::HostRole;
use crate::protocol::view::{Around, WaitingCounts};
use crate::room::{Admission, Door};

fn set(open: bool) -> Command {
    Event::DoorSet { open }.into()
}

/// Anna is in and has added something, Bram is not; a choice and an open question are open, and the
/// door is closed.
fn closed() -> Story {
    room()
        .moved("knowledge")
        .opened("step")
        .added(ANNA, "step", "k", "Bel")
        .then(set(false))
}

#[test]
fn whoever_is_not_in_joins_by_nothing_they_do() {
    for command in [
        joins(BRAM),
        picks(BRAM, "knowledge", 1, [1]),
        picks(BRAM, "knowledge", 1, [1]).by_form(),
        adds(BRAM, "step", "k", 1, "Mail"),
        adds(BRAM, "step", "k", 1, "Mail").by_form(),
        upvotes(BRAM, "step", 1),
        says(BRAM, "values", 1, ["rust"]),
    ] {
        let given = closed().opened("values");
        let after = check(given, command.clone(), Refusal::DoorClosed);
        assert_eq!(after.room.people.len(), 1);
        check(after.story.then(set(true)), command, Accepted);
    }
}

#[test]
fn whoever_is_in_goes_on() {
    check(closed(), joins(ANNA), Repeated);
    check(closed(), picks(ANNA, "knowledge", 1, [1]), Accepted);
    check(closed(), adds(ANNA, "step", "k2", 1, "Mail"), Accepted);
    check(closed(), adds(ANNA, "step", "k", 2, "Bel eerder"), Accepted);
    let voted = room()
        .opened("step")
        .added(ANNA, "step", "k", "Bel")
        .then(joins(BRAM))
        .then(set(false));
    check(voted, upvotes(BRAM, "step", 1), Accepted);
}

#[test]
fn a_door_that_is_so_already_is_no_change() {
    check(room(), set(true), Repeated);
    check(room(), set(false), Accepted);
    check(closed(), set(false), Repeated);
    check(closed(), set(true), Accepted);
    check(closed().then(set(true)), set(true), Repeated);
    check(room().ended(), set(false), Refusal::Ended);
    check(closed().ended(), set(true), Refusal::Ended);
}

#[test]
fn when_all_is_over_the_door_keeps_nobody_from_looking_on() {
    let after = check(closed().ended(), joins(BRAM), Accepted);
    assert!(!after.room.is_door_closed());
}

#[test]
fn hosts_behind_the_stage_see_the_door_and_who_waits_and_nobody_else_does() {
    let waiting = WaitingCounts {
        participants: 1_240,
        networks: 1,
        asked: true,
    };
    let around = Around {
        waiting: Some(waiting),
        ..Around::default()
    };
    for (role, sees) in [
        (HostRole::Stage, false),
        (HostRole::Presenter, true),
        (HostRole::Remote, true),
        (HostRole::Moderator, true),
    ] {
        let view = closed().room.host_view(role, NOON, around);
        assert_eq!(
            (view.door_closed, view.waiting),
            (sees, Some(waiting).filter(|_| sees)),
            "{role:?}"
        );
        assert!(!room().room.host_view(role, NOON, around).door_closed);
    }
    let phone = serde_json::to_string(&closed().phone()).unwrap();
    assert!(
        !phone.contains("door") && !phone.contains("waiting"),
        "{phone}"
    );
}

#[test]
fn what_hosts_say_of_newcomers_is_read_as_it_is_written() {
    for (text, admission, stored) in [
        (
            r#"{"do":"door","to":"open"}"#,
            Admission::Door { to: Door::Open },
            Some(Event::DoorSet { open: true }),
        ),
        (
            r#"{"do":"door","to":"closed"}"#,
            Admission::Door { to: Door::Closed },
            Some(Event::DoorSet { open: false }),
        ),
        (r#"{"do":"admit"}"#, Admission::Admit, None),
        (r#"{"do":"wait"}"#, Admission::Wait, None),
    ] {
        assert_eq!(serde_json::from_str::<Admission>(text).unwrap(), admission);
        assert_eq!(serde_json::to_string(&admission).unwrap(), text);
        assert_eq!(admission.event(), stored);
        assert!(
            Admission::WORDS
                .iter()
                .any(|word| text.contains(&format!("\"do\":\"{word}\"")))
        );
    }
    for odd in [
        r#"{"do":"door"}"#,
        r#"{"do":"door","to":"ajar"}"#,
        r#"{"do":"door","to":true}"#,
        r#"{"to":"open"}"#,
    ] {
        assert!(serde_json::from_str::<Admission>(odd).is_err(), "{odd}");
    }
}
