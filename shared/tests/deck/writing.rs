//! Text in, text out: read and written again it means the same.

use proptest::prelude::*;
use shared::deck::grammar::read;
use shared::deck::{
    AnswerPace, Codes, Deck, Groups, NamePolicy, Part, PhoneResults, Profanity, QaMode, Slide,
    Visibility, write,
};

use crate::properties::{a_mutant, a_puzzle, a_text};
use crate::{deck, generated, question};

const WORKSHOP: &str = include_str!("../../../decks/workshop.md");
const WEBINAR: &str = include_str!("../../../decks/webinar.md");

/// Written and read again it is the same deck, and written once more the same text.
fn round(deck: &Deck) -> String {
    let text = write::text(deck);
    match read(&text) {
        Ok(reading) => assert_eq!(reading.deck, *deck, "{text}"),
        Err(problems) => panic!("{}\n{text}\n{deck:#?}", crate::said(&problems)),
    }
    text
}

#[test]
fn the_two_decks_are_written_as_a_person_would() {
    assert_eq!(round(&deck(WORKSHOP)), include_str!("written/workshop.md"));
    assert_eq!(round(&deck(WEBINAR)), include_str!("written/webinar.md"));
}

#[test]
fn marks_that_mean_something_are_escaped() {
    for label in [
        "*a* _b_ `c` ~~d~~ \\ [e](f) ![g](h) <b> <3 & &amp; &#38; a&b",
        "{correct}",
        "a {other} b}",
        "# a #",
        "> a",
        "- a",
        "+ a",
        "-1",
        "1. a",
        "12) a",
        "1.5",
        "---",
        "***",
        "===",
        "a | b",
        "```",
        "[ ] a",
        "[a]: b",
        "http://a.b <http://a.b>",
        "\u{a0}a\u{2028}b",
        "\u{200b}a",
        "a\\",
        "optional",
    ] {
        let mut deck = deck(&question("choice", "", &["x", "y {correct}", "z {other}"]));
        let Part::Question(question) = &mut deck.slides[0].part else {
            panic!()
        };
        let shared::question::QuestionSpec::Choice(choice) = &mut question.ask else {
            panic!()
        };
        let label = label.trim();
        for option in &mut choice.options {
            option.label = label.into();
        }
        deck.slides[0].prompt = Some(label.into());
        deck.title = "X".into();
        deck.slides[0].id = "x".into();
        round(&deck);
    }
}

#[test]
fn settings_that_mean_something_to_yaml_are_quoted() {
    for text in [
        "a: b",
        "a:",
        "#a",
        "a #b",
        "- a",
        "? a",
        "@a",
        "`a`",
        "\"a\"",
        "'a'",
        "[a]",
        "{a}",
        "a, b",
        "a]b",
        "!a",
        "&a",
        "*a",
        "%a",
        "|",
        ">",
        "no",
        "2026",
        "~",
        "null",
        "a\\b",
        "b\u{2028}a",
        "a -",
        "-",
        "a-",
        "a - b",
        "a\u{feff}b",
        "\u{fffe}a",
        "🐱",
        "a 🐱",
        "🐱 🐱",
        "=",
        "<<",
        "\u{301}a",
    ] {
        let mut deck = deck(&question("spectrum", "left: a\nright: b", &[]));
        deck.title = text.into();
        deck.theme = Some(text.into());
        deck.slides[0].notes = Some(text.into());
        let Part::Question(question) = &mut deck.slides[0].part else {
            panic!()
        };
        let shared::question::QuestionSpec::Spectrum(spectrum) = &mut question.ask else {
            panic!()
        };
        spectrum.stops = vec![text.into(), "b".into()];
        spectrum.left.note = Some(text.into());
        round(&deck);
    }
}

#[test]
fn notes_of_several_lines_are_lines() {
    let mut deck = deck("# A");
    deck.slides[0].notes = Some("Eerst: dit.\n\n  - dan dat\n---\n# en dit".into());
    assert!(
        round(&deck)
            .contains("notes: |-\n  Eerst: dit.\n\n    - dan dat\n  ---\n  # en dit\n---\n")
    );
    for notes in [
        "a \nb",
        "\na",
        " a\nb",
        "a\n\tb",
        "a\n\u{2028}b",
        "a\n  \nb",
        "a\n\"b\\",
    ] {
        deck.slides[0].notes = Some(notes.into());
        round(&deck);
    }
}

#[test]
fn text_that_swallows_what_follows_comes_last() {
    for text in [
        "ask: choice\n---\n# A\n- a\n- b\n\n<textarea>nooit gesloten",
        "ask: choice\n---\n# A\n\n    code\n\n- a\n- b\n\n<script>",
        "ask: choice\n---\n- a\n- b\n\n<pre>\n\n# A\n</pre>\n\n# B",
        "ask: pin\n---\n# A\n\n![x](/y)\n\n- a\n\n<?php",
        "# A\n\n<![CDATA[",
    ] {
        round(&deck(text));
    }
}

#[test]
fn slides_with_little_in_them_are_kept() {
    for text in [
        "id: x\n---\n",
        "id: slide-1\n---\n",
        "notes: x\n---\n",
        "reactions: []\n---\n",
        "show: break\n---\n",
        "tekst: dit is geen instelling\n---\n# A",
        "\nnote: dit is tekst",
        "# A\n---\n#\n---\n\n  tekst",
        "# A\n---\n# A\n---\nid: a-3\n---\n# A\n---\n# A",
        "ask: choice\n---\n# A\n\n- a\n- b\n\n???",
        "ask: open\n---\n# A\n\n- a\n- b\n\ntekst\n\n???\n",
    ] {
        if let Ok(reading) = read(text) {
            round(&reading.deck);
        }
    }
    assert_eq!(deck("# A\n---\n#\n---\n\ntekst").slides.len(), 2);
}

#[test]
fn every_setting_of_the_deck_is_written() {
    let deck = Deck {
        title: "A: b".into(),
        language: "en-GB".into(),
        qa: QaMode::Open,
        reactions: vec!["❤️".into(), "👏".into()],
        theme: Some("no".into()),
        results: Visibility::Hidden,
        phones: PhoneResults::Shown,
        pace: AnswerPace::Own,
        grace: 0,
        moderated: true,
        profanity: Profanity::Off,
        groups: Some(Groups::Count(8)),
        names: NamePolicy::Own,
        codes: Codes::Personal,
        slides: vec![Slide {
            id: "A-1".into(),
            body: "tekst".into(),
            notes: Some("x".into()),
            reactions: Some(vec![]),
            at: Some("13:30".into()),
            minutes: Some(5),
            skip: true,
            ..Slide::new("A-1".into(), Part::Leaderboard)
        }],
        ..Deck::default()
    };
    round(&deck);
}

proptest! {
    #[test]
    fn whatever_was_read_is_written_and_read_the_same(text in prop_oneof![a_text(), a_mutant(), a_puzzle()]) {
        if let Ok(reading) = read(&text) {
            round(&reading.deck);
        }
    }

    #[test]
    fn every_deck_is_written_and_read_the_same(deck in generated::deck()) {
        round(&deck);
    }
}
