//! What is read here is what the types themselves read.

use std::collections::BTreeSet;

use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use shared::phase::Phase;
use shared::protocol::view::{PartView, PhoneView, SplitName};
use shared::protocol::{ClientFrame, ServerFrame};
use shared::question::choice::ChoiceLayout;
use shared::question::number::decimal::DecimalMark;
use shared::question::open::OpenLayout;
use shared::question::spectrum::SpectrumLayout;
use shared::question::words::WordsLayout;
use shared::question::{Input, Results};
use shared::refusal::Refusal;

use self::names::{names, names_under};
use super::{Read, read};
use crate::model::doubt::Doubt;
use crate::phone::PhoneNotice;

mod names;

/// Frames as docs/protocol.md shows them, under the name of their fence.
fn examples(fence: &str) -> Vec<String> {
    let document = include_str!("../../../docs/protocol.md");
    let opening = format!("```json {fence}\n");
    let blocks = document.split(&opening).skip(1);
    blocks
        .filter_map(|block| block.split("```").next())
        .map(str::to_owned)
        .collect()
}

#[track_caller]
fn the_same<T: Read + DeserializeOwned + PartialEq + std::fmt::Debug>(text: &str) {
    let expected: T = serde_json::from_str(text).unwrap();
    assert_eq!(read::<T>(text), Some(expected), "{text}");
}

/// Which of a type's variants these are, by what distinguishes them.
fn told_apart<'a>(texts: impl IntoIterator<Item = &'a String>, by: &str) -> BTreeSet<String> {
    let word = |text: &String| {
        let json: Value = serde_json::from_str(text).unwrap();
        json[by]
            .as_str()
            .unwrap_or_else(|| panic!("no {by} in {text}"))
            .to_owned()
    };
    texts.into_iter().map(word).collect()
}

fn set(names: &[&str]) -> BTreeSet<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

#[test]
fn every_frame_is_in_the_document_and_read_as_its_type_reads_it() {
    let (to, from) = (examples("phone"), examples("client"));
    assert_eq!(
        told_apart(&to, "type"),
        set(names_under::<ServerFrame<PhoneView>>("type"))
    );
    assert_eq!(
        told_apart(&from, "type"),
        set(names_under::<ClientFrame>("type"))
    );
    to.iter()
        .for_each(|text| the_same::<ServerFrame<PhoneView>>(text));
    from.iter().for_each(|text| the_same::<ClientFrame>(text));
}

#[test]
fn every_refusal_is_read_with_its_number() {
    let refusals =
        Refusal::ALL.map(|refusal| serde_json::to_string(&refusal.with_number(7)).unwrap());
    assert_eq!(
        told_apart(&refusals, "code"),
        set(names_under::<Refusal>("code"))
    );
    refusals.iter().for_each(|text| the_same::<Refusal>(text));
}

#[test]
fn every_word_is_read() {
    fn each<T: Read + DeserializeOwned + PartialEq + std::fmt::Debug>() {
        names::<T>()
            .iter()
            .for_each(|name| the_same::<T>(&format!("{name:?}")));
    }
    each::<Phase>();
    each::<ChoiceLayout>();
    each::<WordsLayout>();
    each::<OpenLayout>();
    each::<SpectrumLayout>();
    each::<DecimalMark>();
}

/// What a phone shows of each kind of slide, what it may give and what it sees of the answers.
#[test]
fn every_part_input_and_result_is_read() {
    fn each<T: Read + DeserializeOwned + PartialEq + std::fmt::Debug>(
        by: &str,
        examples: &[Value],
    ) {
        let texts: Vec<String> = examples.iter().map(Value::to_string).collect();
        assert_eq!(told_apart(&texts, by), set(names_under::<T>(by)));
        texts.iter().for_each(|text| the_same::<T>(text));
    }
    let options = json!([{ "label": "Hond", "other": false, "image": ["h.png", "Een hond"] }, { "label": "Anders", "other": true, "image": null }]);
    let inputs = [
        json!({ "kind": "choice", "options": options, "pick": { "min": 1, "max": 2 }, "shuffle": true, "layout": "donut" }),
        json!({ "kind": "words", "entries": 3, "length": 25, "layout": "list" }),
        json!({ "kind": "open", "entries": 2, "length": 200, "votes": 3, "layout": "columns", "columns": ["Plus", "Min"] }),
        json!({ "kind": "scale", "statements": ["Het ging goed"], "from": -2, "to": 2, "low": "oneens", "high": null }),
        json!({
            "kind": "spectrum", "left": { "label": "poes", "note": "stil", "image": null },
            "right": { "label": "hond", "note": null, "image": "h.png" }, "stops": ["ertussen"], "layout": "density"
        }),
        json!({ "kind": "number", "from": 0.5, "to": null, "low": "leeg", "high": null, "unit": "km", "mark": "point" }),
        json!({ "kind": "form", "fields": [
            { "label": "Naam", "input": { "input": "text" }, "optional": true },
            { "label": "Verhaal", "input": { "input": "long" }, "optional": false },
            { "label": "Adres", "input": { "input": "email", "report": true }, "optional": false },
            { "label": "Cijfer", "input": { "input": "rating", "from": -1, "to": 10 }, "optional": false },
            { "label": "Waar", "input": { "input": "choice", "options": ["hier", "daar"] }, "optional": false },
            { "label": "Mag", "input": { "input": "consent" }, "optional": false },
        ] }),
    ];
    let question = json!({
        "part": "question", "round": 2, "open": true, "voting": false, "change": true, "countdown_ends": 9,
        "grace_ends": null, "input": inputs[1].clone(), "results": null, "votable": [{ "id": "a7", "text": "Moestuin" }]
    });
    let parts = [
        json!({ "part": "content" }),
        json!({ "part": "instructions" }),
        json!({ "part": "break", "minutes": 15, "until": null, "began_at": 3 }),
        question,
        json!({ "part": "later" }),
    ];
    let options = json!([{ "label": "Hond", "votes": 2 }]);
    let answers =
        json!([{ "id": "a7", "text": "Moestuin", "votes": 1, "at": "2026-11-22T13:30:00.000Z" }]);
    let statements =
        json!([{ "label": "Het ging goed", "counts": [1, 0, 2], "mean": 2.5, "skipped": 1 }]);
    let results = [
        json!({ "kind": "choice", "voters": 2, "options": options, "others": [{ "text": "vis", "votes": 1 }] }),
        json!({ "kind": "words", "voters": 2, "given": 3, "distinct": 2, "entries": [{ "text": "hond", "count": 2 }] }),
        json!({ "kind": "open", "voters": 2, "total": 3, "votes": 1, "answers": answers }),
        json!({ "kind": "scale", "voters": 3, "skipped": 1, "from": 1, "statements": statements }),
        json!({
            "kind": "spectrum", "voters": 2, "mean": 12.5, "median": null, "values": [0.0, 25.0],
            "histogram": [1, 1], "fine": [1, 0, 1]
        }),
        json!({
            "kind": "number", "voters": 6, "mean": 12.5, "median": 3.0, "quartiles": [2.0, 4.5], "values": [],
            "outliers": { "below": 0, "above": 1, "lows": null, "highs": [60.0, 60.0] },
            "columns": { "from": 2.0, "step": 1.0, "single": true, "counts": [2, 3] },
            "correct": [3.5], "nearest": { "values": [3.0], "voters": 2 }
        }),
        json!({ "kind": "form", "voters": 3, "fields": null }),
    ];
    let group = |name: Value| json!({ "name": name, "voters": 5, "results": results[0] });
    let names = [
        json!({ "is": "answer", "label": "zorg" }),
        json!({ "is": "unanswered" }),
        json!({ "is": "group", "number": 2, "name": "Rood" }),
        json!({ "is": "no_group" }),
        json!({ "is": "others", "groups": 3 }),
    ];
    let mut split = parts[3].clone();
    let groups: Vec<Value> = names.iter().cloned().map(group).collect();
    split["split"] = json!({ "id": "role", "prompt": "Waar werk je?", "groups": groups });
    the_same::<PartView>(&split.to_string());
    each::<SplitName>("is", &names);
    each::<PartView>("part", &parts);
    each::<Input>("kind", &inputs);
    each::<Results>("kind", &results);
}

/// A page whose state can't be read does not come alive: each notice that the server may put there
/// is read.
#[test]
fn every_notice_is_read_or_a_living_pages_own() {
    let own = [
        "not_sent",
        "not_sent_before",
        "not_sent_voting",
        "saved_before",
        "gone",
        "barred",
        "removed",
    ];
    let holding = ["refused", "unsure"];
    for name in names::<PhoneNotice>()
        .iter()
        .filter(|name| !holding.contains(name))
    {
        let text = format!("{name:?}");
        if own.contains(name) {
            assert_eq!(
                read::<PhoneNotice>(&text),
                None,
                "{text}: no page is sent it, so no phone loads what reads it"
            );
        } else {
            the_same::<PhoneNotice>(&text);
        }
    }
    assert_eq!(
        set(&own).difference(&set(names::<PhoneNotice>())).count(),
        0
    );
    for refusal in Refusal::ALL {
        the_same::<PhoneNotice>(&json!({ "refused": refusal }).to_string());
    }
    let doubts = [
        json!({ "doubt": "unanswered", "statements": [2, 4] }),
        json!({ "doubt": "fewer", "given": 1, "of": 3 }),
        json!({ "doubt": "unchosen", "label": "Anders" }),
    ];
    let texts = doubts.each_ref().map(Value::to_string);
    assert_eq!(
        told_apart(&texts, "doubt"),
        set(names_under::<Doubt>("doubt"))
    );
    for doubt in doubts {
        the_same::<PhoneNotice>(&json!({ "unsure": doubt }).to_string());
    }
}

#[test]
fn what_is_something_else_is_nothing() {
    for text in [
        "",
        "{",
        "[]",
        "{}",
        r#"{"type":"hello"}"#,
        r#"{"type":"view","seq":-1}"#,
    ] {
        assert_eq!(read::<ServerFrame<PhoneView>>(text), None, "{text}");
    }
}
