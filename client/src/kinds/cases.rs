//! Each kind by its cases (`tests/data/kinds`): what people answered, in words, and what their
//! page shows of the results.

use serde_json::Value;
use shared::deck::grammar;
use shared::event::{Batch, Event};
use shared::ids::{ProducerId, RoomId};
use shared::limits::RULES;
use shared::protocol::view::{Input, PartView};
use shared::question::{Fields, Results};
use shared::room::Room;
use shared::rules::Rules;

use super::{answer_text, described};
use crate::language::known::{En, Nl};

/// The file of each kind.
fn kinds() -> Vec<Value> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/data/kinds");
    let files = std::fs::read_dir(folder).unwrap();
    let text = files.map(|file| std::fs::read_to_string(file.unwrap().path()).unwrap());
    text.map(|text| serde_json::from_str(&text).unwrap())
        .collect()
}

/// What a phone knows of the question of these cases.
fn input(cases: &Value) -> Input {
    let slide = cases["slide"].as_str().unwrap();
    let deck = grammar::read(&format!("---\ntitle: Proef\nlanguage: nl\n---\n{slide}"))
        .unwrap()
        .deck;
    let to = deck.slides[0].id.clone();
    let batch = |counter, event| Batch {
        rules: RULES,
        boot: ProducerId::from("a"),
        counter,
        events: vec![event],
    };
    let created = Event::Created {
        room: RoomId::from("proef"),
        deck: Box::new(deck),
        rules: Rules::LATEST,
    };
    let mut room = Room::begin(1, 0, &batch(1, created)).unwrap();
    room.apply(
        2,
        0,
        &batch(
            2,
            Event::Moved {
                to,
                looks_back: false,
                after: None,
            },
        ),
    );
    match room.phone_view(0).slide.unwrap().part {
        PartView::Question(question) => question.input,
        other => panic!("{other:?}"),
    }
}

#[test]
fn answers_are_said_in_the_words_of_the_file() {
    let kinds = kinds();
    assert!(kinds.len() >= 6);
    for cases in kinds {
        let input = input(&cases);
        for answer in cases["answers"].as_array().unwrap() {
            let fields: Fields = serde_json::from_value(answer["fields"].clone()).unwrap();
            for (language, said) in [(Nl, &answer["nl"]), (En, &answer["en"])] {
                assert_eq!(answer_text(&input, &fields, language), *said, "{answer}");
            }
        }
    }
}

#[test]
fn results_of_every_kind_are_described_with_how_many_answered() {
    for cases in kinds() {
        let (input, results) = (input(&cases), cases["results"].clone());
        let mut results = results;
        for answer in results
            .get_mut("answers")
            .and_then(Value::as_array_mut)
            .into_iter()
            .flatten()
        {
            answer["at"] = "2026-11-22T13:30:00.000Z".into();
        }
        let results: Results = serde_json::from_value(results).unwrap();
        for language in [Nl, En] {
            let described = described(language, &input, &results);
            assert!(described.contains('3'), "{described}");
        }
    }
}
