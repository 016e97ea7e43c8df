//! Each kind by its cases (`tests/data/kinds`): what people answer, what is refused, and what it
//! comes to. The stories play the same over HTTP, and phones say them in words.
#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use std::collections::BTreeSet;
use std::path::Path;

use serde_json::{Value, json};
use shared::deck::grammar;
use shared::event::{Batch, Event};
use shared::ids::{Millis, ParticipantId, ProducerId, RoomId, SlideId};
use shared::limits::RULES;
use shared::protocol::ClientFrame;
use shared::question::{Fields, QuestionSpec};
use shared::refusal::Refusal;
use shared::room::{Outcome, Room};
use shared::rules::Rules;

const NOON: Millis = 1_800_000_000_000;

struct KindCases {
    kind: String,
    cases: Value,
}

/// The file of every kind, by its name.
fn kinds() -> Vec<KindCases> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/data/kinds");
    let mut kinds: Vec<KindCases> = std::fs::read_dir(folder)
        .unwrap()
        .map(|file| file.unwrap().path())
        .map(|path| KindCases {
            kind: path.file_stem().unwrap().to_str().unwrap().to_owned(),
            cases: serde_json::from_str(&std::fs::read_to_string(&path).unwrap()).unwrap(),
        })
        .collect();
    kinds.sort_by(|one, other| one.kind.cmp(&other.kind));
    kinds
}

/// A room in which that kind's question is open.
fn room(cases: &Value) -> (Room, SlideId) {
    let slide = cases["slide"].as_str().unwrap();
    let text = format!("---\ntitle: Proef\nlanguage: nl\n---\n{slide}");
    let deck = grammar::read(&text).unwrap().deck;
    let question = deck.slides[0].id.clone();
    let created = Event::Created {
        room: RoomId::from("trial"),
        deck: Box::new(deck),
        rules: Rules::LATEST,
        moderates: true,
        groups: true,
        own_pace: true,
        trial: false,
    };
    let mut room = Room::begin(1, NOON, &batch(1, created)).unwrap();
    let opened = Event::Opened {
        question: question.clone(),
        after: None,
    };
    let outcomes = room.apply(2, NOON, &batch(2, opened));
    assert!(
        matches!(outcomes[..], [Outcome::Accepted(_)]),
        "{outcomes:?}"
    );
    (room, question)
}

fn batch(counter: u64, event: Event) -> Batch {
    Batch {
        rules: RULES,
        producer: ProducerId::from("a"),
        counter,
        events: vec![event],
        by: Default::default(),
    }
}

/// What a phone sends that filled in these fields.
fn frame(room: &Room, question: &SlideId, fields: &Value) -> ClientFrame {
    let fields: Fields = serde_json::from_value(fields.clone()).unwrap();
    let asked = room.deck.question(question).unwrap();
    match asked.ask {
        QuestionSpec::Open(_) => ClientFrame::Add {
            question: question.clone(),
            round: 1,
            key: "k1".into(),
            turn: 1,
            text: fields.first("text").unwrap_or_default().to_owned(),
            seq: None,
        },
        _ => ClientFrame::Answer {
            question: question.clone(),
            round: 1,
            turn: 1,
            fields,
            seq: None,
        },
    }
}

/// Somebody sends what they filled in.
fn sends(room: &mut Room, question: &SlideId, who: u128, fields: &Value) -> Result<(), Refusal> {
    let frame = frame(room, question, fields);
    let event = room.event_of(ParticipantId(who), &frame).unwrap()?;
    let seq = room.seq + 1;
    match &room.apply(seq, NOON + seq, &batch(seq, event))[..] {
        [Outcome::Accepted(_)] => Ok(()),
        [Outcome::Refused(refusal)] => Err(refusal.clone()),
        other => panic!("{fields} came to {other:?}"),
    }
}

/// What the room comes to when these people answer, in this order.
fn comes_to(cases: &Value, answers: &[&Value]) -> Value {
    let (mut room, question) = room(cases);
    for (number, answer) in answers.iter().enumerate() {
        let sent = sends(&mut room, &question, 1 + number as u128, &answer["fields"]);
        assert_eq!(sent, Ok(()), "{answer}");
    }
    let results = room.question(&question).unwrap().results().unwrap();
    let mut results = serde_json::to_value(results).unwrap();
    // The moment at which somebody wrote is no part of a case.
    let texts = results.get_mut("answers").and_then(Value::as_array_mut);
    for answer in texts.into_iter().flatten() {
        answer.as_object_mut().unwrap().remove("at");
    }
    results
}

#[test]
fn every_kind_that_is_played_has_a_file_with_cases() {
    let named: BTreeSet<String> = kinds().into_iter().map(|kind| kind.kind).collect();
    for KindCases { kind, cases } in kinds() {
        let (room, question) = room(&cases);
        assert_eq!(room.deck.question(&question).unwrap().ask.kind(), kind);
        let many = |list: &str| cases[list].as_array().map_or(0, Vec::len);
        assert!(many("answers") >= 3 && many("refused") >= 1, "{kind}");
    }
    let played = [
        "choice", "words", "open", "scale", "spectrum", "number", "form",
    ];
    assert_eq!(named, played.map(str::to_owned).into());
}

#[test]
fn what_people_answer_comes_to_the_results_of_the_file() {
    for KindCases { kind, cases } in kinds() {
        let answers: Vec<&Value> = cases["answers"].as_array().unwrap().iter().collect();
        let came = comes_to(&cases, &answers);
        assert_eq!(came, cases["results"], "{kind} came to\n{came}");
    }
}

#[test]
fn in_whatever_order_people_answer_the_figures_are_the_same() {
    for KindCases { kind, cases } in kinds() {
        let answers: Vec<&Value> = cases["answers"].as_array().unwrap().iter().collect();
        let figures = |answers: &[&Value]| {
            let mut came = comes_to(&cases, answers);
            // Texts stand in the order in which they came.
            came.as_object_mut().unwrap().remove("answers");
            came
        };
        let first = figures(&answers);
        for begin in 1..answers.len() {
            let turned: Vec<&Value> = [&answers[begin..], &answers[..begin]].concat();
            assert_eq!(figures(&turned), first, "{kind} from {begin}");
        }
    }
}

#[test]
fn what_can_not_be_right_is_refused_by_its_code_and_counts_nothing() {
    for KindCases { kind, cases } in kinds() {
        for refused in cases["refused"].as_array().unwrap() {
            let (mut room, question) = room(&cases);
            let before = room.clone();
            let refusal = sends(&mut room, &question, 1, &refused["fields"]).unwrap_err();
            assert_eq!(json!(refusal.code()), refused["code"], "{kind}: {refused}");
            assert_eq!(
                room.question(&question),
                before.question(&question),
                "{kind}: {refused}"
            );
        }
    }
}
