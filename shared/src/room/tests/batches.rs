//! Records: the first, doubles, gaps, and what nobody would send.

use super::commands::*;
use super::story::{NOON, SECOND, batch, room, room_with};
use super::*;
use crate::event::{Batch, Event};
use crate::ids::{Key, ProducerId, Round};
use crate::question::scale::Scale;
use crate::question::{Answer, QuestionSpec};
use crate::room::NotABeginning;

fn event(command: Command) -> Event {
    command.event(&room().room).unwrap()
}

#[test]
fn a_room_begins_with_one_created() {
    let created = || Event::Created {
        room: "room".into(),
        deck: Box::new(decks::afternoon()),
        rules: crate::rules::Rules::LATEST,
        moderates: true,
        groups: true,
        own_pace: true,
        trial: false,
    };
    let begun = Room::begin(7, NOON, &batch(3, vec![created()])).unwrap();
    assert_eq!((begun.seq, begun.created_at, begun.at), (7, NOON, NOON));
    for events in [
        vec![],
        vec![event(joins(ANNA))],
        vec![created(), event(joins(ANNA))],
        vec![created(), created()],
    ] {
        assert_eq!(Room::begin(1, NOON, &batch(1, events)), Err(NotABeginning));
    }
}

#[test]
fn a_batch_is_taken_event_by_event() {
    let mut story = room().moved("knowledge");
    let outcomes = story.applied_batch(
        40,
        batch(
            9,
            vec![
                event(picks(ANNA, "knowledge", 1, [1])),
                event(picks(ANNA, "knowledge", 1, [1])),
                event(picks(ANNA, "knowledge", 1, [2])),
                event(picks(BRAM, "knowledge", 1, [3])),
            ],
        ),
    );
    let receipt = |answer| Receipt {
        turn: Some(1),
        answer: Some(crate::ids::AnswerId(answer)),
    };
    assert_eq!(
        outcomes,
        [
            Outcome::Accepted(receipt(1)),
            Outcome::Repeated(receipt(1)),
            Outcome::Refused(Refusal::Superseded),
            Outcome::Accepted(receipt(2)),
        ]
    );
    assert_eq!(story.room.seq, 40, "sequences increase, not densely");
}

#[test]
fn a_batch_that_was_applied_before_changes_nothing() {
    let mut story = room().moved("knowledge");
    let reset = batch(
        9,
        vec![Event::Reset {
            question: "knowledge".into(),
            after: None,
        }],
    );
    assert_eq!(story.applied_batch(9, reset.clone()).len(), 1);
    let before = story.room.clone();
    for (seq, counter) in [(9, 9), (10, 9), (11, 8), (12, 0)] {
        assert_eq!(
            story.applied_batch(
                seq,
                Batch {
                    counter,
                    ..reset.clone()
                }
            ),
            []
        );
        assert_eq!(
            Room {
                seq: before.seq,
                ..story.room.clone()
            },
            before
        );
    }
    assert_eq!(story.room.seq, 12);
    assert_eq!(
        story
            .applied_batch(
                13,
                Batch {
                    counter: 10,
                    ..reset.clone()
                }
            )
            .len(),
        1
    );
    assert_eq!(
        story
            .applied_batch(
                14,
                Batch {
                    producer: ProducerId::from("other"),
                    counter: 1,
                    ..reset
                }
            )
            .len(),
        1
    );
}

#[test]
fn the_batch_that_began_the_room_is_a_double_too() {
    let mut story = room();
    let first = story.journal[0].2.clone();
    assert_eq!(story.applied_batch(1, first), []);
    assert_eq!(story.room, room().room);
}

#[test]
fn a_sequence_never_runs_backwards() {
    let mut story = room();
    story.applied_batch(9, batch(9, vec![]));
    story.applied_batch(3, batch(10, vec![]));
    assert_eq!(story.room.seq, 9);
}

#[test]
fn nobody_can_make_a_room_panic() {
    let far = |round: Round, answer: Answer| Event::Answered {
        participant: ANNA,
        question: "knowledge".into(),
        round,
        turn: None,
        answer: Some(answer),
        held: Vec::new(),
    };
    let odd = [
        Answer::Choice {
            options: vec![0, 255, 255],
            other: None,
        },
        Answer::Words { entries: vec![] },
        Answer::Scale {
            values: vec![Some(i32::MIN), Some(i32::MAX), None, None],
        },
        Answer::Spectrum {
            hundredths: u16::MAX,
        },
    ];
    for question in ["knowledge", "values", "statement", "guess", "step"] {
        let mut given = room().moved(question);
        for (turn, answer) in (1..).zip(odd.iter().chain(&odd[1..]).chain(&odd)) {
            given = given
                .applied(event(answers(ANNA, question, turn, answer.clone())))
                .0;
            given = given.applied(far(1, answer.clone())).0;
        }
        let _ = (
            given.state(question).results(),
            given.phone(),
            given.room.own(ANNA),
        );
        given = given.applied(event(erases(1))).0;
        assert_eq!(given.voters(question), 0);
    }
}

#[test]
fn texts_that_come_and_go_in_a_journal_are_counted() {
    let added = |turn, text: Option<&str>| Event::Added {
        participant: ANNA,
        question: "step".into(),
        round: 1,
        key: Key::from(""),
        turn: Some(turn),
        text: text.map(str::to_owned),
        held: false,
    };
    let mut story = room().moved("step").then(added(1, None));
    for (turn, text, voters) in [
        (2, Some("een"), 1),
        (3, None, 0),
        (4, Some("twee"), 1),
        (5, Some("drie"), 1),
    ] {
        story = story.then(added(turn, text));
        assert_eq!(story.voters("step"), voters, "{text:?}");
    }
    assert_eq!(story.own(ANNA, "step").unwrap().added.len(), 1);
    assert_eq!(story.erased(1).voters("step"), 0);
}

#[test]
fn the_end_of_time_is_no_end_of_the_room() {
    let mut story = room();
    story.at = u64::MAX;
    let story = story.moved("quick").moved("knowledge").ended();
    assert!(!story.is_open("quick"));
    let _ = story.phone();
    assert_eq!(story.room.next_deadline(u64::MAX), None);
    let _ = crate::instant::rfc3339(u64::MAX);
}

#[test]
fn an_endless_scale_takes_no_memory() {
    let statements = vec!["een".to_owned()];
    let endless = QuestionSpec::Scale(Scale {
        statements,
        from: i32::MIN,
        to: i32::MAX,
        ..Scale::default()
    });
    let story = room_with(decks::deck([decks::ask("scale", endless)])).moved("scale");
    let answer = Answer::Scale {
        values: vec![Some(i32::MAX)],
    };
    assert_eq!(
        story
            .then(answers(ANNA, "scale", 1, answer))
            .voters("scale"),
        1
    );
}

#[test]
fn a_turn_may_be_as_high_as_it_likes() {
    let story = room()
        .moved("step")
        .then(adds(ANNA, "step", "k", u64::MAX, "Bellen"));
    check(
        story,
        adds(ANNA, "step", "k", 1, "Mailen").by_form(),
        Refusal::Superseded,
    );
    let story =
        room()
            .later(SECOND)
            .moved("knowledge")
            .answered(ANNA, "knowledge", u64::MAX - 1, [1]);
    let story = check(story, picks(ANNA, "knowledge", 1, [2]).by_form(), Accepted);
    assert_eq!(story.receipt.turn, Some(u64::MAX));
}
