//! What was stored once is read for ever, and comes to the same.
//!
//! `golden/v1-*.jsonl` are journals, a record per line as version 1 of the rules stored it, and so
//! on; the `.json` beside each holds what it came to: what became of every event, and the results
//! of every round. Files here are only ever added, never changed: where one no longer fits, the
//! code is wrong, for somewhere there is a room with such a journal. New variants and new rules
//! come with a new file.
#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use serde_json::{Value, json};
use shared::event::{Batch, Event, QaChange};
use shared::question::Answer;
use shared::room::{Outcome, Room};
use shared::rules::Rules;

#[derive(Deserialize)]
struct GoldenRecord {
    seq: u64,
    at: u64,
    batch: Batch,
}

fn journals() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    let files = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path());
    let mut journals: Vec<PathBuf> = files
        .filter(|path| path.extension().is_some_and(|end| end == "jsonl"))
        .collect();
    journals.sort();
    journals
}

fn records(journal: &Path) -> Vec<GoldenRecord> {
    let text = std::fs::read_to_string(journal).unwrap();
    text.lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

#[test]
fn every_journal_comes_to_what_it_came_to() {
    let journals = journals();
    assert!(journals.len() >= 2);
    for journal in journals {
        let expected = std::fs::read_to_string(journal.with_extension("json")).unwrap();
        let expected: Value = serde_json::from_str(&expected).unwrap();
        let mut came = came_to(&records(&journal));
        leave_out_what_came_later(&mut came, &expected);
        assert_eq!(came, expected, "{} came to\n{came:#}", journal.display());
    }
}

/// Holds a journal and the one that was written anew of it against each other, and gives both as
/// text.
fn written_anew(names: [&str; 2]) -> [String; 2] {
    let [first, rewritten] = names.map(|name| {
        Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("tests/golden")
            .join(name)
    });
    let results = |journal: &Path| {
        let came = came_to(&records(journal));
        [came["rounds"].clone(), came["qa"].clone()]
    };
    assert_eq!(results(&first), results(&rewritten));
    [first, rewritten].map(|journal| std::fs::read_to_string(journal).unwrap())
}

/// What was erased is gone from the rewritten journal, and the room is the same.
#[test]
fn the_rewritten_journal_has_the_results_of_the_first() {
    let [first, rewritten] = written_anew(["v1-afternoon.jsonl", "v1-rewritten.jsonl"]);
    for erased in ["buurman", "Telefoonnummer"] {
        assert!(
            first.contains(erased) && !rewritten.contains(erased),
            "{erased}"
        );
    }
}

/// The same of a question to the speakers, and of what was said to it.
#[test]
fn the_journal_without_an_erased_question_has_the_results_of_the_first() {
    let [first, rewritten] = written_anew(["v2-asked.jsonl", "v2-asked-rewritten.jsonl"]);
    for erased in ["buurman", "Dat zeggen we niet"] {
        assert!(
            first.contains(erased) && !rewritten.contains(erased),
            "{erased}"
        );
    }
}

/// The same of a room that was tried out before it began.
#[test]
fn the_journal_without_its_trial_has_the_results_of_the_first() {
    let [first, rewritten] = written_anew(["v2-trial.jsonl", "v2-begun.jsonl"]);
    for (text, stays) in [("een proef", false), ("dit telt", true)] {
        assert!(first.contains(text), "{text}");
        assert_eq!(rewritten.contains(text), stays, "{text}");
    }
}

#[test]
fn what_is_read_is_written_as_it_was() {
    for journal in journals() {
        for (record, line) in records(&journal)
            .iter()
            .zip(std::fs::read_to_string(&journal).unwrap().lines())
        {
            let line: Value = serde_json::from_str(line).unwrap();
            if !matches!(
                record.batch.events[..],
                [Event::Created { .. }
                    | Event::DeckChanged { .. }
                    | Event::Begun { kept: Some(_), .. }]
            ) {
                assert_eq!(serde_json::to_value(&record.batch).unwrap(), line["batch"]);
            }
        }
    }
}

/// Journals of before say nothing of rules, and are played by the first to their end.
#[test]
fn a_room_keeps_the_rules_that_its_first_record_names() {
    for journal in journals() {
        let first = &records(&journal)[0];
        let room = Room::begin(first.seq, first.at, &first.batch).unwrap();
        let name = journal.file_name().unwrap().to_str().unwrap();
        let expected = if name.starts_with("v1-") {
            Rules::First
        } else {
            Rules::Second
        };
        assert_eq!(room.rules, expected, "{name}");
        let again: Batch =
            serde_json::from_value(serde_json::to_value(&first.batch).unwrap()).unwrap();
        assert_eq!(again, first.batch, "{name}");
    }
}

/// Whoever adds a variant gets an error here, and adds a journal that has it.
#[test]
fn every_variant_is_in_some_journal() {
    let mut seen = BTreeSet::new();
    for record in journals().iter().flat_map(|journal| records(journal)) {
        for event in &record.batch.events {
            seen.insert(match event {
                Event::Created { .. } => "created",
                Event::DeckChanged { .. } => "deck changed",
                Event::Joined { .. } => "joined",
                Event::JoinedAgain { .. } => "joined again",
                Event::GroupChosen { .. } => "group chosen",
                Event::Finished { .. } => "finished",
                Event::TabletShared { .. } => "tablet shared",
                Event::TabletEnded { .. } => "tablet ended",
                Event::TabletsRenewed { .. } => "tablets renewed",
                Event::Typed { .. } => "typed",
                Event::Removed { .. } => "removed",
                Event::Returned { .. } => "returned",
                Event::Answered {
                    answer: Some(Answer::Choice { .. }),
                    ..
                } => "choice",
                Event::Answered {
                    answer: Some(Answer::Words { .. }),
                    ..
                } => "words",
                Event::Answered {
                    answer: Some(Answer::Scale { .. }),
                    ..
                } => "scale",
                Event::Answered {
                    answer: Some(Answer::Spectrum { .. }),
                    ..
                } => "spectrum",
                Event::Answered {
                    answer: Some(Answer::Number { .. }),
                    ..
                } => "number",
                Event::Answered {
                    answer: Some(Answer::Form { .. }),
                    ..
                } => "form",
                Event::Answered { answer: None, .. } => "erased value",
                Event::Added { text: Some(_), .. } => "added",
                Event::Added { text: None, .. } => "erased addition",
                Event::Upvoted { .. } => "upvoted",
                Event::QaAsked { text: Some(_), .. } => "question asked",
                Event::QaAsked { text: None, .. } => "erased question",
                Event::QaUpvoted { .. } => "question wanted",
                Event::QaModerated { change, .. } => match change {
                    QaChange::Approved => "question approved",
                    QaChange::Refused => "question refused",
                    QaChange::Chosen => "question chosen",
                    QaChange::Answered => "question answered",
                    QaChange::Merged { into: Some(_) } => "question merged",
                    QaChange::Merged { into: None } => "question set apart",
                    QaChange::Assigned { .. } => "question assigned",
                    QaChange::Replied { text: Some(_) } => "question replied to",
                    QaChange::Replied { text: None } => "erased reply",
                },
                Event::Moved { .. } => "moved",
                Event::Opened { .. } => "opened",
                Event::Closed { .. } => "closed",
                Event::Shown { .. } => "shown",
                Event::VotingStarted { .. } => "voting started",
                Event::Reset { .. } => "reset",
                Event::Skipped { .. } => "skipped",
                Event::Extended { .. } => "extended",
                Event::EvaluationOpened { .. } => "evaluation opened",
                Event::Begun { kept: None, .. } => "begun",
                Event::Begun { kept: Some(_), .. } => "begun, without its trial",
                Event::Ended { .. } => "ended",
                Event::Resumed { .. } => "resumed",
                Event::Undone { .. } => "undone",
                Event::DoorSet { open: true } => "door opened",
                Event::DoorSet { open: false } => "door closed",
                Event::PhonesSet { .. } => "phones set",
                Event::AfterPageSet { page: Some(_) } => "page set",
                Event::AfterPageSet { page: None } => "page taken back",
                Event::Erased { .. } => "erased",
                Event::WordHidden { .. } => "word hidden",
                Event::WordMerged { into: Some(_), .. } => "word merged",
                Event::WordMerged { into: None, .. } => "word set apart",
                Event::AnswerHidden { .. } => "answer hidden",
                Event::AnswerMerged { into: Some(_), .. } => "answer merged",
                Event::AnswerMerged { into: None, .. } => "answer set apart",
                Event::HoldSet { .. } => "hold set",
                Event::WordApproved { .. } => "word approved",
                Event::AnswerApproved { .. } => "answer approved",
            });
        }
    }
    assert_eq!(seen.len(), 63, "{seen:?}");
}

#[test]
fn what_is_not_known_stops_the_room() {
    let batch = |event: Value| json!({"rules": 1, "boot": "x", "counter": 1, "events": [event]});
    let answered = |answer: Value| {
        let participant = "0000000000000000000000000000000a";
        json!({"event": "answered", "participant": participant, "question": "q", "round": 1, "turn": 1, "answer": answer})
    };
    let created = |part: Value| {
        let slide = json!({"id": "s", "part": part});
        let deck = json!({"title": "t", "language": "nl", "grace": 20, "slides": [slide]});
        json!({"event": "created", "room": "r", "deck": deck})
    };
    let under = |rules: Value| {
        let mut event = created(json!({"part": "content"}));
        event["rules"] = rules;
        event
    };
    for known in [
        json!({"event": "ended"}),
        under(json!(1)),
        under(json!(2)),
        answered(json!({"kind": "spectrum", "hundredths": 1})),
        answered(json!({"kind": "number", "thousandths": -1})),
        created(json!({"part": "content"})),
    ] {
        assert!(
            serde_json::from_value::<Batch>(batch(known.clone())).is_ok(),
            "{known}"
        );
    }
    for unknown in [
        json!({"event": "teleported"}),
        json!({"event": "shown", "question": "q", "audience": "press", "shown": true}),
        json!({"question": "q"}),
        answered(json!({"kind": "hologram", "depth": 3})),
        answered(json!({"kind": "spectrum", "hundredths": -1})),
        answered(json!({"kind": "number", "thousandths": 0.5})),
        created(json!({"part": "hologram"})),
        under(json!(3)),
        under(json!(0)),
        under(json!("second")),
        created(json!({"part": "question", "ask": {"kind": "hologram"}})),
    ] {
        assert!(
            serde_json::from_value::<Batch>(batch(unknown.clone())).is_err(),
            "{unknown}"
        );
    }
}

/// Figures that results have got since a file was written: they are no part of what it says.
const LATER: [&str; 1] = ["given"];

/// Kinds that could not be played when a file was written: nobody could answer, so there were no
/// results.
const PLAYED_LATER: [&str; 2] = ["number", "form"];

fn leave_out_what_came_later(came: &mut Value, expected: &Value) {
    if expected.is_null()
        && came["voters"] == 0
        && PLAYED_LATER.iter().any(|kind| came["kind"] == **kind)
    {
        *came = Value::Null;
    }
    if let (Value::Object(came), Value::Object(expected)) = (&mut *came, expected) {
        came.retain(|name, _| expected.contains_key(name) || !LATER.contains(&name.as_str()));
        came.iter_mut()
            .for_each(|(name, value)| leave_out_what_came_later(value, &expected[name]));
    }
    if let (Value::Array(came), Value::Array(expected)) = (came, expected) {
        came.iter_mut()
            .zip(expected)
            .for_each(|(came, expected)| leave_out_what_came_later(came, expected));
    }
}

/// Folds a journal and writes down what it came to.
fn came_to(records: &[GoldenRecord]) -> Value {
    let mut records = records.iter();
    let first = records.next().unwrap();
    let mut room = Room::begin(first.seq, first.at, &first.batch).unwrap();
    let outcomes: Vec<Vec<String>> = records
        .map(|record| {
            room.apply(record.seq, record.at, &record.batch)
                .iter()
                .map(outcome)
                .collect()
        })
        .collect();
    let round = |number: u32, state: &shared::room::RoundState| {
        let results = state
            .results()
            .map(|results| serde_json::to_value(results).unwrap());
        json!({"round": number, "voters": state.voters(), "results": results})
    };
    let rounds = room.all_questions().map(|(id, state)| {
        (
            id.to_string(),
            Value::from_iter(state.rounds().map(|(number, state)| round(number, state))),
        )
    });
    let mut came = json!({
        "outcomes": outcomes,
        "seq": room.seq,
        "at": room.at,
        "stage": room.phase,
        "position": room.position,
        "participants": room.people.iter().map(|(_, id)| id.to_string()).collect::<Vec<_>>(),
        "rounds": serde_json::Map::from_iter(rounds),
    });
    let asked = room.qa_questions();
    if !asked.is_empty() {
        came["qa"] = serde_json::to_value(asked).unwrap();
    }
    came
}

fn outcome(outcome: &Outcome) -> String {
    match outcome {
        Outcome::Accepted(receipt) => format!("accepted{}", named(receipt)),
        Outcome::Repeated(receipt) => format!("repeated{}", named(receipt)),
        Outcome::Refused(refusal) => refusal.code().to_owned(),
    }
}

fn named(receipt: &shared::room::Receipt) -> String {
    let answer = receipt
        .answer
        .map(|id| format!(" {id}"))
        .unwrap_or_default();
    let turn = receipt
        .turn
        .map(|turn| format!(" turn {turn}"))
        .unwrap_or_default();
    answer + &turn
}
