//! What a list item comes to, with its markers.

#![allow(clippy::unwrap_used)]

use super::field::Field;
use super::*;
use crate::deck::grammar::content::{self, Takes};
use crate::deck::grammar::piece::Piece;
use crate::deck::problem::{Content, Wrong};

fn item(kind: &'static str, text: &str) -> (Marked, Vec<&'static str>) {
    let mut problems = Vec::new();
    let takes = Takes { lists: true, picture: false };
    let piece = Piece { line: 1, text: format!("- {text}") };
    let mut content = content::read(&piece, takes, &mut problems).unwrap();
    let item = read(content.items.remove(0), allows(kind), &mut problems);
    (item, problems.iter().map(Problem::code).collect())
}

fn option(text: &str) -> (String, bool, bool) {
    let (item, problems) = item("choice", text);
    assert_eq!(problems, [] as [&str; 0], "{text:?}");
    (item.label, item.correct, item.other)
}

fn field(text: &str) -> (String, Option<Field>) {
    let (item, problems) = item("form", text);
    assert_eq!(problems, [] as [&str; 0], "{text:?}");
    (item.label, item.field)
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
        ("{x} in het midden telt niet", "{x} in het midden telt niet", false, false),
        ("{correct} vooraan ook niet", "{correct} vooraan ook niet", false, false),
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
    let choice = |options: &[&str]| FieldInput::Choice { options: options.iter().map(|o| o.to_string()).collect() };
    let rating = |from, to| FieldInput::Rating { from, to };
    for (marker, input, optional) in [
        ("{text}", FieldInput::Text, false),
        ("{text optional}", FieldInput::Text, true),
        ("{email}", FieldInput::Email, false),
        ("{email optional}", FieldInput::Email, true),
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
        ("{choice a|not opti&#111;nal}", choice(&["a", "not optional"]), false),
        ("{choice a\\|b|c||}", choice(&["a|b", "c"]), false),
        ("{choice \\{a\\}|b}", choice(&["{a}", "b"]), false),
    ] {
        let expected = ("Veld".to_owned(), Some(Field { input, optional }));
        assert_eq!(field(&format!("Veld {marker}")), expected, "{marker}");
    }
    assert_eq!(field("Veld"), ("Veld".into(), None));
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
    ] {
        assert_eq!(wrong(kind, text), ["unknown-marker"], "{kind} {text}");
    }
    for kind in ["choice", "number", "type", "pin"] {
        assert_eq!(wrong(kind, "3 {correct}"), [] as [&str; 0], "{kind}");
    }
}

#[test]
fn markers_say_what_exists() {
    let mut problems = Vec::new();
    let piece = Piece { line: 7, text: "- a {juist}".into() };
    let takes = Takes { lists: true, picture: false };
    let mut content = content::read(&piece, takes, &mut problems).unwrap();
    read(content.items.remove(0), allows("choice"), &mut problems);
    let wrong =
        Wrong::Content(Content::UnknownMarker { found: "{juist}".to_owned(), known: &["{correct}", "{other}"] });
    assert_eq!(problems, [Problem { line: 7, wrong }]);
}

#[test]
fn ratings_and_repeated_markers_are_checked() {
    for text in
        ["a {rating}", "a {rating 5}", "a {rating x-y}", "a {rating 1-}", "a {rating 1-10-20}", "a {rating é-1}"]
    {
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
    let (item, problems) = item("choice", "![Een kat](/kat.png) {correct}");
    let image = Image { source: "/kat.png".into(), alt: "Een kat".into() };
    assert_eq!((item.label.as_str(), item.image, item.correct), ("Een kat", Some(image), true));
    assert_eq!(problems, [] as [&str; 0]);
    assert_eq!(option("a {correct} ![b](c)"), ("a".into(), true, false));
    assert_eq!(wrong("choice", "a ![b](c) ![d](e)"), ["item-pictures"]);
    assert_eq!(wrong("scale", "a ![b](c)"), ["item-picture"]);
    assert_eq!(wrong("form", "a ![b](c) {text}"), ["item-picture"]);
}
