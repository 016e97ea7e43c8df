//! Each kind by its cases (`tests/data/kinds`): what people answered, in words, and what their
//! page shows of the results.

use leptos::prelude::RenderHtml;
use serde_json::Value;
use shared::deck::grammar;
use shared::event::{Batch, Event};
use shared::ids::{ParticipantId, ProducerId, RoomId, SlideId};
use shared::limits::RULES;
use shared::protocol::view::{Compared, PartView};
use shared::question::{Fields, Input, Results};
use shared::room::Room;
use shared::rules::Rules;

use super::figure_context::FigureContext;
use super::sent::Submission;
use super::{KindFigure, answer_text, figure, pages, sent};
use crate::charts::{Heading, Pointed};
use crate::language::Language;
use crate::language::known::{En, Nl};

/// The results of a question as one sentence.
pub(crate) fn described(language: Language, input: &Input, results: &Results) -> String {
    super::described(language, &KindFigure::of(input, results))
}

/// How everybody moved since an earlier question.
pub(crate) fn moved_sentence(
    language: Language,
    input: &Input,
    then: &Compared,
    results: &Results,
) -> Option<String> {
    super::moved_sentence(language, &KindFigure::of(input, results).against(then))
}

/// The head and the rows of the table behind a figure.
pub(crate) fn table(
    language: Language,
    input: &Input,
    results: &Results,
) -> (Vec<String>, Vec<Vec<String>>) {
    super::table(language, &KindFigure::of(input, results))
}

/// The file of each kind.
fn kinds() -> Vec<Value> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/data/kinds");
    let files = std::fs::read_dir(folder).unwrap();
    let mut files: Vec<_> = files.map(|file| file.unwrap().path()).collect();
    files.sort();
    let text = files
        .iter()
        .map(|file| std::fs::read_to_string(file).unwrap());
    text.map(|text| serde_json::from_str(&text).unwrap())
        .collect()
}

/// Everything that people wrote in them.
pub(crate) fn texts() -> Vec<String> {
    let (mut texts, mut rest) = (Vec::new(), kinds());
    while let Some(value) = rest.pop() {
        match value {
            Value::String(text) => texts.push(text),
            Value::Array(values) => rest.extend(values),
            Value::Object(fields) => rest.extend(fields.into_iter().map(|(_, value)| value)),
            Value::Null | Value::Bool(_) | Value::Number(_) => {}
        }
    }
    texts
}

/// A room of each kind in which its question is open and everybody of its cases has answered.
pub(crate) fn rooms() -> Vec<Room> {
    let answered = |cases: &Value| {
        let mut room = room(cases);
        let question = room.deck.slides[0].id.clone();
        for (who, answer) in (1..).zip(cases["answers"].as_array().unwrap()) {
            let fields: Fields = serde_json::from_value(answer["fields"].clone()).unwrap();
            let event = given(&room, &question, ParticipantId(who), &fields);
            let seq = room.seq + 1;
            room.apply(seq, seq, &batch(seq, event));
        }
        room
    };
    kinds().iter().map(answered).collect()
}

/// What somebody gives with these fields: texts are added, everything else is one answer.
fn given(room: &Room, question: &SlideId, participant: ParticipantId, fields: &Fields) -> Event {
    let ask = &room.deck.question(question).unwrap().ask;
    let (question, round, turn) = (question.clone(), 1, Some(1));
    match ask.read(fields, Rules::LATEST) {
        Ok(answer) => Event::Answered {
            participant,
            question,
            round,
            turn,
            answer: Some(answer),
            held: Vec::new(),
        },
        Err(_) => Event::Added {
            participant,
            question,
            round,
            turn,
            key: "k1".into(),
            text: fields.first("text").map(str::to_owned),
            held: false,
        },
    }
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

/// A room in which the question of these cases is open.
fn room(cases: &Value) -> Room {
    let slide = cases["slide"].as_str().unwrap();
    let text = format!("---\ntitle: Proef\nlanguage: nl\n---\n{slide}");
    let deck = grammar::read(&text).unwrap().deck;
    let to = deck.slides[0].id.clone();
    let created = Event::Created {
        room: RoomId::from("trial"),
        deck: Box::new(deck),
        rules: Rules::LATEST,
        moderates: true,
        groups: true,
        own_pace: true,
        trial: false,
    };
    let mut room = Room::begin(1, 0, &batch(1, created)).unwrap();
    let moved = Event::Moved {
        to,
        looks_back: false,
        after: None,
    };
    room.apply(2, 0, &batch(2, moved));
    room
}

/// What a phone knows of the question of these cases.
fn input(cases: &Value) -> Input {
    match room(cases).phone_view(0).slide.unwrap().part {
        PartView::Question(question) => question.input,
        other => panic!("{other:?}"),
    }
}

/// What the answers of these cases come to.
fn results(cases: &Value) -> Results {
    let mut results = cases["results"].clone();
    let texts = results.get_mut("answers").and_then(Value::as_array_mut);
    for answer in texts.into_iter().flatten() {
        answer["at"] = "2026-11-22T13:30:00.000Z".into();
    }
    serde_json::from_value(results).unwrap()
}

#[test]
fn answers_are_said_in_the_words_of_the_file() {
    let kinds = kinds();
    assert!(kinds.len() >= 6);
    for cases in kinds {
        let input = input(&cases);
        for answer in cases["answers"].as_array().unwrap() {
            let typed: Fields = serde_json::from_value(answer["fields"].clone()).unwrap();
            let fields = match sent(&input, typed, Rules::LATEST).unwrap() {
                Submission::Answer(fields) => fields,
                Submission::Text(text) => Fields(vec![("text".into(), text)]),
            };
            for (language, said) in [(Nl, &answer["nl"]), (En, &answer["en"])] {
                assert_eq!(answer_text(&input, &fields, language), *said, "{answer}");
            }
        }
    }
}

#[test]
fn the_table_behind_a_figure_has_a_row_for_whatever_the_results_count() {
    for cases in kinds() {
        let (input, results) = (input(&cases), results(&cases));
        for language in Language::ALL {
            let (head, rows) = table(language, &input, &results);
            assert!(!rows.is_empty(), "{cases}");
            for row in rows {
                assert_eq!(row.len(), head.len(), "{row:?} under {head:?}");
            }
        }
    }
}

/// A host can show a round from before the question became another one.
#[test]
fn results_of_another_kind_are_told_by_the_plain_settings_of_their_own() {
    let kinds = kinds();
    for (asked, given) in kinds
        .iter()
        .flat_map(|asked| kinds.iter().map(move |given| (asked, given)))
    {
        let (input, results) = (input(asked), results(given));
        assert_ne!(described(Nl, &input, &results), "", "{asked}, {given}");
        let context = FigureContext {
            heading: Heading {
                prompt: "Wat?",
                body: "",
            },
            figure: KindFigure::of(&input, &results),
            rules: Rules::LATEST,
            cloud: None,
            language: Nl,
            open: false,
        };
        let (pages, first) = pages(&context);
        assert!(first < pages, "{asked}, {given}");
        let html = figure(&context, "q".to_owned(), first, Pointed::default()).to_html();
        assert!(html.contains("class=\"figure"), "{asked}, {given}: {html}");
        let (head, rows) = table(Nl, &input, &results);
        assert!(
            rows.iter().all(|row| row.len() == head.len()),
            "{asked}, {given}"
        );
    }
    let of = |name: &str| {
        kinds
            .iter()
            .find(|cases| cases["results"]["kind"] == name)
            .unwrap()
    };
    let (choice, spectrum) = (input(of("choice")), results(of("spectrum")));
    assert_eq!(
        described(Nl, &choice, &spectrum),
        "1 kiest meer voor ‘100’, 1 voor ‘0’, 1 staat in het midden."
    );
}
