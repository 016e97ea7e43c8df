//! Things that are added are (participant, key): that pair is what makes a double harmless.

use super::commands::*;
use super::story::{SECOND, room};
use super::*;
use crate::ids::AnswerId;

#[test]
fn each_key_adds_one_answer() {
    let given = room().moved("stap").added(ANNA, "stap", "k1", "Bellen");
    let after = check(given, adds(ANNA, "stap", "k2", 1, "Mailen"), Accepted);
    assert_eq!(
        after.receipt,
        Receipt {
            turn: Some(1),
            answer: Some(AnswerId(2))
        }
    );
    assert_eq!(after.texts("stap"), ["a1 Bellen 0", "a2 Mailen 0"]);
    assert_eq!(
        after.voters("stap"),
        1,
        "two answers of one person are one voter"
    );
}

#[test]
fn the_same_key_of_somebody_else_is_another_answer() {
    let given = room().moved("stap").added(ANNA, "stap", "k1", "Bellen");
    let after = check(given, adds(BRAM, "stap", "k1", 1, "Mailen"), Accepted);
    assert_eq!(after.texts("stap"), ["a1 Bellen 0", "a2 Mailen 0"]);
    assert_eq!(after.voters("stap"), 2);
}

#[test]
fn an_edit_keeps_its_place_and_drops_the_upvotes() {
    let given = room()
        .moved("stap")
        .added(ANNA, "stap", "k1", "Bellen")
        .later(SECOND)
        .added(BRAM, "stap", "k1", "Mailen")
        .upvoted(BRAM, "stap", 1)
        .upvoted(CARLA, "stap", 1)
        .upvoted(CARLA, "stap", 2);
    let first_at = given.current("stap").all_added()[0].at;
    let after = check(given, adds(ANNA, "stap", "k1", 2, "Opbellen"), Accepted);
    assert_eq!(after.texts("stap"), ["a1 Opbellen 0", "a2 Mailen 1"]);
    assert_eq!(after.current("stap").all_added()[0].at, first_at);
    assert_eq!(
        after.receipt,
        Receipt {
            turn: Some(2),
            answer: Some(AnswerId(1))
        }
    );
    assert_eq!(after.own(CARLA, "stap").unwrap().upvotes, [after.named(2)]);
    assert!(after.own(BRAM, "stap").unwrap().upvotes.is_empty());
}

#[test]
fn an_upvote_that_an_edit_dropped_can_be_given_again() {
    let given = room()
        .moved("stap")
        .added(ANNA, "stap", "k1", "Bellen")
        .upvoted(BRAM, "stap", 1);
    let given = given.then(adds(ANNA, "stap", "k1", 2, "Opbellen"));
    assert_eq!(
        check(given, upvotes(BRAM, "stap", 1), Accepted).texts("stap"),
        ["a1 Opbellen 1"]
    );
}

#[test]
fn the_same_text_anew_is_no_edit() {
    let given = room()
        .moved("stap")
        .added(ANNA, "stap", "k1", "Bellen")
        .upvoted(BRAM, "stap", 1);
    let given = given.then(adds(ANNA, "stap", "k1", 3, "Bellen"));
    assert_eq!(given.texts("stap"), ["a1 Bellen 1"]);
    check(
        given,
        adds(ANNA, "stap", "k1", 2, "Mailen"),
        Refusal::Superseded,
    );
}

#[test]
fn what_is_stored_already_is_acknowledged_again() {
    let given = || room().moved("stap").added(ANNA, "stap", "k1", "Bellen");
    for given in [
        given(),
        given().closed("stap"),
        given().voting("stap"),
        given().reset("stap"),
        given().ended().later(60 * SECOND),
    ] {
        let after = check(
            given.clone(),
            adds(ANNA, "stap", "k1", 1, "Bellen"),
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
            adds(ANNA, "stap", "k1", 1, "Bellen").by_form(),
            Repeated,
        );
    }
}

#[test]
fn what_is_not_newer_and_different_is_superseded() {
    let given = || {
        room()
            .moved("stap")
            .then(adds(ANNA, "stap", "k1", 4, "Bellen"))
    };
    for turn in [1, 4] {
        check(
            given(),
            adds(ANNA, "stap", "k1", turn, "Mailen"),
            Refusal::Superseded,
        );
    }
    let after = check(
        given(),
        adds(ANNA, "stap", "k1", 1, "Mailen").by_form(),
        Accepted,
    );
    assert_eq!(after.receipt.turn, Some(5));
}

#[test]
fn a_person_has_so_many_answers() {
    let given = || {
        room()
            .moved("stap")
            .added(ANNA, "stap", "k1", "Bellen")
            .added(ANNA, "stap", "k2", "Mailen")
    };
    check(
        given(),
        adds(ANNA, "stap", "k3", 1, "Schrijven"),
        Refusal::TooMany { limit: 2 },
    );
    check(given(), adds(ANNA, "stap", "k2", 2, "Schrijven"), Accepted);
    check(given(), adds(BRAM, "stap", "k3", 1, "Schrijven"), Accepted);
    check(
        given().erased(1),
        adds(ANNA, "stap", "k3", 1, "Schrijven"),
        Accepted,
    );
    check(
        given().reset("stap"),
        adds(ANNA, "stap", "k3", 1, "Schrijven").round(2),
        Accepted,
    );
}

#[test]
fn adding_takes_an_open_question_that_collects() {
    for (given, refusal) in [
        (room(), Refusal::Closed),
        (room().moved("stap").closed("stap"), Refusal::Closed),
        (room().moved("stap").voting("stap"), Refusal::Voting),
        (
            room().moved("stap").voting("stap").closed("stap"),
            Refusal::Closed,
        ),
        (
            room().moved("stap").reset("stap"),
            Refusal::StaleRound { round: 2 },
        ),
    ] {
        check(
            given.clone(),
            adds(ANNA, "stap", "k1", 1, "Bellen"),
            refusal,
        );
    }
    let edit = room()
        .moved("stap")
        .added(ANNA, "stap", "k1", "Bellen")
        .voting("stap");
    check(edit, adds(ANNA, "stap", "k1", 2, "Mailen"), Refusal::Voting);
}

#[test]
fn adding_is_for_open_questions() {
    let given = || room().opened("kennis");
    check(
        given(),
        adds(ANNA, "kennis", "k1", 1, "Bellen"),
        Refusal::WrongKind,
    );
    check(
        given(),
        adds(ANNA, "volgorde", "k1", 1, "Bellen"),
        Refusal::NotPlayable,
    );
    check(
        given(),
        adds(ANNA, "nergens", "k1", 1, "Bellen"),
        Refusal::UnknownQuestion,
    );
}

#[test]
fn a_deck_may_forbid_edits() {
    let slide = decks::open("stap", 2, 2).unchangeable();
    let given = || {
        story::room_with(decks::deck([slide.clone()]))
            .moved("stap")
            .added(ANNA, "stap", "k1", "Bellen")
    };
    check(
        given(),
        adds(ANNA, "stap", "k1", 2, "Mailen"),
        Refusal::Unchangeable,
    );
    check(given(), adds(ANNA, "stap", "k2", 1, "Mailen"), Accepted);
}

#[test]
fn ones_own_answers_come_in_order_of_arrival() {
    let after = room()
        .moved("stap")
        .added(ANNA, "stap", "z", "eerst")
        .added(ANNA, "stap", "a", "dan");
    let own = after.own(ANNA, "stap").unwrap();
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
