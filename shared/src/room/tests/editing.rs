//! A deck that is edited while the room runs.

use super::commands::*;
use super::decks::{afternoon, choice, deck, words};
use super::story::{SECOND, room, room_with};
use super::*;
use crate::control::ControlAction;
use crate::deck::Slide;
use crate::event::Event;
use crate::phase::Phase;

fn edited(slides: impl IntoIterator<Item = Slide>) -> Event {
    deck_named(deck(slides))
}

fn with_more_options() -> Event {
    let mut deck = afternoon();
    deck.slides[1] = choice("knowledge", ["niets", "iets", "veel", "alles"]);
    deck_named(deck)
}

#[test]
fn the_same_deck_is_no_change() {
    check(room(), deck_named(afternoon()), Repeated);
    check(
        room(),
        Event::Created {
            room: "another".into(),
            deck: Box::new(deck([])),
            rules: crate::rules::Rules::LATEST,
            moderates: true,
            groups: true,
            own_pace: true,
            trial: false,
        },
        Repeated,
    );
}

#[test]
fn another_prompt_changes_nothing_about_the_answers() {
    let mut deck = afternoon();
    deck.slides[1].prompt = Some("Hoeveel weet je?".to_owned());
    let given = room()
        .moved("knowledge")
        .answered(ANNA, "knowledge", 1, [2]);
    let after = check(given, deck_named(deck), Accepted);
    assert_eq!(
        (after.votes("knowledge"), after.state("knowledge").round()),
        (vec![0, 1, 0], 1)
    );
    assert!(after.is_open("knowledge"));
}

#[test]
fn other_options_begin_a_round_and_the_question_on_the_stage_stays_open() {
    let given = room()
        .moved("knowledge")
        .answered(ANNA, "knowledge", 1, [2]);
    let after = check(given, with_more_options(), Accepted).story;
    assert_eq!(
        (after.votes("knowledge"), after.state("knowledge").round()),
        (vec![0, 0, 0, 0], 2)
    );
    assert_eq!(after.state("knowledge").nth(1).unwrap().voters(), 1);
    assert!(after.is_open("knowledge"));
    check(
        after.clone(),
        picks(BRAM, "knowledge", 1, [3]),
        Refusal::StaleRound { round: 2 },
    );
    check(after, picks(BRAM, "knowledge", 1, [4]).round(2), Accepted);
}

/// An answer to what was asked before may be on its way: it must not be taken for one to the new
/// question.
#[test]
fn a_round_that_was_open_is_never_reused() {
    let after = room().moved("knowledge").then(with_more_options());
    assert_eq!(after.state("knowledge").round(), 2);
    check(
        after,
        picks(ANNA, "knowledge", 1, [3]),
        Refusal::StaleRound { round: 2 },
    );
    assert_eq!(
        room().then(with_more_options()).state("knowledge").round(),
        1,
        "a question never opened is round 1"
    );
    let twice = room()
        .moved("knowledge")
        .moved("welcome")
        .then(with_more_options())
        .then(edited([
            decks::slide("welcome", crate::deck::Part::Content),
            choice("knowledge", ["a", "b"]),
        ]));
    assert_eq!(twice.state("knowledge").round(), 2);
}

#[test]
fn another_kind_of_question_still_acknowledges_what_is_stored() {
    let given = room()
        .moved("knowledge")
        .answered(ANNA, "knowledge", 1, [2])
        .then(edited([words("knowledge", 3)]));
    check(given.clone(), picks(ANNA, "knowledge", 1, [2]), Repeated);
    check(
        given.clone(),
        picks(ANNA, "knowledge", 2, [2]).round(2),
        Refusal::WrongKind,
    );
    check(
        given,
        says(ANNA, "knowledge", 1, ["hoop"]).round(2),
        Accepted,
    );
}

#[test]
fn where_the_slide_on_the_stage_is_gone_its_successor_shows() {
    let given = || {
        room()
            .moved("knowledge")
            .answered(ANNA, "knowledge", 1, [2])
    };
    let after = check(
        given(),
        edited([choice("first", ["a", "b"]), choice("then", ["a", "b"])]),
        Accepted,
    );
    assert_eq!(after.position(), Some("then"));
    assert!(after.is_open("then") && !after.is_open("first"));
    assert_eq!(
        after.room.all_questions().count(),
        12,
        "what was asked before is kept"
    );
    let after = check(given(), edited([choice("first", ["a", "b"])]), Accepted);
    assert_eq!(after.position(), Some("first"));
    let after = check(given(), edited([]), Accepted);
    assert_eq!(after.position(), None);
    check(
        given().then(edited([])),
        picks(ANNA, "knowledge", 2, [1]),
        Refusal::UnknownQuestion,
    );
}

#[test]
fn a_question_that_comes_back_kept_its_answers_and_not_its_opening() {
    let given = room()
        .moved("knowledge")
        .answered(ANNA, "knowledge", 1, [2])
        .then(edited([words("values", 3)]));
    let back = given.then(deck_named(afternoon())).later(60 * SECOND);
    assert_eq!(back.votes("knowledge"), [0, 1, 0]);
    assert!(!back.is_open("knowledge"));
}

#[test]
fn a_room_that_has_ended_stays_ended() {
    let after = check(
        room().moved("knowledge").ended(),
        edited([choice("new", ["a", "b"])]),
        Accepted,
    );
    assert_eq!(
        (after.room.phase, after.position()),
        (Phase::Ended, Some("new"))
    );
    assert!(!after.is_open("new"));
    let ready = room_with(deck([choice("a", ["x", "y"])])).then(edited([choice("b", ["x", "y"])]));
    assert_eq!((ready.room.phase, ready.position()), (Phase::Ready, None));
    check(ready, does(ControlAction::Next), Accepted);
}
