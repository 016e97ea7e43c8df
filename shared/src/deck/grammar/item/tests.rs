//! What a list item comes to, with its markers.

#![allow(clippy::unwrap_used)]

use crate::deck::grammar::read;
use crate::deck::problem::{ContentProblem, Problem};
use crate::image::Image;
use crate::question::QuestionSpec;
use crate::question::choice::ChoiceOption;
use crate::question::form::{FieldInput, FormField};

/// The first item of a question's list, and what is wrong with it.
fn item(kind: &str, text: &str) -> (Option<QuestionSpec>, Vec<&'static str>) {
    let own = if kind == "pin" {
        "![kaart](/kaart.png)\n\n"
    } else {
        ""
    };
    let deck = format!("ask: {kind}\n---\n# Wat?\n\n{own}- {text}\n- 42\n");
    let codes = |problems: Vec<Problem>| problems.iter().map(Problem::code).collect();
    match read(&deck) {
        Ok(reading) => (
            reading.deck.slides[0]
                .question()
                .map(|question| question.ask.clone()),
            Vec::new(),
        ),
        Err(problems) => (None, codes(problems)),
    }
}

fn first(text: &str) -> ChoiceOption {
    match item("choice", text) {
        (Some(QuestionSpec::Choice(choice)), _) => choice.options[0].clone(),
        other => panic!("{text:?}: {other:?}"),
    }
}

fn option(text: &str) -> (String, bool, bool) {
    let item = first(text);
    (item.label, item.correct, item.other)
}

fn field(text: &str) -> FormField {
    match item("form", text) {
        (Some(QuestionSpec::Form(form)), _) => form.fields[0].clone(),
        other => panic!("{text:?}: {other:?}"),
    }
}

fn wrong(kind: &'static str, text: &str) -> Vec<&'static str> {
    item(kind, text).1
}

#[test]
fn markers_stand_at_the_end_and_may_follow_one_another() {
    for (text, label, correct, other) in [
        ("Poes", "Poes", false, false),
        ("Poes {correct}", "Poes", true, false),
        ("Anders {other}", "Anders", false, true),
        ("Anders{other}{correct}", "Anders", true, true),
        ("Anders { other } {correct}  ", "Anders", true, true),
        ("*Poes* {correct}\n  ", "Poes", true, false),
        ("Poes\n  {correct}", "Poes", true, false),
        (
            "{x} in het midden telt niet",
            "{x} in het midden telt niet",
            false,
            false,
        ),
        (
            "{correct} vooraan ook niet",
            "{correct} vooraan ook niet",
            false,
            false,
        ),
    ] {
        assert_eq!(option(text), (label.to_owned(), correct, other), "{text:?}");
    }
}

#[test]
fn an_escaped_brace_is_a_brace() {
    for (text, label) in [
        ("Poes \\{correct}", "Poes {correct}"),
        ("Poes \\{correct\\}", "Poes {correct}"),
        ("Poes {correct\\}", "Poes {correct}"),
        ("Poes &#123;correct}", "Poes {correct}"),
        ("Poes `{correct}`", "Poes {correct}"),
        ("Poes }", "Poes }"),
        ("Poes {", "Poes {"),
        ("\\\\{other", "\\{other"),
    ] {
        assert_eq!(option(text), (label.to_owned(), false, false), "{text:?}");
    }
    assert_eq!(option("\\{a} {correct}"), ("{a}".into(), true, false));
    assert_eq!(option("a\\\\{correct}"), ("a\\".into(), true, false));
}

#[test]
fn form_fields_have_a_type_and_may_be_optional() {
    let choice = |options: &[&str]| FieldInput::Choice {
        options: options.iter().map(|o| o.to_string()).collect(),
    };
    let rating = |from, to| FieldInput::Rating { from, to };
    for (marker, input, optional) in [
        ("{text}", FieldInput::Text, false),
        ("{text optional}", FieldInput::Text, true),
        ("{long}", FieldInput::Long, false),
        ("{long optional}", FieldInput::Long, true),
        ("{email}", FieldInput::Email { report: false }, false),
        (
            "{email optional}",
            FieldInput::Email { report: false },
            true,
        ),
        ("{email report}", FieldInput::Email { report: true }, false),
        (
            "{email report optional}",
            FieldInput::Email { report: true },
            true,
        ),
        (
            "{email optional report}",
            FieldInput::Email { report: true },
            true,
        ),
        ("{consent}", FieldInput::Consent, false),
        ("{rating 1-10}", rating(1, 10), false),
        ("{rating 0–5 optional}", rating(0, 5), true),
        ("{rating optional 1-10}", rating(1, 10), true),
        ("{rating -5-5}", rating(-5, 5), false),
        ("{rating -5--1}", rating(-5, -1), false),
        ("{choice a|b|c}", choice(&["a", "b", "c"]), false),
        ("{choice a b | c optional}", choice(&["a b", "c"]), true),
        ("{choice optional a|b}", choice(&["a", "b"]), true),
        ("{choice a|optional}", choice(&["a", "optional"]), false),
        ("{choice a | optional}", choice(&["a", "optional"]), false),
        (
            "{choice a|not opti&#111;nal}",
            choice(&["a", "not optional"]),
            false,
        ),
        ("{choice a\\|b|c||}", choice(&["a|b", "c"]), false),
        ("{choice \\{a\\}|b}", choice(&["{a}", "b"]), false),
    ] {
        let expected = FormField {
            label: "Veld".to_owned(),
            input,
            optional,
        };
        assert_eq!(field(&format!("Veld {marker}")), expected, "{marker}");
    }
    assert_eq!(field("Veld").input, FieldInput::Text);
}

#[test]
fn a_marker_that_does_not_exist_here_is_an_error() {
    for (kind, text) in [
        ("choice", "a {juist}"),
        ("choice", "a {}"),
        ("choice", "a {Correct}"),
        ("choice", "a {text}"),
        ("choice", "a {correct} {x}"),
        ("rank", "a {correct}"),
        ("scale", "a {correct}"),
        ("number", "3 {other}"),
        ("form", "a {correct}"),
        ("form", "a {optional}"),
        ("form", "a {text x}"),
        ("form", "a {choice}"),
        ("form", "a {choice optional}"),
        ("form", "a {email rapport}"),
        ("form", "a {long x}"),
        ("form", "a {report}"),
        ("scale", "a {area 10,10 10,10}"),
    ] {
        assert_eq!(wrong(kind, text), ["unknown-marker"], "{kind} {text}");
    }
    for kind in ["choice", "number", "type", "pin"] {
        assert_eq!(wrong(kind, "3 {correct}"), [] as [&str; 0], "{kind}");
    }
}

#[test]
fn markers_say_what_exists() {
    let problems = read("ask: choice\n---\n# Wat?\n\n- a {juist}\n- b\n").unwrap_err();
    let crate::deck::problem::ProblemKind::Content(ContentProblem::UnknownMarker { found, known }) =
        &problems[0].wrong
    else {
        panic!("{problems:?}")
    };
    assert_eq!(
        (problems[0].line, found.as_str(), *known),
        (5, "{juist}", &["{correct}", "{other}"] as &[_])
    );
}

#[test]
fn ratings_and_repeated_markers_are_checked() {
    for text in [
        "a {rating}",
        "a {rating 5}",
        "a {rating x-y}",
        "a {rating 1-}",
        "a {rating 1-10-20}",
        "a {rating é-1}",
    ] {
        assert_eq!(wrong("form", text), ["marker-rating"], "{text}");
    }
    assert_eq!(wrong("choice", "a {correct} {correct}"), ["marker-twice"]);
    assert_eq!(wrong("form", "a {text} {email}"), ["marker-twice"]);
}

#[test]
fn an_item_says_something_in_plain_text() {
    assert_eq!(wrong("choice", ""), ["item-empty"]);
    assert_eq!(wrong("choice", "{correct}"), ["item-empty"]);
    assert_eq!(wrong("choice", "![](/a.png)"), ["item-empty"]);
    assert_eq!(wrong("choice", "a\n  - b"), ["item-not-plain"]);
}

#[test]
fn a_picture_belongs_to_its_option() {
    let item = first("![Een kat](/kat.png) {correct}");
    let image = Image {
        source: "/kat.png".into(),
        alt: "Een kat".into(),
    };
    assert_eq!(
        (item.label.as_str(), item.image, item.correct),
        ("Een kat", Some(image), true)
    );
    assert_eq!(option("a {correct} ![b](c)"), ("a".into(), true, false));
    assert_eq!(wrong("choice", "a ![b](c) ![d](e)"), ["item-pictures"]);
    assert_eq!(wrong("scale", "a ![b](c)"), ["item-picture"]);
    assert_eq!(wrong("form", "a ![b](c) {text}"), ["item-picture"]);
}
