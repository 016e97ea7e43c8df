//! Every limit: what just fits, and what just does not.

use shared::limits::*;
use shared::question::form::FIELDS_MAX;
use shared::question::grid::GRID_MAX;
use shared::question::open::{OPEN_LENGTH_MAX, VOTES_MAX};
use shared::question::scale::STATEMENTS_MAX;
use shared::question::spectrum::STOPS_MAX;
use shared::question::words::WORDS_LENGTH_MAX;

use crate::{errors, question, smallest_with};

fn list(count: usize) -> Vec<String> {
    (1..=count).map(|number| number.to_string()).collect()
}

fn with_list(kind: &str, settings: &str, count: usize) -> String {
    let list = list(count);
    let list: Vec<&str> = list.iter().map(String::as_str).collect();
    question(kind, settings, &list)
}

fn codes(text: &str) -> Vec<&'static str> {
    errors(text).into_iter().map(|(_, code)| code).collect()
}

#[test]
fn lists_have_a_fewest_and_a_most() {
    let axes = "x: [a, b]\ny: [c, d]";
    for (kind, settings, min, max) in [
        ("choice", "", OPTIONS_MIN, LIST_ITEMS_MAX),
        ("scale", "", 0, STATEMENTS_MAX),
        ("rank", "", WEIGHED_MIN, WEIGHED_MAX),
        ("points", "", WEIGHED_MIN, WEIGHED_MAX),
        ("grid", axes, 1, GRID_MAX),
        ("form", "", 1, FIELDS_MAX),
        ("number", "", 0, 20),
        ("type", "", 0, 20),
        ("open", "layout: columns", 1, 4),
    ] {
        assert_eq!(
            codes(&with_list(kind, settings, min)),
            [] as [&str; 0],
            "{kind}"
        );
        assert_eq!(
            codes(&with_list(kind, settings, max)),
            [] as [&str; 0],
            "{kind}"
        );
        assert_eq!(
            codes(&with_list(kind, settings, max + 1)),
            ["too-many"],
            "{kind}"
        );
        if min > 0 {
            assert_eq!(
                codes(&with_list(kind, settings, min - 1)),
                ["too-few"],
                "{kind}"
            );
        }
    }
}

#[test]
fn one_too_many_is_said_at_its_line() {
    let text = with_list("choice", "", LIST_ITEMS_MAX + 3);
    let line = text.lines().position(|line| line == "- 21").unwrap() + 1;
    assert_eq!(errors(&text), [(line, "too-many")]);
}

#[test]
fn numbers_have_a_range() {
    for (kind, key, min, max) in [
        ("words", "entries", 1, ENTRIES_MAX),
        ("open", "entries", 1, ENTRIES_MAX),
        ("words", "length", 1, WORDS_LENGTH_MAX),
        ("open", "length", 1, OPEN_LENGTH_MAX),
        ("open", "votes", 0, VOTES_MAX),
        ("words", "countdown", 1, COUNTDOWN_SECONDS_MAX),
    ] {
        for (value, fits) in [(min, true), (max, true), (max + 1, false)] {
            let text = smallest_with(kind, &format!("{key}: {value}"));
            let expected: &[_] = if fits {
                &[]
            } else {
                &[(2, "value-out-of-range")]
            };
            assert_eq!(errors(&text), expected, "{kind} {key} {value}");
        }
        if min > 0 {
            assert_eq!(
                codes(&smallest_with(kind, &format!("{key}: 0"))),
                ["value-out-of-range"],
                "{kind} {key}"
            );
        }
    }
    for (text, fits) in [
        ("---\ngrace: 600\n---\n# A", true),
        ("---\ngrace: 601\n---\n# A", false),
        ("---\n---\nshow: break\nminutes: 240\n---\n", true),
        ("---\n---\nshow: break\nminutes: 0\n---\n", false),
        ("---\n---\nshow: break\nminutes: 241\n---\n", false),
    ] {
        assert_eq!(codes(text).is_empty(), fits, "{text:?}");
    }
}

#[test]
fn scales_have_2_to_11_steps_and_from_is_below_to() {
    for (from, to, expected) in [
        (1, 2, None),
        (0, 10, None),
        (-5, 5, None),
        (1, 12, Some("scale-steps")),
        (i32::MIN, i32::MAX, Some("scale-steps")),
        (1, 1, Some("from-not-below-to")),
        (5, 1, Some("from-not-below-to")),
    ] {
        let text = smallest_with("scale", &format!("from: {from}\nto: {to}"));
        assert_eq!(codes(&text).first().copied(), expected, "{from} {to}");
    }
    assert_eq!(
        codes(&smallest_with("number", "from: 5\nto: 5")),
        ["from-not-below-to"]
    );
    for marker in ["{rating 1-1}", "{rating 5-1}", "{rating 1-12}"] {
        assert_eq!(
            codes(&question("form", "", &[&format!("a {marker}")])),
            ["marker-rating"],
            "{marker}"
        );
    }
}

#[test]
fn nobody_picks_more_than_there_is() {
    assert_eq!(
        codes(&question("choice", "pick: 3", &["a", "b", "c"])),
        [] as [&str; 0]
    );
    assert_eq!(
        errors(&question("choice", "pick: 1-4", &["a", "b", "c"])),
        [(2, "pick-more-than-options")]
    );
}

#[test]
fn texts_have_a_length_in_characters_as_people_count_them() {
    let family = "👩‍👩‍👦".to_owned() + &"é".repeat(LABEL_CHARS - 1);
    assert_eq!(
        codes(&question("choice", "", &[&family, "b"])),
        [] as [&str; 0]
    );
    let long = "e\u{301}".repeat(LABEL_CHARS + 1);
    for text in [
        question("choice", "", &[&long, "b"]),
        question("choice", "", &[&format!("![{long}](/a.png) a"), "b"]),
        question("scale", "", &[&long, "b"]),
        question("rank", "", &[&long, "b"]),
        question("form", "", &[&long]),
        question("form", "", &[&format!("a {{choice a|{long}}}")]),
        question("open", "layout: columns", &[&long]),
        smallest_with("scale", &format!("low: {long}")),
        smallest_with("number", &format!("high: {long}")),
        smallest_with("spectrum", &format!("stops: [{long}]")),
        question("spectrum", &format!("left: {long}\nright: b"), &[]),
        question(
            "spectrum",
            &format!("left: {{label: a, note: {long}}}\nright: b"),
            &[],
        ),
        question("grid", &format!("x: [a, {long}]\ny: [a, b]"), &["a"]),
        format!("---\ntitle: {long}\n---\n# A"),
    ] {
        assert_eq!(codes(&text), ["too-long"], "{text}");
    }
    let prompt = |chars: usize| format!("# A\n---\nask: scale\n---\n# {}", "a".repeat(chars));
    assert_eq!(codes(&prompt(PROMPT_CHARS)), [] as [&str; 0]);
    assert_eq!(errors(&prompt(PROMPT_CHARS + 1)), [(5, "too-long")]);
}

#[test]
fn stops_and_reactions_are_few() {
    let stops = |count: usize| {
        smallest_with(
            "spectrum",
            &format!("stops: [{}]", vec!["a"; count].join(", ")),
        )
    };
    assert_eq!(codes(&stops(STOPS_MAX)), [] as [&str; 0]);
    assert_eq!(codes(&stops(STOPS_MAX + 1)), ["too-many"]);
    let reactions = |count: usize| format!("reactions: [{}]", vec!["👏"; count].join(", "));
    assert_eq!(REACTIONS_MAX, 5);
    assert_eq!(
        codes(&smallest_with("words", &reactions(REACTIONS_MAX))),
        [] as [&str; 0]
    );
    assert_eq!(
        codes(&smallest_with("words", &reactions(REACTIONS_MAX + 1))),
        ["too-many"]
    );
    assert_eq!(
        errors(&format!("---\n{}\n---\n# A", reactions(REACTIONS_MAX + 1))),
        [(2, "too-many")]
    );
}

#[test]
fn a_deck_has_a_size_and_a_number_of_slides() {
    let fits = format!("# A\n\n{}", "a".repeat(DECK_BYTES - 5));
    assert_eq!(codes(&fits), [] as [&str; 0]);
    assert_eq!(errors(&format!("{fits}a")), [(1, "deck-too-large")]);
    let slides = |count: usize| vec!["# A\n"; count].join("\n---\n\n");
    assert_eq!(codes(&slides(DECK_SLIDES)), [] as [&str; 0]);
    let line = slides(DECK_SLIDES).lines().count() + 3;
    let found = errors(&slides(DECK_SLIDES + 1));
    assert_eq!(found.len(), 1);
    assert!((line..=line + 1).contains(&found[0].0), "{found:?}");
}

#[test]
fn one_option_takes_a_text_of_its_own() {
    assert_eq!(
        errors(&question("choice", "", &["a {other}", "b {other}"])),
        [(7, "marker-twice")]
    );
}

#[test]
fn poles_have_an_emoji_pins_a_picture_and_numbers_a_number() {
    assert_eq!(
        errors(&question(
            "spectrum",
            "left: {label: a, image: /a.png}\nright: b",
            &[]
        )),
        [(2, "not-an-emoji")]
    );
    assert_eq!(codes("ask: pin\n---\n# Waar?"), ["no-picture"]);
    assert_eq!(
        codes(&question("number", "", &["drie"])),
        ["item-not-a-number"]
    );
    for number in ["3", "3,5", "1.000", "-2", "−2"] {
        assert_eq!(
            codes(&question("number", "", &[&number.replace('.', "\\.")])),
            [] as [&str; 0],
            "{number}"
        );
    }
}
