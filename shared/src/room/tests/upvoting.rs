//! Upvotes are set or unset, never "+1"; never for one's own answer; and there are only so many.

use super::commands::*;
use super::story::{SECOND, room, room_with};
use super::*;
use crate::room::Action;

fn two_answers() -> Story {
    room()
        .moved("stap")
        .added(ANNA, "stap", "k1", "Bellen")
        .added(BRAM, "stap", "k1", "Mailen")
}

#[test]
fn an_upvote_is_set_once_and_unset_once() {
    let after = check(two_answers(), upvotes(CARLA, "stap", 1), Accepted);
    assert_eq!(after.texts("stap"), ["a1 Bellen 1", "a2 Mailen 0"]);
    assert_eq!(after.room.people.len(), 3, "who votes has joined");
    check(
        two_answers().upvoted(CARLA, "stap", 1),
        upvotes(CARLA, "stap", 1),
        Repeated,
    );
    let after = check(
        two_answers().upvoted(CARLA, "stap", 1),
        takes_back(CARLA, "stap", 1),
        Accepted,
    );
    assert_eq!(after.texts("stap"), ["a1 Bellen 0", "a2 Mailen 0"]);
    check(two_answers(), takes_back(CARLA, "stap", 1), Repeated);
}

#[test]
fn nobody_votes_for_themselves() {
    check(two_answers(), upvotes(ANNA, "stap", 1), Refusal::OwnAnswer);
    check(
        two_answers(),
        takes_back(ANNA, "stap", 1),
        Refusal::OwnAnswer,
    );
    check(two_answers(), upvotes(ANNA, "stap", 2), Accepted);
}

#[test]
fn each_has_so_many_votes() {
    let given = || {
        two_answers()
            .added(ANNA, "stap", "k2", "Schrijven")
            .upvoted(CARLA, "stap", 1)
            .upvoted(CARLA, "stap", 2)
    };
    check(
        given(),
        upvotes(CARLA, "stap", 3),
        Refusal::NoVotesLeft { limit: 2 },
    );
    check(given(), upvotes(CARLA, "stap", 1), Repeated);
    check(
        given().then(takes_back(CARLA, "stap", 1)),
        upvotes(CARLA, "stap", 3),
        Accepted,
    );
    check(given().erased(1), upvotes(CARLA, "stap", 3), Accepted);
}

#[test]
fn votes_run_while_collecting_and_in_the_voting_phase_until_it_closes() {
    for given in [
        two_answers(),
        two_answers().voting("stap"),
        two_answers().closed("stap").opened("stap"),
    ] {
        check(given, upvotes(CARLA, "stap", 1), Accepted);
    }
    for given in [
        two_answers().closed("stap"),
        two_answers().moved("welkom").later(20 * SECOND),
    ] {
        check(given.clone(), upvotes(CARLA, "stap", 1), Refusal::Closed);
        check(given, takes_back(CARLA, "stap", 1), Repeated);
    }
    let voted = || two_answers().upvoted(CARLA, "stap", 1).voting("stap");
    check(voted(), takes_back(CARLA, "stap", 1), Accepted);
    check(
        voted().closed("stap"),
        takes_back(CARLA, "stap", 1),
        Refusal::Closed,
    );
    check(voted().closed("stap"), upvotes(CARLA, "stap", 1), Repeated);
}

#[test]
fn an_answer_of_an_older_round_takes_no_votes() {
    let given = || two_answers().upvoted(CARLA, "stap", 1).reset("stap");
    check(
        given(),
        upvotes(CARLA, "stap", 2),
        Refusal::StaleRound { round: 2 },
    );
    check(
        given(),
        takes_back(CARLA, "stap", 1),
        Refusal::StaleRound { round: 2 },
    );
    check(given(), upvotes(CARLA, "stap", 1), Repeated);
}

#[test]
fn a_vote_is_for_an_answer_that_is_there() {
    let elsewhere = || {
        two_answers()
            .moved("tot-slot")
            .added(ANNA, "tot-slot", "k1", "Dag")
            .opened("stap")
    };
    for (given, answer) in [
        (two_answers(), 0),
        (two_answers(), 3),
        (two_answers(), u64::MAX),
        (elsewhere(), 3),
    ] {
        check(
            given,
            upvotes(CARLA, "stap", answer),
            Refusal::UnknownAnswer,
        );
    }
    check(
        two_answers().erased(1),
        upvotes(CARLA, "stap", 1),
        Refusal::UnknownAnswer,
    );
}

#[test]
fn not_every_question_has_votes() {
    let given = || {
        two_answers()
            .moved("tot-slot")
            .added(ANNA, "tot-slot", "k1", "Dag")
            .opened("kennis")
    };
    check(given(), upvotes(CARLA, "tot-slot", 3), Refusal::NoVoting);
    check(given(), upvotes(CARLA, "kennis", 1), Refusal::NoVoting);
    check(given(), upvotes(CARLA, "volgorde", 1), Refusal::NotPlayable);
    check(
        given(),
        upvotes(CARLA, "nergens", 1),
        Refusal::UnknownQuestion,
    );
}

#[test]
fn the_voting_phase_ends_collecting() {
    let after = check(two_answers(), does(Action::Vote), Accepted);
    assert!(after.state("stap").voting() && after.is_open("stap"));
    check(two_answers().voting("stap"), does(Action::Vote), Repeated);
    for (given, slide, refusal) in [
        (room(), "stap", Refusal::Closed),
        (two_answers().closed("stap"), "stap", Refusal::Closed),
        (
            two_answers().opened("tot-slot"),
            "tot-slot",
            Refusal::NoVoting,
        ),
        (two_answers().opened("kennis"), "kennis", Refusal::NoVoting),
        (two_answers(), "volgorde", Refusal::NotPlayable),
    ] {
        check(given, does_to(Action::Vote, slide), refusal);
    }
}

#[test]
fn a_new_round_collects_again() {
    let after = two_answers().voting("stap").reset("stap");
    assert!(!after.state("stap").voting());
    check(
        after,
        adds(ANNA, "stap", "k1", 1, "Bellen").round(2),
        Accepted,
    );
}

#[test]
fn what_phones_may_vote_for_shows_where_voting_runs() {
    let hidden = || {
        room_with(decks::deck([
            decks::open("stap", 2, 2).results(crate::deck::Visibility::Hidden)
        ]))
    };
    let hidden = || hidden().moved("stap").added(ANNA, "stap", "k1", "Bellen");
    let texts = |story: Story| {
        story
            .phone_question()
            .votable
            .map(|all| all.into_iter().map(|it| it.text).collect::<Vec<_>>())
    };
    assert_eq!(
        texts(two_answers()),
        Some(vec!["Mailen".to_owned(), "Bellen".to_owned()])
    );
    assert_eq!(texts(two_answers().closed("stap")), None);
    assert_eq!(texts(hidden()), None, "not before the stage shows them");
    assert_eq!(
        texts(hidden().voting("stap")),
        Some(vec!["Bellen".to_owned()])
    );
}
