//! Things that are added are (participant, key): that pair is what makes a double harmless.

use super::commands::*;
use super::story::{SECOND, room};
use super::*;
use crate::ids::AnswerId;

#[test]
fn each_key_adds_one_answer() {
    let given = room().moved("step").added(ANNA, "step", "k1", "Bellen");
    let after = check(given, adds(ANNA, "step", "k2", 1, "Mailen"), Accepted);
    assert_eq!(
        after.receipt,
        Receipt {
            turn: Some(1),
            answer: Some(AnswerId(2))
        }
    );
    assert_eq!(after.texts("step"), ["a1 Bellen 0", "a2 Mailen 0"]);
    assert_eq!(
        after.voters("step"),
        1,
        "two answers of one person are one voter"
    );
}

#[test]
fn the_same_key_of_somebody_else_is_another_answer() {
    let given = room().moved("step").added(ANNA, "step", "k1", "Bellen");
    let after = check(given, adds(BRAM, "step", "k1", 1, "Mailen"), Accepted);
    assert_eq!(after.texts("step"), ["a1 Bellen 0", "a2 Mailen 0"]);
    assert_eq!(after.voters("step"), 2);
}

#[test]
fn an_edit_keeps_its_place_and_drops_the_upvotes() {
    let given = room()
        .moved("step")
        .added(ANNA, "step", "k1", "Bellen")
        .later(SECOND)
        .added(BRAM, "step", "k1", "Mailen")
        .upvoted(BRAM, "step", 1)
        .upvoted(CARLA, "step", 1)
        .upvoted(CARLA, "step", 2);
    let first_at = given.current("step").all_added()[0].at;
    let after = check(given, adds(ANNA, "step", "k1", 2, "Opbellen"), Accepted);
    assert_eq!(after.texts("step"), ["a1 Opbellen 0", "a2 Mailen 1"]);
    assert_eq!(after.current("step").all_added()[0].at, first_at);
    assert_eq!(
        after.receipt,
        Receipt {
            turn: Some(2),
            answer: Some(AnswerId(1))
        }
    );
    assert_eq!(after.own(CARLA, "step").unwrap().upvotes, [after.named(2)]);
    assert!(after.own(BRAM, "step").unwrap().upvotes.is_empty());
}

#[test]
fn an_upvote_that_an_edit_dropped_can_be_given_again() {
    let given = room()
        .moved("step")
        .added(ANNA, "step", "k1", "Bellen")
        .upvoted(BRAM, "step", 1);
    let given = given.then(adds(ANNA, "step", "k1", 2, "Opbellen"));
    assert_eq!(
        check(given, upvotes(BRAM, "step", 1), Accepted).texts("step"),
        ["a1 Opbellen 1"]
    );
}

#[test]
fn the_same_text_anew_is_no_edit() {
    let given = room()
        .moved("step")
        .added(ANNA, "step", "k1", "Bellen")
        .upvoted(BRAM, "step", 1);
    let given = given.then(adds(ANNA, "step", "k1", 3, "Bellen"));
    assert_eq!(given.texts("step"), ["a1 Bellen 1"]);
    check(
        given,
        adds(ANNA, "step", "k1", 2, "Mailen"),
        Refusal::Superseded,
    );
}

#[test]
fn what_is_stored_already_is_acknowledged_again() {
    let given = || room().moved("step").added(ANNA, "step", "k1", "Bellen");
    for given in [
        given(),
        given().closed("step"),
        given().voting("step"),
        given().reset("step"),
        given().ended().later(60 * SECOND),
    ] {
        let after = check(
            given.clone(),
            adds(ANNA, "step", "k1", 1, "Bellen"),
            Repeated,
        );
        assert_eq!(
            after.receipt,
            Receipt {
                turn: Some(1),
                answer: Some(AnswerId(1))
            }
        );
        check(
            given,
            adds(ANNA, "step", "k1", 1, "Bellen").by_form(),
            Repeated,
        );
    }
}

#[test]
fn what_is_not_newer_and_different_is_superseded() {
    let given = || {
        room()
            .moved("step")
            .then(adds(ANNA, "step", "k1", 4, "Bellen"))
    };
    for turn in [1, 4] {
        check(
            given(),
            adds(ANNA, "step", "k1", turn, "Mailen"),
            Refusal::Superseded,
        );
    }
    let after = check(
        given(),
        adds(ANNA, "step", "k1", 1, "Mailen").by_form(),
        Accepted,
    );
    assert_eq!(after.receipt.turn, Some(5));
}

#[test]
fn a_person_has_so_many_answers() {
    let given = || {
        room()
            .moved("step")
            .added(ANNA, "step", "k1", "Bellen")
            .added(ANNA, "step", "k2", "Mailen")
    };
    check(
        given(),
        adds(ANNA, "step", "k3", 1, "Schrijven"),
        Refusal::TooMany { limit: 2 },
    );
    check(given(), adds(ANNA, "step", "k2", 2, "Schrijven"), Accepted);
    check(given(), adds(BRAM, "step", "k3", 1, "Schrijven"), Accepted);
    check(
        given().erased(1),
        adds(ANNA, "step", "k3", 1, "Schrijven"),
        Accepted,
    );
    check(
        given().reset("step"),
        adds(ANNA, "step", "k3", 1, "Schrijven").round(2),
        Accepted,
    );
}

#[test]
fn adding_takes_an_open_question_that_collects() {
    for (given, refusal) in [
        (room(), Refusal::Closed),
        (room().moved("step").closed("step"), Refusal::Closed),
        (room().moved("step").voting("step"), Refusal::Voting),
        (
            room().moved("step").voting("step").closed("step"),
            Refusal::Closed,
        ),
        (
            room().moved("step").reset("step"),
            Refusal::StaleRound { round: 2 },
        ),
    ] {
        check(
            given.clone(),
            adds(ANNA, "step", "k1", 1, "Bellen"),
            refusal,
        );
    }
    let edit = room()
        .moved("step")
        .added(ANNA, "step", "k1", "Bellen")
        .voting("step");
    check(edit, adds(ANNA, "step", "k1", 2, "Mailen"), Refusal::Voting);
}

#[test]
fn adding_is_for_open_questions() {
    let given = || room().opened("knowledge");
    check(
        given(),
        adds(ANNA, "knowledge", "k1", 1, "Bellen"),
        Refusal::WrongKind,
    );
    check(
        given(),
        adds(ANNA, "order", "k1", 1, "Bellen"),
        Refusal::NotPlayable,
    );
    check(
        given(),
        adds(ANNA, "nowhere", "k1", 1, "Bellen"),
        Refusal::UnknownQuestion,
    );
}

#[test]
fn a_deck_may_forbid_edits() {
    let slide = decks::open("step", 2, 2).unchangeable();
    let given = || {
        story::room_with(decks::deck([slide.clone()]))
            .moved("step")
            .added(ANNA, "step", "k1", "Bellen")
    };
    check(
        given(),
        adds(ANNA, "step", "k1", 2, "Mailen"),
        Refusal::Unchangeable,
    );
    check(given(), adds(ANNA, "step", "k2", 1, "Mailen"), Accepted);
}

#[test]
fn ones_own_answers_come_in_order_of_arrival() {
    let after = room()
        .moved("step")
        .added(ANNA, "step", "z", "eerst")
        .added(ANNA, "step", "a", "dan");
    let own = after.own(ANNA, "step").unwrap();
    let texts: Vec<_> = own
        .added
        .iter()
        .filter_map(|added| added.text.as_deref())
        .collect();
    assert_eq!(
        (texts, own.turn, own.fields),
        (vec!["eerst", "dan"], 0, None)
    );
}
