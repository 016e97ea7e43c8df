//! A fuzzer knows what there is: each event and kind of question by its words, and what it begins
//! with.

use std::collections::BTreeSet;
use std::fs;

use tests::SampleQuestion;

use crate::lists::variants;
use crate::names::assert_none;
use crate::sources::{code_of, root};

fn text(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|cause| panic!("{path}: {cause}"))
}

/// How serde writes the name of a variant.
fn snake_case(name: &str) -> String {
    let mut written = String::new();
    for c in name.chars() {
        if c.is_uppercase() && !written.is_empty() {
            written.push('_');
        }
        written.extend(c.to_lowercase());
    }
    written
}

/// What serde writes for the variants of an enum that are missing in a dictionary under that key.
fn missing(dict: &str, key: &str, (file, name): (&str, &str)) -> Vec<String> {
    let lines: Vec<String> = code_of(&root().join(file))
        .into_iter()
        .map(|(_, line)| line)
        .collect();
    let variants = variants(&lines, name);
    assert!(variants.len() > 3, "{name} is an enum in {file}");
    let word = |variant: &String| format!("\"\\x22{key}\\x22:\\x22{}\\x22\"", snake_case(variant));
    let words = variants.iter().map(word);
    words
        .filter(|word| !dict.lines().any(|line| line == word))
        .collect()
}

#[test]
fn the_fuzzer_knows_every_event_and_every_answer_by_its_words() {
    let dict = text("fuzz/journal.dict");
    let events = missing(&dict, "event", ("shared/src/event.rs", "Event"));
    assert_none(&events, "fuzz/journal.dict knows every event");
    let answers = missing(&dict, "kind", ("shared/src/question/answer.rs", "Answer"));
    assert_none(&answers, "fuzz/journal.dict knows every kind of answer");
    let without = dict.replace("door_set", "door");
    let event = ("shared/src/event.rs", "Event");
    assert_eq!(
        missing(&without, "event", event),
        ["\"\\x22event\\x22:\\x22door_set\\x22\""],
        "one that is left out is found"
    );
}

#[test]
fn the_fuzzed_room_asks_every_kind_that_is_played() {
    let deck = text("fuzz/src/fuzzed_room.md");
    let asked: BTreeSet<&str> = deck
        .lines()
        .filter(|line| line.starts_with("ask: "))
        .collect();
    let slides = SampleQuestion::ALL.map(SampleQuestion::slide);
    let played = slides
        .iter()
        .filter_map(|slide| slide.lines().find(|line| line.starts_with("ask: ")));
    let missing: Vec<String> = played
        .filter(|kind| !asked.contains(kind))
        .map(str::to_owned)
        .collect();
    assert_none(&missing, "fuzz/src/fuzzed_room.md has a slide of each kind");
    let room = text("fuzz/src/fuzzed_room.rs");
    let ids = deck.lines().filter_map(|line| line.strip_prefix("id: "));
    let closed: Vec<String> = ids
        .filter(|id| !room.contains(&format!("\"{id}\"")))
        .map(str::to_owned)
        .collect();
    assert_none(&closed, "fuzz/src/fuzzed_room.rs opens each question");
}

/// What is left behind of a target that went would be read by nobody.
#[test]
fn every_target_has_its_words_and_its_beginnings_and_nothing_else_has() {
    let names = |folder: &str, ends: &str| -> BTreeSet<String> {
        let entries = fs::read_dir(root().join(folder)).expect("a folder can be read");
        entries
            .flatten()
            .filter_map(|entry| {
                let name = entry.file_name().to_string_lossy().into_owned();
                name.strip_suffix(ends).map(str::to_owned)
            })
            .collect()
    };
    let targets = names("fuzz/fuzz_targets", ".rs");
    assert!(targets.len() > 1, "the rule looks at the right place");
    assert_eq!(names("fuzz", ".dict"), targets, "a dictionary each");
    assert_eq!(names("fuzz/corpus", ""), targets, "a folder of seeds each");
}
