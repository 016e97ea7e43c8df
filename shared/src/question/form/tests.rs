//! A form is read whole: everything that is wrong is said, and nothing of it is kept by the room.
#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use serde_json::json;

use super::*;
use crate::publish;
use crate::question::QuestionSpec;
use crate::question::tests::form;
use crate::refusal::{FieldError, FieldProblem};

fn field(label: &str, input: FieldInput, optional: bool) -> FormField {
    FormField {
        label: label.into(),
        input,
        optional,
    }
}

/// A mark, a choice, a text, a long one, an address and a box.
fn evaluation() -> Form {
    let options = vec!["Utrecht".into(), "Zwolle".into()];
    Form {
        fields: vec![
            field("Cijfer", FieldInput::Rating { from: 1, to: 10 }, false),
            field("Waar", FieldInput::Choice { options }, true),
            field("Naam", FieldInput::Text, true),
            field("Wat nam je mee?", FieldInput::Long, true),
            field("Adres", FieldInput::Email { report: true }, true),
            field("Mailen mag", FieldInput::Consent, false),
        ],
    }
}

fn filled<const N: usize>(pairs: [(&str, &str); N]) -> Result<FilledForm, Refusal> {
    evaluation().filled(&form(pairs), Rules::LATEST)
}

fn wrong(errors: &[(u8, FieldProblem)]) -> Result<FilledForm, Refusal> {
    let error = |(field, problem): &(u8, FieldProblem)| FieldError {
        field: *field,
        problem: *problem,
    };
    Err(Refusal::Form {
        fields: errors.iter().map(error).collect(),
    })
}

#[test]
fn a_form_is_normalised_and_fills_its_fields_again() {
    let read = filled([
        ("field-1", " 8 "),
        ("field-2", "2"),
        ("field-3", "  Anna   Bos "),
        ("field-4", "een\r\ntwee "),
        ("field-5", " anna@voorbeeld.example "),
        ("field-6", "1"),
        ("field-7", "of nothing"),
    ])
    .unwrap();
    assert_eq!(
        read.fields(),
        form([
            ("field-1", "8"),
            ("field-2", "2"),
            ("field-3", "Anna Bos"),
            ("field-4", "een\ntwee"),
            ("field-5", "anna@voorbeeld.example"),
            ("field-6", "1"),
        ])
    );
    assert_eq!(
        evaluation().filled(&read.fields(), Rules::LATEST),
        Ok(read.clone())
    );
    let stored = serde_json::to_value(&read).unwrap();
    assert_eq!(stored[0], json!({ "rating": 8 }));
    assert_eq!(serde_json::from_value::<FilledForm>(stored).unwrap(), read);
}

#[test]
fn what_may_stay_empty_stays_so_and_a_box_never_has_to_be_ticked() {
    let read = filled([("field-1", "1"), ("field-3", "\u{200b} ")]).unwrap();
    assert_eq!(read.fields(), form([("field-1", "1")]));
    let mut all_optional = evaluation();
    all_optional.fields[0].optional = true;
    assert_eq!(
        all_optional.filled(&form([]), Rules::LATEST),
        Err(Refusal::Empty)
    );
}

#[test]
fn everything_that_is_wrong_is_said_with_its_field() {
    use FieldProblem::{Empty, NoEmail, OutOfRange, TooLong};
    let long = "x".repeat(LONG_CHARS + 1);
    let text = "x".repeat(TEXT_CHARS + 1);
    let address = format!("{}@voorbeeld.example", "x".repeat(EMAIL_BYTES));
    assert_eq!(filled([]), wrong(&[(1, Empty)]));
    assert_eq!(
        filled([
            ("field-1", "11"),
            ("field-2", "3"),
            ("field-3", &text),
            ("field-4", &long),
            ("field-5", "anna"),
            ("field-6", "yes"),
        ]),
        wrong(&[
            (1, OutOfRange),
            (2, OutOfRange),
            (3, TooLong { limit: TEXT_CHARS }),
            (4, TooLong { limit: LONG_CHARS }),
            (5, NoEmail),
            (6, OutOfRange),
        ])
    );
    for (address, problem) in [
        ("anna@", NoEmail),
        ("@voorbeeld.example", NoEmail),
        ("anna@voorbeeld", NoEmail),
        ("anna@voorbeeld.", NoEmail),
        ("anna bos@voorbeeld.example", NoEmail),
        (&*address, TooLong { limit: EMAIL_BYTES }),
    ] {
        let read = filled([("field-1", "1"), ("field-5", address)]);
        assert_eq!(read, wrong(&[(5, problem)]), "{address}");
    }
    let refused = serde_json::to_value(filled([]).unwrap_err()).unwrap();
    let as_sent = json!({ "code": "form", "fields": [{ "field": 1, "code": "empty" }] });
    assert_eq!(refused, as_sent);
}

#[test]
fn long_texts_are_taken_whole_and_all_of_them_fit_a_frame() {
    let fields = vec![field("Verhaal", FieldInput::Long, true); 4];
    let story = Form { fields };
    let long = "é".repeat(LONG_CHARS);
    let three = form([("field-1", &*long), ("field-2", &long), ("field-3", &long)]);
    assert!(story.filled(&three, Rules::LATEST).is_ok());
    let mut four = three.clone();
    four.push("field-4", &*long);
    assert_eq!(
        story.filled(&four, Rules::LATEST),
        wrong(&[(4, FieldProblem::TooMuch)])
    );
    let quotes = "\"".repeat(LONG_CHARS);
    let mut quoted = Fields::default();
    (1..=3).for_each(|place| quoted.push(format!("field-{place}"), &*quotes));
    let read = story.filled(&quoted, Rules::LATEST).unwrap();
    let sent = serde_json::to_string(&read.fields()).unwrap();
    assert!(sent.len() < crate::limits::FRAME_BYTES - 1_024);
}

#[test]
fn the_room_is_told_that_a_form_was_filled_in_and_not_with_what() {
    let asked = QuestionSpec::Form(evaluation());
    let fields = form([("field-1", "8"), ("field-3", "Anna")]);
    let answer = asked.read(&fields, Rules::LATEST).unwrap();
    let stored = serde_json::to_string(&answer).unwrap();
    assert_eq!(stored, r#"{"kind":"form"}"#);
}

#[test]
fn ratings_and_choices_add_up_and_texts_do_not() {
    let forms: Vec<FilledForm> = [("8", "1"), ("6", ""), ("8", "2"), ("10", "2"), ("3", "2")]
        .map(|(mark, place)| {
            filled([("field-1", mark), ("field-2", place), ("field-3", "Anna")]).unwrap()
        })
        .into();
    let totals = publish::form_totals(&evaluation().fields, &forms).unwrap();
    assert_eq!(totals.len(), 2);
    assert_eq!((totals[0].answered, totals[0].mean), (5, Some(7.0)));
    assert_eq!((totals[0].counts.len(), totals[0].counts[7].votes), (10, 2));
    let counts: Vec<(&str, u64)> = totals[1]
        .counts
        .iter()
        .map(|count| (&*count.label, count.votes))
        .collect();
    assert_eq!(
        (totals[1].answered, counts),
        (4, vec![("Utrecht", 1), ("Zwolle", 3)])
    );
    assert!(!serde_json::to_string(&totals).unwrap().contains("Anna"));
    assert_eq!(
        publish::form_totals(&evaluation().fields, &forms[1..]),
        None
    );
}
