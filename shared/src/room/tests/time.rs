//! Deadlines are state: time alone closes a question, and only an event opens it.

use super::commands::*;
use super::story::{NOON, SECOND, room, room_with};
use super::*;
use crate::control::ControlAction;

#[test]
fn grace_runs_from_when_the_stage_leaves() {
    let left = || room().moved("knowledge").later(SECOND).moved("welcome");
    check(
        left().later(20 * SECOND - 1),
        picks(ANNA, "knowledge", 1, [1]),
        Accepted,
    );
    check(
        left().later(20 * SECOND),
        picks(ANNA, "knowledge", 1, [1]),
        Refusal::Closed,
    );
    assert_eq!(
        left().state("knowledge").grace_ends(),
        Some(NOON + 21 * SECOND)
    );
    assert_eq!(
        left().room.next_deadline(left().at),
        Some(NOON + 21 * SECOND)
    );
    assert_eq!(left().room.next_deadline(NOON + 21 * SECOND), None);
}

#[test]
fn coming_back_lifts_the_grace() {
    let back = room()
        .moved("knowledge")
        .moved("welcome")
        .later(5 * SECOND)
        .moved("knowledge");
    assert_eq!(back.state("knowledge").grace_ends(), None);
    check(
        back.later(3600 * SECOND),
        picks(ANNA, "knowledge", 1, [1]),
        Accepted,
    );
}

#[test]
fn opening_by_hand_lifts_the_grace_too() {
    let given = room().moved("knowledge").moved("welcome").later(5 * SECOND);
    let after = check(given, does_to(ControlAction::Open, "knowledge"), Accepted);
    check(
        after.story.later(3600 * SECOND),
        picks(ANNA, "knowledge", 1, [1]),
        Accepted,
    );
}

#[test]
fn closing_during_the_grace_closes_at_once() {
    let after = check(
        room().moved("knowledge").moved("welcome"),
        does_to(ControlAction::Close, "knowledge"),
        Accepted,
    );
    assert!(!after.is_open("knowledge"));
    assert_eq!(after.room.next_deadline(after.at), None);
}

#[test]
fn a_deck_may_have_no_grace() {
    let deck = crate::deck::Deck {
        grace: 0,
        ..decks::afternoon()
    };
    check(
        room_with(deck).moved("knowledge").moved("welcome"),
        picks(ANNA, "knowledge", 1, [1]),
        Refusal::Closed,
    );
}

/// 30 seconds on the screen; a second more, so that a slow disk refuses nobody who was in time.
#[test]
fn a_countdown_closes_a_second_behind_the_screen() {
    let counting = || room().moved("quick");
    assert_eq!(
        counting().state("quick").countdown_ends(),
        Some(NOON + 30 * SECOND)
    );
    assert_eq!(
        counting().room.next_deadline(NOON),
        Some(NOON + 31 * SECOND)
    );
    check(
        counting().later(31 * SECOND - 1),
        picks(ANNA, "quick", 1, [1]),
        Accepted,
    );
    check(
        counting().later(31 * SECOND),
        picks(ANNA, "quick", 1, [1]),
        Refusal::Closed,
    );
    assert_eq!(
        counting().phone_question().countdown_ends,
        Some(NOON + 30 * SECOND)
    );
}

#[test]
fn a_countdown_that_ran_out_counts_as_closed_by_hand() {
    let over = || room().moved("quick").later(31 * SECOND);
    check(over(), does(ControlAction::Close), Repeated);
    let back = over().moved("welcome").moved("quick");
    assert!(!back.is_open("quick") && !back.later(60 * SECOND).is_open("quick"));
    let reopened = check(over(), does(ControlAction::Open), Accepted).story;
    assert_eq!(
        reopened.state("quick").countdown_ends(),
        Some(NOON + 61 * SECOND),
        "with a fresh countdown"
    );
    assert!(reopened.is_open("quick"));
}

#[test]
fn of_several_deadlines_the_earliest_counts() {
    let left_at = |seconds: u64| {
        room()
            .moved("quick")
            .later(seconds * SECOND)
            .moved("welcome")
    };
    for (left, closes) in [(0, 20), (5, 25), (11, 31), (20, 31), (30, 31)] {
        let story = left_at(left);
        assert_eq!(
            story.state("quick").deadline(),
            Some(NOON + closes * SECOND),
            "left after {left}"
        );
        check(
            left_at(left).later((closes - left) * SECOND),
            picks(ANNA, "quick", 1, [1]),
            Refusal::Closed,
        );
    }
}

#[test]
fn coming_back_after_the_grace_goes_on_with_what_is_left_of_the_countdown() {
    let back = |seconds: u64| {
        room()
            .moved("quick")
            .moved("welcome")
            .later(seconds * SECOND)
            .moved("quick")
    };
    assert!(back(25).is_open("quick"));
    assert_eq!(back(25).state("quick").deadline(), Some(NOON + 31 * SECOND));
    assert!(!back(31).is_open("quick"));
}

#[test]
fn opening_what_is_open_does_not_lengthen_its_countdown() {
    let given = room().moved("quick").later(10 * SECOND);
    let after = check(given, does(ControlAction::Open), Repeated);
    assert_eq!(
        after.state("quick").countdown_ends(),
        Some(NOON + 30 * SECOND)
    );
}

#[test]
fn a_new_round_has_a_new_countdown() {
    let given = room().moved("quick").later(100 * SECOND).reset("quick");
    assert_eq!(
        given.state("quick").countdown_ends(),
        Some(NOON + 130 * SECOND)
    );
    assert!(given.is_open("quick"));
}

#[test]
fn the_end_closes_with_grace_what_is_open() {
    let ended = || {
        room()
            .moved("knowledge")
            .opened("guess")
            .moved("step")
            .ended()
    };
    for question in ["knowledge", "guess", "step"] {
        assert!(
            ended().is_open(question) && !ended().later(20 * SECOND).is_open(question),
            "{question}"
        );
    }
    let left_before = room()
        .moved("knowledge")
        .moved("step")
        .later(15 * SECOND)
        .ended();
    assert!(
        !left_before.later(5 * SECOND).is_open("knowledge"),
        "a grace that runs is not lengthened"
    );
    assert_eq!(
        room()
            .moved("knowledge")
            .closed("knowledge")
            .ended()
            .room
            .next_deadline(NOON),
        None
    );
}

#[test]
fn time_never_runs_backwards() {
    let mut story = room().moved("quick").later(40 * SECOND).then(joins(ANNA));
    story.at = NOON;
    let outcomes = story.applied_batch(
        9,
        story::batch(
            9,
            vec![picks(BRAM, "quick", 1, [1]).event(&story.room).unwrap()],
        ),
    );
    assert_eq!(outcomes, [Outcome::Refused(Refusal::Closed)]);
    assert_eq!(story.room.at, NOON + 40 * SECOND);
    let event = picks(BRAM, "quick", 1, [1]).event(&story.room).unwrap();
    assert_eq!(
        story.room.check(&event, 0),
        Err(Refusal::Closed),
        "nor for who asks"
    );
}

#[test]
fn a_break_knows_when_it_began() {
    let view = room()
        .later(7 * SECOND)
        .moved("break")
        .phone()
        .slide
        .unwrap();
    let began_at = NOON + 7 * SECOND;
    assert_eq!(
        view.part,
        crate::protocol::view::PartView::Break {
            minutes: Some(15),
            until: None,
            began_at
        }
    );
}
