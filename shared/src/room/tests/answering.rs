//! Answers replace: by a higher turn, as a whole; final; and acknowledged is counted once.

use super::commands::*;
use super::story::{SECOND, room, room_with};
use super::*;
use crate::event::Event;
use crate::ids::{AnswerId, Revision};
use crate::limits::{DISTINCT_TEXTS, ROOM_ANSWERS, ROOM_PARTICIPANTS};
use crate::question::Answer;
use crate::question::tests::form;
use crate::room::tests::decks;

#[test]
fn the_first_answer_counts() {
    let after = check(
        room().moved("knowledge"),
        picks(ANNA, "knowledge", 1, [2]),
        Accepted,
    );
    assert_eq!(
        after.receipt,
        Receipt {
            turn: Some(1),
            answer: Some(AnswerId(1))
        }
    );
    assert_eq!(
        (after.votes("knowledge"), after.voters("knowledge")),
        (vec![0, 1, 0], 1)
    );
    assert_eq!(after.room.people.len(), 1, "who answers has joined");
}

#[test]
fn a_higher_turn_replaces_as_a_whole() {
    let given = room()
        .moved("choices")
        .answered(ANNA, "choices", 1, [1, 2])
        .answered(BRAM, "choices", 1, [2]);
    let after = check(given, picks(ANNA, "choices", 5, [3]), Accepted);
    assert_eq!(
        (after.votes("choices"), after.voters("choices")),
        (vec![0, 1, 1, 0], 2)
    );
    assert_eq!(
        after.receipt,
        Receipt {
            turn: Some(5),
            answer: Some(AnswerId(1))
        },
        "the name stays with the place"
    );
}

#[test]
fn what_is_stored_already_is_acknowledged_again() {
    let given = || {
        room()
            .moved("knowledge")
            .answered(ANNA, "knowledge", 3, [2])
    };
    for (given, turn) in [
        (given(), 3),
        (given(), 2),
        (given().closed("knowledge"), 3),
        (given().closed("knowledge"), 4),
        (given().moved("choices").later(60 * SECOND), 3),
        (given().reset("knowledge"), 3),
        (given().ended().later(60 * SECOND), 3),
    ] {
        let after = check(given, picks(ANNA, "knowledge", turn, [2]), Repeated);
        assert_eq!(after.receipt.turn, Some(3));
    }
    check(
        given(),
        picks(ANNA, "knowledge", 1, [2]).by_form(),
        Repeated,
    );
    check(
        given().closed("knowledge"),
        picks(ANNA, "knowledge", 1, [2]).by_form(),
        Repeated,
    );
}

/// Anna sends 1 (yes), 2 (no), which is held up, and 3 (yes). Her phone says "saved: yes".
#[test]
fn what_was_held_up_does_not_overtake_the_same_answer_sent_anew() {
    let given = room()
        .moved("knowledge")
        .answered(ANNA, "knowledge", 1, [1])
        .answered(ANNA, "knowledge", 3, [1]);
    let after = check(given, picks(ANNA, "knowledge", 2, [2]), Refusal::Superseded);
    assert_eq!(after.votes("knowledge"), [1, 0, 0]);
}

#[test]
fn not_higher_and_different_is_superseded() {
    let given = || {
        room()
            .moved("knowledge")
            .answered(ANNA, "knowledge", 3, [2])
    };
    for turn in [0, 1, 3] {
        let after = check(
            given(),
            picks(ANNA, "knowledge", turn, [1]),
            Refusal::Superseded,
        );
        let own = after.own(ANNA, "knowledge").unwrap();
        assert_eq!(
            (own.turn, own.fields),
            (3, Some(form([("option", "2")]))),
            "with what is stored"
        );
    }
}

#[test]
fn a_form_comes_after_the_last_turn() {
    let after = check(
        room().moved("knowledge"),
        picks(ANNA, "knowledge", 9, [2]).by_form(),
        Accepted,
    );
    assert_eq!(after.receipt.turn, Some(1));
    let given = room()
        .moved("knowledge")
        .answered(ANNA, "knowledge", 7, [2]);
    let after = check(given, picks(ANNA, "knowledge", 1, [3]).by_form(), Accepted);
    assert_eq!(after.receipt.turn, Some(8));
    let given = room()
        .moved("knowledge")
        .answered(ANNA, "knowledge", Revision::MAX, [2]);
    check(
        given,
        picks(ANNA, "knowledge", 1, [3]).by_form(),
        Refusal::Superseded,
    );
}

#[test]
fn only_an_open_question_takes_answers() {
    let moved = || room().moved("knowledge");
    for (given, refusal) in [
        (room(), Refusal::Closed),
        (room().moved("welcome"), Refusal::Closed),
        (moved().closed("knowledge"), Refusal::Closed),
        (moved().moved("welcome").later(20 * SECOND), Refusal::Closed),
        (moved().ended().later(20 * SECOND), Refusal::Closed),
        (moved().reset("knowledge"), Refusal::StaleRound { round: 2 }),
        (
            moved().reset("knowledge").closed("knowledge"),
            Refusal::StaleRound { round: 2 },
        ),
    ] {
        check(given, picks(ANNA, "knowledge", 1, [1]), refusal);
    }
    for given in [
        moved(),
        moved().closed("knowledge").opened("knowledge"),
        room().opened("knowledge"),
        moved().ended(),
    ] {
        check(given, picks(ANNA, "knowledge", 1, [1]), Accepted);
    }
}

/// In this order: stored already, this round, open, newer.
#[test]
fn the_first_reason_is_the_one_that_is_given() {
    let answered = || room().moved("agree").answered(ANNA, "agree", 3, [1]);
    for (given, command, expected) in [
        (
            answered().reset("agree").closed("agree"),
            picks(ANNA, "agree", 1, [1]),
            Repeated,
        ),
        (
            answered().reset("agree").closed("agree"),
            picks(ANNA, "agree", 1, [2]),
            Refusal::StaleRound { round: 2 }.into(),
        ),
        (
            answered().closed("agree"),
            picks(ANNA, "agree", 1, [2]),
            Refusal::Closed.into(),
        ),
        (
            answered(),
            picks(ANNA, "agree", 1, [2]),
            Refusal::Unchangeable.into(),
        ),
    ] {
        check(given, command, expected);
    }
}

#[test]
fn rounds_begin_at_one_and_only_the_one_under_way_counts() {
    let given = || {
        room()
            .moved("knowledge")
            .answered(ANNA, "knowledge", 4, [2])
            .reset("knowledge")
    };
    for round in [0, 1, 3, u32::MAX] {
        check(
            given(),
            picks(ANNA, "knowledge", 5, [1]).round(round),
            Refusal::StaleRound { round: 2 },
        );
    }
    let after = check(given(), picks(ANNA, "knowledge", 1, [1]).round(2), Accepted);
    assert_eq!(
        after.receipt,
        Receipt {
            turn: Some(1),
            answer: Some(AnswerId(2))
        },
        "turns begin anew"
    );
    assert_eq!(after.votes("knowledge"), [1, 0, 0]);
    assert_eq!(
        after.state("knowledge").nth(1).unwrap().voters(),
        1,
        "the round before is kept"
    );
}

#[test]
fn a_deck_may_forbid_changes() {
    let given = || room().moved("agree").answered(ANNA, "agree", 1, [1]);
    check(given(), picks(ANNA, "agree", 2, [2]), Refusal::Unchangeable);
    check(
        given(),
        picks(ANNA, "agree", 2, [2]).by_form(),
        Refusal::Unchangeable,
    );
    check(given(), picks(ANNA, "agree", 2, [1]), Repeated);
    check(given(), picks(BRAM, "agree", 1, [2]), Accepted);
}

#[test]
fn an_answer_is_to_a_question_of_its_kind_that_can_be_played() {
    for (question, refusal) in [
        ("nowhere", Refusal::UnknownQuestion),
        ("welcome", Refusal::UnknownQuestion),
        ("break", Refusal::UnknownQuestion),
        ("order", Refusal::NotPlayable),
        ("values", Refusal::WrongKind),
        ("step", Refusal::WrongKind),
        ("guess", Refusal::WrongKind),
        ("statement", Refusal::WrongKind),
    ] {
        let given = ["values", "step", "guess", "statement"]
            .into_iter()
            .fold(room(), Story::opened);
        check(given, picks(ANNA, question, 1, [1]), refusal);
    }
}

#[test]
fn someone_with_nothing_to_answer_joins_too() {
    assert_eq!(check(room(), joins(ANNA), Accepted).room.people.len(), 1);
    check(room().then(joins(ANNA)), joins(ANNA), Repeated);
    check(room().ended(), joins(ANNA), Accepted);
}

#[test]
fn a_full_room_takes_nobody_new() {
    let mut given = room()
        .moved("knowledge")
        .answered(ANNA, "knowledge", 1, [1])
        .moved("step")
        .added(ANNA, "step", "k", "Bel");
    given = given.opened("knowledge");
    for number in given.room.people.len()..ROOM_PARTICIPANTS {
        given
            .room
            .people
            .join(crate::ids::ParticipantId(1000 + number as u128), given.at);
    }
    check(given.clone(), joins(BRAM), Refusal::Full);
    check(
        given.clone(),
        picks(BRAM, "knowledge", 1, [1]),
        Refusal::Full,
    );
    check(
        given.clone(),
        adds(BRAM, "step", "k", 1, "Mail"),
        Refusal::Full,
    );
    check(given.clone(), upvotes(BRAM, "step", 2), Refusal::Full);
    check(given, picks(ANNA, "knowledge", 2, [2]), Accepted);
}

#[test]
fn a_room_holds_so_many_answers_and_those_may_change() {
    let mut room = room()
        .moved("step")
        .moved("knowledge")
        .answered(ANNA, "knowledge", 1, [1])
        .room;
    let place = room.place(AnswerId(1)).expect("Anna has answered").clone();
    (2..=ROOM_ANSWERS as u64)
        .for_each(|number| drop(room.places.insert(AnswerId(number), place.clone())));
    let check = |command: Command| room.check(&command.event(&room).unwrap(), room.at);
    assert_eq!(check(picks(BRAM, "knowledge", 1, [1])), Err(Refusal::Full));
    assert_eq!(
        check(adds(ANNA, "step", "k", 1, "Mail")),
        Err(Refusal::Full)
    );
    assert_eq!(
        check(picks(ANNA, "knowledge", 2, [2])),
        Ok(Decision::Accept)
    );
    assert_eq!(
        check(picks(ANNA, "knowledge", 1, [1])),
        Ok(Decision::Repeat)
    );
}

#[test]
fn a_round_holds_so_many_different_words() {
    let mut given = room_with(decks::deck([decks::words("values", 10)])).moved("values");
    for person in 0..DISTINCT_TEXTS as u128 / 10 {
        let entries: [String; 10] = std::array::from_fn(|n| format!("woord{person}x{n}"));
        let who = crate::ids::ParticipantId(100 + person);
        given = given.then(says(
            who,
            "values",
            1,
            entries.each_ref().map(String::as_str),
        ));
    }
    assert_eq!(given.current("values").distinct_texts(), DISTINCT_TEXTS);
    check(
        given.clone(),
        says(ANNA, "values", 1, ["nieuw"]),
        Refusal::Full,
    );
    check(given, says(ANNA, "values", 1, ["woord3x3"]), Accepted);
}

#[test]
fn an_answer_that_is_blank_in_the_journal_keeps_its_place() {
    let blank = |turn| Event::Answered {
        participant: ANNA,
        question: "knowledge".into(),
        round: 1,
        turn: Some(turn),
        answer: None::<Answer>,
        held: Vec::new(),
    };
    let after = check(room().moved("knowledge"), blank(1), Accepted);
    assert_eq!(
        (after.receipt.answer, after.voters("knowledge")),
        (Some(AnswerId(1)), 0)
    );
    check(room().moved("knowledge").then(blank(1)), blank(2), Accepted);
    check(
        room().moved("knowledge").then(blank(1)),
        blank(1),
        Refusal::Superseded,
    );
}
