//! Erasing one answer, at once in the state and then for good in the journal.

use super::commands::*;
use super::generated::{fold, planned, redacted};
use super::story::{SECOND, room};
use super::*;
use crate::ids::AnswerId;

#[test]
fn an_erased_value_counts_no_more() {
    let given = || {
        room()
            .moved("knowledge")
            .answered(ANNA, "knowledge", 3, [2])
            .answered(BRAM, "knowledge", 1, [2])
    };
    let after = check(given(), erases(1), Accepted);
    assert_eq!(
        (after.votes("knowledge"), after.voters("knowledge")),
        (vec![0, 1, 0], 1)
    );
    let own = after.own(ANNA, "knowledge").unwrap();
    assert_eq!((own.erased, own.turn, own.fields), (true, 3, None));
    assert_eq!(after.room.pending_redactions(), [AnswerId(1)]);
    check(given().erased(1), erases(1), Repeated);
    check(given(), erases(3), Refusal::UnknownAnswer);
    check(given(), erases(0), Refusal::UnknownAnswer);
}

#[test]
fn an_erased_answer_sent_again_is_refused() {
    let given = || {
        room()
            .moved("knowledge")
            .answered(ANNA, "knowledge", 3, [2])
            .erased(1)
    };
    for turn in [1, 3] {
        check(
            given(),
            picks(ANNA, "knowledge", turn, [2]),
            Refusal::Erased,
        );
        check(
            given(),
            picks(ANNA, "knowledge", turn, [1]),
            Refusal::Erased,
        );
    }
    check(
        given(),
        picks(ANNA, "knowledge", 4, [2]).by_form(),
        Refusal::Erased,
    );
    check(
        given().reset("knowledge"),
        picks(ANNA, "knowledge", 3, [2]),
        Refusal::Erased,
    );
}

#[test]
fn who_answers_anew_after_that_counts_again() {
    let given = || {
        room()
            .moved("knowledge")
            .answered(ANNA, "knowledge", 3, [2])
            .erased(1)
    };
    let after = check(given(), picks(ANNA, "knowledge", 4, [1]), Accepted);
    assert_eq!(
        (after.receipt.answer, after.votes("knowledge")),
        (Some(AnswerId(1)), vec![1, 0, 0])
    );
    assert!(!after.own(ANNA, "knowledge").unwrap().erased);
    check(
        given().closed("knowledge"),
        picks(ANNA, "knowledge", 4, [1]),
        Refusal::Closed,
    );
    check(
        given().answered(ANNA, "knowledge", 4, [1]),
        erases(1),
        Accepted,
    );
    let unchangeable = room()
        .moved("agree")
        .answered(ANNA, "agree", 1, [2])
        .erased(1);
    check(unchangeable, picks(ANNA, "agree", 2, [1]), Accepted);
}

#[test]
fn an_erased_addition_takes_its_upvotes_along_and_its_key_is_spent() {
    let given = || {
        room()
            .moved("step")
            .added(ANNA, "step", "k1", "Bellen")
            .added(BRAM, "step", "k1", "Mailen")
    };
    let given = || given().upvoted(CARLA, "step", 1).erased(1);
    assert_eq!(
        (given().texts("step"), given().voters("step")),
        (vec!["a2 Mailen 0".to_owned()], 1)
    );
    assert!(given().own(CARLA, "step").is_none());
    let own = given().own(ANNA, "step").unwrap();
    assert_eq!(
        (own.added[0].id, own.added[0].text.as_deref()),
        (given().named(1), None)
    );
    for turn in [1, 2, 9] {
        check(
            given(),
            adds(ANNA, "step", "k1", turn, "Bellen"),
            Refusal::Erased,
        );
    }
    check(
        given(),
        adds(ANNA, "step", "k1", 1, "Bellen").by_form(),
        Refusal::Erased,
    );
    check(given(), adds(ANNA, "step", "k2", 1, "Schrijven"), Accepted);
}

#[test]
fn one_can_erase_when_the_room_has_ended_and_the_question_is_gone() {
    let given = || {
        room()
            .moved("knowledge")
            .answered(ANNA, "knowledge", 1, [2])
    };
    check(given().ended(), erases(1), Accepted);
    assert_eq!(
        check(given().reset("knowledge"), erases(1), Accepted)
            .state("knowledge")
            .nth(1)
            .unwrap()
            .voters(),
        0
    );
    let deck = Box::new(decks::deck([decks::words("values", 3)]));
    check(given().then(deck_named(*deck)), erases(1), Accepted);
}

#[test]
fn which_word_was_first_does_not_depend_on_who_was_erased() {
    let given = room()
        .moved("values")
        .said(ANNA, "values", 1, ["hoop"])
        .said(BRAM, "values", 1, ["moed"])
        .said(CARLA, "values", 1, ["hoop"]);
    assert_eq!(given.words("values"), ["hoop 2", "moed 1"]);
    assert_eq!(
        check(given, erases(1), Accepted).words("values"),
        ["moed 1", "hoop 1"]
    );
}

/// Words, values and additions; changed, refused, sent twice, upvoted, erased and answered anew.
fn eventful() -> Story {
    let mut story = room()
        .moved("values")
        .said(ANNA, "values", 1, ["GEHEIM-1", "hoop"])
        .said(BRAM, "values", 1, ["moed"])
        .then(says(ANNA, "values", 1, ["GEHEIM-2"]).by_form())
        .said(CARLA, "values", 1, ["hoop"])
        .later(SECOND)
        .moved("step")
        .added(ANNA, "step", "k1", "GEHEIM-3")
        .upvoted(BRAM, "step", 4)
        .then(adds(ANNA, "step", "k1", 1, "GEHEIM-4").by_form())
        .upvoted(CARLA, "step", 4);
    for refused in [
        says(ANNA, "values", 1, ["GEHEIM-5"]),
        adds(ANNA, "step", "k1", 1, "GEHEIM-6"),
        erases(99),
    ] {
        let event = refused.event(&story.room).unwrap();
        story = story.applied(event).0;
    }
    let story = story
        .erased(1)
        .erased(4)
        .said(ANNA, "values", 9, ["GEHEIM-7", "weer"]);
    story
        .erased(1)
        .said(ANNA, "values", 10, ["troost"])
        .later(60 * SECOND)
        .moved("welcome")
}

#[test]
fn a_rewritten_journal_comes_to_the_same_room_and_holds_nothing_of_it() {
    let story = eventful();
    let rewritten = redacted(&story.journal);
    let text = serde_json::to_string(
        &rewritten
            .iter()
            .map(|(_, _, batch)| batch)
            .collect::<Vec<_>>(),
    )
    .unwrap();
    assert!(!text.to_lowercase().contains("geheim"), "{text}");
    assert!(text.contains("troost") && text.contains("k1"));
    let (room, _) = fold(&rewritten);
    assert_eq!(
        room,
        Room {
            pending_redactions: Vec::new(),
            ..story.room.clone()
        }
    );
    assert!(!story.room.pending_redactions().is_empty());
    assert_eq!(redacted(&rewritten), rewritten, "once is enough");
}

#[test]
fn the_same_rewritten_room_goes_on_the_same_way() {
    let story = eventful();
    let (room, _) = fold(&redacted(&story.journal));
    let rewritten = Story {
        room,
        ..story.clone()
    };
    for command in [
        says(ANNA, "values", 9, ["GEHEIM-7"]),
        adds(ANNA, "step", "k1", 3, "GEHEIM-3"),
        erases(4),
        erases(1),
    ] {
        let event = command.event(&story.room).unwrap();
        assert_eq!(
            rewritten.clone().applied(event.clone()).1,
            story.clone().applied(event).1
        );
    }
}

/// Carla's vote for what Anna then edited is hers again; she spends it elsewhere. Without the texts
/// one can't tell that there was an edit.
#[test]
fn votes_that_an_edit_freed_are_free_in_the_rewritten_journal_too() {
    let story = room()
        .moved("step")
        .added(ANNA, "step", "k1", "Bellen")
        .added(BRAM, "step", "k1", "Mailen")
        .added(BRAM, "step", "k2", "Schrijven")
        .upvoted(CARLA, "step", 1)
        .upvoted(CARLA, "step", 2)
        .then(adds(ANNA, "step", "k1", 2, "Opbellen"))
        .upvoted(CARLA, "step", 3)
        .erased(1);
    let (room, _) = fold(&redacted(&story.journal));
    assert_eq!(
        room,
        Room {
            pending_redactions: Vec::new(),
            ..story.room.clone()
        }
    );
    assert_eq!(story.texts("step"), ["a2 Mailen 1", "a3 Schrijven 1"]);
}

/// The append of an erasure that nobody knew the end of is sent again; meanwhile Anna answered
/// anew.
#[test]
fn a_doubled_erasure_does_not_erase_what_came_after_it() {
    let mut story = room()
        .moved("values")
        .said(ANNA, "values", 1, ["weg"])
        .erased(1);
    let doubled = story.journal.last().unwrap().2.clone();
    story = story.said(ANNA, "values", 2, ["gebleven"]);
    assert_eq!(story.applied_batch(50, doubled), []);
    let (room, _) = fold(&redacted(&story.journal));
    assert_eq!(
        room,
        Room {
            pending_redactions: Vec::new(),
            ..story.room
        }
    );
}

#[test]
fn without_erasures_there_is_nothing_to_blank() {
    let story = room()
        .moved("knowledge")
        .answered(ANNA, "knowledge", 1, [1]);
    assert!(planned(&story.journal).0.is_empty() && story.room.pending_redactions().is_empty());
    assert_eq!(redacted(&story.journal), story.journal);
}
