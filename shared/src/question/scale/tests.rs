//! A value per statement, or a skip.
#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use serde_json::json;

use super::*;
use crate::question::tests::form;

fn two_statements() -> Scale {
    let statements = vec!["Ik weet het".to_owned(), "Ik durf het".to_owned()];
    Scale {
        statements,
        ..Scale::default()
    }
}

fn stored(values: [Option<i32>; 2]) -> Result<Answer, Refusal> {
    Ok(Answer::Scale {
        values: values.to_vec(),
    })
}

#[test]
fn values_from_a_form() {
    for (fields, expected) in [
        (
            form([("value-1", "1"), ("value-2", " 5 ")]),
            stored([Some(1), Some(5)]),
        ),
        (form([("value-2", "3")]), stored([None, Some(3)])),
        (
            form([("value-1", "4"), ("skip-2", "1")]),
            stored([Some(4), None]),
        ),
        (
            form([("skip-1", "1"), ("skip-2", "1")]),
            stored([None, None]),
        ),
        (form([("value-3", "1")]), Err(Refusal::Empty)),
        (
            form([("value-1", "4"), ("skip-1", "1"), ("value-2", "")]),
            stored([None, None]),
        ),
        (
            form([("value-1", "1"), ("value-2", "2"), ("value-3", "3")]),
            stored([Some(1), Some(2)]),
        ),
        (
            form([("value-1", "0"), ("value-2", "5")]),
            Err(Refusal::OutOfRange),
        ),
        (
            form([("value-1", "1"), ("value-2", "6")]),
            Err(Refusal::OutOfRange),
        ),
        (form([("value-1", "5000000000")]), Err(Refusal::OutOfRange)),
        (form([("value-1", "1.5")]), Err(Refusal::WrongKind)),
        (form([("value-1", "9")]), Err(Refusal::OutOfRange)),
        (form([("value-1", "veel")]), Err(Refusal::WrongKind)),
    ] {
        assert_eq!(two_statements().read(&fields), expected, "{fields:?}");
    }
}

#[test]
fn results_by_hand() {
    let mut tally = ScaleTally::new(&two_statements());
    for values in [
        [Some(1), Some(4)],
        [Some(4), None],
        [Some(5), None],
        [None, None],
    ] {
        tally.add(&values);
    }
    let expected = json!({
        "voters": 3, "skipped": 1, "from": 1,
        "statements": [
            {"label": "Ik weet het", "counts": [1, 0, 0, 1, 1], "mean": 10.0 / 3.0, "skipped": 0},
            {"label": "Ik durf het", "counts": [0, 0, 0, 1, 0], "mean": 4.0, "skipped": 2},
        ],
    });
    assert_eq!(
        serde_json::to_value(two_statements().results(&tally)).unwrap(),
        expected
    );
}

#[test]
fn nothing_has_no_mean_and_a_scale_may_lie_below_zero() {
    let scale = Scale {
        from: -2,
        to: 2,
        ..two_statements()
    };
    let mut tally = ScaleTally::new(&scale);
    assert_eq!(scale.results(&tally).statements[0].mean, None);
    tally.add(&[Some(-2), Some(2)]);
    tally.add(&[Some(-1), Some(2)]);
    let results = scale.results(&tally);
    assert_eq!(
        (
            results.statements[0].mean,
            results.statements[0].counts.clone()
        ),
        (Some(-1.5), vec![1, 1, 0, 0, 0])
    );
    assert_eq!((results.statements[1].mean, results.from), (Some(2.0), -2));
}

#[test]
fn a_value_and_a_skip_rule_each_other_out() {
    for (name, other) in [
        ("value-3", Some("skip-3")),
        ("skip-12", Some("value-12")),
        ("value", None),
        ("other", None),
    ] {
        let ruled_out = form_fields::ruled_out_by(name);
        assert_eq!(ruled_out.as_deref(), other, "{name}");
    }
}
