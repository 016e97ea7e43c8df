//! What phones were never shown can't be voted for or asked about, and no refusal tells of it.

use serde_json::{Value, json};

use super::commands::*;
use super::decks::{self, afternoon, choice};
use super::story::{SECOND, room, room_with};
use super::*;
use crate::deck::Visibility;
use crate::event::Event;
use crate::ids::AnswerId;
use crate::protocol::ClientFrame;
use crate::question::Fields;

fn frame(story: &Story, frame: Value) -> Result<Event, Refusal> {
    let frame: ClientFrame = serde_json::from_value(frame).unwrap();
    story.room.event_of(ANNA, &frame).expect("no ping")
}

fn form(story: &Story, fields: &[(&str, &str)]) -> Result<Event, Refusal> {
    let fields = fields
        .iter()
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
    story.room.event_of_form(ANNA, &Fields(fields.collect()))
}

/// A form's fields.
type Fielded<'a> = Vec<(&'a str, &'a str)>;

/// What can be said about a question, right or wrong: of a choice, of an open one, of any.
fn everything_about(question: &str) -> (Vec<Value>, Vec<Fielded<'_>>) {
    let answer = |fields: Value, round: u32, turn: u64| json!({ "type": "answer", "question": question, "round": round, "turn": turn, "fields": fields });
    let add = |text: &str, key: &str| json!({ "type": "add", "question": question, "round": 1, "key": key, "turn": 1, "text": text });
    let frames = vec![
        answer(json!([["option", "1"]]), 1, 1),
        answer(json!([["option", "200"]]), 1, 1),
        answer(
            json!([["option", "1"], ["option", "2"], ["option", "3"]]),
            1,
            1,
        ),
        answer(json!([]), 1, 1),
        answer(json!([["option", "1"]]), 7, 1),
        answer(json!([["option", "1"]]), 0, 0),
        answer(json!([["value", "173"]]), 1, 1),
        answer(json!([["value-1", "1"]]), 1, 1),
        answer(
            json!([
                ["entry", "a"],
                ["entry", "b"],
                ["entry", "c"],
                ["entry", "d"],
                ["entry", "e"],
                ["entry", "f"],
                ["entry", "g"],
                ["entry", "h"],
                ["entry", "i"],
                ["entry", "j"],
                ["entry", "k"]
            ]),
            1,
            1,
        ),
        answer(json!([["entry", "x".repeat(500)]]), 1, 1),
        answer(json!([["iets", "x"]]), 1, 1),
        add("Bellen", "k"),
        add("", "k"),
        add(&"x".repeat(5_000), "k"),
        add("Bellen", "?"),
        json!({ "type": "upvote", "question": question, "answer": "a1", "on": true }),
        json!({ "type": "upvote", "question": question, "answer": "a1", "on": false }),
    ];
    let forms = [
        vec![("round", "1"), ("option", "1")],
        vec![("round", "1"), ("option", "200")],
        vec![("round", "1")],
        vec![("round", "nee"), ("option", "1")],
        vec![("option", "1")],
        vec![("round", "7"), ("value", "173")],
        vec![("round", "1"), ("text", "Bellen"), ("key", "k")],
        vec![("round", "1"), ("text", "Bellen")],
        vec![("round", "1"), ("text", ""), ("key", "k")],
        vec![("upvote", "a1")],
        vec![("upvote", "geen")],
    ];
    (
        frames,
        forms
            .into_iter()
            .map(|form| [vec![("question", question)], form].concat())
            .collect(),
    )
}

#[test]
fn a_question_that_was_never_open_is_unknown_before_a_word_is_read() {
    for story in [
        room(),
        room().moved("welcome"),
        room()
            .moved("welcome")
            .closed("knowledge")
            .closed("step")
            .closed("values"),
        room()
            .moved("welcome")
            .shown("knowledge")
            .shown_on_phones("step")
            .hidden("values"),
        room().moved("order"),
        room().moved("welcome").ended(),
    ] {
        for question in [
            "knowledge",
            "step",
            "values",
            "statement",
            "guess",
            "order",
            "nowhere",
            "",
            "welcome",
        ] {
            let (frames, forms) = everything_about(question);
            frames.into_iter().for_each(|sent| {
                assert_eq!(
                    frame(&story, sent.clone()),
                    Err(Refusal::UnknownQuestion),
                    "{sent}"
                )
            });
            forms.iter().for_each(|sent| {
                assert_eq!(
                    form(&story, sent),
                    Err(Refusal::UnknownQuestion),
                    "{sent:?}"
                )
            });
            assert!(
                story
                    .room
                    .phone_question(&question.into(), story.at)
                    .is_none()
            );
            assert_eq!(
                (
                    story.own(ANNA, question),
                    story.room.round_on_phones(&question.into())
                ),
                (None, 1)
            );
        }
        assert_eq!(
            form(&story, &[("option", "1")]),
            Err(Refusal::UnknownQuestion),
            "no question is named"
        );
    }
}

/// What a changed deck asks is not sent before it opens; what was asked before is closed, and what
/// is stored is still acknowledged.
#[test]
fn a_question_that_changed_is_as_it_was_until_it_opens_again() {
    let mut deck = afternoon();
    deck.slides[1] = choice("knowledge", ["a", "b", "c", "d", "e", "f", "g"]);
    let change = deck_named(deck);
    let given = room()
        .moved("knowledge")
        .answered(ANNA, "knowledge", 1, [2])
        .moved("welcome")
        .later(60 * SECOND)
        .then(change);
    assert!(!given.state("knowledge").was_open());
    let answer = |round: u32, option: u8, turn: u64| json!({ "type": "answer", "question": "knowledge", "round": round, "turn": turn, "fields": [["option", option.to_string()]] });
    for (sent, refusal) in [
        (answer(2, 1, 1), Refusal::UnknownQuestion),
        (answer(2, 200, 1), Refusal::UnknownQuestion),
        (answer(3, 1, 1), Refusal::UnknownQuestion),
        (answer(0, 1, 1), Refusal::UnknownQuestion),
        (answer(1, 7, 1), Refusal::OutOfRange),
        (
            json!({ "type": "upvote", "question": "knowledge", "answer": "a1", "on": true }),
            Refusal::UnknownAnswer,
        ),
    ] {
        assert_eq!(frame(&given, sent.clone()), Err(refusal), "{sent}");
    }
    check(
        given.clone(),
        frame(&given, answer(1, 2, 1)).unwrap(),
        Repeated,
    );
    check(
        given.clone(),
        frame(&given, answer(1, 3, 2)).unwrap(),
        Refusal::Closed,
    );
    assert_eq!(given.room.round_on_phones(&"knowledge".into()), 1);
    let open = given.opened("knowledge");
    check(
        open.clone(),
        frame(&open, answer(1, 3, 2)).unwrap(),
        Refusal::StaleRound { round: 2 },
    );
    check(
        open.clone(),
        frame(&open, answer(2, 7, 2)).unwrap(),
        Accepted,
    );
}

fn hidden_room() -> Story {
    let slide = decks::open("step", 2, 2).results(Visibility::Hidden);
    room_with(decks::deck([slide]))
        .moved("step")
        .added(BRAM, "step", "k", "Bellen")
        .added(ANNA, "step", "k", "Mailen")
}

#[test]
fn an_answer_that_phones_may_not_see_takes_no_votes() {
    let votes = |story: &Story, answer: u64, on: bool| {
        let name = story.named(answer).to_string();
        frame(
            story,
            json!({ "type": "upvote", "question": "step", "answer": name, "on": on }),
        )
    };
    let by_form = |story: &Story, answer: u64| {
        form(
            story,
            &[
                ("question", "step"),
                ("upvote", &story.named(answer).to_string()),
            ],
        )
    };
    let shown = || hidden_room().shown("step");
    let unknown = Err(Refusal::UnknownAnswer);
    for (what, story, answer) in [
        ("hidden on the stage", hidden_room(), 1),
        ("hidden again", shown().hidden("step"), 1),
        ("hidden and closed", hidden_room().closed("step"), 1),
        ("no such answer", shown(), 3),
        (
            "hidden in the voting of another round",
            hidden_room()
                .voting("step")
                .reset("step")
                .then(adds(BRAM, "step", "k", 1, "Bel").round(2)),
            3,
        ),
    ] {
        assert_eq!(
            (votes(&story, answer, true), by_form(&story, answer)),
            (unknown.clone(), unknown.clone()),
            "{what}"
        );
        assert_eq!(votes(&story, answer, false), unknown, "{what}");
    }
    for (what, story, answer, outcome) in [
        ("shown", shown(), 1, Accepted),
        ("voting", hidden_room().voting("step"), 1, Accepted),
        ("one's own", hidden_room(), 2, Refused(Refusal::OwnAnswer)),
        (
            "voted for while it was shown",
            shown().upvoted(ANNA, "step", 1).hidden("step"),
            1,
            Repeated,
        ),
        (
            "closed",
            shown().closed("step"),
            1,
            Refused(Refusal::Closed),
        ),
        (
            "moderated",
            shown().then(hides_answer(1)),
            1,
            Refused(Refusal::UnknownAnswer),
        ),
        (
            "erased",
            shown().erased(1),
            1,
            Refused(Refusal::UnknownAnswer),
        ),
    ] {
        let event =
            votes(&story, answer, true).unwrap_or_else(|refusal| panic!("{what}: {refusal:?}"));
        assert_eq!(by_form(&story, answer), Ok(event.clone()), "{what}");
        check(story, event, outcome);
    }
    let voted = shown().upvoted(ANNA, "step", 1).hidden("step");
    check(voted.clone(), votes(&voted, 1, false).unwrap(), Accepted);
}

#[test]
fn no_phone_is_told_how_many_answers_there_are() {
    let mut story = room().moved("step");
    for number in 0..30_u128 {
        let who = crate::ids::ParticipantId(100 + number);
        story = story.added(who, "step", "k", &format!("antwoord {number}"));
    }
    let story = story
        .added(ANNA, "step", "k", "Bellen")
        .upvoted(ANNA, "step", 30)
        .shown_on_phones("step");
    let sent = serde_json::to_string(&(story.phone(), story.room.own(ANNA))).unwrap();
    for number in 1..=31 {
        assert!(
            !sent.contains(&format!("\"a{number}\"")),
            "a{number} in {sent}"
        );
        let name = story.named(number);
        assert_eq!(story.room.meant_by_phone(name), AnswerId(number));
        assert!(
            sent.contains(&format!("\"{name}\"")),
            "a phone knows it as {name}"
        );
    }
    let hosts = story.host_question(crate::host::HostRole::Stage);
    assert_eq!(
        hosts.votable.unwrap()[0].id,
        AnswerId(31),
        "hosts have the names of the API"
    );
    let mistaken = frame(
        &story,
        json!({ "type": "upvote", "question": "step", "answer": "a1", "on": true }),
    );
    assert_eq!(mistaken, Err(Refusal::UnknownAnswer));
}
