//! Upvotes are set or unset, never "+1"; never for one's own answer; and there are only so many.

use super::commands::*;
use super::story::{SECOND, room, room_with};
use super::*;
use crate::control::ControlAction;

fn two_answers() -> Story {
    room()
        .moved("step")
        .added(ANNA, "step", "k1", "Bellen")
        .added(BRAM, "step", "k1", "Mailen")
}

#[test]
fn an_upvote_is_set_once_and_unset_once() {
    let after = check(two_answers(), upvotes(CARLA, "step", 1), Accepted);
    assert_eq!(after.texts("step"), ["a1 Bellen 1", "a2 Mailen 0"]);
    assert_eq!(after.room.people.len(), 3, "who votes has joined");
    check(
        two_answers().upvoted(CARLA, "step", 1),
        upvotes(CARLA, "step", 1),
        Repeated,
    );
    let after = check(
        two_answers().upvoted(CARLA, "step", 1),
        takes_back(CARLA, "step", 1),
        Accepted,
    );
    assert_eq!(after.texts("step"), ["a1 Bellen 0", "a2 Mailen 0"]);
    check(two_answers(), takes_back(CARLA, "step", 1), Repeated);
}

#[test]
fn nobody_votes_for_themselves() {
    check(two_answers(), upvotes(ANNA, "step", 1), Refusal::OwnAnswer);
    check(
        two_answers(),
        takes_back(ANNA, "step", 1),
        Refusal::OwnAnswer,
    );
    check(two_answers(), upvotes(ANNA, "step", 2), Accepted);
}

#[test]
fn each_has_so_many_votes() {
    let given = || {
        two_answers()
            .added(ANNA, "step", "k2", "Schrijven")
            .upvoted(CARLA, "step", 1)
            .upvoted(CARLA, "step", 2)
    };
    check(
        given(),
        upvotes(CARLA, "step", 3),
        Refusal::NoVotesLeft { limit: 2 },
    );
    check(given(), upvotes(CARLA, "step", 1), Repeated);
    check(
        given().then(takes_back(CARLA, "step", 1)),
        upvotes(CARLA, "step", 3),
        Accepted,
    );
    check(given().erased(1), upvotes(CARLA, "step", 3), Accepted);
}

#[test]
fn votes_run_while_collecting_and_in_the_voting_phase_until_it_closes() {
    for given in [
        two_answers(),
        two_answers().voting("step"),
        two_answers().closed("step").opened("step"),
    ] {
        check(given, upvotes(CARLA, "step", 1), Accepted);
    }
    for given in [
        two_answers().closed("step"),
        two_answers().moved("welcome").later(20 * SECOND),
    ] {
        check(given.clone(), upvotes(CARLA, "step", 1), Refusal::Closed);
        check(given, takes_back(CARLA, "step", 1), Repeated);
    }
    let voted = || two_answers().upvoted(CARLA, "step", 1).voting("step");
    check(voted(), takes_back(CARLA, "step", 1), Accepted);
    check(
        voted().closed("step"),
        takes_back(CARLA, "step", 1),
        Refusal::Closed,
    );
    check(voted().closed("step"), upvotes(CARLA, "step", 1), Repeated);
}

#[test]
fn an_answer_of_an_older_round_takes_no_votes() {
    let given = || two_answers().upvoted(CARLA, "step", 1).reset("step");
    check(
        given(),
        upvotes(CARLA, "step", 2),
        Refusal::StaleRound { round: 2 },
    );
    check(
        given(),
        takes_back(CARLA, "step", 1),
        Refusal::StaleRound { round: 2 },
    );
    check(given(), upvotes(CARLA, "step", 1), Repeated);
}

#[test]
fn a_vote_is_for_an_answer_that_is_there() {
    let elsewhere = || {
        two_answers()
            .moved("closing")
            .added(ANNA, "closing", "k1", "Dag")
            .opened("step")
    };
    for (given, answer) in [
        (two_answers(), 0),
        (two_answers(), 3),
        (two_answers(), u64::MAX),
        (elsewhere(), 3),
    ] {
        check(
            given,
            upvotes(CARLA, "step", answer),
            Refusal::UnknownAnswer,
        );
    }
    check(
        two_answers().erased(1),
        upvotes(CARLA, "step", 1),
        Refusal::UnknownAnswer,
    );
}

#[test]
fn not_every_question_has_votes() {
    let given = || {
        two_answers()
            .moved("closing")
            .added(ANNA, "closing", "k1", "Dag")
            .opened("knowledge")
    };
    check(given(), upvotes(CARLA, "closing", 3), Refusal::NoVoting);
    check(given(), upvotes(CARLA, "knowledge", 1), Refusal::NoVoting);
    check(given(), upvotes(CARLA, "order", 1), Refusal::NotPlayable);
    check(
        given(),
        upvotes(CARLA, "nowhere", 1),
        Refusal::UnknownQuestion,
    );
}

#[test]
fn the_voting_phase_ends_collecting() {
    let after = check(two_answers(), does(ControlAction::Vote), Accepted);
    assert!(after.state("step").voting() && after.is_open("step"));
    check(
        two_answers().voting("step"),
        does(ControlAction::Vote),
        Repeated,
    );
    for (given, slide, refusal) in [
        (room(), "step", Refusal::Closed),
        (two_answers().closed("step"), "step", Refusal::Closed),
        (
            two_answers().opened("closing"),
            "closing",
            Refusal::NoVoting,
        ),
        (
            two_answers().opened("knowledge"),
            "knowledge",
            Refusal::NoVoting,
        ),
        (two_answers(), "order", Refusal::NotPlayable),
    ] {
        check(given, does_to(ControlAction::Vote, slide), refusal);
    }
}

#[test]
fn a_new_round_collects_again() {
    let after = two_answers().voting("step").reset("step");
    assert!(!after.state("step").voting());
    check(
        after,
        adds(ANNA, "step", "k1", 1, "Bellen").round(2),
        Accepted,
    );
}

#[test]
fn what_phones_may_vote_for_shows_where_voting_runs() {
    let hidden = || {
        room_with(decks::deck([
            decks::open("step", 2, 2).results(crate::deck::Visibility::Hidden)
        ]))
    };
    let hidden = || hidden().moved("step").added(ANNA, "step", "k1", "Bellen");
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
    assert_eq!(texts(two_answers().closed("step")), None);
    assert_eq!(texts(hidden()), None, "not before the stage shows them");
    assert_eq!(
        texts(hidden().voting("step")),
        Some(vec!["Bellen".to_owned()])
    );
}
